/** Limits of one file, and of all files together. */
export interface FileLimits {
  /** Concurrent files for all clients and for one, and concurrent screens. */
  atOnce: number;
  atOnceForOne: number;
  screensAtOnce: number;
  seconds: number;
  /** Rows of a streamed file, and of one that is built in memory. */
  rows: number;
  rowsAtOnce: number;
  /** Rows of each table of a screen; further ones are left out with a note. */
  rowsOfScreen: number;
}

export const FILE_LIMITS: FileLimits = {
  atOnce: 8,
  atOnceForOne: 3,
  screensAtOnce: 40,
  seconds: 120,
  rows: 5_000_000,
  rowsAtOnce: 200_000,
  rowsOfScreen: 10_000,
};
