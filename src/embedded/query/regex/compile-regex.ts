import type { BSONRegExp } from 'bson';
import { CommandError } from '../../command-error.js';
import { otherCasesOf, setSource } from './regex-characters.js';
import type { Look, RegexFlags, RegexNode, Repeat } from './regex-parser.js';
import { invalid, parseRegex, unsupported } from './regex-parser.js';

const MAX_PATTERN_BYTES = 32_764; // MongoDB's own
const MAX_LOOKBEHIND = 65_535;

/** V8 looks for an empty match between the halves of a surrogate pair too, where "nothing is here" is easily true. */
const WHOLE_CHARACTER = '(?=[^]|$)';

/**
 * A JavaScript expression that matches as MongoDB's would, or an error; its groups are the pattern's own.
 *
 * With `testOnly` nobody reads which text was found or what the groups hold, and more patterns can be translated.
 *
 * @throws CommandError 2      the pattern has a NUL or is too long
 * @throws CommandError 51091  PCRE2 refuses the pattern, or it has what JavaScript cannot express
 * @throws CommandError 51108  an option that there is not
 */
export function compileRegex(pattern: string, options: string, { testOnly = false } = {}): RegExp {
  if (pattern.includes('\0')) throw bad('Regular expression cannot contain an embedded null byte');
  if (options.includes('\0')) throw bad('Regular expression options string cannot contain an embedded null byte');
  if (Buffer.byteLength(pattern) > MAX_PATTERN_BYTES) throw bad('Regular expression is too long');
  const root = parseRegex(pattern, flagsOf(options));
  const leaves = [...leavesOf(root)];
  const caseFlag = caseFlagFor(leaves);
  const isExact = !testOnly || leaves.some(({ kind }) => kind === 'reference');
  const source = new Translation(caseFlag, isExact).source(root);
  const mayBeMisplaced = mayBeEmpty(root) && /\(\?<?!|\\B/.test(source);
  try {
    const compiled = new RegExp(mayBeMisplaced ? `${WHOLE_CHARACTER}(?:${source})` : source, `${caseFlag ? 'i' : ''}u`);
    // The engine looks at sizes when it first runs, once for Latin-1 text and once for other.
    for (const text of ['', '\u0100']) compiled.test(text);
    return compiled;
  } catch {
    throw unsupported('an expression of this size');
  }
}

const bad = (message: string) => new CommandError('BadValue', message);

function flagsOf(options: string): RegexFlags {
  const flags = { i: false, m: false, s: false, x: false };
  for (const option of options) {
    if (option === 'i' || option === 'm' || option === 's' || option === 'x') flags[option] = true;
    else if (option !== 'u') throw new CommandError('Location51108', ` invalid flag in regex options: ${option}`);
  }
  return flags;
}

/**
 * The text that every match of an anchored pattern begins with; nothing when there is none.
 *
 * @throws CommandError  as compileRegex
 */
export function regexPrefix({ pattern, options }: BSONRegExp): { prefix: string } | undefined {
  const root = parseRegex(pattern, flagsOf(options));
  if (root.kind !== 'sequence') return undefined;
  const [start, ...items] = root.items;
  if (start?.kind !== 'assertion' || start.source !== '^') return undefined;
  let prefix = '';
  for (const item of items) {
    const { min, max, body } = item.kind === 'repeat' ? item : { min: 1, max: 1, body: item };
    const c = onlyCharacter(body);
    if (c === undefined) break;
    prefix += c.repeat(Math.min(min, 10));
    if (max !== 1 || min !== 1) break;
  }
  return prefix === '' ? undefined : { prefix };
}

function onlyCharacter(node: RegexNode): string | undefined {
  if (node.kind !== 'characters') return undefined;
  const { negated, literal, fixed, properties } = node.set;
  const [only] = literal;
  if (negated || fixed.length > 0 || properties.length > 0 || literal.length !== 1 || !only) return undefined;
  if (only[0] !== only[1] || (node.caseless && otherCasesOf(literal).length > 0)) return undefined;
  return String.fromCodePoint(only[0]);
}

function* leavesOf(node: RegexNode): Generator<RegexNode> {
  if ('body' in node) yield* leavesOf(node.body);
  else if ('items' in node) for (const item of node.items) yield* leavesOf(item);
  else if ('branches' in node) for (const branch of node.branches) yield* leavesOf(branch);
  else yield node;
}

/**
 * Whether JavaScript's flag `i` says what the pattern means.
 *
 * It does not where only a part ignores case, nor beside `\w`, `\b` or a property: the flag would change them too
 * (`\w` would match the Kelvin sign). The other cases of each letter are written out then.
 */
function caseFlagFor(leaves: readonly RegexNode[]): boolean {
  if (!leaves.some((leaf) => 'caseless' in leaf && leaf.caseless)) return false;
  return leaves.every((leaf) => {
    if (leaf.kind === 'assertion') return !leaf.ascii;
    if (leaf.kind === 'reference') return leaf.caseless;
    if (leaf.kind !== 'characters') return true;
    const { literal, fixed, properties } = leaf.set;
    if (properties.length > 0 || otherCasesOf(fixed).length > 0) return false;
    return leaf.caseless || otherCasesOf(literal).length === 0;
  });
}

class Translation {
  /** The groups that hold something whenever the part in hand is tried. */
  private readonly held: number[] = [];

  /**
   * @param isExact  a match must be the same text with the same groups, not only exist
   */
  constructor(
    private readonly caseFlag: boolean,
    private readonly isExact: boolean,
  ) {}

  /** @param behind  in a lookbehind, which JavaScript reads backwards */
  source(node: RegexNode, behind = false): string {
    switch (node.kind) {
      case 'characters':
        return setSource(node.set, node.caseless && !this.caseFlag ? otherCasesOf(node.set.literal) : []);
      case 'assertion':
        return node.source;
      case 'newline':
        return '(?:\\r\\n|(?!\\r\\n)[\\n-\\r\\x85\\u2028\\u2029])'; // atomic: the \r of \r\n is never taken alone
      case 'reference':
        // JavaScript lets a group that holds nothing match the empty text; in PCRE2 it matches nothing.
        if (!this.held.includes(node.group) || behind)
          throw unsupported('a reference to a group that may hold nothing');
        if (node.caseless && !this.caseFlag)
          throw unsupported('a reference that ignores case beside parts that do not');
        return `(?:\\${node.group})`;
      case 'sequence':
        return node.items.map((item) => this.source(item, behind)).join('');
      case 'choice':
        return node.branches.map((branch) => this.passing(branch, behind)).join('|');
      case 'group': {
        const { number } = node;
        const body = this.source(node.atomic ? withoutReturn(node.body) : node.body, behind);
        if (number !== undefined) this.held.push(number);
        return `(${number === undefined ? '?:' : ''}${body})`;
      }
      case 'look':
        return this.look(node, behind);
      case 'repeat':
        return this.repeat(node, behind);
    }
  }

  /** A part whose groups may hold nothing after it. */
  private passing(node: RegexNode, behind: boolean): string {
    const before = this.held.length;
    const source = this.source(node, behind);
    this.held.length = before;
    return source;
  }

  private look(node: Look, behind: boolean): string {
    if (node.behind) {
      const branches = node.body.kind === 'choice' ? node.body.branches : [node.body];
      for (const branch of branches) {
        const width = widthOf(branch);
        if (width !== undefined && width <= MAX_LOOKBEHIND) continue;
        const refers = [...leavesOf(branch)].some(({ kind }) => kind === 'reference');
        throw refers ? unsupported('a reference in a lookbehind') : invalid('lookbehind assertion is not fixed length');
      }
      if (this.isExact && groupsIn(node.body) > 0) throw unsupported('a group that captures in a lookbehind');
    }
    const opening = `(?${node.behind ? '<' : ''}${node.negative ? '!' : '='}`;
    const isBehind = behind || node.behind;
    return `${opening}${node.negative ? this.passing(node.body, isBehind) : this.source(node.body, isBehind)})`;
  }

  private repeat(node: Repeat, behind: boolean): string {
    const { body, manner } = node;
    if (manner === 'possessive') return this.possessive(node, behind);
    const before = this.held.length;
    let source = this.source(body, behind);
    const always = this.held.length - before;
    let { min, max } = node;
    if (min === 0) this.held.length = before;
    if (body.kind === 'look') {
      // Looking twice finds the same; and JavaScript repeats no look.
      [min, max] = [Math.min(min, 1), Math.min(max, 1)];
      source = `(?:${source})`;
    }
    if (min === 0 && max === 1 && mayBeEmpty(body)) {
      // A quantifier of JavaScript would not take the empty text, and leave the group without a value.
      return manner === 'lazy' ? `(?:|${source})` : `(?:${source}|)`;
    }
    if (this.isExact && max > 1) {
      if (min < max && mayBeEmpty(body)) throw unsupported('repeating what may match the empty text');
      // PCRE2 keeps what a group held in an earlier round; JavaScript forgets it.
      if (groupsIn(body) > always) throw unsupported('repeating a group that does not take part in every round');
    }
    return source + quantifier(min, max) + (manner === 'lazy' ? '?' : '');
  }

  /** A run of one kind of character that gives nothing back ends where the next character is of another kind. */
  private possessive({ min, max, body }: Repeat, behind: boolean): string {
    const fixed: RegexNode = { kind: 'repeat', min, max, manner: 'greedy', body };
    if (min === max && hasOneWay(body)) return this.source(fixed, behind);
    if (body.kind !== 'characters') throw unsupported('a possessive quantifier after a group');
    const one = this.source(body, behind);
    if (behind) throw invalid('lookbehind assertion is not fixed length');
    if (max === Infinity) return `${one}${quantifier(min, max)}(?!${one})`;
    return `(?:${one}${quantifier(max, max)}|${one}${quantifier(min, max - 1)}(?!${one}))`;
  }
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === max) return `{${min}}`;
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
}

