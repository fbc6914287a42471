import type { Doc, Value } from '../bson/values.js';
import { integerValue } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import { stringOrder } from '../query/collation.js';
import type { Plan } from '../query/planner.js';
import type { SearchCounts } from '../query/search.js';
import { splitPipeline } from './aggregate.js';
import type { Command, CommandContext } from './command.js';
import { checkNamespace, docField } from './command.js';
import { countingStage, isCovered } from './count.js';
import type { Query } from './find.js';
import { inOrder, parseQuery, planFor } from './find.js';
import { VERSION } from './handshake.js';
import { statementQuery, statementsOf } from './statement.js';

/** `explain`: which index a command uses, and with `executionStats` what it looked at. */
export const explain: Command = async (context) => {
  const inner = docField(context.command, 'explain');
  if (!inner) throw new CommandError('TypeMismatch', "BSON field 'explain' must be an object");
  const name = Object.keys(inner)[0] ?? '';
  const target = inner[name];
  if (typeof target !== 'string') throw new CommandError('InvalidNamespace', 'collection name has invalid type');
  checkNamespace(context.db, target);
  const { query, rest } = queryOf(context, name, inner);
  const verbosity = context.command.verbosity ?? 'allPlansExecution';
  if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosity as string)) {
    throw new CommandError(
      'FailedToParse',
      `verbosity string must be one of queryPlanner, executionStats, allPlansExecution`,
    );
  }
  const count = name === 'count' || countingStage(rest[0]) !== undefined;
  const stats = await explained(context, target, query, { count, run: verbosity !== 'queryPlanner' });
  const reply = { explainVersion: '1', ...stats, command: inner, serverInfo: { host: 'localhost', version: VERSION } };
  if (rest.length === 0) return reply;
  return { ...reply, stages: [{ $cursor: stats }, ...rest] };
};

function queryOf(context: CommandContext, name: string, inner: Doc): { query: Query; rest: Value[] } {
  switch (name) {
    case 'find':
      return { query: parseQuery(inner), rest: [] };
    case 'count':
    case 'distinct':
      return { query: parseQuery({ ...inner, query: inner.query ?? {} }, 'query'), rest: [] };
    case 'aggregate': {
      if (!Array.isArray(inner.pipeline))
        throw new CommandError(
          'TypeMismatch',
          "BSON field 'aggregate.pipeline' is the wrong type, expected type 'array'",
        );
      return splitPipeline(inner.pipeline, {
        order: stringOrder(inner.collation),
        hint: inner.hint,
        variables: docField(inner, 'let'),
      });
    }
    case 'update':
    case 'delete': {
      const [statement] = statementsOf({ ...context, command: inner, payloads: new Map() }, `${name}s`);
      const all = name === 'update' ? statement!.multi === true : Number(statement!.limit) === 0;
      return { query: { ...statementQuery(statement!, inner), limit: all ? 0 : 1 }, rest: [] };
    }
    case 'findAndModify':
    case 'findandmodify':
      return {
        query: { ...statementQuery({ q: inner.query ?? {}, hint: inner.hint ?? null }, inner, inner.sort), limit: 1 },
        rest: [],
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
  const winningPlan = plan ? stagesOf(plan, query, options.count) : { stage: 'EOF' };
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

function stagesOf(plan: Plan, query: Query, count: boolean): object {
  const access = accessOf(plan, count);
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

function accessOf(plan: Plan, count: boolean): object {
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
    isPartial: index.partialFilter !== undefined,
    direction: reverse ? 'backward' : 'forward',
    narrowedFields: bounds.map(({ name }) => name),
    ranges: ranges.length,
  };
}
