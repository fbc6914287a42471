import { toBsonName } from '../bson/field-names.js';
import type { Doc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';

const words = (text: string) => text.split(' ');

const QUERY_FIELDS = words('filter sort projection hint limit batchSize singleBatch');

/** Fields that every command accepts. */
const GENERIC_FIELDS = new Set([
  ...words('$db $readPreference $clusterTime $audit $client lsid txnNumber autocommit startTransaction'),
  ...words('readConcern writeConcern maxTimeMS maxTimeMSOpOnly comment'),
]);

/** Further fields that a command accepts, by command name. Commands that are not listed are not validated. */
const COMMAND_FIELDS: Readonly<Record<string, readonly string[]>> = {
  find: [...QUERY_FIELDS, ...words('noCursorTimeout allowPartialResults allowDiskUse')],
  aggregate: words('pipeline cursor allowDiskUse'),
  count: [],
  insert: words('ordered documents'),
  update: words('ordered updates'),
  delete: words('ordered deletes'),
  getMore: words('collection batchSize term lastKnownCommittedOpTime'),
  create: [],
  createIndexes: words('indexes ignoreUnknownIndexOptions commitQuorum'),
  dropIndexes: ['index'],
};

/** Rejects unknown fields of a command. @throws CommandError 40415 */
export function checkCommandFields(name: string, command: Doc): void {
  const commandFields = COMMAND_FIELDS[name];
  const fields = Object.keys(command).map(toBsonName);
  const unknown =
    commandFields &&
    fields.find((field) => field !== name && !GENERIC_FIELDS.has(field) && !commandFields.includes(field));
  if (unknown !== undefined) throw unknownField(name, unknown);
}

/** Rejects unknown fields of a document. @throws CommandError 40415 */
export function rejectUnknownFields(doc: Doc, allowed: readonly string[], context: string): void {
  for (const field of Object.keys(doc)) if (!allowed.includes(field)) throw unknownField(context, field);
}

function unknownField(context: string, field: string): CommandError {
  return new CommandError('Location40415', unsupportedMessage(`BSON field '${context}.${field}' is an unknown field`));
}
