import type { Value, Doc } from '../bson/values.js';
import { isDoc, UndefinedValue } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { keyOf } from '../bson/index-key.js';
import type { Path } from '../query/paths.js';
import { parsePath } from '../query/paths.js';
import { outerName } from '../bson/field-names.js';

/** An index, as the planner and the writer use it. */
export interface Index {
  readonly id: number;
  readonly name: string;
  /** The definition as `listIndexes` shows it. */
  spec: Doc;
  readonly fields: readonly { name: string; path: Path; descending: boolean }[];
  /** `fields[i].descending`, as the key writer takes it. */
  readonly descending: readonly boolean[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Documents that it holds, when it is partial. */
  readonly holds: ((doc: Doc) => boolean) | undefined;
  readonly partialFilter: Doc | undefined;
  /** For each field: some document has an array on its path. */
  multikey: boolean[];
  /** Some key was too long to be kept whole, so entries are not in order throughout. */
  longKeys: boolean;
  entries: number;
}

/** The keys of one document in one index. */
export interface DocumentKeys {
  keys: Buffer[];
  /** For each field: this document has an array on its path. */
  multikey: boolean[];
}

const NONE: DocumentKeys = { keys: [], multikey: [] };

/**
 * The keys under which an index holds a document: none when it is sparse or partial and leaves it out, several when
 * a field is an array.
 *
 * @throws CommandError 171  two fields of one index are arrays side by side
 */
export function keysOf(index: Index, doc: Doc): DocumentKeys {
  if (index.holds && !index.holds(doc)) return NONE;
  const fields = index.fields;
  const single = simpleValues(index, doc);
  if (single) {
    if (index.sparse && single.every((value) => value === undefined)) return NONE;
    return { keys: [keyOf(single, index.descending)], multikey: [] };
  }
  const tuples: (Value | undefined)[][] = [];
  const multikey = fields.map(() => false);
  const start = fields.map(({ path }) => ({ value: doc as Value | undefined, path, at: 0 }));
  spread(start, tuples, multikey, index);
  if (index.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return NONE;
  const unique = new Map<string, Buffer>();
  for (const tuple of tuples) {
    const key = keyOf(tuple, index.descending);
    unique.set(key.toString('latin1'), key);
  }
  return { keys: [...unique.values()], multikey };
}

/** The field values when no array is on any path, which is the common case. */
function simpleValues(index: Index, doc: Doc): (Value | undefined)[] | undefined {
  const values: (Value | undefined)[] = [];
  for (const { path } of index.fields) {
    let value: Value | undefined = doc;
    for (const step of path) {
      if (Array.isArray(value)) return undefined;
      value = isDoc(value) ? value[step.inner] : undefined;
    }
    if (Array.isArray(value)) return undefined;
    values.push(value);
  }
  return values;
}

interface Cursor {
  value: Value | undefined;
  path: Path;
  at: number;
}

/** Walks all fields together, so that fields under one array are taken from the same item of it. */
function spread(cursors: Cursor[], tuples: (Value | undefined)[][], multikey: boolean[], index: Index): void {
  let array: Value[] | undefined;
  const moved = cursors.map((cursor) => advance(cursor));
  for (const { value } of moved) {
    if (!Array.isArray(value)) continue;
    if (array && array !== value) {
      const names = index.fields.map(({ name }) => name).join(', ');
      throw new CommandError('Location171', `cannot index parallel arrays [${names}]`);
    }
    array = value;
  }
  if (!array) {
    tuples.push(moved.map(({ value }) => (value instanceof Whole ? value.items : value)));
    return;
  }
  moved.forEach(({ value }, i) => {
    if (value === array) multikey[i] = true;
  });
  const items: (Value | undefined)[] = array.length === 0 ? [undefined] : array;
  for (const item of items) {
    const next = moved.map((cursor): Cursor => {
      if (cursor.value !== array) return cursor;
      if (cursor.at === cursor.path.length) {
        return { ...cursor, value: array.length === 0 ? UndefinedValue.instance : wrapped(item) };
      }
      return { ...cursor, value: isDoc(item) ? item : undefined };
    });
    spread(next, tuples, multikey, index);
  }
}

/** An array inside an array is a value of its own at the end of a path. */
class Whole {
  constructor(readonly items: Value[]) {}
}
const wrapped = (item: Value | undefined): Value | undefined =>
  Array.isArray(item) ? (new Whole(item) as unknown as Value) : item;

function advance(cursor: Cursor): Cursor {
  let { value, at } = cursor;
  if (value instanceof Whole) return cursor;
  while (at < cursor.path.length) {
    const step = cursor.path[at]!;
    if (isDoc(value)) value = value[step.inner];
    else if (Array.isArray(value) && step.index !== undefined && step.index < value.length) value = value[step.index];
    else if (Array.isArray(value)) break;
    else return { ...cursor, value: undefined, at: cursor.path.length };
    at++;
  }
  return { ...cursor, value, at };
}

/** `{ a: 1, b: -1 }` as fields. */
export function indexFields(key: Doc): Index['fields'] {
  return Object.entries(key).map(([inner, direction]) => {
    const name = outerName(inner);
    return { name, path: parsePath(name), descending: Number(direction) < 0 };
  });
}
