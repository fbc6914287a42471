import { findImportRefusal } from '../datasets/accepted-problems.js';
import { extendDimensions, INDICATOR_KIND, readImportTarget } from '../datasets/read-import-entries.js';
import { type DatasetFigures, readDatasetFigures } from '../datasets/read-figures.js';
import { restrictiveLicence } from '../datasets/publisher-checks.js';
import { AppError } from '../errors.js';
import { createVintage } from '../records/submitted-figures.js';
import { importDate } from '../records/vintage-date.js';
import { unpublishEntry } from '../records/lifecycle.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import { withoutComputedFields } from '../records/replace-links.js';
import { type RecordToSave, saveRecords } from '../records/save-records.js';
import { AreaResolver } from '../series/area-resolver.js';
import { CellChangeCollector } from '../series/cell-changes.js';
import type { StoredEntry } from '../store/entries.js';
import type { VintageToWrite } from '../store/figures.js';
import type { VintageChangeCounts, ImportResult, ImportRequest } from './import-types.js';
import {
  readAllAreaDefinitions,
  checkPublishers,
  describeProvenance,
  requireActiveEntry,
  findPublisher,
  resolveSource,
} from './import-lookups.js';
import { findStaleClaims } from './stale-claims.js';
import { olderEditionProblem } from './older-edition-check.js';
import {
  findUncoveredFigures,
  type PeriodExtent,
  periodExtent,
  uncoveredProblem,
  addRetainedFigures,
} from './uncovered-periods.js';

const MAX_EXAMPLES = 20;

/** Writes the figures of files as the next vintage, unless they are unchanged. @throws DATASET_INVALID, NOT_FOUND */
export async function importFigures(services: RecordServices, request: ImportRequest): Promise<ImportResult> {
  const { store } = services;
  const entry = await requireActiveEntry(services, INDICATOR_KIND, request.indicator);
  const areas = new AreaResolver(await readAllAreaDefinitions(services));
  const source = await resolveSource(services, entry, request.source, areas);
  const read = await readDatasetFigures(request.paths, readImportTarget(entry), areas, { ...request, source }, request);
  const publisher = await findPublisher(services, entry);
  await checkPublishers(services, publisher, source, read, areas);
  const closedBy = restrictiveLicence(publisher, read.files, request.licence);
  const provenance = await describeProvenance(services, entry, source, read, request);
  const newest = (await store.figures.vintages([entry.slug])).get(entry.slug)?.at(-1);
  const uncovered = await findUncoveredFigures(store.figures, entry.slug, read.series);
  const retained = uncovered !== null && request.uncovered === 'keep' ? uncovered : null;
  const series = retained ? addRetainedFigures(read.series, retained.series) : read.series;
  const vintage = { ...createVintage(entry.slug, series), provenance, expectedNewest: newest?.at ?? null };
  const base = {
    reason: null,
    options: null,
    indicator: entry.slug,
    source,
    files: read.files.map(({ file: { name, sha256, bytes }, ...layout }) => ({ name, sha256, bytes, ...layout })),
    report: read.report,
    groupSums: read.groupSums,
    series: vintage.series.length,
    digest: vintage.digest,
    sequence: null,
    closedBy,
    kept: retained && { cells: retained.cells, periods: retained.periods, sources: retained.sources },
    claims: await findStaleClaims(services, entry.slug, series),
    newCodes: [...read.newCodes].map(([dimension, { titles, total }]) => ({
      dimension,
      codes: [...titles.keys()],
      total,
    })),
  };
  const rejection = findImportRefusal(read.report, read.groupSums, request);
  if (rejection !== null) return { ...base, ...rejection, outcome: 'REFUSED', changes: null };
  if (read.series.length === 0) {
    const reason = 'the files contain no figure to import; choose other codes with --dimension, or another file';
    return { ...base, outcome: 'REFUSED', reason, changes: null };
  }
  const lossProblem = uncovered && uncoveredProblem(uncovered, source, request.uncovered);
  if (lossProblem) return { ...base, ...lossProblem, outcome: 'REFUSED', changes: null };
  const isSame = newest?.digest === vintage.digest;
  const changes = newest && !isSame ? await previewChanges(services, vintage, periodExtent(read.series)) : null;
  if (request.acceptedLostCount !== undefined && (changes?.lost ?? 0) !== request.acceptedLostCount) {
    return { ...base, ...lostRefusal(changes?.lost ?? 0), outcome: 'REFUSED', changes };
  }
  const older = isSame || request.acceptsOlder ? null : olderEditionProblem(importDate(provenance), newest);
  if (older) return { ...base, ...older, outcome: 'REFUSED', changes };
  if (closedBy !== null) await withhold(services, entry, request.dryRun);
  if (isSame) return { ...base, outcome: 'UNCHANGED', changes: NO_CHANGES };
  const message = `Import of ${provenance.files.map(({ name }) => name).join(', ')} into ${entry.slug}`;
  const commitOptions = { author: 'import', message, dryRun: request.dryRun };
  const records = await addNewCodes(services, entry.slug, read);
  const result = await saveRecords(services, records, commitOptions, undefined, [vintage]);
  if (result.outcome === 'INVALID') {
    const [problem] = result.problems;
    throw new AppError(
      'DATASET_INVALID',
      `The codes of the file cannot be used: ${problem?.path}: ${problem?.message}.`,
    );
  }
  if (result.outcome === 'CONFLICT') throw conflict();
  if (result.outcome !== 'WRITTEN') return { ...base, outcome: 'CHECKED', changes };
  return { ...base, outcome: 'WRITTEN', changes, sequence: result.sequence };
}

