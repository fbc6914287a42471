import type { ResultTable } from '../tables/table.js';
import { findFieldLabel, formatsFor, toMidSentence } from '../i18n/column-labels.js';
import { readableName } from '../i18n/readable-name.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';

type CountedTable = Pick<ResultTable, 'path' | 'rowName' | 'columns' | 'rows'>;

/** The rows of each table with their number, as "24 figures"; equal names get the shortest distinguishing path. */
export function tableNames(tables: readonly CountedTable[], words: LocaleMessages): ReadonlyMap<string, string> {
  const named = tables.map((table) => {
    const name = countedRows(table, words);
    const place = findWord(table.path.slice(table.path.lastIndexOf('.') + 1), words);
    return { path: table.path, ways: [name, `${name} – ${place}`, `${name} – ${table.path}`] };
  });
  // The shortest unique path.
  const isOwn = (way: string, at: number) => named.filter(({ ways }) => ways[at] === way).length === 1;
  return new Map(named.map(({ path, ways }) => [path, ways.find(isOwn) ?? path]));
}

function countedRows({ rowName, columns, rows }: CountedTable, words: LocaleMessages): string {
  const isFigure = columns.some(({ role }) => role === 'value') && columns.some(({ role }) => role === 'period');
  if (isFigure) return words.screen.figures({ count: rows.length });
  const number = formatsFor(words).number(rows.length);
  const plural = findFieldLabel(words, pluralName(rowName));
  if (rows.length === 1) return `${number} ${findWord(rowName, words)}`;
  if (plural === undefined) return `${findWord(rowName, words)} (${number})`;
  return `${number} ${toMidSentence(plural, words)}`;
}

/** The name of a list in the contract: `country` becomes `countries`. */
export function pluralName(name: string): string {
  return `${name.replace(/y$/, 'ie')}s`;
}

function findWord(name: string, words: LocaleMessages): string {
  return toMidSentence(words.kinds[name] ?? findFieldLabel(words, name) ?? readableName(name), words);
}
