import type { Reference } from '../graphql/entry.js';
import type { Cell } from '../series/cell.js';
import { cellOf } from '../series/cell.js';
import type { StoredPoint } from '../store/store.js';

/** One cell as its type is served. */
export interface Observation extends Omit<Cell, 'sources' | 'dividedBy'> {
  source: Reference | null;
  sources: readonly Reference[];
  dividedBy: Observation | null;
}

/** Makes an entry stand for a source. */
type Refer = (kind: string, slug: string) => Reference;

/** A cell as it is served. */
export function observation(cell: Cell, reference: Refer): Observation {
  const sources = cell.sources.map((slug) => reference('Source', slug));
  return {
    ...cell,
    source: sources.length === 1 ? sources[0]! : null,
    sources,
    dividedBy: cell.dividedBy && observation(cell.dividedBy, reference),
  };
}

/** A stored point as it is served; null stays null. */
export function observedPoint(point: StoredPoint | null, reference: Refer): Observation | null {
  return point && observation(cellOf(point), reference);
}

/** A breakdown as it is served. */
export function servedBreakdown(breakdown: Readonly<Record<string, string>>) {
  return Object.entries(breakdown).map(([dimension, code]) => ({ dimension, code }));
}
