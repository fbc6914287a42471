import type { Model } from '../../model/model.js';
import { valuesAt } from '../../model/record-path.js';
import type { KindPlan, KindPlans } from '../documents/kind-plan.js';
import {
  affectsPublicState,
  changedIndicators,
  type LogDocument,
  loggedEntries,
  type LoggedEntry,
} from '../log/log-document.js';
import { LOG_COLLECTION } from '../collection-names.js';
import { type Invalidation, LINKS_TAG, PUBLISHED_TAG } from './dependencies.js';
import { ANY_TARGET, draftsTag, entryTag, FIGURES_TAG, figuresTag, linkingEntriesTag } from './dependency-tags.js';

/** Fields that change in every revision. */
const REVISION_FIELDS = ['revision', 'updatedAt'];

/** Returns the invalidations of public data that a committed batch causes. */
export function invalidationsOf(model: Model, batch: LogDocument, plans: KindPlans): Invalidation[] {
  const invalidations = loggedEntries(model, batch).flatMap((entry) => {
    const plan = plans.get(entry.kind);
    return plan ? [...entryInvalidations(entry, plan)] : [];
  });
  const figureTags = changedIndicators(batch).flatMap((indicator) => [figuresTag(indicator), FIGURES_TAG]);
  return [...invalidations, ...[LOG_COLLECTION, ...figureTags].map((tag) => ({ tag, fields: null }))];
}

function* entryInvalidations(entry: LoggedEntry, plan: KindPlan): Generator<Invalidation, void, undefined> {
  const { folder } = plan.kind;
  const { slug, status, before, altered, record } = entry;
  if (before !== status) yield { tag: draftsTag(folder), fields: null };
  if (!affectsPublicState(entry)) return;

  const fields = altered?.fields ? [...altered.fields, ...REVISION_FIELDS] : null;
  for (const tag of [entryTag(folder, slug), folder, PUBLISHED_TAG]) yield { tag, fields };
  if (!altered?.fields || Object.keys(altered.links).length > 0) yield { tag: LINKS_TAG, fields: null };
  const isNew = isFirstPublication(entry);
  for (const { name, path } of plan.links) {
    if (!altered && !isNew) {
      yield { tag: linkingEntriesTag(folder, name, ANY_TARGET), fields: null };
      continue;
    }
    for (const target of valuesAt(record, path)) yield { tag: linkingEntriesTag(folder, name, String(target)), fields };
    for (const target of altered?.links[name] ?? [])
      yield { tag: linkingEntriesTag(folder, name, target), fields: null };
  }
}

function isFirstPublication({ status, publishedAt, updatedAt, movedFrom }: LoggedEntry): boolean {
  return status === 'PUBLISHED' && movedFrom === undefined && publishedAt?.getTime() === updatedAt.getTime();
}
