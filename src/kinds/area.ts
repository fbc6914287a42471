import type { AreaNames } from '../series/area-index.js';
import type { EntryRecord, StoredEntry } from '../store/store.js';

/** Fields that hold what `areaNames` reads, in the kinds that have them. */
export const AREA_FIELDS: readonly string[] = ['title', 'code', 'alpha3', 'codes'];

/** All by which an area is known, from its entry. */
export function areaNames({ kind, slug, record }: StoredEntry): AreaNames {
  const alpha3 = record['alpha3'] as string | undefined;
  const published = (record['codes'] as EntryRecord[] | undefined) ?? [];
  return {
    kind,
    slug,
    code: String(record['code']),
    otherCodes: [
      ...(alpha3 === undefined ? [] : [{ code: alpha3, what: 'its three-letter code' }]),
      ...published.map(({ publisher, code }) => ({ code: String(code), what: `its code at ${String(publisher)}` })),
    ],
    titles: (record['title'] as Record<string, string> | undefined) ?? {},
  };
}
