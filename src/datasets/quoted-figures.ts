import { breakdownKey } from '../model/breakdown-key.js';
import type { StoredSeries } from '../store/figures.js';

type SeriesFigures = Pick<StoredSeries, 'area' | 'breakdown' | 'points'>;

/** A figure that an entry quotes in a statement. */
export interface QuotedFigure {
  statement: string;
  /** Area as `folder/slug`. */
  area: string;
  period: string;
  /** Codes by dimension; empty for the total. */
  breakdown: Readonly<Record<string, string>>;
  value: number;
}

/** Finds all figures of an indicator that a record quotes, at any depth. */
export function findQuotedFigures(record: unknown, indicator: string): QuotedFigure[] {
  if (Array.isArray(record)) return record.flatMap((item) => findQuotedFigures(item, indicator));
  if (typeof record !== 'object' || record === null) return [];
  const { statement, indicator: indicatorSlug, area, period, value, breakdown } = record as Record<string, unknown>;
  const isClaim = indicatorSlug === indicator && typeof value === 'number' && typeof area === 'string';
  if (isClaim) {
    return [{ statement: readText(statement), area, period: String(period), breakdown: readCodes(breakdown), value }];
  }
  return Object.values(record).flatMap((member) => findQuotedFigures(member, indicator));
}

function readCodes(breakdown: unknown): Record<string, string> {
  const codes = (breakdown ?? []) as readonly { dimension: string; code: string }[];
  return Object.fromEntries(codes.map(({ dimension, code }) => [dimension, code]));
}

/** Returns the text of a statement in the first of its languages. */
function readText(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return String(Object.values((statement as Record<string, unknown> | undefined) ?? {})[0] ?? '');
}

/** Returns the value that the series of a vintage have for a quoted figure; null if they have none. */
export function figureAt(
  series: readonly SeriesFigures[],
  area: string,
  { period, breakdown }: Pick<QuotedFigure, 'period' | 'breakdown'>,
): number | null {
  const matchingSeries = series.find(
    (candidate) => candidate.area === area && breakdownKey(candidate.breakdown) === breakdownKey(breakdown),
  );
  return matchingSeries?.points.find((point) => point.period === period)?.value ?? null;
}
