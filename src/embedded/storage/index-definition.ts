import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { keyOf } from '../bson/index-key.js';
import type { Path } from '../query/paths.js';
import { parsePath } from '../query/paths.js';
import { tuplesOf } from '../query/tuples.js';
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
  const found = tuplesOf(index.fields, doc);
  if (!found) {
    const names = index.fields.map(({ name }) => name).join(', ');
    throw new CommandError('Location171', `cannot index parallel arrays [${names}]`);
  }
  const { tuples, multikey } = found;
  if (index.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return NONE;
  if (!multikey) return { keys: [keyOf(tuples[0]!, index.descending)], multikey: [] };
  const unique = new Map<string, Buffer>();
  for (const tuple of tuples) {
    const key = keyOf(tuple, index.descending);
    unique.set(key.toString('latin1'), key);
  }
  return { keys: [...unique.values()], multikey };
}

/** `{ a: 1, b: -1 }` as fields. */
export function indexFields(key: Doc): Index['fields'] {
  return Object.entries(key).map(([inner, direction]) => {
    const name = outerName(inner);
    return { name, path: parsePath(name), descending: Number(direction) < 0 };
  });
}
