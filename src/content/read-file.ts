import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { Report } from '../records/problem.js';
import { systemFault } from '../errors.js';

/** The most bytes of a text file and of a file with figures. */
export const MAX_TEXT_BYTES = 1 << 20;
export const MAX_DATA_BYTES = 50 << 20;

/**
 * Reads one file of a record as text, without a byte order mark; null, with a problem told, when it is too large, not
 * UTF-8 or holds a NUL. At most one file is in memory at a time, and never more than `maxBytes` of it.
 */
export function readTextFile(path: string, maxBytes: number, report: Report): { text: string; bytes: Buffer } | null {
  const bytes = readBytes(path, maxBytes, report);
  if (bytes === null) return null;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    report.add('ENCODING_NOT_UTF8', [], 'is in UTF-16', 'save it as UTF-8');
    return null;
  }
  if (!isUtf8(bytes)) {
    const at = locateOffset(bytes, firstBadByte(bytes));
    report.add('ENCODING_NOT_UTF8', [], 'is not in UTF-8', 'save it as UTF-8', { at });
    return null;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const at = locateOffset(bytes, nul);
    report.add('NUL_BYTE', [], 'holds a NUL byte', 'save it as plain text in UTF-8', { at });
    return null;
  }
  const text = bytes.toString('utf8');
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, bytes };
}

function readBytes(path: string, maxBytes: number, report: Report): Buffer | null {
  let descriptor: number;
  try {
    // Should a pipe have taken the place of the file meanwhile, opening must not wait for its other end.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    report.add('FILE_UNREADABLE', [], `cannot be read (${systemFault(error).code ?? 'error'})`);
    return null;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) {
      report.add('FILE_TOO_LARGE', [], `${size} bytes`, `at most ${maxBytes}`);
      return null;
    }
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    for (let got = -1; got !== 0 && filled < size; filled += got) {
      got = readSync(descriptor, bytes, filled, size - filled, null);
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(descriptor);
  }
}

/** Where decoding first fails, found by halves: the first byte of what is no character. */
function firstBadByte(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // A prefix may end inside a character; streaming allows for that.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function locateOffset(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset).toString('utf8');
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}
