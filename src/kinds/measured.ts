import type { MeasuredUnit } from '../series/recipe.js';
import type { DimensionRecord } from '../generated/records.js';
import type { EntryOf } from '../reading/typed-entry.js';

/**
 * Fields of an indicator that the arithmetic reads of its totals, with those by which it is named in a link: whoever asks
 * for figures asks what they are of next, which is then known.
 */
export const TOTAL_FIELDS = [
  'absentMeans',
  'decimals',
  'frequency',
  'measure',
  'population',
  'publisher',
  'relevance',
  'title',
  'unit',
] as const;

/** The same of its figures by breakdown, which may be compared with others. */
export const MEASURED_FIELDS = [...TOTAL_FIELDS, 'concept', 'countingUnit', 'dimensions'] as const;

/** What the arithmetic must know of an indicator. */
export function readMeasured({ record }: EntryOf<'Indicator'>): MeasuredUnit {
  return {
    measure: record.measure!,
    frequency: record.frequency!,
    absentMeans: record.absentMeans!,
    unit: record.unit!,
    decimals: record.decimals ?? null,
  };
}

/** Where an indicator stands among others: what measures the subject comes before what gives context to it. */
export function rankRelevance({ record }: EntryOf<'Indicator'>): number {
  return record.relevance === 'CONTEXT' ? 1 : 0;
}

/** The slug of the population series of an indicator; null where it names none. */
export function readPopulation({ record }: EntryOf<'Indicator'>): string | null {
  return record.population ?? null;
}

/** The dimensions of an indicator. */
export function readDimensions({ record }: EntryOf<'Indicator'>): readonly DimensionRecord[] {
  return record.dimensions ?? [];
}
