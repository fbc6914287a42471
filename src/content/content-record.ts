import { basename } from 'node:path';
import { type EntryKey, folderKey, isSlug, parseFolderKey } from '../model/entry-key.js';
import { type Kind, type Model, storedFields } from '../model/model.js';
import { suggestionTip } from '../model/closest-match.js';
import {
  type FileLocation,
  type Locate,
  type Problem,
  Report,
  substringOffset,
  type SubstringPosition,
} from '../records/problem.js';
import { normaliseRecord } from '../records/normalise-record.js';
import type { Submission } from '../records/submission.js';
import { describeValue, readDateTime } from '../records/normalise-value.js';
import { escapeControlCharacters } from '../records/message-text.js';
import type { RecordFiles } from './find-files.js';
import { MAX_TEXT_BYTES, readTextFile } from './read-file.js';
import { readYaml, type YamlFields } from './read-yaml.js';
import { parseYamlNodes, type YamlNodes } from './yaml-nodes.js';

/** Field whose text is in Markdown files. */
export const BODY_FIELD = 'body';

const HEADER_FIELDS = ['originalLocale', 'status', 'publishAt', 'formerly'];

/** A record read from files, with the paths needed to read its figures later. */
export interface ContentRecord extends Submission {
  files: RecordFiles;
  draft?: ContentRecord | null;
  /** Whether all files of the record were read without problems. */
  isComplete: boolean;
}

/** Called with the path and contents of each file that is read, to compute digests. */
export type OnFileRead = (path: string, bytes: Buffer) => void;

/** Reads the files of a record and of its draft. Returns null, and reports a problem, if there is no YAML file. */
export function readRecord(
  model: Model,
  files: RecordFiles,
  problems: Problem[],
  onBytes: OnFileRead,
): ContentRecord | null {
  const record = readVersion(model, files, { problems, onBytes, isDraft: false });
  if (!files.draft) return record;
  const draft = readVersion(model, files.draft, { problems, onBytes, isDraft: true });
  if (!record || !draft) {
    if (!record && draft) reportLoneDraft(files.draft, problems);
    return record;
  }
  if (record.readable && record.status === 'DRAFT') {
    const tip = `remove status and publishAt from ${files.slug}.yaml, or remove this file`;
    draft.report.add('DRAFT_TWICE', [], 'the record beside it is itself a draft', tip);
  }
  return { ...record, draft };
}

function readVersion(
  model: Model,
  files: RecordFiles,
  { problems, onBytes, isDraft }: { problems: Problem[]; onBytes: OnFileRead; isDraft: boolean },
): ContentRecord | null {
  const { kind, slug } = files;
  const recordKey = folderKey(kind, slug);
  if (files.yaml === null) {
    reportOrphans(files, problems, isDraft ? `${slug}.draft.yaml` : `${slug}.yaml`);
    return null;
  }
  const problemsBefore = problems.length;
  const sources = new SourceLocator(files.yaml);
  const report = new Report(recordKey, sources.locate, problems);
  const headers = isDraft ? HEADER_FIELDS.filter((header) => header !== 'formerly') : HEADER_FIELDS;
  const fieldNames = new Set([
    ...headers,
    ...storedFields(kind).flatMap(({ name, formerName }) => [name, formerName ?? name]),
  ]);
  const yamlFields = readLayers(files.yaml, files.overrides, fieldNames, { sources, report, onBytes, problems });
  const originalLocale = readHeader(yamlFields, 'originalLocale', model.locales, model.locales[0]!, report);
  const publishAt = readPublishAt(yamlFields, report);
  const isInFuture = publishAt !== null && publishAt.getTime() > Date.now();
  const defaultStatus = isInFuture || isDraft ? 'DRAFT' : 'PUBLISHED';
  const statuses = isDraft ? (['DRAFT'] as const) : (['PUBLISHED', 'DRAFT'] as const);
  const status = readHeader<'PUBLISHED' | 'DRAFT'>(yamlFields, 'status', statuses, defaultStatus, report);
  const submissionBase = {
    kind,
    slug,
    status,
    originalLocale,
    publishAt: isInFuture ? publishAt : null,
    pastTime: isInFuture ? null : publishAt,
    ...(isDraft ? { formerly: [] } : readFormerly(model, yamlFields, { kind, slug }, report)),
    figures: null,
    report,
    files,
  };
  if (yamlFields === null) return { ...submissionBase, record: {}, readable: false, isComplete: false };

  if (hasBodyField(files.kind) && yamlFields[BODY_FIELD] != null) {
    const tip = `move the text to ${slug}.md`;
    report.add('BODY_IN_RECORD', [BODY_FIELD], 'belongs in a Markdown file', tip, { part: 'key' });
    delete yamlFields[BODY_FIELD];
  }
  const bodies = readBodies(files, originalLocale, sources, report, onBytes);
  const fields = Object.fromEntries(Object.entries(yamlFields).filter(([key]) => !headers.includes(key)));
  const raw = bodies === null ? fields : { ...fields, [BODY_FIELD]: bodies };
  const record = normaliseRecord(model, kind, raw, { originalLocale, report });
  sources.releaseNodes();
  return { ...submissionBase, record, readable: true, isComplete: problems.length === problemsBefore };
}