/** The body of an atomic group, which matches in one way only, as something that does so by itself. */
function withoutReturn(node: RegexNode): RegexNode {
  if (hasOneWay(node)) return node;
  if (node.kind === 'group') return { ...node, body: withoutReturn(node.body) };
  if (node.kind === 'repeat' && node.manner === 'greedy') return { ...node, manner: 'possessive' };
  if (node.kind === 'sequence' && node.items.slice(0, -1).every(hasOneWay)) {
    return { ...node, items: [...node.items.slice(0, -1), withoutReturn(node.items.at(-1)!)] };
  }
  throw unsupported('an atomic group with alternatives');
}

/** True when there is at most one way to match at a place. */
function hasOneWay(node: RegexNode): boolean {
  if (node.kind === 'choice') return false;
  if (node.kind === 'sequence') return node.items.every(hasOneWay);
  if (node.kind === 'group') return node.atomic || hasOneWay(node.body);
  if (node.kind === 'repeat') return node.manner === 'possessive' || (node.min === node.max && hasOneWay(node.body));
  return true;
}

function mayBeEmpty(node: RegexNode): boolean {
  if (node.kind === 'characters' || node.kind === 'newline') return false;
  if (node.kind === 'sequence') return node.items.every(mayBeEmpty);
  if (node.kind === 'choice') return node.branches.some(mayBeEmpty);
  if (node.kind === 'group') return mayBeEmpty(node.body);
  if (node.kind === 'repeat') return node.min === 0 || mayBeEmpty(node.body);
  return true;
}

