/** Maximum age of the log position of a cached value in milliseconds: 500 ms minus network latency. */
export const MAX_STALENESS_MS = 450;
