/** Multiplies two sizes. 0 × Infinity is 0. */
export function multiplySizes(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** Rounds a number up to a power of two. 0 and Infinity are unchanged. */
export function nextPowerOfTwo(count: number): number {
  return count > 0 && Number.isFinite(count) ? 2 ** Math.ceil(Math.log2(count)) : count;
}
