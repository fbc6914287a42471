import { readableName } from './readable-name.js';
import type { Said } from './said.js';
import { saidHere } from './said.js';
import { chooseWriting, fieldWord, insideSentence } from './catalogue.js';
import type { Words } from './words.js';
import { englishLang } from './writing.js';

/** What a field of a kind is called as a heading. @param kind the type name */
export function fieldLabel(words: Words, kind: string, field: string): Said {
  const { fields, lists } = words;
  const text = fields[`${kind}.${field}`] ?? fields[field] ?? lists[field] ?? fieldWord(words, field);
  // Whether something is so stands under what it would be.
  return said(text, field.replace(/^is(?=[A-Z])/, ''), words);
}

/** What a list of entries is called. @param plural the field that gives one, as in `countries` */
export function listLabel(words: Words, plural: string): Said {
  return said(words.lists[plural], plural, words);
}

/** What so many entries of a kind are called behind their number, inside a sentence. */
export function countLabel(
  words: Words,
  count: number,
  { singular, plural }: { singular: string; plural: string },
): Said {
  const isOne = chooseWriting(words).isOne(count);
  const { text, lang } = isOne ? kindLabel(words, { singular, name: singular }) : listLabel(words, plural);
  return { text: insideSentence(text, words), lang };
}

/** What is found in a list of entries, in a sentence; null where nobody has put that into words. */
export function listLead(words: Words, plural: string): Said | null {
  const text = words.page.leads[plural];
  return text === undefined ? null : saidHere(text);
}

/** What a kind is called. @param singular the field that finds one, as in `country` */
export function kindLabel(words: Words, { singular, name }: { singular: string; name: string }): Said {
  return said(words.kinds[singular], name, words);
}

/** A value of an enum. @param type the name of the enum */
export function valueLabel(words: Words, name: string, type: string): Said {
  return said(words.values[`${type}.${name}`] ?? words.values[name], name, words);
}

/** What nobody has put into words is told by its name, which is English. */
function said(text: string | undefined, name: string, { locale }: Words): Said {
  return text === undefined ? { text: readableName(name), lang: englishLang(locale) } : saidHere(text);
}
