import { decodeDocument } from '../bson/decode.js';
import { RawDocument } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { CompileContext } from '../aggregation/compile-expression.js';
import { settledVariables } from '../aggregation/compile-expression.js';
import { filterContext } from '../aggregation/filter-context.js';
import type { Projection } from '../query/projection/projection.js';
import type { PipelineContext, Stage } from '../aggregation/pipeline.js';
import { compilePipeline, readStage } from '../aggregation/pipeline.js';
import type { Stream } from '../aggregation/stream.js';
import { firstOf, mapped } from '../aggregation/stream.js';
import { sortFields, STAGES, wholeNumber } from '../aggregation/stages.js';
import { stringOrder } from '../query/collation.js';
import { parseFilter } from '../query/filter.js';
import { parseProjection } from '../query/projection/projection.js';
import { Reads } from '../query/reads.js';
import { COLLECTIONLESS, sourceStage } from './aggregate-ends.js';
import type { CommandContext } from './command.js';
import { checkNamespace, docField } from './command.js';
import { countByKeys, countingStage } from './count.js';
import type { Query } from './find.js';
import { findGrouping, groupsByKeys } from './group-by-keys.js';
import { answers, planFor } from './find.js';

/** What the stages of one pipeline share; where `variables` are settled. */
export type PipelineOptions = CompileContext & { hint?: Value | undefined };

/** Reads what a command says besides its stages. `$$NOW` and the values of `let` are the same from here on. */
export function pipelineOptions(command: Doc): PipelineOptions {
  const context = { order: stringOrder(command.collation), now: new Date() };
  return { ...context, variables: settledVariables(docField(command, 'let'), context), hint: command.hint };
}

/** The stages of a command. @throws CommandError 40414, TypeMismatch */
export function readPipeline({ pipeline }: Doc): Value[] {
  if (pipeline === undefined)
    throw new CommandError('Location40414', "BSON field 'aggregate.pipeline' is missing but a required field");
  if (!Array.isArray(pipeline))
    throw new CommandError(
      'TypeMismatch',
      `BSON field 'aggregate.pipeline' is the wrong type '${typeName(pipeline)}', expected type 'array'`,
    );
  return pipeline;
}

/** The collection that a command names, or `$cmd.aggregate` for 1, which is none. @throws CommandError FailedToParse */
export function readTarget({ aggregate: target }: Doc, db: string): string {
  if (typeof target === 'string') {
    checkNamespace(db, target);
    return target;
  }
  if (isNumeric(target) && toDouble(target) === 1) return COLLECTIONLESS;
  throw new CommandError(
    'FailedToParse',
    "Invalid command format: the 'aggregate' field must specify a collection name or 1",
  );
}

/** The part of a pipeline that the planner answers, and the stages that are left. */
export interface SplitPipeline {
  query: Query;
  rest: Value[];
}

/** Stages that do not look into documents. */
const PASSING = new Set(['$skip', '$limit', '$sample', '$unionWith']);

const arePassing = (stages: readonly Value[]) => stages.every((stage) => PASSING.has(readStage(stage).name));

/** The place of the first `$unionWith` after which no stage looks into documents. */
function findUnions(stages: readonly Value[]): number {
  const at = stages.findIndex((stage, i) => readStage(stage).name === '$unionWith' && arePassing(stages.slice(i)));
  return at < 0 ? stages.length : at;
}

/**
 * Takes leading `$match`, `$sort`, `$skip` and `$limit` out of a pipeline, as far as one query can say them.
 *
 * @param encoded takes a plain `$project` too, when all that comes after it can do with encoded documents
 */
