import { AppError } from '../errors.js';
import type { Kind, Model } from '../model/model.js';
import { linkPaths } from '../model/model.js';
import { nearest } from '../model/nearest.js';
import { PUBLIC } from '../model/view.js';
import type { EntryChange, Outline, Revision } from '../store/log.js';
import type { Schedule } from '../store/schedules.js';
import type { StoredEntry } from '../store/entries.js';
import type { Services } from './neighbourhood.js';
import type { Path, Problem } from './problem.js';
import { nowhere, Report } from './problem.js';
import type { ProblemCode } from './problem-codes.js';
import type { Use } from './relink.js';
import { MOST_USES, relinkAll, storedPart } from './relink.js';
import { saveRecords } from './save.js';
import type { SaveResult, Signature } from './write.js';
import { submitChanges } from './write.js';

/** An entry that something is to be done with, and the revision from which that was decided. */
export interface Asked {
  kind: Kind;
  slug: string;
  expectedRevision: number;
}

/** What is done with the links to an entry that is withdrawn. */
export type LinkPolicy = 'RESTRICT' | 'UNLINK' | 'RETIRE';

/** What came of it. */
export type LifeResult =
  | SaveResult
  /** It is so already; nothing was written. */
  | { outcome: 'UNCHANGED'; revision: number }
  | { outcome: 'IN_USE'; uses: readonly Use[] }
  | { outcome: 'SCHEDULED'; schedule: Schedule };

/** Shows the newest state of an entry to the public. What is wrong with it is told as when it is saved. */
export async function publishEntry(services: Services, asked: Asked, signature: Signature): Promise<LifeResult> {
  const found = await findEntry(services, asked);
  if ('outcome' in found) return found;
  if (found.status === 'PUBLISHED') return { outcome: 'UNCHANGED', revision: found.revision };
  const { kind, slug, expectedRevision } = asked;
  const raw = storedPart(kind, found.record);
  const record = { kind, slug, raw, originalLocale: null, publish: true, expectedRevision };
  return withoutSchedule(services, asked, signature, await saveRecords(services, [record], signature));
}

/** Has the newest state of an entry shown to the public at a time ahead. It is checked now, and again then. */
export async function scheduleEntry(
  services: Services,
  asked: Asked,
  at: Date,
  signature: Signature,
): Promise<LifeResult> {
  if (at.getTime() <= Date.now()) {
    return invalid(asked, 'TIME_PAST', ['at'], `${at.toISOString()} is past`, 'leave "at" out to publish now');
  }
  const checked = await publishEntry(services, asked, { ...signature, dryRun: true });
  if (checked.outcome !== 'CHECKED') return checked;
  const { author, message } = signature;
  const schedule: Schedule = {
    kind: asked.kind.name,
    slug: asked.slug,
    revision: asked.expectedRevision,
    at,
    author,
    message,
    problem: null,
  };
  if (!signature.dryRun) await services.store.schedules.put(schedule);
  return { outcome: 'SCHEDULED', schedule };
}

/** Takes back what was scheduled. */
export async function unscheduleEntry(
  { store }: Services,
  asked: Omit<Asked, 'expectedRevision'>,
): Promise<LifeResult> {
  const [entry] = await store.entries.current([{ kind: asked.kind.name, slug: asked.slug }]);
  if (await store.schedules.remove(asked.kind.name, asked.slug)) {
    return { outcome: 'UNCHANGED', revision: entry?.revision ?? 0 };
  }
  return invalid(asked, 'NOTHING_SCHEDULED', [], `nothing is scheduled for "${asked.slug}"`, null);
}

/** Takes an entry from the public; its newest state stays as a draft. What published entries must link to stays. */
export async function unpublishEntry(services: Services, asked: Asked, signature: Signature): Promise<LifeResult> {
  const { store, model } = services;
  const found = await findEntry(services, asked);
  if ('outcome' in found) return found;
  const { kind, slug, expectedRevision } = asked;
  const [shown] = await store.entries.bySlug(kind.name, [slug], [], PUBLIC);
  if (shown?.status !== 'PUBLISHED') return { outcome: 'UNCHANGED', revision: found.revision };
  const uses = await store.entries.usedBy({ kind: kind.name, slug }, MOST_USES);
  const needed = await publishedOf(
    services,
    uses.filter((use) => isNeeded(model, use)),
  );
  if (needed.length > 0) return { outcome: 'IN_USE', uses: needed };
  const { originalLocale } = found;
  const entry: EntryChange = {
    action: 'UNPUBLISH',
    kind: kind.name,
    slug,
    expectedRevision,
    status: 'DRAFT',
    originalLocale,
    record: storedPart(model.shape(kind.name), found.record),
  };
  return withoutSchedule(services, asked, signature, await writeUnchecked(services, [entry], signature));
}

