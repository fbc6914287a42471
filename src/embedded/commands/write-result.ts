import { encodeDocument } from '../bson/encode.js';
import { extendedJson } from '../bson/extended-json.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

export function writeError(index: number, error: CommandError): object {
  return { index, code: error.code, ...error.details, errmsg: error.message };
}

/** Whether an error ends the whole command, not only a statement. */
export function abortsCommand({ codeName }: CommandError): boolean {
  return ['MaxTimeMSExpired', 'Interrupted', 'TransactionTooOld', 'OutOfDiskSpace'].includes(codeName);
}

const WRITE_CONCERN = new Set([
  'w',
  'j',
  'fsync',
  'wtimeout',
  'provenance',
  // Accepted and ignored.
  'getLastError',
  'wOpTime',
  'wElectionId',
]);
/**
 * Refuses a write concern that a single member cannot meet.
 *
 * @throws CommandError TypeMismatch, FailedToParse, 40415
 */
export function checkWriteConcern(concern: Value): void {
  if (!isDoc(concern))
    throw new CommandError(
      'TypeMismatch',
      `"writeConcern" had the wrong type. Expected object, found ${typeName(concern)}`,
    );
  const unknown = Object.keys(concern).find((field) => !WRITE_CONCERN.has(field));
  if (unknown !== undefined)
    throw new CommandError('Location40415', `BSON field 'writeConcern.${unknown}' is an unknown field.`);
  const { w } = concern;
  const isMet = w === undefined || w === 'majority' || (isNumeric(w) && [0, 1].includes(toDouble(w)));
  if (!isMet) throw new CommandError('FailedToParse', unsupportedMessage(`The write concern w: ${extendedJson(w)}`));
}

/** @throws CommandError BSONObjectTooLarge */
export function encodeChecked(doc: Doc, most: number): Buffer {
  const bytes = encodeDocument(doc);
  if (bytes.length > most) {
    throw new CommandError(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${most}`,
    );
  }
  return bytes;
}
