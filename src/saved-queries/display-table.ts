import { SEED_AUTHOR } from '../model/seed-author.js';
import { splitCell, type TableCell } from '../tables/table-cell.js';
import type { Column, ColumnRole } from '../tables/column.js';
import type { TableRow, ResultTable } from '../tables/table.js';
import { columnLabelParts, columnLabel, missingReasonLabel, enumLabel, findFieldLabel } from '../i18n/column-labels.js';
import { inPageLanguage, type LocalisedText } from '../i18n/localised-text.js';
import { unitLabel } from '../i18n/unit-label.js';
import { pluralName } from './table-labels.js';
import { type DisplayItem, joinDisplayItems, type Localisation, localePrefix, toDisplayItems } from './display-cell.js';

export interface DisplayCell {
  text: string;
  items: readonly DisplayItem[];
  /** Whether the cell is a missing figure. */
  isMissing: boolean;
}

export interface DisplayColumn {
  name: string;
  label: string;
  /** Label, split into parts by language. */
  labelParts: readonly LocalisedText[];
  role: ColumnRole | null;
  isNumber: boolean;
  /** Whether narrow screens show the column: it names a figure, or contains its period or value. */
  isMain: boolean;
  /** Cell to which narrow screens move the value: the name or the figure. Null: it keeps its column. */
  narrowPlace: 'NAME' | 'VALUE' | null;
  description: string | null;
  cell(row: TableRow): DisplayCell;
  /** Returns the raw cell, for sorting. */
  raw(row: TableRow): TableCell;
}

export interface DisplayTable {
  /** Whether each row is a figure. */
  isFigures: boolean;
  /** Values that all rows have in common, as in "Source: …". The common unit of figures is part of a heading. */
  common: readonly (Pick<DisplayColumn, 'label' | 'labelParts'> & { cell: DisplayCell })[];
  /** Columns that differ between rows; all columns if there is only one row. */
  columns: readonly DisplayColumn[];
}

const NAME_ROLES: readonly (ColumnRole | null)[] = ['list', 'indicator', 'area', 'area_code', 'dimension'];
/** Prefix of the columns of an indicator that are not part of a figure. */
const INDICATOR_PREFIX = 'indicator_';
const MAIN_ROLES: readonly (ColumnRole | null)[] = [...NAME_ROLES, 'period', 'rank', 'value'];
/** Roles to show with figures, even if the query does not select them. */
const DEFAULT_FIGURE_ROLES: readonly (ColumnRole | null)[] = [...MAIN_ROLES, 'unit', 'flags', 'source'];
/** Roles that, unless requested, are shown with figures only if all rows have the same value. */
const SHARED_VALUE_ROLES: readonly (ColumnRole | null)[] = ['unit', 'source'];

/** Returns the columns to display: the requested ones, without values that all rows have in common. */
export function toDisplayTable(table: ResultTable, localisation: Localisation): DisplayTable {
  const { columns, rows } = table;
  const hasRole = (role: ColumnRole) => columns.some((column) => column.role === role);
  const isFigures = hasRole('value') && hasRole('period');
  const common: DisplayTable['common'][number][] = [];
  const shownColumns: DisplayColumn[] = [];
  let unit: LocalisedText | null = null;
  const valueIndex = columns.findIndex(({ role }) => role === 'value');
  const hasValueColumn = isFigures && (rows.length === 1 || new Set(rows.map((row) => row[valueIndex])).size > 1);
  for (const [index, column] of columns.entries()) {
    const { role, isAdded, isName } = column;
    if (isRedundant(column, table)) continue;
    const values = new Set(rows.map((row) => row[index]));
    const [first = null] = values;
    if (isName && role === null && equalsArea(index, table)) continue;
    const isRequested = !isAdded || (isFigures ? DEFAULT_FIGURE_ROLES.includes(role) : isName && values.size > 1);
    if (!isRequested) continue;
    const displayed = displayColumn(table, index, localisation);
    if (rows.length > 0 && values.size === 1 && (first === null || (role === 'state' && first === 'REPORTED')))
      continue;
    if (hasValueColumn && role === 'unit' && values.size === 1) unit = unitLabel(localisation.messages, String(first));
    else if (rows.length > 1 && values.size === 1) common.push(commonValue(displayed, rows[0]!, table, localisation));
    else if (!isAdded || !SHARED_VALUE_ROLES.includes(role) || rows.length === 1) shownColumns.push(displayed);
  }
  const nonEmptyValues = common.filter(({ cell }) => cell.text !== '');
  const mergedColumns = withoutImpliedName(mergeDimensions(shownColumns, rows, localisation), rows);
  return { isFigures, common: nonEmptyValues, columns: unit ? withUnit(mergedColumns, unit) : mergedColumns };
}

