const LONGEST_MS = 1500;

/** Returns the delay in milliseconds after consecutive failures: doubles each time, up to 1500. */
export function pauseAfter(failures: number, firstMs = 100): number {
  return Math.min(firstMs * 2 ** (failures - 1), LONGEST_MS);
}
