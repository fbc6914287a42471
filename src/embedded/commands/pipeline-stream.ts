import { decodeDocument } from '../bson/decode.js';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { compilePipeline, parseStage, type PipelineCompilerContext } from '../aggregation/pipeline.js';
import { mapStream, type Stream, takeFirst } from '../aggregation/stream.js';
import { parseLimitOperand, parseSortOperand, STAGE_COMPILERS } from '../aggregation/stage-compilers.js';
import { parseFilter } from '../query/parse-filter.js';
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
  rest: Value[];
}

/** Moves the leading `$match`, `$sort` and `$limit` of a pipeline into a query. */
export function splitPipeline(pipeline: readonly Value[]): SplitPipeline {
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
  return { query, rest: pipeline.slice(index) };
}

/** Compiles a pipeline on a collection. */
export function compileOnCollection(
  context: CommandContext,
  name: string,
  { query, rest }: SplitPipeline,
): () => Stream {
  const { storage, db } = context;
  const reads = new AccessedFields();
  const compile = (stages: readonly Value[]) => compilePipeline(stages, { ...createPipelineContext(context), reads });
  const counting = parseCountingStage(rest[0]);
  const grouping = isFilterAlone(query) ? parseCountingGroup(rest) : undefined;
  const later = counting ? rest.slice(1) : grouping?.rest;
  const run = compile(rest);
  const after = later ? compile(later) : run;
  const read = (bytes: Buffer) => decodeDocument(bytes, 0, reads.fields);
  return () => {
    const collection = storage.catalogue.get(db, name);
    if (!collection) return run([]);
    const plan = planFind(storage, collection, query);
    const found = () => mapStream(encodedResults(storage, collection, query, plan), read);
    const allRecords = () => run(query.limit > 0 ? takeFirst(found(), query.limit) : found());
    if (counting) {
      const count = countByIndexKeys(storage, collection, query, plan);
      return instead(count, (n) => (n === undefined ? allRecords() : after(n > 0 ? [counting(n)] : [])));
    }
    if (!grouping) return allRecords();
    const groups = groupByIndexKeys(storage, collection, query, plan, grouping);
    return instead(groups, (groups) => (groups ? after(groups) : allRecords()));
  };
}

function* instead<T>(work: Generator<undefined, T>, then: (result: T) => Stream): Generator<Doc | undefined> {
  yield* then(yield* work);
}

const isFilterAlone = ({ sort, limit }: FindQuery) => sort.length === 0 && limit === 0;

export function createPipelineContext(context: CommandContext): PipelineCompilerContext {
  return {
    stages: STAGE_COMPILERS,
    compileForCollection: (name, pipeline) => {
      checkNamespace(context.db, name);
      return compileOnCollection(context, name, splitPipeline(pipeline));
    },
  };
}
