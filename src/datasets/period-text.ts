import type { Frequency } from '../series/period.js';
import { findDays, readPeriod, within, writePeriod } from '../series/period.js';

/** A period as it is kept here, or why a text is none. */
export type PeriodReading = { period: string } | { fault: string };

/** Whether the day or the month comes first in a date of three numbers. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES = new Map<string, number>([
  ...MONTHS.map((name, at) => [name, at + 1] as const),
  ...[
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].map((name, at) => [name, at + 1] as const),
  ['sept', 9],
]);

/** The number of a month by its English name, whole or cut to three letters; null for anything else. */
export function parseMonth(name: string): number | null {
  return NAMES.get(name.trim().toLowerCase().replace(/\.$/, '')) ?? null;
}

/**
 * A period as publishers write it: 2020, 2020-07, 2020M07, 202007, 2020-Q3, 2020Q3, JAN2009, January 2009, "2019
 * [YR2019]", 2020-07-31. Null for anything else, such as half-years, weeks and years before our era.
 */
export function canonicalPeriod(text: string): string | null {
  const written = text.trim().replace(/\s*\[YR?\d{4}\w*\]$/, '');
  if (/^\d{4}$/.test(written)) return Number(written) === 0 ? null : written;
  const numbered = /^(\d{4})(?:[-/ ]?M|[-/])(\d{1,2})$/.exec(written) ?? /^(\d{4})(\d{2})$/.exec(written);
  if (numbered) return month(numbered[1]!, Number(numbered[2]));
  const quarter = /^(\d{4})[-/ ]?Q([1-4])$/.exec(written) ?? swapped(/^Q([1-4])[-/ ]?(\d{4})$/.exec(written));
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  const named =
    /^([A-Za-z]{3,9})\.?[-/ ]?(\d{4})$/.exec(written) ?? swapped(/^(\d{4})[-/ ]?([A-Za-z]{3,9})\.?$/.exec(written));
  if (named) return month(named[2]!, parseMonth(named[1]!));
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00.*)?$/.exec(written);
  if (day && isDay(day)) return `${day[1]}-${day[2]}-${day[3]}`;
  return null;
}

const THREE_NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** A date of three numbers as 2020-12-31, given which comes first; anything else as it stands. */
export function dateIn(text: string, order: DateOrder): string {
  const [, first, , second, year] = THREE_NUMBERS.exec(text.trim()) ?? [];
  if (first === undefined) return text;
  const [day, month] = order === 'day-first' ? [first, second!] : [second!, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A period in the frequency that is wanted. A day stands for a period that it begins or ends; where figures are added
 * up, days and shorter periods stand for the period that they lie in.
 */
export function periodIn(frequency: Frequency, text: string, addsUp: boolean): PeriodReading {
  const canonical = canonicalPeriod(text);
  if (canonical === null) {
    const isDate = THREE_NUMBERS.test(text.trim());
    return {
      fault: isDate ? 'say in a mapping file whether the day comes first, as in dates: day-first' : 'no period',
    };
  }
  const parts = readPeriod(canonical);
  if (parts?.frequency === frequency) return { period: canonical };
  if (parts === null) return dayIn(frequency, canonical, addsUp);
  const longer = within(canonical, frequency);
  if (longer === null) return { fault: `longer than a ${WORDS[frequency]}` };
  return addsUp ? { period: longer } : { fault: `shorter than a ${WORDS[frequency]}` };
}

const WORDS: Readonly<Record<Frequency, string>> = { YEAR: 'year', QUARTER: 'quarter', MONTH: 'month' };

function dayIn(frequency: Frequency, day: string, addsUp: boolean): PeriodReading {
  const period = within(day.slice(0, 7), frequency)!;
  const { first, last } = findDays(period);
  if (addsUp || day === first || day === last) return { period };
  return { fault: `a day within a ${WORDS[frequency]}` };
}

function month(year: string, number: number | null): string | null {
  if (number === null || number < 1 || number > 12 || Number(year) === 0) return null;
  return writePeriod({ frequency: 'MONTH', year: Number(year), part: number });
}

function isDay([, year, month, day]: RegExpExecArray): boolean {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}

function swapped(match: RegExpExecArray | null): string[] | null {
  return match ? [match[0], match[2]!, match[1]!] : null;
}
