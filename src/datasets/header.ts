import { foldText } from '../model/fold-text.js';

/** A heading as headings are compared: without case, accents, quotes, marks and doubled blanks. */
export function heading(text: string): string {
  return foldText(text.replace(/^\ufeff/, ''))
    .replace(/[^\p{L}\p{N}%/\\]+/gu, ' ')
    .trim();
}

/** The row of headings of a table, found by what it must hold. */
export class Header {
  private readonly folded: readonly string[];

  constructor(
    /** The index of the row. */
    readonly row: number,
    /** The headings as they stand in the table. */
    readonly names: readonly string[],
  ) {
    this.folded = names.map(heading);
  }

  /** The column with one of these headings, the first name first; undefined where there is none. */
  find(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const at = this.folded.indexOf(name);
      if (at >= 0) return at;
    }
    return undefined;
  }

  /** The columns whose heading, as it is compared, fits the pattern. */
  matching(pattern: RegExp): number[] {
    return this.folded.flatMap((name, at) => (pattern.test(name) ? [at] : []));
  }

  /** The columns that are not among these and have a heading. */
  others(known: readonly (number | undefined)[]): number[] {
    return this.folded.flatMap((name, at) => (name === '' || known.includes(at) ? [] : [at]));
  }
}

/** The first of the first rows in which all of these are found; each may have several names. */
export function findHeader(
  rows: readonly (readonly string[])[],
  ...wanted: readonly (readonly string[])[]
): Header | null {
  for (const [at, names] of rows.slice(0, 40).entries()) {
    const header = new Header(at, names);
    if (wanted.every((each) => header.find(...each) !== undefined)) return header;
  }
  return null;
}
