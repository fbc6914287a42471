export const FIGURES_CSS = `
.ask { background: var(--tint); border-top: 3px solid var(--rule); padding: 1rem 1.2rem 1.1rem; margin: 0 0 2.4rem; }
.ask h2 { font-size: 1.1rem; margin-bottom: .7rem; }
.choices > summary { font-weight: 600; background: var(--tint); border-top: 3px solid var(--rule); padding: .7rem 1rem; margin-bottom: 1.2rem; } .choices summary .soft { font-weight: 400; }
.choices[open] > summary { margin-bottom: 0; } .choices .ask { border: 0; padding-top: .2rem; } .choices .ask h2 { display: none; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .9rem 1.4rem; align-items: start; }
.field { min-width: 0; }
.field.wide { grid-column: span 2; }
.field label { display: block; font-weight: 600; font-size: .94rem; margin-bottom: .2rem; }
.field input, .field select, .field textarea { font: inherit; font-size: 1rem; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; border: 1px solid var(--soft); background: var(--paper); color: var(--ink); border-radius: 0; }
.field select { text-overflow: ellipsis; }
.field select[multiple] { padding: .2rem; }
.answer th[scope=row] { min-width: 11rem; } .answer td { max-width: 34rem; } .answer .long { min-width: 18rem; }
.field p { font-size: .85rem; color: var(--soft); margin: .2rem 0 0; }
.ask details { margin-top: .8rem; }
.ask details .fields { margin-top: .6rem; }
.ask .acts { display: flex; flex-wrap: wrap; gap: .5rem 1.4rem; align-items: center; margin-top: 1rem; }
.ask .btn { min-height: 2.75rem; padding-inline: 1.5rem; }
.fig { margin: 0 0 2rem; }
.fig svg, .fig img { display: block; max-width: 100%; height: auto; }
.fig figcaption { margin-top: .8rem; font-size: .97rem; max-width: 68ch; }
@media (min-width: 75rem) { .fig { display: grid; grid-template-columns: 760px minmax(0, 1fr); gap: 0 2.5rem; } .fig figcaption { margin-top: 2.8rem; border-left: 3px solid var(--line); padding-left: 1.2rem; align-self: start; } }
.narrow-only { display: none; } small.narrow-only { color: var(--soft); font-weight: 400; font-style: normal; }
.scroll { overflow-x: auto; max-width: 100%; position: relative; --shade: color-mix(in srgb, var(--soft) 60%, transparent); background: linear-gradient(to right, var(--paper) 1.2rem, transparent) 0 0 / 2.4rem 100% local no-repeat, linear-gradient(to left, var(--paper) 1.2rem, transparent) 100% 0 / 2.4rem 100% local no-repeat, linear-gradient(to right, var(--shade), transparent) 0 0 / 1.1rem 100% no-repeat, linear-gradient(to left, var(--shade), transparent) 100% 0 / 1.1rem 100% no-repeat; }
table { border-collapse: collapse; width: 100%; font-size: .96rem; line-height: 1.4; }
caption { text-align: left; padding-bottom: .5rem; color: var(--soft); }
caption b { color: var(--ink); }
th, td { text-align: left; vertical-align: top; padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--rule); vertical-align: bottom; }
th[scope=row] { font-weight: 600; overflow-wrap: break-word; }
td { overflow-wrap: break-word; }
td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
td.gone { color: var(--soft); font-style: italic; }
.dots td, .dots thead th { text-align: center; padding: .5rem .3rem; }
.dots th[scope=row] { min-width: 10rem; }
.dots thead th { font-size: .8rem; line-height: 1.2; }
.dots thead :first-child { text-align: left; }
.dot { display: inline-block; width: .95rem; height: .95rem; border-radius: 50%; background: var(--d1); vertical-align: -.1rem; }
.nodot { display: inline-block; width: .3rem; height: .3rem; border-radius: 50%; background: var(--mute); vertical-align: .2rem; }
sup.fl { color: var(--d2); font-weight: 700; font-size: .74em; line-height: 0; vertical-align: .45em; margin-left: .1em; }
.spans th, .spans td { border: 0; padding: .16rem 1rem .16rem 0; vertical-align: middle; }
.spans th { font-weight: 500; width: 17rem; font-size: .95rem; line-height: 1.25; }
.spans td:last-child { white-space: nowrap; font-size: .9rem; padding-right: 0; width: 1%; }
.bar-line { display: block; width: 100%; min-width: 6rem; height: auto; overflow: visible; }
.bar-line text { font: 11px var(--sans); fill: var(--soft); font-variant-numeric: tabular-nums; }
.bar-line .v { fill: var(--ink); font-weight: 700; font-size: 12px; }
.bar-line .g { stroke: var(--grid); fill: none; } .bar-line .b1 { fill: var(--d1); } .bar-line .b2 { fill: var(--d2); }
.tier { max-width: 22rem; } .stack td > small { display: block; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5rem), 1fr)); gap: 1.9rem 2rem; margin-bottom: 1.4rem; }
.multiples.one { grid-template-columns: minmax(0, 28rem); }
.multiples .fig { margin: 0; display: flex; flex-direction: column; }
.multiples .fig figcaption { margin: 0 0 .3rem; border: 0; padding: 0; font-size: .94rem; min-height: 4.2rem; flex: 1 0 auto; }
.multiples .fig svg { width: 100%; }
.quote { border-left: 3px solid var(--line); padding-left: .6rem; margin: .4rem 0 0; }
.multiples figcaption > b { display: block; font-size: 1rem; line-height: 1.3; }
.multiples figcaption span { color: var(--soft); }
.multiples figcaption b a { text-decoration: none; } .multiples figcaption b a:hover { text-decoration: underline; }
.inked { border: 1px solid var(--soft); display: inline-block; min-width: 1.35rem; height: 1.35rem; border-radius: .7rem; background: var(--ink); color: var(--paper); font-size: .78rem; font-weight: 700; text-align: center; line-height: 1.25rem; }
.ok { color: var(--good); font-weight: 600; white-space: nowrap; } .ok::before { content: "✓ "; }
.old { color: var(--warn); font-weight: 600; white-space: nowrap; } .old::before { content: "! "; }
.common { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; margin: 0 0 .8rem; font-size: .97rem; }
.common dt { display: inline; color: var(--soft); } .common dd { display: inline; font-weight: 600; }
.common dt::after { content: ": "; } html:lang(fr) .common dt::after { content: "\\202f: "; }
.pager { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; padding-top: 1rem; }
.pager a { font-weight: 600; }
.foot span > a { display: inline-block; padding: .3rem 0; }
.foot { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .875rem; color: var(--soft); margin-top: .5rem; max-width: none; }
.dl { display: flex; flex-wrap: wrap; gap: .5rem; margin: .4rem 0 1rem; }
.dl a { display: block; border: 1px solid var(--rule); padding: .45rem .8rem; text-decoration: none; font-weight: 600; color: var(--link); }
.dl a:hover { background: var(--tint2); }
.dl small { font-weight: 400; color: var(--soft); }
.cite { background: var(--tint); padding: .8rem 1rem; font-size: .95rem; overflow-wrap: anywhere; margin: .4rem 0 1rem; max-width: none; user-select: all; white-space: pre-wrap; }
.link { overflow-wrap: anywhere; max-width: none; }
details > summary { cursor: pointer; color: var(--link); padding: .45rem 0; width: max-content; max-width: 100%; }
details > summary:hover { text-decoration: underline; }
`;
