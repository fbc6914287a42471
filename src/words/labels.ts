import { readableName } from './readable-name.js';
import type { Said } from './said.js';
import { saidHere } from './said.js';
import { chooseWriting, fieldWord, insideSentence } from './catalogue.js';
import type { Words } from './words.js';
import { englishLang } from './writing.js';

/** The heading of a field. @param kind  type name */
export function fieldLabel(words: Words, kind: string, field: string): Said {
  const { fields, lists } = words;
  const text = fields[`${kind}.${field}`] ?? fields[field] ?? lists[field] ?? fieldWord(words, field);
  // "is" prefixes are not part of headings.
  return said(text, field.replace(/^is(?=[A-Z])/, ''), words);
}

/** The name of a list. @param plural  its root field, as `countries` */
export function listLabel(words: Words, plural: string): Said {
  return said(words.lists[plural], plural, words);
}

/** The noun after a number of entries, within a sentence. */
export function countLabel(
  words: Words,
  count: number,
  { singular, plural }: { singular: string; plural: string },
): Said {
  const isOne = chooseWriting(words).isOne(count);
  const { text, lang } = isOne ? kindLabel(words, { singular, name: singular }) : listLabel(words, plural);
  return { text: insideSentence(text, words), lang };
}

/** The description of a list; null without a translation. */
export function listLead(words: Words, plural: string): Said | null {
  const text = words.page.leads[plural];
  return text === undefined ? null : saidHere(text);
}

/** The name of a kind. @param singular  its root field, as `country` */
export function kindLabel(words: Words, { singular, name }: { singular: string; name: string }): Said {
  return said(words.kinds[singular], name, words);
}

/** An enum value. @param type  name of the enum */
export function valueLabel(words: Words, name: string, type: string): Said {
  return said(words.values[`${type}.${name}`] ?? words.values[name], name, words);
}

/** Without a translation, the English name. */
function said(text: string | undefined, name: string, { locale }: Words): Said {
  return text === undefined ? { text: readableName(name), lang: englishLang(locale) } : saidHere(text);
}
