import type { Model, Role, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { mayDo } from '../model/roles.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** The field of every entry that names the languages whose translation was reviewed. */
const REVIEWED = 'reviewedTranslations';

/** One language of an entry, as the contract has it. */
export interface Translation {
  locale: string;
  isOriginal: boolean;
  isReviewed: boolean;
  missing: readonly string[];
  stale: readonly string[];
}

interface Text {
  /** As the store keeps it: `sessions.0.title`. */
  key: string;
  /** As people read it: `sessions[0].title`. */
  path: string;
  texts: Readonly<Record<string, string>>;
}

/** In which languages an entry can be read, the original one first, and what each of them lacks. */
export function translationsOf(model: Model, shape: Shape, entry: StoredEntry, role: Role): Translation[] {
  const { originalLocale, textRevisions } = entry;
  const reviewed = (entry.record[REVIEWED] as readonly string[] | undefined) ?? [];
  const texts = [...localisedTexts(model, shape, entry.record, role)];
  const originals = texts.filter((text) => Object.hasOwn(text.texts, originalLocale));
  const others = model.locales.filter(
    (locale) => locale !== originalLocale && texts.some((text) => Object.hasOwn(text.texts, locale)),
  );
  return [originalLocale, ...others].map((locale) => ({
    locale,
    isOriginal: locale === originalLocale,
    isReviewed: locale === originalLocale || reviewed.includes(locale),
    missing: originals.filter((text) => !Object.hasOwn(text.texts, locale)).map(({ path }) => path),
    stale: originals
      .filter(({ key }) => {
        const revisions = textRevisions[key];
        return (revisions?.[locale] ?? Infinity) < (revisions?.[originalLocale] ?? 0);
      })
      .map(({ path }) => path),
  }));
}

function* localisedTexts(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  role: Role,
  above = '',
): Generator<Text, void, undefined> {
  for (const field of storedFields(shape)) {
    const value = record[field.name];
    if (value == null || !mayDo(role, field.audience) || (!field.localised && field.nature !== 'object')) continue;
    const key = above === '' ? field.name : `${above}.${field.name}`;
    const items = field.list
      ? (value as unknown[]).map((item, at) => ({ item, key: `${key}.${at}` }))
      : [{ item: value, key }];
    for (const { item, key: itemKey } of items) {
      if (field.localised) yield { key: itemKey, path: readable(itemKey), texts: item as Record<string, string> };
      else yield* localisedTexts(model, model.shape(field.type), item as EntryRecord, role, itemKey);
    }
  }
}

function readable(key: string): string {
  return key.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
