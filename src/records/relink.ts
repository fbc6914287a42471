import type { EntryKey } from '../model/entry-key.js';
import { kindKey } from '../model/entry-key.js';
import { linkedKeys, linkTarget, linkValue } from '../model/links.js';
import type { Field, Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { EntryRecord, StoredEntry, Use } from '../store/entries.js';
import type { EntryChange } from '../store/log.js';
import type { ReadOnce } from './read-once.js';

/** What becomes of all links to one entry. */
export interface Relinked {
  /** The next states of the entries that link: of what is published and of the draft over it, where there are both. */
  entries: EntryChange[];
  /** Links that cannot be taken out, because an entry of that kind must have one. */
  stuck: Use[];
}

/** The next states of all entries that link to one, with another slug in its place, or with no link where that is null. */
export async function relinkAll(
  model: Model,
  known: ReadOnce,
  uses: readonly Use[],
  target: EntryKey,
  to: string | null,
): Promise<Relinked> {
  const keys = [...new Map(uses.filter((use) => !isSame(use, target)).map((use) => [kindKey(use), use])).values()];
  await known.read(keys);
  const relinked: Relinked = { entries: [], stuck: [] };
  for (const key of keys) {
    const kind = model.kind(key.kind);
    const states = listStates(known, key);
    const records = states.map(({ record }) => withLink(model, kind, record, target, to));
    if (records.includes(null)) relinked.stuck.push(...uses.filter((use) => isSame(use, key)));
    const changes = states.map((state, index) => makeNext(kind, state, records[index] ?? state.record));
    // A draft alone is written alone; what is published takes the draft over it along.
    const first = states.length > 1 && !holds(model, kind, states[0]!.record, target) ? 1 : 0;
    let { revision } = known.newest(key)!;
    for (const change of changes.slice(first)) relinked.entries.push({ ...change, expectedRevision: revision++ });
  }
  return relinked;
}

/** What is published of an entry that was read, and the draft over it. */
export function listStates(known: ReadOnce, key: EntryKey): StoredEntry[] {
  const [published, newest] = [known.published(key), known.newest(key)!];
  return published && newest.status === 'DRAFT' ? [published, newest] : [newest];
}

/** The record with every link to the target changed; null where one cannot be taken out. */
export function withLink(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  target: EntryKey,
  to: string | null,
): EntryRecord | null {
  return mapLinks(model, shape, record, (field, written) => {
    const { kind, slug } = linkTarget(model, field, written)!;
    if (kind.name !== target.kind || slug !== target.slug) return written;
    return to === null ? null : linkValue(field, kind, to);
  });
}

/** The record with every link to what is called otherwise now leading there; all that it links to must have been read. */
export function withLinksOfToday(model: Model, shape: Shape, record: EntryRecord, known: ReadOnce): EntryRecord {
  if (linkedKeys(model, shape, record).every((key) => known.newest(key)?.movedTo == null)) return record;
  return mapLinks(model, shape, record, (field, written) => {
    const { kind, slug } = linkTarget(model, field, written)!;
    const movedTo = known.newest({ kind: kind.name, slug })?.movedTo ?? null;
    return movedTo === null ? written : linkValue(field, kind, movedTo);
  })!;
}

/** The record with other values in its links, or null where one cannot be taken out. @param relink null takes it out */
function mapLinks(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  relink: (field: Field, written: string) => string | null,
): EntryRecord | null {
  const changed: EntryRecord = {};
  const single = (field: Field, value: unknown): unknown => {
    if (field.link) return relink(field, value as string);
    return field.nature === 'object' ? mapLinks(model, model.shape(field.type), value as EntryRecord, relink) : value;
  };
  const several = (field: Field, values: readonly unknown[]): unknown[] => {
    const mapped = values.map((value) => single(field, value)).filter((value) => value !== null);
    // Of an earlier name and today's, a list of links keeps one.
    return field.link ? [...new Set(mapped)] : mapped;
  };
  for (const field of storedFields(shape)) {
    const held = record[field.name];
    if (held === undefined || held === null) continue;
    const value = field.list ? several(field, held as unknown[]) : single(field, held);
    if (value !== null) changed[field.name] = value;
    else if (field.required) return null;
  }
  return changed;
}

/** What of a record is written and not computed. */
export function storedPart(shape: Shape, record: EntryRecord): EntryRecord {
  const fields = storedFields(shape).filter(({ name }) => record[name] !== undefined && record[name] !== null);
  return Object.fromEntries(fields.map(({ name }) => [name, record[name]]));
}

function makeNext(
  kind: Kind,
  { slug, status, originalLocale, revision }: StoredEntry,
  record: EntryRecord,
): EntryChange {
  const kept = storedPart(kind, record);
  return { action: 'SAVE', kind: kind.name, slug, expectedRevision: revision, status, originalLocale, record: kept };
}

function holds(model: Model, kind: Kind, record: EntryRecord, target: EntryKey): boolean {
  const without = withLink(model, kind, record, target, null);
  return JSON.stringify(without) !== JSON.stringify(storedPart(kind, record));
}

function isSame(one: EntryKey, other: EntryKey): boolean {
  return one.kind === other.kind && one.slug === other.slug;
}
