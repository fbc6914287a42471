/** Returns functions for random choices that depend only on a seed. */
export function seededRandom(seed: number) {
  let at = seed >>> 0;
  /** A number from 0 to below 1 (mulberry32). */
  const next = (): number => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)]!;
  /** Up to `max` distinct choices, in a random order. */
  const some = <T>(choices: readonly T[], max: number): T[] => {
    const remaining = [...choices];
    const count = Math.floor(next() * (Math.min(max, remaining.length) + 1));
    return Array.from({ length: count }, () => remaining.splice(Math.floor(next() * remaining.length), 1)[0]!);
  };
  return { next, one, some };
}