/** Returns the record of the indicator with the new codes of the files added; no record if it has all codes. */
async function addNewCodes(
  services: RecordServices,
  slug: string,
  { newCodes }: DatasetFigures,
): Promise<RecordToSave[]> {
  if (newCodes.size === 0) return [];
  const entry = await requireActiveEntry(services, INDICATOR_KIND, slug);
  const kind = services.model.kind(INDICATOR_KIND);
  const record = {
    kind,
    slug,
    raw: { ...withoutComputedFields(kind, entry.record), dimensions: extendDimensions(entry, newCodes) },
    originalLocale: null,
    publish: entry.status === 'PUBLISHED',
    expectedRevision: entry.revision,
  };
  return [record];
}

/** Unpublishes an indicator before figures that must not be redistributed are imported. @throws IN_USE, CONFLICT */
async function withhold(
  services: RecordServices,
  { kind, slug, revision }: StoredEntry,
  dryRun: boolean,
): Promise<void> {
  const revisionKey = { kind: services.model.kind(kind), slug, expectedRevision: revision };
  const message = `The terms do not allow figures of ${slug} to be shared`;
  const result = await unpublishEntry(services, revisionKey, { author: 'import', message, dryRun });
  if (result.outcome === 'IN_USE') {
    const uses = result.uses.map((use) => `${use.kind} "${use.slug}"`).join(', ');
    throw new AppError(
      'IN_USE',
      `The terms of the file do not allow its figures to be shared, but published entries need the indicator "${slug}": ${uses}. ` +
        'Unpublish them first, or name the terms of this file with --licence if they allow it.',
    );
  }
  if (result.outcome === 'CONFLICT') throw conflict();
}

function conflict(): AppError {
  return new AppError('CONFLICT', 'Another user changed the indicator in the meantime. Import again.');
}

const NO_CHANGES: VintageChangeCounts = { changed: 0, appeared: 0, vanished: 0, lost: 0, examples: [] };

async function previewChanges(
  { store }: RecordServices,
  vintage: VintageToWrite,
  { first, last }: PeriodExtent,
): Promise<VintageChangeCounts> {
  const changes = new CellChangeCollector(MAX_EXAMPLES, ({ kind }) => kind !== 'APPEARED');
  let lostCount = 0;
  for await (const series of store.figures.previewChangedSeries(vintage)) {
    changes.add(series);
    for (const { period, before, after } of series.cells()) {
      const isCovered = period >= first && period <= last;
      if (isCovered && (before?.value ?? null) !== null && (after?.value ?? null) === null) lostCount += 1;
    }
  }
  return {
    changed: changes.count('CHANGED'),
    appeared: changes.count('APPEARED'),
    vanished: changes.count('VANISHED'),
    lost: lostCount,
    examples: changes.cells,
  };
}

function lostRefusal(lostCount: number): { reason: string; options: string | null } {
  if (lostCount === 0)
    return { reason: 'no figure of the newest edition is lost; remove --accept-lost', options: null };
  return {
    reason: `${lostCount} figures of the newest edition are lost: the file covers their periods and has no figure`,
    options: `--accept-lost ${lostCount}`,
  };
}