/** Withdraws an entry. Its name stays, so that links that are left still say what they led to. */
export async function retireEntry(
  services: Services,
  asked: Asked & { links: LinkPolicy },
  signature: Signature,
): Promise<LifeResult> {
  const { kind, slug, expectedRevision, links } = asked;
  const [there] = await services.store.entries.current([{ kind: kind.name, slug }]);
  if (there?.status === 'RETIRED') return { outcome: 'UNCHANGED', revision: there.revision };
  const found = await findEntry(services, asked);
  if ('outcome' in found) return found;
  const key = { kind: kind.name, slug };
  const uses = (await services.store.entries.usedBy(key, MOST_USES)).filter(
    (use) => use.kind !== key.kind || use.slug !== key.slug,
  );
  if (links === 'RESTRICT' && uses.length > 0) return { outcome: 'IN_USE', uses };
  const unlinked = links === 'UNLINK' ? await relinkAll(services, uses, key, null) : { entries: [], stuck: [] };
  if (unlinked.stuck.length > 0) return { outcome: 'IN_USE', uses: unlinked.stuck };
  const retired: EntryChange = {
    action: 'RETIRE',
    ...key,
    expectedRevision,
    status: 'RETIRED',
    originalLocale: found.originalLocale,
    record: storedPart(kind, found.record),
  };
  const result = await writeUnchecked(services, [retired, ...unlinked.entries], signature);
  return withoutSchedule(services, asked, signature, result);
}

/** Makes an earlier state of an entry its newest, as a draft or for the public. The states between stay in its history. */
export async function restoreEntry(
  services: Services,
  asked: Asked & { revision: number; publish: boolean },
  signature: Signature,
): Promise<LifeResult> {
  const { kind, slug, expectedRevision, revision, publish } = asked;
  const found = await findEntry(services, asked, { retired: true });
  if ('outcome' in found) return found;
  const earlier = await revisionOf(services, found, revision);
  if (!earlier) {
    const tip = `it has 1 to ${found.revision}`;
    return invalid(asked, 'REVISION_UNKNOWN', ['revision'], `"${slug}" has no revision ${revision}`, tip);
  }
  const raw = storedPart(kind, earlier.record);
  const { originalLocale } = earlier;
  const record = { kind, slug, raw, originalLocale, publish, expectedRevision, action: 'RESTORE' as const };
  return saveRecords(services, [record], signature);
}

/** Reads a revision of an entry, perhaps from before it was renamed; null where it has none such. */
export async function revisionOf(
  { store }: Services,
  { kind, slug, revision: from }: StoredEntry,
  revision: number,
): Promise<Revision | null> {
  let wanted: Outline | undefined;
  const visit = (state: Outline) => {
    if (state.revision === revision) wanted = state;
    return state.revision > revision;
  };
  await store.log.walkBack([{ kind, slug, from, wanted: from - revision + 1, visit }]);
  return (wanted && (await store.log.revisionsAt([{ kind, ...wanted }]))[0]) ?? null;
}

/** The newest state of an entry, or what stands in the way of doing anything with it. */
export async function findEntry(
  { store }: Services,
  { kind, slug, expectedRevision }: Asked,
  { retired = false } = {},
): Promise<StoredEntry | LifeResult> {
  const [found] = await store.entries.current([{ kind: kind.name, slug }]);
  if (!found) {
    const slugs: string[] = [];
    for await (const entry of store.entries.published(kind.name, [])) slugs.push(entry.slug);
    const near = nearest(slug, slugs);
    return invalid({ kind, slug }, 'ENTRY_UNKNOWN', [], `there is no "${slug}"`, near ? `nearest: ${near}` : null);
  }
  if (found.revision !== expectedRevision) {
    return { outcome: 'CONFLICT', conflicts: [{ kind: kind.name, slug, expectedRevision, revision: found.revision }] };
  }
  if (found.status === 'RETIRED' && !retired) {
    return invalid({ kind, slug }, 'ENTRY_RETIRED', [], `"${slug}" was withdrawn`, 'restore one of its revisions');
  }
  return found;
}

/** Writes states that need no check, told as the rest of what can stand in the way. */
async function writeUnchecked(
  services: Services,
  unchecked: readonly EntryChange[],
  signature: Signature,
): Promise<LifeResult> {
  try {
    const result = await submitChanges(services, { changes: [], unchecked, problems: [] }, signature);
    if (result.outcome !== 'WRITTEN') return result;
    return { ...result, revisions: unchecked.map(({ expectedRevision }) => expectedRevision + 1) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'IN_USE') throw error;
    return { outcome: 'IN_USE', uses: error.details['usedBy'] as Use[] };
  }
}

/** What was to be published later is not, once something else was decided. */
async function withoutSchedule(
  { store }: Services,
  { kind, slug }: Asked,
  { dryRun }: Signature,
  result: LifeResult,
): Promise<LifeResult> {
  if (result.outcome === 'WRITTEN' && !dryRun) await store.schedules.remove(kind.name, slug);
  return result;
}

/** Whether what is published must have the link: it then has to lead to something published. */
function isNeeded(model: Model, { kind, path }: Use): boolean {
  const link = linkPaths(model, model.kind(kind)).find((each) => each.path.map(({ name }) => name).join('.') === path);
  return link !== undefined && link.field.required && !link.field.list;
}

/** Those of these links that stand in what is published. */
async function publishedOf({ store }: Services, uses: readonly Use[]): Promise<Use[]> {
  const shown = await Promise.all(uses.map(({ kind, slug }) => store.entries.bySlug(kind, [slug], [], PUBLIC)));
  return uses.filter((_use, at) => shown[at]![0]?.status === 'PUBLISHED');
}

/** One problem, as the answer to what was asked. */
export function invalid(
  { kind, slug }: Pick<Asked, 'kind' | 'slug'>,
  code: ProblemCode,
  path: Path,
  message: string,
  tip: string | null,
): LifeResult {
  const problems: Problem[] = [];
  new Report(`${kind.folder}/${slug}`, nowhere, problems).add(code, path, message, tip);
  return { outcome: 'INVALID', problems };
}
