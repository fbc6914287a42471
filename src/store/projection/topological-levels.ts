import { kindKey } from '../../model/entry-key.js';
import { parseLinkValue } from '../../model/links.js';
import type { Model } from '../../model/model.js';
import { valuesAt } from '../../model/record-path.js';
import type { LoggedEntry } from '../log/log-document.js';
import type { KindPlans } from '../documents/kind-plan.js';

/**
 * Returns the level of each entry: the length of its longest chain of links within the batch. In ascending order of
 * levels, link targets come before linking entries. Entries of a cycle have the same level.
 */
export function topologicalLevels(
  model: Model,
  plans: KindPlans,
  entries: readonly LoggedEntry[],
): ReadonlyMap<LoggedEntry, number> {
  const entryByKey = new Map(entries.map((entry) => [kindKey(entry), entry]));
  const findTargets = ({ kind, record }: LoggedEntry) =>
    plans.get(kind)!.links.flatMap(({ path, field }) => {
      return valuesAt(record, path).flatMap((value) => {
        const target = parseLinkValue(model, field, value as string);
        return (target && entryByKey.get(kindKey({ kind: target.kind.name, slug: target.slug }))) ?? [];
      });
    });
  return computeLevels(entries, findTargets);
}

/** Computes levels with Tarjan's algorithm, which finds a strongly connected component after those it links to. */
function computeLevels<T>(nodes: readonly T[], findTargets: (node: T) => readonly T[]): Map<T, number> {
  const levels = new Map<T, number>();
  const visitOrder = new Map<T, number>();
  const lowLinks = new Map<T, number>();
  const stack: T[] = [];

  const visit = (node: T): void => {
    visitOrder.set(node, visitOrder.size);
    lowLinks.set(node, visitOrder.get(node)!);
    stack.push(node);
    for (const target of findTargets(node)) {
      if (!visitOrder.has(target)) visit(target);
      if (!levels.has(target)) lowLinks.set(node, Math.min(lowLinks.get(node)!, lowLinks.get(target)!));
    }
    if (lowLinks.get(node) !== visitOrder.get(node)) return;
    const component = stack.splice(stack.lastIndexOf(node));
    const targetLevels = component.flatMap(findTargets).flatMap((target) => levels.get(target) ?? []);
    const level = targetLevels.reduce((maximum, targetLevel) => Math.max(maximum, targetLevel + 1), 0);
    for (const member of component) levels.set(member, level);
  };
  for (const node of nodes) if (!visitOrder.has(node)) visit(node);
  return levels;
}
