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

function upgradeObject(model: Model, shape: Shape, storedRecord: EntryRecord, originalLocale: string): EntryRecord {
  const fields = fieldsToUpgrade(model, shape);
  const record = withCurrentNames(fields, storedRecord);
  let upgradedRecord = record;
  for (const field of fields) {
    const storedValue = record[field.name];
    if (storedValue === null || storedValue === undefined) continue;
    const value = upgradeValue(model, field, storedValue, originalLocale);
    if (value === storedValue) continue;
    if (upgradedRecord === record) upgradedRecord = { ...record };
    upgradedRecord[field.name] = value;
  }
  return upgradedRecord;
}

function withCurrentNames(fields: readonly Field[], record: EntryRecord): EntryRecord {
  const fieldsToRename = fields.filter(({ formerName }) => formerName !== null && formerName in record);
  if (fieldsToRename.length === 0) return record;
  const { ...currentRecord } = record;
  for (const { name, formerName } of fieldsToRename) {
    currentRecord[name] ??= record[formerName!];
    delete currentRecord[formerName!];
  }
  return currentRecord;
}

function upgradeValue(model: Model, field: Field, storedValue: unknown, originalLocale: string): unknown {
  if (field.localised) return typeof storedValue === 'string' ? { [originalLocale]: storedValue } : storedValue;
  if (field.query) return upgradeQuery(model, storedValue as string);
  if (field.category !== 'object') return storedValue;
  const upgrade = (value: unknown) =>
    upgradeObject(model, model.shape(field.type), value as EntryRecord, originalLocale);
  if (!field.list) return upgrade(storedValue);
  const items = storedValue as readonly unknown[];
  const upgradedItems = items.map(upgrade);
  return upgradedItems.some((item, index) => item !== items[index]) ? upgradedItems : storedValue;
}
