/** What is written in charts beside what the answer holds. */
export interface ChartWords {
  noFigure: string;
  notReported: string;
  hollow: string;
  hollowBar: string;
  interrupted: string;
  gap: string;
  breakInSeries: string;
  source: string;
  /** "The first 40 of 62; all are in the table." */
  firstOf(shown: number, all: number): string;
  /** A sentence of the summary, from the first figure of a series to its last. */
  course(name: string, from: string, first: string, to: string, last: string): string;
  highest(value: string, period: string): string;
  only(name: string, value: string, period: string): string;
  rankedFirst(name: string, value: string): string;
  rankedLast(name: string, value: string): string;
  missing(count: number): string;
  flagged(count: number): string;
  classes: string;
  circles: string;
  /** Of circles where some figures are below zero. */
  circlesBelow: string;
  outside(names: string): string;
  boundaries: string;
  kosovo: string;
  noChart: Readonly<Record<NoChart, string>>;
}

/** Why there is no chart. */
export type NoChart = 'NO_FIGURES' | 'EMPTY' | 'ONE_FIGURE' | 'NOT_COMPARABLE' | 'NO_AREAS';
