/** The head of a page, its sections, notices, and lists of entries. */
export const ENTRIES = `
.head { padding: 1.6rem 0 1.5rem; max-width: 60rem; }
.eyebrow { color: var(--soft); font-weight: 600; margin: 0 0 .35rem; display: flex; gap: .2rem .8rem; flex-wrap: wrap; align-items: center; }
.lead { font-size: clamp(1.17rem, 1.05rem + .5vw, 1.38rem); line-height: 1.45; margin: .85rem 0 0; max-width: 56ch; }
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
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2.5rem; }
.two > li { padding: .65rem 0; border-bottom: 1px solid var(--line); }
.two .t { font-weight: 600; }
.two p { font-size: .94rem; margin: .15rem 0 0; color: var(--soft); }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1.6rem 2.2rem; margin: 1.4rem 0 2.6rem; }
.doors > li { border-top: 5px solid var(--d1); padding-top: .6rem; }
.doors a { font-weight: 600; }
.doors .num { float: right; color: var(--soft); font-variant-numeric: tabular-nums lining-nums; }
.doors small { display: block; color: var(--soft); line-height: 1.4; margin-top: .2rem; }
.facts { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: .35rem 1.2rem; margin: 0 0 1rem; }
.facts dt { color: var(--soft); }
.facts ul, article section > ul { list-style: disc; padding-left: 1.1rem; }
.facts .facts { margin: 0; }
section > ul > li > .facts { margin-bottom: .9rem; }
@media (max-width: 34rem) { .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: .6rem; } }
`;
