import type { VintageDocument } from './series-documents.js';

/** In-memory cache of vintages. Enabled only while changes of the log are reported. */
export class VintageCache {
  private vintages: Map<string, VintageDocument[]> | null = null;
  private indicatorList: readonly string[] | null = null;
  private invalidations = 0;

  /** Number of invalidations. A result that was read before an invalidation must not be stored after it. */
  get generation(): number {
    return this.invalidations;
  }

  /** Slugs of all indicators with figures; null if unknown. */
  get indicators(): readonly string[] | null {
    return this.vintages && this.indicatorList;
  }

  /** Enables or disables the cache. While enabled, `invalidate` must be called for each new vintage. */
  setEnabled(isEnabled: boolean): void {
    this.vintages = isEnabled ? (this.vintages ?? new Map()) : null;
    this.indicatorList = null;
  }

  /** Returns the vintages of an indicator; undefined if they must be read. */
  get(indicator: string): VintageDocument[] | undefined {
    return this.vintages?.get(indicator);
  }

  /** Stores vintages that were read after `generation`, unless the cache was invalidated since then. */
  set(entries: ReadonlyMap<string, VintageDocument[]>, generation: number): void {
    if (generation === this.invalidations)
      entries.forEach((vintages, indicator) => this.vintages?.set(indicator, vintages));
  }

  /** Stores the list of indicators with figures, unless the cache was invalidated after `generation` was read. */
  setIndicators(slugs: readonly string[], generation: number): void {
    if (generation === this.invalidations) this.indicatorList = slugs;
  }

  invalidate(indicators: readonly string[]): void {
    this.invalidations += 1;
    this.indicatorList = null;
    indicators.forEach((indicator) => this.vintages?.delete(indicator));
  }

  clear(): void {
    this.invalidations += 1;
    this.indicatorList = null;
    this.vintages &&= new Map();
  }
}
