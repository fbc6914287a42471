/** Codes by dimension; empty for the total. */
export type Breakdown = Readonly<Record<string, string>>;

/** Returns the key of a breakdown with sorted dimensions, such as `age=0-17&sex=F`; empty for the total. */
export function breakdownKey(breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .sort()
    .join('&');
}

/** Returns a key of a series within an indicator. */
export function seriesKey({ area, breakdown }: { area: string; breakdown: Breakdown }): string {
  return `${area} ${breakdownKey(breakdown)}`;
}
