import type { VintageDocument } from './series-documents.js';

/** The vintages of figures that were read, kept in memory as long as somebody tells when there are new ones. */
export class RememberedVintages {
  private known: Map<string, VintageDocument[]> | null = null;
  private all: readonly string[] | null = null;
  private forgets = 0;

  /** Moves on with whatever is forgotten, so that what was read before is not remembered after. */
  get clock(): number {
    return this.forgets;
  }

  /** All indicators that have figures; null where that is not known. */
  get indicators(): readonly string[] | null {
    return this.known && this.all;
  }

  /** Keeps the vintages that are read, or no longer; `forget` must be called for each new one meanwhile. */
  remember(whether: boolean): void {
    this.known = whether ? (this.known ?? new Map()) : null;
    this.all = null;
  }

  /** The vintages of an indicator; undefined where they are to be read. */
  of(indicator: string): VintageDocument[] | undefined {
    return this.known?.get(indicator);
  }

  /** Keeps what was read when the clock stood so. */
  keep(read: ReadonlyMap<string, VintageDocument[]>, clock: number): void {
    if (clock === this.forgets) read.forEach((each, indicator) => this.known?.set(indicator, each));
  }

  /** Keeps which indicators have figures, as that was read when the clock stood so. */
  keepIndicators(all: readonly string[], clock: number): void {
    if (clock === this.forgets) this.all = all;
  }

  /** Reads the vintages of these indicators again when they are next needed. */
  forget(indicators: readonly string[]): void {
    this.forgets += 1;
    this.all = null;
    indicators.forEach((indicator) => this.known?.delete(indicator));
  }

  /** Reads all vintages again when they are next needed. */
  forgetAll(): void {
    this.forgets += 1;
    this.all = null;
    this.known &&= new Map();
  }
}
