import type { Document } from 'mongodb';
import { encodeCursor, decodeCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import { type Inverse, camelCasePath, type Model, sortableLeaves } from '../../model/model.js';
import type { View } from '../../model/visibility.js';
import { rejectWithheldFields } from '../filters/filter-access.js';
import { type EntryDocument, entryProjection, toEntry } from '../documents/entry-document.js';
import { FilterCompiler } from '../filters/filter-compiler.js';
import type { KindPlan } from '../documents/kind-plan.js';
import { LinkResolver } from '../filters/link-resolver.js';
import { readLinkedSortExpressions } from './linked-sort-expressions.js';
import type { ListContext } from './list-context.js';
import { type LocaleChain, localeChain } from '../documents/locale-chain.js';
import { allConditions, type MatchCondition } from '../documents/match-conditions.js';
import {
  afterCondition,
  reverseTerms,
  seekRangesAfter,
  sortKeyStages,
  type SortTerm,
  sortTerms,
  sortValues,
} from './sort-terms.js';
import type { EntryRecord, Page, PageEdge, PageQuery } from '../entries.js';

/** A compiled list query. */
export interface ListQuery {
  plan: KindPlan;
  filters: FilterCompiler;
  chain: LocaleChain;
  /** Inverse link of the list; null for a root list. */
  inverse: Inverse | null;
  match: MatchCondition;
  /** Condition on the link in a list of an inverse link; else true. */
  link: MatchCondition;
  /** Condition that the cursors imply. */
  within: MatchCondition;
  /** The condition of the cursor as disjoint index ranges, in order; null unless there is exactly one cursor. */
  seekRanges: Document[] | null;
  /** Sort keys in reading order, which is reversed for the last entries (`fromEnd`). */
  terms: SortTerm[];
  /** Sort keys to read with each entry, for its cursor or for sorting. */
  projectedSortTerms: SortTerm[];
  fromEnd: boolean;
  /** Maximum page size. One more entry is read, to detect a further page. */
  size: number;
  hasCursor: boolean;
  cursor: (document: Document) => string;
}

/**
 * Compiles a list query. @param listKey identifies the list among those with the same filter and order
 * @throws AppError BAD_CURSOR, BAD_FILTER, BAD_USER_INPUT, UNAUTHENTICATED, FORBIDDEN, TOO_BROAD
 */
export async function compileListQuery(
  context: ListContext,
  listKey: readonly string[],
  kind: string,
  query: PageQuery,
  view: View,
  inverse: Inverse | null = null,
): Promise<ListQuery> {
  const plan = context.plans.get(kind)!;
  checkOrderAndFacets(context.model, plan, query, view);
  const chain = localeChain(query.locales, context.model.locales);
  const expressions = await readLinkedSortExpressions(context, plan, query.orderBy, chain, view);
  const terms = sortTerms(plan, query.orderBy, chain, expressions);
  const { cursors: needsCursors = true } = query.selection;
  const needsDigest = needsCursors || query.after !== null || query.before !== null;
  const digest = needsDigest ? shortDigest([listKey, query.filter, query.orderBy, query.locales]) : '';
  const filters = new FilterCompiler(context.model, new LinkResolver(context.database, view), chain, view.role);
  const bounds = cursorConditions(terms, query, digest);
  const seekRanges = cursorSeekRanges(terms, query, digest);
  const { entry, link } = await filters.compileFilterWithVia(plan.kind, inverse, query.filter);
  const fromEnd = query.last !== null;
  return {
    plan,
    filters,
    chain,
    inverse,
    match: entry,
    link,
    within: allConditions(bounds),
    seekRanges,
    terms: fromEnd ? reverseTerms(terms) : terms,
    projectedSortTerms: needsCursors || seekRanges ? terms : [],
    fromEnd,
    size: query.last ?? query.first ?? 0,
    hasCursor: bounds.length > 0,
    cursor: (document) => (needsCursors ? encodeCursor(digest, sortValues(terms, document)) : ''),
  };
}

function checkOrderAndFacets(model: Model, plan: KindPlan, { orderBy, selection }: PageQuery, { role }: View): void {
  if (orderBy.length > 0) {
    const leaves = sortableLeaves(model, plan.kind);
    for (const { path } of orderBy) {
      const leaf = leaves.find((candidate) => candidate.path.join('.') === path.join('.'));
      rejectWithheldFields(model, role, leaf?.fields ?? []);
    }
  }
  for (const { path } of selection.facets) {
    const facet = plan.facets.find(({ name }) => name === camelCasePath(path));
    rejectWithheldFields(model, role, facet?.fields ?? []);
  }
}

export function cursorConditions(
  terms: readonly SortTerm[],
  { after, before }: PageQuery,
  digest: string,
): MatchCondition[] {
  return [
    ...(after === null ? [] : [afterCondition(terms, decodeCursor(after, digest, terms.length))]),
    ...(before === null ? [] : [afterCondition(reverseTerms(terms), decodeCursor(before, digest, terms.length))]),
  ];
}

/** Returns the condition of the cursor as disjoint index ranges; null unless there is exactly one cursor. */
export function cursorSeekRanges(
  terms: readonly SortTerm[],
  { after, before }: PageQuery,
  digest: string,
): Document[] | null {
  if ((after === null) === (before === null)) return null;
  const seekTerms = after === null ? reverseTerms(terms) : terms;
  const values = decodeCursor((after ?? before)!, digest, terms.length);
  return seekRangesAfter(seekTerms, values);
}

/** Splits a list query into the condition on its collection and the stages that follow. */
export function splitListQuery(list: Pick<ListQuery, 'match' | 'within' | 'terms'>): {
  match: MatchCondition;
  stages: Document[];
} {
  const keyStages = sortKeyStages(list.terms);
  // A cursor is compared with a computed key after the stage that computes it.
  if (keyStages.length === 0) return { match: allConditions([list.match, list.within]), stages: [] };
  const cursorStages = typeof list.within === 'boolean' ? [] : [{ $match: list.within }];
  return { match: list.match, stages: [...keyStages, ...cursorStages] };
}

/** Returns the projection of an entry of a page: the requested fields, and those of its cursor. */
export function pageProjection(
  terms: readonly SortTerm[],
  fields: readonly string[] | null,
  extraFields: Document = {},
): Document {
  const paths = terms.map(({ path }) => path);
  return Object.assign(entryProjection(fields, paths), extraFields);
}

/** Builds a page. A cursor implies a further page on its other side, which contains the entry at the cursor. */
export function toPage(
  { model }: Pick<ListContext, 'model'>,
  list: Pick<ListQuery, 'fromEnd' | 'size' | 'cursor'>,
  { documents, total, facets }: PageResult,
  query: PageQuery,
  via: (record: EntryRecord) => EntryRecord[] = () => [],
): Page {
  const hasMore = documents.length > list.size;
  const pageDocuments = documents.slice(0, list.size);
  if (list.fromEnd) pageDocuments.reverse();
  return {
    edges: pageDocuments.map((document): PageEdge => {
      const entry = toEntry(model, document);
      return { cursor: list.cursor(document), entry, via: via(entry.record) };
    }),
    hasNextPage: list.fromEnd ? query.before !== null : hasMore,
    hasPreviousPage: list.fromEnd ? hasMore : query.after !== null,
    totalCount: query.selection.totalCount ? total : null,
    facets: facets ?? new Map(),
  };
}

interface PageResult {
  /** Entries of the page, and one more if there is a further page. */
  documents: readonly EntryDocument[];
  total: number;
  facets?: Page['facets'] | null | undefined;
}
