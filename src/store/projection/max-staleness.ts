/**
 * Maximum age in milliseconds of the log position behind a cached value. Writes of other servers have to show within
 * 500 ms, network time included.
 */
export const MAX_STALENESS_MS = 450;
