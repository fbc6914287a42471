/** One list of the answer as a table: cells are texts, rows in the order of the answer. */
export interface ResultTable {
  /** Where the list stands in the answer, as in `country.groups.edges`. */
  path: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A text, a number, a truth value, or null where the answer has none. */
type Cell = string | number | boolean | null;

type Row = Record<string, Cell>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/** The name of an item of a list: its own title, or that of the one thing it points to; null where it is more. */
function nameOf(item: unknown): string | null {
  if (!isObject(item)) return String(item);
  const own = [item.title, item.slug, item.code, item.value].find((text) => typeof text === 'string');
  if (own !== undefined) return own as string;
  const values = Object.values(item);
  const only = item.node ?? (values.length === 1 ? values[0] : null);
  return isObject(only) ? nameOf(only) : null;
}

/** A list as the text of one cell: the names of its items, or their number where they are rows of a table of their own. */
function listText(list: readonly unknown[]): string {
  const names = list.map(nameOf);
  return names.includes(null) ? `${list.length} rows` : names.join('; ');
}

/** Spreads an object over columns named by the way down: `provider.title`. Lists become one text. */
function flatten(value: Record<string, unknown>, above: string, row: Row): Row {
  for (const [name, held] of Object.entries(value)) {
    const column = above === '' ? name : `${above}.${name}`;
    const list = isObject(held) ? (held.nodes ?? held.edges) : held;
    if (Array.isArray(list)) row[column] = listText(list);
    else if (isObject(held)) flatten(held, column, row);
    else row[column] = held as Cell;
  }
  return row;
}

/**
 * Every list of objects in the data of an answer as a table, outer lists before inner ones. Lists at the same place
 * under different parents become one table whose first columns name the parents.
 */
export function tablesOf(data: unknown): ResultTable[] {
  const rowsByPath = new Map<string, Row[]>();

  const walk = (value: unknown, path: string, parents: Row): void => {
    if (isListOfObjects(value)) {
      const rows = rowsByPath.get(path) ?? [];
      rowsByPath.set(path, rows);
      for (const item of value) {
        rows.push({ ...parents, ...flatten(item, '', Object.create(null) as Row) });
        const name = nameOf(item);
        const below = name === null ? parents : { ...parents, [`in ${path}`]: name };
        for (const [field, held] of Object.entries(item)) walk(held, `${path}.${field}`, below);
      }
    } else if (isObject(value)) {
      for (const [field, held] of Object.entries(value)) walk(held, path === '' ? field : `${path}.${field}`, parents);
    }
  };
  walk(data, '', Object.create(null) as Row);

  return [...rowsByPath].map(([path, rows]) => {
    const named = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    // A link that leads nowhere in some rows needs no column of its own beside those of what it leads to elsewhere.
    const columns = named.filter((name) => !named.some((other) => other.startsWith(`${name}.`)));
    return { path, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
  });
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV (RFC 4180) with a header line; an empty cell is a figure or text that the answer does not have. */
export function csvOf(table: ResultTable): string {
  return [table.columns, ...table.rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}
