import { BSONRegExp } from 'bson';
import type { Doc, Value } from '../../bson/values.js';
import { typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { compileRegex } from '../../query/regex/compile-regex.js';
import type { Evaluate, Scope } from '../expression.js';
import type { Operator } from '../operators.js';
import { compiledArguments } from './arguments.js';
import { textIn } from './string.js';

/** @param none the answer when there is no text or no expression */
function regex(
  name: string,
  none: () => Value,
  run: (input: string, pattern: RegExp) => Value,
  testOnly = false,
): Operator {
  return (operand, compile) => {
    const parts = compiledArguments(name, operand, compile, ['options'], {
      object: 'Location51103',
      unknown: 'Location31024',
      missing: { input: 'Location31022', regex: 'Location31023' },
    });
    const compiled = new Map<string, RegExp>();
    return (scope) => {
      const input = parts.input!(scope);
      if (!isNullish(input)) textIn(input, 'Location51104', `${name} needs 'input' to be of type string`);
      const written = patternIn(name, parts.regex!, parts.options, scope);
      if (!written) return none();
      const key = `${written.options}/${written.source}`;
      let made = compiled.get(key);
      if (!made) {
        made = compiledRegex(name, written, testOnly);
        compiled.set(key, made);
      }
      if (isNullish(input)) return none();
      made.lastIndex = 0;
      return run(input as string, made);
    };
  };
}

/** The source and the options, which stand either in the expression or beside it; nothing when there is no source. */
function patternIn(name: string, regexOf: Evaluate, optionsOf: Evaluate | undefined, scope: Scope) {
  const pattern = regexOf(scope);
  const given = optionsOf?.(scope);
  if (!isNullish(pattern) && typeof pattern !== 'string' && !(pattern instanceof BSONRegExp)) {
    throw new CommandError(
      'Location51105',
      `${name} needs 'regex' to be of type string or regex, found: ${typeName(pattern)}`,
    );
  }
  const beside = isNullish(given)
    ? undefined
    : textIn(given, 'Location51106', `${name} needs 'options' to be of type string`);
  const within = pattern instanceof BSONRegExp ? pattern.options : '';
  if (beside !== undefined && within !== '') {
    throw new CommandError(
      'Location51107',
      `${name}: found regex option(s) specified in both 'regex' and 'option' fields`,
    );
  }
  const source = pattern instanceof BSONRegExp ? pattern.pattern : (pattern ?? undefined);
  const options = beside ?? within;
  if (typeof source === 'string' && source.includes('\0'))
    throw new CommandError('Location51109', `${name}: regular expression cannot contain an embedded null byte`);
  if (options.includes('\0'))
    throw new CommandError('Location51110', `${name}: regular expression options cannot contain an embedded null byte`);
  return typeof source === 'string' ? { source, options } : undefined;
}

function compiledRegex(name: string, { source, options }: { source: string; options: string }, testOnly: boolean) {
  try {
    const made = compileRegex(source, options, { testOnly });
    return new RegExp(made.source, `${made.flags}g`);
  } catch (error) {
    // what a filter refuses with this code has one of its own here
    if (error instanceof CommandError && error.code === 51091)
      throw new CommandError('Location51111', `Invalid Regex in ${name}: ${error.message}`);
    throw error;
  }
}

function found(match: RegExpMatchArray): Doc {
  const idx = [...(match.input ?? '').slice(0, match.index)].length;
  return { match: match[0], idx, captures: match.slice(1).map((capture) => capture ?? null) };
}

/** Every match; MongoDB does not look for an empty one at the end of a text that is not empty. */
function allFound(input: string, pattern: RegExp): Value[] {
  return [...input.matchAll(pattern)]
    .filter((match) => match[0] !== '' || match.index < input.length || input === '')
    .map(found);
}

/** Regular expressions. */
export const regexOperators: Record<string, Operator> = {
  $regexMatch: regex(
    '$regexMatch',
    () => false,
    (input, pattern) => pattern.test(input),
    true,
  ),
  $regexFind: regex(
    '$regexFind',
    () => null,
    (input, pattern) => {
      const match = pattern.exec(input);
      return match ? found(match) : null;
    },
  ),
  $regexFindAll: regex('$regexFindAll', () => [], allFound),
};
