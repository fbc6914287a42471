/** Smaller arrays double their size. */
const SOME = 1 << 18;
/** Minimum size of larger ones; the system does not allocate untouched pages. */
const MANY = 1 << 23;

/**
 * Allocates ranges of one array for many short lists, which would take several times the memory as arrays of their own.
 * Freed ranges are reused by size.
 */
export class ArrayPool {
  private end = 0;
  /** Offsets of freed ranges, by size. */
  private readonly free = new Map<number, number[]>();

  /** @param grow replaces the array by one of at least this length */
  constructor(private readonly grow: (length: number) => void) {}

  /** Allocates a range of a size from `rangeSize`. */
  allocate(size: number): number {
    const known = this.free.get(size)?.pop();
    if (known !== undefined) return known;
    const at = this.end;
    this.end += size;
    this.grow(this.end);
    return at;
  }

  release(at: number, size: number): void {
    const others = this.free.get(size);
    if (others) others.push(at);
    else this.free.set(size, [at]);
  }
}

/** The size of a range for a list; rounded for small ones, so that they can be reused. */
export function rangeSize(length: number): number {
  const step = 1 << Math.max(0, 29 - Math.clz32(length));
  return Math.ceil(length / step) * step;
}

/** Copies an array into a longer one. */
export function extendArray<T extends Uint32Array | Float32Array>(
  array: T,
  make: (length: number) => T,
  length: number,
): T {
  if (array.length >= length) return array;
  const longer = make(length < SOME ? 2 * length : Math.max(2 * length, MANY));
  longer.set(array);
  return longer;
}
