/** Maximum length of arrays that double when they grow. */
const SOME = 1 << 18;
/** Minimum length of longer arrays. The operating system does not allocate untouched pages. */
const MANY = 1 << 23;

/**
 * Allocates ranges of one array for many short lists. Separate arrays would take several times the memory. Freed ranges
 * are reused by size.
 */
export class ArrayPool {
  private end = 0;
  /** Offsets of free ranges, by size. */
  private readonly free = new Map<number, number[]>();

  /** @param grow replaces the array by one of at least this length */
  constructor(private readonly grow: (length: number) => void) {}

  /**
   * Allocates a range. Returns its offset.
   * @param size a size from `rangeSize`
   */
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

/** Returns the range size for a list. Rounded up, so that freed ranges can be reused. */
export function rangeSize(length: number): number {
  const step = 1 << Math.max(0, 29 - Math.clz32(length));
  return Math.ceil(length / step) * step;
}

/** Returns an array of at least this length. Copies the array into a longer one if necessary. */
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
