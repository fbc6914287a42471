import { AppError } from '../../errors.js';
import { entryKindName, type Kind } from '../../model/model.js';
import { diffRecords } from '../../records/diff-records.js';
import { withoutComputedFields } from '../../records/replace-links.js';
import { findBaseRevision } from '../../records/save-with-merge.js';
import type { StoredEntry } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { registerChangesField } from './changes-field.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';
import { NO_FIELDS, selectFields } from '../selection/entry-selection.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { checkPageSize } from '../selection/page-query.js';
import { latestVisibleRevisions, findVisibleRevisions } from './past-revisions.js';
import { hasRole } from '../../model/roles.js';
import { isWithheld, withoutWithheldFields } from '../request/withheld-fields.js';

const REVISION_ONLY = selectFields(['revision']);

interface DiffArguments {
  kind: string;
  slug: string;
  from: number;
  to: number;
}

/** Registers the history and schedule fields, `diff` and `changes`. */
export function registerHistoryFields(registry: ResolverRegistry): void {
  for (const kind of registry.model.kinds) {
    registry.addResolver<Entry, { first?: number | null }>(kind.name, 'history', ({ entry }, args, context) =>
      latestVisibleRevisions(context, entry.stored, checkPageSize('first', args.first ?? PAGE_LIMITS.defaultSize)),
    );
    registry.addResolver<Entry, object>(kind.name, 'publishedRevision', ({ entry }, _args, context) =>
      findPublishedRevision(entry, context),
    );
    registry.addResolver<Entry, object>(kind.name, 'hasDraft', ({ entry }, _args, context) => hasDraft(entry, context));
    registry.addResolver<Entry, { revision?: number | null }>(kind.name, 'record', ({ entry }, { revision }, context) =>
      readRecord(kind, entry, revision ?? entry.stored.revision, context),
    );
    registry.addResolver<Entry, object>(kind.name, 'schedule', ({ entry }, _args, { viewer, loaders }) =>
      hasRole(viewer.role, 'EDITOR') ? loaders.schedule(kind.name, entry.slug) : null,
    );
  }
  registerDiff(registry);
  registerChangesField(registry);
}

/** Returns the revision that is published; null if the entry is not published. */
async function findPublishedRevision(entry: Entry, context: Context): Promise<number | null> {
  const { stored, isPast } = entry;
  if (!isPast && stored.status !== 'DRAFT') return stored.status === 'PUBLISHED' ? stored.revision : null;
  const publicState = await stateInView(entry, context, false);
  return publicState?.status === 'PUBLISHED' ? publicState.revision : null;
}

/** Whether a draft is newer than the published state; null for viewers who are not editors. */
async function hasDraft(entry: Entry, context: Context): Promise<boolean | null> {
  if (!hasRole(context.viewer.role, 'EDITOR')) return null;
  const { stored, isPast } = entry;
  const newest = context.view.preview && !isPast ? stored : await stateInView(entry, context, true);
  return newest?.status === 'DRAFT';
}

function stateInView({ kind, slug }: Entry, { loaders, view }: Context, preview: boolean) {
  return loaders.entry(kind.name, slug, NO_FIELDS, { ...view, preview });
}

function registerDiff(registry: ResolverRegistry): void {
  const kindByTypeName = new Map(registry.model.kinds.map((kind) => [entryKindName(kind), kind]));
  registry.addResolver<unknown, DiffArguments>(
    'Query',
    'diff',
    async (_root, { kind: name, slug, from, to }, context) => {
      const kind = kindByTypeName.get(name)!;
      const stored = hasRole(context.viewer.role, kind.audience)
        ? await context.loaders.entry(kind.name, slug, REVISION_ONLY)
        : null;
      return stored && readDiff(kind, stored, [from, to], context);
    },
  );
}

/** Returns a revision as a record that can be saved; null if there is none, or if the viewer is not an editor. */
async function readRecord(kind: Kind, { stored }: Entry, revision: number, context: Context): Promise<object | null> {
  const { viewer } = context;
  if (!hasRole(viewer.role, 'EDITOR')) return null;
  const state =
    revision === stored.revision
      ? stored
      : await context.loaders.execute(() => findBaseRevision(context, stored, revision));
  return state && withoutWithheldFields(kind, withoutComputedFields(kind, state.record), viewer.role);
}

/** Returns the difference between two revisions. @throws AppError NOT_FOUND if one is missing or not visible */
async function readDiff(
  kind: Kind,
  entry: StoredEntry,
  revisions: readonly number[],
  context: Context,
): Promise<object[]> {
  const { model, loaders, viewer } = context;
  const summaries = await findVisibleRevisions(context, entry, revisions);
  const states = await Promise.all(
    summaries.map(
      (state) => state && loaders.revision({ kind: kind.name, slug: state.slug, revision: state.revision }),
    ),
  );
  const missingIndex = states.indexOf(null);
  if (missingIndex >= 0) {
    const tip = 'use revisions that "history" lists';
    throw new AppError('NOT_FOUND', `There is no revision ${revisions[missingIndex]} of "${entry.slug}"; ${tip}.`);
  }
  const [before, after] = states;
  return diffRecords(model, kind, before!.record, after!.record)
    .filter(({ at }) => !isWithheld(model, kind, at, viewer.role))
    .map((change) => ({
      path: change.at.map(String),
      before: change.before ?? null,
      after: change.after ?? null,
      words: change.words?.map(({ kind: state, text }) => ({ state: state.toUpperCase(), text })) ?? null,
    }));
}
