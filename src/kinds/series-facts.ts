import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { ComputedSeries, Recipe } from '../series/recipe.js';
import type { Vintage } from '../store/figures.js';
import type { Population } from './population.js';

/** What a series is made of. */
export interface SeriesFacts {
  indicator: EntryOf<'Indicator'>;
  /** Code of the area. */
  area: string;
  breakdown: Breakdown;
  recipe: Recipe;
  worked: ComputedSeries;
  vintage: Vintage;
  /** The population series by which the figures were divided, and the vintage of it that was used. */
  population: Pick<Population, 'slug' | 'vintage'> | null;
  /** Set where the figures of a group were added up here. */
  total: { fixedAt: string | null } | null;
}