interface YamlSource {
  file: string;
  text: string;
  fields: YamlFields;
  nodes: YamlNodes | null;
}

/** Locates the values of a record in its YAML files, and in the Markdown files of its body. */
class SourceLocator {
  /** YAML files of the record, those in earlier content folders first. */
  private readonly yaml: YamlSource[] = [];
  readonly bodies = new Map<string, { file: string; text: string }>();

  constructor(private readonly file: string) {}

  addYaml(source: YamlSource): void {
    this.yaml.push(source);
  }

  /** Releases the parsed nodes. They are parsed again when needed. */
  releaseNodes(): void {
    for (const source of this.yaml) source.nodes = null;
  }

  readonly locate: Locate = (path, part, inside) => {
    const body = path[0] === BODY_FIELD ? this.bodies.get(String(path[1])) : undefined;
    if (body) return placeIn(body, inside);
    const source = this.yaml.findLast(({ fields }) => Object.hasOwn(fields, String(path[0]))) ?? this.yaml[0];
    if (!source) return { file: escapeControlCharacters(this.file), line: 1, column: 1, source: null };
    source.nodes ??= parseYamlNodes(source.text);
    return source.nodes.locator(escapeControlCharacters(source.file))(path, part, inside);
  };
}

function placeIn({ file, text }: { file: string; text: string }, inside: SubstringPosition | undefined): FileLocation {
  const before = text.slice(0, inside ? substringOffset(text, inside) : 0);
  const column = before.length - before.lastIndexOf('\n');
  return { file: escapeControlCharacters(file), line: before.split('\n').length, column, source: null };
}

interface FieldReadContext {
  sources: SourceLocator;
  report: Report;
  onBytes: OnFileRead;
  problems: Problem[];
}

/** Reads the fields of a YAML file and of the files that override it; null if one of the files cannot be read. */
function readLayers(
  file: string,
  overrides: readonly string[],
  names: ReadonlySet<string>,
  context: FieldReadContext,
): YamlFields | null {
  const yamlFields = readFields(file, names, context, context.report);
  // Syntax errors in an override are reported with the path of the override.
  const layers = overrides.map((path) =>
    readFields(path, names, context, fileReport(path, { record: context.report.record, list: context.problems })),
  );
  return yamlFields === null || layers.includes(null)
    ? null
    : (Object.assign(Object.create(null), yamlFields, ...layers) as YamlFields);
}

function readFields(
  file: string,
  names: ReadonlySet<string>,
  { sources, onBytes }: FieldReadContext,
  report: Report,
): YamlFields | null {
  const read = readTextFile(file, MAX_TEXT_BYTES, report);
  if (read === null) return null;
  onBytes(file, read.bytes);
  const yamlFields = readYaml(read.text, report, names);
  if (yamlFields !== null)
    sources.addYaml({ file, text: read.text, fields: yamlFields.fields, nodes: yamlFields.nodes });
  return yamlFields?.fields ?? null;
}

/** Reads the field `formerly`: former slugs, and entries of other kinds that were merged into it (`folder/slug`). */
function readFormerly(
  model: Model,
  fieldsGiven: YamlFields | null,
  { kind, slug }: { kind: Kind; slug: string },
  report: Report,
): Required<Pick<Submission, 'formerly' | 'absorbs'>> {
  const formerlyValue = fieldsGiven?.['formerly'] ?? [];
  if (!Array.isArray(formerlyValue)) {
    const tip = 'write each slug after a hyphen, the oldest first';
    report.add('VALUE_WRONG_TYPE', ['formerly'], `${describeValue(formerlyValue)} is not a list`, tip);
    return { formerly: [], absorbs: [] };
  }
  const absorbedKeys: EntryKey[] = [];
  // An entry that was renamed back to its first slug lists this slug first.
  const isOriginalSlug = (index: number) => index === 0 && formerlyValue.length > 1;
  const isDuplicate = (item: unknown, index: number) =>
    (item === slug && !isOriginalSlug(index)) || formerlyValue.indexOf(item) !== index;
  const validIndexes: number[] = [];
  formerlyValue.forEach((item: unknown, index) => {
    const path = ['formerly', index];
    const otherKey = typeof item === 'string' ? parseFolderKey(model, item) : null;
    const isOfOtherKind = otherKey !== null && otherKey.kind !== kind && isSlug(otherKey.slug);
    if (typeof item !== 'string' || !(isSlug(item) || isOfOtherKind)) {
      report.add(
        'SLUG_INVALID',
        path,
        `${describeValue(item)} is not a valid slug`,
        'lower-case letters, digits and single hyphens; with its folder, as in topics/money, for an entry of another kind',
      );
    } else if (isOfOtherKind && formerlyValue.indexOf(item) === index) {
      absorbedKeys.push({ kind: otherKey.kind.name, slug: otherKey.slug });
    } else if (isDuplicate(item, index)) {
      report.add('ITEM_TWICE', path, `"${item}" is already listed`, 'remove it');
    } else validIndexes.push(index);
  });
  if (validIndexes.length < formerlyValue.length) report.recordSourceIndexes(['formerly'], validIndexes);
  return { formerly: validIndexes.map((index) => formerlyValue[index] as string), absorbs: absorbedKeys };
}

