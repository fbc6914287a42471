/** Code points from the first to the last, both included. */
export type Range = readonly [first: number, last: number];

const LAST = 0x10ffff;

/** What `\d`, `\s` and `\w` stand for; MongoDB does not ask PCRE2 for their Unicode meaning. */
export const SHORTHANDS: Readonly<Record<string, Range[]>> = {
  d: [[48, 57]],
  s: [
    [9, 13],
    [32, 32],
  ],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
};

/** The code points outside ranges that are in order. */
export function complement(ranges: readonly Range[]): Range[] {
  const outside: Range[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next) outside.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) outside.push([next, LAST]);
  return outside;
}

/** A character as it may stand anywhere in an expression, in a class or outside. */
function literalSource(point: number): string {
  const text = String.fromCodePoint(point);
  if (/[\^$\\.*+?()[\]{}|/-]/.test(text)) return text === '-' ? '\\x2d' : `\\${text}`;
  return text;
}

/** One of the characters of the ranges, or none of them, as JavaScript writes it. */
export function classSource(ranges: readonly Range[], negated = false): string {
  const [only] = ranges;
  if (!negated && ranges.length === 1 && only![0] === only![1]) return literalSource(only![0]);
  const parts = ranges.map(([first, last]) => literalSource(first) + (last > first ? `-${literalSource(last)}` : ''));
  return `[${negated ? '^' : ''}${parts.join('')}]`;
}

/** The characters outside the ranges that are another case of one inside. */
export function findOtherCases(ranges: readonly Range[]): Range[] {
  if (ranges.length === 0) return [];
  const found = casedCharacters().match(new RegExp(classSource(ranges), 'giu')) ?? [];
  return found
    .map((c): Range => [c.codePointAt(0)!, c.codePointAt(0)!])
    .filter(([point]) => !ranges.some(([first, last]) => point >= first && point <= last));
}

let cased: string | undefined;

/** All characters that have another case, found once: there is no case above U+1FFFF. */
function casedCharacters(): string {
  if (cased !== undefined) return cased;
  cased = '';
  for (let point = 0x41; point <= 0x1ffff; point++) {
    const c = String.fromCodePoint(point);
    if (/\p{Changes_When_Casemapped}/u.test(c)) cased += c;
  }
  return cased;
}
