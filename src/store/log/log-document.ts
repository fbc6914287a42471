import { AppError } from '../../errors.js';
import { BSON } from 'mongodb';
import { shortDigest } from '../../model/digest.js';
import type { Model } from '../../model/model.js';
import type { EntryState } from '../documents/entry-document.js';
import { withCurrentKind } from '../documents/stored-kind.js';
import type { VintageDocument } from '../figures/series-documents.js';
import type { PublicDifference } from '../editing/public-difference.js';
import type { Action, Batch, ChangeEvent, Concern, FiguresMove } from '../log.js';
import type { Status } from '../entries.js';

/**
 * Format of the log. Raise it when an older server would misread a newer batch. The older server then serves what it
 * has read and rejects writes.
 *
 * 2: `capital`, `place`, `series` of events and notes of citations are localised texts. Kinds and fields are renamed.
 */
export const LOG_FORMAT = 2;

export interface LoggedEntry extends EntryState {
  /** `kind/slug/revision`; unique, so that one of two concurrent writers fails. */
  key: string;
  /** RESTORE is the former name of REVERT. */
  action: Action | 'RESTORE';
  /** Status before; null for a new entry. */
  before: Status | null;
  /** The former slug, in the state after a rename. */
  movedFrom?: string;
  /** The public difference, where known. */
  altered?: PublicDifference;
}

/** A new vintage in the stored form. */
export interface LoggedVintage {
  /** `edition/indicator/number`; unique. */
  key: string;
  edition: Omit<VintageDocument, 'sequence'>;
  /** The series of the previous vintage that are not part of this one. */
  replaced: VintageDocument['_id'][];
}

export interface NewVintage extends Pick<LoggedVintage, 'replaced'> {
  vintage: LoggedVintage['edition'];
}

/** Figures that move with a renamed indicator. */
interface LoggedMove {
  /** `figures/from/to/place`; unique. */
  key: string;
  figures: FiguresMove;
}

/** A change outside entries. */
interface LoggedNews {
  /** `about/concern/place`; unique. */
  key: string;
  about: Concern;
}

/** A batch of the log. All served data derives from these documents. */
export interface LogDocument {
  /** Position in the log, from 1, without gaps. */
  _id: number;
  author: string;
  message: string;
  at: Date;
  /** Absent for format 1. */
  format?: number;
  /** Present where a batch was too large for one document. */
  part?: { number: number; of: number };
  entries: (LoggedEntry | LoggedVintage | LoggedMove | LoggedNews)[];
}

/** Maximum bytes of a document; MongoDB allows 16 MiB. */
const LARGEST = 15_000_000;

export function affectsPublic({ status, action }: Pick<LoggedEntry, 'status' | 'action'>): boolean {
  return status !== 'DRAFT' || action === 'UNPUBLISH';
}

/** The action under its current name. */
export function readAction({ action }: Pick<LoggedEntry, 'action'>): Action {
  return action === 'RESTORE' ? 'REVERT' : action;
}

/** The entries of a batch, with the current names of their kinds. */
export function loggedEntries(model: Model, document: LogDocument): LoggedEntry[] {
  return document.entries.flatMap((item) => ('kind' in item ? [withCurrentKind(model, item)] : []));
}

export function loggedVintages(document: LogDocument): NewVintage[] {
  return document.entries.flatMap((item) =>
    'edition' in item ? [{ vintage: item.edition, replaced: item.replaced }] : [],
  );
}

export function loggedMoves(document: LogDocument): FiguresMove[] {
  return document.entries.flatMap((item) => ('figures' in item ? [item.figures] : []));
}

export function changedIndicators(document: LogDocument): string[] {
  const brought = loggedVintages(document).map(({ vintage }) => vintage.indicator);
  return [...loggedMoves(document).flatMap(({ from, to }) => [from, to]), ...brought];
}

/** Makes the documents of a batch; several where it is too large, split between entries. */
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
    ...(LOG_FORMAT > 1 && { format: LOG_FORMAT }),
    ...(parts.length > 1 && { part: { number: index + 1, of: parts.length } }),
    entries,
  }));
}

export function toChangeEvent(model: Model, document: LogDocument): ChangeEvent {
  const news = document.entries.find((item): item is LoggedNews => 'about' in item);
  return {
    sequence: document._id,
    ...(news && { about: news.about }),
    entries: loggedEntries(model, document).map((entry) => {
      const { kind, slug, revision, status } = entry;
      const isPublic = affectsPublic(entry) && entry.publishedAt !== null;
      return { kind, slug, revision, action: readAction(entry), status, isPublic };
    }),
    vintages: changedIndicators(document),
  };
}

/** Fields that identify a batch. */
export const BATCH_ID_FIELDS = { author: 1, message: 1, at: 1, part: 1 } as const;

/** Identifies a batch, to detect that another log replaced this one. */
export function batchFingerprint({
  author,
  message,
  at,
  part,
}: Pick<LogDocument, keyof typeof BATCH_ID_FIELDS>): string {
  return shortDigest([author, message, at.getTime(), part ?? null]);
}

/** The error for writing to a log of a newer format, or reading such a batch. */
export function newerLogFormatError(newer: number): AppError {
  return new AppError(
    'DATABASE_NEWER',
    `A newer version of Signpost writes change log format ${newer} to this database; this version reads and writes ` +
      `format ${LOG_FORMAT}. It serves what was written before that and refuses writes. To write, start the newer version.`,
  );
}
