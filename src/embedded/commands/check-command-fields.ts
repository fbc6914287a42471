import { toBsonName } from '../bson/field-names.js';
import type { Doc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

const splitWords = (text: string) => text.split(' ');

const QUERY_FIELDS = splitWords('filter sort projection hint limit batchSize singleBatch');

/** Fields that every command accepts. */
const GENERIC_FIELDS = new Set([
  ...splitWords('$db $readPreference $clusterTime $audit $client lsid txnNumber autocommit startTransaction'),
  ...splitWords('readConcern writeConcern maxTimeMS maxTimeMSOpOnly comment'),
]);

/** Further fields that a command accepts, by command name. Commands that are not listed are not validated. */
const COMMAND_FIELDS: Readonly<Record<string, readonly string[]>> = {
  find: [...QUERY_FIELDS, ...splitWords('noCursorTimeout allowPartialResults allowDiskUse')],
  aggregate: splitWords('pipeline cursor allowDiskUse'),
  count: [],
  insert: splitWords('ordered documents'),
  update: splitWords('ordered updates'),
  delete: splitWords('ordered deletes'),
  getMore: splitWords('collection batchSize term lastKnownCommittedOpTime'),
  create: [],
  createIndexes: splitWords('indexes ignoreUnknownIndexOptions commitQuorum'),
  dropIndexes: ['index'],
};

/** Rejects unknown fields of a command. @throws CommandError 40415 */
export function checkCommandFields(name: string, command: Doc): void {
  const commandFields = COMMAND_FIELDS[name];
  const fields = Object.keys(command).map(toBsonName);
  const unknownName =
    commandFields &&
    fields.find((field) => field !== name && !GENERIC_FIELDS.has(field) && !commandFields.includes(field));
  if (unknownName !== undefined) throw unknownFieldError(name, unknownName);
}

/** Rejects unknown fields of a document. @throws CommandError 40415 */
export function rejectUnknownFields(doc: Doc, allowed: readonly string[], context: string): void {
  for (const field of Object.keys(doc)) if (!allowed.includes(field)) throw unknownFieldError(context, field);
}

function unknownFieldError(context: string, field: string): CommandError {
  return new CommandError('Location40415', unsupportedMessage(`BSON field '${context}.${field}' is an unknown field`));
}
