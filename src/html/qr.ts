import qrcode from 'qrcode-generator';
import { memoise } from '../memoise.js';
import type { Html } from './html.js';
import { html } from './html.js';

/** The quiet zone in modules. */
const QUIET = 4;

interface Drawn {
  size: number;
  path: string;
}

/**
 * An address as a QR code for screens and paper: black on white, with its quiet zone, sized by the style sheet, with 15
 * % error correction.
 */
export function qrCode(address: string, label: string): Html {
  const { size, path } = drawn(address);
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path fill="none" stroke="#000" d="${path}" />
  </svg>`;
}

/** A code takes as long as the rest of a page. Leaflets have one for each resource, and few addresses. */
const drawn = memoise((address): Drawn => {
  const code = qrcode(0, 'M');
  // Phones decode non-ASCII characters differently.
  code.addData(URL.canParse(address) ? new URL(address).href : address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => rowPath(row, (column) => code.isDark(row, column), count));
  return { size: count + 2 * QUIET, path: rows.join('') };
});

/** The dark runs of a row as lines. */
function rowPath(row: number, isDark: (column: number) => boolean, count: number): string {
  let path = '';
  let end = 0;
  for (let column = 0; column < count; column += 1) {
    if (!isDark(column)) continue;
    const start = column;
    while (column < count && isDark(column)) column += 1;
    path += path === '' ? `M${start + QUIET} ${row + QUIET}.5` : `m${start - end} 0`;
    path += `h${column - start}`;
    end = column;
  }
  return path;
}
