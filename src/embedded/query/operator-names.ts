import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';

/** Operators of a whole document, which `$elemMatch` may begin with to mean its items that are documents. */
const OVER_DOCUMENTS = new Set([
  '$and',
  '$or',
  '$nor',
  '$alwaysTrue',
  '$alwaysFalse',
  '$comment',
  '$expr',
  '$jsonSchema',
  '$text',
  '$where',
]);

/** Operators of a field, also those that this server has not. */
const OVER_FIELDS = new Set([
  '$all',
  '$bitsAllClear',
  '$bitsAllSet',
  '$bitsAnyClear',
  '$bitsAnySet',
  '$elemMatch',
  '$eq',
  '$exists',
  '$geoIntersects',
  '$geoNear',
  '$geoWithin',
  '$gt',
  '$gte',
  '$in',
  '$lt',
  '$lte',
  '$mod',
  '$ne',
  '$near',
  '$nearSphere',
  '$nin',
  '$options',
  '$regex',
  '$size',
  '$type',
  '$within',
]);

const firstName = (value: Value | undefined) => (isDoc(value) ? Object.keys(value)[0] : undefined);

/** True for a document of operators; a DBRef, whose names begin with `$` too, is a value. */
export function isOperators(value: Value): value is Doc {
  if (!firstName(value)?.startsWith('$')) return false;
  return !(Object.hasOwn(value as Doc, '$ref') && Object.hasOwn(value as Doc, '$id'));
}

/** True for an item that `$all` refuses; a name that is no operator is data there. */
export function isOperatorInAll(item: Value): boolean {
  return OVER_FIELDS.has(firstName(item) ?? '');
}

/** True for `{ $elemMatch: … }`. */
export function isElemMatch(item: Value | undefined): item is Doc {
  return firstName(item) === '$elemMatch';
}

/**
 * True when the operand of `$elemMatch` is about the items themselves, not about their fields.
 *
 * Parts of a DBRef are fields, and others may stand beside them.
 */
export function isOverItems(operand: Doc): boolean {
  const first = firstName(operand);
  if (!first?.startsWith('$') || OVER_DOCUMENTS.has(first)) return false;
  return !['$ref', '$id', '$db'].some((part) => Object.hasOwn(operand, part));
}
