import type { Binary, Long, ObjectId } from 'bson';
import { Double } from 'bson';

/**
 * A decoded BSON value.
 *
 * int32 values, and doubles with a fraction, are plain numbers. A double such as 3.0 stays a `Double`, and an int64
 * a `Long`, so that unchanged values are written back with their types. Other types of BSON are not supported.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | Double
  | Long
  | Binary
  | ObjectId
  | UndefinedValue
  | Value[]
  | Doc;

/** A decoded document; its field names are inner names, see `field-names.ts`. */
export interface Doc {
  [field: string]: Value;
}

/** The key of an empty array in an index. It is BSON's "undefined", as in MongoDB; no document contains it. */
export class UndefinedValue {
  readonly _bsontype = 'Undefined';
  static readonly instance = new UndefinedValue();
}

/** MongoDB's order of types when values of different types are compared. Keys on the disk begin with these numbers. */
export const Rank = {
  Undefined: 1,
  Null: 2,
  Number: 3,
  String: 4,
  Object: 5,
  Array: 6,
  Binary: 7,
  ObjectId: 8,
  Boolean: 9,
  Date: 10,
} as const;

/** The rank of a value's type; a missing value ranks as null. */
export function rankOf(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return Rank.Number;
    case 'string':
      return Rank.String;
    case 'boolean':
      return Rank.Boolean;
    case 'undefined':
      return Rank.Null;
  }
  if (value === null) return Rank.Null;
  if (Array.isArray(value)) return Rank.Array;
  if (value instanceof Date) return Rank.Date;
  return CLASSES.get((value as { _bsontype?: unknown })._bsontype)?.rank ?? Rank.Object;
}

/** The rank and the type of each class of the package `bson`. */
const CLASSES: ReadonlyMap<unknown, { rank: number; type: string }> = new Map([
  ['Double', { rank: Rank.Number, type: 'double' }],
  ['Binary', { rank: Rank.Binary, type: 'binData' }],
  ['Undefined', { rank: Rank.Undefined, type: 'undefined' }],
  ['ObjectId', { rank: Rank.ObjectId, type: 'objectId' }],
  ['Long', { rank: Rank.Number, type: 'long' }],
]);

/** Whether a value is an embedded document. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The names of the types that values have. */
export const TYPE_NAMES = [
  'double',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'null',
  'int',
  'long',
];

/** The type name for `$type`; "missing" for a missing value. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  switch (typeof value) {
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
  }
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return CLASSES.get((value as { _bsontype?: unknown })._bsontype)?.type ?? 'object';
}

/** Whether a number is encoded as int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** A double in decoded form. */
export function doubleValue(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

export function isNullish(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}
