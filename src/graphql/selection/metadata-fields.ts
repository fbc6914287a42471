import { publicPath } from '../../model/entry-key.js';
import { entryKindName, type Field } from '../../model/model.js';
import type { Entry } from '../request/entry.js';
import { globalId } from '../request/global-id.js';

/** Resolvers of the computed fields that need only the metadata of an entry. */
export const METADATA_RESOLVERS: Readonly<Record<string, (entry: Entry) => unknown>> = {
  id: globalId,
  slug: ({ slug }) => slug,
  path: ({ kind, slug }) => publicPath(kind, slug),
  entryKind: ({ kind }) => entryKindName(kind),
  status: ({ stored }) => stored.status,
  revision: ({ stored }) => stored.revision,
  updatedAt: ({ stored }) => stored.updatedAt,
  publishedAt: ({ stored }) => stored.publishedAt,
};

/** Computed fields of all kinds that other files of src/graphql/ resolve. */
const EXTERNAL_FIELDS: readonly string[] = [
  'translation',
  'translations',
  'related',
  'citation',
  'history',
  'record',
  'schedule',
  'publishedRevision',
  'hasDraft',
];

/** Whether a computed field is common to all kinds. Modules in src/kinds/ compute the others. */
export function isCommonComputedField({ name, computed }: Field): boolean {
  return computed && (Object.hasOwn(METADATA_RESOLVERS, name) || EXTERNAL_FIELDS.includes(name));
}
