import type { Table } from '../tables/table.js';
import type { Words } from '../words/words.js';

/** What a row of each table is, in words; with its path where tables of an answer are called alike. */
export function tableNames(
  tables: readonly Pick<Table, 'path' | 'rowName' | 'columns'>[],
  words: Words,
): ReadonlyMap<string, string> {
  const names = tables.map((table) => [table.path, chooseName(table, words)] as const);
  const isTaken = (name: string) => names.filter(([, other]) => other === name).length > 1;
  return new Map(names.map(([path, name]) => [path, isTaken(name) ? `${name} – ${path}` : name]));
}

function chooseName(
  { rowName, columns: own }: Pick<Table, 'rowName' | 'columns'>,
  { kinds, columns, screen }: Words,
): string {
  const isFigure = own.some(({ role }) => role === 'value') && own.some(({ role }) => role === 'period');
  const name = isFigure ? screen.figure : (kinds[rowName] ?? columns[rowName] ?? rowName);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
