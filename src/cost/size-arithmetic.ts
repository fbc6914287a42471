/** Number of objects if no upper bound is known. It is finite, since 0 × Infinity is not a number. */
export const UNBOUNDED = 1e100;

/** Rounds a number up to a power of two. 0 is unchanged. */
export function nextPowerOfTwo(count: number): number {
  return count > 0 ? 2 ** Math.ceil(Math.log2(count)) : 0;
}
