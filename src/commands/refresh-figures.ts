import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecordRecipe } from '../content/load-content.js';
import type { Recipe } from '../content/recipe-file.js';
import { ensureStateFolder } from '../content/sync-state.js';
import { writeFileAtomic } from '../content/atomic-write.js';
import { type AcceptableCode, parseAcceptableCode } from '../datasets/accepted-problems.js';
import { withFileName, datasetError } from '../datasets/dataset-error.js';
import { mappingFromFields } from '../datasets/mapping-file.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import { temporaryFolder } from '../temporary-folder.js';
import { fetchFile, type FetchFileOptions } from './fetch-file.js';
import type { ImportResult, ImportRequest } from './import-types.js';
import { importFigures } from './import-figures.js';

/** Result of refreshing the figures of one indicator by its recipe. */
export interface RefreshResult {
  slug: string;
  url: string;
  /** Reason why the download or the import failed; null on success. */
  problem: string | null;
  /** Result of the import; null if the file could not be read. */
  outcome: ImportResult | null;
}

export interface RefreshOptions extends FetchFileOptions {
  /** Whether to import the downloaded figures as the next vintage, instead of only comparing them. */
  apply: boolean;
  /** Exact number of figures of the newest vintage that the next one lacks within its periods. */
  acceptedLostCount: number;
  /** Whether files may replace a newer edition. */
  acceptsOlder: boolean;
  /** Pause between two files, in milliseconds. */
  pauseMs: number;
  /** Current date, as YYYY-MM-DD. */
  today: string;
}

/** Downloads each recipe's file, one at a time, and compares or imports its figures. Only database errors end it. */
export async function refreshFigures(
  services: RecordServices,
  recipes: readonly RecordRecipe[],
  options: RefreshOptions,
): Promise<RefreshResult[]> {
  const refreshed: RefreshResult[] = [];
  for (const [index, recipe] of recipes.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
    refreshed.push(await refreshOne(services, recipe, options));
  }
  return refreshed;
}

function recipeUrl({ url, query }: Recipe): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

async function refreshOne(
  services: RecordServices,
  { slug, file, recipe }: RecordRecipe,
  options: RefreshOptions,
): Promise<RefreshResult> {
  const url = recipeUrl(recipe);
  using folder = temporaryFolder('refresh');
  let outcome: ImportResult | null = null;
  try {
    const request = await withFileName(basename(file), async () => toImportRequest(slug, recipe));
    const path = join(folder.path, basename(new URL(url).pathname) || 'file');
    await fetchFile(url, path, options);
    const retrievedOn = options.today;
    const { apply, acceptedLostCount, acceptsOlder } = options;
    const accepted = { acceptedLostCount, acceptsOlder };
    outcome = await importFigures(services, { ...request, ...accepted, paths: [path], retrievedOn, dryRun: !apply });
    if (outcome.outcome === 'WRITTEN' || outcome.outcome === 'UNCHANGED') {
      if (apply) writeDigest(file, outcome.files[0]!.sha256);
    }
    return { slug, url, problem: null, outcome };
  } catch (error) {
    // Connection errors, invalid files and missing indicators are reported, and the next recipe runs.
    if (error instanceof AppError && error.code.startsWith('DATABASE_')) throw error;
    return { slug, url, problem: error instanceof Error ? error.message : String(error), outcome };
  }
}

function toImportRequest(
  slug: string,
  recipe: Recipe,
): Omit<ImportRequest, 'paths' | 'retrievedOn' | 'acceptedLostCount' | 'acceptsOlder' | 'dryRun'> {
  const { publisher, source, sheet, mapping, dimensions, add, groups, addCodes, skipAreas, uncovered, licence } =
    recipe;
  return {
    indicator: slug,
    publisher,
    source,
    sheet,
    mapping: mapping === null ? null : mappingFromFields(mapping),
    dimensions: new Map(Object.entries(dimensions)),
    add,
    groups: new Map(Object.entries(groups)),
    addsNewCodes: addCodes,
    period: null,
    licence,
    accept: parseAccept(recipe),
    skipsUnknownAreas: skipAreas !== null,
    uncovered,
  };
}

function parseAccept({ accept }: Recipe): Map<AcceptableCode, number> {
  return new Map(
    Object.entries(accept).map(([name, count]) => {
      const named = parseAcceptableCode(name);
      if ('tip' in named) throw datasetError(`accept: "${name}" is not a code that can be accepted; ${named.tip}.`);
      if (!/^\d{1,9}$/.test(count)) throw datasetError(`accept: "${count}" is not a number of figures.`);
      return [named.code, Number(count)];
    }),
  );
}

/** Writes the digest of the imported file into its recipe. @throws AppError FILE_UNWRITABLE */
function writeDigest(file: string, sha256: string): void {
  const line = `digest: ${sha256}`;
  try {
    const text = readFileSync(file, 'utf8');
    const updatedText = /^digest:.*$/m.test(text) ? text.replace(/^digest:.*$/m, line) : `${text.trimEnd()}\n${line}\n`;
    // A temporary file in the same folder would remain visible to git if the process were killed.
    if (updatedText !== text) writeFileAtomic(file, updatedText, ensureStateFolder(dirname(dirname(file))));
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
    const reason = describeSystemError(error);
    throw new AppError('FILE_UNWRITABLE', `${file}: the digest of the file could not be recorded: ${reason}.`);
  }
}
