import { canonicalJson } from '../../model/digest.js';
import { valuesAt } from '../../model/record-path.js';
import type { KindPlan } from '../documents/kind-plan.js';
import type { StoredEntry } from '../entries.js';

/** Difference between two public states of an entry. */
export interface PublicChanges {
  /** Fields of the record that differ; null if the entry is newly published or withdrawn. */
  fields: string[] | null;
  /** Targets that were added or removed, keyed by link name (as in `sessions/topics`). */
  links: Record<string, string[]>;
}

/** Compares two states, including stored computed fields. A state is null if the entry is not public. */
export function comparePublicStates(
  plan: KindPlan,
  before: StoredEntry | null,
  after: StoredEntry | null,
): PublicChanges {
  const links: Record<string, string[]> = {};
  for (const { name, path } of plan.links) {
    const [oldTargets, newTargets] = [before, after].map(
      (entry) => new Set(entry ? valuesAt(entry.record, path).map(String) : []),
    );
    const targets = [...oldTargets!, ...newTargets!].filter((end) => !oldTargets!.has(end) || !newTargets!.has(end));
    if (targets.length > 0) links[name] = targets;
  }
  return { fields: before && after ? differingFields(before, after) : null, links };
}

/** Returns the record fields that differ; null (all fields) if the original locale or the former slugs differ. */
function differingFields(before: StoredEntry, after: StoredEntry): string[] | null {
  const metadata = ({ originalLocale, formerly }: StoredEntry) => canonicalJson([originalLocale, formerly]);
  if (metadata(before) !== metadata(after)) return null;
  const fieldNames = new Set([...Object.keys(before.record), ...Object.keys(after.record)]);
  return [...fieldNames].filter((name) => canonicalJson(before.record[name]) !== canonicalJson(after.record[name]));
}
