import { foldText } from '../model/fold-text.js';

/** Normalises a heading: ignores case, accents and punctuation, and collapses spaces. */
export function normaliseHeading(text: string): string {
  return foldText(text.replace(/^\ufeff/, ''))
    .replace(/[^\p{L}\p{N}%/\\]+/gu, ' ')
    .trim();
}

/** The heading row of a table. */
export class Header {
  private readonly normalisedNames: readonly string[];

  constructor(
    /** 0-based index of the row. */
    readonly row: number,
    readonly names: readonly string[],
  ) {
    this.normalisedNames = names.map(normaliseHeading);
  }

  /** Returns the column of the first of these normalised names that exists; undefined if none does. */
  find(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const index = this.normalisedNames.indexOf(name);
      if (index >= 0) return index;
    }
    return undefined;
  }

  columnsMatching(pattern: RegExp): number[] {
    return this.normalisedNames.flatMap((name, index) => (pattern.test(name) ? [index] : []));
  }

  /** Returns the columns that have a heading and are not in `known`. */
  otherColumns(knownColumns: readonly (number | undefined)[]): number[] {
    return this.normalisedNames.flatMap((name, index) => (name === '' || knownColumns.includes(index) ? [] : [index]));
  }
}

/** Finds the header in the first 40 rows: the first row with one alternative of each heading; null if none has. */
export function findHeader(
  rows: readonly (readonly string[])[],
  ...headings: readonly (readonly string[])[]
): Header | null {
  for (const [index, names] of rows.slice(0, 40).entries()) {
    const header = new Header(index, names);
    if (headings.every((alternatives) => header.find(...alternatives) !== undefined)) return header;
  }
  return null;
}
