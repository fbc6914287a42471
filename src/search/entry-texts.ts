import type { Field, Model } from '../model/model.js';
import { storedValues } from '../model/stored-values.js';
import type { StoredEntry } from '../store/entries.js';

/** A searchable text of an entry, in one language. */
export interface EntryText {
  /** Path of the field without list indexes, as in `sessions.title`. */
  field: string;
  weight: number;
  /** Null if unknown: names in a list can be in any language. */
  locale: string | null;
  text: string;
  /** Whether readers can see the text. Other texts only make an entry match. */
  isDisplayed: boolean;
}

/** Whether a field contains the languages in which the document that an entry describes is available. */
export function isLanguageField({ name, type, filter }: Field): boolean {
  return type === 'Language' && filter && name.startsWith('language');
}

/** Returns the searchable texts of an entry. Omits restricted fields, because search hits would reveal their texts. */
export function collectTexts(model: Model, { kind, record, originalLocale }: StoredEntry): EntryText[] {
  const values = storedValues(model, model.kind(kind), record, ({ audience }) => audience === null);
  return [...values].flatMap(({ field, value, path }) => {
    const name = path.filter((part) => typeof part === 'string').join('.');
    if (field.search === 0) return [];
    if (field.searchText === null) return textsIn(field, value, originalLocale, name);
    // The search text of a list of objects is indexed once, for the first object.
    return Number(path.at(-1)) > 0 ? [] : textsIn(field, field.searchText, 'en', name);
  });
}

function textsIn(field: Field, value: unknown, originalLocale: string, path: string): EntryText[] {
  const textDefaults = { field: path, weight: field.search, isDisplayed: !field.recordOnly };
  if (typeof value === 'string') return [{ ...textDefaults, locale: field.list ? null : originalLocale, text: value }];
  return Object.entries(value as Record<string, string>).map(([locale, text]) => ({ ...textDefaults, locale, text }));
}
