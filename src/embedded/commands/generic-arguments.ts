import { Binary } from 'bson';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { checkWriteConcern } from './write-result.js';

type Check = (value: Value, command: Doc, name: string) => void;

/** Fields of all commands with their checks; null for none here. */
export const GENERIC_ARGUMENTS: ReadonlyMap<string, Check | null> = new Map<string, Check | null>([
  ['$db', null],
  ['$readPreference', null],
  ['$clusterTime', null],
  ['$audit', null],
  ['$client', null],
  ['lsid', checkSession],
  ['txnNumber', null],
  ['stmtId', null],
  ['stmtIds', null],
  ['autocommit', null],
  ['startTransaction', null],
  ['apiVersion', refuse('apiVersion')],
  ['apiStrict', refuse('apiStrict')],
  ['apiDeprecationErrors', refuse('apiDeprecationErrors')],
  ['readConcern', checkReadConcern],
  ['writeConcern', checkWriteConcern],
  ['maxTimeMS', checkTimeLimit],
  ['maxTimeMSOpOnly', null],
  ['comment', null],
]);

const wrongType = (field: string, value: Value, wanted: string) =>
  new CommandError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeName(value)}', expected type '${wanted}'`,
  );

function checkSession(lsid: Value): void {
  const field = 'OperationSessionInfo.lsid';
  if (!isDoc(lsid)) throw wrongType(field, lsid, 'object');
  if (lsid.id instanceof Binary) return;
  if (lsid.id === undefined)
    throw new CommandError('Location40414', `BSON field '${field}.id' is missing but a required field`);
  throw wrongType(`${field}.id`, lsid.id, 'binData');
}

/** A field of the stable API, which is not supported. */
function refuse(field: string): Check {
  return () => {
    throw new CommandError('Location40415', unsupportedMessage(`The field '${field}'`));
  };
}

const READ_CONCERN = new Set(['level', 'afterClusterTime', 'afterOpTime', 'atClusterTime', 'provenance']);

/** `server.ts` checks the level. */
function checkReadConcern(concern: Value): void {
  if (!isDoc(concern)) throw new CommandError('FailedToParse', 'readConcern field should be an object');
  const unknown = Object.keys(concern).find((field) => !READ_CONCERN.has(field));
  if (unknown !== undefined) throw new CommandError('InvalidOptions', `Unrecognized option in readConcern: ${unknown}`);
}

/** Only the fraction is checked here. */
function checkTimeLimit(limit: Value): void {
  if (!isNumeric(limit)) return;
  const milliseconds = toDouble(limit);
  if (Number.isFinite(milliseconds) && !Number.isInteger(milliseconds))
    throw new CommandError('BadValue', 'maxTimeMS has non-integral value');
}
