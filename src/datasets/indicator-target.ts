import type { AreaFacts } from '../series/area-reader.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { NewCodes, Target } from './target.js';

/** The kinds that an import is about: what figures belong to, and where they were read. */
export const INDICATOR = 'Indicator';
export const SOURCE = 'Source';
export const ORGANISATION = 'Organisation';

/** The fields of an area that say what it is called. */
export const AREA_FIELDS: readonly string[] = ['title', 'code', 'alpha3', 'codes'];

/** What an indicator takes, from its record. */
export function targetOf({ record }: Pick<StoredEntry, 'record'>): Target {
  const dimensions = (record['dimensions'] as EntryRecord[] | undefined) ?? [];
  return {
    frequency: record['frequency'] as Target['frequency'],
    measure: record['measure'] as Target['measure'],
    decimals: (record['decimals'] as number | null | undefined) ?? 0,
    dimensions: dimensions.map((dimension) => ({
      name: String(dimension['name']),
      total: (dimension['total'] as string | null | undefined) ?? null,
      codes: ((dimension['codes'] as EntryRecord[] | undefined) ?? []).map(({ code, title }) => ({
        code: String(code),
        titles: Object.values((title as Record<string, string> | undefined) ?? {}),
      })),
    })),
  };
}

/** What an organisation is called: its title in any language, the original first, its acronym and its slug. */
export function namesOf({ slug, record, originalLocale }: StoredEntry): string[] {
  const titles = (record['title'] as Record<string, string> | undefined) ?? {};
  const acronym = record['acronym'] as string | null | undefined;
  const original = originalLocale === null ? undefined : titles[originalLocale];
  return [...new Set([original ?? slug, ...Object.values(titles), ...(acronym ? [acronym] : []), slug])];
}

/** What an area is called, from its entry. */
export function areaFactsOf({ kind, record }: Pick<StoredEntry, 'kind' | 'record'>): AreaFacts {
  return {
    kind,
    code: String(record['code']),
    titles: (record['title'] as Record<string, string> | undefined) ?? {},
    alpha3: (record['alpha3'] as string | undefined) ?? null,
    codes: ((record['codes'] as EntryRecord[] | undefined) ?? []).map(({ publisher, code }) => ({
      publisher: String(publisher),
      code: String(code),
    })),
  };
}

/** The first source that an indicator cites; null where it cites none. */
export function citedSource({ record }: Pick<StoredEntry, 'record'>): string | null {
  const citations = (record['citations'] as EntryRecord[] | undefined) ?? [];
  return (citations[0]?.['source'] as string | undefined) ?? null;
}

/** The dimensions of an indicator with codes that files have besides, and the totals that they propose. */
export function dimensionsWith(
  { record, originalLocale }: Pick<StoredEntry, 'record' | 'originalLocale'>,
  newCodes: ReadonlyMap<string, NewCodes>,
): EntryRecord[] {
  return ((record['dimensions'] as EntryRecord[] | undefined) ?? []).map((dimension) => {
    const taken = newCodes.get(String(dimension['name']));
    if (!taken) return dimension;
    const codes = [...taken.titles].map(([code, title]) => ({ code, title: { [originalLocale ?? 'en']: title } }));
    return {
      ...dimension,
      codes: [...((dimension['codes'] as EntryRecord[] | undefined) ?? []), ...codes],
      ...(taken.total !== null && { total: taken.total }),
    };
  });
}