/** Adds the unit of all figures to the heading of their values, as in "Value (persons)". */
function withUnit(columns: readonly DisplayColumn[], unit: LocalisedText): DisplayColumn[] {
  return columns.map((column) => {
    if (column.role !== 'value') return column;
    const labelParts = [...column.labelParts, inPageLanguage(' ('), unit, inPageLanguage(')')];
    return { ...column, label: `${column.label} (${unit.text})`, labelParts };
  });
}

/** Returns a value that all rows have in common. The label of an ancestor's value is shortened if it remains unique. */
function commonValue(
  { name, role, label, labelParts, cell }: DisplayColumn,
  row: TableRow,
  { columns, path }: ResultTable,
  { messages }: Localisation,
): DisplayTable['common'][number] {
  const shortName = lastPart(name);
  const ancestorName = name.slice(0, -shortName.length - 1);
  const isAncestor = path
    .split('.')
    .slice(0, -1)
    .some((part) => part === ancestorName || part === pluralName(ancestorName));
  const isUnique = columns.filter((candidate) => lastPart(candidate.name) === shortName).length === 1;
  const isShort = role === null && isAncestor && isUnique && findFieldLabel(messages, shortName) !== undefined;
  if (!isShort) return { label, labelParts, cell: cell(row) };
  const column = { name: shortName, role };
  return { label: columnLabel(messages, column), labelParts: columnLabelParts(messages, column), cell: cell(row) };
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1);
}

/** Removes the list column if the indicator determines it. In the opposite case, narrow screens omit the indicator. */
function withoutImpliedName(columns: readonly DisplayColumn[], rows: readonly TableRow[]): DisplayColumn[] {
  const [list, indicator] = (['list', 'indicator'] as const).map((name) => columns.find(({ role }) => role === name));
  if (!list || !indicator) return [...columns];
  const pairs = new Set(rows.map((row) => JSON.stringify([list.raw(row), indicator.raw(row)])));
  const determinesPair = ({ raw }: DisplayColumn) => pairs.size === new Set(rows.map(raw)).size;
  if (determinesPair(indicator)) return columns.filter((column) => column !== list);
  return columns.map((column) =>
    column === indicator && determinesPair(list) ? { ...column, isMain: false } : column,
  );
}

/** Merges the dimension columns of different indicators into one. Otherwise they would be mostly empty. */
function mergeDimensions(
  columns: readonly DisplayColumn[],
  rows: readonly TableRow[],
  { messages }: Localisation,
): DisplayColumn[] {
  const dimensionColumns = columns.filter(({ role }) => role === 'dimension');
  if (dimensionColumns.length < 2 || rows.some((row) => dimensionColumns.every(({ raw }) => raw(row) !== null)))
    return [...columns];
  const [firstColumn] = dimensionColumns;
  const breakdown: DisplayColumn = {
    ...firstColumn!,
    name: dimensionColumns.map(({ name }) => name).join(' '),
    label: messages.form.inputs['breakdown']!,
    labelParts: [inPageLanguage(messages.form.inputs['breakdown']!)],
    isMain: false,
    narrowPlace: 'NAME',
    description: null,
    raw: (row) => dimensionColumns.map(({ raw }) => raw(row)).find((cell) => cell !== null) ?? null,
    cell: (row) => {
      const items = dimensionColumns.flatMap(({ cell }) => cell(row).items);
      return { text: joinDisplayItems(items), items, isMissing: false };
    },
  };
  return columns.flatMap((column) =>
    column === firstColumn ? [breakdown] : dimensionColumns.includes(column) ? [] : [column],
  );
}

