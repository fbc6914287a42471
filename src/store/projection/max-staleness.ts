/** Maximum age of the log position of a cached value in milliseconds: 500 ms less the time of the network. */
export const MAX_STALENESS_MS = 450;
