/** Arrays of fewer numbers than this are made twice as long as they have to be. */
const SOME = 1 << 18;
/** Longer ones have at least so many, which the system keeps apart: what nobody has written on takes no memory. */
const MANY = 1 << 23;

/**
 * Hands out stretches of one array, in which short lists lie side by side: in an array of its own, a list of few numbers
 * takes several times their room. What is given back is handed out again for lists of about that size.
 */
export class Pool {
  private end = 0;
  /** Where there are stretches that were given back, by their size. */
  private readonly free = new Map<number, number[]>();

  /** @param grow makes the array as long as that, or longer */
  constructor(private readonly grow: (length: number) => void) {}

  /** Where a stretch begins of a size that `roomFor` gave. */
  take(size: number): number {
    const known = this.free.get(size)?.pop();
    if (known !== undefined) return known;
    const at = this.end;
    this.end += size;
    this.grow(this.end);
    return at;
  }

  give(at: number, size: number): void {
    const others = this.free.get(size);
    if (others) others.push(at);
    else this.free.set(size, [at]);
  }
}

/** The size of a stretch for so many numbers: one of few, that they can be used again. */
export function roomFor(length: number): number {
  const step = 1 << Math.max(0, 29 - Math.clz32(length));
  return Math.ceil(length / step) * step;
}

/** An array for at least so many numbers, with those of another one. */
export function lengthened<T extends Uint32Array | Float32Array>(
  array: T,
  make: (length: number) => T,
  length: number,
): T {
  if (array.length >= length) return array;
  const longer = make(length < SOME ? 2 * length : Math.max(2 * length, MANY));
  longer.set(array);
  return longer;
}
