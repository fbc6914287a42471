/** Limits of one file, and of all files together. */
export interface FileLimits {
  /**
   * Maximum numbers of concurrent files of all clients, of concurrent files per client, and of concurrent page tables.
   */
  atOnce: number;
  atOnceForOne: number;
  screensAtOnce: number;
  seconds: number;
  /** Maximum number of rows of a streamed file, and of a file that is built in memory. */
  rows: number;
  rowsAtOnce: number;
  /** Maximum number of rows of each table on a page. Further rows are omitted with a note. */
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
