/** Multiplies two sizes, where 0 times Infinity is 0. */
export function multiplySizes(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

export function sumSizes(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}

/** The largest of these numbers, which are not negative; 0 if there are none. */
export function largest(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), 0);
}

/** The next power of two; 0 stays 0. */
export function nextPowerOfTwo(count: number): number {
  return count > 0 && Number.isFinite(count) ? 2 ** Math.ceil(Math.log2(count)) : count;
}

/** Counts how often each of these occurs. */
export function countEach(keys: readonly string[], into = new Map<string, number>()): ReadonlyMap<string, number> {
  for (const key of keys) into.set(key, (into.get(key) ?? 0) + 1);
  return into;
}
