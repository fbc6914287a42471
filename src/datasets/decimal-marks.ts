/** A figure whose point may mark decimals or group thousands, and where it stands. */
export interface OpenMark {
  text: string;
  row: number;
  column: number;
}

const EITHER = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?!\d)/;

/**
 * Looks for what tells how the numbers of a table are written. `1.234` may be either; a point that cannot group
 * thousands (`1.5`, `0.123`, `1234.567`) and a comma that does settle it for the whole table.
 */
export class DecimalMarks {
  private isSettled = false;
  private first: OpenMark | null = null;

  /** Looks at the text of a figure that was read. */
  look(text: string, row: number, column: number): void {
    if (this.isSettled || !/[.,]/.test(text)) return;
    if (!EITHER.test(text.trim())) this.isSettled = true;
    else this.first ??= { text: text.trim(), row, column };
  }

  /** Returns the first figure that may mean two things; null where there is none, or something settles it. */
  open(): OpenMark | null {
    return this.isSettled ? null : this.first;
  }
}
