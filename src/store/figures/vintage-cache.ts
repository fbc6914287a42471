import type { VintageDocument } from './series-documents.js';

/** In-memory cache of vintages, while changes are reported. */
export class VintageCache {
  private known: Map<string, VintageDocument[]> | null = null;
  private all: readonly string[] | null = null;
  private forgets = 0;

  /** Increases when vintages are forgotten, so that older reads are not stored. */
  get generation(): number {
    return this.forgets;
  }

  /** All indicators with figures; null where unknown. */
  get indicators(): readonly string[] | null {
    return this.known && this.all;
  }

  /** Enables or disables the cache. While enabled, `invalidate` must be called for each new vintage. */
  setEnabled(whether: boolean): void {
    this.known = whether ? (this.known ?? new Map()) : null;
    this.all = null;
  }

  /** The vintages of an indicator; undefined where they have to be read. */
  get(indicator: string): VintageDocument[] | undefined {
    return this.known?.get(indicator);
  }

  /** Stores vintages, unless some were forgotten since `generation`. */
  set(read: ReadonlyMap<string, VintageDocument[]>, clock: number): void {
    if (clock === this.forgets) read.forEach((each, indicator) => this.known?.set(indicator, each));
  }

  /** Stores which indicators have figures, unless some were forgotten since `generation`. */
  setIndicators(all: readonly string[], clock: number): void {
    if (clock === this.forgets) this.all = all;
  }

  invalidate(indicators: readonly string[]): void {
    this.forgets += 1;
    this.all = null;
    indicators.forEach((indicator) => this.known?.delete(indicator));
  }

  clear(): void {
    this.forgets += 1;
    this.all = null;
    this.known &&= new Map();
  }
}
