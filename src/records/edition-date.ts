import type { Batch, EntryRecord, SeriesEdition } from '../store/store.js';
import { figuresOf } from './figures.js';
import type { Services } from './neighbourhood.js';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}/;

/**
 * The editions of a batch, each with the day on which its publisher last updated the figures, so that they have the same
 * date wherever they are brought: as their files say; else the day on which the files were fetched; for figures written
 * by editors, the latest day on which one of their sources was published or, where that day is not known, retrieved.
 */
export async function datedEditions(
  { store, modules }: Pick<Services, 'store' | 'modules'>,
  { entries, editions = [] }: Batch,
): Promise<SeriesEdition[]> {
  const kind = figuresOf(modules)?.sources;
  const written = editions.filter(({ provenance }) => !provenance);
  const slugs = [...new Set(written.flatMap(sourcesOf))];
  const stored =
    kind === undefined || slugs.length === 0 ? [] : await store.current(slugs.map((slug) => ({ kind, slug })));
  const records = new Map(stored.flatMap((entry, at) => (entry ? [[slugs[at]!, entry.record]] : [])));
  for (const entry of entries) if (entry.kind === kind && entry.record) records.set(entry.slug, entry.record);
  return editions.map((edition) => {
    const days = edition.provenance
      ? importedOn(edition.provenance)
      : sourcesOf(edition).flatMap((slug) => dayOf(records.get(slug)));
    const latest = days.sort().at(-1);
    return latest === undefined ? edition : { ...edition, publishedAt: new Date(`${latest}T00:00:00Z`) };
  });
}

function sourcesOf({ series }: SeriesEdition): string[] {
  return [...new Set(series.flatMap(({ points }) => points.flatMap(({ source }) => source ?? [])))];
}

function importedOn({ files, retrievedOn }: NonNullable<SeriesEdition['provenance']>): string[] {
  const updated = files.flatMap((file) => fullDay(file.updated));
  return updated.length > 0 ? updated : fullDay(retrievedOn);
}

function dayOf(record: EntryRecord | undefined): string[] {
  const copy = record?.['readIn'] as EntryRecord | null | undefined;
  const given = [record?.['publishedOn'], record?.['retrievedOn'], copy?.['retrievedOn']];
  return given.flatMap(fullDay).slice(0, 1);
}

/** The day in a text that begins with a whole date, or none. */
function fullDay(text: unknown): string[] {
  const day = FULL_DATE.exec(String(text ?? ''))?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? [day] : [];
}
