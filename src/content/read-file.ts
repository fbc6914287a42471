import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { Report } from '../records/problem.js';
import { describeSystemError, asErrnoException } from '../errors.js';

/** Merge conflict markers. */
const MERGE_MARKERS = [/^<{7} /gm, /^={7}\r?$/gm, /^>{7} /gm];

/** Signatures (magic bytes) of other file formats. */
const OTHER_FORMATS: readonly (readonly [begins: string, is: string])[] = [
  ['PK\u0003\u0004', 'a workbook or a document of an office program'],
  ['\u00d0\u00cf\u0011\u00e0', 'a workbook or a document of an office program'],
  ['{\\rtf', 'a document of a word processor'],
  ['%PDF-', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
];

/** Maximum size of a text file, in bytes. `MAX_DATA_BYTES` is the maximum for figures. */
export const MAX_TEXT_BYTES = 1 << 20;
export const MAX_DATA_BYTES = 50 << 20;

/** Reads UTF-8 text without its byte order mark. Returns null, and reports a problem, if the file is invalid. */
export function readTextFile(path: string, maxBytes: number, report: Report): { text: string; bytes: Buffer } | null {
  const bytes = readBytes(path, maxBytes, report);
  if (bytes === null) return null;
  const firstBytes = bytes.subarray(0, 5).toString('latin1');
  const otherFormat = OTHER_FORMATS.find(([signature]) => firstBytes.startsWith(signature));
  if (otherFormat) {
    const tip = path.endsWith('.csv') ? 'save it as "CSV UTF-8 (comma delimited)"' : 'save it as plain text in UTF-8';
    report.add('ENCODING_NOT_UTF8', [], `is ${otherFormat[1]}`, tip);
    return null;
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    report.add('ENCODING_NOT_UTF8', [], 'is in UTF-16', 'save it as UTF-8');
    return null;
  }
  const decodedText = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    const at = locateOffset(decodedText, decodedText.indexOf('\ufffd'));
    report.add('ENCODING_NOT_UTF8', [], 'is not in UTF-8', 'save it as UTF-8', { at });
    return null;
  }
  const nulOffset = decodedText.indexOf('\0');
  if (nulOffset >= 0) {
    const at = locateOffset(decodedText, nulOffset);
    report.add('NUL_BYTE', [], 'contains a NUL byte', 'save it as plain text in UTF-8', { at });
    return null;
  }
  const text = decodedText.startsWith('\ufeff') ? decodedText.slice(1) : decodedText;
  const markerOffset = findMergeMarkers(text);
  if (markerOffset !== null) {
    const at = locateOffset(text, markerOffset);
    const tip = 'keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>';
    report.add('MERGE_LEFT', [], 'a merge conflict marker', tip, { at });
    return null;
  }
  return { text, bytes };
}

/** Returns the offset of the merge conflict markers; null if there are none. */
function findMergeMarkers(text: string): number | null {
  let end = 0;
  const offsets: number[] = [];
  for (const marker of MERGE_MARKERS) {
    marker.lastIndex = end;
    const match = marker.exec(text);
    if (!match) return null;
    offsets.push(match.index);
    end = marker.lastIndex;
  }
  return offsets[0]!;
}

function readBytes(path: string, maxBytes: number, report: Report): Buffer | null {
  let descriptor: number;
  try {
    // Must not block if a pipe replaced the file meanwhile.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    report.add('FILE_UNREADABLE', [], `cannot be read: ${describeSystemError(error)}`);
    return null;
  }
  try {
    const statBefore = fstatSync(descriptor);
    const { size } = statBefore;
    if (!statBefore.isFile() && !statBefore.isDirectory()) {
      report.add('FILE_IRREGULAR', [], 'is a device, a pipe or a socket, not a file');
      return null;
    }
    if (size > maxBytes) {
      report.add('FILE_TOO_LARGE', [], `has ${formatMegabytes(size)} MB`, `at most ${formatMegabytes(maxBytes)} MB`);
      return null;
    }
    const bytes = Buffer.allocUnsafe(size);
    let filledBytes = 0;
    for (let bytesRead = -1; bytesRead !== 0 && filledBytes < size; filledBytes += bytesRead) {
      bytesRead = readSync(descriptor, bytes, filledBytes, size - filledBytes, null);
    }
    const statAfter = fstatSync(descriptor);
    if (filledBytes === size && statAfter.size === size && statAfter.mtimeMs === statBefore.mtimeMs) return bytes;
    report.add('FILE_UNREADABLE', [], 'was saved while being read', 'run the command again');
    return null;
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
    report.add('FILE_UNREADABLE', [], `cannot be read: ${describeSystemError(error)}`);
    return null;
  } finally {
    closeSync(descriptor);
  }
}

function formatMegabytes(bytes: number): string {
  return (Math.ceil((bytes / 2 ** 20) * 10) / 10).toString();
}

function locateOffset(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
