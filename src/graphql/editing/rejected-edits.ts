import { valueAt } from '../../model/record-path.js';
import { entryKindName, type Kind, type Model } from '../../model/model.js';
import { diffRecords } from '../../records/diff-records.js';
import { withoutComputedFields } from '../../records/replace-links.js';
import { mergeInto, findBaseRevision } from '../../records/save-with-merge.js';
import type { Collision } from '../../records/three-way-merge.js';
import type { StoredEntry, EntryUse } from '../../store/entries.js';
import type { Revision } from '../../store/change-log.js';
import { EntryReference } from '../../reading/entry-reference.js';
import type { Context } from '../request/context.js';
import { isWithheld, withoutWithheldFields } from '../request/withheld-fields.js';

export interface SubmittedEdit {
  kind: Kind;
  slug: string;
  expectedRevision: number;
  /** The submitted record; null if no complete record was submitted. */
  yours: { raw: unknown; originalLocale: string | null } | null;
}

const MAX_USES = 100;

/** Returns the `InUse` result for an entry that cannot be withdrawn, with at most `MAX_USES` links that prevent it. */
export function describeInUse(model: Model, uses: readonly EntryUse[]): object {
  const usedBy = uses.slice(0, MAX_USES).map(({ kind, slug, path }) => ({
    entry: new EntryReference(kind, slug),
    slug,
    entryKind: entryKindName(model.kind(kind)),
    path: path.split('.'),
  }));
  return { __typename: 'InUse', usedBy, count: uses.length };
}

/**
 * Returns the `Conflict` result: the stored state, and the submitted record merged into it. Where both sides changed a
 * field, the merged record has the stored value, so that saving it overwrites nothing.
 */
export async function describeConflict(edit: SubmittedEdit, context: Context): Promise<object> {
  const { kind, slug, expectedRevision, yours } = edit;
  const { model, store, loaders, viewer } = context;
  const { theirs, base } = await loaders.execute(async () => {
    const [newest = null] = await store.entries.currentStates([{ kind: kind.name, slug }]);
    return { theirs: newest, base: newest ? await findBaseRevision(context, newest, expectedRevision) : null };
  });
  const isActive = theirs !== null && theirs.status !== 'RETIRED';
  const merged = isActive && yours ? mergeInto(context, { kind, ...yours }, { base, theirs }) : null;
  const collisions = merged ? merged.collisions : findChanges(edit, { theirs, base }, context);
  return {
    __typename: 'Conflict',
    revision: theirs?.revision ?? 0,
    record: theirs && withoutWithheldFields(kind, withoutComputedFields(kind, theirs.record), viewer.role),
    merged: merged && withoutWithheldFields(kind, merged.record, viewer.role),
    fields: collisions
      .filter(({ at }) => !isWithheld(model, kind, at, viewer.role))
      .map(({ at, ...values }) => ({ ...values, path: at.map(String) })),
  };
}

function findChanges(
  { kind, yours }: SubmittedEdit,
  { theirs, base }: { theirs: StoredEntry | null; base: Revision | null },
  { model }: Context,
): Collision[] {
  if (!theirs || !base) return [];
  return diffRecords(model, kind, base.record, theirs.record).map(({ path, at, before, after }) => ({
    path,
    at,
    base: before,
    yours: yours ? valueAt(yours.raw, at) : before,
    theirs: after,
  }));
}
