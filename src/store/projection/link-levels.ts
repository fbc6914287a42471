import { kindKey } from '../../model/entry-key.js';
import { linkTarget } from '../../model/links.js';
import type { Model } from '../../model/model.js';
import { valuesAt } from '../../model/record-path.js';
import type { LoggedEntry } from '../log/log-document.js';
import type { KindPlans } from '../documents/kind-plan.js';

/**
 * Returns the maximum length of a chain of links from each entry of a batch to others in it. Writing in ascending order
 * writes link targets first. Entries of a cycle have the same level.
 */
export function linkLevels(
  model: Model,
  plans: KindPlans,
  entries: readonly LoggedEntry[],
): ReadonlyMap<LoggedEntry, number> {
  const byKey = new Map(entries.map((entry) => [kindKey(entry), entry]));
  const findTargets = ({ kind, record }: LoggedEntry) =>
    plans.get(kind)!.links.flatMap(({ path, field }) => {
      return valuesAt(record, path).flatMap((value) => {
        const target = linkTarget(model, field, value as string);
        return (target && byKey.get(kindKey({ kind: target.kind.name, slug: target.slug }))) ?? [];
      });
    });
  return computeLevels(entries, findTargets);
}

/**
 * Computes the levels with Tarjan's algorithm. It finds a strongly connected component after all components that it
 * links to.
 */
function computeLevels<T>(nodes: readonly T[], findTargets: (node: T) => readonly T[]): Map<T, number> {
  const levels = new Map<T, number>();
  const met = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];

  const visit = (node: T): void => {
    met.set(node, met.size);
    lowest.set(node, met.get(node)!);
    open.push(node);
    for (const target of findTargets(node)) {
      if (!met.has(target)) visit(target);
      if (!levels.has(target)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(target)!));
    }
    if (lowest.get(node) !== met.get(node)) return;
    const circle = open.splice(open.lastIndexOf(node));
    const below = circle.flatMap(findTargets).flatMap((target) => levels.get(target) ?? []);
    const level = below.reduce((most, each) => Math.max(most, each + 1), 0);
    for (const each of circle) levels.set(each, level);
  };
  for (const node of nodes) if (!met.has(node)) visit(node);
  return levels;
}
