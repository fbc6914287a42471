import { innerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Evaluate } from './expression.js';
import { compileExpression, newScope } from './expression.js';
import { HashJoin, joinFilter, joinValues } from './hash-join.js';
import type { PipelineContext } from './pipeline.js';
import { compilePipeline } from './pipeline.js';
import type { StageCompiler } from './stages.js';
import type { Stream } from './stream.js';
import { collected } from './stream.js';

/** A `$lookup`, checked. */
interface Lookup {
  from: string;
  as: string[];
  localField: string | undefined;
  foreignField: string | undefined;
  stages: Value[];
  bindings: (readonly [string, Evaluate])[];
}

function parseLookup(operand: Value): Lookup {
  const wrong = (message: string) => new CommandError('FailedToParse', message);
  if (!isDoc(operand)) throw wrong('the $lookup stage specification must be an object');
  const { from, as, localField, foreignField, pipeline, let: variables } = operand;
  if (typeof from !== 'string') throw wrong("must specify 'pipeline' when 'from' is empty");
  if (typeof as !== 'string' || as === '') throw wrong("must specify 'as' field for a $lookup");
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byField && (localField !== undefined || foreignField !== undefined || !Array.isArray(pipeline))) {
    throw wrong("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  const bindings = isDoc(variables) ? Object.entries(variables) : [];
  return {
    from,
    as: as.split('.').map(innerName),
    localField: byField ? localField : undefined,
    foreignField: byField ? foreignField : undefined,
    stages: Array.isArray(pipeline) ? pipeline : [],
    bindings: bindings.map(([name, value]) => [name, compileExpression(value)] as const),
  };
}

/** `$lookup`, by equality of two fields, by a pipeline, or both. */
export const lookup: StageCompiler = (operand, context) => {
  const spec = parseLookup(operand);
  compilePipeline(spec.stages, context); // refuses a wrong one before the first document
  return function* (input) {
    const find = yield* finder(spec, context);
    for (const doc of input) {
      if (!doc) {
        yield undefined;
        continue;
      }
      yield put(doc, spec.as, yield* collected(find(doc, bound(spec, doc, context.variables))));
    }
  };
};

type Find = (doc: Doc, variables: Doc | undefined) => Stream;

/** How the documents for one are found: once for all, by an index, by a table made now, or by a pipeline each. */
function* finder(spec: Lookup, context: PipelineContext): Generator<undefined, Find> {
  const { from, localField, foreignField, stages, bindings } = spec;
  if (localField === undefined || foreignField === undefined) {
    if (bindings.length > 0) return (_, variables) => context.collection(from, stages, variables);
    const shared = yield* collected(context.collection(from, stages, context.variables));
    return () => shared;
  }
  if (!context.order && !context.isIndexed(from, foreignField)) {
    const table = yield* HashJoin.over(context.collection(from, []), foreignField);
    if (table) {
      if (stages.length === 0) return (doc) => table.find(doc, localField);
      return (doc, variables) => compilePipeline(stages, { ...context, variables })(table.find(doc, localField));
    }
  }
  return (doc, variables) => {
    const match = { $match: joinFilter(foreignField, joinValues(doc, localField)) };
    return context.collection(from, [match, ...stages], variables);
  };
}

function bound({ bindings }: Lookup, doc: Doc, outer: Doc | undefined): Doc | undefined {
  if (bindings.length === 0) return outer;
  const scope = newScope(doc, outer);
  const values = bindings.map(([name, evaluate]) => [name, { $literal: evaluate(scope) ?? null }] as const);
  return { ...outer, ...Object.fromEntries(values) };
}

function put(doc: Doc, path: readonly string[], value: Value): Doc {
  const [first, ...rest] = path;
  const inside = doc[first!];
  return { ...doc, [first!]: rest.length === 0 ? value : put(isDoc(inside) ? inside : {}, rest, value) };
}

/** `$unionWith`: the documents of another collection after these. */
export const unionWith: StageCompiler = (operand, context) => {
  const { coll, pipeline = [] } = isDoc(operand) ? operand : ({ coll: operand } as Doc);
  if (typeof coll !== 'string' || !Array.isArray(pipeline)) {
    throw new CommandError('FailedToParse', 'the $unionWith stage specification must be an object or string');
  }
  return function* (input) {
    yield* input;
    yield* context.collection(coll, pipeline, context.variables);
  };
};
