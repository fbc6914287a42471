import { memoiseByObject } from '../memoise.js';
import { readableName } from './readable-name.js';
import { inPageLanguage, type LocalisedText } from './localised-text.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang, LocaleFormats } from './locale-formats.js';

/** Returns the formats of a locale for numbers, periods and dates; cached. */
export const formatsFor = memoiseByObject(({ locale, quarter }: LocaleMessages) => new LocaleFormats(locale, quarter));

/** Returns the label of an enum value. The type is null if unknown. */
export function enumLabel({ values }: LocaleMessages, name: string, type: string | null = null): string {
  return (type === null ? undefined : values[`${type}.${name}`]) ?? values[name] ?? readableName(name);
}

/** Returns the reason for a missing figure, for use inside a sentence. */
export function missingReasonLabel(messages: LocaleMessages, state: string): string {
  const label = enumLabel(messages, state, 'ObservationState');
  // No label of a reason starts with a noun, so none needs a capital in German.
  return label.charAt(0).toLocaleLowerCase(messages.locale) + label.slice(1);
}

/** Returns the label of a field for columns, inputs and headings; undefined if there is none. */
export function findFieldLabel({ columns, kinds, fields, lists }: LocaleMessages, name: string): string | undefined {
  return columns[name] ?? kinds[name] ?? fields[name] ?? lists[name];
}

/** Returns the label of a column by role or name, divided by language: "Country · Capital" for `country_capital`. */
export function columnLabelParts(
  messages: LocaleMessages,
  { name, role }: { name: string; role: string | null },
): readonly LocalisedText[] {
  const label =
    (role === null || role === 'dimension' ? undefined : messages.columns[role]) ?? findFieldLabel(messages, name);
  if (label !== undefined) return [inPageLanguage(label)];
  const nameParts = name.split('_').filter((part) => part !== '');
  return nameParts.flatMap((part, index) => [
    ...(index === 0 ? [] : [inPageLanguage(' · ')]),
    columnPart(messages, part),
  ]);
}

function columnPart(messages: LocaleMessages, name: string): LocalisedText {
  const label = findFieldLabel(messages, name);
  if (label !== undefined) return inPageLanguage(label);
  return { text: readableName(name), lang: englishLang(messages.locale) };
}

/** Returns the label of a column by its role or name. */
export function columnLabel(messages: LocaleMessages, column: { name: string; role: string | null }): string {
  return columnLabelParts(messages, column)
    .map(({ text }) => text)
    .join('');
}

const allLabels = memoiseByObject(
  ({ form, columns, kinds, fields, lists }: LocaleMessages): ReadonlySet<string> =>
    new Set([form.inputs, columns, kinds, fields, lists].flatMap(Object.values<string>)),
);

/** Adapts a label for use inside a sentence: its first letter is lower case, except in German. */
export function toMidSentence(text: string, { locale }: Pick<LocaleMessages, 'locale'>): string {
  // German nouns stay capitalised, and cannot be distinguished from other words.
  return locale === 'de' ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/** Returns the label of a variable, to distinguish inputs with the same title. */
export function inputQualifier(messages: LocaleMessages, name: string): LocalisedText {
  const { text, lang } = columnPart(messages, name);
  return { text: toMidSentence(text, lang === null ? messages : { locale: lang }), lang };
}

/** Returns the label of an input, divided by language. A qualifier in brackets is derived from the variable. */
export function inputLabelParts(
  messages: LocaleMessages,
  { name, title }: { name: string; title: string },
): readonly LocalisedText[] {
  const qualifier = inputQualifier(messages, name);
  const isQualified = title.endsWith(` (${qualifier.text})`);
  const baseTitle = isQualified ? title.slice(0, -` (${qualifier.text})`.length) : title;
  const text = { text: baseTitle, lang: allLabels(messages).has(baseTitle) ? null : englishLang(messages.locale) };
  return isQualified ? [text, inPageLanguage(' ('), qualifier, inPageLanguage(')')] : [text];
}
