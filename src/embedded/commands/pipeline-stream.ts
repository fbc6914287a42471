import { decodeDocument } from '../bson/decode.js';
import { RawDocument } from '../bson/encode.js';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import {
  type CompiledStage,
  compilePipeline,
  parseStage,
  type PipelineCompilerContext,
} from '../aggregation/pipeline.js';
import { mapStream, type Stream, takeFirst } from '../aggregation/stream.js';
import { parseLimitOperand, parseSortOperand, STAGE_COMPILERS } from '../aggregation/stage-compilers.js';
import { parseFilter } from '../query/parse-filter.js';
import { parseProjection, type Projection } from '../query/projection/projection.js';
import { AccessedFields } from '../query/accessed-fields.js';
import { checkNamespace, type CommandContext } from './command.js';
import { countByIndexKeys, parseCountingStage } from './count.js';
import { parseCountingGroup, groupByIndexKeys } from './covered-group-query.js';
import { encodedResults, type FindQuery, planFind } from './find.js';

/** Returns the pipeline of an `aggregate` command. @throws CommandError 40414, TypeMismatch */
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

/** Returns the collection name of an `aggregate` command. @throws CommandError FailedToParse, InvalidNamespace */
export function readAggregateTarget({ aggregate: target }: Doc, db: string): string {
  if (typeof target !== 'string')
    throw new CommandError('FailedToParse', unsupportedMessage('A pipeline without a collection'));
  checkNamespace(db, target);
  return target;
}

/** The leading stages of a pipeline as a query, and its remaining stages. */
export interface SplitPipeline {
  query: FindQuery;
  remainingStages: Value[];
}

/** Stages that do not read the contents of documents. */
const PASSTHROUGH_STAGES = new Set(['$limit', '$unionWith']);

const arePassthrough = (stages: readonly Value[]) =>
  stages.every((stage) => PASSTHROUGH_STAGES.has(parseStage(stage).name));

/** Returns the index of the first `$unionWith` after which no stage reads the contents of documents. */
function findTrailingUnions(stages: readonly Value[]): number {
  const unionIndex = stages.findIndex(
    (stage, i) => parseStage(stage).name === '$unionWith' && arePassthrough(stages.slice(i)),
  );
  return unionIndex < 0 ? stages.length : unionIndex;
}

/**
 * Moves the leading `$match`, `$sort` and `$limit` of a pipeline into a query.
 * @param encoded whether to move a plain `$project` too, if the remaining stages accept encoded documents
 */
export function splitPipeline(pipeline: readonly Value[], encoded = false): SplitPipeline {
  const query: FindQuery = {
    filter: { kind: 'and', parts: [] },
    sort: [],
    projection: undefined,
    limit: 0,
    hint: undefined,
  };
  let index = 0;
  for (; index < pipeline.length; index++) {
    const { name, operand } = parseStage(pipeline[index]!);
    if (name === '$match' && isDoc(operand) && query.sort.length === 0 && query.limit === 0) {
      query.filter = { kind: 'and', parts: [query.filter, parseFilter(operand)] };
    } else if (name === '$sort' && query.sort.length === 0 && query.limit === 0) {
      query.sort = parseSortOperand(operand);
    } else if (name === '$limit' && query.limit === 0) {
      query.limit = parseLimitOperand(operand);
    } else {
      break;
    }
  }
  const remainingStages = pipeline.slice(index);
  const projection = encoded && arePassthrough(remainingStages.slice(1)) ? plainProject(remainingStages[0]) : undefined;
  return projection
    ? { query: { ...query, projection }, remainingStages: remainingStages.slice(1) }
    : { query, remainingStages };
}

function plainProject(stage: Value | undefined): Projection | undefined {
  if (!isDoc(stage) || !isDoc(stage.$project)) return undefined;
  const projection = parseProjection(stage.$project, { stage: true });
  return projection?.plain && projection;
}

/** Compiles a pipeline on a collection. @param encoded whether it may yield `RawDocument`s */
function compileOnCollection(
  context: CommandContext,
  name: string,
  { query, remainingStages }: SplitPipeline,
  encoded: boolean,
): () => Stream {
  const { storage, db } = context;
  const staysEncoded = encoded && arePassthrough(remainingStages);
  const reads = new AccessedFields();
  const compile = (stages: readonly Value[]): CompiledStage => {
    const unionIndex = encoded ? findTrailingUnions(stages) : stages.length;
    const firstStages = compilePipeline(stages.slice(0, unionIndex), { ...createPipelineContext(context), reads });
    const compiledStages = compilePipeline(stages.slice(unionIndex), createPipelineContext(context, true));
    return (input) => compiledStages(firstStages(input));
  };
  const counting = parseCountingStage(remainingStages[0]);
  const grouping = isFilterOnly(query) ? parseCountingGroup(remainingStages) : undefined;
  const laterStages = counting ? remainingStages.slice(1) : grouping?.rest;
  const runStages = compile(remainingStages);
  const runLaterStages = laterStages ? compile(laterStages) : runStages;
  const readDocument = staysEncoded
    ? (bytes: Buffer) => new RawDocument(bytes) as unknown as Doc
    : (bytes: Buffer) => decodeDocument(bytes, 0, reads.fields);
  return () => {
    const collection = storage.catalogue.get(db, name);
    if (!collection) return runStages([]);
    const plan = planFind(storage, collection, query);
    const findDocuments = () => mapStream(encodedResults(storage, collection, query, plan), readDocument);
    const allRecords = () => runStages(query.limit > 0 ? takeFirst(findDocuments(), query.limit) : findDocuments());
    if (counting) {
      const count = countByIndexKeys(storage, collection, query, plan);
      return streamResult(count, (n) => (n === undefined ? allRecords() : runLaterStages(n > 0 ? [counting(n)] : [])));
    }
    if (!grouping) return allRecords();
    const groups = groupByIndexKeys(storage, collection, query, plan, grouping);
    return streamResult(groups, (groups) => (groups ? runLaterStages(groups) : allRecords()));
  };
}

function* streamResult<T>(work: Generator<undefined, T>, then: (result: T) => Stream): Generator<Doc | undefined> {
  yield* then(yield* work);
}

const isFilterOnly = ({ sort, limit }: FindQuery) => sort.length === 0 && limit === 0;

export function createPipelineContext(context: CommandContext, encoded = false): PipelineCompilerContext {
  return {
    stages: STAGE_COMPILERS,
    compileForCollection: (name, pipeline) => {
      checkNamespace(context.db, name);
      return compileOnCollection(context, name, splitPipeline(pipeline, encoded), encoded);
    },
  };
}

/** Runs a pipeline on a collection. It may yield `RawDocument`s. */
export function pipelineStream(context: CommandContext, name: string, split: SplitPipeline): Stream {
  return compileOnCollection(context, name, split, true)();
}
