export const ENTRIES_CSS = `
.head { padding: 1.6rem 0 1.5rem; max-width: 60rem; }
.eyebrow { color: var(--soft); font-weight: 600; margin: 0 0 .35rem; display: flex; gap: .2rem .8rem; flex-wrap: wrap; align-items: center; }
.lead { font-size: clamp(1.17rem, 1.05rem + .5vw, 1.38rem); line-height: 1.45; margin: .85rem 0 0; max-width: 56ch; }
.lead + .find, h1 + .find { margin-top: 1.3rem; } .lead + p, h1 + p:not(.lead) { margin-top: 1rem; } .find + .small { margin: .6rem 0 0; max-width: 60rem; }
.head.brief { padding: 1rem 0 1.2rem; max-width: none; } .head.brief h1 { font-size: clamp(1.6rem, 1.3rem + 1.2vw, 2.1rem); } .head.brief .lead { font-size: 1.1rem; max-width: 90ch; margin-top: .5rem; }
.lead.long { font-size: 1.12rem; max-width: 66ch; }
section { margin-bottom: 3rem; }
section > h2 { padding-bottom: .5rem; margin-bottom: 1rem; border-bottom: 1px solid var(--line); display: flex; justify-content: space-between; align-items: baseline; gap: .3rem 1rem; flex-wrap: wrap; }
section > h3, .sub { margin: 1.6rem 0 .6rem; }
h2 .more { font-size: .94rem; font-weight: 400; letter-spacing: 0; }
.prose { font-size: 1.09rem; line-height: 1.6; }
.prose > :last-child { margin-bottom: 0; }
.prose ul { list-style: disc; padding-left: 1.3rem; } .prose ol { list-style: decimal; padding-left: 1.5rem; }
.notice { border: 1px solid var(--line); border-left: 6px solid var(--d1); padding: .65rem 1rem; margin: 1rem 0 1.2rem; font-size: .97rem; max-width: 60rem; }
.notice p { margin: 0; max-width: none; }
.notice.beware { border-color: var(--warn); background: var(--warn-tint); }
.caveat { border-left: 6px solid var(--warn); background: var(--warn-tint); padding: .85rem 1.1rem; margin: 1.3rem 0; max-width: 46rem; }
.beware h3 { font-size: 1rem; margin: 0 0 .25rem; color: var(--warn); }
.beware p { margin: 0; }
.la { display: inline-block; font-size: .7rem; font-weight: 700; line-height: 1; letter-spacing: .04em; border: 1px solid var(--soft); color: var(--soft); padding: .14rem .24rem .12rem; border-radius: 2px; vertical-align: .16em; text-transform: uppercase; white-space: nowrap; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); border-top: 3px solid var(--rule); border-bottom: 1px solid var(--line); }
.glance > div { padding: .8rem 1.1rem .9rem 0; min-width: 0; }
.glance > div + div { border-left: 1px solid var(--line); padding-left: 1.1rem; }
.glance dt { color: var(--soft); font-size: .875rem; line-height: 1.3; }
.glance dd { font-size: 1.15rem; font-weight: 600; line-height: 1.3; margin-top: .2rem; }
.glance dd small { display: block; font-weight: 400; font-size: .85rem; color: var(--soft); margin-top: .15rem; line-height: 1.35; }
.big { font-size: 1.75rem; font-weight: 700; letter-spacing: -.02em; font-variant-numeric: tabular-nums lining-nums; }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3.5rem; margin-top: 1.6rem; }
.toc { font-size: .94rem; }
.toc h2 { font-size: .94rem; margin-bottom: .4rem; }
.toc li { padding: .22rem 0 .22rem .85rem; border-left: 2px solid var(--line); }
.toc a { text-decoration: none; display: inline-block; }
.toc a:hover { text-decoration: underline; }
@media (min-width: 64rem) {
  .body.with-toc { grid-template-columns: 12.5rem minmax(0, 1fr); }
  .toc { position: sticky; top: 1.5rem; align-self: start; padding-top: .35rem; }
}
@media (max-width: 63.99rem) { .toc { padding: 0 0 1.2rem; border-bottom: 1px solid var(--line); margin-bottom: 1.6rem; } .toc ul { columns: 15rem; column-gap: 2rem; } }
.rows > li { padding: .8rem 0; border-bottom: 1px solid var(--line); }
.rows > li:first-child { padding-top: 0; }
.rows .t { font-weight: 600; font-size: 1.06rem; line-height: 1.35; }
.rows p { margin: .2rem 0 0; }
.tree > li { padding: 0 0 1.5rem; } .tree > li + li { border-top: 1px solid var(--line); padding-top: 1.2rem; }
.tree .t { font-weight: 700; font-size: 1.2rem; } .tree p { margin: .2rem 0 0; }
.tree ul { border-left: 2px solid var(--line); margin: .5rem 0 0 .15rem; padding-left: 1.1rem; }
.tree li li { padding: .22rem 0; } .tree ul ul { margin-top: .15rem; }
.meta { color: var(--soft); font-size: .875rem; margin-top: .3rem; display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2.5rem; }
.two > li { padding: .65rem 0; border-bottom: 1px solid var(--line); }
.two + .soft, .two + .rows { margin-top: 1.2rem; }
.two .t { font-weight: 600; }
.two p { font-size: .94rem; margin: .15rem 0 0; color: var(--soft); }
.chips { display: flex; flex-wrap: wrap; gap: .45rem; }
.chips a, .chip { display: inline-block; background: var(--tint2); color: var(--ink); padding: .2rem .65rem; border-radius: 1rem; font-size: .92rem; text-decoration: none; }
.chips a:hover { box-shadow: inset 0 0 0 2px var(--link); }
.dir { display: inline-flex; align-items: baseline; gap: .4rem; font-weight: 600; font-size: .94rem; white-space: nowrap; }
.dir svg { width: 1.35rem; height: 1.35rem; flex: none; align-self: center; fill: none; stroke: currentColor; stroke-width: 2.4; stroke-linejoin: round; stroke-linecap: round; }
.dir.r { color: var(--d2); } .dir.f { color: var(--d3); } .dir.s { color: var(--soft); } .dir.e { color: var(--d4); }
.bykind { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: 0 1.5rem; }
.bykind dt { font-weight: 600; padding-top: .65rem; border-top: 1px solid var(--line); line-height: 1.3; }
.bykind dd { border-top: 1px solid var(--line); }
.bykind .two > li { border: 0; padding: .6rem 0 .4rem; }
.refs { counter-reset: ref; font-size: .97rem; }
.refs > li { counter-increment: ref; padding: .45rem 0 .45rem 2.2rem; position: relative; border-bottom: 1px solid var(--line); }
.refs > li::before { content: counter(ref); position: absolute; left: 0; color: var(--soft); font-weight: 600; font-variant-numeric: tabular-nums; }
.refs .soft { font-size: .9rem; }
.quote blockquote { margin: 0 0 .5rem; padding-left: .9rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
.big-rows > li { padding-block: .9rem; font-size: 1.06rem; } .big-rows .chips { margin: .5rem 0 0; }
.tl { display: grid; grid-template-columns: 1fr; }
.tl li { display: grid; grid-template-columns: 7rem 1fr; gap: 1.2rem; padding: .15rem 0 1rem; }
.tl li > b { text-align: right; font-variant-numeric: tabular-nums; line-height: 1.4; }
.tl li > div { border-left: 3px solid var(--line); padding: 0 0 .2rem 1.4rem; position: relative; min-width: 0; }
.tl li > div::before { content: ""; position: absolute; left: -.52rem; top: .38rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--d1); border: 2px solid var(--paper); }
.tl p { margin: .1rem 0 0; }
.facts { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: .35rem 1.2rem; margin: 0 0 1rem; }
.facts dt { color: var(--soft); }
@media (max-width: 34rem) { .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: .6rem; } }
`;
