import type { LocaleMessages, PageMessages } from '../i18n/locale-messages.js';
import { unitLabel } from '../i18n/unit-label.js';
import { englishLang, type LocaleFormats } from '../i18n/locale-formats.js';
import type { OtherLanguageTexts } from '../i18n/other-language-texts.js';
import type { LocalisedText } from '../i18n/localised-text.js';
import { formatsFor } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import { type Html, html } from './html.js';
import { languageBadge, localisedPagePath, type PageAddress, renderLangAttribute } from './page-shell.js';

/** Paths of the texts of an entry that are missing in the requested locale, and the locale that replaces it. */
export interface TranslationFallback {
  missing: readonly string[];
  fellBackTo: string | null;
}

/** Data of a link to an entry. */
export interface LinkedEntry {
  path: string;
  title: string;
  summary?: string | null;
  translation?: TranslationFallback | undefined;
  /** Locale of a summary that is computed from other texts. `translation` does not cover it. */
  summaryLocale?: string | null;
}

/** Fragment `Name` that selects a `LinkedEntry`. */
export const NAME_FRAGMENT = 'fragment Name on Entry { path title translation(inShort: true) { missing fellBackTo } }';

const MAX_SUMMARY_LENGTH = 260;

/** Renders values in the locale of a page, and marks foreign texts. */
export class PageWriter {
  readonly labels: PageMessages;
  readonly format: LocaleFormats;
  /** Whether any foreign text was rendered so far. */
  hasForeignText = false;

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

  /** Returns the path of a page in this locale. */
  path(path: string, search?: URLSearchParams): string {
    return localisedPagePath(this.address, path, search);
  }

  /** Returns a path that may have a query string, in this locale. */
  pathWithSearch(page: string): string {
    const [path = '', search = ''] = page.split('?');
    return this.path(path, new URLSearchParams(search));
  }

  /** Renders a text. Marks a foreign text and adds the badge of its language, unless it has no words, like a number. */
  localised({ text, lang }: LocalisedText): Html {
    return lang === null || !/\p{L}{2}/u.test(text) ? html`${text}` : this.marked(html`${text}`, lang);
  }

  /** Renders the badge of a foreign language; false if `lang` is null. */
  languageBadge(lang: string | null): Html | false {
    if (lang === null) return false;
    this.hasForeignText = true;
    return languageBadge(lang, this.messages);
  }

  /** Returns the locale of the text at a path, such as `sessions[0].title`; null if it is that of the page. */
  findLang(translation: TranslationFallback | undefined, path: string): string | null {
    return translation?.missing.includes(path) ? translation.fellBackTo : null;
  }

  /** Translates the unit of a figure. Units in the content are English. */
  unit(unit: string): Html {
    return this.localised(unitLabel(this.messages, unit));
  }

  /** Renders a text that exists only in English, such as a page reference. */
  english(text: string): Html {
    return this.localised({ text, lang: this.englishLang });
  }

  /** Locale of English-only texts; null on an English page. */
  get englishLang(): string | null {
    return englishLang(this.locale);
  }

  /** Returns the messages in the language of an adjacent text; null means the language of the page. */
  messagesOf(lang: string | null): LocaleMessages {
    return lang === null ? this.messages : messagesFor([lang]);
  }

  /** Returns the title of an entry with its locale. */
  title({ title, translation }: Pick<LinkedEntry, 'title' | 'translation'>): LocalisedText {
    return { text: title, lang: this.findLang(translation, 'title') };
  }

  /** Renders a link to an entry. @param className CSS class @param omitsBadge whether the badge is shown elsewhere */
  link(entry: LinkedEntry, className = '', omitsBadge = false): Html {
    const { lang } = this.title(entry);
    return html`<a${className !== '' && html` class="${className}"`} href="${this.path(entry.path)}"${renderLangAttribute(lang)}>${entry.title}</a>${!omitsBadge && this.languageBadge(lang)}`;
  }

  /** Renders the summary of an entry as a paragraph; false if it has none. */
  summary(entry: LinkedEntry): Html | false {
    const { summary } = entry;
    return summary ? this.summaryParagraph(html`${truncateText(summary, MAX_SUMMARY_LENGTH)}`, entry) : false;
  }

  /** Returns the locale of an entry's summary; null if it is that of the page. */
  summaryLang({ translation, summaryLocale }: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): string | null {
    if (summaryLocale == null) return this.findLang(translation, 'summary');
    return summaryLocale === this.locale ? null : summaryLocale;
  }

  /** Renders a summary that follows a title. It has a badge only if its language differs from that of the title. */
  summaryParagraph(text: Html, entry: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): Html {
    const [lang, titleLang] = [this.summaryLang(entry), this.findLang(entry.translation, 'title')];
    if (lang == null || lang === titleLang) return html`<p${renderLangAttribute(lang)}>${text}</p>`;
    return html`<p>${this.marked(text, lang)}</p>`;
  }

  private marked(text: Html, lang: string): Html {
    return html`<span lang="${lang}">${text}</span>${this.languageBadge(lang)}`;
  }

  /** Formats a partial date, or the day of a timestamp. */
  date(date: string): Html {
    return html`<time datetime="${date.slice(0, 10)}">${this.format.date(date)}</time>`;
  }

  /** Renders a span of dates, such as "since 2021" if the end is open. Empty without dates. */
  dateSpan({ from, to }: { from?: string | null; to?: string | null }): Html {
    if (from && to) return html`${this.date(from)} – ${this.date(to)}`;
    if (from) return this.datedText(from, this.labels.since);
    return to ? this.datedText(to, this.labels.until) : html``;
  }

  /** Renders a date inside a message, whose wording depends on the precision of the date. */
  private datedText(date: string, format: PageMessages['since']): Html {
    const dateText = this.format.date(date);
    const [, month, day] = date.slice(0, 10).split('-');
    const precision = day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR';
    const [before, after] = format({ date: dateText, known: precision, day: Number(day ?? 0) }).split(dateText);
    return html`${before}${this.date(date)}${after}`;
  }
}

/** Replaces the title of an entry with its acronym, if it has one. Acronyms are not translated. */
export function withShortTitle<T extends LinkedEntry & { acronym?: string | null }>(entry: T): T {
  return entry.acronym == null ? entry : { ...entry, title: entry.acronym, translation: undefined };
}

/** Renders a text that is composed of texts in several languages, and marks the foreign ones. */
export function composedTextHtml(text: string, foreign: OtherLanguageTexts): Html {
  return localisedPartsHtml(foreign.split(text));
}

/** Renders the parts of a text, and marks the foreign ones. */
export function localisedPartsHtml(parts: readonly LocalisedText[]): Html {
  return html`${parts.map(({ text, lang }) => (lang === null ? text : html`<span lang="${lang}">${text}</span>`))}`;
}

/** Truncates a text, if possible between words. */
export function truncateText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = text.lastIndexOf(' ', maxLength - 1);
  return `${text.slice(0, end < maxLength / 2 ? maxLength - 1 : end)} …`;
}
