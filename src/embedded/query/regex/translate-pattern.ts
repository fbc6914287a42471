import { CommandError } from '../../command-error.js';
import type { Range } from './regex-characters.js';
import { classSource, complement, findOtherCases, SHORTHANDS } from './regex-characters.js';

/** Before the end, or before a line feed that ends the text. */
const BEFORE_END = '(?=\\n?$)';
/** PCRE2 sees no line after a line feed that ends the text. */
const LINE_START = '(?:^|(?<=\\n)(?=[^]))';
const LINE_END = '(?=\\n|$)';

const MAX_DEPTH = 250; // PCRE2's own default
const MAX_REPEAT = 65_535;

const NEWLINE: Range[] = [[10, 10]];
const CONTROLS: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };
const PLACES: Readonly<Record<string, string>> = { A: '^', Z: BEFORE_END, z: '$', b: '\\b', B: '\\B' };

const invalid = (message: string) => new CommandError('Location51091', `Regular expression is invalid: ${message}`);

/** The error for what PCRE2 has and a plain pattern does not need. */
export const unsupported = (what: string) =>
  new CommandError('Location51091', `Regular expression has ${what}, which is not offered by the embedded database`);

/** A pattern as JavaScript writes it, and the text that all its matches begin with. */
export interface Translation {
  source: string;
  prefix: string;
}

/**
 * Writes a plain pattern of PCRE2 as JavaScript: characters, classes, groups, quantifiers, alternatives, places and
 * looks ahead. Nothing is captured, as nobody reads more of a match than that there is one.
 *
 * @throws CommandError 51091  PCRE2 refuses the pattern, or it is no plain one
 * @throws CommandError 51108  an option that there is not
 */
export function translatePattern(pattern: string, options: string): Translation {
  const flags = new Set<string>();
  for (const option of options) {
    if (!'imsxu'.includes(option)) throw new CommandError('Location51108', ` invalid flag in regex options: ${option}`);
    if (option === 'x') throw unsupported('the option "x"');
    flags.add(option);
  }
  return new Translator(pattern, flags).translate();
}

class Translator {
  private at = 0;
  private source = '';
  /** The opening signs of the groups around this place. */
  private readonly open: string[] = [];
  private prefix = '';
  /** Where the text of all matches is: not begun, in the middle of it, over. */
  private prefixState: 'before' | 'inside' | 'over' = 'before';

  constructor(
    private readonly text: string,
    private readonly flags: Set<string>,
  ) {}

  translate(): Translation {
    for (const flag of this.take(/\(\?([ims]+)\)/uy)?.[1] ?? '') this.flags.add(flag);
    while (this.at < this.text.length) this.item(this.take(/[^]/uy)![0]);
    if (this.open.length > 0) throw invalid('missing closing parenthesis');
    return { source: this.source, prefix: this.prefix };
  }

  /** Reads what a sticky expression matches here, if it does. */
  private take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  private item(c: string): void {
    switch (c) {
      case '|':
        if (this.open.length === 0) this.prefix = '';
        this.prefixState = 'over';
        this.source += c;
        return;
      case '(':
        return this.parenthesis();
      case ')':
        return this.closing();
      case '^':
        return this.place(this.flags.has('m') ? LINE_START : c);
      case '$':
        return this.place(this.flags.has('m') ? LINE_END : BEFORE_END);
      case '.':
        return this.quantified(this.flags.has('s') ? '[^]' : classSource(NEWLINE, true));
      case '[':
        return this.quantified(this.bracket());
      case '\\':
        return this.escape();
    }
    this.at -= c.length;
    if (this.take(/[*+?]|\{\d+(?:,\d*)?\}/uy)) throw invalid('quantifier does not follow a repeatable item');
    this.at += c.length;
    this.literal(c.codePointAt(0)!);
  }

  private parenthesis(): void {
    if (this.take(/\*/uy)) throw unsupported('a verb');
    const opening = this.take(/\?([:=!])/uy)?.[1] ?? ':';
    if (this.take(/\?/uy)) throw unsupported(`the group "(?${this.text.charAt(this.at)}"`);
    if (this.open.push(opening) > MAX_DEPTH) throw invalid('parentheses are too deeply nested');
    this.prefixState = 'over';
    this.source += `(?${opening}`;
  }

  private closing(): void {
    const opening = this.open.pop();
    if (opening === undefined) throw invalid('unmatched closing parenthesis');
    if (opening === ':') return this.quantified(')');
    this.source += ')';
    if (this.quantifier()) throw unsupported('a quantifier after a look ahead');
  }

