import type { VintageDocument } from './series-documents.js';

/** In-memory cache of vintages. Enabled only while changes of the log are reported. */
export class VintageCache {
  private known: Map<string, VintageDocument[]> | null = null;
  private all: readonly string[] | null = null;
  private forgets = 0;

  /** Number of invalidations. A result that was read before an invalidation must not be stored after it. */
  get generation(): number {
    return this.forgets;
  }

  /** Slugs of all indicators with figures; null if unknown. */
  get indicators(): readonly string[] | null {
    return this.known && this.all;
  }

  /** Enables or disables the cache. While enabled, `invalidate` must be called for each new vintage. */
  setEnabled(whether: boolean): void {
    this.known = whether ? (this.known ?? new Map()) : null;
    this.all = null;
  }

  /** Returns the vintages of an indicator; undefined if they must be read. */
  get(indicator: string): VintageDocument[] | undefined {
    return this.known?.get(indicator);
  }

  /**
   * Stores vintages, unless the cache was invalidated after `clock` was read.
   * @param clock `generation` before the vintages were read
   */
  set(read: ReadonlyMap<string, VintageDocument[]>, clock: number): void {
    if (clock === this.forgets) read.forEach((each, indicator) => this.known?.set(indicator, each));
  }

  /** Stores the list of indicators with figures, unless the cache was invalidated after `clock` was read. */
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
