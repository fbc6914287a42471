/** What is known of a range of keys. */
interface Range {
  /** How many entries it has: at least so many or, where it is whole, just so many. */
  count: number;
  isWhole: boolean;
  records?: Uint32Array;
}

/** Fewer entries are read as fast as they are kept. */
const LEAST = 64;
const MOST_RANGES = 1000;

/** Keeps what was read of ranges of keys of an index, for as long as nothing is written to its collection. */
export class KeptRanges {
  private readonly ranges = new Map<string, Range>();
  /** Record numbers that are kept. */
  private size = 0;
  private isRetired = false;
  /** Grows with every write, so that who reads can tell whether what was read is still right. */
  age = 0;

  records(start: Buffer, end: Buffer): Uint32Array | undefined {
    return this.get(start, end)?.records;
  }

  /** How many entries a range has, and `bound` where they are more; nothing where that is not known. */
  count(start: Buffer, end: Buffer, bound: number): number | undefined {
    const { count = 0, isWhole = false } = this.get(start, end) ?? {};
    return isWhole || count >= bound ? Math.min(count, bound) : undefined;
  }

  putCount(start: Buffer, end: Buffer, count: number, isWhole: boolean): void {
    this.put(start, end, { count, isWhole });
  }

  /** @param most record numbers that are kept in all; the others go where together they were more */
  putRecords(start: Buffer, end: Buffer, records: Uint32Array, most: number): void {
    if (records.length < LEAST) return;
    if (this.size + records.length > most) this.forget();
    this.put(start, end, { count: records.length, isWhole: true, records });
    this.size += records.length;
  }

  /** Something is written. */
  outdate(): void {
    this.age++;
    this.forget();
  }

  /** Nobody tells any more of what is written. */
  retire(): void {
    this.isRetired = true;
    this.forget();
  }

  private get(start: Buffer, end: Buffer): Range | undefined {
    return this.ranges.size > 0 ? this.ranges.get(nameOf(start, end)) : undefined;
  }

  private put(start: Buffer, end: Buffer, range: Range): void {
    if (this.isRetired) return;
    if (this.ranges.size >= MOST_RANGES) this.forget();
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
