/** Rules for narrow screens and print. They must come last. */
export const MEDIA_CSS = `
@media (max-width: 40rem) {
  .wrap, main, .masthead > *, footer > *, .band > div, .crumbs { width: calc(100% - 2rem); }
  .brand + span { display: none; }
  .langs { margin: 0; width: 100%; } .langs ul { gap: 0 1.4rem; font-size: .875rem; }
  .nav nav { width: 100%; } .nav ul { gap: 0 1.1rem; } .nav .find { width: 100%; } .find input { flex: 1; width: auto; }
  .wide-only { display: none; } .narrow-only { display: block; }
  .field.wide { grid-column: auto; }
  .ask { margin-inline: -1rem; padding-inline: 1rem; }
  .side { display: none; } .answer th, .answer td { padding-right: .7rem; } .answer th[scope=row] { min-width: 6.5rem; }
  .langs small { display: none; }
  h1, h2, h3, .stages a { hyphens: auto; } .whom li { flex-wrap: wrap; gap: 0 1rem; }
  .glance { grid-template-columns: minmax(0, 1fr); border-bottom: 0; } .glance > div, .glance > div + div { padding: .55rem 0; border-left: 0; border-bottom: 1px solid var(--line); display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .8rem; align-items: baseline; }
  .glance dd { font-size: 1.05rem; margin: 0; } .big { font-size: 1.2rem; }
  .tl li { grid-template-columns: minmax(0, 1fr); gap: 0; } .tl li > b { text-align: left; padding-left: 1.4rem; border-left: 3px solid var(--line); }
  .bykind { grid-template-columns: minmax(0, 1fr); } .bykind dd { border: 0; }
  .spans, .spans tbody, .spans tr, .spans th, .spans td { display: block; width: auto; } .spans tr { padding: .35rem 0; } .spans th a, .glance dd > a { display: inline-block; min-height: 24px; }
  .dots th[scope=row] { min-width: 8rem; }
  .stack, .stack caption, .stack tbody, .stack tr, .stack td, .stack th { display: block; padding-right: 0; } .stack thead { display: none; }
  .stack tr { border-bottom: 1px solid var(--line); padding: .7rem 0; } .stack td, .stack th { border: 0; padding: .08rem 0; }
  .stack td[data-l]::before { content: attr(data-l) ": "; color: var(--soft); } html:lang(fr) .stack td[data-l]::before { content: attr(data-l) "\\202f: "; } .stack td.n { text-align: left; white-space: normal; }
  .edits tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 .8rem; } .edits th { grid-column: span 2; } .edits td:nth-child(n+6) { grid-column: 1 / -1; }
  .stack td:empty { display: none; } .answer .long { min-width: 0; }
}
@media (min-width: 60rem) {
  .choose::details-content, .choices::details-content { content-visibility: visible; block-size: auto; }
  @supports selector(::details-content) { .choices > summary { display: none; } .choices .ask h2 { display: block; } .choices .ask { border-top: 3px solid var(--rule); padding-top: .8rem; } }
  .choices .ask { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.4rem; } .choices .ask > h2, .choices .ask > details { grid-column: 1 / -1; } .choices .ask .acts { margin-top: 1.55rem; align-self: start; }
}
@media (max-width: 23rem) { h1 { font-size: 1.65rem; } .stages { grid-template-columns: minmax(0, 1fr); } }
@media (min-width: 56rem) and (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
.paper-only { display: none !important; }
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-left { content: "Signpost"; font: 8pt sans-serif; color: #3d4b59; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #3d4b59; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --tint: #f3f6f9; --tint2: #e6ecf2; --line: #b8c4d0; --rule: #16324f; --ink: #000; --soft: #3d4b59; --link: #000; --visited: #000; --d1: #0b5a9d; --d2: #b0491a; --d3: #1f7a58; --d4: #7a4a9c; --mute: #74859a; --grid: #dde4ec; --mark: #ffe9a8; --good: #1f6b4c; --brand: #12304f; --warn: #8a4b00; --warn-tint: #fff; }
  html { font-size: 9.6pt; } body { font-size: 1rem; display: block; min-height: 0; } main { padding-bottom: 0; width: 100%; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .masthead, .crumbs, .toc, footer, .skip, .btn, .dl, .ask, .choices, .find, .more a, .foot a, .bar a, .jump, .facets, .pager, .screen-only { display: none !important; } .paper-only { display: block !important; }
  .body { display: block; margin-top: .8rem; }
  .multiples { grid-template-columns: repeat(3, 1fr); gap: 1rem 1.4rem; }
  .refs a[href^=http]::after, .stack a[href^=http]::after { content: " <" attr(href) ">"; font-size: .82em; overflow-wrap: anywhere; }
  details::details-content { content-visibility: visible; height: auto; }
  .head { padding: 0 0 .8rem; } h1 { font-size: 2.1rem; }
  section { margin-bottom: 1.5rem; } h2, h3 { break-after: avoid; }
  .fig, tr, .notice, .beware, .rows > li, .two > li, .tl li, .refs > li { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
