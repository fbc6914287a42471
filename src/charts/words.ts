/** What is written in charts beside what the answer holds. */
export interface ChartWords {
  noFigure: string;
  notReported: string;
  hollow: string;
  hollowBar: string;
  interrupted: string;
  gap: string;
  breakInSeries: string;
  cumulated: string;
  source: string;
  /** "the first 40 of 62" */
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
  outside(names: string): string;
  boundaries: string;
  kosovo: string;
  noChart: Readonly<Record<NoChart, string>>;
}

/** Why there is no chart. */
export type NoChart = 'NO_FIGURES' | 'EMPTY' | 'ONE_FIGURE' | 'NOT_COMPARABLE' | 'NO_AREAS';

const of = (name: string) => (name === '' ? '' : `${name}: `);
const figures = (count: number) => (count === 1 ? 'one figure' : `${count} figures`);

/** The words of charts in English. */
export const ENGLISH: ChartWords = {
  noFigure: 'No figure',
  notReported: 'not reported',
  hollow: 'hollow: provisional, estimated or partial',
  hollowBar: 'outlined: provisional, estimated or partial',
  interrupted: 'break in the series',
  gap: 'no line: no figure',
  breakInSeries: 'break in the series: not to be compared with the figures before it',
  cumulated: 'added up',
  source: 'Source',
  firstOf: (shown, all) => `The first ${shown} of ${all}; all are in the table.`,
  course: (name, from, first, to, last) => `${of(name)}${first} in ${from}, ${last} in ${to}`,
  highest: (value, period) => `highest ${value} in ${period}`,
  only: (name, value, period) => `${of(name)}${value} in ${period}`,
  rankedFirst: (name, value) => `Highest: ${name}, ${value}`,
  rankedLast: (name, value) => `lowest: ${name}, ${value}`,
  missing: (count) => `${figures(count)} missing`,
  flagged: (count) => `${figures(count)} with a flag`,
  classes: 'Classes with as many areas each.',
  circles: 'The area of a circle is the figure.',
  outside: (names) => `Not on the map: ${names}.`,
  boundaries: 'The boundaries shown imply no position on the status of any territory.',
  kosovo:
    '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
  noChart: {
    NO_FIGURES: 'There is no chart of this answer: it holds no figures. See the table.',
    EMPTY: 'There is no chart: no figure was reported. See the table.',
    ONE_FIGURE: 'There is no chart of a single figure. See the table.',
    NOT_COMPARABLE: 'There is no chart: these are single figures of different things. See the table.',
    NO_AREAS: 'There is no map of this answer: it holds no figures of countries. See the table.',
  },
};

/** How numbers and periods are written for readers. */
export class Writing {
  private readonly numbers: Intl.NumberFormat;
  private readonly compact: Intl.NumberFormat;
  private readonly months: Intl.DateTimeFormat;

  constructor(readonly locale: string) {
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** A number of an axis: from 100 000 on in short, as in 1.2M. */
  tick(value: number, most: number): string {
    return Math.abs(most) >= 1e6 ? this.compact.format(value) : this.numbers.format(value);
  }

  /** A month in short, as in Jan. @param month from 1 */
  month(month: number): string {
    return this.months.format(Date.UTC(2023, month - 1, 1));
  }

  /** A period as people read it: `2023-01` is `Jan 2023`, `2023-Q1` is `Q1 2023`. */
  period(period: string): string {
    const [year, part] = period.split('-');
    if (part === undefined) return period;
    return part.startsWith('Q') ? `${part} ${year}` : `${this.month(Number(part))} ${year}`;
  }
}
