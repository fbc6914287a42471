/** Maximum age of the last log sync at which cached values are served, in ms: the promised 500 minus latency. */
export const MAX_STALENESS_MS = 450;
