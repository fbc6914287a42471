import type { AnyBulkWriteOperation } from 'mongodb';
import { redirectTarget } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type { KindPlan } from '../documents/kind-plan.js';
import type { LoggedEntry } from '../log/log-document.js';
import { storedKindName } from '../documents/stored-kind-name.js';

/** An operation that projects a logged entry to a collection. Idempotent, even if it runs late. */
export type ProjectionOperation = AnyBulkWriteOperation<EntryDocument>;

/** Document fields that are removed from stubs of retired entries. */
const STUB_OMITTED_FIELDS = ['find', 'links', 'facets', 'sort', 'textRevisions', 'superseded'];

/** Returns the operation that stores a state among the published entries or the drafts. */
export function storeStateOperation(document: EntryDocument, isFresh: boolean): ProjectionOperation {
  const { _id, ...replacement } = document;
  if (isFresh && document.revision === 1) return { insertOne: { document } };
  return { replaceOne: { filter: olderThan(_id, document.revision), replacement, upsert: true } };
}

/** Returns the operation that marks the replaced state as withdrawn, superseded or retired; null if nothing changes. */
export function markReplacedOperation(plan: KindPlan, entry: LoggedEntry): ProjectionOperation | null {
  const { slug, revision, status, action, updatedAt, movedTo, before } = entry;
  const olderFilter = olderThan(slug, revision);
  const marker = { kind: storedKindName(plan.kind), revision, status: 'WITHDRAWN', hidden: true } as EntryDocument;
  if (status === 'PUBLISHED')
    return before === 'PUBLISHED' ? null : { replaceOne: { filter: olderFilter, replacement: marker } };
  if (action === 'UNPUBLISH') return { replaceOne: { filter: olderFilter, replacement: marker } };
  if (status === 'DRAFT') {
    return {
      updateOne: { filter: { ...olderFilter, status: 'PUBLISHED' }, update: { $set: { superseded: revision } } },
    };
  }
  // A stub keeps the published title, which a later draft may have changed.
  const recordPaths = plan.kind.fields.filter(({ name }) => name !== 'title').map(({ name }) => `record.${name}`);
  const unsetPaths = [...STUB_OMITTED_FIELDS, ...recordPaths];
  return {
    updateOne: {
      filter: { ...olderFilter, status: { $in: ['PUBLISHED', 'RETIRED'] } },
      update: {
        $set: { revision, status, updatedAt, movedTo, hidden: true },
        $unset: Object.fromEntries(unsetPaths.map((name) => [name, ''])),
      },
    },
  };
}

/**
 * Returns the operation that stores the redirect of a former slug if its target is published; null for other entries. A
 * slug that had no entry always gets a redirect; a slug with an entry only if this entry was withdrawn before.
 */
export function redirectOperation(
  model: Model,
  { kind, slug, movedTo, revision, before }: LoggedEntry,
  document: EntryDocument,
  batch: readonly LoggedEntry[],
): ProjectionOperation | null {
  if (movedTo === null) return null;
  const target = redirectTarget(model, kind, movedTo);
  const isTargetPublished = batch.some(
    (entry) => entry.kind === target.kind && entry.slug === target.slug && entry.status === 'PUBLISHED',
  );
  if (!isTargetPublished) return null;
  const isRetained = ([name]: [string, unknown]) => name !== '_id' && !STUB_OMITTED_FIELDS.includes(name);
  const fields = Object.fromEntries(Object.entries(document).filter(isRetained)) as Omit<EntryDocument, '_id'>;
  const replacement = { ...fields, record: { title: document.record['title'] }, hidden: true as const };
  const olderFilter = olderThan(slug, revision);
  if (before === null) return { replaceOne: { filter: olderFilter, replacement, upsert: true } };
  return { replaceOne: { filter: { ...olderFilter, status: 'WITHDRAWN' }, replacement } };
}

function olderThan(slug: string, revision: number) {
  return { _id: slug, revision: { $lt: revision } };
}
