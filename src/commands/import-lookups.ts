import {
  readAreaDefinition,
  IMPORT_AREA_FIELDS,
  firstCitedSource,
  COUNTRY_KIND,
  listMemberCountrySlugs,
  listOrganisationNames,
  ORGANISATION_KIND,
  SOURCE_KIND,
} from '../datasets/read-import-entries.js';
import type { DatasetFigures } from '../datasets/read-figures.js';
import {
  checkFilePublishers,
  isPublisherName,
  otherPublisherError,
  type Publisher,
  sourceAdvice,
} from '../datasets/publisher-checks.js';
import { findLicenceTerms } from '../datasets/licence-terms.js';
import { AppError } from '../errors.js';
import { withSuggestion } from '../model/closest-match.js';
import { withoutReplacedAreas } from '../reading/indexed-area.js';
import { publishedSlugs } from '../records/entry-command.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import type { AreaDefinition, AreaResolver } from '../series/area-resolver.js';
import type { StoredEntry } from '../store/entries.js';
import type { VintageProvenance } from '../store/figures.js';
import type { ImportRequest } from './import-types.js';

/** Returns the organisation that publishes the figures of an indicator. */
export async function findPublisher({ store }: RecordServices, indicator: StoredEntry): Promise<Publisher> {
  const slug = String(indicator.record['publisher']);
  const [organisation] = await store.entries.currentStates([{ kind: ORGANISATION_KIND, slug }]);
  if (!organisation) return { names: [slug], countries: [] };
  const members = listMemberCountrySlugs(organisation).map((countrySlug) => ({
    kind: COUNTRY_KIND,
    slug: countrySlug,
  }));
  const countries = await store.entries.currentStates(members);
  return {
    names: listOrganisationNames(organisation),
    countries: countries.flatMap((country) => (country ? [String(country.record['code'])] : [])),
  };
}

/** Returns the slugs of the sources that a publisher has published. */
async function sourceSlugsOf({ store }: RecordServices, publisher: Publisher, areas: AreaResolver): Promise<string[]> {
  const slugs: string[] = [];
  for await (const { slug, record } of store.entries.published(SOURCE_KIND, ['publisherName'])) {
    if (isPublisherName(publisher, String(record['publisherName']), areas)) slugs.push(slug);
  }
  return slugs.sort();
}

/** Checks that files, indicator and source have the same publisher. @throws AppError DATASET_INVALID */
export async function checkPublishers(
  services: RecordServices,
  publisher: Publisher,
  source: string,
  { files }: DatasetFigures,
  areas: AreaResolver,
): Promise<void> {
  const [cited] = await services.store.entries.currentStates([{ kind: SOURCE_KIND, slug: source }]);
  const named = String(cited?.record['publisherName'] ?? '');
  checkFilePublishers(publisher, files, areas);
  if (isPublisherName(publisher, named, areas)) return;
  throw otherPublisherError(publisher, named, await sourceSlugsOf(services, publisher, areas));
}

/** Finds an entry that is not withdrawn. @throws AppError NOT_FOUND */
export async function requireActiveEntry({ store }: RecordServices, kind: string, slug: string): Promise<StoredEntry> {
  const [entry] = await store.entries.currentStates([{ kind, slug }]);
  if (entry && entry.status !== 'RETIRED') return entry;
  const slugs = await publishedSlugs(store, kind);
  throw new AppError('NOT_FOUND', withSuggestion(`There is no ${kind.toLowerCase()} "${slug}"`, slug, slugs));
}

/** Returns the slug of the source: the given one, else the first that the indicator cites. @throws AppError USAGE */
export async function resolveSource(
  services: RecordServices,
  indicator: StoredEntry,
  sourceSlug: string | null,
  areas: AreaResolver,
): Promise<string> {
  const slug = sourceSlug ?? firstCitedSource(indicator);
  if (slug !== null) return (await requireActiveEntry(services, SOURCE_KIND, slug)).slug;
  const publisher = await findPublisher(services, indicator);
  throw new AppError(
    'USAGE',
    `The indicator cites no source. ${sourceAdvice(publisher, await sourceSlugsOf(services, publisher, areas))}`,
  );
}

/** Reads the names and codes of all areas, which are needed to parse files. */
export async function readAllAreaDefinitions({ store, model }: RecordServices): Promise<AreaDefinition[]> {
  const entries: StoredEntry[] = [];
  for (const kind of model.kinds) {
    if (!kind.fields.some((field) => field.type === 'AreaCode' && !field.list)) continue;
    const fields = IMPORT_AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
    for await (const entry of store.entries.published(kind.name, fields)) entries.push(entry);
  }
  const countries = entries.filter(({ kind }) => kind === COUNTRY_KIND);
  const codes = new Map(countries.map(({ slug, record }) => [slug, String(record['code'])]));
  return withoutReplacedAreas(
    entries.map((entry) => readAreaDefinition(entry, codes)),
    model,
  );
}

/** Returns the provenance of figures read from files: the files, the date of download and the terms of reuse. */
export async function describeProvenance(
  services: RecordServices,
  indicator: StoredEntry,
  source: string,
  { files }: DatasetFigures,
  { licence, retrievedOn }: ImportRequest,
): Promise<VintageProvenance> {
  const [entry] = await services.store.entries.currentStates([{ kind: SOURCE_KIND, slug: source }]);
  const terms = findLicenceTerms(files[0]?.publisher ?? null);
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
