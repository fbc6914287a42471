import { readableName } from './readable-name.js';
import type { Said } from './said.js';
import { saidHere } from './said.js';
import { FIELD_LABELS } from './labels/field-labels.js';
import { FIGURE_LABELS } from './labels/figure-labels.js';
import { FILTER_LABELS } from './labels/filter-labels.js';
import { HISTORY_LABELS } from './labels/history-labels.js';
import type { InEachLanguage } from './labels/languages.js';
import { LABEL_LANGUAGES } from './labels/languages.js';
import { LEAFLET_LABELS } from './labels/leaflet-labels.js';
import { LIST_LABELS } from './labels/list-labels.js';
import { LIST_LEADS } from './labels/list-leads.js';
import { PAGE_LABELS } from './labels/page-labels.js';
import { PREVIEW_LABELS } from './labels/preview-labels.js';
import { SEARCH_LABELS } from './labels/search-labels.js';
import { UNIT_LABELS } from './labels/unit-labels.js';
import { chooseWriting, fieldWord } from './catalogue.js';
import type { Words } from './words.js';
import { englishLang } from './writing.js';

const ALL_LABELS = {
  ...PAGE_LABELS,
  ...FIGURE_LABELS,
  ...FILTER_LABELS,
  ...HISTORY_LABELS,
  ...LEAFLET_LABELS,
  ...PREVIEW_LABELS,
  ...SEARCH_LABELS,
};

/** What pages say around the content of entries, in one language. */
export type Labels = Readonly<Record<keyof typeof ALL_LABELS, string>>;

const BY_LOCALE = new Map<string, Labels>();

/** The labels of pages in the language of some words. */
export function labelsIn({ locale }: Pick<Words, 'locale'>): Labels {
  const known = BY_LOCALE.get(locale);
  if (known) return known;
  const entries = Object.entries(ALL_LABELS).map(([key, texts]) => [key, textIn(texts, locale).text]);
  const labels = Object.fromEntries(entries) as Labels;
  BY_LOCALE.set(locale, labels);
  return labels;
}

/** What a field of a kind is called as a heading. @param kind the type name */
export function fieldLabel(words: Words, kind: string, field: string): Said {
  const texts = FIELD_LABELS[`${kind}.${field}`] ?? FIELD_LABELS[field] ?? LIST_LABELS[field];
  if (texts) return textIn(texts, words.locale);
  // Whether something is so stands under what it would be.
  return said(fieldWord(words, field), field.replace(/^is(?=[A-Z])/, ''), words);
}

/** What a list of entries is called. @param plural the field that gives one, as in `countries` */
export function listLabel(words: Words, plural: string): Said {
  const texts = LIST_LABELS[plural];
  return texts ? textIn(texts, words.locale) : said(undefined, plural, words);
}

/** What so many entries of a kind are called behind their number, inside a sentence. */
export function countLabel(
  words: Words,
  count: number,
  { singular, plural }: { singular: string; plural: string },
): Said {
  const isOne = chooseWriting(words).isOne(count);
  const { text, lang } = isOne ? kindLabel(words, { singular, name: singular }) : listLabel(words, plural);
  // German nouns are written large wherever they stand.
  return { text: words.locale === 'de' ? text : text.toLocaleLowerCase(words.locale), lang };
}

/** What is found in a list of entries, in a sentence; null where nobody has put that into words. */
export function listLead({ locale }: Words, plural: string): Said | null {
  const texts = LIST_LEADS[plural];
  return texts ? textIn(texts, locale) : null;
}

/** What a kind is called. @param singular the field that finds one, as in `country` */
export function kindLabel(words: Words, { singular, name }: { singular: string; name: string }): Said {
  return said(words.kinds[singular], name, words);
}

/** A value of an enum. @param type the name of the enum */
export function valueLabel(words: Words, name: string, type: string): Said {
  return said(words.values[`${type}.${name}`] ?? words.values[name], name, words);
}

/** A unit as it stands behind a number. @param unit as the content has it, in English */
export function unitLabel({ locale }: Words, unit: string): Said {
  const texts = UNIT_LABELS[unit];
  return texts ? textIn(texts, locale) : { text: unit, lang: englishLang(locale) };
}

/** What nobody has put into words is told by its name, which is English. */
function said(text: string | undefined, name: string, { locale }: Words): Said {
  return text === undefined ? { text: readableName(name), lang: englishLang(locale) } : saidHere(text);
}

function textIn(texts: InEachLanguage, locale: string): Said {
  const at = (LABEL_LANGUAGES as readonly string[]).indexOf(locale);
  return at < 0 ? { text: texts[0], lang: 'en' } : saidHere(texts[at]!);
}
