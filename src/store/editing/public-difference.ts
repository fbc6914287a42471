import { canonical } from '../../model/digest.js';
import { valuesAt } from '../../model/record-path.js';
import type { KindPlan } from '../documents/kind-plan.js';
import type { StoredEntry } from '../entries.js';

/** In what that which the public is shown of an entry differs from what it was shown before. */
export interface PublicDifference {
  /** The fields of the record that differ; null where the entry was not shown before, or is not now. */
  fields: string[] | null;
  /** By the name of the link, as in `sessions/topics`: what was linked before or is now, but not both. */
  links: Record<string, string[]>;
}

/** Compares what is shown of an entry, computed fields that are stored included; null where it is not shown. */
export function publicDifference(
  plan: KindPlan,
  before: StoredEntry | null,
  after: StoredEntry | null,
): PublicDifference {
  const links: Record<string, string[]> = {};
  for (const { name, path } of plan.links) {
    const [was, is] = [before, after].map((entry) => new Set(entry ? valuesAt(entry.record, path).map(String) : []));
    const ends = [...was!, ...is!].filter((end) => !was!.has(end) || !is!.has(end));
    if (ends.length > 0) links[name] = ends;
  }
  return { fields: before && after ? differing(before, after) : null, links };
}

/** The fields in which two states differ; null where all may be served otherwise. */
function differing(before: StoredEntry, after: StoredEntry): string[] | null {
  const outline = ({ originalLocale, formerly }: StoredEntry) => canonical([originalLocale, formerly]);
  if (outline(before) !== outline(after)) return null;
  const names = new Set([...Object.keys(before.record), ...Object.keys(after.record)]);
  return [...names].filter((name) => canonical(before.record[name]) !== canonical(after.record[name]));
}
