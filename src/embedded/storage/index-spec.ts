import { outerName } from '../bson/field-names.js';
import type { Numeric } from '../bson/numbers.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { extendedJson } from '../bson/extended-json.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import type { Index } from './index-definition.js';
import { indexFields } from './index-definition.js';
import { KeptRanges } from './kept-ranges.js';

const OPTIONS = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'hidden',
  'dropDups',
  'prepareUnique',
]);

const cannot = (message: string) => new CommandError('CannotCreateIndex', message);
const invalidOption = (message: string) => new CommandError('InvalidIndexSpecificationOption', message);

/** An index from its stored or sent definition. */
export function indexFromSpec(id: number, stored: Doc): Index {
  const { id: _id, multikey, longKeys, uneven, ...spec } = stored;
  const fields = indexFields(spec.key as Doc);
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
    longKeys: longKeys === true,
    // Older definitions lack it.
    uneven: Array.isArray(multikey) && uneven !== false,
    entries: 0,
    kept: new KeptRanges(),
  };
}

/** Checks a sent definition, and normalises it. @throws CommandError CannotCreateIndex */
export function checkedSpec(sent: Value): Doc {
  if (!isDoc(sent)) throw new CommandError('TypeMismatch', 'The elements of the indexes array must be objects');
  checkOptions(sent);
  const key = checkedKey(sent);
  const name = checkedName(sent);
  checkVersion(sent);
  if (isIdKey(key)) checkIdSpec(sent, key);
  else checkOwnName(name, key);
  const spec: Doc = { v: 2, key: normalKey(key), name };
  for (const flag of ['unique', 'sparse', 'hidden'] as const) {
    if (isTrue(sent[flag])) spec[flag] = true;
  }
  if (sent.expireAfterSeconds !== undefined) throw cannot(notOffered('Index with expireAfterSeconds'));
  if (sent.partialFilterExpression !== undefined) throw cannot(notOffered('Index with partialFilterExpression'));
  return spec;
}

function checkOptions(sent: Doc): void {
  const unknown = Object.keys(sent).find((option) => !OPTIONS.has(option));
  if (unknown === undefined) return;
  const shown = extendedJson(sent);
  throw invalidOption(
    `Error in specification ${shown} :: caused by :: The field '${outerName(unknown)}' is not valid for an index specification. Specification: ${shown}`,
  );
}

function checkedKey({ key }: Doc): Doc {
  if (key === undefined)
    throw new CommandError('FailedToParse', "The 'key' field is a required property of an index specification");
  if (!isDoc(key))
    throw new CommandError('TypeMismatch', `The field 'key' must be an object, but got ${typeName(key)}`);
  if (Object.keys(key).length === 0) throw cannot('Index keys cannot be an empty object');
  if (Object.keys(key).length > 32) throw new CommandError('Location13103', 'too many compound keys');
  for (const [inner, direction] of Object.entries(key)) checkKeyField(outerName(inner), direction);
  return key;
}

function checkedName({ name }: Doc): string {
  if (name === undefined)
    throw new CommandError('FailedToParse', "The 'name' field is a required property of an index specification");
  if (typeof name !== 'string')
    throw new CommandError('TypeMismatch', `The field 'name' must be a string, but got ${typeName(name)}`);
  if (name === '') throw cannot('index name cannot be empty');
  return name;
}

function checkVersion(sent: Doc): void {
  if (sent.v === undefined) return;
  if (!isNumeric(sent.v))
    throw new CommandError('TypeMismatch', `The field 'v' must be a number, but got ${typeName(sent.v)}`);
  const version = toDouble(sent.v);
  if (version === 1 || version === 2) return;
  throw cannot(`Invalid index specification ${extendedJson(sent)}; cannot create an index with v=${version}`);
}

/** Whether a key is that of the index on `_id`, or that key backwards, which MongoDB refuses. */
function isIdKey(key: Doc): boolean {
  return Object.keys(key).length === 1 && isNumeric(key._id) && Math.abs(toDouble(key._id)) === 1;
}

const ID_OPTIONS = new Set(['v', 'key', 'name', 'ns']);

function checkIdSpec(sent: Doc, key: Doc): void {
  const wrong = Object.keys(sent).find((option) => !ID_OPTIONS.has(option));
  if (wrong !== undefined)
    throw invalidOption(
      `The field '${wrong}' is not valid for an _id index specification. Specification: ${extendedJson(sent)}`,
    );
  if (toDouble(key._id as Numeric) !== 1)
    throw new CommandError(
      'BadValue',
      `The field 'key' for an _id index must be {_id: 1}, but got ${extendedJson(key)}`,
    );
}

function checkOwnName(name: string, key: Doc): void {
  if (name === '_id_')
    throw new CommandError(
      'BadValue',
      `The index name '_id_' is reserved for the _id index, which must have key pattern {_id: 1}, found ${extendedJson(key)}`,
    );
  if (name === '*') throw new CommandError('BadValue', "The index name '*' is not valid.");
}

function checkKeyField(name: string, direction: Value): void {
  if (typeof direction === 'string') {
    throw cannot(
      direction === ''
        ? `Values in the index key pattern cannot be empty strings`
        : notOffered(`Index of the type '${direction}'`),
    );
  }
  if (!isNumeric(direction)) throw cannot('Values in the index key pattern must be numbers or strings');
  const number = toDouble(direction);
  if (number === 0 || Number.isNaN(number)) throw cannot('Values in the index key pattern cannot be 0');
  if (name === '' || name.split('.').includes('')) throw cannot('Index key cannot contain an empty field name');
  if (name.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part))) {
    throw cannot(`Index key contains an illegal field name: '${name}'`);
  }
  if (name.includes('$**')) throw cannot(notOffered('Index of the type wildcard'));
}

function normalKey(key: Doc): Doc {
  return Object.fromEntries(Object.entries(key).map(([name, direction]) => [name, direction])) as Doc;
}

function isTrue(value: Value | undefined): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}
