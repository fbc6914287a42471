import type { Vintage } from '../store/figures.js';

/** The vintage that was served at a moment, the newest unless given; null where there was none. */
export function vintageAt(vintages: readonly Vintage[], asOf: Date | null): Vintage | null {
  return vintages.findLast(({ at }) => asOf === null || at <= asOf) ?? null;
}
