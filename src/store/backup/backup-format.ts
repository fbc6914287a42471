import { BSON } from 'mongodb';
import { AppError } from '../../errors.js';

/**
 * Version of the backup format: a first line with the version, gzipped frames, and the SHA-256 of all preceding bytes.
 * A frame is one tag byte and one BSON document. Order: header, tokens, trusted documents, schedules, the log (each
 * change after the series that it added), trailer with the counts.
 */
const FORMAT_VERSION = 1;
export const DIGEST_BYTES = 32;
const FORMAT_PREFIX = 'signpost-backup ';
export const FIRST_LINE = `${FORMAT_PREFIX}${FORMAT_VERSION}\n`;

const FRAME_TAGS = {
  header: 'H',
  tokens: 'T',
  trusted: 'D',
  schedules: 'S',
  series: 'F',
  changes: 'C',
  trailer: 'E',
} as const;
type FrameType = keyof typeof FRAME_TAGS;

/** Collections in a backup. All others are derived from these, except `secrets`, which are created when needed. */
export const BACKUP_COLLECTIONS = ['tokens', 'trusted', 'schedules', 'series', 'changes'] as const;
export type BackupCollection = (typeof BACKUP_COLLECTIONS)[number];

export type BackupCounts = Record<BackupCollection, number>;

export interface BackupHeader {
  /** Log position of the last change in the backup; 0 for an empty database. */
  sequence: number;
  at: Date;
  /** Digest of the content model in use. */
  model: string;
}

/** A tagged document, still encoded as BSON. */
export interface Frame {
  type: FrameType;
  document: Uint8Array;
}

/** Maximum size of a frame in bytes: the BSON limit of 16 MB, plus the fields that a server adds. */
const MAX_FRAME_BYTES = 17 << 20;

export function serialiseFrame({ type, document }: Frame): Uint8Array[] {
  return [Buffer.from(FRAME_TAGS[type]), document];
}

export function makeFrame(type: FrameType, value: object): Frame {
  return { type, document: BSON.serialize(value) };
}

/** Splits a byte stream into frames. Buffers at most one frame and one chunk. @throws AppError BACKUP_INVALID */
export async function* decodeFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let bufferedChunks: Uint8Array[] = [];
  let bufferedBytes = 0;
  let neededBytes = 5;
  for await (const chunk of chunks) {
    bufferedChunks.push(chunk);
    bufferedBytes += chunk.length;
    while (bufferedBytes >= neededBytes) {
      const buffer: Buffer =
        bufferedChunks.length === 1
          ? Buffer.from(bufferedChunks[0]!.buffer, bufferedChunks[0]!.byteOffset, bufferedBytes)
          : Buffer.concat(bufferedChunks);
      const frameLength = 1 + buffer.readInt32LE(1);
      if (frameLength < 6 || frameLength > MAX_FRAME_BYTES) throw incompleteBackupError();
      if (bufferedBytes >= frameLength) yield parseFrame(buffer.subarray(0, frameLength));
      const unreadBytes = bufferedBytes >= frameLength ? buffer.subarray(frameLength) : buffer;
      bufferedChunks = [unreadBytes];
      bufferedBytes = unreadBytes.length;
      neededBytes = bufferedBytes >= 5 ? 1 + unreadBytes.readInt32LE(1) : 5;
    }
  }
  if (bufferedBytes > 0) throw incompleteBackupError();
}

function parseFrame(bytes: Buffer): Frame {
  const tag = String.fromCharCode(bytes[0]!);
  const [type] = Object.entries(FRAME_TAGS).find(([, frameTag]) => frameTag === tag) ?? [];
  if (type === undefined) throw incompleteBackupError();
  return { type: type as FrameType, document: bytes.subarray(1) };
}

/** Verifies the first line of a file. @throws AppError BACKUP_INVALID */
export function checkFirstLine(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (text === FIRST_LINE) return;
  if (!text.startsWith(FORMAT_PREFIX)) throw new AppError('BACKUP_INVALID', 'it is not a Signpost backup');
  throw new AppError('BACKUP_INVALID', `it is not in the format ${FORMAT_VERSION}, which this version reads`);
}

export function incompleteBackupError(cause?: unknown): AppError {
  return new AppError('BACKUP_INVALID', 'it is truncated or altered', {}, { cause });
}
