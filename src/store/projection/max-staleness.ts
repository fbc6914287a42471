/** Maximum time since the last sync with the log for serving cached values, in ms: the promised 500 minus latency. */
export const MAX_STALENESS_MS = 450;
