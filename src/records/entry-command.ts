import { type EntryKey, folderKey, redirectKey, redirectsToOtherKind } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import { closestMatch } from '../model/closest-match.js';
import type { StoredEntry, EntryUse } from '../store/entries.js';
import type { Revision, RevisionSummary } from '../store/change-log.js';
import type { Schedule } from '../store/schedules.js';
import type { RecordServices } from './read-entries-for-validation.js';
import { NO_LOCATION, type Problem, type ProblemPath, Report } from './problem.js';
import type { ProblemCode } from './problem-codes.js';
import type { EntryReadCache } from './entry-read-cache.js';
import type { SaveResult } from './commit-batch.js';
import { splitTypeName } from './message-text.js';

/** An entry to change, and the revision on which the change is based. */
export interface EntryCommand {
  kind: Kind;
  slug: string;
  expectedRevision: number;
}

export type LifecycleResult = SaveResult | InUse | { outcome: 'SCHEDULED'; schedule: Schedule; entry: StoredEntry };
type InUse = { outcome: 'IN_USE'; uses: readonly EntryUse[] };

/** Returns the newest state of the entry of a command, or the result that rejects the command. */
export async function findEntryForCommand(
  { store }: RecordServices,
  { kind, slug, expectedRevision }: EntryCommand,
  entryCache: EntryReadCache,
  { retired = false } = {},
): Promise<StoredEntry | LifecycleResult> {
  const key = { kind: kind.name, slug };
  await entryCache.read([key]);
  const entry = entryCache.newest(key);
  if (!entry) {
    const suggestion = closestMatch(slug, await publishedSlugs(store, kind.name));
    return invalidResult(
      { kind, slug },
      'ENTRY_UNKNOWN',
      [],
      `there is no ${splitTypeName(kind.name)} "${slug}"`,
      suggestion ? `did you mean ${suggestion}?` : `use the slug of an existing ${splitTypeName(kind.name)}`,
    );
  }
  if (entry.movedTo !== null) {
    const tip = `name it ${entry.movedTo}`;
    return invalidResult(
      { kind, slug },
      'ENTRY_RENAMED',
      [],
      `"${slug}" is ${redirectKey(kind, entry.movedTo)} now`,
      tip,
    );
  }
  if (entry.revision !== expectedRevision) {
    return { outcome: 'CONFLICT', conflicts: [{ kind: kind.name, slug, expectedRevision, revision: entry.revision }] };
  }
  if (entry.status === 'RETIRED' && !retired) {
    return invalidResult(
      { kind, slug },
      'ENTRY_RETIRED',
      [],
      `"${slug}" was withdrawn`,
      'revert it to one of its revisions',
    );
  }
  return entry;
}

/** Returns the published slugs of a kind, for suggestions. */
export async function publishedSlugs(
  { entries }: Pick<RecordServices['store'], 'entries'>,
  kind: string,
): Promise<string[]> {
  const slugs: string[] = [];
  for await (const { slug } of entries.published(kind, [])) slugs.push(slug);
  return slugs;
}

/** Reads a revision of an entry, including revisions before a rename. Null if there is none. */
export async function findRevision(
  { store }: RecordServices,
  { kind, slug, revision: fromRevision }: StoredEntry,
  revision: number,
): Promise<Revision | null> {
  let revisionSummary: RevisionSummary | undefined;
  const visit = (state: RevisionSummary) => {
    if (state.revision === revision) revisionSummary = state;
    return state.revision > revision;
  };
  await store.log.walkBack([{ kind, slug, fromRevision, expectedCount: fromRevision - revision + 1, visit }]);
  return (revisionSummary && (await store.log.revisionsAt([{ kind, ...revisionSummary }]))[0]) ?? null;
}

/** Returns the state of an entry in the result of a write. Follows renames. Null if the write did not include it. */
export function stateInResult(
  result: Extract<LifecycleResult, { outcome: 'WRITTEN' | 'UNCHANGED' }>,
  { kind, slug }: EntryKey,
): StoredEntry | null {
  const state = result.entries.findLast((entry) => entry.kind === kind && entry.slug === slug);
  if (!state?.movedTo || redirectsToOtherKind(state.movedTo)) return state ?? null;
  return stateInResult(result, { kind, slug: state.movedTo });
}

/** Returns the result of a command that is rejected because of one problem. */
export function invalidResult(
  { kind, slug }: Pick<EntryCommand, 'kind' | 'slug'>,
  code: ProblemCode,
  path: ProblemPath,
  message: string,
  tip: string | null,
): LifecycleResult {
  const problems: Problem[] = [];
  new Report(folderKey(kind, slug), NO_LOCATION, problems).add(code, path, message, tip);
  return { outcome: 'INVALID', problems };
}
