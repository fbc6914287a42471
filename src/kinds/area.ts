import type { AreaNames } from '../series/area-index.js';
import type { EntryRecord, StoredEntry } from '../store/store.js';

/** Fields that hold what `areaNames` reads, in the kinds that have them. */
export const AREA_FIELDS: readonly string[] = ['title', 'code', 'alpha3', 'codes'];

/** All by which an area is known, from its entry. */
export function areaNames({ kind, slug, record }: StoredEntry): AreaNames {
  const published = (record['codes'] as EntryRecord[] | undefined) ?? [];
  return {
    kind,
    slug,
    code: String(record['code']),
    alpha3: (record['alpha3'] as string | undefined) ?? null,
    codes: published.map(({ publisher, code }) => ({ publisher: String(publisher), code: String(code) })),
    titles: (record['title'] as Record<string, string> | undefined) ?? {},
  };
}
