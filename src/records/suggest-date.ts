import { LOCALES } from '../i18n/locales.js';

let monthNumbers: ReadonlyMap<string, number> | undefined;

/** Returns month numbers by name. Creates the table lazily, because that is slow. */
function monthsByName(): ReadonlyMap<string, number> {
  return (monthNumbers ??= new Map(
    LOCALES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const formatter = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        const nameOf = (index: number) =>
          formatter
            .format(Date.UTC(2024, index, 15))
            .toLowerCase()
            .replace('.', '');
        return Array.from({ length: 12 }, (_, index): [string, number] => [nameOf(index), index + 1]);
      }),
    ),
  ));
}

/** Returns possible dates for a text in another format: two if ambiguous. In dates with dots, the day comes first. */
export function suggestDates(dateText: string): string[] {
  const dateParts = dateText
    .toLowerCase()
    .replace(/t[\d:.]+z?$/, '')
    .split(/[\s/.,–-]+/)
    .filter((part) => part !== '' && part !== 'de' && part !== 'of');
  const year = dateParts.findIndex((part) => /^[12]\d{3}$/.test(part));
  const named = dateParts.findIndex((part) => monthsByName().has(part));
  const otherNumbers = dateParts.flatMap((part, index) => (index === year || index === named ? [] : readNumber(part)));
  if (year < 0 || dateParts.length > 3 || otherNumbers.length !== dateParts.length - (named < 0 ? 1 : 2)) return [];
  const candidates =
    named < 0
      ? monthsAndDays(otherNumbers, year === 0, dateText)
      : [[monthsByName().get(dateParts[named]!)!, ...otherNumbers]];
  return [...new Set(candidates.map((reading) => [dateParts[year], ...reading.map(twoDigits)].join('-')))];
}

/** Returns the period for a text in another format, such as 2023-Q1 for a quarter; null if it is unclear. */
export function suggestPeriod(periodText: string): string | null {
  const [, year = null, quarter] = /^(\d{4})\W*q([1-4])$/i.exec(periodText) ?? [];
  if (year !== null) return `${year}-Q${quarter}`;
  const [, quarterFirst, its] = /^q([1-4])\W*(\d{4})$/i.exec(periodText) ?? [];
  return quarterFirst === undefined
    ? suggestOneDate(periodText.replace(/^(\d{4})m?(\d\d)$/i, '$1-$2'))
    : `${its}-Q${quarterFirst}`;
}

function suggestOneDate(written: string): string | null {
  const [date = null, ...others] = suggestDates(written);
  return others.length === 0 ? date : null;
}

/** Returns the possible months and days that one or two numbers can mean, each as `[month, day]` or `[month]`. */
function monthsAndDays(numbers: readonly number[], isYearFirst: boolean, dateText: string): readonly number[][] {
  const reversed = [...numbers].reverse();
  const isDayFirst = /^\d{1,2}\.\s?\d{1,2}\./.test(dateText.trim());
  const candidates = isYearFirst || numbers.length < 2 ? [numbers] : isDayFirst ? [reversed] : [reversed, numbers];
  return candidates.filter(([month = 1]) => month <= 12).map((reading) => [...reading]);
}

/** Parses a day or month, such as 18 or 1st. Empty array if invalid. */
function readNumber(part: string): number | [] {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|º)?$/.exec(part) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= 31 ? number : [];
}

function twoDigits(part: string | number): string {
  return String(part).padStart(2, '0');
}
