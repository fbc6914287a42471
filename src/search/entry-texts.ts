import type { Field, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';

/** A searchable text of an entry, in one language. */
export interface EntryText {
  /** Path of the field without list indexes, as in `sessions.title`. */
  field: string;
  weight: number;
  locale: string;
  text: string;
}

/** Lists the searchable texts of an entry by field and language, without restricted fields, which hits would reveal. */
export function collectTexts(model: Model, entry: StoredEntry): EntryText[] {
  return collect(model, model.kind(entry.kind), entry.record, entry.originalLocale, []);
}

function collect(
  model: Model,
  shape: Shape,
  value: unknown,
  locale: string,
  parentPath: readonly string[],
): EntryText[] {
  if (value === null || typeof value !== 'object') return [];
  const record = value as Record<string, unknown>;
  return storedFields(shape).flatMap((field) => {
    const value = record[field.name];
    if (value === undefined || value === null || field.audience !== null) return [];
    const path = [...parentPath, field.name];
    const values = field.list ? (value as unknown[]) : [value];
    if (field.nature === 'object') {
      return values.flatMap((item) => collect(model, model.shape(field.type), item, locale, path));
    }
    return field.search > 0 ? values.flatMap((item) => textsIn(field, item, locale, path.join('.'))) : [];
  });
}

function textsIn(field: Field, value: unknown, locale: string, path: string): EntryText[] {
  if (typeof value === 'string') return [{ field: path, weight: field.search, locale, text: value }];
  return Object.entries(value as Record<string, string>).map(([textLocale, text]) => ({
    field: path,
    weight: field.search,
    locale: textLocale,
    text,
  }));
}
