import { type Field, type Model, type Shape, storedFields } from '../../src/model/model.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { unitLabel } from '../../src/i18n/unit-label.js';
import type { SeededApp } from '../graphql/seeded-app.js';

type Texts = Readonly<Record<string, string>>;

/** Number of characters that identify a text. */
const MIN_TEXT_LENGTH = 50;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;
const UNSEEN = /<(script|style|pre|textarea)\b[\s\S]*?<\/\1>/g;
const MARKER = '\u0001';
/** Attributes whose text is visible or read aloud. */
const ATTRIBUTES = /\s(?:aria-label|title|alt|placeholder|content)="([^"]*)"/g;
const CODE = /^\s*[A-Z\d_]+\s*$/;

/** All texts of the content in their locales, and the units, which the content has in English. */
export class ContentTexts {
  private readonly all: Texts[] = [];
  /** Names of publishers, which are not translated. */
  private readonly names = new Set<string>();

  static async read({ services: { store, model } }: Pick<SeededApp, 'services'>): Promise<ContentTexts> {
    const texts = new ContentTexts();
    for (const kind of model.kinds) {
      for await (const { record } of store.entries.published(kind.name, null)) {
        texts.addAll(model, kind, record);
        if (kind.name === 'Source') texts.names.add(folded(String(record['publisherName'])));
        if (typeof record['unit'] === 'string') texts.all.push(inAllLocalesWith(record['unit']));
      }
    }
    return texts;
  }

  /** Returns a function that finds content texts on a page that are in another locale and not marked by `lang`. */
  finder(locale: string): (body: string) => string[] {
    const ownTexts = [...this.names, ...this.all.map((texts) => folded(texts[locale] ?? ''))].join(MARKER);
    const byWord = new Map<string, Set<string>>();
    // The fallback is English, then the original locale.
    for (const text of this.all.flatMap((texts) =>
      locale in texts ? [] : [texts['en'] ?? Object.values(texts)[0]!],
    )) {
      const key = folded(text)
        .slice(0, MIN_TEXT_LENGTH)
        .replace(/\S+$/, (end) => (text.length > MIN_TEXT_LENGTH ? '' : end))
        .trim();
      if (key.replace(/[^\p{L}]/gu, '').length < 3) continue;
      const [first = ''] = wordsOf(key);
      byWord.set(first, (byWord.get(first) ?? new Set()).add(key));
    }
    const isOwn = new Map<string, boolean>();
    const textsFor = (key: string) => {
      if (!isOwn.has(key)) isOwn.set(key, contains(ownTexts, key));
      return isOwn.get(key)!;
    };
    return (body) => {
      const unmarked = unmarkedText(body, locale);
      const candidates = [...new Set(wordsOf(unmarked))].flatMap((word) => [...(byWord.get(word) ?? [])]);
      return candidates.filter((key) => contains(unmarked, key) && !textsFor(key));
    };
  }

  private addAll(model: Model, shape: Shape, record: Readonly<Record<string, unknown>>): void {
    for (const field of storedFields(shape)) {
      const value = record[field.name];
      if (value == null) continue;
      for (const each of field.list ? (value as unknown[]) : [value]) this.add(model, field, each);
    }
  }

  private add(model: Model, field: Field, value: unknown): void {
    if (field.localised) this.all.push(value as Texts);
    else if (field.category === 'object') this.addAll(model, model.shape(field.type), value as Record<string, unknown>);
  }
}

/** Returns an English unit by locale, for English and each locale that uses the same word. */
function inAllLocalesWith(unit: string): Texts {
  const untranslated = LOCALES.filter((locale) => unitLabel(messagesFor([locale]), unit).text === unit);
  return Object.fromEntries(untranslated.map((locale) => [locale, unit]));
}

/** Returns the text of a page in its declared language, without elements in another language. */
function unmarkedText(body: string, locale: string): string {
  // The head of a page contains its description for other sites.
  const metaTexts = [...body.matchAll(/<meta [^>]*(?:name|property)="(?:og:)?description"[^>]*>/g)].join('');
  const content = metaTexts + body.slice(body.indexOf('</header>'), body.indexOf('<footer')).replace(UNSEEN, ' ');
  const langs: { name: string; lang: string }[] = [];
  let text = '';
  for (const part of content.split(/(<[^>]*>)/)) {
    const [, end, name = ''] = /^<(\/?)([\w-]+)/.exec(part) ?? [];
    const lang = langs.at(-1)?.lang ?? locale;
    if (name === '') text += lang === locale && !CODE.test(part) ? part : MARKER;
    else if (end) langs.splice(langs.findLastIndex((each) => each.name === name) >>> 0);
    else if (!VOID.test(name) && !part.endsWith('/>')) {
      // An empty `lang` marks a name in an unknown language.
      langs.push({ name, lang: /\slang="([^"]*)"/.exec(part)?.[1] ?? lang });
    }
    const elementLang = /\slang="([^"]*)"/.exec(part)?.[1] ?? lang;
    if (elementLang === locale)
      text += [...part.matchAll(ATTRIBUTES)].map(([, value]) => `${MARKER}${value}${MARKER}`).join('');
    text += ' ';
  }
  return folded(
    text.replace(/https?:\/\/\S+/g, MARKER).replace(/&(\w+|#39);/g, (sign, named: string) => ENTITIES[named] ?? sign),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a text contains another as whole words. */
function contains(text: string, part: string): boolean {
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1)) {
    const around = `${text[index - 1] ?? ' '}${text[index + part.length] ?? ' '}`;
    // A match next to a letter, digit, hyphen or underscore is only a part of a longer word or key.
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}
