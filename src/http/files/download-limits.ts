/** Limits of downloads and of the tables on pages: sizes, durations and numbers of concurrent requests. */
export interface DownloadLimits {
  /** Maximum number of concurrent files, for all clients together. */
  concurrentFiles: number;
  concurrentFilesPerClient: number;
  /** Maximum number of concurrent requests for the tables of a page. */
  concurrentScreens: number;
  timeoutSeconds: number;
  /** Maximum number of rows of a streamed file. */
  rows: number;
  rowsInMemory: number;
  /** Maximum number of rows of each table on a page. Further rows are omitted with a note. */
  rowsPerScreenTable: number;
}

export const DOWNLOAD_LIMITS: DownloadLimits = {
  concurrentFiles: 8,
  concurrentFilesPerClient: 3,
  concurrentScreens: 40,
  timeoutSeconds: 120,
  rows: 5_000_000,
  rowsInMemory: 200_000,
  rowsPerScreenTable: 10_000,
};
