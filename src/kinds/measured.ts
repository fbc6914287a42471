import type { MeasuredUnit } from '../series/recipe.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** Fields of an indicator that the arithmetic reads. */
export const MEASURED_FIELDS: readonly string[] = [
  'absentMeans',
  'countingUnit',
  'decimals',
  'dimensions',
  'frequency',
  'measure',
  'population',
  'publisher',
  'relevance',
  'title',
  'unit',
];

/** What the arithmetic must know of an indicator. */
export function measuredOf({ record }: StoredEntry): MeasuredUnit {
  return {
    measure: record['measure'] as MeasuredUnit['measure'],
    frequency: record['frequency'] as MeasuredUnit['frequency'],
    absentMeans: record['absentMeans'] as MeasuredUnit['absentMeans'],
    unit: String(record['unit']),
    decimals: (record['decimals'] as number | null | undefined) ?? null,
  };
}

/** Where an indicator stands among others: what measures the subject comes before what gives context to it. */
export function placeOf({ record }: StoredEntry): number {
  return record['relevance'] === 'CONTEXT' ? 1 : 0;
}

/** The slug of the population series of an indicator; null where it names none. */
export function populationOf({ record }: StoredEntry): string | null {
  return (record['population'] as string | null | undefined) ?? null;
}

/** The dimensions of an indicator. */
export function dimensionsOf({ record }: StoredEntry): EntryRecord[] {
  return (record['dimensions'] as EntryRecord[] | undefined) ?? [];
}
