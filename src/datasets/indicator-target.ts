import { AREA_FIELDS } from '../reading/area-names.js';
import { asRecord } from '../reading/typed-entry.js';
import type { AreaFacts } from '../series/area-reader.js';
import type { StoredEntry } from '../store/entries.js';
import type { NewCodes, Target } from './target.js';

/** The kinds that an import is about: what figures belong to, and where they were read. */
export const INDICATOR = 'Indicator';
export const SOURCE = 'Source';
export const ORGANISATION = 'Organisation';
export const COUNTRY = 'CountryProfile';

/** The fields of an area that an import reads. */
export const IMPORT_AREA_FIELDS: readonly string[] = [...AREA_FIELDS, 'isFixed', 'members'];

/** What an indicator takes, from its record. */
export function readTarget(entry: Pick<StoredEntry, 'record'>): Target {
  const { frequency, measure, decimals, dimensions = [] } = asRecord<typeof INDICATOR>(entry.record);
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

/** Names of an organisation, the title in the original language first: titles, acronym, other names, present and former slugs. */
export function listNames({ slug, formerly, record, originalLocale }: StoredEntry): string[] {
  const { title = {}, acronym, otherNames = [] } = asRecord<typeof ORGANISATION>(record);
  const titles: Partial<Record<string, string>> = title;
  const short = acronym ? [acronym] : [];
  return [
    ...new Set([titles[originalLocale] ?? slug, ...Object.values(title), ...short, ...otherNames, slug, ...formerly]),
  ];
}

/** Slugs of the countries whose authority an organisation is. */
export function listMemberCountries({ record }: Pick<StoredEntry, 'record'>): readonly string[] {
  return asRecord<typeof ORGANISATION>(record).memberCountries ?? [];
}

/**
 * What an entry says of an area.
 *
 * @param codes of countries, by slug
 */
export function readAreaFacts(
  { kind, record }: Pick<StoredEntry, 'kind' | 'record'>,
  codes: ReadonlyMap<string, string>,
): AreaFacts {
  const { code, title = {}, alpha3, codes: published = [] } = asRecord<typeof COUNTRY>(record);
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

/** The first source that an indicator cites; null where it cites none. */
export function citedSource({ record }: Pick<StoredEntry, 'record'>): string | null {
  return asRecord<typeof INDICATOR>(record).citations?.[0]?.source ?? null;
}

/** The dimensions of an indicator with codes that files have besides, and the totals that they propose. */
export function dimensionsWith(
  { record, originalLocale }: Pick<StoredEntry, 'record' | 'originalLocale'>,
  newCodes: ReadonlyMap<string, NewCodes>,
): object[] {
  return (asRecord<typeof INDICATOR>(record).dimensions ?? []).map((dimension) => {
    const taken = newCodes.get(dimension.name);
    if (!taken) return dimension;
    const codes = [...taken.titles].map(([code, title]) => ({ code, title: { [originalLocale ?? 'en']: title } }));
    return {
      ...dimension,
      codes: [...dimension.codes, ...codes],
      ...(taken.total !== null && { total: taken.total }),
    };
  });
}
