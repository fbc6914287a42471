import type { MeasuredUnit } from '../series/series-transform.js';
import type { DimensionRecord } from '../generated/records.js';
import type { EntryOf } from '../reading/typed-entry.js';

/**
 * Fields of an indicator that arithmetic on totals needs, and those that name it in links, since clients usually
 * request these next.
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

/** The same for figures by breakdown and comparisons. */
export const MEASURED_FIELDS = [...TOTAL_FIELDS, 'concept', 'countingUnit', 'dimensions'] as const;

export function readMeasured({ record }: EntryOf<'Indicator'>): MeasuredUnit {
  return {
    measure: record.measure!,
    frequency: record.frequency!,
    absentMeans: record.absentMeans!,
    unit: record.unit!,
    decimals: record.decimals ?? null,
  };
}

/** Sorts indicators about the subject before those for context. */
export function rankRelevance({ record }: EntryOf<'Indicator'>): number {
  return record.relevance === 'CONTEXT' ? 1 : 0;
}

/** The slug of the population series; null for none. */
export function readPopulation({ record }: EntryOf<'Indicator'>): string | null {
  return record.population ?? null;
}

export function readDimensions({ record }: EntryOf<'Indicator'>): readonly DimensionRecord[] {
  return record.dimensions ?? [];
}
