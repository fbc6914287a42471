import {
  readAreaFacts,
  AREA_FIELDS,
  citedSource,
  listNames,
  ORGANISATION,
  SOURCE,
} from '../datasets/indicator-target.js';
import type { ReadFigures } from '../datasets/read-figures.js';
import type { Publishers } from '../datasets/shared-publisher.js';
import { findTerms } from '../datasets/terms.js';
import { AppError } from '../errors.js';
import { withMeant } from '../model/nearest.js';
import { withoutGivenWay } from '../reading/area-names.js';
import { publishedSlugs } from '../records/asked-entry.js';
import type { Services } from '../records/linked-entries.js';
import type { AreaFacts } from '../series/area-reader.js';
import type { StoredEntry } from '../store/entries.js';
import type { VintageProvenance } from '../store/figures.js';
import type { ImportRequest } from './import-outcome.js';

/** The publishers of an indicator, of the source of its figures and of the files, by their names. */
export async function findPublishers(
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
    indicator: organisation ? listNames(organisation) : [String(indicator.record['publisher'])],
    source: String(cited?.record['publisher'] ?? ''),
    files: files.map(({ file, publisher }) => ({ name: file.name, publisher })),
  };
}

/** An entry that is not withdrawn. @throws AppError NOT_FOUND, with the nearest */
export async function publishedEntry({ store }: Services, kind: string, slug: string): Promise<StoredEntry> {
  const [entry] = await store.entries.current([{ kind, slug }]);
  if (entry && entry.status !== 'RETIRED') return entry;
  const slugs = await publishedSlugs(store, kind);
  throw new AppError('NOT_FOUND', withMeant(`There is no ${kind.toLowerCase()} "${slug}"`, slug, slugs));
}

/** The slug of the source that figures were read in: the given one, or the first that the indicator cites. */
export async function sourceFor(services: Services, indicator: StoredEntry, given: string | null): Promise<string> {
  const slug = given ?? citedSource(indicator);
  if (slug === null) {
    throw new AppError('USAGE', 'The indicator cites no source; say with --source where the figures were read.');
  }
  return (await publishedEntry(services, SOURCE, slug)).slug;
}

/** What is known of all areas, by which files are read. */
export async function areaFacts({ store, model }: Services): Promise<AreaFacts[]> {
  const facts: AreaFacts[] = [];
  for (const kind of model.kinds) {
    if (!kind.fields.some((field) => field.type === 'AreaCode' && !field.list)) continue;
    const fields = AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
    for await (const entry of store.entries.published(kind.name, fields)) facts.push(readAreaFacts(entry));
  }
  return withoutGivenWay(facts, model);
}

/** Where the figures of files come from, and on which terms. */
export async function describeProvenance(
  services: Services,
  indicator: StoredEntry,
  source: string,
  { files }: ReadFigures,
  { licence, retrievedOn }: ImportRequest,
): Promise<VintageProvenance> {
  const [entry] = await services.store.entries.current([{ kind: SOURCE, slug: source }]);
  const terms = findTerms(files[0]?.publisher ?? null);
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
