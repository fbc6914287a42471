import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';
import { diffRecords } from '../../records/diff.js';
import type { Assembly } from '../assembly.js';
import { attachChanges } from './changes-field.js';
import type { Context } from '../request/context.js';
import type { Entry } from '../request/entry.js';
import { asJson } from '../editing/conflicts.js';
import { pageSize } from '../selection/page-query.js';
import { newestStates, statesAt } from './past.js';
import { mayDo } from '../../model/roles.js';
import { isWithheld } from '../request/withheld.js';

const HISTORY_USUAL = 20;

/** Gives what tells of the past and of what is to come its resolvers. */
export function attachHistory(assembly: Assembly): void {
  for (const kind of assembly.model.kinds) {
    assembly.resolve<Entry, { first?: number | null }>(kind.name, 'history', ({ entry }, args, context) =>
      newestStates(context, entry.stored, pageSize('first', args.first ?? HISTORY_USUAL)),
    );
    assembly.resolve<Entry, { from: number; to: number }>(kind.name, 'diff', ({ entry }, { from, to }, context) =>
      diffOf(kind, entry, [from, to], context),
    );
    assembly.resolve<Entry, object>(kind.name, 'schedule', ({ entry }, _args, { viewer, loaders }) =>
      mayDo(viewer.role, 'EDITOR') ? loaders.schedule(kind.name, entry.slug) : null,
    );
  }
  attachChanges(assembly);
}

/** What changed between two revisions that the viewer may know of. @throws AppError NOT_FOUND */
async function diffOf(kind: Kind, entry: Entry, revisions: readonly number[], context: Context): Promise<object[]> {
  const { model, loaders, viewer } = context;
  const known = await statesAt(context, entry.stored, revisions);
  const states = await Promise.all(
    known.map((state) => state && loaders.revision({ kind: kind.name, slug: state.slug, revision: state.revision })),
  );
  const absent = states.indexOf(null);
  if (absent >= 0) {
    const tip = 'give revisions that "history" tells';
    throw new AppError('NOT_FOUND', `There is no revision ${revisions[absent]} of "${entry.slug}"; ${tip}.`);
  }
  const [before, after] = states;
  return diffRecords(model, kind, before!.record, after!.record)
    .filter(({ at }) => !isWithheld(model, kind, at, viewer.role))
    .map((change) => ({
      field: change.path,
      before: asJson(change.before),
      after: asJson(change.after),
      words: change.words?.map(({ kind: state, text }) => ({ state: state.toUpperCase(), text })) ?? null,
    }));
}