/** Reads the publication time of a record. Returns null, and reports a problem, if it is invalid. */
function readPublishAt(yamlFields: YamlFields | null, report: Report): Date | null {
  if (yamlFields?.['publishAt'] == null) return null;
  if (yamlFields['status'] != null) {
    const tip = 'remove status: until then the record is a draft';
    report.add('VALUE_WRONG_TYPE', ['status'], 'cannot be combined with publishAt', tip, { part: 'key' });
  }
  const dateTime = readDateTime(yamlFields['publishAt'], ['publishAt'], report);
  return dateTime === undefined ? null : new Date(dateTime);
}

function readHeader<T extends string>(
  yamlFields: YamlFields | null,
  name: string,
  allowed: readonly T[],
  otherwise: T,
  report: Report,
): T {
  const value = yamlFields?.[name] ?? otherwise;
  if (allowed.includes(value as T)) return value as T;
  const code = name === 'status' ? 'ENUM_UNKNOWN' : 'LOCALE_UNKNOWN';
  const allowedText = `one of ${allowed.join(', ')}`;
  const tip = typeof value === 'string' ? suggestionTip(value, allowed, allowedText) : allowedText;
  report.add(code, [name], `${describeValue(value)} is not a value of this field`, tip);
  return otherwise;
}

function readBodies(
  files: RecordFiles,
  originalLocale: string,
  sources: SourceLocator,
  report: Report,
  onBytes: OnFileRead,
): Record<string, string> | null {
  if (files.bodies.size === 0) return null;
  const bodies: Record<string, string> = {};
  for (const [locale, file] of files.bodies) {
    const inFile = fileReport(file, report);
    if (!hasBodyField(files.kind)) {
      inFile.add('BODY_WITHOUT_FIELD', [], `${files.kind.folder} have no ${BODY_FIELD}`, 'write the text into a field');
      continue;
    }
    if (locale === originalLocale) {
      const name = `${files.slug}.md`;
      const tip = files.bodies.has(null) ? `${name} already exists: keep one of the two` : `name it ${name}`;
      inFile.add('FILE_UNKNOWN', [], 'the original language has no locale in its name', tip);
      continue;
    }
    const bodyFile = readTextFile(file, MAX_TEXT_BYTES, inFile);
    if (bodyFile === null) continue;
    onBytes(file, bodyFile.bytes);
    if (bodyFile.text.trim() === '') {
      inFile.add('TEXT_EMPTY', [], 'contains no text', 'write it, or remove the file');
      continue;
    }
    if (hasFrontMatter(bodyFile.text)) {
      const tip = `move its fields into ${files.slug}.yaml; sections are headings in ${basename(file)}`;
      inFile.add('BODY_WITH_FIELDS', [], 'begins with YAML front matter', tip);
      continue;
    }
    sources.bodies.set(locale ?? originalLocale, { file, text: bodyFile.text });
    bodies[locale ?? originalLocale] = bodyFile.text;
  }
  return Object.keys(bodies).length > 0 ? bodies : null;
}

/** Whether a Markdown file starts with front matter. */
function hasFrontMatter(text: string): boolean {
  return /^---[ \t]*\r?\n(?:#.*\r?\n)*[\w-]+:(?:\s|$)/.test(text);
}

/** Whether records of a kind have texts in Markdown files. */
export function hasBodyField(kind: Kind): boolean {
  return kind.fields.some(({ name, localised, computed }) => name === BODY_FIELD && localised && !computed);
}

/** Returns a report whose problems are located at the start of a file. */
export function fileReport(file: string, { record, list }: { record: string | null; list: Problem[] }): Report {
  return new Report(record, () => ({ file: escapeControlCharacters(file), line: 1, column: 1, source: null }), list);
}

function reportLoneDraft({ kind, slug, yaml }: RecordFiles, problems: Problem[]): void {
  const tip = `write ${slug}.yaml, or rename this file to it and add status: DRAFT`;
  const report = fileReport(yaml!, { record: folderKey(kind, slug), list: problems });
  report.add('DRAFT_WITHOUT_RECORD', [], 'there is no published record of this name', tip);
}

function reportOrphans(files: RecordFiles, problems: Problem[], expectedFolder: string): void {
  const record = folderKey(files.kind, files.slug);
  const report = (code: 'BODY_WITHOUT_RECORD' | 'FIGURES_WITHOUT_RECORD' | 'RECIPE_WITHOUT_RECORD', file: string) =>
    fileReport(file, { record, list: problems }).add(code, [], 'has no record', `write ${expectedFolder}`);
  for (const file of files.bodies.values()) report('BODY_WITHOUT_RECORD', file);
  for (const file of [files.csv ?? [], ...files.editions.values()].flat()) report('FIGURES_WITHOUT_RECORD', file);
  if (files.recipe !== null) report('RECIPE_WITHOUT_RECORD', files.recipe);
}
