import { pagePath } from './entry-key.js';
import type { Kind } from './model.js';

/** URL parameters of figure explorer pages. Dimensions are parameters too, so they cannot have these names. */
export const EXPLORER_PARAMETERS: readonly string[] = [
  ...['view', 'areas', 'by', 'measure', 'base', 'from', 'to', 'at', 'top', 'sort', 'rows', 'scale'],
  ...[
    'edition',
    'changes',
    'cite',
    'asOf',
    'editions',
    'locale',
    'table',
    'chart',
    'for',
    'width',
    'shape',
    'area',
    'name',
  ],
];

/** Whether the page `/<kind>/<slug>` of an entry is an interactive explorer of its figures. */
export function hasExplorer({ fields }: Pick<Kind, 'fields'>): boolean {
  return fields.some(({ type }) => type === 'Dimension');
}

/** Returns the path of an entry's text page: under the plural name if the usual path shows its explorer. */
export function textPagePath(kind: Pick<Kind, 'fields' | 'singular' | 'plural'>, slug: string): string {
  return hasExplorer(kind) ? `/${kind.plural}/${slug}` : pagePath(kind, slug);
}
