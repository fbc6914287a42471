import type { ResultTable } from '../tables/table.js';
import { findFieldLabel, toMidSentence } from '../i18n/column-labels.js';
import { readableName } from '../i18n/readable-name.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';

/** Names the rows of each table; equal names get the shortest distinguishing path. */
export function tableNames(
  tables: readonly Pick<ResultTable, 'path' | 'rowName' | 'columns'>[],
  words: LocaleMessages,
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

function chooseName(
  { rowName, columns: own }: Pick<ResultTable, 'rowName' | 'columns'>,
  words: LocaleMessages,
): string {
  const isFigure = own.some(({ role }) => role === 'value') && own.some(({ role }) => role === 'period');
  return isFigure ? toMidSentence(words.screen.figure, words) : wordOf(rowName, words);
}

function wordOf(name: string, words: LocaleMessages): string {
  return toMidSentence(words.kinds[name] ?? findFieldLabel(words, name) ?? readableName(name), words);
}
