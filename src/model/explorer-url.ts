import { pagePath } from './entry-key.js';
import type { Kind } from './model.js';

/** URL parameters of an explorer. Dimensions are parameters too, so they cannot have these names. */
export const EXPLORER_PARAMETERS: readonly string[] = [
  ...['view', 'areas', 'by', 'measure', 'base', 'from', 'to', 'at', 'top', 'sort', 'rows', 'scale'],
  ...['edition', 'changes', 'asOf', 'editions', 'locale', 'table', 'chart', 'for', 'width', 'shape', 'area', 'name'],
];

/** Whether entries of a kind have an explorer of their figures at `/<kind>/<slug>`. */
export function hasExplorer({ fields }: Pick<Kind, 'fields'>): boolean {
  return fields.some(({ type }) => type === 'Dimension');
}

/** Returns the path of the page with the texts of an entry. An explorer takes the usual one. */
export function entryPath(kind: Pick<Kind, 'fields' | 'singular' | 'plural'>, slug: string): string {
  return hasExplorer(kind) ? `/${kind.plural}/${slug}` : pagePath(kind, slug);
}
