import { innerName, isArrayIndex } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { ArrayFilters } from './array-filters.js';
import type { Change } from './modifiers.js';

/** Longest run of nulls that an update may put into an array to reach a position. */
const MOST_BACKFILL = 1_500_000;

/** A copy whose objects and arrays are new; the values in them are shared. */
export function cloneContainers(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneContainers);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const name of Object.keys(value)) copy[name] = cloneContainers(value[name]!);
  return copy;
}

interface Options {
  /** Make what is missing on the way. */
  create: boolean;
  filters: ArrayFilters;
  /** What `$` stands for. */
  position: number;
}

/** Applies a change at every place that a path names; the document is changed in place. */
export function applyAt(root: Doc, segments: readonly string[], change: Change, options: Options): void {
  step(root, 0, segments, change, options);
}

function step(
  container: Doc | Value[],
  at: number,
  segments: readonly string[],
  change: Change,
  options: Options,
): void {
  const segment = segments[at]!;
  if (segment.startsWith('$')) {
    if (/^\$\[.*\]$/s.test(segment) && at > 0) return everyItem(container, at, segments, change, options);
    if (segment === '$' && at > 0) {
      if (options.position < 0) {
        throw new CommandError('BadValue', 'The positional operator did not find the match needed from the query.');
      }
      return into(container, String(options.position), at, segments, change, options);
    }
  }
  into(container, segment, at, segments, change, options);
}

function everyItem(
  container: Doc | Value[],
  at: number,
  segments: readonly string[],
  change: Change,
  options: Options,
): void {
  const identifier = segments[at]!.slice(2, -1);
  if (!Array.isArray(container)) {
    throw new CommandError(
      'BadValue',
      `Cannot apply array updates to non-array element ${segments.slice(0, at).join('.')}`,
    );
  }
  const last = at === segments.length - 1;
  for (let i = 0; i < container.length; i++) {
    if (identifier !== '' && !options.filters.matches(identifier, container[i]!)) continue;
    if (last) put(container, i, change(container[i], segments.join('.')));
    else descend(i, container[i], at, segments, change, options);
  }
}

function into(
  container: Doc | Value[],
  name: string,
  at: number,
  segments: readonly string[],
  change: Change,
  options: Options,
): void {
  const key = keyIn(container, name, at, segments, options);
  if (key === undefined) return;
  const old = read(container, key);
  if (at === segments.length - 1) {
    const result = change(old, segments.join('.'));
    if (result !== 'keep') put(container, key, result);
    return;
  }
  if (old === undefined) {
    if (!options.create) return;
    const made: Doc = {};
    // filled first, so that a refusal further down leaves nothing behind
    step(made, at + 1, segments, change, options);
    if (Object.keys(made).length > 0) put(container, key, { value: made });
    return;
  }
  descend(key, old, at, segments, change, options);
}

function descend(
  key: string | number,
  old: Value | undefined,
  at: number,
  segments: readonly string[],
  change: Change,
  options: Options,
): void {
  if (isDoc(old) || Array.isArray(old)) return step(old, at + 1, segments, change, options);
  if (!options.create) return;
  throw new CommandError(
    'PathNotViable',
    `Cannot create field '${segments[at + 1]}' in element {${String(key).replace('\0', '')}: ${JSON.stringify(old)}}`,
  );
}

function keyIn(
  container: Doc | Value[],
  name: string,
  at: number,
  segments: readonly string[],
  options: Options,
): string | number | undefined {
  if (!Array.isArray(container)) return innerName(name);
  if (isArrayIndex(name)) return Number(name);
  if (!options.create) return undefined;
  throw new CommandError(
    'PathNotViable',
    `Cannot create field '${name}' in element {${segments[at - 1] ?? ''}: ${typeName(container)}}`,
  );
}

function read(container: Doc | Value[], key: string | number): Value | undefined {
  return Array.isArray(container) ? container[key as number] : container[key as string];
}

function put(container: Doc | Value[], key: string | number, result: ReturnType<Change>): void {
  if (result === 'keep') return;
  if (Array.isArray(container)) {
    const index = key as number;
    if (result === 'remove') {
      if (index < container.length) container[index] = null; // an item is not taken out, its place would move others
      return;
    }
    if (index - container.length > MOST_BACKFILL) {
      throw new CommandError('CannotBackfillArray', 'unable to add to array: too many nulls would be needed before it');
    }
    while (container.length < index) container.push(null);
    container[index] = result.value;
    return;
  }
  if (result === 'remove') delete container[key as string];
  else container[key as string] = result.value;
}

/** The value at a path of names only, which may not lead through an array: for `$rename`. */
export function valueAtExact(root: Doc, segments: readonly string[]): Value | undefined {
  let value: Value | undefined = root;
  for (const segment of segments) {
    if (Array.isArray(value)) {
      throw new CommandError(
        'BadValue',
        `The source field cannot be an array element, '${segments.join('.')}' in doc has an array field`,
      );
    }
    if (!isDoc(value)) return undefined;
    value = value[innerName(segment)];
  }
  return value;
}

/** Takes a field out at a path of names only. */
export function removeAt(root: Doc, segments: readonly string[]): void {
  let value: Value | undefined = root;
  for (const segment of segments.slice(0, -1)) value = isDoc(value) ? value[innerName(segment)] : undefined;
  if (isDoc(value)) delete value[innerName(segments.at(-1)!)];
}
