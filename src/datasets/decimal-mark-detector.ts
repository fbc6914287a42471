/** A figure whose point may be a decimal mark or a thousands separator. */
export interface AmbiguousFigure {
  text: string;
  row: number;
  column: number;
}

const AMBIGUOUS_FIGURE = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?!\d)/;

/**
 * Detects whether points in a table are decimal marks. `1.234` alone is ambiguous. One figure with a comma, or
 * with a point that cannot group thousands (`1.5`, `0.123`, `1234.567`), shows the meaning for the whole table.
 */
export class DecimalMarkDetector {
  private isMarkKnown = false;
  private first: AmbiguousFigure | null = null;

  observe(text: string, row: number, column: number): void {
    if (this.isMarkKnown || !/[.,]/.test(text)) return;
    if (!AMBIGUOUS_FIGURE.test(text.trim())) this.isMarkKnown = true;
    else this.first ??= { text: text.trim(), row, column };
  }

  /** Returns the first ambiguous figure; null if there is none, or if another figure shows the decimal mark. */
  firstAmbiguous(): AmbiguousFigure | null {
    return this.isMarkKnown ? null : this.first;
  }
}
