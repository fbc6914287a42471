import type { AnyBulkWriteOperation } from 'mongodb';
import type { EntryDocument } from '../documents/entry-document.js';
import type { KindPlan } from '../documents/kind-plan.js';
import type { LoggedEntry } from '../log/log-document.js';

/** What one entry of the log changes in a collection. Applied again, or late, it changes nothing. */
export type Operation = AnyBulkWriteOperation<EntryDocument>;

/** What a document has that a stub has not, beside its record. */
const STUBBED = ['find', 'links', 'facets', 'sort', 'textRevisions', 'superseded'];

/** Puts a state where it is shown: among what is published, or among the drafts. */
export function showOperation(document: EntryDocument, isFresh: boolean): Operation {
  const { _id, ...replacement } = document;
  if (isFresh && document.revision === 1) return { insertOne: { document } };
  return { replaceOne: { filter: olderThan(_id, document.revision), replacement, upsert: true } };
}

/** What becomes of the state in the other collection: of the draft when it is published, of the published one else. */
export function hideOperation(plan: KindPlan, entry: LoggedEntry): Operation | null {
  const { slug, revision, status, action, kind, updatedAt, movedTo, before } = entry;
  const older = olderThan(slug, revision);
  const mark = { kind, revision, status: 'WITHDRAWN', hidden: true } as EntryDocument;
  if (status === 'PUBLISHED')
    return before === 'PUBLISHED' ? null : { replaceOne: { filter: older, replacement: mark } };
  if (action === 'UNPUBLISH') return { replaceOne: { filter: older, replacement: mark } };
  if (status === 'DRAFT') {
    return {
      updateOne: { filter: { ...older, status: 'PUBLISHED' }, update: { $set: { superseded: revision } } },
    };
  }
  // A stub keeps the name that was published, which a later draft may have changed.
  const gone = plan.kind.fields.filter(({ name }) => name !== 'title').map(({ name }) => `record.${name}`);
  const unset = [...STUBBED, ...gone];
  return {
    updateOne: {
      filter: { ...older, status: { $in: ['PUBLISHED', 'RETIRED'] } },
      update: {
        $set: { revision, status, updatedAt, movedTo, hidden: true },
        $unset: Object.fromEntries(unset.map((name) => [name, ''])),
      },
    },
  };
}

/**
 * A former slug leads on among what is published where what it leads to is: one that nothing had here, such as a file may
 * name, as if it had been published; another where it was taken from the public before. Null for every other entry.
 */
export function leadOperation(
  { kind, slug, movedTo, revision, before }: LoggedEntry,
  document: EntryDocument,
  batch: readonly LoggedEntry[],
): Operation | null {
  const isShown = batch.some((each) => each.kind === kind && each.slug === movedTo && each.status === 'PUBLISHED');
  if (movedTo === null || !isShown) return null;
  const isKept = ([name]: [string, unknown]) => name !== '_id' && !STUBBED.includes(name);
  const kept = Object.fromEntries(Object.entries(document).filter(isKept)) as Omit<EntryDocument, '_id'>;
  const replacement = { ...kept, record: { title: document.record['title'] }, hidden: true as const };
  const older = olderThan(slug, revision);
  if (before === null) return { replaceOne: { filter: older, replacement, upsert: true } };
  return { replaceOne: { filter: { ...older, status: 'WITHDRAWN' }, replacement } };
}

function olderThan(slug: string, revision: number) {
  return { _id: slug, revision: { $lt: revision } };
}
