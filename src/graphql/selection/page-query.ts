import { AppError } from '../../errors.js';
import { camelCasePath, type LeafPath } from '../../model/model.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import type { FilterInput, OrderTerm, PageQuery } from '../../store/entries.js';
import type { PageSelection } from './page-selection.js';

const MAX_TERMS = 10;

/** Coerced arguments of a list field. */
export interface ListArguments {
  filter?: FilterInput | null;
  orderBy?: readonly Readonly<Record<string, OrderTerm['direction']>>[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  /** Filter on the embedded objects that contain the links; only for inverse links with `via`. */
  via?: FilterInput | null;
  /** Names of kinds; only for lists of several kinds. */
  kinds?: readonly string[] | null;
}

/** Returns field paths by sort key. */
export function sortKeyPaths(leaves: readonly LeafPath[]): ReadonlyMap<string, readonly string[]> {
  return new Map(leaves.map(({ path }) => [camelCasePath(path), path]));
}

/**
 * Creates the store query of a list.
 * @param paths field paths by sort key; empty for a list without `orderBy`
 * @throws AppError BAD_USER_INPUT, PAGE_TOO_LARGE
 */
export function pageQuery(
  args: ListArguments,
  paths: ReadonlyMap<string, readonly string[]>,
  locales: readonly string[],
  selection: PageSelection,
): PageQuery {
  const { first, last } = args;
  if (first != null && last != null) {
    throw new AppError('BAD_USER_INPUT', '"first" and "last" cannot be combined; use one of them.');
  }
  const orderBy = args.orderBy ?? [];
  if (orderBy.length > MAX_TERMS) {
    throw new AppError('BAD_USER_INPUT', `"orderBy" has ${orderBy.length} terms; at most ${MAX_TERMS} are allowed.`);
  }
  return {
    filter: makeFilter(args),
    orderBy: orderBy.flatMap((term) =>
      Object.entries(term).map(([name, direction]) => ({ path: paths.get(name)!, direction })),
    ),
    first: last != null ? null : checkPageSize('first', first ?? PAGE_LIMITS.defaultSize),
    after: args.after ?? null,
    last: last != null ? checkPageSize('last', last) : null,
    before: args.before ?? null,
    locales,
    selection,
  };
}

/** Checks and returns a page size. @throws AppError PAGE_TOO_LARGE */
export function checkPageSize(name: string, size: number): number {
  if (size >= 0 && size <= PAGE_LIMITS.max) return size;
  const message = `"${name}" is ${size}; a page has 0 to ${PAGE_LIMITS.max} entries. Use the cursor for the next page.`;
  throw new AppError('PAGE_TOO_LARGE', message);
}

function makeFilter({ filter, via, kinds }: ListArguments): FilterInput | null {
  if (kinds == null && via == null) return filter ?? null;
  return { ...filter, ...(via && { via }), ...(kinds && { entryKind: { in: kinds } }) };
}
