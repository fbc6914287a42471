import type { Document } from 'mongodb';
import type { Model } from '../../model/model.js';
import { upgradeRecord } from './current-record.js';
import type { IndexFields } from './index-fields.js';
import type { EntryRecord, Status, StoredEntry } from '../entries.js';

/** One entry as the log keeps it: all that it is, but for what is computed from it. */
export interface EntryState extends Omit<StoredEntry, 'textRevisions' | 'formerly'> {
  /** As in StoredEntry; absent where a server wrote it that did not note it. */
  formerly?: readonly string[];
  /** As in StoredEntry, with `/` for `.` in the paths: the database gives dots a meaning. */
  textRevisions: Record<string, Record<string, number>>;
}

/** One entry in the collection of its kind, or in that of its kind's drafts; found by slug. */
export interface EntryDocument extends Omit<EntryState, 'slug' | 'status'>, IndexFields {
  _id: string;
  /**
   * WITHDRAWN marks that what was published, or a draft that was published, is no longer there: the mark stays, so
   * that a writer who comes late does not bring it back.
   */
  status: Status | 'WITHDRAWN';
  /** On marks and stubs, which are in no list. */
  hidden?: true;
  /** The numbers of the forms by which it is shaped; none on what was shaped before there were forms. */
  forms?: number[];
  /** On what is published: the revision of the draft that editors see in its place. */
  superseded?: number;
}

/** What of a document every reader needs beside the record. */
const ENTRY_PROJECTION = {
  kind: 1,
  revision: 1,
  status: 1,
  originalLocale: 1,
  movedTo: 1,
} as const;
/** What comes with some fields, which are there for nothing else, or for little else. */
const BESIDE: Readonly<Record<string, string>> = {
  translations: 'textRevisions',
  revision: 'updatedAt',
  publishedAt: 'publishedAt',
  formerly: 'formerly',
};
const OF_WHOLE = { createdAt: 1, updatedAt: 1, publishedAt: 1, formerly: 1, textRevisions: 1, record: 1 };
const WHOLE = { ...ENTRY_PROJECTION, ...OF_WHOLE };

/**
 * The projection that reads entries with these fields of the record, or all of them.
 *
 * @param fields with `translations` among them, the revisions of the texts come, too; with `revision` and `publishedAt`,
 *   when the entry was changed and published; with `formerly`, the slugs it had
 */
export function entryProjection(fields: readonly string[] | null, beside: readonly string[] = []): Document {
  const projection: Document = { ...(fields ? projectionOf(fields) : WHOLE) };
  for (const path of beside) projection[path] = 1;
  return projection;
}

/** By the fields, which a query that is known has as one list. */
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

/** A document as the entry that it keeps, in the form of the current model. */
export function toEntry(model: Model, document: EntryDocument): StoredEntry {
  const { kind, originalLocale } = document;
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
    textRevisions: document.textRevisions ? dotted(document.textRevisions) : {},
    record: upgradeRecord(model, { kind, originalLocale, record }),
  };
}

/** What is left of a retired entry: its name. */
export function makeTombstone(entry: StoredEntry): StoredEntry {
  const record: EntryRecord = 'title' in entry.record ? { title: entry.record.title } : {};
  return { ...entry, record, textRevisions: {} };
}

/** Paths as they are outside the database. */
export function dotted(revisions: EntryState['textRevisions']): EntryState['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, texts]) => [path.replaceAll('/', '.'), texts]));
}
