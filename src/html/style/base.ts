export const BASE_CSS = `
* { box-sizing: border-box; }
html { font: 100%/1.5 var(--sans); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font-size: 1.0625rem; }
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 3px; }
a:visited { color: var(--visited); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; box-shadow: 0 0 0 5px var(--ink); border-radius: 1px; }
h1, h2, h3 { line-height: 1.18; margin: 0; text-wrap: balance; }
h1, h2, h3, dt, dd, li, th { overflow-wrap: anywhere; }
.dots th, thead th { overflow-wrap: normal; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.4vw, 2.85rem); letter-spacing: -.018em; font-weight: 700; }
h2 { font-size: 1.5rem; letter-spacing: -.008em; }
h3 { font-size: 1.1rem; }
p { margin: 0 0 .9rem; max-width: 68ch; text-wrap: pretty; }
ul, ol { margin: 0; padding: 0; list-style: none; }
dl, dd, figure { margin: 0; }
small, .small { font-size: .875rem; }
.soft { color: var(--soft); }
.num { font-variant-numeric: tabular-nums lining-nums; }
.nb { white-space: nowrap; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .9em; }
pre { background: var(--tint); border: 1px solid var(--line); padding: .8rem 1rem; margin: .4rem 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .6rem; z-index: 2; background: var(--paper); color: var(--ink); padding: .5rem 1rem; }
.wrap, main, .masthead > *, footer > *, .crumbs { width: min(72rem, 100% - 2.5rem); margin-inline: auto; }
main { padding-bottom: 4.5rem; }

.masthead .band { width: 100%; background: var(--brand); color: var(--brand-ink); }
.band > div { width: min(72rem, 100% - 2.5rem); margin: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.5rem; padding: .65rem 0; }
.brand { display: inline-flex; align-items: center; gap: .55rem; font-weight: 700; font-size: 1.25rem; letter-spacing: -.01em; }
.masthead .band a { color: var(--brand-ink); text-decoration: none; }
.masthead .band a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
.brand svg { display: block; }
.brand + span { color: var(--brand-soft); font-size: .9rem; }
.langs { margin-left: auto; }
.langs ul { display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .9rem; }
.langs a, .langs [aria-current] { display: block; padding: .2rem 0; }
.langs [aria-current] { font-weight: 700; border-bottom: 3px solid var(--focus); padding-bottom: 1px; width: max-content; }
.langs small { color: var(--brand-soft); font-size: .75rem; display: block; line-height: 1.1; }
.nav { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 2rem; padding: .7rem 0; border-bottom: 1px solid var(--line); }
.nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.35rem; }
.nav nav a { display: block; padding: .25rem 0; color: var(--ink); text-decoration: none; font-weight: 600; }
.nav nav a:hover { text-decoration: underline; text-decoration-thickness: 3px; }
.nav nav a[aria-current] { box-shadow: 0 3px 0 var(--d1); }
.find { display: flex; max-width: 100%; }
.find input { font: inherit; min-width: 0; width: 16rem; padding: .42rem .7rem; border: 2px solid var(--rule); border-right: 0; background: var(--paper); color: var(--ink); border-radius: 0; -webkit-appearance: none; appearance: none; }
.find button, .btn { font: inherit; font-weight: 600; padding: .42rem 1rem; background: var(--brand); color: var(--brand-ink); border: 2px solid var(--rule); cursor: pointer; border-radius: 0; text-decoration: none; display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
.btn:visited { color: var(--brand-ink); }
.find button:hover, .btn:hover { background: var(--d1); color: var(--paper); }
.crumbs { font-size: .9rem; padding: .9rem 0 0; }
.crumbs ol { display: flex; flex-wrap: wrap; gap: 0 .5rem; color: var(--soft); }
.crumbs li + li::before { content: "›"; margin-right: .5rem; color: var(--soft); }
footer { margin-top: auto; background: var(--tint); border-top: 4px solid var(--brand); padding: 2rem 0 2.6rem; font-size: .94rem; }
footer > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1.4rem 2.5rem; }
footer h2 { font-size: 1rem; margin-bottom: .4rem; }
footer li { padding: .15rem 0; }
footer p { margin: 0; max-width: 40ch; color: var(--soft); }
`;