  /** A place takes no quantifier; the sign that follows is then refused as the next item. */
  private place(source: string): void {
    this.source += source;
    this.prefixState = source === '^' && this.prefixState === 'before' ? 'inside' : 'over';
  }

  private literal(point: number): void {
    const ranges: Range[] = [[point, point]];
    const cases = this.cased(ranges);
    this.quantified(classSource(cases), cases.length === 1 ? String.fromCodePoint(point) : undefined);
  }

  private cased(ranges: Range[]): Range[] {
    return this.flags.has('i') ? [...ranges, ...findOtherCases(ranges)] : ranges;
  }

  /** @param only the one text that the item matches, if there is one */
  private quantified(source: string, only?: string): void {
    const found = this.quantifier();
    this.source += source + (found?.source ?? '');
    if (this.prefixState !== 'inside' || only === undefined) {
      this.prefixState = 'over';
      return;
    }
    this.prefix += only.repeat(Math.min(found?.min ?? 1, 10));
    if (found) this.prefixState = 'over';
  }

  private quantifier(): { source: string; min: number } | undefined {
    const found = this.take(/(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})([+?]?)/uy);
    if (!found) return undefined;
    const [source, least, comma, most, manner] = found;
    if (manner === '+') throw unsupported('a possessive quantifier');
    const min = least === undefined ? Number(source.startsWith('+')) : Number(least);
    const max = comma && most ? Number(most) : min;
    if (Math.max(min, max) > MAX_REPEAT) throw invalid('number too big in {} quantifier');
    if (max < min) throw invalid('numbers out of order in {} quantifier');
    return { source, min };
  }

  /** After a backslash that is not in a class. */
  private escape(): void {
    const point = this.escapedPoint();
    if (point !== undefined) return this.literal(point);
    const place = this.take(/[AZzbB]/uy);
    if (place) return this.place(PLACES[place[0]]!);
    this.quantified(classSource(this.shorthand()));
  }

  /** A character written as an escape; nothing when the escape means something else. */
  private escapedPoint(): number | undefined {
    const control = this.take(/[aefnrt]/uy);
    if (control) return CONTROLS[control[0]];
    const other = this.take(/[^0-9A-Za-z]/uy);
    if (other) return other[0].codePointAt(0);
    const hex = this.take(/x\{([\dA-Fa-f]+)\}|x([\dA-Fa-f]{1,2})/uy);
    if (!hex) return undefined;
    const point = parseInt(hex[1] ?? hex[2]!, 16);
    if (point > 0x10ffff) throw invalid('character code point value is too large');
    if (point >= 0xd800 && point <= 0xdfff) throw invalid('disallowed Unicode code point (>= 0xd800 && <= 0xdfff)');
    return point;
  }

  private shorthand(): Range[] {
    const letter = this.take(/[dswDSW]/uy)?.[0];
    if (letter) return letter >= 'a' ? SHORTHANDS[letter]! : complement(SHORTHANDS[letter.toLowerCase()]!);
    if (this.at >= this.text.length) throw invalid('\\ at end of pattern');
    throw unsupported(`\\${this.take(/[^]/uy)![0]}`);
  }

  /** After an opening bracket; what is meant by name has no other cases. */
  private bracket(): string {
    if (this.take(/([:.=])[^\]]*\1\]/uy)) throw invalid('POSIX named classes are supported only within a class');
    const negated = this.take(/\^/uy) !== null;
    const literal: Range[] = [];
    const named: Range[] = [];
    for (let first = true; first || !this.take(/\]/uy); first = false) {
      const item = this.classItem();
      const isRange = this.take(/-(?!\])/uy) !== null;
      if (typeof item !== 'number') {
        if (isRange) throw invalid('invalid range in character class');
        named.push(...item);
        continue;
      }
      const last = isRange ? this.classItem() : item;
      if (typeof last !== 'number') throw invalid('invalid range in character class');
      if (last < item) throw invalid('range out of order in character class');
      literal.push([item, last]);
    }
    return classSource([...this.cased(literal), ...named], negated);
  }

  private classItem(): number | Range[] {
    const c = this.take(/[^]/uy)?.[0];
    if (c === undefined) throw invalid('missing terminating ] for character class');
    if (c === '[' && this.take(/[:.=]/uy)) throw unsupported('a named class');
    if (c !== '\\') return c.codePointAt(0)!;
    return this.take(/b/uy) ? 8 : (this.escapedPoint() ?? this.shorthand());
  }
}
