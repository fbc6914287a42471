import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { ComputedSeries, SeriesTransform } from '../series/series-transform.js';
import type { Vintage } from '../store/figures.js';
import type { Population } from './population-denominator.js';

/** Identity, computed cells and vintage of a series, for its citation and permalink. */
export interface SeriesMetadata {
  indicator: EntryOf<'Indicator'>;
  area: string;
  breakdown: Breakdown;
  recipe: SeriesTransform;
  computed: ComputedSeries;
  vintage: Vintage;
  /** Population series by which figures are divided, and its vintage; null if there is none. */
  population: Pick<Population, 'slug' | 'vintage'> | null;
  /** Null unless the series is a computed group total. */
  total: { fixedAt: string | null } | null;
}
