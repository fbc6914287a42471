import { BSON } from 'mongodb';
import { AppError } from '../../errors.js';

/**
 * The form of a backup file:
 *
 * - a line that says what it is and in which version of the form;
 * - frames, compressed together by gzip: one byte that says what it is, then one BSON document. The header comes first;
 *   then the tokens, the trusted documents and the schedules; then the log, each change after the series of figures that it brought; the
 *   trailer, with the counts, comes last;
 * - the SHA-256 of all bytes before it.
 */
const FORMAT = 1;
/** How many bytes the digest at the end has. */
export const DIGEST_BYTES = 32;
const TITLE = 'signpost-backup ';
/** The line with which a file begins. */
export const FIRST_LINE = `${TITLE}${FORMAT}\n`;

/** What a frame holds, by its first byte: a document of one of the collections, or what is said of all of them. */
const TAGS = {
  header: 'H',
  tokens: 'T',
  trusted: 'D',
  schedules: 'S',
  series: 'F',
  changes: 'C',
  trailer: 'E',
} as const;
type FrameType = keyof typeof TAGS;

/** The collections of which a backup holds documents; all others are computed from these. */
export const BACKED_UP = ['tokens', 'trusted', 'schedules', 'series', 'changes'] as const;
/** The name of one of them. */
export type BackedUp = (typeof BACKED_UP)[number];

/** How many documents there are, by collection. */
export type BackupCounts = Record<BackedUp, number>;

/** What a backup says of itself. */
export interface BackupHeader {
  /** The last place of the log that it holds; 0 for an empty database. */
  sequence: number;
  /** When it was made. */
  at: Date;
  /** The digest of the model that the database was used with. */
  model: string;
}

/** One frame, its document still in BSON. */
export interface Frame {
  type: FrameType;
  document: Uint8Array;
}

/** No document of a database is longer, but for what a server adds; more is no frame of ours. */
const LONGEST = 17 << 20;

/** Returns the bytes of a frame. */
export function frameBytes({ type, document }: Frame): Uint8Array[] {
  return [Buffer.from(TAGS[type]), document];
}

/** Returns a frame that holds an object. */
export function encodeFrame(type: FrameType, value: object): Frame {
  return { type, document: BSON.serialize(value) };
}

/**
 * Splits bytes into frames; never more than one frame and one chunk are in memory.
 *
 * @throws AppError BACKUP_INVALID
 */
export async function* framesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Uint8Array[] = [];
  let size = 0;
  let wanted = 5;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    while (size >= wanted) {
      const all: Buffer =
        held.length === 1 ? Buffer.from(held[0]!.buffer, held[0]!.byteOffset, size) : Buffer.concat(held);
      const whole = 1 + all.readInt32LE(1);
      if (whole < 6 || whole > LONGEST) throw notWhole();
      if (size >= whole) yield frameFrom(all.subarray(0, whole));
      const rest = size >= whole ? all.subarray(whole) : all;
      held = [rest];
      size = rest.length;
      wanted = size >= 5 ? 1 + rest.readInt32LE(1) : 5;
    }
  }
  if (size > 0) throw notWhole();
}

function frameFrom(bytes: Buffer): Frame {
  const tag = String.fromCharCode(bytes[0]!);
  const [type] = Object.entries(TAGS).find(([, each]) => each === tag) ?? [];
  if (type === undefined) throw notWhole();
  return { type: type as FrameType, document: bytes.subarray(1) };
}

/** Checks the first bytes of a file. @throws AppError BACKUP_INVALID */
export function checkFirstLine(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (text === FIRST_LINE) return;
  if (!text.startsWith(TITLE)) throw new AppError('BACKUP_INVALID', 'it is no backup of Signpost');
  throw new AppError('BACKUP_INVALID', `it has another form than ${FORMAT}, which is the one that this version reads`);
}

/** The refusal of a file that does not hold what was once written into it. */
export function notWhole(cause?: unknown): AppError {
  return new AppError('BACKUP_INVALID', 'it is not whole: it was cut off or altered', {}, { cause });
}
