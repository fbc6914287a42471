import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import type { SortValue } from '../../model/cursor.js';
import { joinedName } from '../../model/model.js';
import type { KindPlan, PlannedSort } from '../documents/kind-plan.js';
import { BOOKKEEPING_PATHS } from '../documents/kind-plan.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { sortsByFind, sortKeys } from '../documents/index-fields.js';
import type { OrderTerm } from '../entries.js';

/** An order term of the database. */
export interface SortTerm {
  /** Path of the value in a document, or the name that the expression gives it. */
  path: string;
  direction: 1 | -1;
  /** Finds texts that no document stores directly; else null. */
  expression: Document | null;
}

const BY_TITLE: readonly OrderTerm[] = [{ path: ['title'], direction: 'ASC' }];

/**
 * Returns the terms of an order, the slug last; default: title.
 *
 * @param linked expressions of the terms across a link, by `linkedKey`
 * @throws AppError BAD_USER_INPUT  unknown path
 */
export function sortTerms(
  plan: KindPlan,
  orderBy: readonly OrderTerm[],
  chain: LocaleChain,
  linked: ReadonlyMap<string, Document> = new Map(),
): SortTerm[] {
  const terms = commonSortTerms(plan, orderBy, chain, linked);
  // Slugs are unique, so terms after them have no effect.
  return terms.slice(0, terms.findIndex(isSlug) + 1);
}

/** The same for entries of several kinds, whose slugs are not unique. */
export function commonSortTerms(
  plan: KindPlan,
  orderBy: readonly OrderTerm[],
  chain: LocaleChain,
  linked: ReadonlyMap<string, Document> = new Map(),
): SortTerm[] {
  const asked = orderBy.length > 0 ? orderBy : BY_TITLE;
  // The first of repeated fields counts.
  const once = asked.filter(({ path }, at) => asked.findIndex((other) => `${other.path}` === `${path}`) === at);
  const terms = once.map((term, at): SortTerm => {
    const expression = linked.get(linkedKey(term));
    if (!expression) return sortTerm(plan, term, chain, `key${at}`);
    return { path: `key${at}`, direction: term.direction === 'ASC' ? 1 : -1, expression };
  });
  return terms.some(isSlug) ? terms : [...terms, { path: '_id', direction: 1, expression: null }];
}

function isSlug({ path }: SortTerm): boolean {
  return path === '_id';
}

export function findSort({ sorts }: KindPlan, path: readonly string[]): PlannedSort | undefined {
  return sorts.find(({ name }) => name === joinedName(path));
}

/** Identifies a term across a link. */
export function linkedKey({ path, direction }: OrderTerm): string {
  return `${path.join('.')} ${direction}`;
}

/** The path to order by, for a locale where the leaf is localised. */
export function sortPath(sort: PlannedSort, direction: 1 | -1, locale: string | null): string {
  const [first] = sort.path;
  const inLocale = locale === null ? '' : `.${locale}`;
  if (!sortsByFind(sort)) return `sort.${sort.name}${inLocale}.${direction === 1 ? 'up' : 'down'}`;
  return BOOKKEEPING_PATHS[first!] ?? `find.${first!}${inLocale}`;
}

export function reverseTerms(terms: readonly SortTerm[]): SortTerm[] {
  return terms.map((term) => ({ ...term, direction: term.direction === 1 ? -1 : 1 }));
}

export function sortDocument(terms: readonly SortTerm[]): Document {
  return Object.fromEntries(terms.map(({ path, direction }) => [path, direction]));
}

/** Stages that compute the values of terms with expressions. */
export function keyStages(terms: readonly SortTerm[]): Document[] {
  const keys = terms.filter((term) => term.expression).map(({ path, expression }) => [path, expression]);
  return keys.length > 0 ? [{ $addFields: Object.fromEntries(keys) as Document }] : [];
}

/** The condition that a document comes after these values. */
export function comesAfter(terms: readonly SortTerm[], values: readonly SortValue[]): Document {
  const branches = seekRangesAfter(terms, values);
  if (branches.length === 1) return branches[0]!;
  const [first] = terms;
  // The redundant bound on the first term lets the scan of an index begin there.
  return { [first!.path]: { [`${beyond(first!)}e`]: values[0] }, $or: branches };
}

/**
 * The same as disjoint conditions in order: each is a single range of an index, however many documents agree in the
 * first terms.
 */
export function seekRangesAfter(terms: readonly SortTerm[], values: readonly SortValue[]): Document[] {
  return terms
    .map((term, at) => ({
      ...Object.fromEntries(terms.slice(0, at).map(({ path }, before) => [path, values[before]])),
      [term.path]: { [beyond(term)]: values[at] },
    }))
    .reverse();
}

function beyond({ direction }: SortTerm): string {
  return direction === 1 ? '$gt' : '$lt';
}

export function sortValues(terms: readonly SortTerm[], document: Document): SortValue[] {
  return terms.map(
    ({ path }) => path.split('.').reduce<unknown>((value, name) => (value as Document)[name], document) as SortValue,
  );
}

function sortTerm(plan: KindPlan, { path, direction }: OrderTerm, chain: LocaleChain, key: string): SortTerm {
  const sort = findSort(plan, path);
  if (!sort) {
    throw new AppError('BAD_USER_INPUT', `${plan.kind.name} cannot be ordered by "${path.join('.')}".`);
  }
  const sign = direction === 'ASC' ? 1 : -1;
  if (sort.comparison !== 'localised') return { path: sortPath(sort, sign, null), direction: sign, expression: null };
  if ('ready' in chain) return { path: sortPath(sort, sign, chain.ready), direction: sign, expression: null };
  return { path: key, direction: sign, expression: rawText(sort, sign, chain.raw) };
}

/** Finds a localised text in the first of these languages that it has. */
function rawText({ path, leaf }: PlannedSort, sign: 1 | -1, locales: readonly string[]): Document {
  const texts = locales.map((locale) => `$find.${path.join('.')}.raw.${locale}`);
  return { $ifNull: [...texts, sortKeys(leaf, null)[sign === 1 ? 'up' : 'down']] };
}
