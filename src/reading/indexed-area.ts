import type { Model } from '../model/model.js';
import type { IndexedArea } from '../series/area-index.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** Record fields that `toIndexedArea` reads. */
export const AREA_FIELDS: readonly string[] = ['title', 'code', 'alpha3', 'codes', 'otherNames', 'demonyms'];

export function toIndexedArea({ kind, slug, record }: Pick<StoredEntry, 'kind' | 'slug' | 'record'>): IndexedArea {
  const codeRecords = (record['codes'] as EntryRecord[] | undefined) ?? [];
  return {
    kind,
    slug,
    code: String(record['code']),
    alpha3: (record['alpha3'] as string | undefined) ?? null,
    codes: codeRecords.map(({ publisher, code, from, to }) => ({
      publisher: String(publisher),
      code: String(code),
      from: (from as string | undefined) ?? null,
      to: (to as string | undefined) ?? null,
    })),
    otherNames: (record['otherNames'] as string[] | undefined) ?? [],
    demonyms: (record['demonyms'] as string[] | undefined) ?? [],
    titles: (record['title'] as Record<string, string> | undefined) ?? {},
  };
}

/** Removes stand-in areas whose code belongs to another area. */
export function withoutReplacedAreas<T extends { kind: string; code: string }>(areas: readonly T[], model: Model): T[] {
  const isStandIn = ({ kind }: T) => model.kind(kind).standIn;
  const profileCodes = new Set(areas.filter((area) => !isStandIn(area)).map(({ code }) => code));
  return areas.filter((area) => !isStandIn(area) || !profileCodes.has(area.code));
}
