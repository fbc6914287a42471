import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { datasetError } from './dataset-error.js';
import { EncodingSniffer, type TextEncoding } from './encoding-sniffer.js';
import { describeSystemError, asErrnoException } from '../errors.js';

/** Container format, detected from the magic bytes. */
type Container = 'TEXT' | 'ZIP' | 'GZIP';

/** A file to import, with its size, digest and detected format. */
export interface SourceFile {
  path: string;
  /** File name without folders. */
  name: string;
  bytes: number;
  sha256: string;
  container: Container;
  /** Detected encoding; null for compressed files. */
  encoding: TextEncoding | null;
}

/** Maximum size of a text file, in bytes. Texts are streamed. */
const MAX_TEXT_BYTES = 1024 ** 3;
/** Maximum size of a compressed file, in bytes. Its decompressed size has a separate limit. */
const MAX_ARCHIVE_BYTES = 100 * 1024 ** 2;

/** Reads a regular file once to determine its container, encoding and digest. @throws AppError DATASET_INVALID */
export async function inspectSourceFile(path: string): Promise<SourceFile> {
  const handle = await openRegular(path);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw datasetError('The file is empty.');
    const head = Buffer.alloc(Math.min(size, 8));
    await handle.read(head, 0, head.length, 0);
    const container = detectContainer(head);
    const maxBytes = container === 'TEXT' ? MAX_TEXT_BYTES : MAX_ARCHIVE_BYTES;
    if (size > maxBytes) throw datasetError(`The file has ${size} bytes; at most ${maxBytes} are read.`);
    const hash = createHash('sha256');
    const sniffer = container === 'TEXT' ? new EncodingSniffer() : null;
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 18 })) {
      hash.update(chunk as Buffer);
      sniffer?.observe(chunk as Buffer);
    }
    const encoding = sniffer?.encoding() ?? null;
    return { path, name: basename(path), bytes: size, sha256: hash.digest('hex'), container, encoding };
  } finally {
    await handle.close();
  }
}

async function openRegular(path: string): Promise<FileHandle> {
  try {
    // Opening a pipe must not block.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await handle.stat();
    if (stat.isFile()) return handle;
    await handle.close();
  } catch (error) {
    const { code } = asErrnoException(error);
    if (code === 'ENOENT') throw datasetError(`There is no file "${path}".`);
    if (code === undefined) throw error;
    throw datasetError(`The file "${path}" cannot be read: ${describeSystemError(error)}.`);
  }
  throw datasetError(`"${path}" is not a regular file.`);
}

function detectContainer(head: Buffer): Container {
  if (
    head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ||
    head.subarray(0, 4).equals(Buffer.from('PK\u0005\u0006'))
  )
    return 'ZIP';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'GZIP';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw datasetError('This is a workbook in the old XLS format; save it as XLSX or CSV.');
  }
  return 'TEXT';
}
