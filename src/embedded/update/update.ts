import type { StringOrder } from '../bson/compare.js';
import { compareStrings, equalValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { arrayFiltersFrom, type ArrayFilters } from './array-filters.js';
import type { Change } from './modifiers.js';
import { changeOf, unknownModifier } from './modifiers.js';
import { applyAt, cloneContainers, removeAt, valueAtExact } from './target.js';

/** What an update needs beside the document. */
export interface UpdateContext {
  order?: StringOrder | undefined;
  now: Date;
  /** Compiles an update pipeline into a function over one document. */
  pipeline: (stages: Value[]) => (doc: Doc) => Doc;
}

/** An update, parsed once for all the documents of a statement. */
export interface Update {
  kind: 'replacement' | 'modifiers' | 'pipeline';
  /**
   * Makes the new document; the old one is left as it is.
   *
   * @param positions where the filter matched within arrays, for `$`; -1 when it did not
   * @param inserting `$setOnInsert` takes part
   */
  apply: (doc: Doc, options: { position: number; inserting: boolean }) => Doc;
}

interface Modifier {
  operator: string;
  name: string;
  segments: string[];
  change: Change;
}

/**
 * Parses an update: a replacement, modifiers or a pipeline.
 *
 * @throws CommandError FailedToParse, ConflictingUpdateOperators, …  it can apply to no document
 */
export function parseUpdate(update: Value, context: UpdateContext, arrayFilters?: Value): Update {
  if (Array.isArray(update)) {
    if (arrayFilters !== undefined)
      throw new CommandError('FailedToParse', 'arrayFilters may not be specified for pipeline-syle updates');
    const run = context.pipeline(update);
    return { kind: 'pipeline', apply: (doc) => keepId(doc, run(doc)) };
  }
  if (!isDoc(update)) throw new CommandError('TypeMismatch', 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  if (first === undefined || !first.startsWith('$')) {
    if (arrayFilters !== undefined && Array.isArray(arrayFilters) && arrayFilters.length > 0)
      throw new CommandError('FailedToParse', 'Cannot use array filters with a replacement');
    return { kind: 'replacement', apply: (doc) => replacement(doc, update) };
  }
  return parseModifiers(update, context, arrayFilters);
}

function parseModifiers(update: Doc, context: UpdateContext, arrayFilters?: Value): Update {
  const filters = arrayFiltersFrom(arrayFilters, context.order);
  const modifiers: Modifier[] = [];
  const renames: { from: string; to: string }[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!operator.startsWith('$')) throw unknownModifier(operator);
    if (!isDoc(fields)) {
      throw new CommandError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    }
    for (const [inner, operand] of Object.entries(fields)) {
      const name = outerName(inner);
      checkPath(name);
      if (operator === '$rename') {
        if (typeof operand !== 'string')
          throw new CommandError(
            'BadValue',
            `The 'to' field for $rename must be a string: ${name}: ${JSON.stringify(operand)}`,
          );
        checkPath(operand);
        if (name === operand)
          throw new CommandError(
            'BadValue',
            `The source and target field for $rename must differ: ${name}: "${operand}"`,
          );
        renames.push({ from: name, to: operand });
        continue;
      }
      modifiers.push({ operator, name, segments: name.split('.'), change: changeOf(operator, operand, name, context) });
    }
  }
  checkConflicts([...modifiers.map(({ name }) => name), ...renames.flatMap(({ from, to }) => [from, to])]);
  modifiers.sort(inPathOrder);
  filters.checkUsed(modifiers.flatMap(({ segments }) => segments));
  return { kind: 'modifiers', apply: (doc, options) => applyModifiers(doc, modifiers, renames, filters, options) };
}

/** MongoDB applies changes in the order of their paths: names as text, places in arrays as numbers. */
function inPathOrder(a: Modifier, b: Modifier): number {
  for (let i = 0; i < Math.min(a.segments.length, b.segments.length); i++) {
    const x = a.segments[i]!;
    const y = b.segments[i]!;
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return compareStrings(x, y);
  }
  return a.segments.length - b.segments.length;
}

function applyModifiers(
  doc: Doc,
  modifiers: readonly Modifier[],
  renames: readonly { from: string; to: string }[],
  filters: ArrayFilters,
  { position, inserting }: { position: number; inserting: boolean },
): Doc {
  const result = cloneContainers(doc) as Doc;
  for (const { operator, segments, change } of modifiers) {
    if (operator === '$setOnInsert' && !inserting) continue;
    // a path that is not there stays so for the modifiers that only take away
    const create = !['$unset', '$pull', '$pullAll', '$pop'].includes(operator);
    applyAt(result, segments, change, { create, filters, position });
  }
  for (const { from, to } of renames) {
    const value = valueAtExact(result, from.split('.'));
    if (value === undefined) continue;
    removeAt(result, from.split('.'));
    applyAt(result, to.split('.'), () => ({ value }), { create: true, filters, position });
  }
  return keepId(doc, result);
}

function replacement(doc: Doc, update: Doc): Doc {
  const id = doc._id;
  if (update._id !== undefined) return keepId(doc, idFirst(update));
  return id === undefined ? { ...update } : { _id: id, ...update };
}

/** The document with `_id` in the first place. */
export function idFirst(doc: Doc): Doc {
  return doc._id === undefined || Object.keys(doc)[0] === '_id' ? doc : { _id: doc._id, ...doc };
}

function keepId(before: Doc, after: Doc): Doc {
  if (before._id === undefined) return after;
  if (after._id === undefined) return { _id: before._id, ...after };
  if (equalValues(before._id, after._id)) return idFirst(after);
  throw new CommandError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function checkPath(name: string): void {
  if (name === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const parts = name.split('.');
  if (parts.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${name}' contains an empty field name, which is not allowed.`,
    );
  }
  const wrong = parts.find((part, i) => part.startsWith('$') && !(i > 0 && /^\$(\[.*\])?$/.test(part)) && i === 0);
  if (wrong && parts.length === 1 && !/^\$(\[.*\])?$/.test(wrong)) return; // 5.0 lets $set write fields that begin with $
  if (wrong && /^\$(\[.*\])?$/.test(wrong)) {
    throw new CommandError(
      'BadValue',
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${name}'`,
    );
  }
}

/** Refuses two changes of one path, or of a path and what is inside it. */
function checkConflicts(names: string[]): void {
  const sorted = names.map((name) => name.split('.')).sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1));
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1]!, sorted[i]!];
    if (a.every((part, at) => part === b[at])) {
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${b.join('.')}' would create a conflict at '${a.join('.')}'`,
      );
    }
  }
}
