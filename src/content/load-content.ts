import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { checkSubmissions } from '../records/check-submissions.js';
import type { KindModules } from '../records/kind-module.js';
import type { SubmittedSeries } from '../records/submitted-figures.js';
import { type Problem, sortProblems } from '../records/problem.js';
import type { ExistingEntry } from '../records/submission.js';
import { EntryLookup } from '../records/entry-lookup.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { figuresDate } from '../records/vintage-date.js';
import { type ContentRecord, fileReport, type OnFileRead, readRecord } from './content-record.js';
import { replaceFormerSlugs } from './former-slugs.js';
import { readFiguresFile } from './figures-file.js';
import { findFiles, mergeFoundFiles } from './find-files.js';
import { isFolder, parseFolderList, pathInFolders } from './content-folders.js';
import { MAX_DATA_BYTES, readTextFile } from './read-file.js';
import { readRecipeFile, type Recipe } from './recipe-file.js';

/** The records of one or several content folders, read and validated. */
export interface LoadedContent {
  root: string;
  records: readonly ContentRecord[];
  problems: readonly Problem[];
  /** Warnings about stand-in entries that a record with the same code replaces, and about former field names. */
  warnings: readonly string[];
  recipes: readonly RecordRecipe[];
  /** Number of files that belong to records. */
  files: number;
  /** Digest of the names and contents of all files. */
  digest: string;
  fileDigests: ReadonlyMap<string, string>;
}

/** A download recipe, its file and its record. */
export interface RecordRecipe {
  kind: string;
  slug: string;
  file: string;
  recipe: Recipe;
}

export interface ContentOptions {
  model: Model;
  modules: KindModules;
  /** Called with the records. Returns the existing entries that files may link to. */
  findExistingEntries?: (records: readonly ContentRecord[]) => Promise<readonly ExistingEntry[]>;
  /** Called with the records. Returns those that are not renamed in the database yet; links keep their former slugs. */
  findUnseededRenames?: (records: readonly ContentRecord[]) => Promise<ReadonlySet<ContentRecord>>;
}

/** Reads and validates a content folder. Collects all problems. @throws AppError USAGE the folder does not exist */
export async function loadContent(root: string, options: ContentOptions): Promise<LoadedContent> {
  const { model, modules, findExistingEntries: findExisting, findUnseededRenames } = options;
  const folders = parseFolderList(root);
  const missingFolder = folders.find((folder) => !isFolder(folder));
  if (missingFolder !== undefined)
    throw new AppError('USAGE', `There is no folder "${escapeControlCharacters(missingFolder)}".`);
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const hash = createHash('sha256');
  const fileDigests = new Map<string, string>();
  const onBytes = (path: string, bytes: Buffer) => {
    hash.update(`${pathInFolders(folders, path)}\0${bytes.length}\0`).update(bytes);
    fileDigests.set(path, bytesDigest(bytes));
  };
  const foundFiles = mergeFoundFiles(folders.map((folder) => findFiles(folder, model, problems)));
  const readRecords = foundFiles.records.flatMap((files) => readRecord(model, files, problems, onBytes) ?? []);
  const records = replaceFormerSlugs(model, readRecords, (await findUnseededRenames?.(readRecords)) ?? new Set());
  const knownEntries = (await findExisting?.(records)) ?? [];
  const recordLookup = new EntryLookup(model, modules, records, knownEntries);
  const recordsWithFigures = records.map((record) =>
    readFigures(record, recordLookup, { model, modules, problems, onBytes }),
  );
  const recipes = recordsWithFigures.flatMap((record) => loadRecipe(record, { modules, problems, warnings, onBytes }));
  const lookup = new EntryLookup(model, modules, recordsWithFigures, knownEntries);
  const drafts = recordsWithFigures.flatMap(({ draft }) => draft ?? []);
  checkSubmissions(model, modules, [...recordsWithFigures, ...drafts], lookup);
  return {
    root,
    records: recordsWithFigures,
    problems: sortProblems(problems),
    warnings: [
      ...warnings,
      ...lookup.replacedStandIns().map(({ entry, to: replacement }) => replacedWarning(model, entry, replacement)),
      ...formerNameWarnings(recordsWithFigures),
    ],
    recipes,
    files: foundFiles.count,
    digest: hash.digest('hex'),
    fileDigests,
  };
}

