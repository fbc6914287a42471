import { CommandError } from '../../command-error.js';
import type { CharacterSet, Range } from './regex-characters.js';
import { complement, POSIX_CLASSES, propertyEscape, SHORTHANDS } from './regex-characters.js';

/** A PCRE2 pattern, taken apart; options are already worked into its parts. */
export type RegexNode = Characters | Assertion | Newline | Reference | Sequence | Choice | Group | Look | Repeat;

/** One character. */
export type Characters = { kind: 'characters'; set: CharacterSet; caseless: boolean };
/** A place, as JavaScript writes it; `ascii` when it asks for ASCII letters, which the flag `i` would widen. */
export type Assertion = { kind: 'assertion'; source: string; ascii: boolean };
/** `\R`. */
export type Newline = { kind: 'newline' };
export type Reference = { kind: 'reference'; group: number; caseless: boolean };
export type Sequence = { kind: 'sequence'; items: RegexNode[] };
export type Choice = { kind: 'choice'; branches: RegexNode[] };
/** A parenthesis; it captures when it has a number. */
export type Group = { kind: 'group'; number?: number; atomic: boolean; body: RegexNode };
export type Look = { kind: 'look'; behind: boolean; negative: boolean; body: RegexNode };
export type Repeat = {
  kind: 'repeat';
  min: number;
  max: number;
  manner: 'greedy' | 'lazy' | 'possessive';
  body: RegexNode;
};

/** The options that may change inside a pattern. */
export interface RegexFlags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
}

/** Before the end, or before a line feed that ends the text. */
const BEFORE_END = '(?=\\n?$)';
/** PCRE2 sees no line after a line feed that ends the text. */
const LINE_START = '(?:^|(?<=\\n)(?=[^]))';
const LINE_END = '(?=\\n|$)';

const NAME = '([\\p{L}\\p{Nd}_]+)';
const MAX_DEPTH = 250; // PCRE2's own default
const MAX_REPEAT = 65_535;

export const invalid = (message: string) =>
  new CommandError('Location51091', `Regular expression is invalid: ${message}`);
export const unsupported = (what: string) =>
  new CommandError('Location51091', `Regular expression is not supported by this server: ${what}`);

/**
 * Takes a PCRE2 pattern apart.
 *
 * @throws CommandError 51091  PCRE2 refuses the pattern, or it has what JavaScript cannot express
 */
export function parseRegex(pattern: string, flags: RegexFlags): RegexNode {
  return new Parser(pattern, flags).parse();
}

class Parser {
  private at = 0;
  private depth = 0;
  /** Inside `\Q…\E`. */
  private quoting = false;
  /** Capturing groups opened so far. */
  private groups = 0;
  private readonly names = new Map<string, number>();

  constructor(
    private readonly text: string,
    private flags: RegexFlags,
  ) {}

  parse(): RegexNode {
    const body = this.choice();
    if (this.at < this.text.length) throw invalid('unmatched closing parenthesis');
    return body;
  }

  /** Reads what a sticky expression matches here, if it does. */
  private take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  private sees(expression: RegExp): boolean {
    expression.lastIndex = this.at;
    return expression.test(this.text);
  }

  private choice(): RegexNode {
    const branches = [this.sequence()];
    while (this.take(/\|/uy)) branches.push(this.sequence());
    return branches.length === 1 ? branches[0]! : { kind: 'choice', branches };
  }

