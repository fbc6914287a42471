const LONGEST_MS = 1500;

/**
 * Returns the milliseconds to wait before the next attempt after so many failures in a row: twice as long each time, up
 * to 1500.
 */
export function pauseAfter(failures: number, firstMs = 100): number {
  return Math.min(firstMs * 2 ** (failures - 1), LONGEST_MS);
}
