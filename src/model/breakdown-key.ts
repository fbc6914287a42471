/** Codes by dimension; empty for the total. */
export type Breakdown = Readonly<Record<string, string>>;

/** A key of a breakdown, independent of the order: `age=0-17&sex=F`; empty for the total. */
export function breakdownKey(breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .sort()
    .join('&');
}

/** A key of a series of an indicator. */
export function seriesKey({ area, breakdown }: { area: string; breakdown: Breakdown }): string {
  return `${area} ${breakdownKey(breakdown)}`;
}
