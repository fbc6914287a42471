import type { Doc } from '../bson/values.js';
import { integerValue } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import { compilePipeline } from '../aggregation/pipeline.js';
import type { Plan } from '../query/plan/plan-choice.js';
import type { SearchCounts } from '../query/search.js';
import { sourceStage } from './aggregate-ends.js';
import type { Command, CommandContext } from './command.js';
import { checkNamespace, docField } from './command.js';
import { countingStage, isCovered } from './count.js';
import type { Query } from './find.js';
import { inOrder, parseQuery, planFor } from './find.js';
import { VERSION } from './handshake.js';
import { pipelineContext, readPipeline, pipelineOptions, splitPipeline, readTarget } from './pipeline-stream.js';
import { statementQuery, readStatements } from './statement.js';

/** `explain`: which index a command uses, and with `executionStats` what it looked at. */
export const explain: Command = async (context) => {
  const inner = docField(context.command, 'explain');
  if (!inner) throw new CommandError('TypeMismatch', "BSON field 'explain' must be an object");
  const name = Object.keys(inner)[0] ?? '';
  const verbosity = readVerbosity(context.command);
  if (name === 'aggregate') return explainAggregate(context, inner, verbosity);
  const target = inner[name];
  if (typeof target !== 'string') throw new CommandError('InvalidNamespace', 'collection name has invalid type');
  checkNamespace(context.db, target);
  const stats = await explained(context, target, readQuery(context, name, inner), {
    count: name === 'count',
    run: verbosity !== 'queryPlanner',
  });
  return { ...stats, ...frame(inner) };
};

function readVerbosity({ verbosity = 'allPlansExecution' }: Doc): string {
  if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosity as string)) {
    throw new CommandError(
      'FailedToParse',
      `verbosity string must be one of queryPlanner, executionStats, allPlansExecution`,
    );
  }
  return verbosity as string;
}

/** What every explanation has around it. */
function frame(command: Doc) {
  return { explainVersion: '1', command, serverInfo: { host: 'localhost', version: VERSION } };
}

/** Explains a pipeline, all of whose stages are checked. */
export async function explainAggregate(context: CommandContext, command: Doc, verbosity: string): Promise<object> {
  const pipeline = readPipeline(command);
  const name = readTarget(command, context.db);
  const options = pipelineOptions(command);
  const stages = pipelineContext(context, options);
  if (sourceStage(context, name, pipeline, options)) {
    compilePipeline(pipeline.slice(1), stages);
    return { stages: pipeline, ...frame(command) };
  }
  const { query, rest } = splitPipeline(pipeline, options);
  compilePipeline(rest, stages);
  const stats = await explained(context, name, query, {
    count: countingStage(rest[0]) !== undefined,
    run: verbosity !== 'queryPlanner',
  });
  return { ...stats, ...(rest.length > 0 && { stages: [{ $cursor: stats }, ...rest] }), ...frame(command) };
}

function readQuery(context: CommandContext, name: string, inner: Doc): Query {
  switch (name) {
    case 'find':
      return parseQuery(inner);
    case 'count':
    case 'distinct':
      return parseQuery({ ...inner, query: inner.query ?? {} }, 'query');
    case 'update':
    case 'delete': {
      const [statement] = readStatements({ ...context, command: inner, payloads: new Map() }, `${name}s`);
      const all = name === 'update' ? statement!.multi === true : Number(statement!.limit) === 0;
      return { ...statementQuery(statement!, inner), limit: all ? 0 : 1 };
    }
    case 'findAndModify':
    case 'findandmodify':
      return {
        ...statementQuery({ q: inner.query ?? {}, hint: inner.hint ?? null }, inner, inner.sort),
        limit: 1,
      };
    default:
      throw new CommandError('CommandNotFound', `Explain failed due to unknown command: ${name}`);
  }
}

async function explained(
  context: CommandContext,
  name: string,
  query: Query,
  options: { count: boolean; run: boolean },
) {
  const { storage, db, pacer } = context;
  const collection = storage.catalogue.get(db, name);
  const plan = collection ? planFor(storage, collection, query) : undefined;
  const winningPlan = plan ? describeStages(plan, query, options.count) : { stage: 'EOF' };
  const queryPlanner = {
    namespace: `${db}.${name}`,
    indexFilterSet: false,
    parsedQuery: {},
    winningPlan,
    rejectedPlans: [],
  };
  if (!options.run) return { queryPlanner };
  const counts: SearchCounts = { keys: 0, documents: 0 };
  const began = performance.now();
  let found = 0;
  if (collection && plan && options.count && isCovered(plan)) {
    for (const { start, end } of plan.ranges) found += storage.countEntries(plan.index, start, end);
    counts.keys = found;
  } else if (collection && plan) {
    const enough = query.limit > 0 ? query.limit + query.skip : Infinity;
    for (const each of inOrder(storage, collection, query, plan, counts)) {
      if (pacer.due()) await pacer.pause();
      if (each && ++found >= enough) break;
    }
  }
  const executionStats = {
    executionSuccess: true,
    nReturned: integerValue(Math.max(found - query.skip, 0)),
    executionTimeMillis: Math.round(performance.now() - began),
    totalKeysExamined: integerValue(counts.keys),
    totalDocsExamined: integerValue(counts.documents),
    executionStages: winningPlan,
  };
  return { queryPlanner, executionStats };
}

function describeStages(plan: Plan, query: Query, count: boolean): object {
  const access = describeAccess(plan, count);
  const sorted =
    plan.ordered || query.sort.length === 0
      ? access
      : { stage: 'SORT', sortPattern: sortPattern(query), inputStage: access };
  const skipped = query.skip > 0 ? { stage: 'SKIP', skipAmount: query.skip, inputStage: sorted } : sorted;
  const limited = query.limit > 0 ? { stage: 'LIMIT', limitAmount: query.limit, inputStage: skipped } : skipped;
  return query.projection ? { stage: 'PROJECTION_DEFAULT', inputStage: limited } : limited;
}

function sortPattern({ sort }: Query): Doc {
  return Object.fromEntries(sort.map(({ name, descending }) => [name, descending ? -1 : 1]));
}

function describeAccess(plan: Plan, count: boolean): object {
  switch (plan.kind) {
    case 'none':
      return { stage: 'EOF' };
    case 'scan':
      if (count && plan.residual.length === 0) return { stage: 'RECORD_STORE_FAST_COUNT' };
      return { stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' };
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.branches.map(indexScan) } };
    case 'index': {
      if (count && isCovered(plan)) return { ...indexScan(plan), stage: 'COUNT_SCAN' };
      const isId = plan.index.name === '_id_' && plan.points && plan.ranges.length === 1 && plan.narrowed === 1;
      if (isId) return { stage: 'IDHACK', indexName: '_id_', keyPattern: { _id: 1 } };
      return { stage: 'FETCH', ...(plan.residual.length > 0 && { filtered: true }), inputStage: indexScan(plan) };
    }
  }
}

function indexScan({ index, reverse, bounds, ranges }: Extract<Plan, { kind: 'index' }>): object {
  return {
    stage: 'IXSCAN',
    indexName: index.name,
    keyPattern: index.spec.key,
    isMultiKey: index.multikey.includes(true),
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: false,
    direction: reverse ? 'backward' : 'forward',
    narrowedFields: bounds.map(({ name }) => name),
    ranges: ranges.length,
  };
}
