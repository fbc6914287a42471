import { readableName } from './readable-name.js';
import type { LocalisedText } from './localised-text.js';
import { inPageLanguage } from './localised-text.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang, LocaleFormats } from './locale-formats.js';

const WRITINGS = new WeakMap<LocaleMessages, LocaleFormats>();

/** Formats of numbers and dates; cached. */
export function formatsFor(words: LocaleMessages): LocaleFormats {
  const known = WRITINGS.get(words);
  if (known) return known;
  const writing = new LocaleFormats(words.locale, words.quarter);
  WRITINGS.set(words, writing);
  return writing;
}

/** An enum value in words. @param type  name of the enum, where known */
export function enumLabel({ values }: LocaleMessages, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/** Why a figure is missing, for use in a sentence. */
export function missingReasonLabel(words: LocaleMessages, state: string): string {
  const word = enumLabel(words, state, 'ObservationState');
  // None begins with a noun, which German would capitalise.
  return word.charAt(0).toLocaleLowerCase(words.locale) + word.slice(1);
}

/** The name of a field as a column, an input or a heading. */
export function findFieldLabel({ columns, kinds, fields, lists }: LocaleMessages, name: string): string | undefined {
  return columns[name] ?? kinds[name] ?? fields[name] ?? lists[name];
}

/**
 * The name of a column by its role or name, in parts, as "Country · Capital" for `country_capital`. Without a
 * translation it is English.
 */
export function columnLabelParts(
  words: LocaleMessages,
  { name, role }: { name: string; role: string | null },
): readonly LocalisedText[] {
  const whole =
    (role === null || role === 'dimension' ? undefined : words.columns[role]) ?? findFieldLabel(words, name);
  if (whole !== undefined) return [inPageLanguage(whole)];
  const parts = name.split('_').filter((part) => part !== '');
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [inPageLanguage(' · ')]), columnPart(words, part)]);
}

function columnPart(words: LocaleMessages, name: string): LocalisedText {
  const word = findFieldLabel(words, name);
  if (word !== undefined) return inPageLanguage(word);
  return { text: readableName(name), lang: englishLang(words.locale) };
}

export function columnLabel(words: LocaleMessages, column: { name: string; role: string | null }): string {
  return columnLabelParts(words, column)
    .map(({ text }) => text)
    .join('');
}

const OWN = new WeakMap<LocaleMessages, ReadonlySet<string>>();

function ownNames({ form, columns, kinds, fields, lists }: LocaleMessages): ReadonlySet<string> {
  return new Set([form.inputs, columns, kinds, fields, lists].flatMap(Object.values<string>));
}

/** A text within a sentence. */
export function toMidSentence(text: string, { locale }: Pick<LocaleMessages, 'locale'>): string {
  // German nouns stay capitalised and cannot be told from other words.
  return locale === 'de' ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** The name of a variable, to tell inputs apart. */
export function inputQualifier(words: LocaleMessages, name: string): LocalisedText {
  const { text, lang } = columnPart(words, name);
  return { text: toMidSentence(text, lang === null ? words : { locale: lang }), lang };
}

/** The name of an input in parts; without a translation by its variable. */
export function inputLabelParts(
  words: LocaleMessages,
  { name, title }: { name: string; title: string },
): readonly LocalisedText[] {
  const own = OWN.get(words) ?? ownNames(words);
  OWN.set(words, own);
  const inside = inputQualifier(words, name);
  const isTold = title.endsWith(` (${inside.text})`);
  const before = isTold ? title.slice(0, -` (${inside.text})`.length) : title;
  const said = { text: before, lang: own.has(before) ? null : englishLang(words.locale) };
  return isTold ? [said, inPageLanguage(' ('), inside, inPageLanguage(')')] : [said];
}
