import { encodeDocument } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Command } from './command.js';

/** An error of one statement, as it is listed in a reply. */
export function writeError(index: number, error: CommandError): object {
  return { index, code: error.code, ...error.details, errmsg: error.message };
}

/** True for an error that ends the whole command rather than one statement of it. */
export function endsCommand({ codeName }: CommandError): boolean {
  return ['MaxTimeMSExpired', 'Interrupted', 'TransactionTooOld', 'OutOfDiskSpace'].includes(codeName);
}

const WRITE_CONCERN = new Set([
  'w',
  'j',
  'fsync',
  'wtimeout',
  'provenance',
  // taken and not looked at
  'getLastError',
  'wOpTime',
  'wElectionId',
]);
/** Members that a replica set can have. */
const MOST_MEMBERS = 50;

/**
 * Refuses a write concern that is none.
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
  if (w === undefined || typeof w === 'string' || isDoc(w)) return;
  if (!isNumeric(w))
    throw new CommandError('FailedToParse', `w has to be a number, string, or object; found: ${typeName(w)}`);
  const members = toDouble(w);
  if (!(members >= 0 && members <= MOST_MEMBERS))
    throw new CommandError('FailedToParse', `w has to be a non-negative number and not greater than ${MOST_MEMBERS}`);
}

/** A command that does its work whatever the write concern, and then says when that cannot be met. */
export function withWriteConcern(run: Command): Command {
  return async (context) => ({ ...(await run(context)), ...writeConcernOutcome(context.command) });
}

/** Says which write concern cannot be met by a single member. */
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
