import { containingPeriod, daysOfPeriod, formatPeriod, type Frequency, parsePeriod } from '../series/period.js';

/** A parsed period, or the reason why a text is not a period. */
export type PeriodParseResult = { period: string } | { fault: string };

export const DATE_ORDERS = ['day-first', 'month-first'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

const MONTH_NUMBERS = new Map<string, number>([
  ...Array.from({ length: 12 }, (_, index) => {
    const name = new Date(0, index).toLocaleString('en', { month: 'long' }).toLowerCase();
    return [name, name.slice(0, 3)].map((form) => [form, index + 1] as const);
  }).flat(),
  ['sept', 9],
]);

/** Returns the 1-based month of an English name or its three-letter abbreviation; null for other texts. */
export function parseMonth(name: string): number | null {
  return MONTH_NUMBERS.get(name.trim().toLowerCase().replace(/\.$/, '')) ?? null;
}

/** Normalises a period or day such as 2020M07, JAN2009, "2019 [YR2019]" or 2020-07-31. Null for other texts. */
export function normalisePeriod(text: string): string | null {
  const periodText = text.trim().replace(/\s*\[YR?\d{4}\w*\]$/, '');
  if (/^\d{4}$/.test(periodText)) return Number(periodText) === 0 ? null : periodText;
  const monthMatch = /^(\d{4})(?:[-/ ]?M|[-/])(\d{1,2})$/.exec(periodText) ?? /^(\d{4})(\d{2})$/.exec(periodText);
  if (monthMatch) return formatMonth(monthMatch[1]!, Number(monthMatch[2]));
  const quarter = /^(\d{4})[-/ ]?Q([1-4])$/.exec(periodText) ?? swapGroups(/^Q([1-4])[-/ ]?(\d{4})$/.exec(periodText));
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  const monthNameMatch =
    /^([A-Za-z]{3,9})\.?[-/ ]?(\d{4})$/.exec(periodText) ??
    swapGroups(/^(\d{4})[-/ ]?([A-Za-z]{3,9})\.?$/.exec(periodText));
  if (monthNameMatch) return formatMonth(monthNameMatch[2]!, parseMonth(monthNameMatch[1]!));
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00.*)?$/.exec(periodText);
  if (day && isDay(day)) return `${day[1]}-${day[2]}-${day[3]}`;
  return null;
}

const NUMERIC_DATE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** Normalises a numeric date to YYYY-MM-DD. Returns other texts unchanged. */
export function normaliseDate(text: string, order: DateOrder): string {
  const [, first, , second, year] = NUMERIC_DATE.exec(text.trim()) ?? [];
  if (first === undefined) return text;
  const [day, month] = order === 'day-first' ? [first, second!] : [second!, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Parses a period of a frequency. If `addsUp`, converts a shorter period or a day to the containing period. */
export function parsePeriodOf(frequency: Frequency, text: string, addsUp: boolean): PeriodParseResult {
  const normalised = normalisePeriod(text);
  if (normalised === null) {
    const isDate = NUMERIC_DATE.test(text.trim());
    return {
      fault: isDate ? 'state in a mapping file whether the day comes first, as in dates: day-first' : 'not a period',
    };
  }
  const periodParts = parsePeriod(normalised);
  if (periodParts?.frequency === frequency) return { period: normalised };
  if (periodParts === null) return periodOfDay(frequency, normalised, addsUp);
  const longerPeriod = containingPeriod(normalised, frequency);
  if (longerPeriod === null) return { fault: `longer than a ${FREQUENCY_WORDS[frequency]}` };
  return addsUp ? { period: longerPeriod } : { fault: `shorter than a ${FREQUENCY_WORDS[frequency]}` };
}

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = { YEAR: 'year', QUARTER: 'quarter', MONTH: 'month' };

function periodOfDay(frequency: Frequency, day: string, addsUp: boolean): PeriodParseResult {
  const period = containingPeriod(day.slice(0, 7), frequency)!;
  const { first, last } = daysOfPeriod(period);
  if (addsUp || day === first || day === last) return { period };
  return { fault: `a day within a ${FREQUENCY_WORDS[frequency]}` };
}

function formatMonth(year: string, number: number | null): string | null {
  if (number === null || number < 1 || number > 12 || Number(year) === 0) return null;
  return formatPeriod({ frequency: 'MONTH', year: Number(year), part: number });
}

function isDay([, year, month, day]: RegExpExecArray): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function swapGroups(match: RegExpExecArray | null): string[] | null {
  return match ? [match[0], match[2]!, match[1]!] : null;
}
