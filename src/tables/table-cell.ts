import type { SelectedField } from './read-selection.js';

export type TableCell = string | number | boolean | null;

export type RowItem = Readonly<Record<string, unknown>>;

/** Returns a property of an object; undefined if there is no object. */
export function readProperty(item: unknown, key: string): unknown {
  return (item as RowItem | null | undefined)?.[key];
}

function readItem(item: unknown, key: string): RowItem | null {
  return (readProperty(item, key) ?? null) as RowItem | null;
}

/** Returns the objects of a list; empty if the list is missing. */
export function readItems(item: unknown, key: string): readonly RowItem[] {
  return (readProperty(item, key) ?? []) as readonly RowItem[];
}

/** Separator of list items in a cell. */
export const ITEM_SEPARATOR = '; ';
/** Replacement of the separator inside an item. It contains a non-breaking space. */
const ESCAPED_SEPARATOR = ';\u00a0';
/** Separator between the values of an object within a cell. */
export const VALUE_SEPARATOR = ' / ';

/** Fields with the address of an object, outside or on this website. */
const ADDRESS_FIELDS = ['url', 'path'];

/** Converts a value to a cell. Lists are joined, objects become JSON. */
export function toTableCell(value: unknown): TableCell {
  if (value == null) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      return Array.isArray(value) ? listCell(value) : JSON.stringify(value);
    default:
      return String(value);
  }
}

/** Joins a list. Optimised for lists with at most one item, which are the most frequent. */
function listCell(list: readonly unknown[]): TableCell {
  if (list.length === 0) return null;
  return list.length === 1 ? toCellItem(toTableCell(list[0])) : joinCells(list.map(toTableCell));
}

/** Joins items into a cell; null if there are none. */
export function joinCells(items: readonly TableCell[]): TableCell {
  const present = items.filter((item) => item !== null && item !== '').map(toCellItem);
  return present.length < 2 ? (present[0] ?? null) : present.join(ITEM_SEPARATOR);
}

/** Converts a cell to a list item, so that it can be split again. */
export function toCellItem(item: TableCell): TableCell {
  return typeof item === 'string' ? item.replaceAll(ITEM_SEPARATOR, ESCAPED_SEPARATOR) : item;
}

/** Splits a cell into its list items. */
export function splitCell(cell: TableCell | undefined): string[] {
  if (cell == null || cell === '') return [];
  return String(cell)
    .split(ITEM_SEPARATOR)
    .map((item) => item.replaceAll(ESCAPED_SEPARATOR, ITEM_SEPARATOR));
}

/** Returns the response key of a field, preferably as selected by the client; null if it is not selected. */
export function findResponseKey(subfields: readonly SelectedField[], name: string): string | null {
  const found = subfields.filter((field) => field.name === name);
  return (found.find(({ isAdded }) => !isAdded) ?? found[0])?.key ?? null;
}

/** Returns a function that converts a list to one cell with the distinct texts of its items. */
export function compileListCell(list: SelectedField): (value: unknown) => TableCell {
  if (list.isConnection) {
    const items =
      list.subfields.find(({ name }) => name === 'edges') ?? list.subfields.find(({ name }) => name === 'nodes');
    if (!items) return () => null;
    const text = compileListCell(items);
    return (value) => text(readProperty(value, items.key));
  }
  const text = compileItemText(list.subfields);
  return (value) => (Array.isArray(value) ? joinCells([...new Set(value.map(text))]) : null);
}

/** Returns a function that converts an object to text: its title with the URL or path, else its sentence or values. */
function compileItemText(subfields: readonly SelectedField[]): (item: RowItem | null) => TableCell {
  const node = subfields.find(({ name, isList }) => name === 'node' && !isList);
  if (node) {
    const text = compileItemText(node.subfields);
    return (item) => text(readItem(item, node.key));
  }
  const title = findResponseKey(subfields, 'title');
  if (title !== null) {
    const url = subfields.find(({ name, isAdded }) => ADDRESS_FIELDS.includes(name) && !isAdded)?.key;
    return (item) => {
      const name = toTableCell(item?.[title]);
      const address = url === undefined ? null : toTableCell(item?.[url]);
      return address === null ? name : `${name ?? ''} <${address}>`.trim();
    };
  }
  const sentence = findResponseKey(subfields, 'sentence');
  if (sentence !== null) return (item) => toTableCell(item?.[sentence]);
  const partTexts = subfields.filter(({ isAdded, name }) => !isAdded && name !== '__typename').map(compilePartText);
  return (item) => {
    const texts = item ? partTexts.map((part) => part(item)).filter((text) => text !== null) : [];
    return texts.length === 0 ? null : texts.join(VALUE_SEPARATOR);
  };
}

function compilePartText({ key, subfields, isList }: SelectedField): (item: RowItem) => TableCell {
  if (subfields.length === 0) return (item) => toTableCell(item[key]);
  if (isList) return () => null;
  const text = compileItemText(subfields);
  return (item) => text(readItem(item, key));
}
