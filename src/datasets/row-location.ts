const ROWS_PER_FILE = 2 ** 32;

/** Packs a file index and a row into one number, to save memory for millions of figures. */
export function packLocation(file: number, row: number): number {
  return file * ROWS_PER_FILE + row;
}

/** Unpacks a location to a file name and a row. */
export function unpackLocation(location: number, files: readonly string[]): { file: string; row: number } {
  return { file: files[Math.floor(location / ROWS_PER_FILE)] ?? '', row: location % ROWS_PER_FILE };
}