export function splitPipeline(pipeline: readonly Value[], options: PipelineOptions, encoded = false): SplitPipeline {
  const query: Query = {
    filter: { kind: 'and', parts: [] },
    sort: [],
    projection: undefined,
    skip: 0,
    limit: 0,
    hint: options.hint,
    order: options.order,
  };
  let at = 0;
  for (; at < pipeline.length; at++) {
    const { name, operand } = readStage(pipeline[at]!);
    if (name === '$match' && isDoc(operand) && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      const part = parseFilter(operand, filterContext(options));
      query.filter = { kind: 'and', parts: [query.filter, part] };
    } else if (name === '$sort' && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      query.sort = sortFields(operand);
    } else if (name === '$skip' && query.limit === 0) {
      query.skip += wholeNumber('$skip', operand);
    } else if (name === '$limit' && query.limit === 0) {
      query.limit = wholeNumber('$limit', operand);
    } else {
      break;
    }
  }
  const rest = pipeline.slice(at);
  const projection = encoded && arePassing(rest.slice(1)) ? plainProject(rest[0], options) : undefined;
  return projection ? { query: { ...query, projection }, rest: rest.slice(1) } : { query, rest };
}

function plainProject(stage: Value | undefined, options: PipelineOptions): Projection | undefined {
  if (!isDoc(stage) || !isDoc(stage.$project)) return undefined;
  const projection = parseProjection(stage.$project, { ...options, stage: true });
  return projection?.plain && projection;
}

/** Compiles a pipeline over a collection; where `encoded` is set, `RawDocument`s may be among what it gives. */
function compileOver(
  context: CommandContext,
  name: string,
  { query, rest }: SplitPipeline,
  options: PipelineOptions,
  encoded: boolean,
): () => Stream {
  const { storage, db } = context;
  const staysEncoded = encoded && arePassing(rest);
  const reads = new Reads();
  const compile = (stages: readonly Value[]): Stage => {
    const unions = encoded ? findUnions(stages) : stages.length;
    const first = compilePipeline(stages.slice(0, unions), { ...pipelineContext(context, options), reads });
    const others = compilePipeline(stages.slice(unions), pipelineContext(context, options, true));
    return (input) => others(first(input));
  };
  const counting = countingStage(rest[0]);
  const grouping = isFilterAlone(query) ? findGrouping(rest) : undefined;
  const later = counting ? rest.slice(1) : grouping?.rest;
  const run = compile(rest);
  const after = later ? compile(later) : run;
  const read = staysEncoded
    ? (bytes: Buffer) => new RawDocument(bytes) as unknown as Doc
    : (bytes: Buffer) => decodeDocument(bytes, 0, reads.fields);
  return () => {
    const collection = storage.catalogue.get(db, name);
    if (!collection) return run([]);
    const plan = planFor(storage, collection, query);
    const found = () => mapped(answers(storage, collection, query, plan), read);
    const all = () => run(query.limit > 0 ? firstOf(found(), query.limit) : found());
    if (counting) {
      const count = countByKeys(storage, collection, query, plan);
      return instead(count, (n) => (n === undefined ? all() : after(n > 0 ? [counting(n)] : [])));
    }
    if (!grouping) return all();
    const groups = groupsByKeys(storage, collection, query, plan, grouping);
    return instead(groups, (groups) => (groups ? after(groups) : all()));
  };
}

/** What follows from what is worked out first. */
function* instead<T>(work: Generator<undefined, T>, then: (result: T) => Stream): Generator<Doc | undefined> {
  yield* then(yield* work);
}

const isFilterAlone = ({ sort, skip, limit }: Query) => sort.length === 0 && skip === 0 && limit === 0;

/** What the stages of a command's pipeline need. */
export function pipelineContext(
  context: CommandContext,
  { order, variables, now }: PipelineOptions,
  encoded = false,
): PipelineContext {
  return {
    order,
    variables,
    now,
    stages: STAGES,
    collection: (name, pipeline, inner) => {
      checkNamespace(context.db, name);
      const given = { order, now, variables: inner ?? variables };
      return compileOver(context, name, splitPipeline(pipeline, given, encoded), given, encoded);
    },
  };
}

/**
 * The documents that a pipeline gives, from a collection or from what its first stage makes.
 *
 * @param encoded some of them may be `RawDocument`s
 */
export function pipelineStream(
  context: CommandContext,
  name: string,
  pipeline: Value[],
  options: PipelineOptions,
  encoded: boolean,
  split = splitPipeline(pipeline, options, encoded),
): Stream {
  const source = sourceStage(context, name, pipeline, options);
  if (source) return compilePipeline(pipeline.slice(1), pipelineContext(context, options))(source);
  return compileOver(context, name, split, options, encoded)();
}
