import {
  areaFactsOf,
  AREA_FIELDS,
  citedSource,
  INDICATOR,
  dimensionsWith,
  namesOf,
  ORGANISATION,
  SOURCE,
  targetOf,
} from '../datasets/indicator-target.js';
import { withoutGivenWay } from '../reading/area-names.js';
import type { Acceptance } from '../datasets/accepted.js';
import { refusalOf } from '../datasets/accepted.js';
import type { ImportReport } from '../datasets/import-report.js';
import type { Progress, ReadChoices, ReadFigures } from '../datasets/read-figures.js';
import { readFigures } from '../datasets/read-figures.js';
import type { Publishers } from '../datasets/shared-publisher.js';
import { checkPublishers, closedTerms } from '../datasets/shared-publisher.js';
import { termsOf } from '../datasets/terms.js';
import { AppError } from '../errors.js';
import { nearest } from '../model/nearest.js';
import { vintageFrom } from '../records/figures.js';
import type { Services } from '../records/linked-entries.js';
import { unpublishEntry } from '../records/life.js';
import { storedPart } from '../records/relink.js';
import { saveRecords } from '../records/save.js';
import { commitBatch } from '../records/write.js';
import type { AreaFacts } from '../series/area-reader.js';
import { AreaReader } from '../series/area-reader.js';
import type { CellChange } from '../series/cell-changes.js';
import { CellChanges } from '../series/cell-changes.js';
import type { Uncovered, UncoveredFigures } from './uncovered-periods.js';
import { uncoveredFigures, uncoveredRefusal, withKept } from './uncovered-periods.js';
import type { LostClaim } from './lost-claims.js';
import { lostClaims } from './lost-claims.js';
import type { VintageProvenance, SeriesVintage } from '../store/figures.js';
import type { StoredEntry } from '../store/entries.js';

/** What somebody wants to import, and how. */
export interface ImportRequest extends Omit<ReadChoices, 'source'>, Acceptance {
  paths: readonly string[];
  indicator: string;
  /** Slug of the source; null for the first that the indicator cites. */
  source: string | null;
  licence: string | null;
  retrievedOn: string;
  /** What becomes of figures for periods that the files do not cover. */
  uncovered: Uncovered;
  dryRun: boolean;
  progress?: Progress;
}

/** A file as the outcome tells of it. */
export type ImportedFile = VintageProvenance['files'][number] & {
  bytes: number;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
};

/** What came of an import. */
export interface ImportOutcome {
  /** WRITTEN is the only one that changed anything; UNCHANGED brings the figures that are there already. */
  outcome: 'WRITTEN' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
  /** Why nothing was written; null where something was, or nothing was to be. */
  reason: string | null;
  /** The options that would let it in all the same; null where it needs none. */
  options: string | null;
  indicator: string;
  source: string;
  files: readonly ImportedFile[];
  report: ImportReport;
  series: number;
  digest: string;
  /** Codes that the indicator got from the files, by dimension, and the total that they propose. */
  newCodes: readonly { dimension: string; codes: readonly string[]; total: string | null }[];
  /** The terms under which the indicator is for editors only; null where its figures may be passed on. */
  closedBy: string | null;
  /** How the cells differ from those of the newest edition; null where there is none. */
  changes: Changes | null;
  /** Figures that stay from the newest edition, with their own source; null where none do. */
  kept: Pick<UncoveredFigures, 'cells' | 'periods' | 'sources'> | null;
  /** What entries quote and the figures do not bear. */
  claims: readonly LostClaim[];
  /** The place in the log; null unless something was written. */
  sequence: number | null;
}

/** How the cells of two editions differ: how many do, and the first of those that changed. */
interface Changes {
  changed: number;
  appeared: number;
  vanished: number;
  examples: readonly CellChange[];
}

const MOST_EXAMPLES = 20;

/**
 * Reads files and writes their figures as the next edition of an indicator, or nothing when they are the same as those
 * of the newest one.
 *
 * @throws AppError DATASET_INVALID, NOT_FOUND
 */
