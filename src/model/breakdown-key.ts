/** Codes by dimension; empty for the total. */
export type Breakdown = Readonly<Record<string, string>>;

/** Names a breakdown by one text, the same whatever the order of its dimensions: `age=0-17&sex=F`; empty for the total. */
export function breakdownKey(breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .sort()
    .join('&');
}

/** Names a series of an indicator by one text: its area, then its breakdown. */
export function seriesKey({ area, breakdown }: { area: string; breakdown: Breakdown }): string {
  return `${area} ${breakdownKey(breakdown)}`;
}
