/** More rows than any table has. */
const ROWS = 2 ** 32;

/**
 * Packs a row and the index of its file into one number: millions of figures are held with where they came from, and
 * an object for each would not fit into memory.
 */
export function packPlace(file: number, row: number): number {
  return file * ROWS + row;
}

/** Returns the row and the file of a place, given the names of the files. */
export function locateRow(place: number, files: readonly string[]): { file: string; row: number } {
  return { file: files[Math.floor(place / ROWS)] ?? '', row: place % ROWS };
}
