import type { MeasureWithUnit } from '../series/series-transform.js';
import type { DimensionRecord } from '../generated/records.js';
import type { EntryOf } from '../reading/typed-entry.js';

/** Indicator fields that computations with totals need, and the fields that queries usually select of a linked indicator. */
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

/** Fields of an indicator that computations with breakdowns and comparisons need. */
export const COMPUTATION_FIELDS = [...TOTAL_FIELDS, 'concept', 'countingUnit', 'dimensions'] as const;

/** Returns the properties of an indicator that computations need, and its unit. */
export function readMeasureProperties({ record }: EntryOf<'Indicator'>): MeasureWithUnit {
  return {
    measure: record.measure!,
    frequency: record.frequency!,
    absentMeans: record.absentMeans!,
    unit: record.unit!,
    decimals: record.decimals ?? null,
  };
}

/** Sort key of an indicator: 0 if it measures the subject, 1 if it provides context. */
export function relevanceRank({ record }: EntryOf<'Indicator'>): number {
  return record.relevance === 'CONTEXT' ? 1 : 0;
}

/** Returns the dimensions of an indicator. */
export function readDimensions({ record }: EntryOf<'Indicator'>): readonly DimensionRecord[] {
  return record.dimensions ?? [];
}
