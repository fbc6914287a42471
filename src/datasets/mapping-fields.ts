import { suggestionTip } from '../model/closest-match.js';
import { datasetError } from './dataset-error.js';

export type MappingFields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, not a list. */
export function isMappingFields(value: unknown): value is MappingFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rejects unknown fields. @param within parent field; null for the file @throws AppError DATASET_INVALID */
export function rejectUnknownKeys(
  fields: MappingFields,
  knownKeys: readonly string[],
  within: string | null = null,
): void {
  const unknownKey = Object.keys(fields).find((key) => !knownKeys.includes(key));
  if (unknownKey === undefined) return;
  const parentText = within === null ? 'The mapping file' : `"${within}" in the mapping file`;
  throw datasetError(
    `${parentText} has a field "${unknownKey}"; ${suggestionTip(unknownKey, knownKeys, `there are ${knownKeys.join(', ')}.`)}`,
  );
}

/** Returns a field as a string; null if it is absent. @throws AppError DATASET_INVALID for other types */
export function readMappingText(fields: MappingFields, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw datasetError(`"${key}" in the mapping file is not a text.`);
}

/** Returns a field as a list of strings. A single text becomes a list. @throws AppError DATASET_INVALID */
export function readTextList(fields: MappingFields, key: string): string[] {
  const value = fields[key];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((item) => typeof item === 'string' || typeof item === 'number')) return list.map(String);
  throw datasetError(`"${key}" in the mapping file is neither a text nor a list of texts.`);
}

/** Returns a field as a map of strings. A list maps each text to itself. @throws AppError DATASET_INVALID */
export function readTextMap(fields: MappingFields, key: string): Record<string, string> {
  const value = fields[key];
  if (value === undefined || value === null) return {};
  if (!isMappingFields(value)) return Object.fromEntries(readTextList(fields, key).map((name) => [name, name]));
  return Object.fromEntries(Object.keys(value).map((name) => [name, readMappingText(value, name) ?? name]));
}
