import { outerName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import { stringOrder } from '../query/collation.js';
import type { Index } from './index-definition.js';
import { indexFields } from './index-definition.js';

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
  'collation',
  'dropDups',
  'prepareUnique',
]);

const cannot = (message: string) => new CommandError('CannotCreateIndex', message);

/** An index from its definition, as a client sent it or as it was stored. */
export function indexFromSpec(id: number, stored: Doc): Index {
  const { id: _id, multikey, longKeys, ...spec } = stored;
  const fields = indexFields(spec.key as Doc);
  const partialFilter = spec.partialFilterExpression as Doc | undefined;
  const parsed = partialFilter && parseFilter(partialFilter);
  const name = spec.name as string;
  return {
    id,
    name,
    spec,
    fields,
    descending: fields.map(({ descending }) => descending),
    unique: spec.unique === true || name === '_id_',
    sparse: spec.sparse === true,
    partialFilter,
    holds: parsed && matcher(parsed),
    multikey: Array.isArray(multikey) ? multikey.map(Boolean) : fields.map(() => false),
    longKeys: longKeys === true,
    entries: 0,
  };
}

/**
 * Checks a definition that a client sent and puts it in the form that is stored.
 *
 * @throws CommandError CannotCreateIndex  it is wrong, or of a kind that this server does not have
 */
export function checkedSpec(sent: Value): Doc {
  if (!isDoc(sent)) throw new CommandError('TypeMismatch', 'The elements of the indexes array must be objects');
  const { key } = sent;
  if (!isDoc(key))
    throw new CommandError('FailedToParse', "The 'key' field is a required property of an index specification");
  if (Object.keys(key).length === 0) throw cannot('Index keys cannot be an empty object');
  if (Object.keys(key).length > 32) throw new CommandError('Location13103', 'too many compound keys');
  for (const [inner, direction] of Object.entries(key)) checkKeyField(outerName(inner), direction);
  if (typeof sent.name !== 'string' || sent.name === '') {
    throw new CommandError('FailedToParse', "The 'name' field is a required property of an index specification");
  }
  for (const option of Object.keys(sent)) {
    if (!OPTIONS.has(option)) {
      throw new CommandError('InvalidOptions', `The field '${option}' is not valid for an index specification`);
    }
  }
  if (stringOrder(sent.collation)) throw cannot('an index with a collation is not supported by this server');
  const spec: Doc = { v: 2, key: normalKey(key), name: sent.name };
  for (const flag of ['unique', 'sparse', 'hidden'] as const) {
    if (isTrue(sent[flag])) spec[flag] = true;
  }
  if (sent.expireAfterSeconds !== undefined) spec.expireAfterSeconds = checkedSeconds(sent.expireAfterSeconds, key);
  if (sent.partialFilterExpression !== undefined) {
    if (!isDoc(sent.partialFilterExpression)) throw cannot("'partialFilterExpression' for an index must be a document");
    if (spec.sparse) throw cannot("cannot mix 'partialFilterExpression' and 'sparse' options");
    parseFilter(sent.partialFilterExpression);
    spec.partialFilterExpression = sent.partialFilterExpression;
  }
  return spec;
}

function checkKeyField(name: string, direction: Value): void {
  if (typeof direction === 'string') {
    throw cannot(
      direction === ''
        ? `Values in the index key pattern cannot be empty strings`
        : `a ${direction} index is not supported by this server`,
    );
  }
  if (!isNumeric(direction)) throw cannot('Values in the index key pattern must be numbers or strings');
  const number = toDouble(direction);
  if (number === 0 || Number.isNaN(number)) throw cannot('Values in the index key pattern cannot be 0');
  if (name === '' || name.split('.').includes('')) throw cannot('Index key cannot contain an empty field name');
  if (name.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part))) {
    throw cannot(`Index key contains an illegal field name: '${name}'`);
  }
  if (name.includes('$**')) throw cannot('a wildcard index is not supported by this server');
}

function normalKey(key: Doc): Doc {
  return Object.fromEntries(Object.entries(key).map(([name, direction]) => [name, direction])) as Doc;
}

function isTrue(value: Value | undefined): boolean {
  return value === true || (isNumeric(value) && toDouble(value) !== 0);
}

function checkedSeconds(value: Value, key: Doc): Value {
  if (!isNumeric(value))
    throw new CommandError('TypeMismatch', "TTL index 'expireAfterSeconds' option must be numeric");
  const seconds = toDouble(value);
  if (!(seconds >= 0 && seconds <= 2147483647)) {
    throw cannot(`TTL index 'expireAfterSeconds' option must be within an acceptable range`);
  }
  if (Object.keys(key).length > 1)
    throw cannot('TTL indexes are single-field indexes, compound indexes do not support TTL');
  if ('_id' in key) throw cannot(`The field 'expireAfterSeconds' is not valid for an _id index specification`);
  return Math.floor(seconds);
}
