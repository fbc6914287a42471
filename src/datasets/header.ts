import { foldText } from '../model/fold-text.js';

/** Normalises a heading: without case, accents, quotes, marks and repeated blanks. */
export function normaliseHeading(text: string): string {
  return foldText(text.replace(/^\ufeff/, ''))
    .replace(/[^\p{L}\p{N}%/\\]+/gu, ' ')
    .trim();
}

/** The heading row of a table. */
export class Header {
  private readonly folded: readonly string[];

  constructor(
    /** Index of the row. */
    readonly row: number,
    readonly names: readonly string[],
  ) {
    this.folded = names.map(normaliseHeading);
  }

  /** The column of the first known name; undefined for none. */
  find(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const at = this.folded.indexOf(name);
      if (at >= 0) return at;
    }
    return undefined;
  }

  matching(pattern: RegExp): number[] {
    return this.folded.flatMap((name, at) => (pattern.test(name) ? [at] : []));
  }

  /** Other columns with a heading. */
  others(known: readonly (number | undefined)[]): number[] {
    return this.folded.flatMap((name, at) => (name === '' || known.includes(at) ? [] : [at]));
  }
}

/** Finds the first row with all of these headings; each may have several names. */
export function findHeader(
  rows: readonly (readonly string[])[],
  ...requested: readonly (readonly string[])[]
): Header | null {
  for (const [at, names] of rows.slice(0, 40).entries()) {
    const header = new Header(at, names);
    if (requested.every((each) => header.find(...each) !== undefined)) return header;
  }
  return null;
}
