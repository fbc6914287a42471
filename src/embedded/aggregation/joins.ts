import { innerName, outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import { documents, leadingDocuments } from './documents.js';
import type { Evaluate } from './expression.js';
import { asExpressions, compileExpression, newScope } from './expression.js';
import { checkVariableName } from './names.js';
import { HashJoin, joinFilter, localValues } from './hash-join.js';
import type { PipelineContext } from './pipeline.js';
import { checkOptions, compilePipeline, stageOf, WRITING_STAGES } from './pipeline.js';
import type { StageCompiler } from './stages.js';
import type { Stream } from './stream.js';
import { collected } from './stream.js';

const failed = (message: string) => new CommandError('FailedToParse', message);

/** A `$lookup`, checked. */
interface Lookup {
  /** The collection; nothing when the pipeline begins with its own documents. */
  from: string | undefined;
  as: string[];
  fields: { local: string; foreign: string } | undefined;
  stages: Value[];
  bindings: (readonly [string, Evaluate])[];
}

const LOOKUP_STRINGS = ['from', 'as', 'localField', 'foreignField'];

function parseLookup(operand: Value, context: PipelineContext): Lookup {
  if (!isDoc(operand)) throw failed('the $lookup stage specification must be an object');
  for (const [inner, value] of Object.entries(operand)) {
    const name = outerName(inner);
    if (name === 'pipeline' || name === 'let') continue;
    if (typeof value !== 'string') throw failed(`$lookup argument '${name}' must be a string, is ${typeName(value)}`);
    if (!LOOKUP_STRINGS.includes(name)) throw failed(`unknown argument to $lookup: ${name}`);
  }
  const {
    from,
    as,
    localField: local,
    foreignField: foreign,
    pipeline,
    let: bound,
  } = operand as Record<string, string>;
  const stages = stagesOf('$lookup', pipeline, from, 'Location51047');
  if (!as) throw failed("must specify 'as' field for a $lookup");
  if (!local !== !foreign) {
    throw failed("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  if (pipeline === undefined && !local) {
    throw failed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  for (const path of [as, local, foreign]) if (path) checkFieldPath(path);
  return {
    from,
    as: as.split('.').map(innerName),
    fields: local && foreign ? { local, foreign } : undefined,
    stages,
    bindings: bindingsOf(bound, pipeline !== undefined, context),
  };
}

function bindingsOf(bound: Value | undefined, hasPipeline: boolean, context: PipelineContext): Lookup['bindings'] {
  if (bound === undefined) return [];
  if (!isDoc(bound)) throw failed(`$lookup argument 'let' must be an object, is type ${typeName(bound)}`);
  if (!hasPipeline) throw failed("$lookup with a 'let' argument must also specify 'pipeline'");
  return Object.entries(bound).map(([name, value]) => {
    checkVariableName(outerName(name));
    return [name, compileExpression(value, context)] as const;
  });
}

/** The pipeline of a stage over another collection, or over documents of its own. */
function stagesOf(name: string, pipeline: Value | undefined, collection: string | undefined, code: CommandErrorName) {
  if (pipeline !== undefined && !Array.isArray(pipeline)) {
    throw new CommandError('TypeMismatch', `'pipeline' option of ${name} must be specified as an array`);
  }
  const stages: Value[] = pipeline ?? [];
  const hasDocuments = leadingDocuments(stages) !== undefined;
  if (collection === undefined && !hasDocuments) {
    throw failed(`${name} stage without explicit collection must have a pipeline with $documents as first stage`);
  }
  if (collection !== undefined && hasDocuments) {
    throw new CommandError('InvalidNamespace', '$documents is not valid for a collection; use it without one');
  }
  for (const stage of stages) {
    const inner = stageOf(stage).name;
    if (WRITING_STAGES.has(inner)) {
      throw new CommandError(code, `${inner} is not allowed within a ${name}'s sub-pipeline`);
    }
  }
  return stages;
}

/** The documents of a collection, or those that the pipeline begins with, after the other stages. */
function subStream(collection: string | undefined, stages: Value[], context: PipelineContext): Stream {
  if (collection !== undefined) return context.collection(collection, stages, context.variables);
  return compilePipeline(stages.slice(1), context)(documents(leadingDocuments(stages)!, context));
}

/** Refuses a wrong pipeline before the first document. */
function checkStages(collection: string | undefined, stages: Value[], context: PipelineContext): void {
  if (collection === undefined) documents(leadingDocuments(stages)!, context);
  compilePipeline(collection === undefined ? stages.slice(1) : stages, context);
}

/** `$lookup`, by equality of two fields, by a pipeline, or both. */
export const lookup: StageCompiler = (operand, context) => {
  const spec = parseLookup(operand, context);
  const placeholders = Object.fromEntries(spec.bindings.map(([name]) => [name, null]));
  checkStages(spec.from, spec.stages, { ...context, variables: { ...context.variables, ...placeholders } });
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
  const { from, fields, stages, bindings } = spec;
  if (!fields) {
    if (bindings.length > 0) return (_, variables) => subStream(from, stages, { ...context, variables });
    const shared = yield* collected(subStream(from, stages, context));
    return () => shared;
  }
  const { local, foreign } = fields;
  if (from !== undefined && !context.order && !context.isIndexed(from, foreign)) {
    const table = yield* HashJoin.over(context.collection(from, []), foreign);
    if (table) {
      if (stages.length === 0) return (doc) => table.find(doc, local);
      return (doc, variables) => compilePipeline(stages, { ...context, variables })(table.find(doc, local));
    }
  }
  // the documents that a pipeline begins with are matched after they are made
  const before = from === undefined ? 1 : 0;
  return (doc, variables) => {
    const match = { $match: joinFilter(foreign, localValues(doc, local)) };
    return subStream(from, stages.toSpliced(before, 0, match), { ...context, variables });
  };
}

function bound({ bindings }: Lookup, doc: Doc, outer: Doc | undefined): Doc | undefined {
  if (bindings.length === 0) return outer;
  const scope = newScope(doc, outer);
  const values = bindings.map(([name, evaluate]) => [name, evaluate(scope)] as const);
  return { ...outer, ...asExpressions(Object.fromEntries(values)) };
}

function put(doc: Doc, path: readonly string[], value: Value): Doc {
  const [first, ...rest] = path;
  const inside = doc[first!];
  return { ...doc, [first!]: rest.length === 0 ? value : put(isDoc(inside) ? inside : {}, rest, value) };
}

/** `$unionWith`: the documents of another collection after these. */
export const unionWith: StageCompiler = (operand, context) => {
  if (typeof operand !== 'string' && !isDoc(operand)) {
    throw failed(`the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  }
  const spec = typeof operand === 'string' ? ({ coll: operand } as Doc) : operand;
  checkOptions('$unionWith', spec, ['coll', 'pipeline']);
  const { coll } = spec;
  if (coll !== undefined && typeof coll !== 'string') {
    throw new CommandError('TypeMismatch', "BSON field '$unionWith.coll' is the wrong type, expected type 'string'");
  }
  const stages = stagesOf('$unionWith', spec.pipeline, coll, 'Location31441');
  checkStages(coll, stages, context);
  return function* (input) {
    yield* input;
    yield* subStream(coll, stages, context);
  };
};
