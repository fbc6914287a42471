import { folderKey, isSlug } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { Action } from '../store/log.js';
import type { Services } from './neighbourhood.js';
import type { Problem } from './problem.js';
import { nowhere, Report } from './problem.js';
import { shapeRecord } from './shape.js';
import type { Submission } from './submission.js';
import { quoted } from './wording.js';
import type { SaveResult, Signature } from './write.js';
import { submitChanges } from './write.js';

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
  /** What history calls it; publishing or saving unless given. */
  action?: Action;
}

/**
 * Writes records as one batch: shape, rules, commit. All of them are written or none. Every way into the database that
 * is no whole content folder passes here; a folder is planned first and then committed in the same way.
 */
export async function saveRecords(
  services: Services,
  records: readonly RecordToSave[],
  signature: Signature,
): Promise<SaveResult> {
  const current = await services.store.entries.current(records.map(({ kind, slug }) => ({ kind: kind.name, slug })));
  const problems: Problem[] = [];
  const changes = records.map((record, at) => {
    const originalLocale = record.originalLocale ?? current[at]?.originalLocale ?? null;
    const { publish, expectedRevision, action = publish ? 'PUBLISH' : 'SAVE' } = record;
    return { submission: submit(services, { ...record, originalLocale }, problems), action, expectedRevision };
  });
  return submitChanges(services, { changes, problems }, signature);
}

function submit({ model }: Services, record: RecordToSave, problems: Problem[]): Submission {
  const { kind, slug, raw, publish } = record;
  const report = new Report(folderKey(kind, slug), nowhere, problems);
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
