import { readableName } from './readable-name.js';
import type { Said } from './said.js';
import { saidHere } from './said.js';
import type { Words } from './words.js';
import { englishLang, Writing } from './writing.js';

const WRITINGS = new WeakMap<Words, Writing>();

/** Formats of numbers and dates; cached. */
export function chooseWriting(words: Words): Writing {
  const known = WRITINGS.get(words);
  if (known) return known;
  const writing = new Writing(words.locale, words.quarter);
  WRITINGS.set(words, writing);
  return writing;
}

/** An enum value in words. @param type  name of the enum, where known */
export function valueWord({ values }: Words, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/** Why a figure is missing, for use in a sentence. */
export function stateWord(words: Words, state: string): string {
  const word = valueWord(words, state, 'ObservationState');
  // None begins with a noun, which German would capitalise.
  return word.charAt(0).toLocaleLowerCase(words.locale) + word.slice(1);
}

/** The name of a field as a column, an input or a heading. */
export function fieldWord({ columns, kinds, fields, lists }: Words, name: string): string | undefined {
  return columns[name] ?? kinds[name] ?? fields[name] ?? lists[name];
}

/**
 * The name of a column by its role or name, in parts, as "Country · Capital" for `country_capital`. Without a
 * translation it is English.
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

export function columnWord(words: Words, column: { name: string; role: string | null }): string {
  return columnParts(words, column)
    .map(({ text }) => text)
    .join('');
}

const OWN = new WeakMap<Words, ReadonlySet<string>>();

function ownNames({ form, columns, kinds, fields, lists }: Words): ReadonlySet<string> {
  return new Set([form.inputs, columns, kinds, fields, lists].flatMap(Object.values<string>));
}

/** A text within a sentence. */
export function insideSentence(text: string, { locale }: Pick<Words, 'locale'>): string {
  // German nouns stay capitalised and cannot be told from other words.
  return locale === 'de' ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** The name of a variable, to tell inputs apart. */
export function inputAside(words: Words, name: string): Said {
  const { text, lang } = columnPart(words, name);
  return { text: insideSentence(text, lang === null ? words : { locale: lang }), lang };
}

/** The name of an input in parts; without a translation by its variable. */
export function inputParts(words: Words, { name, title }: { name: string; title: string }): readonly Said[] {
  const own = OWN.get(words) ?? ownNames(words);
  OWN.set(words, own);
  const inside = inputAside(words, name);
  const isTold = title.endsWith(` (${inside.text})`);
  const before = isTold ? title.slice(0, -` (${inside.text})`.length) : title;
  const said = { text: before, lang: own.has(before) ? null : englishLang(words.locale) };
  return isTold ? [said, saidHere(' ('), inside, saidHere(')')] : [said];
}
