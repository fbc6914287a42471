import { AppError } from '../../errors.js';
import { BSON } from 'mongodb';
import { shortDigest } from '../../model/digest.js';
import type { EntryState } from '../documents/entry-document.js';
import type { VintageDocument } from '../figures/series-documents.js';
import type { PublicDifference } from '../editing/public-difference.js';
import type { Action, Batch, ChangeNotice, Concern, FiguresMove } from '../log.js';
import type { Status } from '../entries.js';

/**
 * The format of the change log. Raise it when an older server would misread a newer batch: when an item, a field or an
 * action is added, renamed or changes its meaning, unless older servers may ignore it. An older server then serves what
 * it has read so far and refuses writes.
 *
 * 2: `capital`, `place`, `series` of events and notes of citations are localised texts.
 */
export const FORMAT = 2;

/** One entry of a batch: its whole state after the change. */
export interface LoggedEntry extends EntryState {
  /** `kind/slug/revision`; unique over the log, so that of two writers of one revision one loses. */
  key: string;
  /** RESTORE is what a revert was called before. */
  action: Action | 'RESTORE';
  /** What the newest state was before; null for an entry that is new. */
  before: Status | null;
  /** The slug that the entry had before, where this is the state in which it got another. */
  movedFrom?: string;
  /** How what the public is shown changes by it, where that is known. It is noted when it is written, and only told. */
  altered?: PublicDifference;
}

/** One new vintage of figures, stored under the name that readers say. */
export interface LoggedVintage {
  /** `edition/indicator/number`; unique over the log. */
  key: string;
  edition: Omit<VintageDocument, 'sequence'>;
  /** The series of the vintage before that are no longer part of this one. */
  replaced: VintageDocument['_id'][];
}

/** A new vintage as it is read from the log. */
export interface NewVintage extends Pick<LoggedVintage, 'replaced'> {
  vintage: LoggedVintage['edition'];
}

/** That figures follow the indicator that they are of to another slug, with all their vintages. */
interface LoggedMove {
  /** `figures/from/to/place`; unique over the log. */
  key: string;
  figures: FiguresMove;
}

/** That something changed which is kept beside the entries. */
interface LoggedNews {
  /** `about/concern/place in the log`; unique over the log. */
  key: string;
  about: Concern;
}

/** One batch of the log. Inserting it is what makes it so; all else follows from it. */
export interface LogDocument {
  /** Its place in the log, from 1, without gaps. */
  _id: number;
  author: string;
  message: string;
  at: Date;
  /** The format in which it is written, where that is not the first. */
  format?: number;
  /** Which part it is, and of how many, where a batch was too large for one document. */
  part?: { number: number; of: number };
  entries: (LoggedEntry | LoggedVintage | LoggedMove | LoggedNews)[];
}

/** Bytes that one batch may have; a document of the database may have 16 MiB. */
const LARGEST = 15_000_000;

/** Whether an entry of a batch changes what the public is shown. */
export function altersThePublic({ status, action }: Pick<LoggedEntry, 'status' | 'action'>): boolean {
  return status !== 'DRAFT' || action === 'UNPUBLISH';
}

/** What was done with an entry, by the name that it has now. */
export function readAction({ action }: Pick<LoggedEntry, 'action'>): Action {
  return action === 'RESTORE' ? 'REVERT' : action;
}

/** The entries of a batch, without what else is in it. */
export function loggedEntries(document: LogDocument): LoggedEntry[] {
  return document.entries.filter((item): item is LoggedEntry => 'kind' in item);
}

/** The vintages of a batch. */
export function loggedVintages(document: LogDocument): NewVintage[] {
  return document.entries.flatMap((item) =>
    'edition' in item ? [{ vintage: item.edition, replaced: item.replaced }] : [],
  );
}

/** The figures of a batch that go to another slug. */
export function loggedMoves(document: LogDocument): FiguresMove[] {
  return document.entries.flatMap((item) => ('figures' in item ? [item.figures] : []));
}

/** The indicators of whose figures a batch changes what is read. */
export function changedIndicators(document: LogDocument): string[] {
  const brought = loggedVintages(document).map(({ vintage }) => vintage.indicator);
  return [...loggedMoves(document).flatMap(({ from, to }) => [from, to]), ...brought];
}

/** The documents of one batch from a place in the log on: one, or several where it is too large, split between entries. */
export function logDocuments(
  first: number,
  batch: Pick<Batch, 'author' | 'message'>,
  at: Date,
  items: LogDocument['entries'],
): LogDocument[] {
  const parts: LogDocument['entries'][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = BSON.calculateObjectSize(item) + 16;
    if (bytes + size > LARGEST && bytes > 0) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)!.push(item);
    bytes += size;
  }
  return parts.map((entries, index) => ({
    _id: first + index,
    author: batch.author,
    message: batch.message,
    at,
    ...(FORMAT > 1 && { format: FORMAT }),
    ...(parts.length > 1 && { part: { number: index + 1, of: parts.length } }),
    entries,
  }));
}

/** What the change feed tells of a batch. */
export function makeNotice(document: LogDocument): ChangeNotice {
  const news = document.entries.find((item): item is LoggedNews => 'about' in item);
  return {
    sequence: document._id,
    ...(news && { about: news.about }),
    entries: loggedEntries(document).map((entry) => {
      const { kind, slug, revision, status } = entry;
      const isPublic = altersThePublic(entry) && entry.publishedAt !== null;
      return { kind, slug, revision, action: readAction(entry), status, isPublic };
    }),
    vintages: changedIndicators(document),
  };
}

/** What of a batch is read to know it again. */
export const MARKED = { author: 1, message: 1, at: 1, part: 1 } as const;

/** What a batch is known by again: another one that has its place, as after a restore, is told from it. */
export function computeMark({ author, message, at, part }: Pick<LogDocument, keyof typeof MARKED>): string {
  return shortDigest([author, message, at.getTime(), part ?? null]);
}

/** The error for writes to a log of a newer format, and for reading such a batch. */
export function outdated(newer: number): AppError {
  return new AppError(
    'DATABASE_NEWER',
    `A newer version of Signpost writes change log format ${newer} to this database; this version reads and writes ` +
      `format ${FORMAT}. It serves what was written before that and refuses writes. To write, start the newer version.`,
  );
}
