interface Range {
  /** Number of entries; a lower bound unless `isComplete`. */
  count: number;
  isComplete: boolean;
  records?: Uint32Array;
}

/** Minimum number of entries for which caching is worthwhile. */
const MIN_CACHED = 64;
const MAX_RANGES = 1000;

/** Caches entry counts and record numbers of key ranges of an index, until the next write to its collection. */
export class KeyRangeCache {
  private readonly ranges = new Map<string, Range>();
  private size = 0;
  private isDisabled = false;
  /** Incremented by every write, to detect concurrent ones. */
  version = 0;

  records(start: Buffer, end: Buffer): Uint32Array | undefined {
    return this.get(start, end)?.records;
  }

  /** Returns the number of entries in a range, up to `bound`; undefined if unknown. */
  count(start: Buffer, end: Buffer, bound: number): number | undefined {
    const { count = 0, isComplete = false } = this.get(start, end) ?? {};
    return isComplete || count >= bound ? Math.min(count, bound) : undefined;
  }

  putCount(start: Buffer, end: Buffer, count: number, isComplete: boolean): void {
    this.put(start, end, { count, isComplete });
  }

  /** @param maxRecords maximum number of cached record numbers; beyond it, the cache is cleared */
  putRecords(start: Buffer, end: Buffer, records: Uint32Array, maxRecords: number): void {
    if (records.length < MIN_CACHED) return;
    if (this.size + records.length > maxRecords) this.clear();
    this.put(start, end, { count: records.length, isComplete: true, records });
    this.size += records.length;
  }

  /** Invalidates the ranges after a write. */
  invalidate(): void {
    this.version++;
    this.clear();
  }

  /** Clears the cache, and stores nothing from now on. */
  disable(): void {
    this.isDisabled = true;
    this.clear();
  }

  private get(start: Buffer, end: Buffer): Range | undefined {
    return this.ranges.size > 0 ? this.ranges.get(rangeKey(start, end)) : undefined;
  }

  private put(start: Buffer, end: Buffer, range: Range): void {
    if (this.isDisabled) return;
    if (this.ranges.size >= MAX_RANGES) this.clear();
    this.ranges.set(rangeKey(start, end), range);
  }

  private clear(): void {
    if (this.ranges.size === 0) return;
    this.ranges.clear();
    this.size = 0;
  }
}

function rangeKey(start: Buffer, end: Buffer): string {
  return `${start.length} ${start.toString('latin1')}${end.toString('latin1')}`;
}
