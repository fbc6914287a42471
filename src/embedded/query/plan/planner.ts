import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { equalValues } from '../../bson/compare-values.js';
import { toBsonName } from '../../bson/field-names.js';
import { CommandError } from '../../command-error.js';
import { type Collection, formatNamespace } from '../../storage/collection.js';
import type { Index } from '../../storage/index-definition.js';
import type { Storage } from '../../storage/storage.js';
import type { Filter } from '../compile-filter.js';
import { type IndexScanPlan, planIndexScan } from './index-scan-plan.js';
import { mayContainArrayIndex } from '../dotted-paths.js';
import { type CandidatePlan, chooseCheapestPlan, type QueryPlan } from './choose-cheapest-plan.js';
import type { SortField } from '../sort.js';

export interface PlanRequest {
  filter: Filter;
  sort?: readonly SortField[];
  /** Number of documents that will be read; 0 for all. */
  limit?: number;
  /** Name or key pattern of the index that must be used. */
  hint?: Value | undefined;
}

/** Returns the predicates of a conjunction. */
export function splitConjunction(filter: Filter): Filter[] {
  const isConjunction = filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1);
  return isConjunction ? filter.parts.flatMap(splitConjunction) : [filter];
}

/** Plans a query. @throws CommandError BadValue unknown hint */
export function planQuery(storage: Storage, collection: Collection, request: PlanRequest): QueryPlan {
  const { filter, sort = [], limit = 0 } = request;
  const predicates = splitConjunction(filter);
  const indexFromHint = hintedIndex(collection, request.hint);
  if (indexFromHint) {
    const plan = planIndexScan(indexFromHint, predicates, sort, true);
    if (plan && sort.length === 0) plan.ordered = true;
    return plan!;
  }
  const candidates: CandidatePlan[] = [];
  const requestedFields = new Set(
    predicates.map((predicate) => (predicate.kind === 'field' ? predicate.name : undefined)),
  );
  requestedFields.add(sort[0]?.name);
  for (const index of collection.indexes) {
    if (!requestedFields.has(index.fields[0]!.name) || !containsAllMatches(index, predicates)) continue;
    const plan = planIndexScan(index, predicates, sort);
    if (plan) candidates.push(plan);
  }
  const unionPlan = planUnion(storage, collection, predicates, sort);
  if (unionPlan) candidates.push(unionPlan);
  if (candidates.length === 0) {
    return { kind: 'scan', residual: predicates, ordered: sort.length === 0 };
  }
  return chooseCheapestPlan(candidates, { storage, limit, count: collection.count, isSorted: sort.length > 0 });
}

/** Whether an index contains all documents that can match. A sparse index may omit some. */
export function containsAllMatches(index: Index, predicates: Filter[]): boolean {
  if (!index.sparse) return true;
  // A sparse index omits documents without any of its fields, so a predicate must require one of these fields.
  return predicates.some(
    (predicate) =>
      predicate.kind === 'field' &&
      index.fields.some(({ name, path }) => name === predicate.name && !mayContainArrayIndex(path)) &&
      requiresValue(predicate),
  );
}

function requiresValue({ operator, operand }: Filter & { kind: 'field' }): boolean {
  if (operator === '$in') return !(operand as Value[]).includes(null);
  return operand !== null || !/^\$(eq|gte|lte)$/.test(operator);
}

/** Returns the branches of an `$or`, including nested ones. */
function flattenOr(filter: Filter): Filter[] {
  const [singleParts] = filter.kind === 'and' && filter.parts.length === 1 ? filter.parts : [filter];
  return singleParts?.kind === 'or' ? singleParts.parts.flatMap(flattenOr) : [filter];
}

function planUnion(
  storage: Storage,
  collection: Collection,
  predicates: Filter[],
  sort: readonly SortField[],
): CandidatePlan | undefined {
  for (const predicate of predicates) {
    if (predicate.kind !== 'or') continue;
    const branches: IndexScanPlan[] = [];
    const alternativeFilters = flattenOr(predicate);
    for (const part of alternativeFilters) {
      const branch = planQuery(storage, collection, { filter: part });
      if (branch.kind !== 'index' || branch.restrictedFieldCount === 0) break;
      branches.push(branch);
    }
    if (branches.length < alternativeFilters.length) continue;
    const residual = predicates.filter((candidate) => candidate !== predicate);
    return { kind: 'union', branches, residual, ordered: sort.length === 0 };
  }
  return undefined;
}

/** Returns the index of a hint. @throws CommandError BadValue unknown index */
function hintedIndex(collection: Collection, hint: Value | undefined): Index | undefined {
  if (hint === undefined) return undefined;
  const index = collection.indexes.find(({ name, spec }) =>
    isDoc(hint) ? equalKeyPatterns(spec.key as Doc, hint) : name === hint,
  );
  if (index) return index;
  const errorPrefix = `error processing query: ns=${formatNamespace(collection)}`;
  throw new CommandError(
    'BadValue',
    `${errorPrefix} planner returned error :: caused by :: hint provided does not correspond to an existing index`,
  );
}

export function equalKeyPatterns(a: Doc, b: Doc): boolean {
  const x = Object.entries(a);
  const y = Object.entries(b);
  return (
    x.length === y.length &&
    x.every(([name, direction], i) => toBsonName(name) === toBsonName(y[i]![0]) && equalValues(direction, y[i]![1]))
  );
}
