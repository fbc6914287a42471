import { suggestionTip } from '../model/nearest.js';
import { datasetError } from './dataset-error.js';

export type MappingFields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is MappingFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rejects unknown fields. @throws AppError DATASET_INVALID */
export function checkKeys(fields: MappingFields, known: readonly string[], within: string | null = null): void {
  const stray = Object.keys(fields).find((key) => !known.includes(key));
  if (stray === undefined) return;
  const place = within === null ? 'The mapping file' : `"${within}" in the mapping file`;
  throw datasetError(
    `${place} has a field "${stray}"; ${suggestionTip(stray, known, `there are ${known.join(', ')}.`)}`,
  );
}

/** @throws AppError DATASET_INVALID */
export function readMappingText(fields: MappingFields, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw datasetError(`"${key}" in the mapping file is not a text.`);
}

/** Reads a list, or a single text as a list. @throws AppError DATASET_INVALID */
export function readTexts(fields: MappingFields, key: string): string[] {
  const value = fields[key];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((each) => typeof each === 'string' || typeof each === 'number')) return list.map(String);
  throw datasetError(`"${key}" in the mapping file is neither a text nor a list of texts.`);
}

/** Reads a map; a list maps each text to itself. @throws AppError DATASET_INVALID */
export function readTextMap(fields: MappingFields, key: string): Record<string, string> {
  const value = fields[key];
  if (value === undefined || value === null) return {};
  if (!isFields(value)) return Object.fromEntries(readTexts(fields, key).map((name) => [name, name]));
  return Object.fromEntries(Object.keys(value).map((name) => [name, readMappingText(value, name) ?? name]));
}
