import { readableName } from './readable-name.js';
import type { Said } from './said.js';
import { saidHere } from './said.js';
import type { Words } from './words.js';
import { englishLang, Writing } from './writing.js';

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

/** Why a figure is not there, or what it is, inside a sentence. @param state of its cell */
export function stateWord(words: Words, state: string): string {
  const word = valueWord(words, state, 'ObservationState');
  // None of them begins with a noun, which German would write large.
  return word.charAt(0).toLocaleLowerCase(words.locale) + word.slice(1);
}

/** What a field is called as a column, as an input or, where it has no other name there, as a heading. */
export function fieldWord({ columns, kinds, fields, lists }: Words, name: string): string | undefined {
  return columns[name] ?? kinds[name] ?? fields[name] ?? lists[name];
}

/**
 * A column of a table as people read it: by what it says of a figure, or by its name, part by part, as in
 * "Country · Capital" for `country_capital`. What nobody has put into words is told by its name, which is English.
 */
export function columnParts(words: Words, { name, role }: { name: string; role: string | null }): readonly Said[] {
  const whole = (role === null || role === 'dimension' ? undefined : words.columns[role]) ?? fieldWord(words, name);
  if (whole !== undefined) return [saidHere(whole)];
  const parts = name.split('_').filter((part) => part !== '');
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [saidHere(' · ')]), columnPart(words, part)]);
}

function columnPart(words: Words, name: string): Said {
  const word = fieldWord(words, name);
  if (word !== undefined) return saidHere(word);
  return { text: readableName(name), lang: englishLang(words.locale) };
}

/** As `columnParts`, in one text. */
export function columnWord(words: Words, column: { name: string; role: string | null }): string {
  return columnParts(words, column)
    .map(({ text }) => text)
    .join('');
}

const OWN = new WeakMap<Words, ReadonlySet<string>>();

function ownNames({ form, columns, kinds, fields, lists }: Words): ReadonlySet<string> {
  return new Set([form.inputs, columns, kinds, fields, lists].flatMap(Object.values<string>));
}

/** A text of ours as it stands inside a sentence. */
export function insideSentence(text: string, { locale }: Pick<Words, 'locale'>): string {
  // German nouns are written large wherever they stand, and what is none is not known from its letters.
  return locale === 'de' ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** What tells an input from others that are called alike: the name of its variable, in words where there are some. */
export function inputAside(words: Words, name: string): Said {
  const { text, lang } = columnPart(words, name);
  return { text: insideSentence(text, lang === null ? words : { locale: lang }), lang };
}

/** What a question asks for, in parts: what nobody has put into words is told by the name of its variable. */
export function inputParts(words: Words, { name, title }: { name: string; title: string }): readonly Said[] {
  const own = OWN.get(words) ?? ownNames(words);
  OWN.set(words, own);
  const inside = inputAside(words, name);
  const isTold = title.endsWith(` (${inside.text})`);
  const before = isTold ? title.slice(0, -` (${inside.text})`.length) : title;
  const said = { text: before, lang: own.has(before) ? null : englishLang(words.locale) };
  return isTold ? [said, saidHere(' ('), inside, saidHere(')')] : [said];
}
