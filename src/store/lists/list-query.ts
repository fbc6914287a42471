import type { Document } from 'mongodb';
import { writeCursor, readCursor } from '../../model/cursor.js';
import { shortDigest } from '../../model/digest.js';
import type { Inverse, Model } from '../../model/model.js';
import { joinedName, orderLeaves } from '../../model/model.js';
import type { View } from '../../model/view.js';
import { refuseWithheld } from '../filters/audience.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { toEntry, entryProjection } from '../documents/entry-document.js';
import { FilterCompiler } from '../filters/filters.js';
import type { KindPlan } from '../documents/kind-plan.js';
import { LinkResolver } from '../filters/link-resolver.js';
import { linkedExpressions } from './linked-orders.js';
import type { ListContext } from './list-context.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { localeChain } from '../documents/locale-chain.js';
import type { Match } from '../documents/match.js';
import { all } from '../documents/match.js';
import type { SortTerm } from './orders.js';
import { branchesAfter, comesAfter, keyStages, reversed, sortTerms, sortValues } from './orders.js';
import type { EntryRecord, Page, PageEdge, PageQuery } from '../entries.js';

/** A list and the part of it that is asked for, as the database applies it. */
export interface ListQuery {
  plan: KindPlan;
  filters: FilterCompiler;
  chain: LocaleChain;
  /** The inverse by which the list is found; null for one at the root. */
  inverse: Inverse | null;
  /** Which entries the whole list has. */
  match: Match;
  /** Which of their links count, of a list that is found by an inverse. */
  link: Match;
  /** Which of them come after, or before, the cursors given. */
  within: Match;
  /** The same as conditions that exclude each other, in their order; null where there is not just one cursor. */
  stretches: Document[] | null;
  /** In the order in which they are read: from the end for a page before a cursor. */
  terms: SortTerm[];
  /** Those of them that are read with an entry, for its cursor or to order it once more. */
  told: SortTerm[];
  fromEnd: boolean;
  /** How many entries the page may have. One more is read, to see whether the list goes on. */
  size: number;
  hasCursor: boolean;
  cursor: (document: Document) => string;
}

/**
 * Computes a list query.
 *
 * @param list whatever tells this list from others with the same filter and order
 * @param inverse the inverse by which the list is found; null for one at the root
 * @throws AppError BAD_CURSOR, BAD_FILTER, BAD_USER_INPUT, UNAUTHENTICATED, FORBIDDEN, TOO_BROAD
 */
export async function listQuery(
  context: ListContext,
  list: readonly string[],
  kind: string,
  query: PageQuery,
  view: View,
  inverse: Inverse | null = null,
): Promise<ListQuery> {
  const plan = context.plans.get(kind)!;
  refuseOrderAndFacets(context.model, plan, query, view);
  const chain = localeChain(query.locales, context.model.locales);
  const linked = await linkedExpressions(context, plan, query.orderBy, chain, view);
  const terms = sortTerms(plan, query.orderBy, chain, linked);
  const { cursors = true } = query.want;
  const isDigested = cursors || query.after !== null || query.before !== null;
  const digest = isDigested ? shortDigest([list, query.filter, query.orderBy, query.locales]) : '';
  const filters = new FilterCompiler(context.model, new LinkResolver(context.database, view), chain, view.role);
  const bounds = cursorBounds(terms, query, digest);
  const beyond = cursorStretches(terms, query, digest);
  const { entry, link } = await filters.listed(plan.kind, inverse, query.filter);
  const fromEnd = query.last !== null;
  return {
    plan,
    filters,
    chain,
    inverse,
    match: entry,
    link,
    within: all(bounds),
    stretches: beyond,
    terms: fromEnd ? reversed(terms) : terms,
    told: cursors || beyond ? terms : [],
    fromEnd,
    size: query.last ?? query.first ?? 0,
    hasCursor: bounds.length > 0,
    cursor: (document) => (cursors ? writeCursor(digest, sortValues(terms, document)) : ''),
  };
}

function refuseOrderAndFacets(model: Model, plan: KindPlan, { orderBy, want }: PageQuery, { role }: View): void {
  if (orderBy.length > 0) {
    const leaves = orderLeaves(model, plan.kind);
    for (const { path } of orderBy) {
      const leaf = leaves.find((each) => each.path.join('.') === path.join('.'));
      refuseWithheld(model, role, leaf?.fields ?? []);
    }
  }
  for (const { path } of want.facets) {
    const facet = plan.facets.find(({ name }) => name === joinedName(path));
    refuseWithheld(model, role, facet?.fields ?? []);
  }
}

/** The conditions that the cursors of a query set. */
export function cursorBounds(terms: readonly SortTerm[], { after, before }: PageQuery, digest: string): Match[] {
  return [
    ...(after === null ? [] : [comesAfter(terms, readCursor(after, digest, terms.length))]),
    ...(before === null ? [] : [comesAfter(reversed(terms), readCursor(before, digest, terms.length))]),
  ];
}

/** The stretches of the list on the side of the one cursor that a query has; null where it has none, or both. */
export function cursorStretches(
  terms: readonly SortTerm[],
  { after, before }: PageQuery,
  digest: string,
): Document[] | null {
  if ((after === null) === (before === null)) return null;
  const towards = after === null ? reversed(terms) : terms;
  const values = readCursor((after ?? before)!, digest, terms.length);
  return branchesAfter(towards, values);
}

/** Splits a list into the condition that its collection is asked and the stages that come after. */
export function placed(list: Pick<ListQuery, 'match' | 'within' | 'terms'>): { match: Match; stages: Document[] } {
  const keys = keyStages(list.terms);
  // Where a key is computed on reading, cursors can be compared with it only after that.
  if (keys.length === 0) return { match: all([list.match, list.within]), stages: [] };
  const within = typeof list.within === 'boolean' ? [] : [{ $match: list.within }];
  return { match: list.match, stages: [...keys, ...within] };
}

/** What is read of each entry of a page: the fields wanted, and what its cursor is made of. */
export function pageProjection(
  terms: readonly SortTerm[],
  fields: readonly string[] | null,
  beside: Document = {},
): Document {
  const keys = terms.map(({ path }) => path);
  return Object.assign(entryProjection(fields, keys), beside);
}

/**
 * A page of documents as they were read, at most one more than it may have.
 *
 * Whether there is something on the side of the cursor is taken from the cursor: the entry it points at was there.
 */
export function cutPage(
  { model }: Pick<ListContext, 'model'>,
  list: Pick<ListQuery, 'fromEnd' | 'size' | 'cursor'>,
  { documents, total, facets }: Found,
  query: PageQuery,
  via: (record: EntryRecord) => EntryRecord[] = () => [],
): Page {
  const more = documents.length > list.size;
  const shown = documents.slice(0, list.size);
  if (list.fromEnd) shown.reverse();
  return {
    edges: shown.map((document): PageEdge => {
      const entry = toEntry(model, document);
      return { cursor: list.cursor(document), entry, via: via(entry.record) };
    }),
    hasNextPage: list.fromEnd ? query.before !== null : more,
    hasPreviousPage: list.fromEnd ? more : query.after !== null,
    totalCount: query.want.totalCount ? total : null,
    facets: facets ?? new Map(),
  };
}

/** What was read for a page. */
interface Found {
  /** One more than the page may have, where there is more. */
  documents: readonly EntryDocument[];
  total: number;
  facets?: Page['facets'] | null | undefined;
}
