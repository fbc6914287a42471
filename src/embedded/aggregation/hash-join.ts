import { BSONRegExp } from 'bson';
import { innerName } from '../bson/field-names.js';
import { keyOf } from '../bson/index-key.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import type { Path } from '../query/paths.js';
import { parsePath, valuesAt } from '../query/paths.js';
import type { Stream } from './stream.js';

/** Documents that a table holds; beyond, each is looked for by itself, slowly and in bounded memory. */
const MOST_DOCUMENTS = 200_000;

/**
 * The values by which a document looks for others: of an array its items; null for none.
 *
 * Unlike in a filter, what is missing in one document of an array on the way is not null while another has a value.
 */
export function localValues(doc: Doc, field: string): Value[] {
  const values: Value[] = [];
  collectLocal(doc, parsePath(field), 0, values);
  return values.length > 0 ? values : [null];
}

function collectLocal(value: Value | undefined, path: Path, at: number, values: Value[]): void {
  const step = path[at];
  if (!step) {
    if (Array.isArray(value)) values.push(...value);
    else if (value !== undefined) values.push(value);
  } else if (isDoc(value)) {
    collectLocal(value[step.inner], path, at + 1, values);
  } else if (Array.isArray(value)) {
    if (step.index !== undefined) return collectLocal(value[step.index], path, at + 1, values);
    for (const item of value) if (isDoc(item)) collectLocal(item, path, at, values);
  }
}

/** The values of a field by which a document is found: items of an array, and the array as a whole; null for none. */
function foreignValues(doc: Doc, field: string): Value[] {
  return valuesAt(doc, parsePath(field)).flatMap((value) =>
    Array.isArray(value) ? [...value, value] : [value ?? null],
  );
}

/** The filter that finds what is equal to one of some values; a regular expression is a value like others here. */
export function joinFilter(field: string, values: Value[]): Doc {
  const name = innerName(field);
  if (values.length === 1) return { [name]: { $eq: values[0]! } };
  if (!values.some((value) => value instanceof BSONRegExp)) return { [name]: { $in: values } };
  return { $or: values.map((value) => ({ [name]: { $eq: value } })) };
}

/** A collection by the values of one field, so that a join reads it once instead of once for each document. */
export class HashJoin {
  private readonly table = new Map<string, { doc: Doc; at: number }[]>();

  /** Makes the table; nothing when there are too many documents. */
  static *over(stream: Stream, field: string): Generator<undefined, HashJoin | undefined> {
    const join = new HashJoin();
    let at = 0;
    for (const doc of stream) {
      yield undefined;
      if (!doc) continue;
      if (at >= MOST_DOCUMENTS) return undefined;
      // a way that ends in an array of scalars is neither null nor missing on this side, and has no values
      for (const key of keysOf(foreignValues(doc, field))) {
        const known = join.table.get(key);
        if (known) known.push({ doc, at });
        else join.table.set(key, [{ doc, at }]);
      }
      at++;
    }
    return join;
  }

  /** The documents that share a value with one, each once and in their order. */
  find(doc: Doc, field: string): Doc[] {
    const found = new Map<number, Doc>();
    for (const key of keysOf(localValues(doc, field)))
      for (const each of this.table.get(key) ?? []) found.set(each.at, each.doc);
    return [...found].sort(([a], [b]) => a - b).map(([, each]) => each);
  }
}

function keysOf(values: readonly Value[]): Set<string> {
  return new Set(values.map((value) => keyOf([value]).toString('latin1')));
}
