import type { Cell } from '../tables/cell.js';
import { itemsIn } from '../tables/cell.js';
import type { Column, Role } from '../tables/column.js';
import type { Row, Table } from '../tables/table.js';
import { columnParts, columnWord, stateWord, valueWord } from '../words/catalogue.js';
import type { Said } from '../words/said.js';
import { saidHere } from '../words/said.js';
import type { Saying, ShownItem } from './shown-cell.js';
import { inOneLine, shownItems } from './shown-cell.js';

/** A cell as people read it. */
export interface ShownCell {
  /** All that it holds, in one line. */
  text: string;
  /** What it holds, one by one; none where there is nothing. */
  items: readonly ShownItem[];
  /** Whether it says that a figure is not there. */
  isMissing: boolean;
}

/** A column as a screen shows it. */
export interface ShownColumn {
  name: string;
  label: string;
  /** The label in parts, each with its language where that is another. */
  labelParts: readonly Said[];
  role: Role | null;
  isNumber: boolean;
  /** Whether it has a place where there is little room: it names a figure, or is its period or its value. */
  isMain: boolean;
  /** With what it stands where there is little room: with what names the row, or with its value; null where it has no place then. */
  beside: 'NAME' | 'VALUE' | null;
  /** What the contract says of it. */
  description: string | null;
  /** What a row has in it, as people read it. */
  cell(row: Row): ShownCell;
  /** What a row has in it, to put rows in order. */
  raw(row: Row): Cell;
}

/** A table as a screen shows it. */
export interface ShownTable {
  /** Whether each row is a figure. */
  isFigures: boolean;
  /** What all rows have in common, said once: "Unit: persons". */
  common: readonly (Pick<ShownColumn, 'label' | 'labelParts'> & { cell: ShownCell })[];
  /** What differs between the rows; all there is, where there is but one row. */
  columns: readonly ShownColumn[];
}

const NAMING: readonly (Role | null)[] = ['list', 'indicator', 'area', 'area_code', 'dimension'];
/** How columns begin that are of an indicator and no figure of it. */
const OF_INDICATOR = 'indicator_';
const MAIN: readonly (Role | null)[] = [...NAMING, 'period', 'rank', 'value'];
/** What is shown with figures whether it was asked for or not. */
const TOLD: readonly (Role | null)[] = [...MAIN, 'unit', 'flags', 'source'];
/** What is shown with figures only where it is the same for all. */
const TOLD_ONCE: readonly (Role | null)[] = ['unit', 'source'];

/**
 * Chooses what of a table a screen shows: what was not asked for is left out, what is the same in all rows stands
 * once above, names lead to the pages of what they name.
 */
export function shownTable(table: Table, saying: Saying): ShownTable {
  const { columns, rows } = table;
  const has = (role: Role) => columns.some((column) => column.role === role);
  const isFigures = has('value') && has('period');
  const common: ShownTable['common'][number][] = [];
  const shown: ShownColumn[] = [];
  for (const [index, column] of columns.entries()) {
    const { role, isQuiet, isName } = column;
    if (isToldElsewhere(column, table)) continue;
    const values = new Set(rows.map((row) => row[index]));
    const [first = null] = values;
    if (isName && role === null && isAreaAt(index, table)) continue;
    const isWanted = !isQuiet || (isFigures ? TOLD.includes(role) : isName && values.size > 1);
    if (!isWanted) continue;
    const one = shownColumn(table, index, saying);
    if (rows.length > 0 && values.size === 1 && (first === null || (role === 'state' && first === 'REPORTED')))
      continue;
    if (rows.length > 1 && values.size === 1)
      common.push({ label: one.label, labelParts: one.labelParts, cell: one.cell(rows[0]!) });
    else if (!isQuiet || !TOLD_ONCE.includes(role) || rows.length === 1) shown.push(one);
  }
  return { isFigures, common, columns: withShortNames(withOneBreakdown(shown, rows, saying), rows) };
}

/** Where there is little room, an indicator has none if the list that a row is of tells which it is. */
function withShortNames(columns: readonly ShownColumn[], rows: readonly Row[]): ShownColumn[] {
  const list = columns.find(({ role }) => role === 'list');
  return columns.map((column) => {
    if (!list || column.role !== 'indicator') return column;
    const pairs = new Set(rows.map((row) => JSON.stringify([list.raw(row), column.raw(row)])));
    const isTold = pairs.size === new Set(rows.map((row) => list.raw(row))).size;
    return isTold ? { ...column, isMain: false } : column;
  });
}

