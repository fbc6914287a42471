import { valuesAt } from '../../model/record-path.js';
import type { Alteration } from '../dependencies.js';
import { PUBLISHED } from '../dependencies.js';
import type { KindPlan, KindPlans } from '../documents/kind-plan.js';
import type { LogDocument, LoggedEntry } from '../log/log-document.js';
import { altersThePublic, changedIndicators, loggedEntries } from '../log/log-document.js';
import { LOG } from '../collections.js';
import { ANY, draftsTag, entryTag, FIGURES, figuresTag, linkedTag } from './tags.js';

/** What changes with every revision. */
const ALWAYS = ['revision', 'updatedAt'];

/** What a batch alters of what the public is answered. */
export function findAlterations(batch: LogDocument, plans: KindPlans): Alteration[] {
  const entries = loggedEntries(batch).flatMap((entry) => {
    const plan = plans.get(entry.kind);
    return plan ? [...alterationsBy(entry, plan)] : [];
  });
  const figures = changedIndicators(batch).flatMap((indicator) => [figuresTag(indicator), FIGURES]);
  return [...entries, ...[LOG, ...figures].map((tag) => ({ tag, fields: null }))];
}

function* alterationsBy(entry: LoggedEntry, plan: KindPlan): Generator<Alteration, void, undefined> {
  const { folder } = plan.kind;
  const { slug, status, before, altered, record } = entry;
  if (before !== status) yield { tag: draftsTag(folder), fields: null };
  if (!altersThePublic(entry)) return;

  const fields = altered?.fields ? [...altered.fields, ...ALWAYS] : null;
  for (const tag of [entryTag(folder, slug), folder, PUBLISHED]) yield { tag, fields };
  const isNew = isShownFirst(entry);
  for (const { name, path } of plan.links) {
    if (!altered && !isNew) {
      yield { tag: linkedTag(folder, name, ANY), fields: null };
      continue;
    }
    for (const end of valuesAt(record, path)) yield { tag: linkedTag(folder, name, String(end)), fields };
    for (const end of altered?.links[name] ?? []) yield { tag: linkedTag(folder, name, end), fields: null };
  }
}

/** Whether an entry is shown for the first time, so that nothing of it was shown before. */
function isShownFirst({ status, publishedAt, updatedAt, movedFrom }: LoggedEntry): boolean {
  return status === 'PUBLISHED' && movedFrom === undefined && publishedAt?.getTime() === updatedAt.getTime();
}
