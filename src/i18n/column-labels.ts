import { readableName } from './readable-name.js';
import type { LocalisedText } from './localised-text.js';
import { inPageLanguage } from './localised-text.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang, LocaleFormats } from './locale-formats.js';

const WRITINGS = new WeakMap<LocaleMessages, LocaleFormats>();

/** Formats of numbers and dates; cached. */
export function formatsFor(messages: LocaleMessages): LocaleFormats {
  const known = WRITINGS.get(messages);
  if (known) return known;
  const format = new LocaleFormats(messages.locale, messages.quarter);
  WRITINGS.set(messages, format);
  return format;
}

/** An enum value in words. @param type  name of the enum, where known */
export function enumLabel({ values }: LocaleMessages, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/** Why a figure is missing, for use in a sentence. */
export function missingReasonLabel(messages: LocaleMessages, state: string): string {
  const word = enumLabel(messages, state, 'ObservationState');
  // None begins with a noun, which German would capitalise.
  return word.charAt(0).toLocaleLowerCase(messages.locale) + word.slice(1);
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
  messages: LocaleMessages,
  { name, role }: { name: string; role: string | null },
): readonly LocalisedText[] {
  const label =
    (role === null || role === 'dimension' ? undefined : messages.columns[role]) ?? findFieldLabel(messages, name);
  if (label !== undefined) return [inPageLanguage(label)];
  const parts = name.split('_').filter((part) => part !== '');
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [inPageLanguage(' · ')]), columnPart(messages, part)]);
}

function columnPart(messages: LocaleMessages, name: string): LocalisedText {
  const word = findFieldLabel(messages, name);
  if (word !== undefined) return inPageLanguage(word);
  return { text: readableName(name), lang: englishLang(messages.locale) };
}

export function columnLabel(messages: LocaleMessages, column: { name: string; role: string | null }): string {
  return columnLabelParts(messages, column)
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
export function inputQualifier(messages: LocaleMessages, name: string): LocalisedText {
  const { text, lang } = columnPart(messages, name);
  return { text: toMidSentence(text, lang === null ? messages : { locale: lang }), lang };
}

/** The name of an input in parts; without a translation by its variable. */
export function inputLabelParts(
  messages: LocaleMessages,
  { name, title }: { name: string; title: string },
): readonly LocalisedText[] {
  const own = OWN.get(messages) ?? ownNames(messages);
  OWN.set(messages, own);
  const inside = inputQualifier(messages, name);
  const isRepeated = title.endsWith(` (${inside.text})`);
  const before = isRepeated ? title.slice(0, -` (${inside.text})`.length) : title;
  const text = { text: before, lang: own.has(before) ? null : englishLang(messages.locale) };
  return isRepeated ? [text, inPageLanguage(' ('), inside, inPageLanguage(')')] : [text];
}
