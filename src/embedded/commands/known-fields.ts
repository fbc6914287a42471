import { toClientName } from '../bson/field-names.js';
import type { Doc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { GENERIC_ARGUMENTS } from './generic-arguments.js';

const words = (text: string) => text.split(' ');

const QUERY = words('filter sort projection hint limit batchSize singleBatch');

/** The fields of commands, beside the generic ones. Other commands are not checked. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  find: [...QUERY, ...words('noCursorTimeout allowPartialResults allowDiskUse')],
  aggregate: words('pipeline cursor allowDiskUse hint'),
  count: [],
  insert: words('ordered documents'),
  update: words('ordered updates'),
  delete: words('ordered deletes'),
  getMore: words('collection batchSize term lastKnownCommittedOpTime'),
  create: [],
  createIndexes: words('indexes ignoreUnknownIndexOptions commitQuorum'),
  dropIndexes: ['index'],
};

/** Checks the fields of a command. @throws CommandError 40415 */
export function checkCommandFields(name: string, command: Doc): void {
  const known = KNOWN[name];
  for (const inner of Object.keys(command)) {
    const field = toClientName(inner);
    if (field === name) continue;
    const check = GENERIC_ARGUMENTS.get(field);
    if (check === null) continue;
    if (check) {
      const value = command[inner]!;
      if (value !== null) check(value, command, name); // drivers send null for what is undefined
    } else if (known && !known.includes(field)) {
      throw unknownField(name, field);
    }
  }
}

/** @throws CommandError 40415 */
export function checkKnownFields(doc: Doc, known: readonly string[], place: string): void {
  for (const field of Object.keys(doc)) if (!known.includes(field)) throw unknownField(place, field);
}

function unknownField(place: string, field: string): CommandError {
  return new CommandError('Location40415', unsupportedMessage(`BSON field '${place}.${field}' is an unknown field`));
}
