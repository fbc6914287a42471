import type { TablePlan } from './table-plan.js';

export type Omission =
  /** Nothing known has this name or code. */
  | 'UNKNOWN'
  /** The indicator has no figures for it. */
  | 'NOT_COVERED'
  /** It has figures, but none with this breakdown. */
  | 'NONE_WITH_BREAKDOWN'
  /** It has figures with this breakdown, but none in these periods. */
  | 'NONE_IN_PERIOD';

export interface RequestedItem {
  /** The text that was requested. */
  input: string;
  /** Code of the area; null where the item is no area, or an unknown one. */
  area: string | null;
  /** The codes of the breakdown; null where the item has none. */
  code: string | null;
  omission: Omission;
  /** The reason as a sentence in the language of the request. */
  sentence: string;
}

export interface FigureScope {
  /** Response path of the list. */
  path: readonly (string | number)[];
  /** The name of the indicator that the list is of; absent where it has several or none. */
  of?: string;
  items: 'AREAS' | 'SERIES' | 'RANKED' | 'ITEMS';
  included: number;
  /** Null where more than the included items exist and their number is not known. */
  existing: number | null;
  /** Whether a limit cut the list. */
  isCut: boolean;
  /** Those that are absent. */
  requested: readonly RequestedItem[];
  /** Why its figures are to be compared with care, as sentences in the language of the request. */
  cautions?: readonly string[];
}

/** Whether a list lacks requested items. */
export function isIncomplete({ isCut, requested }: FigureScope): boolean {
  return isCut || requested.length > 0;
}

export function needsNote(scope: FigureScope): boolean {
  return isIncomplete(scope) || (scope.cautions ?? []).length > 0;
}

/** Sorts scopes by path, since lists are resolved concurrently. */
export function inPathOrder<T extends Pick<FigureScope, 'path'>>(scopes: readonly T[]): T[] {
  return scopes.toSorted((one, other) => comparePaths(one.path, other.path));
}

function comparePaths(one: FigureScope['path'], other: FigureScope['path']): number {
  for (const [at, step] of one.entries()) {
    const twin = other[at];
    if (twin === undefined) return 1;
    if (step === twin) continue;
    if (typeof step === 'number' && typeof twin === 'number') return step - twin;
    return String(step) < String(twin) ? -1 : 1;
  }
  return one.length - other.length;
}

/** Merges the scopes of a list that was read in parts. */
export function joinScopes(parts: readonly FigureScope[]): FigureScope[] {
  const joined = new Map<string, FigureScope>();
  for (const part of parts) {
    const key = part.path.join(' ');
    const before = joined.get(key);
    joined.set(
      key,
      before
        ? {
            ...part,
            included: before.included + part.included,
            isCut: before.isCut || part.isCut,
            requested: [...before.requested, ...part.requested],
          }
        : part,
    );
  }
  return [...joined.values()];
}

/**
 * The scopes of a table's lists and their ancestors. A list within its rows counts only where it is empty, since others
 * are tables of their own.
 */
export function scopesOf({ levels }: Pick<TablePlan, 'levels'>, scopes: readonly FigureScope[]): FigureScope[] {
  let paths: string[][] = [[]];
  for (const { lists } of levels) {
    paths = paths.flatMap((above) => lists.map(({ path }) => [...above, ...path]));
  }
  return scopes.filter(({ path, included }) => {
    const keys = path.filter((key) => typeof key === 'string');
    return paths.some((list) => {
      const common = included === 0 ? keys.slice(0, list.length) : keys;
      return common.every((key, at) => list[at] === key);
    });
  });
}
