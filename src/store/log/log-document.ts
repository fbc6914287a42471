import { AppError } from '../../errors.js';
import { BSON } from 'mongodb';
import { shortDigest } from '../../model/digest.js';
import type { Model } from '../../model/model.js';
import type { EntryState } from '../documents/entry-document.js';
import { withCurrentKind } from '../documents/stored-kind-name.js';
import type { VintageDocument } from '../figures/series-documents.js';
import type { PublicChanges } from '../editing/public-changes.js';
import type { Action, Batch, ChangeEvent, AnnouncedData, FiguresMove } from '../change-log.js';
import type { Status } from '../entries.js';

/**
 * Format version of the log. Increment it when an older server would misread a newer batch. The older server then
 * serves the preceding batches and rejects writes.
 *
 * Version 2: `capital`, `place`, `series` of events and notes of citations are localised texts. Kinds and fields are
 * renamed. Version 3: batches can add editions that are older than the newest one.
 */
export const LOG_FORMAT = 3;

/** A change of an entry as stored in a batch: its new state, with the action and the previous status. */
export interface LoggedEntry extends EntryState {
  /** Unique key `<kind>/<slug>/<revision>`, so that one of two concurrent writers fails. */
  key: string;
  /** Action; RESTORE is the former name of REVERT. */
  action: Action | 'RESTORE';
  /** Status before the change; null for a new entry. */
  before: Status | null;
  /** Previous slug. Set only on the revision that a rename created. */
  movedFrom?: string;
  /** Difference between the public states before and after the change; absent if unknown. */
  altered?: PublicChanges;
}

/** A vintage that a batch adds, and the series that it replaces, in stored form. */
export interface LoggedVintage {
  /** Unique key: `edition/<indicator>/<number>`; `edition/<indicator>/<date>/<digest>` for an earlier edition. */
  key: string;
  edition: Omit<VintageDocument, 'sequence'>;
  /** Ids of the series of the previous vintage that this one replaces. */
  replaced: VintageDocument['_id'][];
}

export interface AddedVintage extends Pick<LoggedVintage, 'replaced'> {
  vintage: LoggedVintage['edition'];
}

/** A move of figures to the new slug of a renamed indicator. */
interface LoggedMove {
  /** Unique key: `figures/<former slug>/<new slug>/<log position>`. */
  key: string;
  figures: FiguresMove;
}

/** Announces a change of data that is not part of entries, such as a revoked token. */
interface LoggedAnnouncement {
  /** Unique key: `about/<type of data>/<log position>`. */
  key: string;
  about: AnnouncedData;
}

/** A batch of the log. All other collections with entries and figures are derived from these documents. */
export interface LogDocument {
  /** Position in the log, 1-based, without gaps. */
  _id: number;
  author: string;
  message: string;
  at: Date;
  /** Format version; absent for version 1. */
  format?: number;
  /** Number of this part, and total number of parts; absent unless the batch was too large for one document. */
  part?: { number: number; of: number };
  entries: (LoggedEntry | LoggedVintage | LoggedMove | LoggedAnnouncement)[];
}

/** Maximum size of a document in bytes. The limit of MongoDB is 16 MiB. */
const MAX_DOCUMENT_BYTES = 15_000_000;

export function affectsPublicState({ status, action }: Pick<LoggedEntry, 'status' | 'action'>): boolean {
  return status !== 'DRAFT' || action === 'UNPUBLISH';
}

/** Returns the action under its current name. */
export function readAction({ action }: Pick<LoggedEntry, 'action'>): Action {
  return action === 'RESTORE' ? 'REVERT' : action;
}

/** Returns the entries of a batch, with the current names of their kinds. */
export function loggedEntries(model: Model, document: LogDocument): LoggedEntry[] {
  return document.entries.flatMap((item) => ('kind' in item ? [withCurrentKind(model, item)] : []));
}

export function loggedVintages(document: LogDocument): AddedVintage[] {
  return document.entries.flatMap((item) =>
    'edition' in item ? [{ vintage: item.edition, replaced: item.replaced }] : [],
  );
}

export function loggedFiguresMoves(document: LogDocument): FiguresMove[] {
  return document.entries.flatMap((item) => ('figures' in item ? [item.figures] : []));
}

export function changedIndicators(document: LogDocument): string[] {
  const newVintages = loggedVintages(document).map(({ vintage }) => vintage.indicator);
  return [...loggedFiguresMoves(document).flatMap(({ from, to }) => [from, to]), ...newVintages];
}

/** Builds the log documents of a batch: several if one would be too large. An entry is never split. */
export function buildLogDocuments(
  firstSequence: number,
  batch: Pick<Batch, 'author' | 'message'>,
  at: Date,
  items: LogDocument['entries'],
): LogDocument[] {
  const itemLists: LogDocument['entries'][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const itemBytes = BSON.calculateObjectSize(item) + 16;
    if (bytes + itemBytes > MAX_DOCUMENT_BYTES && bytes > 0) {
      itemLists.push([]);
      bytes = 0;
    }
    itemLists.at(-1)!.push(item);
    bytes += itemBytes;
  }
  return itemLists.map((entries, index) => ({
    _id: firstSequence + index,
    author: batch.author,
    message: batch.message,
    at,
    ...(LOG_FORMAT > 1 && { format: LOG_FORMAT }),
    ...(itemLists.length > 1 && { part: { number: index + 1, of: itemLists.length } }),
    entries,
  }));
}

export function toChangeEvent(model: Model, document: LogDocument): ChangeEvent {
  const announcement = document.entries.find((item): item is LoggedAnnouncement => 'about' in item);
  return {
    sequence: document._id,
    ...(announcement && { about: announcement.about }),
    entries: loggedEntries(model, document).map((entry) => {
      const { kind, slug, revision, status } = entry;
      const isPublic = affectsPublicState(entry) && entry.publishedAt !== null;
      return { kind, slug, revision, action: readAction(entry), status, isPublic };
    }),
    changedIndicators: changedIndicators(document),
  };
}

/** MongoDB projection that reads the fields that identify a batch. */
export const BATCH_ID_FIELDS = { author: 1, message: 1, at: 1, part: 1 } as const;

/** Returns a fingerprint of a batch, to detect that another log replaced this one. */
export function batchFingerprint({
  author,
  message,
  at,
  part,
}: Pick<LogDocument, keyof typeof BATCH_ID_FIELDS>): string {
  return shortDigest([author, message, at.getTime(), part ?? null]);
}

/** Creates the error for an attempt to write to a log, or to read a batch, of a newer format. */
export function newerLogFormatError(format: number): AppError {
  return new AppError(
    'DATABASE_NEWER',
    `A newer version of Signpost writes change log format ${format} to this database; this version reads and writes ` +
      `format ${LOG_FORMAT}. It serves what was written before that and refuses writes. To write, start the newer version.`,
  );
}
