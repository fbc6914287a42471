import { AREA_FIELDS } from '../reading/indexed-area.js';
import { asRecord } from '../reading/typed-entry.js';
import type { AreaDefinition } from '../series/area-resolver.js';
import type { StoredEntry } from '../store/entries.js';
import type { NewCodeCollector, ImportTarget } from './import-target.js';

/** Name of the kind of entries that have figures. */
export const INDICATOR_KIND = 'Indicator';
export const SOURCE_KIND = 'Source';
export const ORGANISATION_KIND = 'Organisation';
export const COUNTRY_KIND = 'Country';

/** Fields of areas that an import reads. */
export const IMPORT_AREA_FIELDS: readonly string[] = [...AREA_FIELDS, 'isFixed', 'members'];

/** Returns the properties of an indicator that imported figures must match. */
export function readImportTarget(entry: Pick<StoredEntry, 'record'>): ImportTarget {
  const { frequency, measure, decimals, dimensions = [] } = asRecord<typeof INDICATOR_KIND>(entry.record);
  return {
    frequency: frequency!,
    measure: measure!,
    decimals: decimals ?? 0,
    dimensions: dimensions.map(({ name, total, codes }) => ({
      name,
      total: total ?? null,
      codes: codes.map(({ code, title }) => ({ code, titles: Object.values(title ?? {}) })),
    })),
  };
}

/** Returns the names of an organisation: titles (original language first), acronym, other names and slugs. */
export function listOrganisationNames({ slug, formerly, record, originalLocale }: StoredEntry): string[] {
  const { title = {}, acronym, otherNames = [] } = asRecord<typeof ORGANISATION_KIND>(record);
  const titles: Partial<Record<string, string>> = title;
  const short = acronym ? [acronym] : [];
  return [
    ...new Set([titles[originalLocale] ?? slug, ...Object.values(title), ...short, ...otherNames, slug, ...formerly]),
  ];
}

/** Returns the slugs of the countries that are members of an organisation. */
export function listMemberCountrySlugs({ record }: Pick<StoredEntry, 'record'>): readonly string[] {
  return asRecord<typeof ORGANISATION_KIND>(record).memberCountries ?? [];
}

/** Returns the codes, titles and members of an area entry. @param codes country codes by slug, for the members */
export function readAreaDefinition(
  { kind, record }: Pick<StoredEntry, 'kind' | 'record'>,
  codes: ReadonlyMap<string, string>,
): AreaDefinition {
  const { code, title = {}, alpha3, codes: published = [] } = asRecord<typeof COUNTRY_KIND>(record);
  const { members = [], isFixed } = asRecord<'CountryGroup'>(record);
  return {
    kind,
    code: code!,
    titles: title,
    alpha3: alpha3 ?? null,
    codes: published,
    members: members.flatMap(({ country: slug, from = null, to = null }) => {
      const country = codes.get(slug);
      if (country === undefined) return [];
      return [isFixed === true ? { country, from: null, to: null } : { country, from, to }];
    }),
  };
}

/** Returns the slug of the first source that an indicator cites; null if it cites none. */
export function firstCitedSource({ record }: Pick<StoredEntry, 'record'>): string | null {
  return asRecord<typeof INDICATOR_KIND>(record).citations?.[0]?.source ?? null;
}

/** Returns the dimensions of an indicator, extended with new codes and totals from files. */
export function extendDimensions(
  { record, originalLocale }: Pick<StoredEntry, 'record' | 'originalLocale'>,
  newCodes: ReadonlyMap<string, NewCodeCollector>,
): object[] {
  return asRecord<typeof INDICATOR_KIND>(record).dimensions!.map((dimension) => {
    const added = newCodes.get(dimension.name);
    if (!added) return dimension;
    const codes = [...added.titles].map(([code, title]) => ({ code, title: { [originalLocale ?? 'en']: title } }));
    return {
      ...dimension,
      codes: [...dimension.codes, ...codes],
      ...(added.total !== null && { total: added.total }),
    };
  });
}
