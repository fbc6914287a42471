import { toBsonName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { type Index, parseKeyPattern } from './index-definition.js';

/** Supported options. Drivers may send `v`, which is ignored. */
const INDEX_OPTIONS = new Set(['v', 'key', 'name', 'unique', 'sparse']);

const cannotCreateIndex = (message: string) => new CommandError('CannotCreateIndex', message);

/** Builds an index from its stored or received definition. */
export function indexFromSpec(id: number, storedSpec: Doc): Index {
  const { id: _id, multikey, longKeys, uneven, ...spec } = storedSpec;
  const fields = parseKeyPattern(spec.key as Doc);
  const name = spec.name as string;
  return {
    id,
    name,
    spec,
    fields,
    descending: fields.map(({ descending }) => descending),
    unique: spec.unique === true || name === '_id_',
    sparse: spec.sparse === true,
    multikey: Array.isArray(multikey) ? multikey.map(Boolean) : fields.map(() => false),
    hasLongKeys: longKeys === true,
    // Definitions that older versions stored lack `uneven`.
    differsFromUnwind: Array.isArray(multikey) && uneven !== false,
    entryCount: 0,
    rangeCounts: new Map(),
  };
}

/** Validates and normalises a received definition. @throws CommandError CannotCreateIndex, TypeMismatch */
export function validateIndexSpec(sentSpec: Value): Doc {
  if (!isDoc(sentSpec)) throw new CommandError('TypeMismatch', 'The elements of the indexes array must be objects');
  const { key, name, unique, sparse } = sentSpec;
  const unknownOption = Object.keys(sentSpec).find((option) => !INDEX_OPTIONS.has(option));
  if (unknownOption !== undefined)
    throw cannotCreateIndex(unsupportedMessage(`The index option '${toBsonName(unknownOption)}'`));
  if (!isDoc(key) || Object.keys(key).length === 0) throw cannotCreateIndex("The 'key' of an index must have a field");
  if (typeof name !== 'string' || name === '' || name === '*') {
    throw cannotCreateIndex("The 'name' of an index must be a text other than '*'");
  }
  for (const [decodedName, direction] of Object.entries(key)) checkKeyField(toBsonName(decodedName), direction);
  return { v: 2, key, name, ...(isTruthy(unique) && { unique: true }), ...(isTruthy(sparse) && { sparse: true }) };
}

function checkKeyField(name: string, direction: Value): void {
  if (typeof direction === 'string') throw cannotCreateIndex(unsupportedMessage(`Index of the type '${direction}'`));
  if (!isNumeric(direction)) throw cannotCreateIndex('Values in the index key pattern must be numbers or strings');
  const number = toDouble(direction);
  if (number === 0 || Number.isNaN(number)) throw cannotCreateIndex('Values in the index key pattern cannot be 0');
  if (name === '' || name.split('.').includes(''))
    throw cannotCreateIndex('Index key cannot contain an empty field name');
  if (name.split('.').some((part) => part.startsWith('$'))) {
    throw cannotCreateIndex(`Index key contains an illegal field name: '${name}'`);
  }
}

function isTruthy(value: Value | undefined): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}
