import type { StringOrder } from '../bson/compare.js';
import { equalValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Run } from './apply-tree.js';
import { applyTree } from './apply-tree.js';
import type { ArrayFilters } from './array-filters.js';
import { arrayFiltersFrom } from './array-filters.js';
import { checkDollarNames } from './dollar-names.js';
import { compileChange, checkFields } from './modifiers.js';
import { cloneContainers } from './place.js';
import { shownField } from './shown.js';
import { withTimestamps } from './timestamps.js';
import { UpdateTree } from './tree.js';
import type { UpdatePath } from './update-path.js';
import { checkArrayFilters, parseUpdatePath } from './update-path.js';

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
   * @param options.position where the filter matched within an array, for `$`; -1 when it did not
   * @param options.inserting the document is new, and `$setOnInsert` takes part
   */
  apply: (doc: Doc, options: Omit<Run, 'filters'>) => Doc;
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
  checkUpdateType(update);
  const first = Object.keys(update)[0];
  if (first?.startsWith('$')) return parseModifiers(update, context, arrayFilters);
  if (arrayFilters !== undefined && Array.isArray(arrayFilters) && arrayFilters.length > 0)
    throw new CommandError('FailedToParse', 'Cannot use array filters with a replacement');
  const replacement = withTimestamps(update, context.now);
  return { kind: 'replacement', apply: (doc, { inserting }) => replaced(doc, replacement, inserting) };
}

/** Refuses what is neither a replacement, nor modifiers, nor a pipeline. @throws CommandError FailedToParse */
export function checkUpdateType(update: Value): asserts update is Doc | Value[] {
  if (isDoc(update) || Array.isArray(update)) return;
  throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
}

function parseModifiers(update: Doc, context: UpdateContext, arrayFilters?: Value): Update {
  const filters = arrayFiltersFrom(arrayFilters, context.order);
  const tree = new UpdateTree();
  const paths: UpdatePath[] = [];
  for (const [operator, given] of Object.entries(update)) {
    for (const [inner, operand] of Object.entries(checkFields(operator, given))) {
      paths.push(addModifier(tree, { operator, name: outerName(inner), operand }, filters, context));
    }
  }
  filters.checkUsed(
    paths.flatMap(({ segments }) => segments),
    update,
  );
  const ordered = tree.ordered();
  return {
    kind: 'modifiers',
    apply(doc, { position, inserting }) {
      const result = cloneContainers(doc) as Doc;
      applyTree(ordered, result, { filters, position, inserting });
      return result;
    },
  };
}

interface Modifier {
  operator: string;
  name: string;
  operand: Value;
}

function addModifier(
  tree: UpdateTree,
  { operator, name, operand }: Modifier,
  filters: ArrayFilters,
  context: UpdateContext,
): UpdatePath {
  const path = parseUpdatePath(name);
  const change = compileChange(operator, operand, name, context.order);
  checkArrayFilters(path, filters);
  tree.add(path, { kind: 'change', operator, path, change });
  return path;
}

function replaced(doc: Doc, replacement: Doc, inserting: boolean): Doc {
  if (!inserting) checkDollarNames(replacement);
  if (replacement._id !== undefined) return keepId(doc, idFirst(replacement));
  return doc._id === undefined ? { ...replacement } : { _id: doc._id, ...replacement };
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
    `After applying the update, the (immutable) field '_id' was found to have been altered to ${shownField('_id', after._id)}`,
  );
}
