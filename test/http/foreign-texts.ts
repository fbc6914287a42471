import type { Field, Model, Shape } from '../../src/model/model.js';
import { storedFields } from '../../src/model/model.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { unitLabel } from '../../src/i18n/unit-label.js';
import type { SeededApp } from '../graphql/seeded-app.js';

type Texts = Readonly<Record<string, string>>;

/** So much of a text tells it from others. */
const TELLING = 50;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;
const UNSEEN = /<(script|style|pre|textarea)\b[\s\S]*?<\/\1>/g;
const MARKED = '\u0001';
/** What readers hear, or see where they rest, of an element. */
const ATTRIBUTES = /\s(?:aria-label|title|alt|placeholder|content)="([^"]*)"/g;
const CODE = /^\s*[A-Z\d_]+\s*$/;

/** All texts of the content, each in the languages that it is in, and the units, which the content has in English. */
export class ContentTexts {
  private readonly all: Texts[] = [];
  /** Names of publishers, which are what they are. */
  private readonly names = new Set<string>();

  static async read({ services: { store, model } }: Pick<SeededApp, 'services'>): Promise<ContentTexts> {
    const texts = new ContentTexts();
    for (const kind of model.kinds) {
      for await (const { record } of store.entries.published(kind.name, null)) {
        texts.addAll(model, kind, record);
        if (kind.name === 'Source') texts.names.add(folded(String(record['publisherName'])));
        if (typeof record['unit'] === 'string') texts.all.push(inAllThatSay(record['unit']));
      }
    }
    return texts;
  }

  /** Finds what a page shows in another language as if it were in its own: texts of the content outside of any `lang`. */
  finder(locale: string): (body: string) => string[] {
    const own = [...this.names, ...this.all.map((texts) => folded(texts[locale] ?? ''))].join(MARKED);
    const byWord = new Map<string, Set<string>>();
    // English stands in for what is missing, else the language in which it was written.
    for (const text of this.all.flatMap((texts) =>
      locale in texts ? [] : [texts['en'] ?? Object.values(texts)[0]!],
    )) {
      const key = folded(text)
        .slice(0, TELLING)
        .replace(/\S+$/, (end) => (text.length > TELLING ? '' : end))
        .trim();
      if (key.replace(/[^\p{L}]/gu, '').length < 3) continue;
      const [first = ''] = wordsOf(key);
      byWord.set(first, (byWord.get(first) ?? new Set()).add(key));
    }
    const isOwn = new Map<string, boolean>();
    const known = (key: string) => {
      if (!isOwn.has(key)) isOwn.set(key, holds(own, key));
      return isOwn.get(key)!;
    };
    return (body) => {
      const seen = unmarkedText(body, locale);
      const candidates = [...new Set(wordsOf(seen))].flatMap((word) => [...(byWord.get(word) ?? [])]);
      return candidates.filter((key) => holds(seen, key) && !known(key));
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
    else if (field.nature === 'object') this.addAll(model, model.shape(field.type), value as Record<string, unknown>);
  }
}

/** A unit, in English and in what languages call it the same. */
function inAllThatSay(unit: string): Texts {
  const same = LOCALES.filter((locale) => unitLabel(messagesFor([locale]), unit).text === unit);
  return Object.fromEntries(same.map((locale) => [locale, unit]));
}

/** What is to be read of a page that is in its own language, as it says; what is in another is left out. */
function unmarkedText(body: string, locale: string): string {
  // What is said of a page elsewhere stands in its head.
  const said = [...body.matchAll(/<meta [^>]*(?:name|property)="(?:og:)?description"[^>]*>/g)].join('');
  const content = said + body.slice(body.indexOf('</header>'), body.indexOf('<footer')).replace(UNSEEN, ' ');
  const langs: { name: string; lang: string }[] = [];
  let text = '';
  for (const part of content.split(/(<[^>]*>)/)) {
    const [, end, name = ''] = /^<(\/?)([\w-]+)/.exec(part) ?? [];
    const lang = langs.at(-1)?.lang ?? locale;
    if (name === '') text += lang === locale && !CODE.test(part) ? part : MARKED;
    else if (end) langs.splice(langs.findLastIndex((each) => each.name === name) >>> 0);
    else if (!VOID.test(name) && !part.endsWith('/>')) {
      langs.push({ name, lang: /\slang="([a-z]{2})"/.exec(part)?.[1] ?? lang });
    }
    const own = /\slang="([^"]*)"/.exec(part)?.[1] ?? lang;
    if (own === locale) text += [...part.matchAll(ATTRIBUTES)].map(([, said]) => `${MARKED}${said}${MARKED}`).join('');
    text += ' ';
  }
  return folded(
    text.replace(/https?:\/\/\S+/g, MARKED).replace(/&(\w+|#39);/g, (sign, named: string) => ENTITIES[named] ?? sign),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a text has another in it, as whole words. */
function holds(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + part.length] ?? ' '}`;
    // Keys have words in them, and words of more than one part others.
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}
