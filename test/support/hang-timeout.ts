/** Milliseconds after which a browser action counts as hung. It measures nothing: a busy machine needs minutes. */
export const HANG_TIMEOUT = 120_000;