/**
 * Dimensions of different indicators, of which no row has all, as one column: it holds the codes of each row. Side by side
 * they would be columns of hardly anything.
 */
function withOneBreakdown(columns: readonly ShownColumn[], rows: readonly Row[], { words }: Saying): ShownColumn[] {
  const own = columns.filter(({ role }) => role === 'dimension');
  if (own.length < 2 || rows.some((row) => own.every(({ raw }) => raw(row) !== null))) return [...columns];
  const [first] = own;
  const breakdown: ShownColumn = {
    ...first!,
    name: own.map(({ name }) => name).join(' '),
    label: words.form.inputs['breakdown']!,
    labelParts: [saidHere(words.form.inputs['breakdown']!)],
    isMain: false,
    beside: 'NAME',
    description: null,
    raw: (row) => own.map(({ raw }) => raw(row)).find((cell) => cell !== null) ?? null,
    cell: (row) => {
      const items = own.flatMap(({ cell }) => cell(row).items);
      return { text: inOneLine(items), items, isMissing: false };
    },
  };
  return columns.flatMap((column) => (column === first ? [breakdown] : own.includes(column) ? [] : [column]));
}

/** The code of an area is told by its name, a key by the title that it leads from, an address by what it is the source of. */
function isToldElsewhere({ role, name, isQuiet }: Column, { columns, rowName }: Table): boolean {
  if (role === 'source_url') return true;
  if (isQuiet && columns.some((column) => `${column.name}_slug` === name)) return true;
  if (role === 'area_code') return columns.some((column) => column.role === 'area');
  return name === 'slug' && columns.some((column) => column.name === rowName);
}

/** Whether a column names in each row what the column of areas does. */
function isAreaAt(index: number, { columns, rows }: Table): boolean {
  const area = columns.findIndex(({ role }) => role === 'area');
  return area >= 0 && rows.length > 0 && rows.every((row) => row[area] === row[index]);
}

/** What a table of figures says of what is measured needs no "Indicator" before it where nothing else is called so. */
function inShort(column: Column, { columns }: Table): Pick<Column, 'name' | 'role'> {
  const { name, role, isName } = column;
  const isFigures = columns.some((each) => each.role === 'value');
  const isOfIndicator = role === null && !isName && name.startsWith(OF_INDICATOR);
  const short = isFigures && isOfIndicator ? name.slice(OF_INDICATOR.length) : name;
  return columns.some((each) => each !== column && each.name === short) ? column : { name: short, role };
}

function shownColumn(table: Table, index: number, saying: Saying): ShownColumn {
  const column = table.columns[index]!;
  const { name, role, type, description } = column;
  const called = inShort(column, table);
  const at = (wanted: (column: Column) => boolean) => table.columns.findIndex(wanted);
  const state = role === 'value' ? at((each) => each.role === 'state') : -1;
  const url = role === 'source' ? at((each) => each.role === 'source_url') : -1;
  const { kinds } = saying.words;
  const slug = name === table.rowName && name in kinds ? at((each) => each.name === 'slug') : -1;
  return {
    name,
    label: columnWord(saying.words, called),
    labelParts: columnParts(saying.words, called),
    role,
    isNumber: type === 'NUMBER',
    isMain: MAIN.includes(role),
    beside: role === 'unit' || role === 'flags' ? 'VALUE' : null,
    description,
    raw: (row) => row[index] ?? null,
    cell: (row) => {
      const cell = row[index] ?? null;
      if (cell === null && role === 'value') {
        const reason = state < 0 ? null : row[state];
        const isSaid = typeof reason === 'string' && reason !== 'REPORTED';
        const text = isSaid
          ? valueWord(saying.words, reason, 'ObservationState')
          : stateWord(saying.words, 'NOT_REPORTED');
        return { text, items: [{ text, href: null }], isMissing: true };
      }
      const items = shownItems(cell, column, saying);
      const own = slug < 0 ? null : row[slug];
      const addresses = itemsIn(row[url]);
      const led = items.map((item, place): ShownItem => {
        if (typeof own === 'string') return { ...item, href: `/${name}/${own}` };
        return { ...item, href: item.href ?? (addresses.length === items.length ? addresses[place] || null : null) };
      });
      return { text: inOneLine(items), items: led, isMissing: false };
    },
  };
}
