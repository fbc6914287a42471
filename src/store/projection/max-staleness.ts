/**
 * Maximum age, in milliseconds, of the log position that a cached value may be based on. Clients are promised that another
 * server's writes show within 500 ms; the rest is for the answer's way to them.
 */
export const MAX_STALENESS_MS = 450;
