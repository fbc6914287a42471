import { revisionKey, slugsBefore } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { StoredEntry } from '../entries.js';
import type { EntryChange } from '../log.js';
import type { LoggedEntry } from '../log/log-document.js';
import { textRevisions } from './text-revisions.js';

/**
 * Makes the log entry of a change.
 *
 * @param there the present entry under its slug
 * @param moved the present entry under its former slug, for a change of slug
 */
export function makeLoggedEntry(
  model: Model,
  change: EntryChange,
  { there, moved, at }: { there: StoredEntry | null; moved: StoredEntry | null; at: Date },
): LoggedEntry {
  const { kind, slug, action, expectedRevision, status, originalLocale, record, movedFrom } = change;
  const revision = Math.max(expectedRevision, moved?.revision ?? 0) + 1;
  const before = moved ?? there;
  const earlier = before && { record: before.record, textRevisions: slashed(before.textRevisions) };
  return {
    key: revisionKey({ kind, slug, revision }),
    action,
    before: there?.status ?? null,
    ...(movedFrom !== undefined && { movedFrom }),
    kind,
    slug,
    revision,
    status,
    originalLocale,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    publishedAt: before?.publishedAt ?? (status === 'PUBLISHED' ? at : null),
    movedTo: change.movedTo ?? null,
    formerly: formerSlugs(change, there, moved),
    textRevisions: textRevisions(model, model.kind(kind), record, revision, earlier),
    record,
  };
}

/** The former slugs of an entry; none at a former slug itself, which only redirects. */
function formerSlugs(change: EntryChange, there: StoredEntry | null, moved: StoredEntry | null): readonly string[] {
  if (change.movedTo) return [];
  return change.formerly ?? (moved ? slugsBefore(moved, change.slug) : (there?.formerly ?? []));
}

function slashed(revisions: StoredEntry['textRevisions']): StoredEntry['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, texts]) => [path.replaceAll('.', '/'), texts]));
}
