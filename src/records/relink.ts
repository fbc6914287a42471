import { kindKey } from '../model/entry-key.js';
import { linkTarget, linkValue } from '../model/links.js';
import type { Field, Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { PUBLIC } from '../model/view.js';
import type { EntryChange } from '../store/log.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { Services } from './neighbourhood.js';

/** One link to an entry, by the path of its field. */
export interface Use {
  kind: string;
  slug: string;
  path: string;
}

/** What becomes of all links to one entry. */
export interface Relinked {
  /** The next states of the entries that link: of what is published and of the draft over it, where there are both. */
  entries: EntryChange[];
  /** Links that cannot be taken out, because an entry of that kind must have one. */
  stuck: Use[];
}

/** More links than this stand in the way of any change of all of them at once. */
export const MOST_USES = 5000;

/** The next states of all entries that link to one, with another slug in its place, or with no link where that is null. */
export async function relinkAll(
  { store, model }: Pick<Services, 'store' | 'model'>,
  uses: readonly Use[],
  target: { kind: string; slug: string },
  to: string | null,
): Promise<Relinked> {
  const keys = [...new Map(uses.filter((use) => !isSame(use, target)).map((use) => [kindKey(use), use])).values()];
  const newest = await store.entries.current(keys);
  const relinked: Relinked = { entries: [], stuck: [] };
  for (const [at, { kind: name, slug }] of keys.entries()) {
    const kind = model.kind(name);
    const states = [newest[at]!];
    if (states[0]!.status === 'DRAFT') {
      const [shown] = await store.entries.bySlug(name, [slug], null, PUBLIC);
      if (shown?.status === 'PUBLISHED') states.unshift(shown);
    }
    const records = states.map(({ record }) => withLink(model, kind, record, target, to));
    if (records.includes(null))
      relinked.stuck.push(...uses.filter((use) => kindKey(use) === kindKey({ kind: name, slug })));
    const changes = states.map((state, index) => nextOf(kind, state, records[index] ?? state.record));
    // A draft alone is written alone; what is published takes the draft over it along.
    const first = states.length > 1 && !holds(model, kind, states[0]!.record, target) ? 1 : 0;
    let { revision } = newest[at]!;
    for (const change of changes.slice(first)) relinked.entries.push({ ...change, expectedRevision: revision++ });
  }
  return relinked;
}

/** The record with every link to the target changed; null where one cannot be taken out. */
export function withLink(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  target: { kind: string; slug: string },
  to: string | null,
): EntryRecord | null {
  const changed: EntryRecord = {};
  const relink = (field: Field, written: string): string | null => {
    const { kind, slug } = linkTarget(model, field, written)!;
    if (kind.name !== target.kind || slug !== target.slug) return written;
    return to === null ? null : linkValue(field, kind, to);
  };
  const single = (field: Field, value: unknown): unknown => {
    if (field.link) return relink(field, value as string);
    return field.nature === 'object'
      ? withLink(model, model.shape(field.type), value as EntryRecord, target, to)
      : value;
  };
  for (const field of storedFields(shape)) {
    const held = record[field.name];
    if (held === undefined || held === null) continue;
    const value = field.list
      ? (held as unknown[]).map((each) => single(field, each)).filter((each) => each !== null)
      : single(field, held);
    if (value !== null) changed[field.name] = value;
    else if (field.required) return null;
  }
  return changed;
}

/** What of a record is written and not worked out. */
export function storedPart(shape: Shape, record: EntryRecord): EntryRecord {
  const fields = storedFields(shape).filter(({ name }) => record[name] !== undefined && record[name] !== null);
  return Object.fromEntries(fields.map(({ name }) => [name, record[name]]));
}

function nextOf(kind: Kind, { slug, status, originalLocale, revision }: StoredEntry, record: EntryRecord): EntryChange {
  const kept = storedPart(kind, record);
  return { action: 'SAVE', kind: kind.name, slug, expectedRevision: revision, status, originalLocale, record: kept };
}

function holds(model: Model, kind: Kind, record: EntryRecord, target: { kind: string; slug: string }): boolean {
  const without = withLink(model, kind, record, target, null);
  return JSON.stringify(without) !== JSON.stringify(storedPart(kind, record));
}

function isSame(one: { kind: string; slug: string }, other: { kind: string; slug: string }): boolean {
  return one.kind === other.kind && one.slug === other.slug;
}
