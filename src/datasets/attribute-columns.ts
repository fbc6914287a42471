import type { CellParseError, CellValue } from './cell-value.js';
import type { Layout } from './layout.js';

/** Whether a layout has attribute columns, such as for flags or notes. */
export function hasAttributeColumns(layout: Layout): boolean {
  const { multiplier, confidentiality, note, flagColumns } = layout;
  return [multiplier, confidentiality, note, flagColumns].some((column) => column !== undefined);
}

/** Applies the attribute columns of a row (multiplier, confidentiality, flags, note) to its figure. */
export function applyAttributeColumns(
  cell: CellValue,
  row: readonly string[],
  layout: Layout,
): CellValue | CellParseError {
  let { value, state, note } = cell;
  let flags = cell.flags;
  if (layout.multiplier !== undefined && value !== null) {
    const exponent = (row[layout.multiplier] ?? '').trim();
    if (!/^-?\d{0,2}$/.test(exponent)) return { fault: `"${exponent}" is not a power of ten` };
    value = Number(`${value}e${exponent || '0'}`);
  }
  const confidentialityCode = (row[layout.confidentiality ?? -1] ?? '').trim().toUpperCase();
  if (confidentialityCode !== '' && confidentialityCode !== 'F' && value === null) state = 'SUPPRESSED';
  for (const { column, flag } of layout.flagColumns ?? []) {
    if ((row[column] ?? '').trim() === '1') flags = [...flags, flag];
  }
  const reportedNote = (row[layout.note ?? -1] ?? '').trim();
  if (reportedNote !== '')
    note = note === null ? reportedNote.slice(0, 1_000) : `${note}; ${reportedNote}`.slice(0, 1_000);
  return { ...cell, value, state, flags, note };
}
