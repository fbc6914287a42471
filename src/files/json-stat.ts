import { max } from 'd3-array';
import { AppError } from '../errors.js';
import type { TableCell } from '../tables/table-cell.js';
import type { Column, ColumnRole } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import type { FileMetadata } from './file-metadata.js';

const MAX_CELLS = 1_000_000;
const DIMENSIONS: readonly (ColumnRole | null)[] = ['list', 'indicator', 'area_code', 'dimension', 'period', 'unit'];

interface Axis {
  /** Index of the column of codes, or of labels if there are no codes. `labelColumn` is the column of labels. */
  codeColumn: number;
  labelColumn: number;
  name: string;
  role: ColumnRole | null;
  labels: Map<string, string>;
}

/**
 * Converts figures to a JSON-stat 2.0 dataset with sorted periods. Missing figures are null. `status` contains reasons
 * and flags, `updated` the date of the newest edition, `note` the scope and footnotes.
 * @throws AppError BAD_REQUEST if there are no figures, or too many cells
 */
export function jsonStatDataset(
  columns: readonly Column[],
  rows: readonly TableRow[],
  metadata: Pick<FileMetadata, 'title' | 'address' | 'scope' | 'footnotes'>,
): object {
  const columnIndex = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const valueColumn = columnIndex('value');
  if (valueColumn < 0 || columnIndex('period') < 0) {
    throw new AppError('BAD_REQUEST', 'JSON-stat contains figures, and this table has none; request csv instead.');
  }
  const axes = columns.flatMap((column, index): Axis[] =>
    DIMENSIONS.includes(column.role) ? [makeAxis(column, index, columns)] : [],
  );
  for (const row of rows) {
    for (const { codeColumn: index, labelColumn, labels } of axes) {
      const key = labelKey(row[index]!);
      if (!labels.has(key)) labels.set(key, String(row[labelColumn] ?? key));
    }
  }
  const address = metadata.address();
  const updated = newestEditionDate(columns, rows);
  const note = [...metadata.scope(), ...metadata.footnotes()];
  const usedAxes = axes.filter(({ labels }) => !(labels.size === 1 && labels.has(''))).map(sortPeriods);
  const size = usedAxes.map(({ labels }) => labels.size);
  const cellCount = size.reduce((product, length) => product * length, 1);
  if (cellCount > MAX_CELLS) {
    throw new AppError(
      'BAD_REQUEST',
      `The cube would have ${cellCount} cells; at most ${MAX_CELLS} are written. Request csv.`,
    );
  }
  const [values, status] = [new Array<TableCell>(cellCount).fill(null), {} as Record<string, string>];
  const axisPositions = usedAxes.map(({ codeColumn: index, labels }) => ({
    index,
    positions: new Map([...labels.keys()].map((key, position) => [key, position])),
  }));
  for (const row of rows) {
    const cellIndex = axisPositions.reduce(
      (sum, axis, nth) => sum * size[nth]! + axis.positions.get(labelKey(row[axis.index]!))!,
      0,
    );
    values[cellIndex] = row[valueColumn]!;
    const statusTexts = [
      row[columnIndex('value')] === null ? row[columnIndex('state')] : null,
      row[columnIndex('flags')],
    ].filter((text) => text != null);
    if (statusTexts.length > 0) status[cellIndex] = statusTexts.join('; ');
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: metadata.title,
    ...(updated !== undefined && { updated }),
    ...(address !== null && { href: address }),
    ...(note.length > 0 && { note }),
    id: usedAxes.map(({ name }) => name),
    size,
    role: makeRoles(usedAxes),
    dimension: Object.fromEntries(usedAxes.map(({ name, labels }) => [name, makeDimension(name, labels)])),
    value: values,
    ...(Object.keys(status).length > 0 && { status }),
  };
}

/** Returns the newest edition date of the rows, in its original precision; undefined if there is none. */
function newestEditionDate(columns: readonly Column[], rows: readonly TableRow[]): string | undefined {
  const index = columns.findIndex(({ role }) => role === 'vintage_date');
  const dates = rows.flatMap((row) => (index < 0 || row[index] == null ? [] : [String(row[index])]));
  return max(dates);
}

function makeAxis({ role, name }: Column, columnIndex: number, columns: readonly Column[]): Axis {
  const indexOf = (requested: ColumnRole, nth = 0) =>
    columns.flatMap((column, index) => (column.role === requested ? [index] : []))[nth] ?? columnIndex;
  const axis = { name, role, labels: new Map<string, string>() };
  if (role === 'area_code') return { ...axis, codeColumn: columnIndex, labelColumn: indexOf('area') };
  if (role === 'indicator') return { ...axis, codeColumn: indexOf('indicator_code'), labelColumn: columnIndex };
  // Code columns are in the order of the dimension columns.
  const dimensionNumber = columns.slice(0, columnIndex).filter((column) => column.role === 'dimension').length;
  return {
    ...axis,
    codeColumn: role === 'dimension' ? indexOf('dimension_code', dimensionNumber) : columnIndex,
    labelColumn: columnIndex,
  };
}

function sortPeriods(axis: Axis): Axis {
  if (axis.role !== 'period') return axis;
  return { ...axis, labels: new Map([...axis.labels].sort(([labelA], [labelB]) => (labelA < labelB ? -1 : 1))) };
}

function makeRoles(axes: readonly Axis[]): Record<string, string[]> {
  const namesOf = (requested: ColumnRole) => axes.filter(({ role }) => role === requested).map(({ name }) => name);
  const roles = { time: namesOf('period'), geo: namesOf('area_code') };
  return Object.fromEntries(Object.entries(roles).filter(([, names]) => names.length > 0));
}

function makeDimension(name: string, labels: ReadonlyMap<string, string>): object {
  return { label: name, category: { index: [...labels.keys()], label: Object.fromEntries(labels) } };
}

function labelKey(cell: TableCell): string {
  return String(cell ?? '');
}
