interface Range {
  /** The number of entries; a lower bound unless it is complete. */
  count: number;
  isComplete: boolean;
  records?: Uint32Array;
}

/** Caching fewer entries is not worth it. */
const LEAST = 64;
const MAX_RANGES = 1000;

/** Caches ranges of keys of an index until the next write to its collection. */
export class KeyRangeCache {
  private readonly ranges = new Map<string, Range>();
  private size = 0;
  private isRetired = false;
  /** Incremented by every write, to detect concurrent ones. */
  age = 0;

  records(start: Buffer, end: Buffer): Uint32Array | undefined {
    return this.get(start, end)?.records;
  }

  /** The number of entries in a range, up to `bound`; nothing if unknown. */
  count(start: Buffer, end: Buffer, bound: number): number | undefined {
    const { count = 0, isComplete = false } = this.get(start, end) ?? {};
    return isComplete || count >= bound ? Math.min(count, bound) : undefined;
  }

  putCount(start: Buffer, end: Buffer, count: number, isComplete: boolean): void {
    this.put(start, end, { count, isComplete });
  }

  /** @param most the maximum of cached record numbers; others are evicted */
  putRecords(start: Buffer, end: Buffer, records: Uint32Array, most: number): void {
    if (records.length < LEAST) return;
    if (this.size + records.length > most) this.forget();
    this.put(start, end, { count: records.length, isComplete: true, records });
    this.size += records.length;
  }

  /** Invalidates the ranges after a write. */
  invalidate(): void {
    this.age++;
    this.forget();
  }

  /** Disables the cache. */
  retire(): void {
    this.isRetired = true;
    this.forget();
  }

  private get(start: Buffer, end: Buffer): Range | undefined {
    return this.ranges.size > 0 ? this.ranges.get(nameOf(start, end)) : undefined;
  }

  private put(start: Buffer, end: Buffer, range: Range): void {
    if (this.isRetired) return;
    if (this.ranges.size >= MAX_RANGES) this.forget();
    this.ranges.set(nameOf(start, end), range);
  }

  private forget(): void {
    if (this.ranges.size === 0) return;
    this.ranges.clear();
    this.size = 0;
  }
}

function nameOf(start: Buffer, end: Buffer): string {
  return `${start.length} ${start.toString('latin1')}${end.toString('latin1')}`;
}
