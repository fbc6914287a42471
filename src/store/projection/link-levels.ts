import type { Model } from '../../model/model.js';
import type { LoggedEntry } from '../log/change-log.js';
import type { KindPlans } from '../documents/kind-plan.js';
import { valuesAt } from '../documents/shadows.js';

/**
 * For each entry of a batch, how many links lead down from it to others of the batch at most: those of level 0 link to
 * none, so writing by level writes link targets before those that link to them. Entries whose links go round in a
 * circle share a level.
 */
export function linkLevels(
  model: Model,
  plans: KindPlans,
  entries: readonly LoggedEntry[],
): ReadonlyMap<LoggedEntry, number> {
  const byKey = new Map(entries.map((entry) => [`${model.kind(entry.kind).folder}/${entry.slug}`, entry]));
  const targetsOf = ({ kind, record }: LoggedEntry) =>
    plans.get(kind)!.links.flatMap(({ path, field }) => {
      const { toInterface, target } = field.link!;
      const folder = toInterface ? '' : `${model.kind(target).folder}/`;
      return valuesAt(record, path).flatMap((slug) => byKey.get(`${folder}${String(slug)}`) ?? []);
    });
  return levelsOf(entries, targetsOf);
}

/** Tarjan's way to find what goes round in circles; it comes upon a circle after all that lies below it. */
function levelsOf<T>(nodes: readonly T[], targetsOf: (node: T) => readonly T[]): Map<T, number> {
  const levels = new Map<T, number>();
  const met = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];

  const visit = (node: T): void => {
    met.set(node, met.size);
    lowest.set(node, met.get(node)!);
    open.push(node);
    for (const target of targetsOf(node)) {
      if (!met.has(target)) visit(target);
      if (!levels.has(target)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(target)!));
    }
    if (lowest.get(node) !== met.get(node)) return;
    const circle = open.splice(open.lastIndexOf(node));
    const below = circle.flatMap(targetsOf).flatMap((target) => levels.get(target) ?? []);
    const level = below.reduce((most, each) => Math.max(most, each + 1), 0);
    for (const each of circle) levels.set(each, level);
  };
  for (const node of nodes) if (!met.has(node)) visit(node);
  return levels;
}
