import { upgradeQuery } from '../../contract/upgrade-query.js';
import type { Field, Model, Shape } from '../../model/model.js';
import { fieldsToUpgrade } from '../../model/fields-with-texts.js';
import type { EntryRecord, StoredEntry } from '../entries.js';

/** Computes the stored computed fields of a record, by kind and slug. */
export type Derive = (kind: string, slug: string, record: EntryRecord) => Record<string, unknown>;

/** Converts the record of a stored state to the current model and adds its stored computed fields. */
export type ReadRecord = (state: Pick<StoredEntry, 'kind' | 'slug' | 'originalLocale' | 'record'>) => EntryRecord;

export function recordReader(model: Model, derive: Derive): ReadRecord {
  return (state) => {
    const record = upgradeRecord(model, state);
    return { ...record, ...derive(state.kind, state.slug, record) };
  };
}

/**
 * Converts a record of an earlier version to the current model. Returns the record itself where nothing changes or the
 * model lacks its kind.
 *
 * A plain text of a field that is localised now becomes the text of the original locale. Former names of fields in
 * queries are replaced.
 */
export function upgradeRecord(
  model: Model,
  { kind: name, originalLocale, record }: Pick<StoredEntry, 'kind' | 'originalLocale' | 'record'>,
): EntryRecord {
  const kind = model.kinds.find((each) => each.name === name);
  return kind ? upgradePart(model, kind, record, originalLocale) : record;
}

function upgradePart(model: Model, shape: Shape, record: EntryRecord, originalLocale: string): EntryRecord {
  let upgraded = record;
  for (const field of fieldsToUpgrade(model, shape)) {
    const stored = record[field.name];
    if (stored === null || stored === undefined) continue;
    const value = upgradeValue(model, field, stored, originalLocale);
    if (value === stored) continue;
    if (upgraded === record) upgraded = { ...record };
    upgraded[field.name] = value;
  }
  return upgraded;
}

function upgradeValue(model: Model, field: Field, stored: unknown, originalLocale: string): unknown {
  if (field.localised) return typeof stored === 'string' ? { [originalLocale]: stored } : stored;
  if (field.query) return upgradeQuery(model, stored as string);
  const upgrade = (part: unknown) => upgradePart(model, model.shape(field.type), part as EntryRecord, originalLocale);
  if (!field.list) return upgrade(stored);
  const parts = stored as readonly unknown[];
  const upgraded = parts.map(upgrade);
  return upgraded.some((part, at) => part !== parts[at]) ? upgraded : stored;
}
