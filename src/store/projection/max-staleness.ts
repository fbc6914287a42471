/** Maximum time since the last sync with the log for serving cached values, in milliseconds: 500 minus latency. */
export const MAX_STALENESS_MS = 450;
