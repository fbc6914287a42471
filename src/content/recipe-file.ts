import { FORMER_RECIPE_KEYS, formerNameWarning } from '../former-names.js';
import { RECIPE_SCHEMA } from '../contract/recipe-schema.js';
import { type Problem, type ProblemPath, Report } from '../records/problem.js';
import { describeValue } from '../records/normalise-value.js';
import { escapeControlCharacters } from '../records/message-text.js';
import type { OnFileRead } from './content-record.js';
import { MAX_TEXT_BYTES, readTextFile } from './read-file.js';
import { readYaml, type YamlFields } from './read-yaml.js';
import { Ajv, type ErrorObject } from 'ajv';
import { suggestionTip } from '../model/closest-match.js';

const validators = new Ajv({ allErrors: true, strict: false, verbose: true });

/** Recipe for downloading and reading the next vintage of an entry's figures. */
export interface Recipe {
  /** Name of the publisher, as in file layouts. */
  publisher: string;
  url: string;
  /** Query parameters of the URL. */
  query: Readonly<Record<string, string>>;
  /** Slug of the source; null for the first one that the entry cites. */
  source: string | null;
  sheet: string | null;
  /** Fields of a mapping file; null for a known layout. */
  mapping: YamlFields | null;
  /** Selected code by dimension. Rows with other codes are skipped. */
  dimensions: Readonly<Record<string, string>>;
  /** Dimensions to sum over. */
  add: readonly string[];
  /** Maps the publisher's codes to group codes. */
  groups: Readonly<Record<string, string>>;
  /** Whether to add missing codes from the file to the indicator. */
  addCodes: boolean;
  /** Accepted numbers of skipped figures, by reason. */
  accept: Readonly<Record<string, string>>;
  skipAreas: string | null;
  /** Whether to keep or drop figures for periods outside the file; null if not set. */
  uncovered: 'keep' | 'drop' | null;
  /** SHA-256 digest of the file of the newest vintage; null before the first one. */
  digest: string | null;
  /** Terms of reuse of the figures. */
  licence: string;
}

/** Reads the recipe of a record. Returns null, and reports problems, if it is invalid. */
export function readRecipeFile(
  file: string,
  record: string,
  { problems, warnings, onBytes }: { problems: Problem[]; warnings: string[]; onBytes: OnFileRead },
): Recipe | null {
  const unread = new Report(
    record,
    () => ({ file: escapeControlCharacters(file), line: 1, column: 1, source: null }),
    problems,
  );
  const read = readTextFile(file, MAX_TEXT_BYTES, unread);
  if (read === null) return null;
  onBytes(file, read.bytes);
  const yamlFields = readYaml(read.text, unread);
  if (yamlFields === null) return null;
  const report = new Report(record, yamlFields.nodes.locator(escapeControlCharacters(file)), problems);
  const fields = withCurrentKeys(yamlFields.fields, (warning) =>
    warnings.push(`${escapeControlCharacters(file)}: ${warning}`),
  );
  checkFields(fields, report);
  if (isText(fields['url'])) checkUrl(String(fields['url']), report);
  return unread.count + report.count > 0 ? null : parseRecipe(fields);
}

/** Replaces former keys by current ones. */
function withCurrentKeys(fields: YamlFields, warn: (warning: string) => void): YamlFields {
  const entries = Object.entries(fields).map(([key, value]) => {
    const currentKey = FORMER_RECIPE_KEYS[key];
    if (currentKey === undefined || fields[currentKey] !== undefined) return [key, value];
    warn(formerNameWarning(key, currentKey));
    return [currentKey, value];
  });
  return Object.fromEntries(entries) as YamlFields;
}

function checkUrl(text: string, report: Report): void {
  if (!URL.canParse(text))
    report.add('URL_INVALID', ['url'], `${describeValue(text)} is not a web address`, 'as in https://example.org/');
  else if (new URL(text).protocol !== 'https:') {
    report.add('URL_SCHEME', ['url'], 'downloads must be encrypted', 'https:// alone');
  }
}

function parseRecipe(fields: YamlFields): Recipe {
  const text = (name: keyof Recipe) => (isText(fields[name]) ? String(fields[name]) : null);
  const map = (name: keyof Recipe) =>
    Object.fromEntries(
      Object.entries((fields[name] as YamlFields | undefined) ?? {}).map(([key, value]) => [key, String(value)]),
    );
  return {
    publisher: text('publisher')!,
    url: text('url')!,
    query: map('query'),
    source: text('source'),
    sheet: text('sheet'),
    mapping: (fields['mapping'] as YamlFields | undefined) ?? null,
    dimensions: map('dimensions'),
    add: ((fields['add'] as unknown[] | undefined) ?? []).map(String),
    groups: map('groups'),
    addCodes: fields['addCodes'] === true,
    accept: map('accept'),
    skipAreas: text('skipAreas'),
    uncovered: text('uncovered') as Recipe['uncovered'],
    digest: text('digest'),
    licence: text('licence')!,
  };
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Reports each mismatch between the fields and the schema of recipes, with its location. */
function checkFields(fields: YamlFields, report: Report): void {
  const isValid = validators.compile(RECIPE_SCHEMA);
  if (isValid(fields)) return;
  for (const error of isValid.errors ?? []) reportError(error, report);
}

function reportError(error: ErrorObject, report: Report): void {
  const path = parsePointer(error.instancePath);
  const { keyword, data, params, parentSchema } = error;
  switch (keyword) {
    case 'additionalProperties': {
      const unknownKey = String(params['additionalProperty']);
      const fieldNames = Object.keys((parentSchema as { properties: object }).properties);
      const tip = suggestionTip(unknownKey, fieldNames, `one of ${fieldNames.join(', ')}`);
      report.add('FIELD_UNKNOWN', [...path, unknownKey], 'is not a field here', tip, { part: 'key' });
      return;
    }
    case 'required': {
      const name = String(params['missingProperty']);
      report.add('FIELD_MISSING', path, `has no ${name}`, `write ${name}:`);
      return;
    }
    case 'enum': {
      const values = params['allowedValues'] as readonly unknown[];
      report.add('ENUM_UNKNOWN', path, `${describeValue(data)} is not an allowed value`, `one of ${values.join(', ')}`);
      return;
    }
    default: {
      const tip = (parentSchema as { description?: string }).description ?? error.message ?? null;
      report.add('VALUE_WRONG_TYPE', path, `${describeValue(data)} is not valid here`, tip);
    }
  }
}

function parsePointer(pointer: string): ProblemPath {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
