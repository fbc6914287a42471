/**
 * Maximum age of the log position behind a cached value, in milliseconds. Writes of other servers must be visible
 * within 500 ms, including network time.
 */
export const MAX_STALENESS_MS = 450;
