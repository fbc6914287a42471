import type { CollectedSeries } from './figures-collector.js';

/** A figure that the text of an entry quotes. */
export interface QuotedFigure {
  statement: string;
  /** `folder/slug` of the area. */
  area: string;
  period: string;
  value: number;
}

/** The figures of an indicator that a record quotes, wherever in it they stand. */
export function quotedFigures(record: unknown, indicator: string): QuotedFigure[] {
  if (Array.isArray(record)) return record.flatMap((each) => quotedFigures(each, indicator));
  if (typeof record !== 'object' || record === null) return [];
  const { statement, indicator: of, area, period, value } = record as Record<string, unknown>;
  const isClaim = of === indicator && typeof value === 'number' && typeof area === 'string';
  if (isClaim) return [{ statement: textOf(statement), area, period: String(period), value }];
  return Object.values(record).flatMap((each) => quotedFigures(each, indicator));
}

/** A statement in one of its languages. */
function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return String(Object.values((statement as Record<string, unknown> | undefined) ?? {})[0] ?? '');
}

/** The figure of an area and a period over all breakdowns; null where there is none. */
export function figureAt(series: readonly CollectedSeries[], area: string, period: string): number | null {
  const total = series.find((each) => each.area === area && Object.keys(each.breakdown).length === 0);
  return total?.points.find((point) => point.period === period)?.value ?? null;
}
