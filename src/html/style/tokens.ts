/** Design tokens: fonts, and colours with tested contrast for light and dark `color-scheme`. */
export const TOKENS_CSS = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #0f161e); --tint: light-dark(#f3f6f9, #17212b); --tint2: light-dark(#e6ecf2, #202d39);
  --line: light-dark(#ccd6e0, #35444f); --rule: light-dark(#16324f, #86a9cc);
  --ink: light-dark(#14212e, #e7edf3); --soft: light-dark(#4a5a6a, #a9b8c6);
  --link: light-dark(#0b4f8f, #8cc4ff); --visited: light-dark(#5a3a8c, #c9aef0);
  --brand: light-dark(#12304f, #0b1a29); --brand-ink: light-dark(#ffffff, #f2f6fa); --brand-soft: light-dark(#c9d8e8, #b3c5d7);
  --d1: light-dark(#0b5a9d, #6fb3f2); --d2: light-dark(#b0491a, #f0925c); --d3: light-dark(#1f7a58, #66c79c); --d4: light-dark(#7a4a9c, #c49be6);
  --mute: light-dark(#74859a, #6f8090); --grid: light-dark(#dde4ec, #2a3742); --mark: light-dark(#ffe9a8, #4a3b0a); --good: light-dark(#1f6b4c, #7fd3ac); --focus: #ffbf1f;
  --warn: light-dark(#8a4b00, #f3c074); --warn-tint: light-dark(#fff6e3, #2a2214);
  --sans: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
`;
