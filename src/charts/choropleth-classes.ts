import { quantileSorted } from 'd3-array';

export const MAX_MAP_CLASSES = 5;
/** Minimum number of classes that must remain after the limits are rounded. */
const MIN_CLASSES = 3;
/** Numbers of significant digits to try. Fewer digits can lead to empty classes. */
const SIGNIFICANT_DIGITS = [1, 2, 3, 4, 5, 6];
const ROUND_DIGITS = 2;

/** Divides sorted figures into non-empty classes of similar size. Returns rounded limits between them. */
export function classLimits(sortedFigures: readonly number[]): number[] {
  const classCount = Math.min(MAX_MAP_CLASSES, new Set(sortedFigures).size);
  const quantiles = Array.from({ length: classCount - 1 }, (_, index) =>
    quantileSorted([...sortedFigures], (index + 1) / classCount)!,
  );
  let bestLimits: number[] = [];
  for (const digits of SIGNIFICANT_DIGITS) {
    const limits = withoutEmptyClasses(
      quantiles.map((limit) => Number(limit.toPrecision(digits))),
      sortedFigures,
    );
    if (limits.length > bestLimits.length) bestLimits = limits;
    const isEnough = digits >= ROUND_DIGITS && bestLimits.length + 1 >= Math.min(classCount, MIN_CLASSES);
    if (bestLimits.length + 1 === classCount || isEnough) return bestLimits;
  }
  return bestLimits;
}

function withoutEmptyClasses(limits: readonly number[], sortedFigures: readonly number[]): number[] {
  const remaining: number[] = [];
  for (const limit of limits) {
    const lowerLimit = remaining.at(-1) ?? -Infinity;
    const isFilled = limit > lowerLimit && sortedFigures.some((value) => value >= lowerLimit && value < limit);
    if (isFilled && sortedFigures.some((value) => value >= limit)) remaining.push(limit);
  }
  return remaining;
}
