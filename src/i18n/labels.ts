import { readableName } from './readable-name.js';
import type { LocalisedText } from './localised-text.js';
import { inPageLanguage } from './localised-text.js';
import { formatsFor, findFieldLabel, toMidSentence } from './column-labels.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang } from './locale-formats.js';

/** The heading of a field. @param kind  type name */
export function fieldLabel(words: LocaleMessages, kind: string, field: string): LocalisedText {
  const { fields, lists } = words;
  const text = fields[`${kind}.${field}`] ?? fields[field] ?? lists[field] ?? findFieldLabel(words, field);
  // "is" prefixes are not part of headings.
  return said(text, field.replace(/^is(?=[A-Z])/, ''), words);
}

/** The name of a list. @param plural  its root field, as `countries` */
export function listLabel(words: LocaleMessages, plural: string): LocalisedText {
  return said(words.lists[plural], plural, words);
}

/** The noun after a number of entries, within a sentence. */
export function countLabel(
  words: LocaleMessages,
  count: number,
  { singular, plural }: { singular: string; plural: string },
): LocalisedText {
  const isOne = formatsFor(words).isOne(count);
  const { text, lang } = isOne ? kindLabel(words, { singular, name: singular }) : listLabel(words, plural);
  return { text: toMidSentence(text, words), lang };
}

/** The description of a list; null without a translation. */
export function listLead(words: LocaleMessages, plural: string): LocalisedText | null {
  const text = words.page.leads[plural];
  return text === undefined ? null : inPageLanguage(text);
}

/** The name of a kind. @param singular  its root field, as `country` */
export function kindLabel(
  words: LocaleMessages,
  { singular, name }: { singular: string; name: string },
): LocalisedText {
  return said(words.kinds[singular], name, words);
}

/** An enum value. @param type  name of the enum */
export function localisedEnumLabel(words: LocaleMessages, name: string, type: string): LocalisedText {
  return said(words.values[`${type}.${name}`] ?? words.values[name], name, words);
}

/** Without a translation, the English name. */
function said(text: string | undefined, name: string, { locale }: LocaleMessages): LocalisedText {
  return text === undefined ? { text: readableName(name), lang: englishLang(locale) } : inPageLanguage(text);
}
