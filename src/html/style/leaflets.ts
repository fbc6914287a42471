export const LEAFLETS_CSS = `
.tools { counter-reset: tool; }
.tools > li { counter-increment: tool; display: grid; grid-template-columns: 2.4rem minmax(0, 1fr) 7.6rem; gap: 0 1.2rem; padding: 1.3rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.tools > li::before { content: counter(tool); font-size: 1.9rem; line-height: 1.05; font-weight: 700; color: var(--d1); font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.tools h3 { font-size: 1.2rem; margin: 0; } .tools p { margin: .35rem 0 .5rem; } .tools .address { overflow-wrap: anywhere; }
.qr { text-align: center; font-size: .78rem; line-height: 1.25; color: var(--soft); overflow-wrap: anywhere; }
.qr svg { width: 7.2rem; height: 7.2rem; background: #fff; display: block; margin: 0 auto .3rem; }
.qr .none { border: 1px dashed var(--soft); height: 7.2rem; display: grid; place-content: center; padding: .5rem; margin-bottom: .3rem; }
@media (max-width: 40rem) { .tools > li { grid-template-columns: 2rem minmax(0, 1fr); } .tools > li::before { font-size: 1.4rem; } .tools .qr { display: none; } }
@page sheet { margin: 12mm 13mm 14mm; }
@media print {
  /* A leaflet fits on one sheet, with its tools and sources. More than eight tools need smaller type. */
  body:has(.sheet) { page: sheet; } html:has(.sheet) { font-size: 8.8pt; } html:has(.tools > li:nth-child(9)) { font-size: 8pt; }
  body:has(.sheet) .masthead { display: block !important; } body:has(.sheet) :is(.nav, .langs) { display: none; }
  body:has(.sheet) .band > div { width: auto; padding: 2.5mm 5mm; }
  main:has(.sheet) .head { max-width: none; padding-top: 5mm; } main:has(.sheet) .lead { max-width: none; font-size: 1.2rem; margin-top: .5rem; }
  .glance:has(+ .sheet) { grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: auto; justify-content: space-between; }
  .glance:has(+ .sheet) > div { padding-block: .5rem; } .glance a[href^=http]::after { content: " <" attr(href) ">"; font-size: .8em; font-weight: 400; overflow-wrap: anywhere; }
  .sheet .prose { columns: 2; column-gap: 8mm; max-width: none; line-height: 1.45; } .sheet p { max-width: none; }
  .sheet .caveat { display: none; }
  .sheet section { margin-bottom: .9rem; } .sheet section > h2 { margin-bottom: .5rem; padding-bottom: .25rem; font-size: 1.35rem; }
  .sheet .dots td, .sheet .dots th { padding-block: .2rem; } .sheet #stages, .sheet #digital { break-inside: avoid; }
  .tools { display: grid; grid-template-columns: 1fr 1fr; gap: 0 7mm; line-height: 1.3; }
  .tools > li, .tools > li:first-child { grid-template-columns: minmax(0, 1fr) 18mm; gap: 0 3mm; padding: 1.8mm 0; }
  html:has(.tools > li:nth-child(9)) .tools > li { padding: .8mm 0; } html:has(.tools > li:nth-child(9)) .sheet section { margin-bottom: .3rem; }
  .tools > li::before { display: none; } .tools h3 { font-size: 1.1rem; text-wrap: wrap; } .tools h3::before { content: counter(tool) "  "; color: #0b5a9d; }
  .tools p, .tools .address, .tools .meta { margin: .15rem 0 0; } .tools .meta, .tools .address { font-size: .85rem; } .tools .meta span + span { display: none; }
  .tools .meta, .tools .address { display: inline; } .tools .address::before { content: "· "; }
  .tools .qr { display: block; font-size: 0; } .qr .none { font-size: .68rem; padding: 1mm; margin: 0; }
  .qr svg, .qr .none, .glance .paper-only svg { width: 18mm; height: 18mm; margin: 0; }
  .sheet section > p.soft { break-after: avoid; margin-bottom: .3rem; }
  .sheet #sources, .sheet #about { float: left; width: 48%; } .sheet #sources { margin-right: 4%; }
  .sheet #about h3 { display: none; } .sheet #about p { margin: .2rem 0; font-size: .9rem; } .sheet .cite { padding: 0; background: none; } .sheet .refs { font-size: .9rem; } .sheet .refs > li { padding-block: .2rem; border: 0; }
}
`;
