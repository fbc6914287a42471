import type { Filter } from 'mongodb';
import { foldText } from '../../model/fold-text.js';
import { type Field, findField, type Model } from '../../model/model.js';
import { AppError } from '../../errors.js';
import type { EntryKey } from '../../model/entry-key.js';
import type { View } from '../../model/visibility.js';
import type { DocumentOperations } from '../connection/document-operations.js';
import { type Database, draftCollectionName, READ_OPTIONS } from '../connection/database.js';
import { type EntryDocument, entryProjection, makeTombstone, toEntry } from './entry-document.js';
import { ENTRY_METADATA_PATHS, chooseComparison } from './kind-plan.js';
import { appendStages, listedEntries, unionSources } from './visibility-pipelines.js';
import type { StoredEntry } from '../entries.js';
import { currentKindName, storedKindName } from './stored-kind-name.js';

/** Number of entries per command when all entries of a kind are read. */
const ENTRIES_PER_READ = 500;

interface ReadContext {
  database: Database;
  model: Model;
}

/** Reads entries by slug. See `EntryStore.bySlug`. */
export async function readBySlug(
  context: ReadContext,
  kind: string,
  slugs: readonly string[],
  fields: readonly string[] | null,
  view: View,
): Promise<(StoredEntry | null)[]> {
  const entries = await readNewestEntries(context, kind, slugs, fields, view);
  return slugs.map((slug) => {
    const entry = entries.get(slug);
    return entry?.status === 'RETIRED' ? makeTombstone(entry) : (entry ?? null);
  });
}

/** Yields the current state of each entry of a kind, ordered by slug. */
export async function* readAllEntries(
  { database, model }: ReadContext,
  kind: string,
  fields: readonly string[] | null = null,
): AsyncGenerator<StoredEntry> {
  const { folder } = model.kind(kind);
  const publishedFilter = { status: 'PUBLISHED', superseded: { $exists: false } } as const;
  const publishedDocuments = readSorted(database.entries(folder), publishedFilter, fields);
  const unpublishedDocuments = readSorted(database.drafts(folder), { status: { $in: ['DRAFT', 'RETIRED'] } }, fields);
  const next = async (documents: typeof publishedDocuments) => (await documents.next()).value ?? null;
  let [nextPublished, nextUnpublished] = [await next(publishedDocuments), await next(unpublishedDocuments)];
  while (nextPublished || nextUnpublished) {
    if (nextPublished && (!nextUnpublished || nextPublished._id < nextUnpublished._id)) {
      yield toEntry(model, nextPublished);
      nextPublished = await next(publishedDocuments);
    } else {
      yield toEntry(model, nextUnpublished!);
      // Between two writes, an entry can be in both collections. The published state is then not newer, and skipped.
      if (nextPublished && nextPublished._id === nextUnpublished!._id) nextPublished = await next(publishedDocuments);
      nextUnpublished = await next(unpublishedDocuments);
    }
  }
}

/** Yields the published entries of a kind, ordered by slug. */
export async function* readPublishedEntries(
  { database, model }: ReadContext,
  kind: string,
  fields: readonly string[] | null,
): AsyncGenerator<StoredEntry> {
  const entries = database.entries(model.kind(kind).folder);
  for await (const document of readSorted(entries, { status: 'PUBLISHED' }, fields)) yield toEntry(model, document);
}

/** Reads the keys of the entries that have a value in one of several fields. See `EntryStore.keysBy`. */
export async function readKeysBy(
  { database, model }: ReadContext,
  fields: readonly { kind: string; path: readonly string[] }[],
  value: unknown,
  view: View,
): Promise<EntryKey[]> {
  if (fields.length === 0) return [];
  const source = unionSources(
    fields.map(({ kind, path }) => {
      const isText = chooseComparison(leafAt(model, kind, path)) === 'text';
      const fieldPath = path[0]! in ENTRY_METADATA_PATHS ? ENTRY_METADATA_PATHS[path[0]!]! : `find.${path.join('.')}`;
      const match = { [fieldPath]: isText ? foldText(String(value)) : value };
      return appendStages(listedEntries(model.kind(kind).folder, match, view), { $project: { kind: 1 } });
    }),
  );
  const rows = await database.readBatched<Pick<EntryDocument, '_id' | 'kind'>>(source);
  return rows.map(({ kind, _id }) => ({ kind: currentKindName(model, kind), slug: _id }));
}

async function readNewestEntries(
  { database, model }: ReadContext,
  kind: string,
  slugs: readonly string[],
  fields: readonly string[] | null,
  { preview }: View,
): Promise<Map<string, StoredEntry>> {
  const { folder } = model.kind(kind);
  const collections = [folder, ...(preview ? [draftCollectionName(folder)] : [])];
  // A filter by slugs alone needs no query planning.
  const filter: Filter<EntryDocument> = { _id: { $in: [...new Set(slugs)] } };
  const projection = entryProjection(fields);
  const documents = await Promise.all(
    collections.map((collection) =>
      database.readBatched(
        { collection, kind: storedKindName(model.kind(kind)), stages: [{ $match: filter }, { $project: projection }] },
        () => database.find(collection, filter, { projection }),
      ),
    ),
  );
  const entries = new Map<string, StoredEntry>();
  for (const document of documents.flat()) {
    if (document.status === 'WITHDRAWN') continue;
    const newestState = entries.get(document._id);
    // The full retired entry is among the drafts and read last, so it replaces its stub of the same revision.
    if (!newestState || newestState.revision <= document.revision) entries.set(document._id, toEntry(model, document));
  }
  return entries;
}

function leafAt(model: Model, kind: string, path: readonly string[]): Field {
  let shape = model.shape(kind);
  let leaf: Field | undefined;
  for (const name of path) {
    leaf = findField(shape, name);
    if (leaf?.category === 'object') shape = model.shape(leaf.type);
  }
  if (leaf?.filter) return leaf;
  throw new AppError('BAD_USER_INPUT', `${kind} has no field "${path.join('.')}" that identifies entries.`);
}

/** Yields matching documents in slug order. Reads batches along the `_id` index, without a sort or an open cursor. */
async function* readSorted(
  documents: DocumentOperations<EntryDocument>,
  filter: Filter<EntryDocument>,
  fields: readonly string[] | null,
): AsyncGenerator<EntryDocument, undefined> {
  const options = {
    ...READ_OPTIONS,
    hint: { _id: 1 },
    sort: { _id: 1 },
    limit: ENTRIES_PER_READ,
    batchSize: ENTRIES_PER_READ,
  } as const;
  for (let lastSlug = '', hasMore = true; hasMore;) {
    const nextFilter = { ...filter, _id: { $gt: lastSlug } };
    const batch = await documents.find(nextFilter, { ...options, projection: entryProjection(fields) });
    yield* batch;
    hasMore = batch.length === ENTRIES_PER_READ;
    lastSlug = batch.at(-1)?._id ?? lastSlug;
  }
  return undefined;
}
