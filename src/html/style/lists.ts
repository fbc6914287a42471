export const LISTS_CSS = `
main.full { width: 100%; }
.year { font-size: 1.15rem; margin: 1.6rem 0 .2rem; }
.hero { background: var(--tint); border-bottom: 1px solid var(--line); padding: 2.6rem 0 2.4rem; margin-bottom: 2.6rem; }
.hero > .wrap { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem 4rem; }
@media (min-width: 60rem) { .hero > .wrap { grid-template-columns: minmax(0, 1fr) 21rem; } }
.hero h1 { max-width: 22ch; }
.hero .lead { margin-bottom: 1.4rem; }
.hero .find, .head .find { max-width: 44rem; } .hero .find input, .head .find input { flex: 1; font-size: 1.2rem; padding: .65rem .9rem; } .hero .find button { font-size: 1.1rem; padding-inline: 1.5rem; }
.whom { border-left: 5px solid var(--d1); padding-left: 1.4rem; align-self: end; }
.whom h2 { font-size: 1.1rem; margin-bottom: .35rem; }
.whom li { display: flex; justify-content: space-between; gap: 1rem; padding: .28rem 0; border-top: 1px solid var(--line); }
.whom a { font-weight: 600; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1.6rem 2.2rem; margin: 0 0 3.4rem; }
.doors > li { border-top: 5px solid var(--d1); padding-top: .9rem; }
.doors h2 { font-size: 1.45rem; display: flex; justify-content: space-between; align-items: baseline; gap: .5rem; }
.doors h2 .num { color: var(--soft); font-weight: 400; font-size: 1.2rem; }
.doors p { margin: .5rem 0 .7rem; }
.doors ul { font-size: .94rem; } .doors .num { white-space: nowrap; flex: none; } .doors ul li { padding: .22rem 0; border-top: 1px solid var(--line); display: flex; justify-content: space-between; gap: .8rem; }
.stages { display: grid; grid-template-columns: repeat(9, minmax(0, 1fr)); gap: 2px; }
.stages a { display: block; background: var(--tint2); color: var(--ink); text-decoration: none; padding: .8rem .7rem .8rem 1.15rem; font-size: .82rem; line-height: 1.25; height: 100%; overflow-wrap: anywhere; hyphens: auto; clip-path: polygon(0 0, calc(100% - .7rem) 0, 100% 50%, calc(100% - .7rem) 100%, 0 100%, .7rem 50%); }
.stages li:first-child a { clip-path: polygon(0 0, calc(100% - .7rem) 0, 100% 50%, calc(100% - .7rem) 100%, 0 100%); }
.stages a b { display: block; font-size: 1.3rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.stages a:hover, .stages a:focus-visible { background: var(--brand); color: var(--brand-ink); }
@media (max-width: 64rem) { .stages { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2px 1rem; } .stages a { display: flex; justify-content: space-between; gap: .7rem; align-items: baseline; padding: .5rem .8rem; font-size: .9rem; } .stages a, .stages li:first-child a { clip-path: none; } }
.split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 4rem; }
.tiles { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .7rem 1.2rem; align-items: start; }
.tiles dt { line-height: 1.3; font-weight: 600; padding-top: .2rem; } .tiles dt small { display: block; font-weight: 400; color: var(--soft); }
.tiles dd { display: flex; flex-wrap: wrap; gap: 3px; }
.tiles a { width: 2.35rem; height: 2.05rem; display: grid; place-content: center; font-size: .86rem; font-weight: 600; text-decoration: none; background: var(--d1); color: var(--paper); }
.tiles .b a { background: var(--d3); } .tiles .c a { background: var(--d4); } .tiles .d a { background: var(--tint2); color: var(--ink); }
.tiles a:hover { outline: 2px solid var(--ink); }
@media (max-width: 40rem) { .tiles { grid-template-columns: minmax(0, 1fr); gap: .25rem; } .tiles dd { margin-bottom: .7rem; } }
.faceted { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 3rem; margin-top: 1.2rem; }
@media (min-width: 56rem) { .faceted { grid-template-columns: 16.5rem minmax(0, 1fr); } }
.facets fieldset { border: 0; border-top: 1px solid var(--line); margin: 0; padding: .8rem 0 .9rem; min-width: 0; }
.facets legend { font-weight: 600; padding: 0; float: left; width: 100%; margin-bottom: .35rem; }
.facets label { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr) auto; gap: .45rem; padding: .2rem 0; clear: both; font-size: .96rem; line-height: 1.35; cursor: pointer; overflow-wrap: anywhere; }
.facets legend label { display: block; padding: 0; }
.facets label:hover { text-decoration: underline; }
.facets input { width: 1.15rem; height: 1.15rem; margin: .1rem 0 0; accent-color: var(--d1); }
.facets .num { color: var(--soft); }
.facets .btn { width: 100%; }
.facets select { font: inherit; padding: .3rem .4rem; border: 1px solid var(--rule); background: var(--paper); color: var(--ink); width: 100%; }
.bar { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; justify-content: space-between; border-bottom: 3px solid var(--rule); padding-bottom: .7rem; margin-bottom: 1.1rem; }
.bar p { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.picked { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; align-items: center; }
.picked a.chip::after { content: " ×"; font-weight: 700; }
.jump { display: none; }
@media (max-width: 55.99rem) { .facets { border: 1px solid var(--line); padding: .2rem 1rem .6rem; } .facets fieldset:first-of-type { border: 0; } .faceted > .facets { order: 2; } .facets::before { content: attr(aria-label) / ""; font-size: 1.5rem; font-weight: 700; } .jump { display: block; } }
`;
