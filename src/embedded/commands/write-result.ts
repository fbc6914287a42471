import { encodeDocument } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** An error of one statement, as it is listed in a reply. */
export function writeError(index: number, error: CommandError): object {
  return { index, code: error.code, ...error.details, errmsg: error.message };
}

/** True for an error that ends the whole command rather than one statement of it. */
export function endsCommand({ codeName }: CommandError): boolean {
  return ['MaxTimeMSExpired', 'Interrupted', 'TransactionTooOld', 'OutOfDiskSpace'].includes(codeName);
}

/** Refuses a write concern that is none; says which one cannot be met by a single member. */
export function writeConcernOutcome(command: Doc): { writeConcernError?: object } {
  const concern = command.writeConcern;
  if (!isDoc(concern)) return {};
  const { w } = concern;
  if (isNumeric(w) && toDouble(w) > 1) {
    return {
      writeConcernError: {
        code: 100,
        codeName: 'UnsatisfiableWriteConcern',
        errmsg: 'Not enough data-bearing nodes',
        errInfo: { writeConcern: concern },
      },
    };
  }
  if (typeof w === 'string' && w !== 'majority') {
    return {
      writeConcernError: {
        code: 79,
        codeName: 'UnknownReplWriteConcern',
        errmsg: `No write concern mode named '${w}' found in replica set configuration`,
      },
    };
  }
  return {};
}

/** The bytes of a document made here, within MongoDB's bound. */
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
