import { asRecord } from '../reading/typed-entry.js';
import type { AreaFacts } from '../series/area-reader.js';
import type { StoredEntry } from '../store/entries.js';
import type { NewCodes, Target } from './target.js';

/** The kinds that an import is about: what figures belong to, and where they were read. */
export const INDICATOR = 'Indicator';
export const SOURCE = 'Source';
export const ORGANISATION = 'Organisation';

/** The fields of an area that say what it is called. */
export const AREA_FIELDS: readonly string[] = ['title', 'code', 'alpha3', 'codes'];

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

/** What an organisation is called: its title in any language, the original first, its acronym and its slug. */
export function listNames({ slug, record, originalLocale }: StoredEntry): string[] {
  const { title = {}, acronym } = asRecord<typeof ORGANISATION>(record);
  const titles: Partial<Record<string, string>> = title;
  const names = [titles[originalLocale] ?? slug, ...Object.values(title), ...(acronym ? [acronym] : []), slug];
  return [...new Set(names)];
}

/** What an area is called, from its entry. */
export function readAreaFacts({ kind, record }: Pick<StoredEntry, 'kind' | 'record'>): AreaFacts {
  const { code, title = {}, alpha3, codes = [] } = asRecord<'CountryProfile'>(record);
  return { kind, code: code!, titles: title, alpha3: alpha3 ?? null, codes };
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
