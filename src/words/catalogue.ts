import { ENGLISH } from './english.js';
import type { TextPart } from './foreign-texts.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import { readableName } from './readable-name.js';
import { SPANISH } from './spanish.js';
import type { Words } from './words.js';
import { englishLang, Writing } from './writing.js';

const CATALOGUE: readonly Words[] = [ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN];

/** The languages that Signpost's own words are in, the first of them the one that is always there. */
export const LANGUAGES: readonly string[] = CATALOGUE.map(({ locale }) => locale);

/** Signpost's own words in the first of some languages that there are words in; in English where there are in none. */
export function wordsIn(locales: readonly string[]): Words {
  for (const locale of locales) {
    const found = CATALOGUE.find((words) => words.locale === locale);
    if (found) return found;
  }
  return ENGLISH;
}

const WRITINGS = new WeakMap<Words, Writing>();

/** How numbers and dates are written beside such words; made once, which takes long. */
export function chooseWriting(words: Words): Writing {
  const known = WRITINGS.get(words);
  if (known) return known;
  const writing = new Writing(words.locale, words.quarter);
  WRITINGS.set(words, writing);
  return writing;
}

/** A value of an enum as people read it. @param type the name of the enum, where it is known */
export function valueWord({ values }: Words, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/**
 * A column of a table as people read it: by what it says of a figure, or by its name, part by part, as in
 * "Country · Capital" for `country_capital`. What nobody has put into words is told by its name, which is English.
 */
export function columnParts(
  { columns, kinds, locale }: Words,
  { name, role }: { name: string; role: string | null },
): readonly TextPart[] {
  const whole = (role === null || role === 'dimension' ? undefined : columns[role]) ?? columns[name] ?? kinds[name];
  if (whole !== undefined) return [{ text: whole, lang: null }];
  const parts = name.split('_').filter((part) => part !== '');
  return parts.flatMap((part, at): TextPart[] => {
    const word = columns[part] ?? kinds[part];
    const said =
      word === undefined ? { text: readableName(part), lang: englishLang(locale) } : { text: word, lang: null };
    return at === 0 ? [said] : [{ text: ' · ', lang: null }, said];
  });
}

/** As `columnParts`, in one text. */
export function columnWord(words: Words, column: { name: string; role: string | null }): string {
  return columnParts(words, column)
    .map(({ text }) => text)
    .join('');
}

const OWN = new WeakMap<Words, ReadonlySet<string>>();

/** What a question asks for, in parts: what nobody has put into words is told by the name of its variable. */
export function inputParts(words: Words, { name, title }: { name: string; title: string }): readonly TextPart[] {
  const own = OWN.get(words) ?? new Set([words.form.inputs, words.columns, words.kinds].flatMap(Object.values<string>));
  OWN.set(words, own);
  const english = englishLang(words.locale);
  const inside = readableName(name).toLowerCase();
  // Inputs that are called alike are told apart by their variables.
  const isTold = title.endsWith(` (${inside})`);
  const before = isTold ? title.slice(0, -` (${inside})`.length) : title;
  const said = { text: before, lang: own.has(before) ? null : english };
  if (!isTold) return [said];
  return [said, { text: ' (', lang: null }, { text: inside, lang: english }, { text: ')', lang: null }];
}
