import { firstSlug, folderKey, redirectKey, formerSlugsAfterRename, splitKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import { contentDigest } from './merge-base.js';
import type { Submission } from './submission.js';

/** Describes the entry that has or had a slug. */
export function describeSlugOwner({ folder }: Kind, { slug, movedTo, status }: StoredEntry): string {
  if (movedTo !== null) return `"${slug}" is the former slug of ${redirectKey({ folder }, movedTo)}`;
  const name = folderKey({ folder }, slug);
  return status === 'RETIRED' ? `"${slug}" is ${name}, which was withdrawn` : `"${slug}" is another entry, ${name}`;
}

/** Reports slugs that other entries own, a wrong first item of `formerly`, and renamed files without `formerly`. */
export function reportSlugConflicts(
  submissions: readonly Submission[],
  snapshot: ReadonlyMap<string, ReadonlyMap<string, StoredEntry>>,
): void {
  for (const submission of submissions) {
    const entriesOfKind = snapshot.get(submission.kind.name);
    if (entriesOfKind) reportConflictsOf(submission, entriesOfKind);
    reportAbsorbed(submission, snapshot);
  }
  for (const [kind, ofKind] of snapshot) {
    reportRenamed(
      submissions.filter((submission) => submission.kind.name === kind),
      ofKind,
    );
  }
}

/** Reports entries of other kinds that a submission absorbs, but that already redirect to another entry. */
function reportAbsorbed(
  { kind, slug, formerly = [], absorbs = [], report }: Submission,
  snapshot: ReadonlyMap<string, ReadonlyMap<string, StoredEntry>>,
): void {
  const ownKeys = [slug, ...formerly].map((name) => folderKey(kind, name));
  for (const key of absorbs) {
    const entry = snapshot.get(key.kind)?.get(key.slug);
    if (!entry?.movedTo || ownKeys.includes(entry.movedTo)) continue;
    const folder = splitKey(entry.movedTo).folder;
    const message = `"${key.slug}" already redirects to ${folder === '' ? `"${entry.movedTo}"` : entry.movedTo}`;
    report.add('SLUG_TAKEN', ['formerly'], message, 'remove it');
  }
}

/** Reports renamed files: new records with the content of an entry that has no file. */
function reportRenamed(submissions: readonly Submission[], entriesOfKind: ReadonlyMap<string, StoredEntry>): void {
  const newRecords = submissions.filter(
    (submission) =>
      submission.readable && !entriesOfKind.has(submission.slug) && !resolveEntry(submission, entriesOfKind),
  );
  if (newRecords.length === 0) return;
  const knownSlugs = new Set(submissions.flatMap(({ slug, formerly = [] }) => [slug, ...formerly]));
  const entriesWithoutFile = [...entriesOfKind.values()].filter(
    (entry) => entry.status !== 'RETIRED' && !knownSlugs.has(entry.slug),
  );
  const entryByContent = new Map(entriesWithoutFile.map((entry) => [contentDigest(newRecords[0]!.kind, entry), entry]));
  for (const submission of newRecords) {
    const { kind, slug, report } = submission;
    const entry = entryByContent.get(contentDigest(kind, submission));
    if (!entry) continue;
    const name = folderKey(kind, entry.slug);
    const message = `has the same content as ${name}, which no longer has a file here`;
    const advice = `write formerly: [${formerSlugsAfterRename(entry, slug).join(', ')}], to keep its address and history`;
    report.add('SLUG_TAKEN', [], message, `${advice}; or withdraw it: npx signpost retire ${name}`);
  }
}

/** Returns the entry of a record, by its slug or the latest former slug that exists. Null if the record is new. */
export function resolveEntry(
  { slug, formerly = [] }: Pick<Submission, 'slug' | 'formerly'>,
  entriesOfKind: ReadonlyMap<string, StoredEntry>,
): StoredEntry | null {
  const isEntry = (entry: StoredEntry | undefined) => entry !== undefined && entry.movedTo === null;
  const isActive = (entry: StoredEntry | undefined) => isEntry(entry) && entry!.status !== 'RETIRED';
  const ownEntry = entriesOfKind.get(slug);
  if (isActive(ownEntry)) return ownEntry!;
  const formerEntries = formerly
    .filter((formerSlug) => formerSlug !== slug)
    .map((formerSlug) => entriesOfKind.get(formerSlug));
  const renamedEntry = formerEntries.findLast(isActive) ?? formerEntries.findLast(isEntry);
  return renamedEntry ?? (isEntry(ownEntry) ? ownEntry! : null);
}

function reportConflictsOf(submission: Submission, entriesOfKind: ReadonlyMap<string, StoredEntry>): void {
  const { kind, slug, formerly = [], report } = submission;
  const resolvedEntry = resolveEntry(submission, entriesOfKind);
  const isAnotherEntry = (entry: StoredEntry | undefined) =>
    entry !== undefined && entry !== resolvedEntry && !resolvedEntry?.formerly.includes(entry.slug);
  const ownEntry = entriesOfKind.get(slug);
  if (isAnotherEntry(ownEntry)) {
    const tip = ownEntry!.movedTo === null ? 'rename the file' : 'run npx signpost export to update the files';
    report.add('SLUG_TAKEN', [], describeSlugOwner(kind, ownEntry!), tip);
    return;
  }
  formerly.forEach((former, index) => {
    const otherEntry = entriesOfKind.get(former);
    if (isAnotherEntry(otherEntry))
      report.add('SLUG_TAKEN', ['formerly', index], describeSlugOwner(kind, otherEntry!), 'remove it');
  });
  const [firstListed] = formerly;
  if (!resolvedEntry || firstListed === undefined) return;
  const originalSlug = firstSlug(resolvedEntry);
  const leavesOut = !formerly.includes(originalSlug) && resolvedEntry.formerly.includes(firstListed);
  if (firstListed === originalSlug || leavesOut) return;
  const tip = originalSlug === slug ? 'remove it' : `start with ${originalSlug}`;
  report.add(
    'SLUG_TAKEN',
    ['formerly', 0],
    `${folderKey(kind, resolvedEntry.slug)} was first called "${originalSlug}"`,
    tip,
  );
}
