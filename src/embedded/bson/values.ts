import { type Binary, Double, type Long, type ObjectId } from 'bson';

/**
 * A decoded BSON value. int32 values, and doubles with a fraction, are plain numbers. A double such as 3.0 is a
 * `Double`, and an int64 a `Long`, so that unchanged values are written back with their types.
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

/** A decoded document. Field names are encoded as in `field-names.ts`. */
export interface Doc {
  [field: string]: Value;
}

/** Index key of an empty array: BSON "undefined", as in MongoDB. No document contains it. */
export class UndefinedValue {
  readonly _bsontype = 'Undefined';
  static readonly instance = new UndefinedValue();
}

/** Sort order of types, as in MongoDB. Stored keys start with these numbers, plus one. */
export const TypeRank = {
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

/** Returns the rank of a value's type. A missing value has the rank of null. */
export function typeRankOf(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return TypeRank.Number;
    case 'string':
      return TypeRank.String;
    case 'boolean':
      return TypeRank.Boolean;
    case 'undefined':
      return TypeRank.Null;
  }
  if (value === null) return TypeRank.Null;
  if (Array.isArray(value)) return TypeRank.Array;
  if (value instanceof Date) return TypeRank.Date;
  return BSON_CLASSES.get((value as { _bsontype?: unknown })._bsontype)?.rank ?? TypeRank.Object;
}

/** Rank and type name of each class of the package `bson`. */
const BSON_CLASSES: ReadonlyMap<unknown, { rank: number; type: string }> = new Map([
  ['Double', { rank: TypeRank.Number, type: 'double' }],
  ['Binary', { rank: TypeRank.Binary, type: 'binData' }],
  ['Undefined', { rank: TypeRank.Undefined, type: 'undefined' }],
  ['ObjectId', { rank: TypeRank.ObjectId, type: 'objectId' }],
  ['Long', { rank: TypeRank.Number, type: 'long' }],
]);

/** Whether a value is a decoded document, not an array, a scalar or an instance of a class. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Returns the document with `_id`, if it has one, moved to the first position. */
export function withIdFirst(doc: Doc): Doc {
  return doc._id === undefined || Object.keys(doc)[0] === '_id' ? doc : { _id: doc._id, ...doc };
}

/** Names of the supported types. */
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

/** Returns the type name of a value, as in `$type`; "missing" for a missing value. */
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
  return BSON_CLASSES.get((value as { _bsontype?: unknown })._bsontype)?.type ?? 'object';
}

/** Whether a number is encoded as int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** Converts a BSON double to its decoded value: a `Double` if it could be an int32, else a plain number. */
export function toDecodedDouble(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

export function isNullish(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}