  private sequence(): Sequence {
    const items: RegexNode[] = [];
    for (;;) {
      this.skipLayout();
      if (this.at >= this.text.length || (!this.quoting && this.sees(/[|)]/uy))) return { kind: 'sequence', items };
      const item = this.item();
      if (item) items.push(this.quantified(item));
    }
  }

  /** Passes over what stands between items and means nothing. */
  private skipLayout(): void {
    for (;;) {
      if (this.skipQuotes()) continue;
      if (this.quoting) return;
      if (this.take(/\(\?#/uy)) {
        if (!this.take(/[^)]*\)/uy)) throw invalid('missing ) after (?# comment');
      } else if (!this.flags.x || !this.take(/[\t-\r \u0085\u200e\u200f\u2028\u2029]+|#[^\n]*/uy)) {
        return;
      }
    }
  }

  /** Passes over `\Q`, `\E`; true when there was one. */
  private skipQuotes(): boolean {
    const mark = this.take(this.quoting ? /\\E/uy : /\\[QE]/uy);
    if (mark) this.quoting = mark[0] === '\\Q';
    return mark !== null;
  }

  /** One item without its quantifier; nothing for a change of options. */
  private item(): RegexNode | undefined {
    const c = this.take(/[^]/uy)![0];
    if (this.quoting) return this.literal(c);
    switch (c) {
      case '\\':
        return this.escape();
      case '[':
        return this.bracket();
      case '(':
        return this.parenthesis();
      case '^':
        return assertion(this.flags.m ? LINE_START : '^');
      case '$':
        return assertion(this.flags.m ? LINE_END : BEFORE_END);
      case '.':
        return this.flags.s ? this.characters({ negated: true }) : this.notNewline();
      case '*':
      case '+':
      case '?':
        throw invalid('quantifier does not follow a repeatable item');
      case '{':
        if (this.sees(/\d+(?:,\d*)?\}/uy)) throw invalid('quantifier does not follow a repeatable item');
    }
    return this.literal(c);
  }

  private quantified(body: RegexNode): RegexNode {
    this.skipLayout();
    // Places such as ^ and \b take no quantifier; the sign that follows is then refused as the next item.
    if (this.quoting || body.kind === 'assertion') return body;
    const found = this.take(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})([+?]?)/uy);
    if (!found) return body;
    const [, sign, least, comma, most, manner] = found;
    const min = sign ? Number(sign === '+') : Number(least);
    let max = sign === '?' ? 1 : Infinity;
    if (!sign && !comma) max = min;
    else if (!sign && most !== '') max = Number(most);
    if (min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity)) throw invalid('number too big in {} quantifier');
    if (max < min) throw invalid('numbers out of order in {} quantifier');
    return { kind: 'repeat', min, max, manner: manner === '+' ? 'possessive' : manner ? 'lazy' : 'greedy', body };
  }

  private characters(set: Partial<CharacterSet>): Characters {
    const whole = { negated: false, literal: [], fixed: [], properties: [], ...set };
    return { kind: 'characters', set: whole, caseless: this.flags.i };
  }

  private literal(c: string | number): Characters {
    const point = typeof c === 'number' ? c : c.codePointAt(0)!;
    return this.characters({ literal: [[point, point]] });
  }

  private notNewline(): Characters {
    return this.characters({ negated: true, literal: [[10, 10]] });
  }

  /** After a backslash that is not in a class. */
  private escape(): RegexNode {
    if (this.at >= this.text.length) throw invalid('\\ at end of pattern');
    const start = this.at;
    const number = this.take(/[1-9]\d*/uy);
    if (number) {
      const group = Number(number[0]);
      if (group < 10 || number[0] >= '8' || group <= this.groups) return this.reference(group);
      this.at = start;
      return this.literal(parseInt(this.take(/[0-7]{1,3}/uy)![0], 8));
    }
    const point = this.escapedPoint();
    if (point !== undefined) return this.literal(point);
    const set = this.namedSet();
    if (set) return this.characters(set);
    const c = this.take(/[^]/uy)![0];
    switch (c) {
      case 'N':
        if (this.sees(/\{(?!\d+(?:,\d*)?\})/uy)) throw invalid('PCRE2 does not support \\N{name}');
        return this.notNewline();
      case 'R':
        return { kind: 'newline' };
      case 'A':
        return assertion('^');
      case 'Z':
        return assertion(BEFORE_END);
      case 'z':
        return assertion('$');
      case 'b':
      case 'B':
        return assertion(`\\${c}`, true);
      case 'g':
      case 'k':
        return this.longReference(c);
      case 'C':
      case 'G':
      case 'K':
      case 'X':
        throw unsupported(`\\${c}`);
    }
    throw invalid(`unrecognized character follows \\: "${c}"`);
  }

  /** A character written as an escape; nothing when the escape means something else. */
  private escapedPoint(): number | undefined {
    const simple = this.take(/[aefnrt]/uy);
    if (simple) return '\x07\x1b\f\n\r\t'.charCodeAt('aefnrt'.indexOf(simple[0]));
    const control = this.take(/c([ -~])/uy);
    if (control) return control[1]!.toUpperCase().charCodeAt(0) ^ 0x40;
    const other = this.take(/[^0-9A-Za-z]/uy);
    if (other) return other[0].codePointAt(0)!;
    const octal = this.take(/o\{([0-7]+)\}|(0[0-7]{0,2})/uy);
    const hex = octal ? null : this.take(/x\{([\dA-Fa-f]+)\}|x([\dA-Fa-f]{1,2})|N\{U\+([\dA-Fa-f]+)\}/uy);
    const digits = octal?.slice(1) ?? hex?.slice(1);
    if (!digits) return undefined;
    const point = parseInt(
      digits.find((each) => each)!,
      octal ? 8 : 16,
    );
    if (point > 0x10ffff) throw invalid('character code point value is too large');
    if (point >= 0xd800 && point <= 0xdfff) throw invalid('disallowed Unicode code point (>= 0xd800 && <= 0xdfff)');
    return point;
  }

  /** `\d` and the like, `\p`, and their opposites; nothing for another escape. */
  private namedSet(): Pick<CharacterSet, 'fixed'> | Pick<CharacterSet, 'properties'> | undefined {
    const short = this.take(/[DHSVWdhsvw]/uy)?.[0];
    if (short) {
      const ranges = SHORTHANDS[short.toLowerCase()]!;
      return { fixed: short >= 'a' ? ranges : complement(ranges) };
    }
    if (!this.sees(/[pP]/uy)) return undefined;
    const found = this.take(/([pP])(?:\{(\^?)([^{}]+)\}|([A-Za-z]))/uy);
    if (!found) throw invalid('malformed \\P or \\p sequence');
    const [, letter, not, long, single] = found;
    const escape = propertyEscape(long ?? single!, (letter === 'P') !== (not === '^'));
    if (!escape) throw unsupported(`the property "${long ?? single}"`);
    return { properties: [escape] };
  }

  private reference(group: number | undefined): Reference {
    if (group === undefined || group < 1 || group > this.groups)
      throw unsupported('a reference to a group that is not before it');
    return { kind: 'reference', group, caseless: this.flags.i };
  }

  /** What follows `\g` or `\k`. */
  private longReference(letter: string): Reference {
    const number = letter === 'g' ? this.take(/\{([+-]?)(\d+)\}|([+-]?)(\d+)/uy) : null;
    if (number) {
      const sign = number[1] ?? number[3];
      const group = Number(number[2] ?? number[4]);
      return this.reference(sign === '+' ? undefined : sign === '-' ? this.groups + 1 - group : group);
    }
    const name = this.take(letter === 'g' ? named('\\{NAME\\}') : named("\\{NAME\\}|<NAME>|'NAME'"));
    if (name) return this.reference(this.names.get(name.slice(1).find((each) => each)!));
    if (letter === 'g' && this.sees(/[<']/uy)) throw unsupported('a call of a group');
    throw invalid(`\\${letter} is not followed by a name or a number`);
  }

  /** After an opening parenthesis. */
  private parenthesis(): RegexNode | undefined {
    if (this.sees(/\*/uy)) throw unsupported('a verb, "(*"');
    if (!this.take(/\?/uy)) return this.capture();
    if (this.take(/:/uy)) return this.group(false);
    if (this.take(/>/uy)) return this.group(true);
    const look = this.take(/(<?)([=!])/uy);
    if (look) return { kind: 'look', behind: look[1] === '<', negative: look[2] === '!', body: this.inside() };
    const name = this.take(named("P?<NAME>|'NAME'"));
    if (name) return this.capture(name[1] ?? name[2]);
    const reference = this.take(named('P=NAME\\)'));
    if (reference) return this.reference(this.names.get(reference[1]!));
    if (this.sees(/\||\(|C|R|&|P>|[+-]?\d/uy)) throw unsupported('a call, a condition, a callout or a branch reset');
    return this.options();
  }

  private capture(name?: string): Group {
    const number = ++this.groups;
    if (name !== undefined) {
      if (/^\p{Nd}/u.test(name)) throw invalid('subpattern name must start with a non-digit');
      if (Buffer.byteLength(name) > 32) throw invalid('subpattern name is too long (maximum 32 code units)');
      if (this.names.has(name)) throw invalid('two named subpatterns have the same name');
      this.names.set(name, number);
    }
    return { kind: 'group', number, atomic: false, body: this.inside() };
  }

  private group(atomic: boolean): Group {
    return { kind: 'group', atomic, body: this.inside() };
  }

  /** The rest of a parenthesis; options that change in it change until its end. */
  private inside(): RegexNode {
    if (++this.depth > MAX_DEPTH) throw invalid('parentheses are too deeply nested');
    const { flags } = this;
    const body = this.choice();
    if (!this.take(/\)/uy)) throw invalid('missing closing parenthesis');
    this.flags = flags;
    this.depth--;
    return body;
  }

  /** `(?i)` or `(?i:…)`. */
  private options(): Group | undefined {
    const found = this.take(/(\^?)([A-Za-z]*)(-?)([A-Za-z]*)([:)])/uy);
    if (!found) throw invalid('unrecognized character after (? or (?-');
    const [, none, on, hyphen, off, end] = found;
    if (none && hyphen) throw invalid('invalid hyphen in option setting');
    const flags = none ? { i: false, m: false, s: false, x: false } : { ...this.flags };
    for (const letter of on! + off!) {
      if (letter === 'i' || letter === 'm' || letter === 's' || letter === 'x') continue;
      if ('JUn'.includes(letter)) throw unsupported(`the option "${letter}"`);
      throw invalid('unrecognized character after (? or (?-');
    }
    if (on!.includes('xx')) throw unsupported('the option "xx"');
    for (const letter of on! as Iterable<keyof RegexFlags>) flags[letter] = true;
    for (const letter of off! as Iterable<keyof RegexFlags>) flags[letter] = false;
    const before = this.flags;
    this.flags = flags;
    if (end === ')') return undefined;
    const group = this.group(false);
    this.flags = before;
    return group;
  }

  /** After an opening bracket. */
  private bracket(): Characters | Assertion {
    const word = this.take(/\[:([<>]):\]\]/uy);
    if (word) return assertion(word[1] === '<' ? '\\b(?=\\w)' : '\\b(?<=\\w)', true);
    if (this.sees(POSIX)) throw invalid('POSIX named classes are supported only within a class');
    const set: CharacterSet = { negated: this.take(/\^/uy) !== null, literal: [], fixed: [], properties: [] };
    for (let first = true; ; first = false) {
      while (this.skipQuotes());
      if (!first && !this.quoting && this.take(/\]/uy)) return this.characters(set);
      const item = this.classItem();
      while (this.skipQuotes());
      const isRange = !this.quoting && this.sees(/-(?!\])/uy);
      if (typeof item !== 'number') {
        if (isRange) throw invalid('invalid range in character class');
        if ('fixed' in item) set.fixed.push(...item.fixed);
        else set.properties.push(...item.properties);
      } else {
        set.literal.push([item, isRange ? this.rangeEnd(item) : item]);
      }
    }
  }

  private rangeEnd(first: number): number {
    this.take(/-/uy);
    while (this.skipQuotes());
    const last = this.classItem();
    if (typeof last !== 'number') throw invalid('invalid range in character class');
    if (last < first) throw invalid('range out of order in character class');
    return last;
  }

  /** One character of a class, or several by a name. */
  private classItem(): number | { fixed: Range[] } | { properties: string[] } {
    const c = this.take(/[^]/uy)?.[0];
    if (c === undefined) throw invalid('missing terminating ] for character class');
    if (this.quoting || (c !== '\\' && c !== '[')) return c.codePointAt(0)!;
    if (c === '[') return this.posixClass();
    if (this.take(/b/uy)) return 8;
    const octal = this.take(/[0-7]{1,3}/uy);
    if (octal) return parseInt(octal[0], 8);
    const found = this.take(/[89]/uy)?.[0].charCodeAt(0) ?? this.escapedPoint() ?? this.namedSet();
    if (found === undefined) throw invalid('escape sequence is invalid in character class');
    return found;
  }

  /** After an opening bracket in a class, which is itself when no class is named. */
  private posixClass(): number | { fixed: Range[] } {
    const found = this.take(POSIX);
    if (!found) return '['.charCodeAt(0);
    if (found[1] !== ':') throw invalid('POSIX collating elements are not supported');
    const negated = found[2]!.startsWith('^');
    let name = negated ? found[2]!.slice(1) : found[2]!;
    if (this.flags.i && (name === 'lower' || name === 'upper')) name = 'alpha';
    if (!Object.hasOwn(POSIX_CLASSES, name)) throw invalid('unknown POSIX class name');
    return { fixed: negated ? complement(POSIX_CLASSES[name]!) : POSIX_CLASSES[name]! };
  }
}

/** `:name:]`, `.name.]` or `=name=]`, found as PCRE2 finds it. */
const POSIX = /([:.=])((?:\\[\\\]]|(?!\\[\\\]]|\[\1|\1\]|\])[^])*)\1\]/uy;

const named = (expression: string) => new RegExp(expression.replaceAll('NAME', NAME), 'uy');

function assertion(source: string, ascii = false): Assertion {
  return { kind: 'assertion', source, ascii };
}
