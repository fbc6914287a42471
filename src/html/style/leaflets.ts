/** Leaflets: their tools with QR codes, and how they print on the two sides of one sheet. */
export const LEAFLETS = `
.tools { counter-reset: tool; }
.tools > li { counter-increment: tool; display: grid; grid-template-columns: 2.4rem minmax(0, 1fr) 7.6rem; gap: 0 1.2rem; padding: 1.3rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.tools > li::before { content: counter(tool); font-size: 1.9rem; line-height: 1.05; font-weight: 700; color: var(--d1); font-variant-numeric: tabular-nums; }
.tools h3 { font-size: 1.2rem; margin: 0; } .tools p { margin: .35rem 0 .5rem; } .tools .address { overflow-wrap: anywhere; }
.qr { text-align: center; font-size: .78rem; line-height: 1.25; color: var(--soft); overflow-wrap: anywhere; }
.qr svg { width: 7.2rem; height: 7.2rem; background: #fff; display: block; margin: 0 auto .3rem; }
.qr .none { border: 1px dashed var(--soft); height: 7.2rem; display: grid; place-content: center; padding: .5rem; margin-bottom: .3rem; }
@media (max-width: 40rem) { .tools > li { grid-template-columns: 2rem minmax(0, 1fr); } .tools .qr { display: none; } }
@media print {
  main:has(.tools) .head { max-width: none; }
  main:has(.tools) .head::before { content: "Signpost"; display: block; background: #12304f; color: #fff; font-weight: 700; font-size: 1.2rem; padding: 4.5mm 5mm; margin-bottom: 7mm; }
  main:has(.tools) .prose { columns: 2; column-gap: 8mm; } main:has(.tools) .beware { column-span: all; max-width: none; }
  /* One sheet has room for what it says, what it points to and where that was read. */
  html:has(.tools) { font-size: 8.8pt; }
  main:has(.tools) article > section:not(#body, #note, #resources, #sources, #about) { display: none; }
  main:has(.tools) section { margin-bottom: 1rem; }
  .tools { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
  .tools > li, .tools > li:first-child { grid-template-columns: minmax(0, 1fr) 25mm; gap: 0 4mm; padding: 3.2mm 0; }
  .tools > li::before { display: none; } .tools h3::before { content: counter(tool) "  "; color: #0b5a9d; }
  .tools .qr { display: block; font-size: .7rem; } .qr svg, .qr .none { width: 25mm; height: 25mm; }
}
`;
