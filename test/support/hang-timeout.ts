/** Milliseconds after which a browser action counts as hung. It is long, because a busy machine needs minutes. */
export const HANG_TIMEOUT = 120_000;
