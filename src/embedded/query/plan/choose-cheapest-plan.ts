import type { Storage } from '../../storage/storage.js';
import type { Filter } from '../compile-filter.js';
import type { IndexScanPlan } from './index-scan-plan.js';

export type CandidatePlan = IndexScanPlan | UnionPlan;
type UnionPlan = { kind: 'union'; branches: IndexScanPlan[]; residual: Filter[]; ordered: boolean };

export type QueryPlan = CandidatePlan | { kind: 'scan'; residual: Filter[]; ordered: boolean };

export interface PlanChoiceContext {
  storage: Storage;
  /** Number of documents that the caller will read; 0 for all. */
  limit: number;
  count: number;
  isSorted: boolean;
}

/** Minimum bound up to which the entries of each plan are counted. With a limit, plans that reach it rank equal. */
const MIN_COUNTED_ENTRIES = 1000;
/** Maximum number of entries of a plan that is chosen without comparing the others. */
const MAX_SMALL_PLAN = 24;
/** Safety factor for the estimated cost of a plan that reads documents in sort order. */
const SAFETY_FACTOR = 2;

/**
 * Chooses the plan with the lowest expected cost. Counts entries only as far as necessary: counting a thousand costs as
 * much as reading three documents. A plan in sort order stops at the limit; matches are assumed to be evenly
 * distributed.
 */
export function chooseCheapestPlan(candidates: readonly CandidatePlan[], context: PlanChoiceContext): CandidatePlan {
  const { storage, limit, count, isSorted } = context;
  const rankedPlans = candidates.toSorted((a, b) => planRank(b, isSorted) - planRank(a, isSorted));
  const firstPlan = rankedPlans[0]!;
  if (isPoint(firstPlan) || (firstPlan.ordered && firstPlan.residual.length === 0)) return firstPlan;
  const undominatedPlans = rankedPlans.filter(
    (plan, i) => !rankedPlans.slice(0, i).some((better) => isDominated(plan, better)),
  );
  if (undominatedPlans.length === 1) return firstPlan;
  if (countEntries(storage, firstPlan, MAX_SMALL_PLAN) < MAX_SMALL_PLAN) return firstPlan;
  // If the other plans read more entries than this bound, the plan in sort order wins.
  let bound = Math.max(MIN_COUNTED_ENTRIES, Math.ceil(1.5 * Math.sqrt(SAFETY_FACTOR * limit * count)));
  const countSizes = () => undominatedPlans.map((plan) => countEntries(storage, plan, bound));
  let sizes = countSizes();
  while (limit === 0 && sizes.every((size) => size >= bound)) {
    bound *= 16;
    sizes = countSizes();
  }
  const minMatches = Math.max(1, Math.min(...sizes));
  const costs = undominatedPlans.map((plan, i) => {
    const size = sizes[i]!;
    if (!plan.ordered || limit === 0) return size;
    return Math.min(size, (isSorted ? SAFETY_FACTOR : 1) * limit * (size / minMatches));
  });
  const lowestCost = Math.min(...costs);
  const cheapestPlan = undominatedPlans[costs.indexOf(lowestCost)]!;
  return cheapestPlan.kind === 'index' && cheapestPlan.ordered
    ? { ...cheapestPlan, expected: lowestCost / SAFETY_FACTOR }
    : cheapestPlan;
}

/** Ranks a plan by precision and by whether it avoids a sort. Used for plans of similar size; higher is better. */
function planRank(plan: CandidatePlan, hasSort: boolean): number {
  if (plan.kind === 'union') return -plan.residual.length;
  if (isPoint(plan)) return 1000;
  const precision = plan.restrictedFieldCount * 10 + (plan.points && plan.restrictedFieldCount > 0 ? 5 : 0);
  return precision + (plan.ordered && hasSort ? 12 : 0) - plan.residual.length;
}

/** Whether `other` is at least as good as `plan` in restricted fields, number of residual predicates, and order. */
function isDominated(plan: CandidatePlan, other: CandidatePlan): boolean {
  if (plan.kind !== 'index' || other.kind !== 'index' || (plan.ordered && !other.ordered)) return false;
  if (plan.residual.length < other.residual.length) return false;
  return plan.bounds.every(({ name }) => other.bounds.some((bound) => bound.name === name));
}

function isPoint(plan: CandidatePlan): boolean {
  return plan.kind === 'index' && plan.keys?.length === 1;
}

/** Counts the index entries that a plan reads. Stops counting near `bound`. */
function countEntries(storage: Storage, plan: CandidatePlan, bound: number): number {
  if (plan.kind === 'index') return countScanEntries(storage, plan, bound);
  return plan.branches.reduce((sum, branch) => sum + countScanEntries(storage, branch, bound), 0);
}

/** Cost of a document read, in reads of index entries. */
export const DOCUMENT_READ_COST = 10;

/** Returns the number of documents that a plan examines: one for each index entry, or `count` for a collection scan. */
export function countExamined(storage: Storage, count: number, plan: QueryPlan): number {
  return plan.kind === 'scan' ? count : countEntries(storage, plan, Infinity);
}

function countScanEntries(
  storage: Storage,
  { index, keys, restrictedFieldCount, ranges }: IndexScanPlan,
  bound: number,
): number {
  if (keys) return keys.length;
  if (restrictedFieldCount === 0) return index.entryCount;
  let entryCount = 0;
  for (const { start, end } of ranges) {
    entryCount += storage.countEntries(index, start, end, bound - entryCount);
    if (entryCount >= bound) break;
  }
  return entryCount;
}
