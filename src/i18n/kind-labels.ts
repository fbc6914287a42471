import { readableName } from './readable-name.js';
import { inPageLanguage, type LocalisedText } from './localised-text.js';
import { formatsFor, findFieldLabel, toMidSentence } from './column-labels.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang } from './locale-formats.js';

/** Returns the label of a field of a type. */
export function fieldLabel(messages: LocaleMessages, kind: string, field: string): LocalisedText {
  const { fields, lists } = messages;
  const text = fields[`${kind}.${field}`] ?? fields[field] ?? lists[field] ?? findFieldLabel(messages, field);
  // Headings omit the "is" prefix of boolean fields.
  return withFallback(text, field.replace(/^is(?=[A-Z])/, ''), messages);
}

/** Returns the label of a list by its root field, such as `countries`. */
export function listLabel(messages: LocaleMessages, plural: string): LocalisedText {
  return withFallback(messages.lists[plural], plural, messages);
}

/** Returns the noun that follows a number of entries, for use inside a sentence. */
export function countLabel(
  messages: LocaleMessages,
  count: number,
  { singular, plural }: { singular: string; plural: string },
): LocalisedText {
  const isOne = formatsFor(messages).isOne(count);
  const { text, lang } = isOne ? kindLabel(messages, { singular, name: singular }) : listLabel(messages, plural);
  return { text: toMidSentence(text, messages), lang };
}

/** Returns the description of a list; null if it is not translated. */
export function listIntroduction(messages: LocaleMessages, plural: string): LocalisedText | null {
  const text = messages.page.leads[plural];
  return text === undefined ? null : inPageLanguage(text);
}

/** Returns the label of a kind by its root field, such as `country`. */
export function kindLabel(
  messages: LocaleMessages,
  { singular, name }: { singular: string; name: string },
): LocalisedText {
  return withFallback(messages.kinds[singular], name, messages);
}

/** Returns the label of an enum value with its language. */
export function localisedEnumLabel(messages: LocaleMessages, name: string, type: string): LocalisedText {
  return withFallback(messages.values[`${type}.${name}`] ?? messages.values[name], name, messages);
}

/** Returns a translation; without one, the name in English. */
function withFallback(text: string | undefined, name: string, { locale }: LocaleMessages): LocalisedText {
  return text === undefined ? { text: readableName(name), lang: englishLang(locale) } : inPageLanguage(text);
}
