import type { Model } from '../model/model.js';
import type { LoggedEntry } from './change-log.js';
import type { KindPlans } from './kind-plan.js';
import { valuesAt } from './shadows.js';

/**
 * For each entry of a batch, how many links lead down from it to others of the batch at most: those of level 0 link to
 * none, so writing by level writes link targets before those that link to them. Where links go round in a circle, one
 * of them is left out.
 */
export function linkLevels(
  model: Model,
  plans: KindPlans,
  entries: readonly LoggedEntry[],
): ReadonlyMap<LoggedEntry, number> {
  const byKey = new Map(entries.map((entry) => [`${model.kind(entry.kind).folder}/${entry.slug}`, entry]));
  const levels = new Map<LoggedEntry, number>();
  const underWay = new Set<LoggedEntry>();

  const targetsOf = ({ kind, record }: LoggedEntry) =>
    plans.get(kind)!.links.flatMap(({ path, field }) => {
      const { toInterface, target } = field.link!;
      const folder = toInterface ? '' : `${model.kind(target).folder}/`;
      return valuesAt(record, path).flatMap((slug) => byKey.get(`${folder}${String(slug)}`) ?? []);
    });
  const levelOf = (entry: LoggedEntry): number => {
    const known = levels.get(entry);
    if (known !== undefined) return known;
    underWay.add(entry);
    const below = targetsOf(entry).filter((target) => !underWay.has(target));
    const level = below.length === 0 ? 0 : 1 + Math.max(...below.map(levelOf));
    underWay.delete(entry);
    levels.set(entry, level);
    return level;
  };
  entries.forEach(levelOf);
  return levels;
}
