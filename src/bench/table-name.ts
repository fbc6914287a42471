import type { Table } from '../tables/table.js';
import { fieldWord, insideSentence } from '../words/catalogue.js';
import { readableName } from '../words/readable-name.js';
import type { Words } from '../words/words.js';

/** Names the rows of each table; equal names get the shortest distinguishing path. */
export function tableNames(
  tables: readonly Pick<Table, 'path' | 'rowName' | 'columns'>[],
  words: Words,
): ReadonlyMap<string, string> {
  const named = tables.map((table) => {
    const name = chooseName(table, words);
    const place = wordOf(table.path.slice(table.path.lastIndexOf('.') + 1), words);
    return { path: table.path, ways: [name, `${name} – ${place}`, `${name} – ${table.path}`] };
  });
  // The shortest unique path.
  const isOwn = (way: string, at: number) => named.filter(({ ways }) => ways[at] === way).length === 1;
  return new Map(named.map(({ path, ways }) => [path, ways.find(isOwn) ?? path]));
}

function chooseName({ rowName, columns: own }: Pick<Table, 'rowName' | 'columns'>, words: Words): string {
  const isFigure = own.some(({ role }) => role === 'value') && own.some(({ role }) => role === 'period');
  return isFigure ? insideSentence(words.screen.figure, words) : wordOf(rowName, words);
}

function wordOf(name: string, words: Words): string {
  return insideSentence(words.kinds[name] ?? fieldWord(words, name) ?? readableName(name), words);
}
