/** Colours, light and dark, with the contrast that they were chosen for, and the fonts. */
export const TOKENS = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --tint: #f3f6f9; --tint2: #e6ecf2; --line: #ccd6e0; --rule: #16324f;
  --ink: #14212e; --soft: #4a5a6a;
  --link: #0b4f8f; --visited: #5a3a8c;
  --brand: #12304f; --brand-ink: #ffffff; --brand-soft: #c9d8e8;
  --d1: #0b5a9d; --d2: #b0491a; --focus: #ffbf1f;
  --warn: #8a4b00; --warn-tint: #fff6e3;
  --sans: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f161e; --tint: #17212b; --tint2: #202d39; --line: #35444f; --rule: #86a9cc;
    --ink: #e7edf3; --soft: #a9b8c6;
    --link: #8cc4ff; --visited: #c9aef0;
    --brand: #0b1a29; --brand-ink: #f2f6fa; --brand-soft: #b3c5d7;
    --d1: #6fb3f2; --d2: #f0925c;
    --warn: #f3c074; --warn-tint: #2a2214;
  }
}
`;
