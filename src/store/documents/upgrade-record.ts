import { upgradeQuery } from '../../contract/upgrade-query.js';
import { type Field, fieldByFormerName, findField, type Model, type Shape } from '../../model/model.js';
import { fieldsToUpgrade, renamedFields } from '../../model/localised-and-renamed-fields.js';
import type { EntryRecord, StoredEntry } from '../entries.js';

/** Computes the stored computed fields of a record. */
export type DeriveFields = (kind: string, slug: string, record: EntryRecord) => Record<string, unknown>;

/** Converts the record of a stored state to the current model, and adds its stored computed fields. */
export type HydrateRecord = (state: Pick<StoredEntry, 'kind' | 'slug' | 'originalLocale' | 'record'>) => EntryRecord;

export function createRecordHydrator(model: Model, derive: DeriveFields): HydrateRecord {
  return (state) => {
    const record = upgradeRecord(model, state);
    return { ...record, ...derive(state.kind, state.slug, record) };
  };
}

/**
 * Converts a record of an earlier version to the current model. A plain text of a field that is now localised becomes
 * the text of the original locale. Former names of fields are replaced, also in stored GraphQL queries. Returns the
 * same object if nothing changes, or if the model does not contain the kind.
 */
export function upgradeRecord(
  model: Model,
  { kind: name, originalLocale, record }: Pick<StoredEntry, 'kind' | 'originalLocale' | 'record'>,
): EntryRecord {
  const kind = model.kinds.find((candidate) => candidate.name === name);
  return kind ? upgradeObject(model, kind, record, originalLocale) : record;
}

/** Replaces former names of fields in the paths of localised texts. */
export function upgradeTextPaths<T>(model: Model, kindName: string, texts: Record<string, T>): Record<string, T> {
  const kind = model.kinds.find(({ name }) => name === kindName);
  if (!kind || renamedFields(model, kind).length === 0) return texts;
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [upgradePath(model, kind, path), text]));
}

function upgradePath(model: Model, kind: Shape, path: string): string {
  let shape: Shape | null = kind;
  const segments = path.split('.').map((segment) => {
    const field = shape && (findField(shape, segment) ?? fieldByFormerName(shape, segment));
    if (field) shape = field.category === 'object' ? model.shape(field.type) : null;
    return field?.name ?? segment;
  });
  return segments.join('.');
}

function upgradeObject(model: Model, shape: Shape, stored: EntryRecord, originalLocale: string): EntryRecord {
  const fields = fieldsToUpgrade(model, shape);
  const record = withCurrentNames(fields, stored);
  let upgraded = record;
  for (const field of fields) {
    const before = record[field.name];
    if (before === null || before === undefined) continue;
    const value = upgradeValue(model, field, before, originalLocale);
    if (value === before) continue;
    if (upgraded === record) upgraded = { ...record };
    upgraded[field.name] = value;
  }
  return upgraded;
}

function withCurrentNames(fields: readonly Field[], record: EntryRecord): EntryRecord {
  const renamed = fields.filter(({ formerName }) => formerName !== null && formerName in record);
  if (renamed.length === 0) return record;
  const { ...current } = record;
  for (const { name, formerName } of renamed) {
    current[name] ??= record[formerName!];
    delete current[formerName!];
  }
  return current;
}

function upgradeValue(model: Model, field: Field, stored: unknown, originalLocale: string): unknown {
  if (field.localised) return typeof stored === 'string' ? { [originalLocale]: stored } : stored;
  if (field.query) return upgradeQuery(model, stored as string);
  if (field.category !== 'object') return stored;
  const upgrade = (value: unknown) =>
    upgradeObject(model, model.shape(field.type), value as EntryRecord, originalLocale);
  if (!field.list) return upgrade(stored);
  const items = stored as readonly unknown[];
  const upgraded = items.map(upgrade);
  return upgraded.some((item, index) => item !== items[index]) ? upgraded : stored;
}
