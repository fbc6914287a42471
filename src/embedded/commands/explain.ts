import type { Doc } from '../bson/values.js';
import { toBsonInteger } from '../bson/numbers.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { compilePipeline } from '../aggregation/pipeline.js';
import type { QueryPlan } from '../query/plan/choose-cheapest-plan.js';
import type { SearchCounts } from '../query/execute-plan.js';
import { checkNamespace, type CommandContext, type CommandHandler, readDocumentField } from './command.js';
import { parseCountingStage, isCoveredCount } from './count.js';
import { type FindQuery, parseFindQuery, planFind, searchInOrder } from './find.js';
import { createPipelineContext, readPipeline, splitPipeline, readAggregateTarget } from './pipeline-stream.js';

interface ExplainTarget {
  collection: string;
  query: FindQuery;
  count: boolean;
}

/** `explain`: returns the plan of a query and, unless `verbosity` is `queryPlanner`, the number of documents read. */
export const explain: CommandHandler = async (context) => {
  const innerCommand = readDocumentField(context.command, 'explain');
  if (!innerCommand) throw new CommandError('TypeMismatch', "BSON field 'explain' must be an object");
  const explainedCommand = parseTarget(context, innerCommand);
  checkNamespace(context.db, explainedCommand.collection);
  return explainPlan(context, explainedCommand, context.command.verbosity !== 'queryPlanner');
};

function parseTarget(context: CommandContext, command: Doc): ExplainTarget {
  const name = Object.keys(command)[0] ?? '';
  if (name === 'aggregate') {
    const { query, remainingStages } = splitPipeline(readPipeline(command));
    compilePipeline(remainingStages, createPipelineContext(context));
    return {
      collection: readAggregateTarget(command, context.db),
      query,
      count: parseCountingStage(remainingStages[0]) !== undefined,
    };
  }
  if (name !== 'find') throw new CommandError('CommandNotFound', unsupportedMessage(`explain of ${name}`));
  const collection = command[name];
  if (typeof collection !== 'string') throw new CommandError('InvalidNamespace', 'collection name has invalid type');
  return { collection, query: parseFindQuery(command), count: false };
}

async function explainPlan(context: CommandContext, { collection: name, query, count }: ExplainTarget, runs: boolean) {
  const { storage, db, yieldTimer } = context;
  const collection = storage.catalogue.get(db, name);
  const plan = collection ? planFind(storage, collection, query) : undefined;
  const winningPlan = plan ? describeStages(plan, query, count) : { stage: 'EOF' };
  const queryPlanner = { namespace: `${db}.${name}`, winningPlan };
  if (!runs) return { queryPlanner };
  const counts: SearchCounts = { documents: 0 };
  if (collection && plan && !(count && isCoveredCount(plan))) {
    let resultCount = 0;
    for (const result of searchInOrder(storage, collection, query, plan, counts)) {
      if (yieldTimer.due()) await yieldTimer.pause();
      if (result && ++resultCount === query.limit) break;
    }
  }
  return { queryPlanner, executionStats: { totalDocsExamined: toBsonInteger(counts.documents) } };
}

function describeStages(plan: QueryPlan, query: FindQuery, count: boolean): object {
  const access = describeAccess(plan, count);
  return plan.ordered || query.sort.length === 0 ? access : { stage: 'SORT', inputStage: access };
}

function describeAccess(plan: QueryPlan, count: boolean): object {
  switch (plan.kind) {
    case 'scan':
      return { stage: 'COLLSCAN' };
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.branches.map(indexScan) } };
    case 'index':
      if (count && isCoveredCount(plan)) return { ...indexScan(plan), stage: 'COUNT_SCAN' };
      return { stage: 'FETCH', inputStage: indexScan(plan) };
  }
}

function indexScan({ index, reverse }: Extract<QueryPlan, { kind: 'index' }>): object {
  return {
    stage: 'IXSCAN',
    indexName: index.name,
    direction: reverse ? 'backward' : 'forward',
  };
}
