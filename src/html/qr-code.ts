import qrcode from 'qrcode-generator';
import { memoise } from '../memoise.js';
import { type Html, html } from './html.js';

/** Width of the quiet zone, in modules. */
const QUIET_ZONE = 4;

interface QrPath {
  size: number;
  path: string;
}

/** Renders a URL as a black QR code on white, with a quiet zone. The style sheet sets its size. */
export function qrCode(url: string, label: string): Html {
  const { size, path } = drawCode(url);
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path fill="none" stroke="#000" d="${path}" />
  </svg>`;
}

/** Memoised, because generating a code is as slow as rendering the rest of a page. */
const drawCode = memoise((url): QrPath => {
  const code = qrcode(0, 'M');
  // Phones decode non-ASCII characters differently.
  code.addData(URL.canParse(url) ? new URL(url).href : url, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => rowPath(row, (column) => code.isDark(row, column), count));
  return { size: count + 2 * QUIET_ZONE, path: rows.join('') };
});

/** Returns the dark runs of a row as an SVG path. */
function rowPath(row: number, isDark: (column: number) => boolean, count: number): string {
  let path = '';
  let end = 0;
  for (let column = 0; column < count; column += 1) {
    if (!isDark(column)) continue;
    const start = column;
    while (column < count && isDark(column)) column += 1;
    path += path === '' ? `M${start + QUIET_ZONE} ${row + QUIET_ZONE}.5` : `m${start - end} 0`;
    path += `h${column - start}`;
    end = column;
  }
  return path;
}
