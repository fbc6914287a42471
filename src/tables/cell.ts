import type { Selected } from './selection.js';

/** A text, a number, a truth value, or null where the answer has none. */
export type Cell = string | number | boolean | null;

/** An object of an answer. */
export type Item = Readonly<Record<string, unknown>>;

/** What an object of an answer has under a key; undefined where there is no object. */
export function readMember(item: unknown, key: string): unknown {
  return (item as Item | null | undefined)?.[key];
}

/** The object under a key, or null. */
function readItem(item: unknown, key: string): Item | null {
  return (readMember(item, key) ?? null) as Item | null;
}

/** The list of objects under a key; none where there is no list. */
export function readItems(item: unknown, key: string): readonly Item[] {
  return (readMember(item, key) ?? []) as readonly Item[];
}

/** What stands between the items of a list in a cell, and between the values of one of them. */
export const BETWEEN_ITEMS = '; ';
/** The same signs inside an item: with a space at which no line breaks, so that they part nothing. */
const INSIDE_ITEM = ';\u00a0';
export const BETWEEN_VALUES = ' / ';

/** Returns a value of an answer as a cell: a list is joined, an object is written as JSON. */
export function makeCell(value: unknown): Cell {
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

/** Most lists of a figure have one item or none, which need no joining. */
function listCell(list: readonly unknown[]): Cell {
  if (list.length === 0) return null;
  return list.length === 1 ? asItem(makeCell(list[0])) : joined(list.map(makeCell));
}

/** Joins the items of a list into one cell; null where there are none. */
export function joined(items: readonly Cell[]): Cell {
  const there = items.filter((item) => item !== null && item !== '').map(asItem);
  return there.length < 2 ? (there[0] ?? null) : there.join(BETWEEN_ITEMS);
}

/** A cell as one item of a list, though it may be the only one. */
export function asItem(item: Cell): Cell {
  return typeof item === 'string' ? item.replaceAll(BETWEEN_ITEMS, INSIDE_ITEM) : item;
}

/** The items of a list that was joined into a cell, as they were; none where it is empty. */
export function itemsIn(cell: Cell | undefined): string[] {
  if (cell == null || cell === '') return [];
  return String(cell)
    .split(BETWEEN_ITEMS)
    .map((item) => item.replaceAll(INSIDE_ITEM, BETWEEN_ITEMS));
}

/** Returns the key under which a field was selected without having been added, or else as it was added. */
export function keyFor(below: readonly Selected[], name: string): string | null {
  const found = below.filter((each) => each.name === name);
  return (found.find(({ isQuiet }) => !isQuiet) ?? found[0])?.key ?? null;
}

/** Compiles how a list that is no row of its own is written into one cell: the names of its items. */
export function listText(list: Selected): (value: unknown) => Cell {
  if (list.isConnection) {
    const items = list.below.find(({ name }) => name === 'edges') ?? list.below.find(({ name }) => name === 'nodes');
    if (!items) return () => null;
    const text = listText(items);
    return (value) => text(readMember(value, items.key));
  }
  const text = itemText(list.below);
  return (value) => (Array.isArray(value) ? joined(value.map((item: Item | null) => text(item))) : null);
}

/** Compiles how an object is written in a cell: its title, with its address if asked; else its values. */
function itemText(below: readonly Selected[]): (item: Item | null) => Cell {
  const node = below.find(({ name, isList }) => name === 'node' && !isList);
  if (node) {
    const text = itemText(node.below);
    return (item) => text(readItem(item, node.key));
  }
  const title = keyFor(below, 'title');
  if (title !== null) {
    const url = below.find(({ name, isQuiet }) => name === 'url' && !isQuiet)?.key;
    return (item) => {
      const name = makeCell(item?.[title]);
      const address = url === undefined ? null : makeCell(item?.[url]);
      return address === null ? name : `${name ?? ''} <${address}>`.trim();
    };
  }
  const parts = below.filter(({ isQuiet, name }) => !isQuiet && name !== '__typename').map(partText);
  return (item) => {
    const texts = item ? parts.map((part) => part(item)).filter((text) => text !== null) : [];
    return texts.length === 0 ? null : texts.join(BETWEEN_VALUES);
  };
}

function partText({ key, below, isList }: Selected): (item: Item) => Cell {
  if (below.length === 0) return (item) => makeCell(item[key]);
  if (isList) return () => null;
  const text = itemText(below);
  return (item) => text(readItem(item, key));
}
