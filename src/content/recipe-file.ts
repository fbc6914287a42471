import { nearest } from '../model/nearest.js';
import type { Problem } from '../records/problem.js';
import { Report } from '../records/problem.js';
import { described } from '../records/values.js';
import { printable } from '../records/wording.js';
import type { OnBytes } from './content-record.js';
import { MAX_TEXT_BYTES, readTextFile } from './read-file.js';
import type { Fields } from './yaml-file.js';
import { readYaml } from './yaml-file.js';

/** How the next edition of an entry's figures is fetched from its publisher and read. */
export interface Recipe {
  /** As layouts of files name publishers. */
  publisher: string;
  /** The publisher's address of the file. */
  url: string;
  /** What is asked for at that address, by name. */
  query: Readonly<Record<string, string>>;
  /** Slug of the source; null for the first that the entry cites. */
  source: string | null;
  sheet: string | null;
  /** The fields of a mapping file; null where the layout is known. */
  mapping: Fields | null;
  /** Codes by dimension: only rows with them are read. */
  dimensions: Readonly<Record<string, string>>;
  /** Dimensions whose codes are added up. */
  add: readonly string[];
  /** How many figures may be left out, by reason. */
  accept: Readonly<Record<string, string>>;
  skipAreas: string | null;
  /** SHA-256 of the file that the newest edition was read from, in hexadecimal; null before the first. */
  digest: string | null;
  /** Under which terms the figures may be used. */
  terms: string;
}

const TEXTS = ['publisher', 'url', 'source', 'sheet', 'skipAreas', 'digest', 'terms'] as const;
const MAPS = ['query', 'dimensions', 'accept'] as const;
const NEEDED = ['publisher', 'url', 'terms'] as const;
const FIELDS = [...TEXTS, ...MAPS, 'mapping', 'add'];

/** Reads the recipe beside a record; null when there is something wrong with it, which is told. */
export function readRecipe(
  file: string,
  record: string,
  { problems, onBytes }: { problems: Problem[]; onBytes: OnBytes },
): Recipe | null {
  const unread = new Report(record, () => ({ file: printable(file), line: 1, column: 1, source: null }), problems);
  const read = readTextFile(file, MAX_TEXT_BYTES, unread);
  if (read === null) return null;
  onBytes(file, read.bytes);
  const given = readYaml(read.text, unread);
  if (given === null) return null;
  const report = new Report(record, given.nodes.locator(printable(file)), problems);
  checkFields(given.fields, report);
  return unread.count + report.count > 0 ? null : recipeOf(given.fields);
}

function checkFields(fields: Fields, report: Report): void {
  for (const key of Object.keys(fields)) {
    if (FIELDS.includes(key)) continue;
    const near = nearest(key, FIELDS);
    const tip = near ? `did you mean ${near}?` : `one of ${FIELDS.join(', ')}`;
    report.add('FIELD_UNKNOWN', [key], 'is no field of a recipe', tip, { part: 'key' });
  }
  for (const name of NEEDED) {
    if (fields[name] === undefined || fields[name] === null)
      report.add('FIELD_MISSING', [], `has no ${name}`, `write ${name}:`);
  }
  for (const name of TEXTS) checkType(fields[name], isText, [name], 'a text', report);
  for (const name of MAPS) checkType(fields[name], isTextMap, [name], 'fields with a text each', report);
  checkType(fields['mapping'], isMap, ['mapping'], 'the fields of a mapping file', report);
  checkType(fields['add'], (value) => Array.isArray(value) && value.every(isText), ['add'], 'a list of texts', report);
  if (isText(fields['url'])) checkUrl(String(fields['url']), report);
  if (isText(fields['digest']) && !/^[0-9a-f]{64}$/.test(String(fields['digest']))) {
    report.add('VALUE_WRONG_TYPE', ['digest'], `${described(fields['digest'])} is no SHA-256`, '64 hexadecimal digits');
  }
}

function checkUrl(text: string, report: Report): void {
  if (!URL.canParse(text))
    report.add('URL_INVALID', ['url'], `${described(text)} is no web address`, 'as in https://example.org/');
  else if (new URL(text).protocol !== 'https:') {
    report.add('URL_SCHEME', ['url'], 'what is fetched for readers must not be changed on its way', 'https:// alone');
  }
}

function checkType(
  value: unknown,
  fits: (value: unknown) => boolean,
  path: readonly string[],
  wanted: string,
  report: Report,
): void {
  if (value === undefined || value === null || fits(value)) return;
  report.add('VALUE_WRONG_TYPE', path, `${described(value)} does not fit`, wanted);
}

function recipeOf(fields: Fields): Recipe {
  const text = (name: (typeof TEXTS)[number]) => (isText(fields[name]) ? String(fields[name]) : null);
  const map = (name: (typeof MAPS)[number]) =>
    Object.fromEntries(
      Object.entries((fields[name] as Fields | undefined) ?? {}).map(([key, value]) => [key, String(value)]),
    );
  return {
    publisher: text('publisher')!,
    url: text('url')!,
    query: map('query'),
    source: text('source'),
    sheet: text('sheet'),
    mapping: (fields['mapping'] as Fields | undefined) ?? null,
    dimensions: map('dimensions'),
    add: ((fields['add'] as unknown[] | undefined) ?? []).map(String),
    accept: map('accept'),
    skipAreas: text('skipAreas'),
    digest: text('digest'),
    terms: text('terms')!,
  };
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextMap(value: unknown): boolean {
  return isMap(value) && Object.values(value).every(isText);
}