export async function importFigures(services: Services, request: ImportRequest): Promise<ImportOutcome> {
  const { store } = services;
  const entry = await publishedEntry(services, INDICATOR, request.indicator);
  const source = await sourceFor(services, entry, request.source);
  const areas = new AreaReader(await areaFacts(services));
  const read = await readFigures(request.paths, targetOf(entry), areas, { ...request, source }, request);
  const publishers = await publishersOf(services, entry, source, read);
  checkPublishers(publishers);
  const closedBy = closedTerms(publishers, request.licence);
  const provenance = await provenanceOf(services, entry, source, read, request);
  const uncovered = await uncoveredFigures(store.figures, entry.slug, read.series);
  const kept = uncovered !== null && request.uncovered === 'keep' ? uncovered : null;
  const series = kept ? withKept(read.series, kept.series) : read.series;
  const edition = { ...vintageFrom(entry.slug, series), provenance };
  const newest = (await store.figures.newest([entry.slug])).get(entry.slug);
  const base = {
    reason: null,
    options: null,
    indicator: entry.slug,
    source,
    files: filesOf(read),
    report: read.report,
    series: edition.series.length,
    digest: edition.digest,
    sequence: null,
    closedBy,
    kept: kept && { cells: kept.cells, periods: kept.periods, sources: kept.sources },
    claims: await lostClaims(services, entry.slug, series),
    newCodes: [...read.newCodes].map(([dimension, { titles, total }]) => ({
      dimension,
      codes: [...titles.keys()],
      total,
    })),
  };
  const refused = refusalOf(read.report, request);
  if (refused !== null) return { ...base, ...refused, outcome: 'REFUSED', changes: null };
  if (read.series.length === 0) {
    const reason = 'no figure of the files could be taken';
    return { ...base, outcome: 'REFUSED', reason, changes: null };
  }
  const lost = uncovered && uncoveredRefusal(uncovered, source, request.uncovered);
  if (lost) return { ...base, ...lost, outcome: 'REFUSED', changes: null };
  if (closedBy !== null) await withhold(services, entry, request.dryRun);
  if (newest?.digest === edition.digest) {
    return { ...base, outcome: 'UNCHANGED', changes: { changed: 0, appeared: 0, vanished: 0, examples: [] } };
  }
  const changes = newest ? await changesFrom(services, edition) : null;
  await takeCodes(services, entry.slug, read, request.dryRun);
  if (request.dryRun) return { ...base, outcome: 'CHECKED', changes };
  const message = `Import of ${provenance.files.map(({ name }) => name).join(', ')} into ${entry.slug}`;
  const result = await commitBatch(services, { author: 'import', message, entries: [], editions: [edition] });
  if (!result.committed) throw conflict();
  return { ...base, outcome: 'WRITTEN', changes, sequence: result.sequence };
}

/** Gives an indicator the codes that were taken from files, by the checks that every change of a record passes. */
async function takeCodes(services: Services, slug: string, { newCodes }: ReadFigures, dryRun: boolean): Promise<void> {
  if (newCodes.size === 0) return;
  const entry = await publishedEntry(services, INDICATOR, slug);
  const kind = services.model.kind(INDICATOR);
  const record = {
    kind,
    slug,
    raw: { ...storedPart(kind, entry.record), dimensions: dimensionsWith(entry, newCodes) },
    originalLocale: null,
    publish: entry.status === 'PUBLISHED',
    expectedRevision: entry.revision,
  };
  const signature = { author: 'import', message: `Codes of files for ${slug}`, dryRun };
  const result = await saveRecords(services, [record], signature);
  if (result.outcome === 'INVALID') {
    const [problem] = result.problems;
    throw new AppError(
      'DATASET_INVALID',
      `The codes of the file cannot be taken: ${problem?.path}: ${problem?.message}.`,
    );
  }
  if (result.outcome === 'CONFLICT') throw conflict();
}

