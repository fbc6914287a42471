import { meantTip } from '../model/nearest.js';
import { refusal } from './dataset-error.js';

/** Fields of a mapping file by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value holds fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks that there are no others than these. @throws AppError DATASET_INVALID */
export function checkKeys(fields: Fields, known: readonly string[], within: string | null = null): void {
  const stray = Object.keys(fields).find((key) => !known.includes(key));
  if (stray === undefined) return;
  const place = within === null ? 'The mapping file' : `"${within}" in the mapping file`;
  throw refusal(`${place} has a field "${stray}"; ${meantTip(stray, known, `there are ${known.join(', ')}.`)}`);
}

/** A text, or null where there is none. @throws AppError DATASET_INVALID */
export function readText(fields: Fields, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw refusal(`"${key}" in the mapping file is no text.`);
}

/** A list of texts, written as a list or as one; empty where there is none. @throws AppError DATASET_INVALID */
export function readTexts(fields: Fields, key: string): string[] {
  const value = fields[key];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((each) => typeof each === 'string' || typeof each === 'number')) return list.map(String);
  throw refusal(`"${key}" in the mapping file is neither a text nor a list of texts.`);
}

/** One text of a closed list; null where there is none. @throws AppError DATASET_INVALID */
export function readChoice<T extends string>(
  fields: Fields,
  key: string,
  choices: readonly T[],
  what: string,
): T | null {
  const text = readText(fields, key);
  if (text === null) return null;
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw refusal(`"${text}" is no ${what}; there are ${choices.join(', ')}.`);
  return choice;
}

/** A map of texts by text; a list stands for itself. @throws AppError DATASET_INVALID */
export function readTextMap(fields: Fields, key: string): Record<string, string> {
  const value = fields[key];
  if (value === undefined || value === null) return {};
  if (!isFields(value)) return Object.fromEntries(readTexts(fields, key).map((name) => [name, name]));
  return Object.fromEntries(Object.keys(value).map((name) => [name, readText(value, name) ?? name]));
}
