import { readWholeXml } from './xml-stream.js';
import { formatDay } from '../model/day.js';

const DAY = 86_400_000;
/** Built-in date formats. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Indexes of cell styles with a date format. */
export async function dateStyles(styles: AsyncIterable<Buffer>): Promise<Set<number>> {
  const custom = new Set<number>();
  const found = new Set<number>();
  let inCells = false;
  let at = 0;
  await readWholeXml(styles, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && showsDay(formatCode ?? '')) custom.add(Number(numFmtId));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(numFmtId);
        if (BUILT_IN.has(id) || custom.has(id)) found.add(at);
        at += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

/** The day of a serial number, as YYYY-MM-DD; null where invalid. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!(serial >= 1) || serial > 2_958_465) return null;
  // In the 1900 system, day 60 is a nonexistent 29 February.
  const days = from1904 ? serial + 1462 : serial > 60 ? serial : serial + 1;
  return formatDay(new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY));
}

function showsDay(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
