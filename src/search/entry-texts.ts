import type { Field, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';

/** One text of an entry that search reads. */
export interface EntryText {
  /** The field as a path without positions, as in `sessions.title`. */
  field: string;
  weight: number;
  locale: string;
  text: string;
}

/**
 * Every text of an entry that search reads, in the order of the fields, each in each of its languages. Fields that not
 * everybody may see are left out, for everybody: a search would give away what they hold.
 */
export function collectTexts(model: Model, entry: StoredEntry): EntryText[] {
  return collect(model, model.kind(entry.kind), entry.record, entry.originalLocale, []);
}

function collect(model: Model, shape: Shape, value: unknown, locale: string, above: readonly string[]): EntryText[] {
  if (value === null || typeof value !== 'object') return [];
  const record = value as Record<string, unknown>;
  return storedFields(shape).flatMap((field) => {
    const held = record[field.name];
    if (held === undefined || held === null || field.audience !== null) return [];
    const path = [...above, field.name];
    const values = field.list ? (held as unknown[]) : [held];
    if (field.nature === 'object') {
      return values.flatMap((each) => collect(model, model.shape(field.type), each, locale, path));
    }
    return field.search > 0 ? values.flatMap((each) => textsIn(field, each, locale, path.join('.'))) : [];
  });
}

function textsIn(field: Field, value: unknown, locale: string, path: string): EntryText[] {
  if (typeof value === 'string') return [{ field: path, weight: field.search, locale, text: value }];
  return Object.entries(value as Record<string, string>).map(([each, text]) => ({
    field: path,
    weight: field.search,
    locale: each,
    text,
  }));
}
