/** The style sheet of all pages: system fonts, light and dark, readable on paper and on a phone. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b2733; --soft: #54626f; --paper: #fff; --tint: #f2f5f9; --line: #d5dde6; --link: #14559c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4eaf0; --soft: #a3b1bf; --paper: #141b23; --tint: #1d2732; --line: #344250; --link: #8fc1f5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, 'Segoe UI', 'Liberation Sans', sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: baseline; padding: .9rem max(1.25rem, calc(50vw - 31rem)); background: #14365c; }
header a { color: #fff; text-decoration: none; }
header > a { font-weight: 700; font-size: 1.2rem; }
header a:hover { text-decoration: underline; }
main { max-width: 64.5rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible { outline: 3px solid #f0a500; outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
h1 { font-size: clamp(1.7rem, 4vw, 2.4rem); line-height: 1.2; margin: 1.2rem 0 .6rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
p { margin: 0 0 .8rem; max-width: 44rem; }
.lead { font-size: 1.2rem; color: var(--soft); }
.kind, .soft { color: var(--soft); font-size: .94rem; }
.kind { margin: 1rem 0 -1rem; }
pre { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; overflow-x: auto; font: .95rem/1.5 ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace; }
.button { display: inline-block; background: #14559c; color: #fff; border-radius: 6px; padding: .5rem 1rem; text-decoration: none; font-weight: 600; }
.button:hover { background: #0f4380; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr)); gap: .8rem; list-style: none; padding: 0; }
.cards a { display: block; height: 100%; background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; text-decoration: none; color: inherit; }
.cards a:hover { border-color: var(--link); }
.cards b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.cards strong { color: var(--link); }
.cards small { display: block; color: var(--soft); line-height: 1.4; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1.2rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
dd > ul, li > dl { margin: 0; }
dd > ul { padding-left: 1.1rem; }
section > ul > li > dl { margin-bottom: .9rem; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } }
@media print { header, .skip, .button { display: none; } }
`;
