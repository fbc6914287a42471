import type { Document } from 'mongodb';
import { memoiseByObject } from '../../memoise.js';
import type { Model } from '../../model/model.js';
import { upgradeRecord, upgradeTextPaths } from './upgrade-record.js';
import type { IndexFields } from './index-fields.js';
import type { EntryRecord, Status, StoredEntry } from '../entries.js';
import { currentKindName } from './stored-kind-name.js';

/** Entry as stored in the log, without computed values. */
export interface EntryState extends Omit<StoredEntry, 'textRevisions' | 'formerly'> {
  /** Former slugs, as in `StoredEntry.formerly`. Absent in documents of an earlier version. */
  formerly?: readonly string[];
  /** Revisions of texts, as in `StoredEntry`, but with `/` in paths instead of `.`, which is special in MongoDB. */
  textRevisions: Record<string, Record<string, number>>;
}

/** Entry in the collection of published entries or of drafts of its kind. */
export interface EntryDocument extends Omit<EntryState, 'slug' | 'status'>, IndexFields {
  _id: string;
  /** WITHDRAWN remains in place of a state that is no longer shown, so that a delayed write cannot restore it. */
  status: Status | 'WITHDRAWN';
  /** True for withdrawn states and for stubs of retired entries, which no list includes. */
  hidden?: true;
  /** Versions of the document schemas that the document satisfies; absent before schema versions existed. */
  forms?: number[];
  /** Revision of the draft that replaces this published entry in a preview. */
  superseded?: number;
}

const ENTRY_PROJECTION = {
  kind: 1,
  revision: 1,
  status: 1,
  originalLocale: 1,
  movedTo: 1,
} as const;
/** Document paths of the metadata that must be read with a field of the record, keyed by field name. */
const METADATA_PATHS: Readonly<Record<string, string>> = {
  translations: 'textRevisions',
  revision: 'updatedAt',
  publishedAt: 'publishedAt',
  formerly: 'formerly',
};
const COMPLETE_FIELDS = { createdAt: 1, updatedAt: 1, publishedAt: 1, formerly: 1, textRevisions: 1, record: 1 };
const COMPLETE_PROJECTION = { ...ENTRY_PROJECTION, ...COMPLETE_FIELDS };

/**
 * Returns the MongoDB projection that reads fields of the record (null: all), and the metadata of `METADATA_PATHS`.
 * @param extraPaths further document paths
 */
export function entryProjection(fields: readonly string[] | null, extraPaths: readonly string[] = []): Document {
  const projection: Document = { ...(fields ? projectionOf(fields) : COMPLETE_PROJECTION) };
  for (const path of extraPaths) projection[path] = 1;
  return projection;
}

const projectionOf = memoiseByObject((fields: readonly string[]): Document => {
  const projection: Document = { ...ENTRY_PROJECTION };
  for (const field of fields) {
    const metadataPath = Object.hasOwn(METADATA_PATHS, field) ? METADATA_PATHS[field] : undefined;
    if (metadataPath !== undefined) projection[metadataPath] = 1;
    projection[`record.${field}`] = 1;
  }
  return projection;
});

/** Converts a document to an entry of the current model. */
export function toEntry(model: Model, document: EntryDocument): StoredEntry {
  const { originalLocale } = document;
  const kind = currentKindName(model, document.kind);
  // A projection without record fields omits `record`.
  const record = (document.record as EntryRecord | undefined) ?? {};
  return {
    kind,
    slug: document._id,
    revision: document.revision,
    status: document.status as Status,
    originalLocale,
    createdAt: document.createdAt,
    updatedAt: document.updatedAt,
    publishedAt: document.publishedAt,
    movedTo: document.movedTo,
    formerly: document.formerly ?? [],
    textRevisions: document.textRevisions ? upgradeTextPaths(model, kind, toDottedPaths(document.textRevisions)) : {},
    record: upgradeRecord(model, { kind, originalLocale, record }),
  };
}

/** Reduces the record of a retired entry to its title. */
export function makeTombstone(entry: StoredEntry): StoredEntry {
  const record: EntryRecord = 'title' in entry.record ? { title: entry.record.title } : {};
  return { ...entry, record, textRevisions: {} };
}

/** Converts the stored paths of text revisions to dotted paths. */
export function toDottedPaths(revisions: EntryState['textRevisions']): EntryState['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, value]) => [path.replaceAll('/', '.'), value]));
}
