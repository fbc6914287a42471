/** Pseudo-random numbers from a seed. */
export class Random {
  constructor(private state: number) {}

  /** Returns a number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns an integer in [0, `end`). */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Returns between `minimum` and `maximum` distinct values. */
  pickSome<T>(values: readonly T[], minimum: number, maximum: number): T[] {
    const remaining = [...values];
    const count = Math.min(remaining.length, minimum + this.below(maximum - minimum + 1));
    return Array.from({ length: count }, () => remaining.splice(this.below(remaining.length), 1)[0]!);
  }
}
