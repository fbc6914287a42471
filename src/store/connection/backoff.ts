const MAX_DELAY_MS = 1500;

/** Returns the delay in milliseconds after consecutive failures. It doubles each time, up to 1500. */
export function backoffDelay(failureCount: number, firstDelayMs = 100): number {
  return Math.min(firstDelayMs * 2 ** (failureCount - 1), MAX_DELAY_MS);
}
