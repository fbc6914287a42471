import { columnLabel } from '../i18n/column-labels.js';
import { foldText } from '../model/fold-text.js';
import type { Column } from '../tables/column.js';
import type { FileMetadata, ReuseTerms } from './file-metadata.js';

const FIELD_TYPES: Readonly<Partial<Record<Column['type'], string>>> = { NUMBER: 'number', BOOLEAN: 'boolean' };

/** Returns the descriptor of an archive of tables, as a Frictionless tabular data package. */
export function dataPackageDescriptor(
  tables: readonly { path: string; columns: readonly Column[] }[],
  terms: readonly ReuseTerms[],
  { messages, title, address, retrievedAt }: Pick<FileMetadata, 'messages' | 'title' | 'address' | 'retrievedAt'>,
): object {
  const homepage = address();
  const licences = [...new Set(terms.flatMap(({ licence }) => licence ?? []))];
  return {
    profile: 'tabular-data-package',
    name: toName(title),
    title,
    created: retrievedAt.toISOString(),
    ...(homepage !== null && { homepage }),
    ...(licences.length > 0 && { licenses: licences.map((licence) => ({ path: 'licence.txt', title: licence })) }),
    ...(terms.length > 0 && {
      sources: terms.map((source) => ({ title: source.title, ...(source.url !== null && { path: source.url }) })),
    }),
    resources: tables.map(({ path, columns }) => ({
      profile: 'tabular-data-resource',
      name: toName(path),
      path: `tables/${path}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columns.map((column) => ({
          name: column.name,
          type: FIELD_TYPES[column.type] ?? 'string',
          title: columnLabel(messages, column),
          ...(column.description !== null && { description: column.description }),
        })),
        missingValues: [''],
      },
    })),
  };
}

/** Converts a text to a name of lower-case letters, digits, dots, underscores and hyphens, as data packages require. */
function toName(text: string): string {
  const name = foldText(text)
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'signpost' : name;
}
