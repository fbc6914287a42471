import type { Doc, Value } from '../bson/values.js';
import { isDoc, isNullish, UndefinedValue } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { encodeKey } from '../bson/index-key.js';
import type { Path } from '../query/paths.js';
import { parsePath } from '../query/paths.js';
import { collectTuples } from '../query/tuples.js';
import { outerName } from '../bson/field-names.js';
import type { KeptRanges } from './kept-ranges.js';

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
  /** For each field: some document has an array on its path. */
  multikey: boolean[];
  /** Some key was too long to be kept whole, so entries are not in order throughout. */
  longKeys: boolean;
  /** The entries of some document do not tell the values under the field one by one, as `$unwind` would. */
  uneven: boolean;
  entries: number;
  readonly kept: KeptRanges;
}

/** The keys of one document in one index. */
export interface DocumentKeys {
  keys: Buffer[];
  /** For each field: this document has an array on its path. */
  multikey: boolean[];
  /** Its keys are not one for each value of one field. */
  uneven: boolean;
}

const NONE: DocumentKeys = { keys: [], multikey: [], uneven: false };

/**
 * The keys under which an index holds a document: none when it is sparse and leaves it out, several when
 * a field is an array.
 *
 * @throws CommandError 171  two fields of one index are arrays side by side
 */
export function computeKeys(index: Index, doc: Doc): DocumentKeys {
  const found = collectTuples(index.fields, doc);
  if (!found) {
    const names = index.fields.map(({ name }) => name).join(', ');
    throw new CommandError('Location171', `cannot index parallel arrays [${names}]`);
  }
  const { tuples, multikey } = found;
  if (index.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return NONE;
  if (!multikey)
    return {
      keys: [encodeKey(tuples[0]!, index.descending)],
      multikey: [],
      uneven: tuples[0]![0] === UndefinedValue.instance,
    };
  const unique = new Map<string, Buffer>();
  for (const tuple of tuples) {
    const key = encodeKey(tuple, index.descending);
    unique.set(key.toString('latin1'), key);
  }
  const value = valueAt(doc, index.fields[0]!.path);
  const isEven =
    Array.isArray(value) &&
    value.length === (value.length && unique.size) &&
    value.every((item) => !isNullish(item) && !Array.isArray(item));
  return { keys: [...unique.values()], multikey, uneven: !isEven };
}

/** The value at the end of a path through documents alone. */
export function valueAt(doc: Doc, path: Path): Value | undefined {
  let value: Value | undefined = doc;
  for (const { inner } of path) value = isDoc(value) ? value[inner] : undefined;
  return value;
}

/** `{ a: 1, b: -1 }` as fields. */
export function indexFields(key: Doc): Index['fields'] {
  return Object.entries(key).map(([inner, direction]) => {
    const name = outerName(inner);
    return { name, path: parsePath(name), descending: Number(direction) < 0 };
  });
}
