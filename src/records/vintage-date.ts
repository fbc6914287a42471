import type { Batch } from '../store/change-log.js';
import type { EntryRecord } from '../store/entries.js';
import type { VintageDate, VintageToWrite } from '../store/figures.js';
import { findFigureKinds } from './kind-module.js';
import type { RecordServices } from './read-entries-for-validation.js';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}/;

/**
 * Sets the dates of vintages, independently of the time of import. Imported figures have the date of the publisher's
 * update, or else of the retrieval; editors' figures the latest date of their sources; others none.
 */
export async function withVintageDates<T extends Pick<VintageToWrite, 'series' | 'provenance' | 'earlier'>>(
  { store, modules }: Pick<RecordServices, 'store' | 'modules'>,
  { entries, vintages = [] }: { entries: Batch['entries']; vintages?: readonly T[] },
): Promise<(T & { date?: VintageDate })[]> {
  const kind = findFigureKinds(modules)?.sources;
  const editorVintages = vintages.filter(({ provenance }) => !provenance);
  const slugs = [...new Set(editorVintages.flatMap(collectSources))];
  const readSources = async (names: readonly string[]) =>
    kind === undefined || names.length === 0 ? [] : store.entries.currentStates(names.map((slug) => ({ kind, slug })));
  const storedSources = await readSources(slugs);
  // The slug of a source may be a former one, which redirects to the current entry.
  const newSlugs = storedSources.map((entry) => entry?.movedTo ?? null);
  const currentSources = await readSources(newSlugs.filter((slug) => slug !== null));
  const recordsBySlug = new Map(entries.flatMap((entry) => (entry.kind === kind ? [[entry.slug, entry.record]] : [])));
  const records = new Map(
    slugs.map((slug, index) => {
      const current =
        newSlugs[index] === null
          ? storedSources[index]
          : currentSources.find((entry) => entry?.slug === newSlugs[index]);
      return [slug, recordsBySlug.get(newSlugs[index] ?? slug) ?? recordsBySlug.get(slug) ?? current?.record];
    }),
  );
  return vintages.map((vintage) => {
    const dates = vintage.provenance
      ? datesOfImport(vintage.provenance)
      : collectSources(vintage).flatMap((slug) => sourceDate(records.get(slug)) ?? []);
    const { earlier: earliestDate } = vintage;
    const lowerBound = earliestDate === undefined ? null : ({ date: earliestDate, dateOf: 'NOT_BEFORE' } as const);
    const date = lowerBound
      ? (dates.find((candidate) => candidate.date === earliestDate) ?? lowerBound)
      : latestDate(dates);
    return date === null ? vintage : { ...vintage, date };
  });
}

/** Returns the first full date of publication or retrieval of a source, else its first date of any kind, or null. */
export function sourceDate(record: EntryRecord | undefined): VintageDate | null {
  const readIn = record?.['readIn'] as EntryRecord | null | undefined;
  const datedFields = [
    ['UPDATE', record?.['publishedOn']],
    ['RETRIEVAL', record?.['retrievedOn']],
    ['RETRIEVAL', readIn?.['retrievedOn']],
    ['NOT_BEFORE', record?.['notBefore']],
  ] as const;
  const dates = datedFields.flatMap(([dateOf, date]) => (typeof date === 'string' ? [{ date, dateOf }] : []));
  return dates.find(({ date, dateOf }) => dateOf !== 'NOT_BEFORE' && FULL_DATE.test(date)) ?? dates[0] ?? null;
}

/** Returns the latest date of the sources of figures; null if no source has a date. */
export function figuresDate(
  figures: VintageToWrite['series'],
  sourceRecord: (slug: string) => EntryRecord | undefined,
): VintageDate | null {
  return latestDate(collectSources({ series: figures }).flatMap((slug) => sourceDate(sourceRecord(slug)) ?? []));
}

function collectSources({ series }: Pick<VintageToWrite, 'series'>): string[] {
  return [...new Set(series.flatMap(({ points }) => points.flatMap(({ source }) => source ?? [])))];
}

/** Returns the date of imported figures; null if unknown. */
export function importDate(provenance: NonNullable<VintageToWrite['provenance']>): VintageDate | null {
  return latestDate(datesOfImport(provenance));
}

function datesOfImport({ files, retrievedOn }: NonNullable<VintageToWrite['provenance']>): VintageDate[] {
  const updateDates = files.flatMap((file) => fullDates(file.updated));
  const [days, dateOf] =
    updateDates.length > 0 ? [updateDates, 'UPDATE' as const] : [fullDates(retrievedOn), 'RETRIEVAL' as const];
  return days.map((date) => ({ date, dateOf }));
}

function fullDates(text: unknown): string[] {
  const day = FULL_DATE.exec(String(text ?? ''))?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? [day] : [];
}

/** Returns the latest date; the first of equal ones. Null for an empty list. */
function latestDate(dates: readonly VintageDate[]): VintageDate | null {
  return dates.reduce<VintageDate | null>((best, date) => (best === null || date.date > best.date ? date : best), null);
}
