/** The languages in which the names of months are known. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it'];

let months: ReadonlyMap<string, number> | undefined;

/** The months by their names, made when something is first written in another form: it takes a while. */
function monthsByName(): ReadonlyMap<string, number> {
  return (months ??= new Map(
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        const nameOf = (at: number) =>
          names
            .format(Date.UTC(2024, at, 15))
            .toLowerCase()
            .replace('.', '');
        return Array.from({ length: 12 }, (_, at): [string, number] => [nameOf(at), at + 1]);
      }),
    ),
  ));
}

/**
 * The date that is meant by a text in another form, as YYYY-MM-DD, YYYY-MM or YYYY; null where two could be, such as the
 * sixth of July and the seventh of June.
 */
export function meantDate(written: string): string | null {
  const parts = written
    .toLowerCase()
    .replace(/t[\d:.]+z?$/, '')
    .split(/[\s/.,–-]+/)
    .filter((part) => part !== '' && part !== 'de' && part !== 'of');
  const year = parts.findIndex((part) => /^[12]\d{3}$/.test(part));
  const named = parts.findIndex((part) => monthsByName().has(part));
  const others = parts.flatMap((part, at) => (at === year || at === named ? [] : readNumber(part)));
  if (year < 0 || parts.length > 3 || others.length !== parts.length - (named < 0 ? 1 : 2)) return null;
  const [month, day] = named < 0 ? monthAndDay(others, year === 0) : [monthsByName().get(parts[named]!)!, others[0]];
  if (month === null) return null;
  return [parts[year], month, day].flatMap((part) => (part === undefined ? [] : twoDigits(part))).join('-');
}

/** The period that is meant by a text in another form: a quarter as 2023-Q1, else as a date; null where none is. */
export function meantPeriod(written: string): string | null {
  const [, year = null, quarter] = /^(\d{4})\W*q([1-4])$/i.exec(written) ?? [];
  if (year !== null) return `${year}-Q${quarter}`;
  const [, first, its] = /^q([1-4])\W*(\d{4})$/i.exec(written) ?? [];
  return first === undefined ? meantDate(written.replace(/^(\d{4})m?(\d\d)$/i, '$1-$2')) : `${its}-Q${first}`;
}

function monthAndDay(numbers: readonly number[], isYearFirst: boolean): [number | null | undefined, number?] {
  const [first, second] = numbers;
  if (first === undefined) return [undefined];
  if (second === undefined) return [first <= 12 ? first : null];
  if (isYearFirst) return first <= 12 ? [first, second] : [null];
  if (first > 12 && second <= 12) return [second, first];
  return second > 12 && first <= 12 ? [first, second] : [null];
}

/** A number of a day or a month, 1st and 18. among them. */
function readNumber(part: string): number | [] {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|º)?$/.exec(part) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= 31 ? number : [];
}

function twoDigits(part: string | number): string {
  return String(part).padStart(2, '0');
}
