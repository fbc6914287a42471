import type { TablePlan } from './table-plan.js';

type Omission =
  /** No area, indicator or code has this name. */
  | 'UNKNOWN'
  /** The indicator has no figures for the area. */
  | 'NOT_COVERED'
  /** There are figures, but none with this breakdown. */
  | 'NONE_WITH_BREAKDOWN'
  /** There are figures with this breakdown, but none in these periods. */
  | 'NONE_IN_PERIOD'
  /** There are figures, but no index, because the base period has no figure above 0. */
  | 'BASE_MISSING';

/** A requested area, code or indicator without figures, with the reason. */
export interface RequestedItem {
  input: string;
  /** Code of the area; null if the item is not a known area. */
  area: string | null;
  /** Codes of the breakdown; null if the item has none. */
  code: string | null;
  omission: Omission;
  /** Reason as a sentence in the language of the request. */
  sentence: string;
}

/** Completeness of a list of figures in a response, as in `extensions.scope`. */
export interface FigureScope {
  path: readonly (string | number)[];
  /** Name of the indicator; absent if the list has several or none. */
  of?: string;
  items: 'AREAS' | 'SERIES' | 'RANKED' | 'ITEMS';
  included: number;
  /** Total number of items; null if there are more than `included` and the total is unknown. */
  existing: number | null;
  /** Whether the list is truncated by a limit. */
  isTruncated: boolean;
  requested: readonly RequestedItem[];
  /** Reasons for caution when figures are compared, as sentences in the language of the request. */
  cautions?: readonly string[];
}

/** Whether a list is truncated or lacks requested items. */
export function isIncomplete({ isTruncated, requested }: FigureScope): boolean {
  return isTruncated || requested.length > 0;
}

/** Whether a list is incomplete or has reasons for caution. */
export function needsScopeNote(scope: FigureScope): boolean {
  return isIncomplete(scope) || (scope.cautions ?? []).length > 0;
}

/** Sorts scopes by path, since lists are resolved concurrently. */
export function sortByPath<T extends Pick<FigureScope, 'path'>>(scopes: readonly T[]): T[] {
  return scopes.toSorted((a, b) => comparePaths(a.path, b.path));
}

function comparePaths(a: FigureScope['path'], b: FigureScope['path']): number {
  for (const [index, step] of a.entries()) {
    const otherStep = b[index];
    if (otherStep === undefined) return 1;
    if (step === otherStep) continue;
    if (typeof step === 'number' && typeof otherStep === 'number') return step - otherStep;
    return String(step) < String(otherStep) ? -1 : 1;
  }
  return a.length - b.length;
}

/** Merges the scopes of lists that span several pages. The last page determines whether a list is truncated. */
export function mergeScopes(scopes: readonly FigureScope[]): FigureScope[] {
  const merged = new Map<string, FigureScope>();
  for (const scope of scopes) {
    const key = scope.path.join(' ');
    const existing = merged.get(key);
    merged.set(
      key,
      existing
        ? {
            ...scope,
            included: existing.included + scope.included,
            requested: [...existing.requested, ...scope.requested],
          }
        : scope,
    );
  }
  return [...merged.values()];
}

/** Returns the paths of the lists at the last level of a table. */
export function listPaths(levels: TablePlan['levels']): string[][] {
  return levels.reduce<string[][]>(
    (above, { lists }) => above.flatMap((keys) => lists.map(({ path }) => [...keys, ...path])),
    [[]],
  );
}

/** Returns the scopes of a table's lists, and of empty lists inside its rows. */
export function scopesOf({ levels }: Pick<TablePlan, 'levels'>, scopes: readonly FigureScope[]): FigureScope[] {
  const paths = listPaths(levels);
  return scopes.filter(({ path, included }) => {
    const keys = path.filter((key) => typeof key === 'string');
    return paths.some((list) => {
      const prefix = included === 0 ? keys.slice(0, list.length) : keys;
      return prefix.every((key, index) => list[index] === key);
    });
  });
}