/** Whether another column shows the same: the name of an area, the linked title of an entry, or the linked source. */
function isRedundant({ role, name, isAdded }: Column, { columns, rowName }: ResultTable): boolean {
  if (role === 'source_url') return true;
  if (isAdded && columns.some((column) => [`${column.name}_slug`, `${column.name}_code`].includes(name))) return true;
  if (role === 'area_code') return columns.some((column) => column.role === 'area');
  return name === 'slug' && columns.some((column) => column.name === rowName);
}

function equalsArea(index: number, { columns, rows }: ResultTable): boolean {
  const area = columns.findIndex(({ role }) => role === 'area');
  return area >= 0 && rows.length > 0 && rows.every((row) => row[area] === row[index]);
}

/** Returns the name and role to label a column by: without the prefix `indicator_`, if that remains unique. */
function shortenName(column: Column, { columns }: ResultTable): Pick<Column, 'name' | 'role'> {
  const { name, role, isName } = column;
  const isFigures = columns.some((candidate) => candidate.role === 'value');
  const isOfIndicator = role === null && !isName && name.startsWith(INDICATOR_PREFIX);
  if (role === 'list' && !isFigures) return { name: 'results', role: null };
  const shortName = isFigures && isOfIndicator ? name.slice(INDICATOR_PREFIX.length) : name;
  return columns.some((otherColumn) => otherColumn !== column && otherColumn.name === shortName)
    ? column
    : { name: shortName, role };
}

function displayColumn(table: ResultTable, index: number, localisation: Localisation): DisplayColumn {
  const column = table.columns[index]!;
  const { name, role, type, description } = column;
  const labelColumn = shortenName(column, table);
  const findIndex = (requested: (column: Column) => boolean) => table.columns.findIndex(requested);
  const stateIndex = role === 'value' ? findIndex((candidate) => candidate.role === 'state') : -1;
  const urlIndex = role === 'source' ? findIndex((candidate) => candidate.role === 'source_url') : -1;
  const { kinds } = localisation.messages;
  const slugName = name === table.rowName ? 'slug' : `${name}_slug`;
  const isLinked =
    name in kinds && (name === table.rowName || findIndex((candidate) => candidate.role === 'value') < 0);
  const slugIndex = isLinked ? findIndex((candidate) => candidate.name === slugName) : -1;
  return {
    name,
    label: columnLabel(localisation.messages, labelColumn),
    labelParts: columnLabelParts(localisation.messages, labelColumn),
    role,
    isNumber: type === 'NUMBER',
    isMain: MAIN_ROLES.includes(role),
    narrowPlace: role === 'unit' || role === 'flags' ? 'VALUE' : null,
    description,
    raw: (row) => row[index] ?? null,
    cell: (row) => {
      const cell = row[index] ?? null;
      if (cell === null && role === 'value') {
        const reason = stateIndex < 0 ? null : row[stateIndex];
        const isNoteworthy = typeof reason === 'string' && reason !== 'REPORTED';
        const text = isNoteworthy
          ? enumLabel(localisation.messages, reason, 'ObservationState')
          : missingReasonLabel(localisation.messages, 'NOT_REPORTED');
        return { text, items: [{ text, href: null }], isMissing: true };
      }
      // Hides the technical author of changes from files.
      if (cell === SEED_AUTHOR && lastPart(name) === 'author') return { text: '', items: [], isMissing: false };
      const items = toDisplayItems(cell, column, localisation);
      const slugCell = slugIndex < 0 ? null : row[slugIndex];
      const addresses = splitCell(row[urlIndex]);
      const linkedItems = items.map((item, position): DisplayItem => {
        if (typeof slugCell === 'string') return { ...item, href: `${localePrefix(localisation)}/${name}/${slugCell}` };
        return { ...item, href: item.href ?? (addresses.length === items.length ? addresses[position] || null : null) };
      });
      return { text: joinDisplayItems(items), items: linkedItems, isMissing: false };
    },
  };
}
