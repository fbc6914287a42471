const MAX_DELAY_MS = 1500;

/** Returns the delay in milliseconds after consecutive failures. It doubles each time, up to 1500. */
export function backoffDelay(failures: number, firstMs = 100): number {
  return Math.min(firstMs * 2 ** (failures - 1), MAX_DELAY_MS);
}
