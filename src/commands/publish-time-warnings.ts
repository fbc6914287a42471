import { readAllSyncStates } from '../content/sync-state.js';
import { folderKey } from '../model/entry-key.js';
import type { SyncPlan, PlannedChange } from '../records/sync-plan.js';
import type { Submission } from '../records/submission.js';
import type { RevisionSummary } from '../store/change-log.js';
import type { Store } from '../store/store.js';

/** Returns warnings about past publication times in the records of a folder, except times that were imported. */
export function listPastTimeWarnings(root: string, submissions: readonly Submission[]): string[] {
  const withTime = submissions.filter(({ pastTime }) => pastTime != null);
  const bases = withTime.length > 0 ? readAllSyncStates(root) : [];
  const isKnown = ({ kind, slug, pastTime }: Submission) =>
    bases.some((base) => {
      const { status, publishAt } = base.get(folderKey(kind, slug)) ?? {};
      return status === 'PUBLISHED' || publishAt === pastTime!.toISOString();
    });
  return withTime.filter((submission) => !isKnown(submission)).map(warning);
}

/** Returns warnings about entries that a plan publishes for the first time because `publishAt` has passed. */
export async function listPublicationWarnings({ entries }: SyncPlan, { log }: Pick<Store, 'log'>): Promise<string[]> {
  const warnings: string[] = [];
  for (const planned of entries) {
    const { submission, operation } = planned;
    if (submission?.pastTime == null || operation === 'UNCHANGED') continue;
    if (operation === 'CREATE' || (await isFirstPublication(planned, log))) warnings.push(warning(submission));
  }
  return warnings;
}

async function isFirstPublication(
  { current, submission, schedule }: PlannedChange,
  log: Store['log'],
): Promise<boolean> {
  if (current?.status !== 'DRAFT') return false;
  if (schedule?.at.getTime() === submission!.pastTime!.getTime()) return false;
  const { kind, slug, revision: fromRevision } = current;
  let isFirst = true;
  const visit = ({ status }: RevisionSummary) => (isFirst &&= status !== 'PUBLISHED');
  await log.walkBack([{ kind, slug, fromRevision, visit }]);
  return isFirst;
}

function warning({ pastTime, report }: Submission): string {
  const { file, line } = report.locate(['publishAt'], 'value');
  const time = pastTime!.toISOString().replace('.000Z', 'Z');
  return (
    `${file}:${line}: publishAt ${time} is in the past: the record is published immediately. To hide it from the public, write a ` +
    'later time or status: DRAFT.'
  );
}
