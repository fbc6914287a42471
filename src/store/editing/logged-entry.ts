import { revisionKey, formerSlugsAfterRename } from '../../model/entry-key.js';
import type { EntryRecord, StoredEntry } from '../entries.js';
import type { EntryChange } from '../change-log.js';
import type { LoggedEntry } from '../log/log-document.js';
import { type Model, type Shape, storedFields } from '../../model/model.js';
import type { EntryState } from '../documents/entry-document.js';
import { withStoredKind } from '../documents/stored-kind-name.js';

type Texts = Map<string, Record<string, string>>;

/** Converts a change to a `LoggedEntry`. @param existing entry with this slug @param moved entry under its old slug */
export function makeLoggedEntry(
  model: Model,
  change: EntryChange,
  { existing, moved, at }: { existing: StoredEntry | null; moved: StoredEntry | null; at: Date },
): LoggedEntry {
  const { kind, slug, action, expectedRevision, status, originalLocale, record, movedFrom } = change;
  const revision = Math.max(expectedRevision, moved?.revision ?? 0) + 1;
  const oldEntry = moved ?? existing;
  const oldState = oldEntry && { record: oldEntry.record, textRevisions: toSlashedPaths(oldEntry.textRevisions) };
  return {
    key: revisionKey(withStoredKind(model, { kind, slug, revision })),
    action,
    before: existing?.status ?? null,
    ...(movedFrom !== undefined && { movedFrom }),
    kind,
    slug,
    revision,
    status,
    originalLocale,
    createdAt: oldEntry?.createdAt ?? at,
    updatedAt: at,
    publishedAt: oldEntry?.publishedAt ?? (status === 'PUBLISHED' ? at : null),
    movedTo: change.movedTo ?? null,
    formerly: formerSlugs(change, existing, moved),
    textRevisions: computeTextRevisions(model, model.kind(kind), record, revision, oldState),
    record,
  };
}

/** Returns the former slugs of an entry after a change; none for the redirect that a rename leaves at the old slug. */
function formerSlugs(change: EntryChange, current: StoredEntry | null, moved: StoredEntry | null): readonly string[] {
  if (change.movedTo) return [];
  return change.formerly ?? (moved ? formerSlugsAfterRename(moved, change.slug) : (current?.formerly ?? []));
}

function toSlashedPaths(revisions: StoredEntry['textRevisions']): StoredEntry['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, value]) => [path.replaceAll('.', '/'), value]));
}

/** Returns the revision of the last change of each localised text, keyed by path (joined by `/`) and locale. */
function computeTextRevisions(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  revision: number,
  oldState: { record: EntryRecord; textRevisions: EntryState['textRevisions'] } | null,
): EntryState['textRevisions'] {
  const oldTexts = oldState ? collectTexts(model, shape, oldState.record) : new Map<string, Record<string, string>>();
  const revisions: EntryState['textRevisions'] = {};
  for (const [path, texts] of collectTexts(model, shape, record)) {
    revisions[path] = Object.fromEntries(
      Object.entries(texts).map(([locale, text]) => {
        const isUnchanged = oldTexts.get(path)?.[locale] === text;
        return [locale, (isUnchanged ? oldState?.textRevisions[path]?.[locale] : undefined) ?? revision];
      }),
    );
  }
  return revisions;
}

function collectTexts(model: Model, shape: Shape, value: EntryRecord, prefix = '', texts: Texts = new Map()): Texts {
  for (const field of storedFields(shape)) {
    const fieldValue = value[field.name];
    if (fieldValue === null || fieldValue === undefined) continue;
    if (field.localised) texts.set(`${prefix}${field.name}`, fieldValue as Record<string, string>);
    if (field.category !== 'object') continue;
    const values: [string, unknown][] = field.list
      ? (fieldValue as unknown[]).map((item, index) => [`${field.name}/${index}`, item])
      : [[field.name, fieldValue]];
    for (const [name, value] of values) {
      collectTexts(model, model.shape(field.type), value as EntryRecord, `${prefix}${name}/`, texts);
    }
  }
  return texts;
}
