import qrcode from 'qrcode-generator';
import { remembered } from '../remembered.js';
import type { Html } from './html.js';
import { html } from './html.js';

/** Modules around a code that have to stay white. */
const QUIET = 4;

interface Drawn {
  size: number;
  path: string;
}

/**
 * An address as a QR code, which is read from a screen and from paper: black on white, with its quiet zone, of a size that
 * the style sheet says; a seventh of it may be damaged.
 */
export function qrCode(address: string, label: string): Html {
  const { size, path } = drawn(address);
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">
    <path fill="none" stroke="#000" d="${path}" />
  </svg>`;
}

/** A code takes as long as the rest of a page; leaflets have one for each resource, and the addresses are few. */
const drawn = remembered((address): Drawn => {
  const code = qrcode(0, 'M');
  // Letters outside of ASCII are read in another way by each telephone; an address can do without.
  code.addData(URL.canParse(address) ? new URL(address).href : address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => rowPath(row, (column) => code.isDark(row, column), count));
  return { size: count + 2 * QUIET, path: rows.join('') };
});

/** The dark runs of a row as lines along its middle. */
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