/** Takes an indicator from the public before figures come into it that may not be passed on. */
async function withhold(services: Services, { kind, slug, revision }: StoredEntry, dryRun: boolean): Promise<void> {
  const asked = { kind: services.model.kind(kind), slug, expectedRevision: revision };
  const message = `Figures of ${slug} may not be passed on`;
  const result = await unpublishEntry(services, asked, { author: 'import', message, dryRun });
  if (result.outcome === 'IN_USE') {
    const uses = result.uses.map((use) => `${use.kind} "${use.slug}"`).join(', ');
    throw new AppError(
      'IN_USE',
      `The terms of the file do not let its figures be passed on, but published entries need the indicator "${slug}": ${uses}.`,
    );
  }
  if (result.outcome === 'CONFLICT') throw conflict();
}

function conflict(): AppError {
  return new AppError('CONFLICT', 'The indicator was changed by somebody else meanwhile.');
}

async function publishersOf(
  { store }: Services,
  indicator: StoredEntry,
  source: string,
  { files }: ReadFigures,
): Promise<Publishers> {
  const [organisation, cited] = await store.entries.current([
    { kind: ORGANISATION, slug: String(indicator.record['publisher']) },
    { kind: SOURCE, slug: source },
  ]);
  return {
    indicator: organisation ? namesOf(organisation) : [String(indicator.record['publisher'])],
    source: String(cited?.record['publisher'] ?? ''),
    files: files.map(({ file, publisher }) => ({ name: file.name, publisher })),
  };
}

async function publishedEntry({ store }: Services, kind: string, slug: string): Promise<StoredEntry> {
  const [entry] = await store.entries.current([{ kind, slug }]);
  if (entry && entry.status !== 'RETIRED') return entry;
  const slugs: string[] = [];
  for await (const each of store.entries.published(kind, ['title'])) slugs.push(each.slug);
  const near = nearest(slug, slugs);
  const noun = kind.toLowerCase();
  throw new AppError('NOT_FOUND', `There is no ${noun} "${slug}"${near ? `; did you mean ${near}?` : '.'}`);
}

async function sourceFor(services: Services, indicator: StoredEntry, given: string | null): Promise<string> {
  const slug = given ?? citedSource(indicator);
  if (slug === null) {
    throw new AppError('USAGE', 'The indicator cites no source; say with --source where the figures were read.');
  }
  return (await publishedEntry(services, SOURCE, slug)).slug;
}

async function areaFacts({ store, model }: Services): Promise<AreaFacts[]> {
  const facts: AreaFacts[] = [];
  for (const kind of model.kinds) {
    if (!kind.fields.some((field) => field.type === 'AreaCode' && !field.list)) continue;
    const fields = AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
    for await (const entry of store.entries.published(kind.name, fields)) facts.push(areaFactsOf(entry));
  }
  return withoutGivenWay(facts, model);
}

async function provenanceOf(
  services: Services,
  indicator: StoredEntry,
  source: string,
  { files }: ReadFigures,
  { licence, retrievedOn }: ImportRequest,
): Promise<VintageProvenance> {
  const [entry] = await services.store.entries.current([{ kind: SOURCE, slug: source }]);
  const terms = termsOf(files[0]?.publisher ?? null);
  return {
    files: files.map(({ file, table, layout, updated }) => ({
      name: file.name,
      sha256: file.sha256,
      layout,
      table,
      updated,
    })),
    retrievedOn,
    licence: licence ?? (entry?.record['licence'] as string | null | undefined) ?? terms?.licence ?? null,
    attribution: (indicator.record['attribution'] as string | null | undefined) ?? terms?.attribution ?? null,
  };
}

function filesOf({ files }: ReadFigures): ImportedFile[] {
  return files.map(({ file, ...how }) => ({ name: file.name, sha256: file.sha256, bytes: file.bytes, ...how }));
}

async function changesFrom({ store }: Services, edition: SeriesVintage): Promise<Changes> {
  const changes = new CellChanges(MOST_EXAMPLES, ({ kind }) => kind !== 'APPEARED');
  for await (const series of store.figures.seriesToChange(edition)) changes.add(series);
  return {
    changed: changes.count('CHANGED'),
    appeared: changes.count('APPEARED'),
    vanished: changes.count('VANISHED'),
    examples: changes.cells,
  };
}
