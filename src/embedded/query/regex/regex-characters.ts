/** Code points from the first to the last, both included. */
export type Range = readonly [first: number, last: number];

/** What one character may be: in any of the three, or with `negated` in none of them. */
export interface CharacterSet {
  negated: boolean;
  /** Written out; the option `i` adds their other cases. */
  literal: Range[];
  /** Meant by name, such as `\w` and `[:alpha:]`: ASCII letters whatever the option `i`. */
  fixed: Range[];
  /** Escapes of JavaScript for Unicode properties; the option `i` leaves them alone too. */
  properties: string[];
}

const LAST = 0x10ffff;

/** Ranges from the first and last characters of each, in order. */
const between = (ends: string): Range[] => {
  const points = [...ends].map((c) => c.codePointAt(0)!);
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);
};

/** What `\d` and the like stand for; MongoDB does not ask PCRE2 for their Unicode meaning. */
export const SHORTHANDS: Readonly<Record<string, Range[]>> = {
  d: between('09'),
  h: between('\t\t  \u00a0\u00a0\u1680\u1680\u180e\u180e\u2000\u200a\u202f\u202f\u205f\u205f\u3000\u3000'),
  s: between('\t\r  '),
  v: between('\n\r\u0085\u0085\u2028\u2029'),
  w: between('09AZ__az'),
};

/** The names inside `[:` and `:]`. */
export const POSIX_CLASSES: Readonly<Record<string, Range[]>> = {
  alnum: between('09AZaz'),
  alpha: between('AZaz'),
  ascii: between('\0\x7f'),
  blank: between('\t\t  '),
  cntrl: between('\0\x1f\x7f\x7f'),
  digit: between('09'),
  graph: between('!~'),
  lower: between('az'),
  print: between(' ~'),
  punct: between('!/:@[`{~'),
  space: between('\t\r  '),
  upper: between('AZ'),
  word: between('09AZ__az'),
  xdigit: between('09AFaf'),
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

const CATEGORIES =
  'C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs';

/**
 * JavaScript's escape for a property that PCRE2 knows: a general category, `L&`, `Any` or a script.
 *
 * @returns nothing for another name
 */
export function propertyEscape(name: string, negated: boolean): string | undefined {
  const p = negated ? '\\P' : '\\p';
  const words = name.split(/[\s_-]+/u).filter((word) => word !== '');
  const joined = words.join('').toLowerCase();
  if (joined === 'any') return `${p}{Any}`;
  if (joined === 'l&') return `${p}{LC}`;
  const category = CATEGORIES.split(' ').find((each) => each.toLowerCase() === joined);
  if (category) return `${p}{${category}}`;
  // PCRE2 means a script's extensions too, since 10.40, and with them whatever is of the script itself.
  const script = words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join('_');
  const property = /^(?:common|inherited|zyyy|zinh|qaai)$/.test(joined) ? 'Script' : 'Script_Extensions';
  const escape = `${p}{${property}=${script}}`;
  try {
    new RegExp(escape, 'u');
    return escape;
  } catch {
    return undefined;
  }
}

/** A character as it may stand anywhere in an expression, in a class or outside. */
export function literalSource(point: number): string {
  const text = String.fromCodePoint(point);
  if (/[\^$\\.*+?()[\]{}|/-]/.test(text)) return text === '-' ? '\\x2d' : `\\${text}`;
  return text;
}

/** A set as JavaScript writes it, with the other cases of its letters when these are given. */
export function setSource({ negated, literal, fixed, properties }: CharacterSet, otherCases: string[] = []): string {
  const [only] = literal;
  const isSingle = only && only[0] === only[1] && literal.length === 1 && fixed.length + properties.length === 0;
  if (isSingle && !negated && otherCases.length === 0) return literalSource(only[0]);
  return `[${negated ? '^' : ''}${rangesSource([...literal, ...fixed])}${otherCases.join('')}${properties.join('')}]`;
}

function rangesSource(ranges: readonly Range[]): string {
  return ranges.map(([first, last]) => literalSource(first) + (last > first ? `-${literalSource(last)}` : '')).join('');
}

/** The characters outside the ranges that the option `i` makes equal to one inside. */
export function otherCasesOf(ranges: readonly Range[]): string[] {
  if (ranges.length === 0) return [];
  const equal = new RegExp(`[${rangesSource(ranges)}]`, 'giu');
  const found = casedCharacters().match(equal) ?? [];
  return found.filter((c) => !ranges.some(([first, last]) => c.codePointAt(0)! >= first && c.codePointAt(0)! <= last));
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
