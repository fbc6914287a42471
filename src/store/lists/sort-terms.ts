import type { Document } from 'mongodb';
import { AppError } from '../../errors.js';
import type { SortValue } from '../../model/cursor.js';
import { camelCasePath } from '../../model/model.js';
import { ENTRY_METADATA_PATHS, type KindPlan, type PlannedSort } from '../documents/kind-plan.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { omitsSortKey, sortKeys } from '../documents/index-fields.js';
import type { OrderTerm } from '../entries.js';

/** One key of a MongoDB sort. */
export interface SortTerm {
  /** Path of the value in a document, or the name of the computed field. */
  path: string;
  direction: 1 | -1;
  /** Expression that computes the sort key; null if documents store it. */
  expression: Document | null;
}

const BY_TITLE: readonly OrderTerm[] = [{ path: ['title'], direction: 'ASC' }];

/**
 * Returns the sort keys of an order, by default the title. The slug is always last.
 * @param expressions expressions of the sort keys across a link, keyed by `linkedOrderKey`
 * @throws AppError BAD_USER_INPUT unknown path
 */
export function sortTerms(
  plan: KindPlan,
  orderBy: readonly OrderTerm[],
  chain: LocaleChain,
  expressions: ReadonlyMap<string, Document> = new Map(),
): SortTerm[] {
  const terms = commonSortTerms(plan, orderBy, chain, expressions);
  // Slugs are unique, so later sort keys have no effect.
  return terms.slice(0, terms.findIndex(isSlug) + 1);
}

/** Returns the sort keys for entries of several kinds. Slugs are not unique there, so keys after the slug remain. */
export function commonSortTerms(
  plan: KindPlan,
  orderBy: readonly OrderTerm[],
  chain: LocaleChain,
  expressions: ReadonlyMap<string, Document> = new Map(),
): SortTerm[] {
  const requestedOrder = orderBy.length > 0 ? orderBy : BY_TITLE;
  // Only the first occurrence of a field is used.
  const distinctOrder = requestedOrder.filter(
    ({ path }, index) => requestedOrder.findIndex((candidate) => `${candidate.path}` === `${path}`) === index,
  );
  const terms = distinctOrder.map((term, index): SortTerm => {
    const expression = expressions.get(linkedOrderKey(term));
    if (!expression) return toSortTerm(plan, term, chain, `key${index}`);
    return { path: `key${index}`, direction: term.direction === 'ASC' ? 1 : -1, expression };
  });
  return terms.some(isSlug) ? terms : [...terms, { path: '_id', direction: 1, expression: null }];
}

function isSlug({ path }: SortTerm): boolean {
  return path === '_id';
}

export function findSortableField({ sorts }: KindPlan, path: readonly string[]): PlannedSort | undefined {
  return sorts.find(({ name }) => name === camelCasePath(path));
}

/** Returns the key that identifies an order across a link: its path and direction. */
export function linkedOrderKey({ path, direction }: OrderTerm): string {
  return `${path.join('.')} ${direction}`;
}

/** Returns the path to sort by. @param locale locale of a localised field; null for other fields */
export function sortPath(sort: PlannedSort, direction: 1 | -1, locale: string | null): string {
  const [fieldName] = sort.path;
  const localeSuffix = locale === null ? '' : `.${locale}`;
  if (!omitsSortKey(sort)) return `sort.${sort.name}${localeSuffix}.${direction === 1 ? 'up' : 'down'}`;
  return ENTRY_METADATA_PATHS[fieldName!] ?? `find.${fieldName!}${localeSuffix}`;
}

export function reverseTerms(terms: readonly SortTerm[]): SortTerm[] {
  return terms.map((term) => ({ ...term, direction: term.direction === 1 ? -1 : 1 }));
}

export function toSortDocument(terms: readonly SortTerm[]): Document {
  return Object.fromEntries(terms.map(({ path, direction }) => [path, direction]));
}

/** Returns the stages that compute the sort keys with expressions. */
export function sortKeyStages(terms: readonly SortTerm[]): Document[] {
  const fields = terms.filter((term) => term.expression).map(({ path, expression }) => [path, expression]);
  return fields.length > 0 ? [{ $addFields: Object.fromEntries(fields) as Document }] : [];
}

/** Returns the condition for documents that follow a position, given by its sort values. */
export function afterCondition(terms: readonly SortTerm[], values: readonly SortValue[]): Document {
  const ranges = seekRangesAfter(terms, values);
  if (ranges.length === 1) return ranges[0]!;
  const [firstTerm] = terms;
  // The redundant bound on the first key lets an index scan start there.
  return { [firstTerm!.path]: { [`${comparisonOperator(firstTerm!)}e`]: values[0] }, $or: ranges };
}

/** Returns disjoint conditions, in order, for documents after these sort values. Each is a single index range. */
export function seekRangesAfter(terms: readonly SortTerm[], values: readonly SortValue[]): Document[] {
  return terms
    .map((term, index) => ({
      ...Object.fromEntries(terms.slice(0, index).map(({ path }, keyIndex) => [path, values[keyIndex]])),
      [term.path]: { [comparisonOperator(term)]: values[index] },
    }))
    .reverse();
}

function comparisonOperator({ direction }: SortTerm): string {
  return direction === 1 ? '$gt' : '$lt';
}

export function sortValues(terms: readonly SortTerm[], document: Document): SortValue[] {
  return terms.map(
    ({ path }) => path.split('.').reduce<unknown>((value, name) => (value as Document)[name], document) as SortValue,
  );
}

function toSortTerm(plan: KindPlan, { path, direction }: OrderTerm, chain: LocaleChain, keyPath: string): SortTerm {
  const sort = findSortableField(plan, path);
  if (!sort) {
    throw new AppError('BAD_USER_INPUT', `${plan.kind.name} cannot be ordered by "${path.join('.')}".`);
  }
  const sortDirection = direction === 'ASC' ? 1 : -1;
  if (sort.comparison !== 'localised')
    return { path: sortPath(sort, sortDirection, null), direction: sortDirection, expression: null };
  if ('ready' in chain)
    return { path: sortPath(sort, sortDirection, chain.ready), direction: sortDirection, expression: null };
  return { path: keyPath, direction: sortDirection, expression: rawTextExpression(sort, sortDirection, chain.raw) };
}

/** Returns an expression for a localised text in the first of `locales` in which it exists. */
function rawTextExpression({ path, leaf }: PlannedSort, direction: 1 | -1, locales: readonly string[]): Document {
  const texts = locales.map((locale) => `$find.${path.join('.')}.raw.${locale}`);
  return { $ifNull: [...texts, sortKeys(leaf, null)[direction === 1 ? 'up' : 'down']] };
}
