import { toDecodedName } from '../bson/field-names.js';
import { toBsonInteger, isNumeric } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { countExamined, DOCUMENT_READ_COST, type QueryPlan } from '../query/plan/choose-cheapest-plan.js';
import { findRecordsByIndexKeys } from '../query/record-set.js';
import { type CommandHandler, findCollection } from './command.js';
import type { FindQuery } from './find.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';

/** `count`: counts all documents of a collection; for a filter, drivers send a pipeline instead. */
export const count: CommandHandler = (context) => ({ n: toBsonInteger(findCollection(context)?.count ?? 0) });

/** Maximum number of documents to read. To count more, index keys are faster. */
const MAX_READ_DOCUMENTS = 12;

/** Counts the results of a query without reading documents. Returns undefined if that is impossible or slower. */
export function* countByIndexKeys(
  storage: Storage,
  collection: Collection,
  query: FindQuery,
  plan: QueryPlan,
): Generator<undefined, number | undefined> {
  if (plan.kind === 'scan' && plan.residual.length === 0) return applyLimit(query, collection.count);
  // A plan that looks up single keys may include keys that the index lacks, so only existing keys are counted.
  if (isCoveredCount(plan) && plan.keys) {
    return applyLimit(query, plan.keys.filter((key) => storage.findRecordNumber(plan.index, key) !== undefined).length);
  }
  const documents = countExamined(storage, collection.count, plan);
  if (documents === 0 || isCoveredCount(plan)) return applyLimit(query, documents);
  if (query.hint !== undefined || documents <= MAX_READ_DOCUMENTS) return undefined;
  const recordNumbers = yield* findRecordsByIndexKeys(
    storage,
    collection,
    query.filter,
    documents * DOCUMENT_READ_COST,
    true,
  );
  return recordNumbers && applyLimit(query, recordNumbers.size);
}

function applyLimit({ limit }: FindQuery, count: number): number {
  return limit > 0 ? Math.min(count, limit) : count;
}

/**
 * Returns the function that builds the result of a counting stage: `$count`, or a `$group` by a constant with one
 * `$sum: 1`, as sent by drivers. Undefined for other stages.
 */
export function parseCountingStage(stage: Value | undefined): ((n: number) => Doc) | undefined {
  if (!isDoc(stage)) return undefined;
  const { $count, $group } = stage;
  if (typeof $count === 'string') return (n) => ({ [toDecodedName($count)]: toBsonInteger(n) });
  if (!isDoc($group)) return undefined;
  const { _id, ...fields } = $group;
  const [name, sum] = Object.entries(fields)[0] ?? [];
  const isConstant = _id === null || isNumeric(_id);
  if (!isConstant || name === undefined || Object.keys(fields).length > 1) return undefined;
  if (!isDoc(sum) || sum.$sum !== 1 || Object.keys(sum).length > 1) return undefined;
  return (n) => ({ _id, [name]: toBsonInteger(n) });
}

/** Whether a count needs only the index, no documents: there is no residual filter and no multikey field. */
export function isCoveredCount(plan: QueryPlan): plan is Extract<QueryPlan, { kind: 'index' }> {
  return plan.kind === 'index' && plan.residual.length === 0 && !plan.index.multikey.includes(true);
}
