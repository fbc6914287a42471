/** What one file, and all files together, may take. */
export interface FileLimits {
  /** Files under way at once, of all clients and of one, and answers for screens. */
  atOnce: number;
  atOnceForOne: number;
  screensAtOnce: number;
  seconds: number;
  /** Rows of a file that is written as it is read, and of one that has to be whole first. */
  rows: number;
  rowsAtOnce: number;
  /** Rows of each table of a screen; those beyond are left out, and it says so. */
  rowsOfScreen: number;
}

/** What they may take unless more is said. */
export const FILE_LIMITS: FileLimits = {
  atOnce: 8,
  atOnceForOne: 3,
  screensAtOnce: 40,
  seconds: 120,
  rows: 5_000_000,
  rowsAtOnce: 200_000,
  rowsOfScreen: 10_000,
};
