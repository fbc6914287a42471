import { memoise } from '../memoise.js';
import { durationParts } from '../duration.js';

/** Returns the `lang` attribute of English texts on a page; null if the page is English. */
export function englishLang(locale: string): string | null {
  return locale === 'en' ? null : 'en';
}

/** Ordinal of the first day of a month, in locales that use one. */
const FIRST_DAY_ORDINALS: Readonly<Record<string, string>> = { fr: '1er', it: '1º' };

/** Space before colons and semicolons, in locales that use one. */
const PUNCTUATION_SPACES: Readonly<Record<string, string>> = { fr: '\u202f' };

/** Formats numbers, periods, dates and lengths of time of a locale. */
export class LocaleFormats {
  private readonly numberFormat: Intl.NumberFormat;
  private readonly compactFormat: Intl.NumberFormat;
  private readonly pluralRules: Intl.PluralRules;
  private readonly monthFormat: Intl.DateTimeFormat;
  private readonly dateFormats: Record<'month' | 'day', Intl.DateTimeFormat>;
  readonly language: (code: string) => string;
  private readonly formatNumber: (value: string) => string;
  /** Formats a date: `2024-06-18` becomes `18 June 2024`; a year is unchanged. */
  readonly date: (date: string) => string;
  /** Formats a period: `2023-01` becomes `Jan 2023`, `2023-Q1` becomes `Q1 2023`. */
  readonly period: (period: string) => string;

  /** @param quarter  abbreviation of a quarter */
  constructor(
    readonly locale: string,
    private readonly quarter = 'Q',
  ) {
    this.numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.pluralRules = new Intl.PluralRules(locale);
    this.monthFormat = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    // In English dates, the day precedes the month.
    const dateLocale = locale === 'en' ? 'en-GB' : locale;
    const dateOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    this.dateFormats = {
      month: new Intl.DateTimeFormat(dateLocale, dateOptions),
      day: new Intl.DateTimeFormat(dateLocale, { ...dateOptions, day: 'numeric' }),
    };
    // Cached, since pages repeat few numbers and formatting is slow.
    this.formatNumber = memoise((value) => this.numberFormat.format(Number(value)));
    this.language = memoise((code) => languages.of(code) ?? code);
    const formatDate = memoise((day) => this.formatDate(day));
    this.date = (date) => formatDate(date.slice(0, 10));
    this.period = memoise((period) => this.formatPeriod(period));
  }

  /** Colon, with the space that precedes it in French. */
  get colon(): string {
    return `${PUNCTUATION_SPACES[this.locale] ?? ''}:`;
  }

  get semicolon(): string {
    return `${PUNCTUATION_SPACES[this.locale] ?? ''};`;
  }

  number(value: number): string {
    return this.formatNumber(String(value));
  }

  signedNumber(value: number): string {
    return value > 0 ? `+${this.number(value)}` : this.number(value).replace('-', '−');
  }

  /** Whether a count takes the singular. In French, zero does too. */
  isOne(count: number): boolean {
    return this.pluralRules.select(count) === 'one';
  }

  /** Formats an axis label. Abbreviated if the axis reaches a million, as in 1.2M. */
  tick(value: number, maximum: number): string {
    return Math.abs(maximum) >= 1e6 ? this.compactFormat.format(value) : this.number(value);
  }

  /** Formats the short name of a month from 1 to 12. */
  month(month: number): string {
    return this.monthFormat.format(Date.UTC(2023, month - 1, 1));
  }

  /** Formats a length of time: `P10D` becomes `10 days`. */
  duration(duration: string): string {
    const parts = durationParts(duration).map(({ unit, count }) =>
      new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
    return parts.join(', ') || duration;
  }

  private formatPeriod(period: string): string {
    const [year, part] = period.split('-');
    if (part === undefined) return period;
    return part.startsWith('Q') ? `${this.quarter}${part.slice(1)} ${year}` : `${this.month(Number(part))} ${year}`;
  }

  private formatDate(text: string): string {
    const [year, month, day] = text.split('-');
    if (month === undefined) return text;
    const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
    const dateText = this.dateFormats[day === undefined ? 'month' : 'day'].format(time);
    return day === '01' ? dateText.replace(/^1(?= )/, FIRST_DAY_ORDINALS[this.locale] ?? '1') : dateText;
  }
}
