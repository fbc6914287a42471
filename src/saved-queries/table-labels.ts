import type { ResultTable } from '../tables/table.js';
import { findFieldLabel, formatsFor, toMidSentence } from '../i18n/column-labels.js';
import { readableName } from '../i18n/readable-name.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';

type CountedTable = Pick<ResultTable, 'path' | 'rowName' | 'columns' | 'rows'>;

/** Returns table labels by path, such as "24 figures". Adds the last part of the path, or the path, to equal labels. */
export function tableLabels(tables: readonly CountedTable[], messages: LocaleMessages): ReadonlyMap<string, string> {
  const labelCandidates = tables.map((table) => {
    const name = rowCountLabel(table, messages);
    const lastPart = nounFor(table.path.slice(table.path.lastIndexOf('.') + 1), messages);
    return { path: table.path, candidates: [name, `${name} – ${lastPart}`, `${name} – ${table.path}`] };
  });
  const isUnique = (candidate: string, index: number) =>
    labelCandidates.filter(({ candidates }) => candidates[index] === candidate).length === 1;
  return new Map(labelCandidates.map(({ path, candidates }) => [path, candidates.find(isUnique) ?? path]));
}

function rowCountLabel({ rowName, columns, rows }: CountedTable, messages: LocaleMessages): string {
  const isFigure = columns.some(({ role }) => role === 'value') && columns.some(({ role }) => role === 'period');
  if (isFigure) return messages.screen.figures({ count: rows.length });
  const number = formatsFor(messages).number(rows.length);
  const plural = findFieldLabel(messages, pluralName(rowName));
  if (rows.length === 1) return `${number} ${nounFor(rowName, messages)}`;
  if (plural === undefined) return `${nounFor(rowName, messages)} (${number})`;
  return `${number} ${toMidSentence(plural, messages)}`;
}

/** Returns the plural of a contract name: `country` becomes `countries`. */
export function pluralName(name: string): string {
  return `${name.replace(/y$/, 'ie')}s`;
}

function nounFor(name: string, messages: LocaleMessages): string {
  return toMidSentence(messages.kinds[name] ?? findFieldLabel(messages, name) ?? readableName(name), messages);
}