function replacedWarning(model: Model, entry: ExistingEntry, replacement: ExistingEntry): string {
  const [name, other] = [entry, replacement].map(({ kind, slug }) => folderKey(model.kind(kind), slug));
  return `${name} is replaced by ${other}; remove it`;
}

/** Returns a sentence for each former name of a field in the files of a folder. */
function formerNameWarnings(records: readonly ContentRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, report } of records.flatMap((record) => [record, ...(record.draft ? [record.draft] : [])])) {
    const renamed = report.formerNames.map(({ former, name }) => `${kind.folder}: rename "${former}" to "${name}"`);
    for (const advice of new Set(renamed)) counts.set(advice, (counts.get(advice) ?? 0) + 1);
  }
  return [...counts].map(
    ([advice, count]) =>
      `${advice} in ${count} ${count === 1 ? 'file' : 'files'}. The next version no longer reads the former name.`,
  );
}

export function bytesDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function loadRecipe(
  { kind, slug, files, record, report: { record: name } }: ContentRecord,
  {
    modules,
    problems,
    warnings,
    onBytes,
  }: { modules: KindModules; problems: Problem[]; warnings: string[]; onBytes: OnFileRead },
): RecordRecipe[] {
  const file = files.recipe;
  if (file === null) return [];
  const recipe = readRecipeFile(file, name ?? slug, { problems, warnings, onBytes });
  if (!modules.get(kind.name)?.figures?.(record)) {
    const report = fileReport(file, { record: name, list: problems });
    report.add('RECIPE_WITHOUT_FIELD', [], `${kind.folder} have no figures`, 'remove the file');
    return [];
  }
  return recipe === null ? [] : [{ kind: kind.name, slug, file, recipe }];
}

function readFigures(
  record: ContentRecord,
  lookup: EntryLookup,
  {
    model,
    modules,
    problems,
    onBytes,
  }: { model: Model; modules: KindModules; problems: Problem[]; onBytes: (path: string, bytes: Buffer) => void },
): ContentRecord {
  const { csv, editions: files } = record.files;
  if (csv === null) {
    for (const file of files.values()) {
      const tip = `name the file of the newest edition ${record.slug}.csv`;
      const inFile = fileReport(file, { record: record.report.record, list: problems });
      inFile.add('EDITION_WITHOUT_NEWEST', [], 'has no newer edition beside it', tip);
    }
    return files.size > 0 ? { ...record, isComplete: false } : record;
  }
  const report = fileReport(csv, { record: record.report.record, list: problems });
  const shape = modules.get(record.kind.name)?.figures?.(record.record);
  if (!shape) {
    report.add('FIGURES_WITHOUT_FIELD', [], `${record.kind.folder} have no figures`, 'remove the file');
    return { ...record, isComplete: false, lacksFigures: true };
  }
  const csvFile = readTextFile(csv, MAX_DATA_BYTES, report);
  if (csvFile === null) return { ...record, isComplete: false, lacksFigures: true };
  onBytes(csv, csvFile.bytes);
  if (!record.readable) return { ...record, lacksFigures: true };
  const problemsBefore = problems.length;
  const figures = readFiguresFile(csvFile.text, { shape, model, lookup, report });
  const newestDate = figuresDate(figures, (slug) => lookup.find(shape.sources, slug)?.record);
  const editions = new Map<string, readonly SubmittedSeries[]>();
  for (const [date, file] of files) {
    const inFile = fileReport(file, { record: report.record, list: problems });
    const editionFile = readTextFile(file, MAX_DATA_BYTES, inFile);
    if (editionFile === null) continue;
    onBytes(file, editionFile.bytes);
    if (newestDate && new Date(date) >= new Date(newestDate.date)) {
      const tip = `name it after the date of its figures, or exchange it with ${basename(csv)}`;
      inFile.add('EDITION_ORDER', [], `the newest edition, ${basename(csv)}, is of ${newestDate.date}`, tip);
    }
    editions.set(date, readFiguresFile(editionFile.text, { shape, model, lookup, report: inFile, hasDate: true }));
  }
  const lacksFigures = problems.length > problemsBefore;
  return { ...record, figures, editions, lacksFigures, isComplete: record.isComplete && !lacksFigures };
}