/** The number of characters that it always matches; nothing when that differs. */
function widthOf(node: RegexNode): number | undefined {
  switch (node.kind) {
    case 'characters':
      return 1;
    case 'assertion':
    case 'look':
      return 0;
    case 'newline':
    case 'reference':
      return undefined;
    case 'sequence': {
      const widths = node.items.map(widthOf);
      return widths.includes(undefined) ? undefined : widths.reduce<number>((sum, width) => sum + width!, 0);
    }
    case 'choice': {
      const widths = new Set(node.branches.map(widthOf));
      return widths.size === 1 ? [...widths][0] : undefined;
    }
    case 'group':
      return widthOf(node.body);
    case 'repeat': {
      const width = node.min === node.max ? widthOf(node.body) : undefined;
      return width === undefined ? undefined : width * node.min;
    }
  }
}

/** How many groups may hold something after a match of this part. */
function groupsIn(node: RegexNode): number {
  if (node.kind === 'look' && node.negative) return 0; // what it finds, it never keeps
  const own = node.kind === 'group' && node.number !== undefined ? 1 : 0;
  if ('body' in node) return own + groupsIn(node.body);
  const parts = 'items' in node ? node.items : 'branches' in node ? node.branches : [];
  return parts.reduce((sum, part) => sum + groupsIn(part), 0);
}
