import type { AreaIndex } from '../series/area-index.js';
import type { StoredSeries } from '../store/store.js';
import type { Context } from './context.js';
import type { Entry } from './entry.js';
import { Reference } from './entry.js';
import type { FiguresQuery } from './loaders.js';

/** What a computed field of a kind may use: the third argument of the functions in src/kinds/. */
export interface ComputedContext {
  areas: AreaIndex;
  /** Stands for an entry in what is returned; it is fetched with all others of its level. */
  reference(kind: string, slug: string): Reference;
  /** The figures of an indicator; asked for together with those of the other indicators of the level. */
  series(indicator: string, query: FiguresQuery): Promise<readonly StoredSeries[]>;
}

/** What a computed field of an entry may use in this request. */
export function computedContext({ areas, loaders }: Context, { locales }: Entry): ComputedContext {
  return {
    areas: areas.current,
    reference: (kind, slug) => new Reference(kind, slug, locales),
    series: (indicator, query) => loaders.series(indicator, query),
  };
}
