import type { Column, ColumnRole } from '../tables/column.js';
import { splitCell } from '../tables/table-cell.js';
import type { TableRow } from '../tables/table.js';
import { formatsFor, columnLabel } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { FileMetadata, ReuseTerms } from './file-metadata.js';
import type { SourceCollector } from './source-collector.js';

/** Returns the metadata of a file as pairs of a label and a text, in the language of the file. */
export function metadataRows(metadata: FileMetadata, collector: SourceCollector): [string, string][] {
  const { messages, title, address, query, variables, retrievedAt } = metadata;
  const { takeAway } = messages.page;
  const [sentences, footnotes] = [metadata.scope(), metadata.footnotes()];
  return [
    [fieldName(messages, 'title'), title],
    [takeAway.retrieved, retrievedAt.toISOString()],
    [fieldName(messages, 'url'), address() ?? ''],
    ...(sentences.length > 0 ? [[messages.scope.scope, sentences.join(' ')] satisfies [string, string]] : []),
    ...footnotes.map((footnote): [string, string] => [fieldName(messages, 'footnote'), footnote]),
    [takeAway.editions, collector.editionDates().join(', ')],
    [messages.cite.cite, collector.citation(metadata, 'APA')],
    [fieldName(messages, 'licence'), takeAway.eachUnderItsTerms],
    [takeAway.query, query],
    [takeAway.variables, variables],
  ];
}

/** Roles of the columns with the origin of figures. */
const ORIGIN_ROLES: readonly ColumnRole[] = ['source_publisher', 'source_reference', 'vintage_date', 'source_licence'];

/** Returns lines with the origin and the permalink of figures, for images. */
export function originLines(
  { columns, rows }: { columns: readonly Column[]; rows: readonly TableRow[] },
  { messages, address }: Pick<FileMetadata, 'messages' | 'address'>,
): string[] {
  const lines = ORIGIN_ROLES.flatMap((role) => {
    const index = columns.findIndex((column) => column.role === role);
    const texts = [...new Set(rows.flatMap((row) => splitCell(row[index])))];
    return texts.length === 0 ? [] : [labelledLine(messages, columnLabel(messages, columns[index]!), texts.join('; '))];
  });
  const url = address();
  return url === null ? lines : [...lines, labelledLine(messages, messages.cite.permalink, url)];
}

/** Columns of the table of sources; the same in all languages. */
export const SOURCES_TABLE_COLUMNS = ['source', 'publisher', 'address', 'licence', 'attribution'];

export function sourcesTableHeader(messages: LocaleMessages): string[] {
  return SOURCES_TABLE_COLUMNS.map((name) => fieldName(messages, name === 'address' ? 'url' : name));
}

export function sourcesTableRows(terms: readonly ReuseTerms[]): TableRow[] {
  return terms.map(({ title, publisher, url, licence, attribution }) => [title, publisher, url, licence, attribution]);
}

export function licenceText(terms: readonly ReuseTerms[], messages: LocaleMessages): string {
  const { takeAway } = messages.page;
  const knownTerms = terms.map(({ title, publisher, licence, attribution }) => {
    const name = publisher === null ? title : `${title} (${publisher})`;
    const lines = [
      labelledLine(messages, fieldName(messages, 'licence'), licence ?? takeAway.termsNotSeen),
      ...(attribution === null ? [] : [labelledLine(messages, fieldName(messages, 'attribution'), attribution)]),
    ];
    return `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  const introduction = `${takeAway.nameThem}\n${takeAway.ownTexts}\n\n`;
  return introduction + (knownTerms.length > 0 ? knownTerms.join('\n') : `${takeAway.noSource}\n`);
}

export function labelledLine(messages: LocaleMessages, name: string, text: string): string {
  return `${name}${formatsFor(messages).colon} ${text}`;
}

function fieldName(messages: LocaleMessages, name: string): string {
  return columnLabel(messages, { name, role: null });
}
