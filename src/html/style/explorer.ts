export const EXPLORER_CSS = `
.explore { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.4rem 2.4rem; border-top: 1px solid var(--line); padding-top: 1.2rem; margin-bottom: 2rem; }
.explore .ask { border: 0; padding: 0; margin: 0; background: none; } .explore .ask h2 { display: none; }
.explore .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } .explore .field { grid-column: 1 / -1; } .explore .field:has(#f-from), .explore .field:has(#f-to) { grid-column: auto; }
.choose { border: 1px solid var(--line); background: var(--tint); padding: .3rem 1rem .6rem; }
.choose > summary, .shown details > summary { font-weight: 600; font-size: 1.05rem; }
.tabs { display: flex; flex-wrap: wrap; border-bottom: 2px solid var(--rule); margin-bottom: 1.1rem; }
.tabs a { padding: .6rem .95rem; font-weight: 600; color: var(--ink); text-decoration: none; }
.tabs a:hover { background: var(--tint2); } .tabs a[aria-current] { background: var(--rule); color: var(--paper); }
.shown section h2 { font-size: 1.3rem; margin: 0 0 .2rem; padding: 0; border: 0; } .shown .unit { color: var(--soft); margin-bottom: .2rem; }
.fig.bare { display: block; margin: .6rem 0 1rem; } .warned { color: var(--warn); }
.pivot { max-height: 34rem; overflow: auto; margin-top: .6rem; } .pivot table { width: auto; min-width: 100%; font-size: .92rem; }
.pivot th, .pivot td { padding: .35rem .7rem .35rem 0; } .pivot caption { position: sticky; left: 0; }
.pivot thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; } .pivot th:first-child { position: sticky; left: 0; background: var(--paper); max-width: 12rem; }
.pivot thead th:first-child { z-index: 2; }
[class*=shade] { background: var(--mark); print-color-adjust: exact; padding: 0 .3rem; } .shade0 { background: color-mix(in srgb, var(--mark) 25%, var(--paper)); } .shade1 { background: color-mix(in srgb, var(--mark) 50%, var(--paper)); } .shade2 { background: color-mix(in srgb, var(--mark) 75%, var(--paper)); }
#view[aria-busy] .shown { opacity: .6; } .live .ask .btn { display: none; }
.bare:has(.key) { width: fit-content; max-width: 100%; } .key, .key + figcaption { width: 0; min-width: 100%; } .key { font-size: .9rem; margin: .6rem 0; } .key li { display: inline-block; margin-right: 1rem; } .key li:has(circle) { display: inline; } .key svg { display: inline-block; vertical-align: -.15em; }
.fig.bare figcaption { margin: 0; border: 0; padding: 0; max-width: none; } .fig figcaption .small { margin: 0 0 .2rem; }
.chips { margin-top: .4rem; } .chips li { display: flex; justify-content: space-between; align-items: center; background: var(--tint); margin-bottom: .3rem; border-left: 4px solid; padding-left: .6rem; }
.chips span { color: var(--ink); }
.chips button, .play button { font: inherit; border: 0; background: none; color: var(--ink); min-width: 2.2rem; min-height: 2.2rem; cursor: pointer; }
.field { position: relative; } .found { position: absolute; z-index: 4; left: 0; right: 0; background: var(--paper); border: 1px solid var(--soft); }
.found li { padding: .45rem .6rem; cursor: pointer; } .found [aria-selected=true], .found li:hover { background: var(--rule); color: var(--paper); }
.play { display: flex; gap: .9rem; align-items: center; margin: .4rem 0 .8rem; max-width: 52rem; } .play input { flex: 1; accent-color: var(--d1); min-height: 1.5rem; } .play button { border: 1px solid var(--soft); border-radius: 50%; } .play output { font-weight: 700; min-width: 4.5rem; }
.tip { position: fixed; z-index: 5; pointer-events: none; max-width: 20rem; background: var(--paper); color: var(--ink); border: 1px solid var(--soft); padding: .4rem .7rem; font-size: .875rem; box-shadow: 0 2px 8px #0003; }
.tip table { font-size: inherit; width: auto; } .tip th, .tip td { border: 0; padding: .05rem .9rem .05rem 0; } .tip td { text-align: right; padding-right: 0; }
.cursor line { stroke: var(--soft); stroke-dasharray: 3 3; } .cursor circle { fill: currentColor; } .chart.hot > [class^=d] { opacity: .2; } .chart.hot > .on { opacity: 1; } .chart path.on, .chart circle.on { stroke: var(--ink); stroke-width: 2; } .row.on { font-weight: 700; }
#view > details { margin-bottom: 2.4rem; } .fields:has(.btn) { align-items: end; margin-bottom: 1.2rem; } .dl button { font: inherit; font-weight: 600; border: 1px solid var(--rule); background: var(--paper); color: var(--link); padding: .45rem .8rem; cursor: pointer; }
.embed { min-height: 0; } .embed main { width: auto; margin: 0; padding: .8rem 1rem; } .embed h1 { font-size: 1.25rem; } .embed .unit { color: var(--soft); margin: 0; }
.embed .wide-only svg { width: 100%; max-height: max(24rem, 100vh - 15.5rem); } .embed .pivot { max-height: max(12rem, 100vh - 15.5rem); } .embed main > :last-child { position: sticky; bottom: 0; margin: 0; padding: .3rem 0; background: var(--paper); }
@media print { .tabs, .choose, .play { display: none; } .explore { display: block; } .pivot { max-height: none; overflow: visible; } .pivot tr > :nth-child(n+12) { display: none; } }
@media (min-width: 60rem) {
.explore { grid-template-columns: 15.5rem minmax(0, 1fr); } .choose { order: -1; border: 0; padding: 0; background: none; align-self: start; }
.choose > summary { list-style: none; }
}
`;
