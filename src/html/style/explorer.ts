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
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: flex-end; font-size: .9rem; margin: .6rem 0; } .key svg { display: inline-block; vertical-align: -.15em; }
.fig.bare figcaption { margin: 0; border: 0; padding: 0; max-width: none; } .fig figcaption .small { margin: 0 0 .2rem; }
@media print { .tabs, .choose { display: none; } .explore { display: block; } .pivot { max-height: none; overflow: visible; } .pivot tr > :nth-child(n+12) { display: none; } }
@media (min-width: 60rem) {
.explore { grid-template-columns: 15.5rem minmax(0, 1fr); } .choose { order: -1; border: 0; padding: 0; background: none; align-self: start; }
.choose::details-content { content-visibility: visible; block-size: auto; } .choose > summary { list-style: none; }
}
`;
