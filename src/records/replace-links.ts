import { type EntryKey, kindKey, redirectTarget } from '../model/entry-key.js';
import { linkTargetKeys, parseLinkValue, linkValue } from '../model/links.js';
import { type Field, type Kind, type Model, type Shape, storedFields } from '../model/model.js';
import type { EntryRecord, StoredEntry, EntryUse } from '../store/entries.js';
import type { EntryChange } from '../store/change-log.js';
import type { EntryReadCache } from './entry-read-cache.js';

/** Result of updating all links to an entry. */
export interface LinkReplacementResult {
  /** New states of linking entries, both published and draft. */
  entries: EntryChange[];
  /** Required links, which cannot be removed. */
  requiredUses: EntryUse[];
}

/** Replaces all links to an entry. If `to` is null, removes them. */
export async function replaceAllLinks(
  model: Model,
  entryCache: EntryReadCache,
  uses: readonly EntryUse[],
  target: EntryKey,
  to: string | null,
): Promise<LinkReplacementResult> {
  const keys = [...new Map(uses.filter((use) => !isSameKey(use, target)).map((use) => [kindKey(use), use])).values()];
  await entryCache.read(keys);
  const result: LinkReplacementResult = { entries: [], requiredUses: [] };
  for (const key of keys) {
    const kind = model.kind(key.kind);
    const states = publishedAndNewestStates(entryCache, key);
    const records = states.map(({ record }) => replaceLinkTarget(model, kind, record, target, to));
    if (records.includes(null)) result.requiredUses.push(...uses.filter((use) => isSameKey(use, key)));
    const changes = states.map((state, index) => toEntryChange(kind, state, records[index] ?? state.record));
    // If only the draft contains the link, the published version is not rewritten. Rewriting the published version also
    // rewrites its draft.
    const first = states.length > 1 && !containsLink(model, kind, states[0]!.record, target) ? 1 : 0;
    let { revision } = entryCache.newest(key)!;
    for (const change of changes.slice(first)) result.entries.push({ ...change, expectedRevision: revision++ });
  }
  return result;
}

/** Returns the published state of a cached entry and its draft, or the only state. */
export function publishedAndNewestStates(known: EntryReadCache, key: EntryKey): StoredEntry[] {
  const [published, newest] = [known.published(key), known.newest(key)!];
  return published && newest.status === 'DRAFT' ? [published, newest] : [newest];
}

/** Returns the link to another entry; unchanged if the field cannot link to its kind. */
function replaceLink(model: Model, field: Field, linkText: string, to: EntryKey): string {
  return field.link!.members.includes(to.kind) ? linkValue(field, model.kind(to.kind), to.slug) : linkText;
}

/** Replaces a link target in a record. Null if a required link would be removed. */
export function replaceLinkTarget(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  target: EntryKey,
  to: string | null,
  toKind = target.kind,
): EntryRecord | null {
  return mapLinks(model, shape, record, (field, linkText) => {
    const { kind, slug } = parseLinkValue(model, field, linkText)!;
    if (kind.name !== target.kind || slug !== target.slug) return linkText;
    return to === null ? null : replaceLink(model, field, linkText, { kind: toKind, slug: to });
  });
}

/** Replaces former slugs of link targets by current ones. The targets must be in the cache. */
export function withCurrentSlugs(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  entryCache: EntryReadCache,
): EntryRecord {
  if (linkTargetKeys(model, shape, record).every((key) => entryCache.newest(key)?.movedTo == null)) return record;
  return mapLinks(model, shape, record, (field, linkText) => {
    const { kind, slug } = parseLinkValue(model, field, linkText)!;
    const movedTo = entryCache.newest({ kind: kind.name, slug })?.movedTo ?? null;
    return movedTo === null ? linkText : replaceLink(model, field, linkText, redirectTarget(model, kind.name, movedTo));
  })!;
}

/** Replaces each link by the result of `relink`, or removes it if that is null. Returns null if it was required. */
function mapLinks(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  relink: (field: Field, linkText: string) => string | null,
): EntryRecord | null {
  const newRecord: EntryRecord = {};
  const mapValue = (field: Field, value: unknown): unknown => {
    if (field.link) return relink(field, value as string);
    return field.category === 'object' ? mapLinks(model, model.shape(field.type), value as EntryRecord, relink) : value;
  };
  const mapList = (field: Field, values: readonly unknown[]): unknown[] => {
    const mappedValues = values.map((value) => mapValue(field, value)).filter((value) => value !== null);
    // Replacing former slugs can create duplicates, which are removed.
    return field.link ? [...new Set(mappedValues)] : mappedValues;
  };
  for (const field of storedFields(shape)) {
    const storedValue = record[field.name];
    if (storedValue === undefined || storedValue === null) continue;
    const value = field.list ? mapList(field, storedValue as unknown[]) : mapValue(field, storedValue);
    if (value !== null) newRecord[field.name] = value;
    else if (field.required) return null;
  }
  return newRecord;
}

/** Returns a record without computed fields and absent values. */
export function withoutComputedFields(shape: Shape, record: EntryRecord): EntryRecord {
  const fields = storedFields(shape).filter(({ name }) => record[name] !== undefined && record[name] !== null);
  return Object.fromEntries(fields.map(({ name }) => [name, record[name]]));
}

function toEntryChange(
  kind: Kind,
  { slug, status, originalLocale, revision }: StoredEntry,
  record: EntryRecord,
): EntryChange {
  const storedRecord = withoutComputedFields(kind, record);
  return {
    action: 'SAVE',
    kind: kind.name,
    slug,
    expectedRevision: revision,
    status,
    originalLocale,
    record: storedRecord,
  };
}

function containsLink(model: Model, kind: Kind, record: EntryRecord, target: EntryKey): boolean {
  const withoutLink = replaceLinkTarget(model, kind, record, target, null);
  return JSON.stringify(withoutLink) !== JSON.stringify(withoutComputedFields(kind, record));
}

function isSameKey(a: EntryKey, b: EntryKey): boolean {
  return a.kind === b.kind && a.slug === b.slug;
}
