import { encodeDocument } from '../bson/encode.js';
import { documentTooLargeError } from '../bson/raw-document.js';
import type { Doc } from '../bson/values.js';
import type { CommandError } from '../command-error.js';

export function toWriteError(index: number, error: CommandError): object {
  return { index, code: error.code, ...error.details, errmsg: error.message };
}

/** Whether an error aborts the whole command, not only a statement. */
export function abortsCommand({ codeName }: CommandError): boolean {
  return ['MaxTimeMSExpired', 'Interrupted', 'TransactionTooOld', 'OutOfDiskSpace'].includes(codeName);
}

/** Encodes a document. Rejects a result longer than `maxBytes`. @throws CommandError BSONObjectTooLarge */
export function encodeWithinLimit(doc: Doc, maxBytes: number): Buffer {
  const bytes = encodeDocument(doc);
  if (bytes.length > maxBytes) throw documentTooLargeError(bytes.length, maxBytes);
  return bytes;
}
