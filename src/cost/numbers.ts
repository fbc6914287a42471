/** Multiplies two sizes. 0 × Infinity is 0. */
export function multiplySizes(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

export function sumSizes(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}

/** Returns the largest of some non-negative numbers; 0 if there are none. */
export function largest(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), 0);
}

/** Rounds a number up to a power of two. 0 and Infinity are unchanged. */
export function nextPowerOfTwo(count: number): number {
  return count > 0 && Number.isFinite(count) ? 2 ** Math.ceil(Math.log2(count)) : count;
}

/** Counts the occurrences of each key. @param into map to which the counts are added */
export function countEach(keys: readonly string[], into = new Map<string, number>()): ReadonlyMap<string, number> {
  for (const key of keys) into.set(key, (into.get(key) ?? 0) + 1);
  return into;
}
