import type { Document } from 'mongodb';
import type { Model } from '../../model/model.js';
import { upgradeRecord, upgradeTextPaths } from './current-record.js';
import type { IndexFields } from './index-fields.js';
import type { EntryRecord, Status, StoredEntry } from '../entries.js';
import { currentKind } from './stored-kind.js';

/** An entry as the log stores it, without computed values. */
export interface EntryState extends Omit<StoredEntry, 'textRevisions' | 'formerly'> {
  /** As in StoredEntry; absent where an earlier version wrote it. */
  formerly?: readonly string[];
  /** As in StoredEntry, with `/` for `.` in the paths, since dots are special in MongoDB. */
  textRevisions: Record<string, Record<string, number>>;
}

/** An entry in the collection of its kind or of its kind's drafts. */
export interface EntryDocument extends Omit<EntryState, 'slug' | 'status'>, IndexFields {
  _id: string;
  /**
   * WITHDRAWN marks a state that is no longer shown. The mark stays, so that a late writer does not restore the state.
   */
  status: Status | 'WITHDRAWN';
  /** On marks and stubs, which no list contains. */
  hidden?: true;
  /** Numbers of the forms in which it is shaped; absent before forms existed. */
  forms?: number[];
  /** On a published entry: the revision of the draft that replaces it in a preview. */
  superseded?: number;
}

const ENTRY_PROJECTION = {
  kind: 1,
  revision: 1,
  status: 1,
  originalLocale: 1,
  movedTo: 1,
} as const;
/** Bookkeeping that is read with certain fields. */
const BESIDE: Readonly<Record<string, string>> = {
  translations: 'textRevisions',
  revision: 'updatedAt',
  publishedAt: 'publishedAt',
  formerly: 'formerly',
};
const COMPLETE_FIELDS = { createdAt: 1, updatedAt: 1, publishedAt: 1, formerly: 1, textRevisions: 1, record: 1 };
const COMPLETE_PROJECTION = { ...ENTRY_PROJECTION, ...COMPLETE_FIELDS };

/**
 * Returns the projection for some fields of the record; null for all. `translations` adds the revisions of the texts;
 * `revision`, `publishedAt` and `formerly` add the bookkeeping of the same name.
 */
export function entryProjection(fields: readonly string[] | null, beside: readonly string[] = []): Document {
  const projection: Document = { ...(fields ? projectionOf(fields) : COMPLETE_PROJECTION) };
  for (const path of beside) projection[path] = 1;
  return projection;
}

const PROJECTIONS = new WeakMap<readonly string[], Document>();

function projectionOf(fields: readonly string[]): Document {
  const known = PROJECTIONS.get(fields);
  if (known) return known;
  const projection: Document = { ...ENTRY_PROJECTION };
  for (const field of fields) {
    const beside = Object.hasOwn(BESIDE, field) ? BESIDE[field] : undefined;
    if (beside !== undefined) projection[beside] = 1;
    projection[`record.${field}`] = 1;
  }
  PROJECTIONS.set(fields, projection);
  return projection;
}

/** Converts a document to an entry of the current model. */
export function toEntry(model: Model, document: EntryDocument): StoredEntry {
  const { originalLocale } = document;
  const kind = currentKind(model, document.kind);
  // A projection without fields of the record leaves it out.
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
    textRevisions: document.textRevisions ? upgradeTextPaths(model, kind, dotted(document.textRevisions)) : {},
    record: upgradeRecord(model, { kind, originalLocale, record }),
  };
}

/** Reduces a retired entry to its name. */
export function makeTombstone(entry: StoredEntry): StoredEntry {
  const record: EntryRecord = 'title' in entry.record ? { title: entry.record.title } : {};
  return { ...entry, record, textRevisions: {} };
}

/** Converts stored paths to paths with dots. */
export function dotted(revisions: EntryState['textRevisions']): EntryState['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, texts]) => [path.replaceAll('/', '.'), texts]));
}
