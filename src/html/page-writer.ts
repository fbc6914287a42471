import type { Labels } from '../words/words.js';
import { unitLabel } from '../words/unit-label.js';
import { englishLang } from '../words/writing.js';
import type { ForeignTexts } from '../words/foreign-texts.js';
import type { Said } from '../words/said.js';
import type { Words } from '../words/words.js';
import type { Writing } from '../words/writing.js';
import { chooseWriting } from '../words/catalogue.js';
import { wordsIn } from '../words/words-in.js';
import type { Html } from './html.js';
import { html } from './html.js';
import type { PageAddress } from './shell.js';
import { langSign, markLang, pathFrom } from './shell.js';

/** In which of its texts another language stands in. */
export interface Fallback {
  missing: readonly string[];
  fellBackTo: string | null;
}

/** An entry as far as a link to it needs it. */
export interface LinkedEntry {
  path: string;
  title: string;
  summary?: string | null;
  translation?: Fallback | undefined;
  /** The language of a summary that is worked out from other texts, of which `translation` says nothing. */
  summaryLocale?: string | null;
}

/** What a query asks of an entry that is linked to, as `...Name`: what `LinkedEntry` has. */
export const NAME_FRAGMENT = 'fragment Name on Entry { path title translation(inShort: true) { missing fellBackTo } }';

const LONGEST_SUMMARY = 260;

/** Writes what a page holds, in the language of the page; what is in another one says so. */
export class PageWriter {
  readonly labels: Labels;
  readonly writing: Writing;
  /** Whether anything was written that is not in the language of the page. */
  hasOther = false;

  constructor(
    readonly words: Words,
    readonly address: PageAddress,
  ) {
    this.labels = words.page;
    this.writing = chooseWriting(words);
  }

  get locale(): string {
    return this.words.locale;
  }

  /** The address of a page of the site, in this language. */
  path(path: string, search?: URLSearchParams): string {
    return pathFrom(this.address, path, search);
  }

  /** A text with the language that it is in, and a sign where that is another. */
  said({ text, lang }: Said): Html {
    return lang === null ? html`${text}` : this.marked(html`${text}`, lang);
  }

  /** The sign of a text in another language. */
  sign(lang: string | null): Html | false {
    if (lang === null) return false;
    this.hasOther = true;
    return langSign(lang, this.words);
  }

  /** The language of a text of an entry; null where it is that of the page. @param path as in `sessions[0].title` */
  findLang(translation: Fallback | undefined, path: string): string | null {
    return translation?.missing.includes(path) ? translation.fellBackTo : null;
  }

  /** The unit of a figure, which the content has in English, in the words of the page. */
  unit(unit: string): Html {
    return this.said(unitLabel(this.words, unit));
  }

  /** What is there in English alone, such as the place in a source. */
  english(text: string): Html {
    return this.said({ text, lang: this.englishLang });
  }

  /** The language of what is there in English alone; null where the page is in it. */
  get englishLang(): string | null {
    return englishLang(this.locale);
  }

  /** The words in which something is said beside a text in another language. @param lang as of `Said` */
  wordsOf(lang: string | null): Words {
    return lang === null ? this.words : wordsIn([lang]);
  }

  /** The title of an entry with its language. */
  title({ title, translation }: Pick<LinkedEntry, 'title' | 'translation'>): Said {
    return { text: title, lang: this.findLang(translation, 'title') };
  }

  /** A link to an entry, by its title. @param isSigned whether the sign of another language stands above, once for several */
  link(entry: LinkedEntry, name = '', isSigned = false): Html {
    const { lang } = this.title(entry);
    return html`<a${name !== '' && html` class="${name}"`} href="${this.path(entry.path)}"${markLang(lang)}>${entry.title}</a>${!isSigned && this.sign(lang)}`;
  }

  /** What an entry is about, in a short paragraph; nothing where it has no summary. */
  summary(entry: LinkedEntry): Html | false {
    const { summary } = entry;
    return summary ? this.summaryOf(html`${shortened(summary, LONGEST_SUMMARY)}`, entry) : false;
  }

  /** The language of the summary of an entry; null where it is that of the page. */
  summaryLang({ translation, summaryLocale }: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): string | null {
    if (summaryLocale == null) return this.findLang(translation, 'summary');
    return summaryLocale === this.locale ? null : summaryLocale;
  }

  /** A text as the summary of an entry, which stands behind its title: in one language the two have one sign. */
  summaryOf(text: Html, entry: Pick<LinkedEntry, 'translation' | 'summaryLocale'>): Html {
    const [lang, ofTitle] = [this.summaryLang(entry), this.findLang(entry.translation, 'title')];
    if (lang == null || lang === ofTitle) return html`<p${markLang(lang)}>${text}</p>`;
    return html`<p>${this.marked(text, lang)}</p>`;
  }

  private marked(text: Html, lang: string): Html {
    return html`<span lang="${lang}">${text}</span>${this.sign(lang)}`;
  }

  /** A date as far as it is known, or the day of a moment. */
  date(date: string): Html {
    return html`<time datetime="${date.slice(0, 10)}">${this.writing.date(date)}</time>`;
  }

  /** The first and the last day of something; an end that is open is not said. */
  span({ from, to }: { from?: string | null; to?: string | null }): Html {
    if (from && to) return html`${this.date(from)} – ${this.date(to)}`;
    if (from) return this.datedText(from, this.labels.since);
    return to ? this.datedText(to, this.labels.until) : html``;
  }

  /** A date with what is said around it, which depends on how much of it is known. */
  private datedText(date: string, say: Labels['since']): Html {
    const written = this.writing.date(date);
    const [, month, day] = date.slice(0, 10).split('-');
    const known = day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR';
    const [before, after] = say({ date: written, known, day: Number(day ?? 0) }).split(written);
    return html`${before}${this.date(date)}${after}`;
  }
}

/** An entry as it is called in short, where it has a short name, which is the same in all languages. */
export function inShort<T extends LinkedEntry & { acronym?: string | null }>(entry: T): T {
  return entry.acronym == null ? entry : { ...entry, title: entry.acronym, translation: undefined };
}

/** A text that was put together: what is in another language in it is told apart. */
export function saidWithin(text: string, foreign: ForeignTexts): Html {
  return saidInParts(foreign.split(text));
}

/** A text by its parts, each told apart that is in another language. */
export function saidInParts(parts: readonly Said[]): Html {
  return html`${parts.map(({ text, lang }) => (lang === null ? text : html`<span lang="${lang}">${text}</span>`))}`;
}

/** A text cut behind a word where it is longer. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, end < most / 2 ? most - 1 : end)} …`;
}
