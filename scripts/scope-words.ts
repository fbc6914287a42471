// A plugin of GraphQL Code Generator: the words with which a search names a kind or language of entries. See codegen.yml.
import { kindLabel, listLabel } from '../src/i18n/kind-labels.js';
import { LOCALES } from '../src/i18n/locales.js';
import { messagesFor } from '../src/i18n/messages-for.js';
import { loadModel } from '../src/model/load-model.js';
import { type Field, type Kind, type Model, storedFields } from '../src/model/model.js';
import { isLanguageField } from '../src/search/entry-texts.js';
import { contentWords, foldWords, stem } from '../src/search/text-analysis.js';
import { WORD_GROUPS } from '../src/search/word-groups.js';
import lists from './scope-words.json' with { type: 'json' };

interface KindWord {
  kind: string;
  isPlural: boolean;
  hasLanguage: boolean;
}

/** Minimum length of a word of which other inflections name a kind. */
const MIN_INFLECTED_LENGTH = 5;

/** The function that GraphQL Code Generator calls. Returns the tables of words, all folded. */
export function plugin(): string {
  const set = (list: string) => `new Set(${JSON.stringify(foldWords(list))})`;
  return [
    '// Made by `npm run generate` from the labels of kinds, src/search/word-groups.json and scripts/scope-words.json.\n',
    '/** Kinds by word, label or stems (`fr: ~…`). */',
    'export const KIND_WORDS = new Map<string, { kind: string; isPlural: boolean; hasLanguage: boolean }>(',
    `  ${JSON.stringify([...kindWords(loadModel('schema'))])},`,
    ');\n',
    '/** Codes of languages by name. */',
    `export const LANGUAGE_CODES = new Map(${JSON.stringify(languageNames())} as [string, string][]);\n`,
    '/** Words between a word for a kind and the subject. */',
    `export const PREPOSITIONS: ReadonlySet<string> = ${set(lists.prepositions)};\n`,
    '/** Words before the name of a language. */',
    `export const LANGUAGE_PREPOSITIONS: ReadonlySet<string> = ${set(lists.beforeLanguages)};\n`,
    '/** Words for documents of any kind. */',
    `export const DOCUMENT_WORDS: ReadonlySet<string> = ${set(lists.documents)};\n`,
  ].join('\n');
}

function kindWords(model: Model): ReadonlyMap<string, KindWord> {
  const words = new Map<string, KindWord>();
  for (const kind of model.kinds.filter(({ audience, standIn }) => audience === null && !standIn)) {
    const hasLanguage = namesLanguage(model, kind.fields);
    for (const locale of LOCALES) {
      const messages = messagesFor([locale]);
      // A word for several countries begins the subject of a search, such as "countries of origin".
      const isCountry = kind.fields.some(({ name }) => name === 'alpha3');
      const plural = isCountry ? [] : contentWords(listLabel(messages, kind.plural).text);
      const singular = contentWords(kindLabel(messages, kind).text);
      const inflected = singular.join(' ').length < MIN_INFLECTED_LENGTH ? [] : [stemKey(singular, locale)];
      const synonyms = [singular, plural].flatMap((label) => (label.length === 1 ? synonymsOf(label[0]!) : []));
      for (const key of [singular.join(' '), ...inflected, ...synonyms])
        if (!foldWords(lists.notKinds).includes(key) && !words.has(key))
          words.set(key, { kind: kind.name, isPlural: false, hasLanguage });
      if (plural.length > 0) words.set(plural.join(' '), { kind: kind.name, isPlural: true, hasLanguage });
    }
  }
  return words;
}

function synonymsOf(word: string): readonly string[] {
  return WORD_GROUPS.filter((group) => group.includes(word)).flat();
}

function stemKey(words: readonly string[], locale: string): string {
  return `${locale}: ${words.map((word) => stem(word, locale)).join(' ')}`;
}

/** Whether a record says in which languages its document is available. */
function namesLanguage(model: Model, fields: readonly Field[]): boolean {
  return storedFields({ fields } as Kind).some(
    (field) =>
      isLanguageField(field) || (field.category === 'object' && namesLanguage(model, model.shape(field.type).fields)),
  );
}

function languageNames(): [name: string, code: string][] {
  return LOCALES.flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return lists.languages.split(' ').flatMap((code): [string, string][] => {
      const name = foldWords(names.of(code)!);
      return name.length === 1 ? [[name[0]!, code]] : [];
    });
  });
}
