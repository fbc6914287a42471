import { type Doc, isDoc, isNullish, UndefinedValue, type Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { encodeIndexKey } from '../bson/index-key.js';
import { parsePath, type SegmentedPath } from '../query/dotted-paths.js';
import { collectCompoundKeys } from '../query/compound-keys.js';
import { toBsonName } from '../bson/field-names.js';

export interface Index {
  readonly id: number;
  readonly name: string;
  spec: Doc;
  readonly fields: readonly { name: string; path: SegmentedPath; descending: boolean }[];
  /** Whether each field is in descending order, as `encodeIndexKey` expects it. */
  readonly descending: readonly boolean[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** For each field of the index, whether any document has an array in its path. */
  multikey: boolean[];
  /** Whether any key is truncated, so that entries are not sorted. */
  hasLongKeys: boolean;
  /** Whether a document has other entries than the values that `$unwind` outputs, for example due to duplicates. */
  differsFromUnwind: boolean;
  entryCount: number;
  /** Cached number of entries of each key range, valid until the next write; null after a catalogue reload. */
  rangeCounts: Map<string, number> | null;
}

export interface DocumentKeys {
  keys: Buffer[];
  multikey: boolean[];
  differsFromUnwind: boolean;
}

const NO_KEYS: DocumentKeys = { keys: [], multikey: [], differsFromUnwind: false };

/** Returns the keys of a document: none if a sparse index omits it, several for an array. @throws CommandError 171 */
export function computeKeys(index: Index, doc: Doc): DocumentKeys {
  const compoundKeys = collectCompoundKeys(index.fields, doc);
  if (!compoundKeys) {
    const names = index.fields.map(({ name }) => name).join(', ');
    throw new CommandError('Location171', `cannot index parallel arrays [${names}]`);
  }
  const { keys, multikey } = compoundKeys;
  if (index.sparse && keys.every((tuple) => tuple.every((value) => value === undefined))) return NO_KEYS;
  if (!multikey)
    return {
      keys: [encodeIndexKey(keys[0]!, index.descending)],
      multikey: [],
      differsFromUnwind: keys[0]![0] === UndefinedValue.instance,
    };
  const uniqueKeys = new Map<string, Buffer>();
  for (const tuple of keys) {
    const key = encodeIndexKey(tuple, index.descending);
    uniqueKeys.set(key.toString('latin1'), key);
  }
  const value = getValueAt(doc, index.fields[0]!.path);
  const equalsUnwind =
    Array.isArray(value) &&
    value.length === (value.length && uniqueKeys.size) &&
    value.every((item) => !isNullish(item) && !Array.isArray(item));
  return { keys: [...uniqueKeys.values()], multikey, differsFromUnwind: !equalsUnwind };
}

/** Returns the value at a path. Does not look inside arrays. */
export function getValueAt(doc: Doc, path: SegmentedPath): Value | undefined {
  let value: Value | undefined = doc;
  for (const { decodedName } of path) value = isDoc(value) ? value[decodedName] : undefined;
  return value;
}

export function parseKeyPattern(key: Doc): Index['fields'] {
  return Object.entries(key).map(([decodedName, direction]) => {
    const name = toBsonName(decodedName);
    return { name, path: parsePath(name), descending: Number(direction) < 0 };
  });
}
