/** A figure whose point may mark decimals or thousands. */
export interface OpenMark {
  text: string;
  row: number;
  column: number;
}

const EITHER = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?!\d)/;

/**
 * Determines the decimal mark of a table. `1.234` is ambiguous; any point that cannot group thousands (`1.5`, `0.123`,
 * `1234.567`), or any comma that does, decides for the whole table.
 */
export class DecimalMarks {
  private isSettled = false;
  private first: OpenMark | null = null;

  look(text: string, row: number, column: number): void {
    if (this.isSettled || !/[.,]/.test(text)) return;
    if (!EITHER.test(text.trim())) this.isSettled = true;
    else this.first ??= { text: text.trim(), row, column };
  }

  /** The first ambiguous figure; null where there is none or the table is decided. */
  open(): OpenMark | null {
    return this.isSettled ? null : this.first;
  }
}
