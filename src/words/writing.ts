import { remembered } from '../remembered.js';

/** The language of what is there in English alone, on a page in a language; null where that is English. */
export function englishLang(locale: string): string | null {
  return locale === 'en' ? null : 'en';
}

/** What the first of a month is called where it is not simply the one; all other days are numbers. */
const FIRST_DAY: Readonly<Record<string, string>> = { fr: '1er', it: '1º' };

/** What stands before a colon and a semicolon in French, as before other double signs. */
const GAPS: Readonly<Record<string, string>> = { fr: '\u202f' };

/** How numbers, periods and dates are written for readers of one language. */
export class Writing {
  private readonly numbers: Intl.NumberFormat;
  private readonly compact: Intl.NumberFormat;
  private readonly plurals: Intl.PluralRules;
  private readonly months: Intl.DateTimeFormat;
  private readonly dates: Record<'month' | 'day', Intl.DateTimeFormat>;
  /** The name of a language by its code. */
  readonly language: (code: string) => string;
  private readonly written: (value: string) => string;
  /** A date as far as it is known, or the day of a moment: `2024-06-18` is `18 June 2024`, `2024` stays. */
  readonly date: (date: string) => string;
  /** A period as people read it: `2023-01` is `Jan 2023`, `2023-Q1` is `Q1 2023`. */
  readonly period: (period: string) => string;

  /** @param quarter the letter before the number of a quarter */
  constructor(
    readonly locale: string,
    private readonly quarter = 'Q',
  ) {
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.plurals = new Intl.PluralRules(locale);
    this.months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    // English puts the day first, as it does in Europe.
    const tag = locale === 'en' ? 'en-GB' : locale;
    const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    this.dates = {
      month: new Intl.DateTimeFormat(tag, format),
      day: new Intl.DateTimeFormat(tag, { ...format, day: 'numeric' }),
    };
    // Pages say the same few of them again and again, and each takes longer than a paragraph.
    this.written = remembered((value) => this.numbers.format(Number(value)));
    this.language = remembered((code) => languages.of(code) ?? code);
    const writeDay = remembered((day) => this.writeDay(day));
    this.date = (date) => writeDay(date.slice(0, 10));
    this.period = remembered((period) => this.writePeriod(period));
  }

  /** The sign behind the name of what follows, with the space before it where there is one. */
  get colon(): string {
    return `${GAPS[this.locale] ?? ''}:`;
  }

  /** The sign between two clauses, or between items that have commas in them. */
  get semicolon(): string {
    return `${GAPS[this.locale] ?? ''};`;
  }

  number(value: number): string {
    return this.written(String(value));
  }

  /** By how much something changed: the sign is always there. */
  change(value: number): string {
    return value > 0 ? `+${this.number(value)}` : this.number(value).replace('-', '−');
  }

  /** Whether so many are spoken of as one: in French none is, too. */
  isOne(count: number): boolean {
    return this.plurals.select(count) === 'one';
  }

  /** A number of an axis: from 100 000 on in short, as in 1.2M. */
  tick(value: number, most: number): string {
    return Math.abs(most) >= 1e6 ? this.compact.format(value) : this.number(value);
  }

  /** A month in short, as in Jan. @param month from 1 */
  month(month: number): string {
    return this.months.format(Date.UTC(2023, month - 1, 1));
  }

  private writePeriod(period: string): string {
    const [year, part] = period.split('-');
    if (part === undefined) return period;
    return part.startsWith('Q') ? `${this.quarter}${part.slice(1)} ${year}` : `${this.month(Number(part))} ${year}`;
  }

  private writeDay(text: string): string {
    const [year, month, day] = text.split('-');
    if (month === undefined) return text;
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
    const written = this.dates[day === undefined ? 'month' : 'day'].format(at);
    return day === '01' ? written.replace(/^1(?= )/, FIRST_DAY[this.locale] ?? '1') : written;
  }
}
