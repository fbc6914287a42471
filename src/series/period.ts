import { greatest, rollup } from 'd3-array';
import { memoise } from '../memoise.js';

export type Frequency = 'MONTH' | 'QUARTER' | 'YEAR';

/** Components of a period. `part` is the month or quarter, or 1 for a year. */
export interface PeriodParts {
  readonly frequency: Frequency;
  readonly year: number;
  readonly part: number;
}

const PERIOD_FORMATS: readonly [Frequency, RegExp][] = [
  ['YEAR', /^(\d{4})$/],
  ['QUARTER', /^(\d{4})-Q([1-4])$/],
  ['MONTH', /^(\d{4})-(0[1-9]|1[0-2])$/],
];

export const PERIODS_PER_YEAR: Readonly<Record<Frequency, number>> = { YEAR: 1, QUARTER: 4, MONTH: 12 };

/** Maximum number of periods in each cache. There are few periods, but many figures. */
const MAX_CACHED = 5000;

/** Parses a period (2023, 2023-Q1, 2023-01); null if invalid. Memoised. */
export const parsePeriod = memoise(parseWithoutCache, MAX_CACHED);

function parseWithoutCache(text: string): PeriodParts | null {
  for (const [frequency, pattern] of PERIOD_FORMATS) {
    const match = pattern.exec(text);
    if (match) return { frequency, year: Number(match[1]), part: Number(match[2] ?? 1) };
  }
  return null;
}

/** Formats the components of a period, as in 2023, 2023-Q1 or 2023-01. */
export function formatPeriod({ frequency, year, part }: PeriodParts): string {
  const years = String(year).padStart(4, '0');
  if (frequency === 'YEAR') return years;
  return frequency === 'QUARTER' ? `${years}-Q${part}` : `${years}-${String(part).padStart(2, '0')}`;
}

/** Returns the period that is `by` periods later, or earlier if negative. */
export function offsetPeriod(period: string, by: number): string {
  const { frequency, year, part } = requirePeriod(period);
  const perYear = PERIODS_PER_YEAR[frequency];
  const at = year * perYear + part - 1 + by;
  return formatPeriod({ frequency, year: Math.floor(at / perYear), part: (((at % perYear) + perYear) % perYear) + 1 });
}

/** Returns the same period one year before. */
export function yearBefore(period: string): string {
  return offsetPeriod(period, -PERIODS_PER_YEAR[requirePeriod(period).frequency]);
}

/** Returns the period of a lower frequency that contains a period; null if the frequency is higher. */
export function containingPeriod(period: string, frequency: Frequency): string | null {
  const periodParts = requirePeriod(period);
  const ratio = PERIODS_PER_YEAR[periodParts.frequency] / PERIODS_PER_YEAR[frequency];
  if (ratio < 1) return null;
  return formatPeriod({ frequency, year: periodParts.year, part: Math.ceil(periodParts.part / ratio) });
}

/** Returns the periods of a higher frequency of which a period consists, in order. */
export function listSubperiods(period: string, frequency: Frequency): string[] {
  const { frequency: ownFrequency, year, part } = requirePeriod(period);
  const ratio = PERIODS_PER_YEAR[frequency] / PERIODS_PER_YEAR[ownFrequency];
  return Array.from({ length: ratio }, (_, index) =>
    formatPeriod({ frequency, year, part: (part - 1) * ratio + index + 1 }),
  );
}

/** Returns the frequency of a period. */
export function frequencyOfPeriod(period: string): Frequency {
  return requirePeriod(period).frequency;
}

/** Returns all periods from one to another of the same frequency, inclusive; empty for a reversed range. */
export function periodsBetween(from: string, to: string): string[] {
  const periods: string[] = [];
  for (let period = from; period <= to; period = offsetPeriod(period, 1)) periods.push(period);
  return periods;
}

interface PeriodDays {
  readonly first: string;
  readonly last: string;
}

/** Returns the first and last day of a period. Memoised. @throws Error if it is invalid */
export const daysOfPeriod = memoise(computeDays, MAX_CACHED);

function computeDays(period: string): PeriodDays {
  const { frequency, year, part } = requirePeriod(period);
  if (frequency === 'YEAR') return { first: `${period}-01-01`, last: `${period}-12-31` };
  const months = 12 / PERIODS_PER_YEAR[frequency];
  const [first, last] = [part * months - months + 1, part * months].map((month) =>
    formatPeriod({ frequency: 'MONTH', year, part: month }),
  );
  return { first: `${first}-01`, last: `${last}-${new Date(Date.UTC(year, part * months, 0)).getUTCDate()}` };
}

function requirePeriod(period: string): PeriodParts {
  const periodParts = parsePeriod(period);
  if (!periodParts) throw new Error(`"${period}" is not a period`);
  return periodParts;
}

/** Returns the months from year 0 to the start of a period, or to its end if `after` is 1. NaN if it is invalid. */
export function monthsUntil(period: string | null, after: 0 | 1): number {
  const parts = parsePeriod(period ?? '');
  if (!parts) return NaN;
  const length = PERIODS_PER_YEAR.MONTH / PERIODS_PER_YEAR[parts.frequency];
  return PERIODS_PER_YEAR.MONTH * parts.year + length * (parts.part - 1 + after);
}

/** Returns the names of the months in a language, from January. */
export function monthNames(locale: string): string[] {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2000, month)));
}

/** Returns the latest of the periods with the largest number of figures, and this number; null without figures. */
export function findFullestPeriod(
  points: readonly { period: string; value: number | null }[],
): { period: string; count: number } | null {
  const counts = rollup(
    points.filter(({ value }) => value !== null),
    (figures) => figures.length,
    ({ period }) => period,
  );
  const period = greatest([...counts.keys()].sort().reverse(), (candidate) => counts.get(candidate)!);
  return period === undefined ? null : { period, count: counts.get(period)! };
}
