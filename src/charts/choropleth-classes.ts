import { quantileSorted } from 'd3-array';

export const MAX_MAP_CLASSES = 5;
/** Minimum number of classes that must remain after the limits are rounded. */
const MIN_CLASSES = 3;
/** Numbers of significant digits to try. Fewer digits can lead to empty classes. */
const SIGNIFICANT_DIGITS = [1, 2, 3, 4, 5, 6];
const ROUND_DIGITS = 2;

/** Divides sorted figures into non-empty classes of similar size. Returns rounded limits between them. */
export function classLimits(sorted: readonly number[]): number[] {
  const classCount = Math.min(MAX_MAP_CLASSES, new Set(sorted).size);
  const quantiles = Array.from({ length: classCount - 1 }, (_, index) =>
    quantileSorted([...sorted], (index + 1) / classCount)!,
  );
  let best: number[] = [];
  for (const digits of SIGNIFICANT_DIGITS) {
    const limits = withoutEmptyClasses(
      quantiles.map((limit) => Number(limit.toPrecision(digits))),
      sorted,
    );
    if (limits.length > best.length) best = limits;
    const isEnough = digits >= ROUND_DIGITS && best.length + 1 >= Math.min(classCount, MIN_CLASSES);
    if (best.length + 1 === classCount || isEnough) return best;
  }
  return best;
}

function withoutEmptyClasses(limits: readonly number[], sorted: readonly number[]): number[] {
  const remaining: number[] = [];
  for (const limit of limits) {
    const from = remaining.at(-1) ?? -Infinity;
    const isFilled = limit > from && sorted.some((value) => value >= from && value < limit);
    if (isFilled && sorted.some((value) => value >= limit)) remaining.push(limit);
  }
  return remaining;
}
