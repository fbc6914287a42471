import type { Labels } from '../i18n/locale-messages.js';
import { unitLabel } from '../i18n/unit-label.js';
import { englishLang } from '../i18n/locale-formats.js';
import type { ForeignTexts } from '../i18n/foreign-texts.js';
import type { LocalisedText } from '../i18n/localised-text.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { LocaleFormats } from '../i18n/locale-formats.js';
import { formatsFor } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { Html } from './html.js';
import { html } from './html.js';
import type { PageAddress } from './shell.js';
import { langSign, markLang, pathFrom } from './shell.js';

/** Which of an entry's texts are in another locale. */
export interface Fallback {
  missing: readonly string[];
  fellBackTo: string | null;
}

/** What a link to an entry needs. */
export interface LinkedEntry {
  path: string;
  title: string;
  summary?: string | null;
  translation?: Fallback | undefined;
  /** The locale of a summary that is computed from other texts, which `translation` does not include. */
  summaryLocale?: string | null;
}

/** Selects `LinkedEntry`, as `...Name`. */
export const NAME_FRAGMENT = 'fragment Name on Entry { path title translation(inShort: true) { missing fellBackTo } }';

const MAX_SUMMARY_LENGTH = 260;

/** Renders values in the locale of a page, and marks foreign texts. */
export class PageWriter {
  readonly labels: Labels;
  readonly format: LocaleFormats;
  /** Whether any foreign text was rendered. */
  hasOther = false;

  constructor(
    readonly messages: LocaleMessages,
    readonly address: PageAddress,
  ) {
    this.labels = messages.page;
    this.format = formatsFor(messages);
  }

  get locale(): string {
    return this.messages.locale;
  }

  /** The address of a page in this locale. */
  path(path: string, search?: URLSearchParams): string {
    return pathFrom(this.address, path, search);
  }

  /** A text with its language, and a sign if that is foreign. */
  localised({ text, lang }: LocalisedText): Html {
    return lang === null ? html`${text}` : this.marked(html`${text}`, lang);
  }

  /** The sign of a foreign text. */
  sign(lang: string | null): Html | false {
    if (lang === null) return false;
    this.hasOther = true;
    return langSign(lang, this.messages);
  }

  /** The locale of an entry's text; null for that of the page. @param path as in `sessions[0].title` */
  findLang(translation: Fallback | undefined, path: string): string | null {
    return translation?.missing.includes(path) ? translation.fellBackTo : null;
  }

  /** Translates the unit of a figure, which the content has in English. */
  unit(unit: string): Html {
    return this.localised(unitLabel(this.messages, unit));
  }

  /** A text that exists in English only, such as a page reference. */
  english(text: string): Html {
    return this.localised({ text, lang: this.englishLang });
  }

  /** The locale of English-only texts; null for an English page. */
  get englishLang(): string | null {
    return englishLang(this.locale);
  }

  /** The messages for text beside foreign text. @param lang as in `Said` */
  wordsOf(lang: string | null): LocaleMessages {
    return lang === null ? this.messages : messagesFor([lang]);
  }

  /** The title of an entry with its locale. */
  title({ title, translation }: Pick<LinkedEntry, 'title' | 'translation'>): LocalisedText {
    return { text: title, lang: this.findLang(translation, 'title') };
  }

  /** A link to an entry with its title. @param isSigned whether several links have one sign above */
  link(entry: LinkedEntry, name = '', isSigned = false): Html {
    const { lang } = this.title(entry);
    return html`<a${name !== '' && html` class="${name}"`} href="${this.path(entry.path)}"${markLang(lang)}>${entry.title}</a>${!isSigned && this.sign(lang)}`;
  }

  /** The summary of an entry as a paragraph; nothing without one. */
  summary(entry: LinkedEntry): Html | false {
    const { summary } = entry;
    return summary ? this.summaryOf(html`${truncateText(summary, MAX_SUMMARY_LENGTH)}`, entry) : false;
  }

  /** The locale of an entry's summary; null for that of the page. */
  summaryLang({ translation, summaryLocale }: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): string | null {
    if (summaryLocale == null) return this.findLang(translation, 'summary');
    return summaryLocale === this.locale ? null : summaryLocale;
  }

  /** A text as the summary after a title; both have one sign if they are in one language. */
  summaryOf(text: Html, entry: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): Html {
    const [lang, ofTitle] = [this.summaryLang(entry), this.findLang(entry.translation, 'title')];
    if (lang == null || lang === ofTitle) return html`<p${markLang(lang)}>${text}</p>`;
    return html`<p>${this.marked(text, lang)}</p>`;
  }

  private marked(text: Html, lang: string): Html {
    return html`<span lang="${lang}">${text}</span>${this.sign(lang)}`;
  }

  /** Formats a partial date, or the day of a time. */
  date(date: string): Html {
    return html`<time datetime="${date.slice(0, 10)}">${this.format.date(date)}</time>`;
  }

  /** Formats a span; open ends are omitted. */
  span({ from, to }: { from?: string | null; to?: string | null }): Html {
    if (from && to) return html`${this.date(from)} – ${this.date(to)}`;
    if (from) return this.datedText(from, this.labels.since);
    return to ? this.datedText(to, this.labels.until) : html``;
  }

  /** A partial date within a message that depends on its precision. */
  private datedText(date: string, format: Labels['since']): Html {
    const written = this.format.date(date);
    const [, month, day] = date.slice(0, 10).split('-');
    const known = day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR';
    const [before, after] = format({ date: written, known, day: Number(day ?? 0) }).split(written);
    return html`${before}${this.date(date)}${after}`;
  }
}

/** The entry by its acronym, if it has one; acronyms are not translated. */
export function withShortTitle<T extends LinkedEntry & { acronym?: string | null }>(entry: T): T {
  return entry.acronym == null ? entry : { ...entry, title: entry.acronym, translation: undefined };
}

/** A composed text with foreign parts marked. */
export function localisedSpan(text: string, foreign: ForeignTexts): Html {
  return localisedParts(foreign.split(text));
}

/** A text by its parts, with foreign ones marked. */
export function localisedParts(parts: readonly LocalisedText[]): Html {
  return html`${parts.map(({ text, lang }) => (lang === null ? text : html`<span lang="${lang}">${text}</span>`))}`;
}

/** Truncates a text at a word. */
export function truncateText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, end < most / 2 ? most - 1 : end)} …`;
}
