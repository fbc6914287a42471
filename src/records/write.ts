import type { Kind } from '../model/model.js';
import type { Batch, CommitResult, EntryChange } from '../store/store.js';
import { checkSubmissions } from './check.js';
import { keepNeededSources } from './needed-sources.js';
import type { Services } from './neighbourhood.js';
import { neighbourhood } from './neighbourhood.js';
import type { Problem } from './problem.js';
import { inOrder, nowhere, Report } from './problem.js';
import { shapeRecord } from './shape.js';
import type { Submission } from './submission.js';
import { Surroundings } from './surroundings.js';
import { isSlug } from './values.js';
import { quoted } from './wording.js';

/** One entry as somebody wants it to be from now on, before anything of it has been checked. */
export interface RecordToSave {
  kind: Kind;
  slug: string;
  /** What was written, in the form of the record input or of a content file. */
  raw: unknown;
  /** The language of plain texts; that of the entry, or the first locale for a new one, unless given. */
  originalLocale: string | null;
  /** Whether it is shown to the public; otherwise it is kept as a draft. */
  publish: boolean;
  /** The revision that the writer started from; 0 for an entry that is new. */
  expectedRevision: number;
}

/** Who writes, why, and whether anything is written at all. */
export interface Signature {
  author: string;
  message: string;
  dryRun?: boolean;
}

/** What came of writing. Only `WRITTEN` changed anything. */
export type SaveResult =
  | { outcome: 'WRITTEN'; sequence: number; revisions: readonly number[] }
  | { outcome: 'CHECKED' }
  | { outcome: 'INVALID'; problems: readonly Problem[] }
  | { outcome: 'CONFLICT'; conflicts: Conflicts };

/** Entries that somebody else changed meanwhile. */
export type Conflicts = Extract<CommitResult, { committed: false }>['conflicts'];

/**
 * Writes records as one batch: shape, rules, commit. All of them are written or none. Every way into the database that
 * is no whole content folder passes here; a folder is planned first and then committed in the same way.
 */
export async function saveRecords(
  services: Services,
  records: readonly RecordToSave[],
  { author, message, dryRun = false }: Signature,
): Promise<SaveResult> {
  const { store, model, modules } = services;
  const current = await store.current(records.map(({ kind, slug }) => ({ kind: kind.name, slug })));
  const problems: Problem[] = [];
  const submissions = records.map((record, at) =>
    submit(
      services,
      { ...record, originalLocale: record.originalLocale ?? current[at]?.originalLocale ?? null },
      problems,
    ),
  );
  const around = new Surroundings(model, modules, submissions, await neighbourhood(services, submissions));
  checkSubmissions(model, modules, submissions, around);
  if (problems.length > 0) return { outcome: 'INVALID', problems: inOrder(problems) };

  const conflicts = records.flatMap(({ kind, slug, expectedRevision }, at) => {
    const revision = current[at]?.revision ?? 0;
    return revision === expectedRevision ? [] : [{ kind: kind.name, slug, expectedRevision, revision }];
  });
  if (conflicts.length > 0) return { outcome: 'CONFLICT', conflicts };
  if (dryRun) return { outcome: 'CHECKED' };

  const entries = submissions.map((submission, at) => changeOf(submission, records[at]!.expectedRevision));
  const result = await commitBatch(services, { author, message, entries });
  if (!result.committed) return { outcome: 'CONFLICT', conflicts: result.conflicts };
  const revisions = entries.map(({ expectedRevision }) => expectedRevision + 1);
  return { outcome: 'WRITTEN', sequence: result.sequence, revisions };
}

/** The one place from which batches reach the store. @throws AppError IN_USE  a source is withdrawn that figures need */
export async function commitBatch({ store }: Pick<Services, 'store'>, batch: Batch): Promise<CommitResult> {
  await keepNeededSources(store, batch);
  return store.commit(batch);
}

function submit({ model }: Services, record: RecordToSave, problems: Problem[]): Submission {
  const { kind, slug, raw, publish } = record;
  const report = new Report(`${kind.folder}/${slug}`, nowhere, problems);
  if (!isSlug(slug)) {
    report.add('SLUG_INVALID', [], `${quoted(slug)} is no slug`, 'lower-case letters, digits and single hyphens');
  }
  const locales = model.locales;
  const originalLocale = record.originalLocale ?? locales[0]!;
  if (!locales.includes(originalLocale)) {
    const tip = `one of ${locales.join(', ')}`;
    report.add('LOCALE_UNKNOWN', ['originalLocale'], `${quoted(originalLocale)} is not in the list`, tip);
  }
  const shaped = shapeRecord(model, kind, raw, { originalLocale, report });
  const status = publish ? 'PUBLISHED' : 'DRAFT';
  return { kind, slug, status, originalLocale, record: shaped, figures: null, readable: true, report };
}

function changeOf({ kind, slug, status, originalLocale, record }: Submission, expectedRevision: number): EntryChange {
  const action = status === 'PUBLISHED' ? 'PUBLISH' : 'SAVE';
  return { action, kind: kind.name, slug, expectedRevision, status, originalLocale, record };
}
