import { keyOf } from '../bson/index-key.js';
import { innerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parsePath, valuesAt } from '../query/paths.js';
import { compileExpression, newScope } from './expression.js';
import type { StageCompiler } from './stages.js';
import type { Stream } from './stream.js';
import { collected } from './stream.js';

/** Joined documents that one `$lookup` may give one document. */
const MOST_JOINED_BYTES = 100_000;

/** `$lookup`, by equality of two fields, by a pipeline, or both. */
export const lookup: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('FailedToParse', 'the $lookup stage specification must be an object');
  const { from, as, localField, foreignField, pipeline, let: variables } = operand;
  if (typeof from !== 'string') throw new CommandError('FailedToParse', "must specify 'pipeline' when 'from' is empty");
  if (typeof as !== 'string' || as === '')
    throw new CommandError('FailedToParse', "must specify 'as' field for a $lookup");
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byField && (localField !== undefined || foreignField !== undefined || !Array.isArray(pipeline))) {
    throw new CommandError(
      'FailedToParse',
      "$lookup requires both or neither of 'localField' and 'foreignField' to be specified",
    );
  }
  const stages = Array.isArray(pipeline) ? pipeline : [];
  const bindings = isDoc(variables)
    ? Object.entries(variables).map(([name, value]) => [name, compileExpression(value)] as const)
    : [];
  const asPath = as.split('.').map(innerName);
  const join = byField
    ? fieldJoin(localField, (match, inner) =>
        context.collection(from, [{ $match: { [innerName(foreignField)]: match } }, ...stages], inner),
      )
    : (_doc: Doc, inner: Doc | undefined) => context.collection(from, stages, inner);
  return function* (input) {
    // what depends on nothing in the document is found once
    const shared =
      !byField && bindings.length === 0
        ? yield* collected(context.collection(from, stages, context.variables))
        : undefined;
    const seen = new Map<string, Doc[]>();
    for (const doc of input) {
      if (!doc) {
        yield undefined;
        continue;
      }
      const inner =
        bindings.length > 0 ? { ...context.variables, ...bound(bindings, doc, context.variables) } : context.variables;
      let found = shared;
      if (!found) {
        const key =
          byField && bindings.length === 0
            ? keyOf(valuesAt(doc, parsePath(localField as string))).toString('latin1')
            : undefined;
        found = key === undefined ? undefined : seen.get(key);
        if (!found) {
          found = yield* collected(join(doc, inner));
          if (key !== undefined && seen.size < MOST_JOINED_BYTES) seen.set(key, found);
        }
      }
      yield put(doc, asPath, found);
    }
  };
};

function fieldJoin(localField: string, find: (match: Value, inner: Doc | undefined) => Stream) {
  const path = parsePath(localField);
  return (doc: Doc, inner: Doc | undefined): Stream => {
    const values = valuesAt(doc, path).flatMap((value) => (Array.isArray(value) ? [...value, value] : [value ?? null]));
    return find(values.length === 1 ? { $eq: values[0]! } : { $in: values }, inner);
  };
}

function bound(
  bindings: readonly (readonly [string, ReturnType<typeof compileExpression>])[],
  doc: Doc,
  outer: Doc | undefined,
): Doc {
  const scope = newScope(doc, outer);
  return Object.fromEntries(bindings.map(([name, evaluate]) => [name, { $literal: evaluate(scope) ?? null }]));
}

function put(doc: Doc, path: readonly string[], value: Value): Doc {
  const [first, ...rest] = path;
  const inside = doc[first!];
  return { ...doc, [first!]: rest.length === 0 ? value : put(isDoc(inside) ? inside : {}, rest, value) };
}

/** `$unionWith`: the documents of another collection after these. */
export const unionWith: StageCompiler = (operand, context) => {
  const { coll, pipeline = [] } = isDoc(operand) ? operand : ({ coll: operand } as Doc);
  if (typeof coll !== 'string' || !Array.isArray(pipeline))
    throw new CommandError('FailedToParse', 'the $unionWith stage specification must be an object or string');
  return function* (input) {
    yield* input;
    yield* context.collection(coll, pipeline, context.variables);
  };
};
