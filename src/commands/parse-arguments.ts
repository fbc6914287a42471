import { parseArgs } from 'node:util';
import { AppError } from '../errors.js';
import { formerNameWarning } from '../former-names.js';
import { closestMatch } from '../model/closest-match.js';

/** Definition of an argument of a command: a positional argument, an option with a value, or a flag. */
export interface ArgumentDefinition {
  type: 'positional' | 'string' | 'boolean';
  description: string;
  required?: boolean;
  /** Whether the argument can be repeated. For positional arguments, only the last one may be. */
  multiple?: boolean;
  /** Whether the option's value is optional (default: empty string). */
  hasOptionalValue?: boolean;
  /** Placeholder of the value in the help text. Default: the name. */
  valueHint?: string;
  /** Former name of the option, which is still accepted. */
  former?: string;
}

export type ArgumentDefinitions = Readonly<Record<string, ArgumentDefinition>>;

/** Parsed values by argument name: texts, lists of texts, or booleans. */
export type ParsedArguments<T extends ArgumentDefinitions = ArgumentDefinitions> = {
  readonly [K in keyof T]: T[K]['type'] extends 'boolean'
    ? boolean
    : T[K] extends { multiple: true }
      ? readonly string[]
      : T[K] extends { required: true }
        ? string
        : string | undefined;
};

/** Parses the arguments of a command. Calls `warn` for each former name of an option. @throws AppError USAGE */
export function parseArguments<T extends ArgumentDefinitions>(
  command: string,
  args: T,
  words: readonly string[],
  warn: (warning: string) => void = () => {},
) {
  const texts = new Map<string, string[]>();
  const positionals = argumentNames(args, 'positional');
  const add = (name: string, text: string) => void texts.set(name, [...(texts.get(name) ?? []), text]);
  const commandError = (message: string): AppError => usageError(`"signpost ${command}" ${message}`, command);
  // Rejects empty values: an unset shell variable would otherwise mean the current folder, or listening on any address.
  const refuseEmpty = (written: string) => usageError(`${written} is empty; remove it, or give it a value`, command);

  for (const token of tokenise(args, words)) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const positional = positionals[0];
      if (positional === undefined) throw commandError(`does not take "${token.value}"`);
      if (token.value === '') throw refuseEmpty(`<${positional}>`);
      if (!args[positional]!.multiple) positionals.shift();
      add(positional, token.value);
      continue;
    }
    const { rawName, value, inlineValue } = token;
    const name = currentName(token.name, args);
    if (name !== token.name) warn(formerNameWarning(rawName, `--${name}`));
    const argument = Object.hasOwn(args, name) && rawName === `--${token.name}` ? args[name]! : undefined;
    if (!argument || argument.type === 'positional')
      throw commandError(`has no option ${rawName}${tipFor(rawName, args)}`);
    if (argument.type === 'boolean' && value !== undefined) throw usageError(`${rawName} takes no value`, command);
    if (value === '') throw refuseEmpty(rawName);
    const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
    if (argument.type === 'string' && !argument.hasOptionalValue && isMissing) {
      const tip = value === undefined ? '' : `; one that begins with "-" is written ${rawName}=${value}`;
      throw usageError(`${rawName} needs a value${tip}`, command);
    }
    add(name, value ?? '');
  }

  const missing = Object.keys(args).find((name) => args[name]!.required && !texts.has(name));
  if (missing !== undefined)
    throw commandError(
      `needs ${formatArgument(missing, args[missing]!)}: ${toSentencePart(args[missing]!.description)}`,
    );
  return Object.fromEntries(
    Object.entries(args).map(([name, argument]) => [name, readValue(argument, texts.get(name))]),
  ) as ParsedArguments<T>;
}

function toSentencePart(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

/** Formats an argument for a usage line. */
export function formatArgument(
  name: string,
  { type, multiple, hasOptionalValue, valueHint = name }: ArgumentDefinition,
): string {
  if (type === 'boolean') return `--${name}`;
  if (type === 'string') return hasOptionalValue ? `--${name}[=<${valueHint}>]` : `--${name}=<${valueHint}>`;
  return multiple ? `<${name}>…` : `<${name}>`;
}

function currentName(written: string, args: ArgumentDefinitions): string {
  return Object.keys(args).find((name) => args[name]!.former === written) ?? written;
}

function argumentNames(args: ArgumentDefinitions, type: ArgumentDefinition['type']): string[] {
  return Object.keys(args).filter((name) => args[name]!.type === type);
}

function tokenise(args: ArgumentDefinitions, words: readonly string[]) {
  // An option with an optional value does not consume the next argument, like a flag.
  const options = Object.entries(args)
    .filter(([, { type }]) => type !== 'positional')
    .flatMap(([name, { type, hasOptionalValue, former }]) => {
      const option = { type: type === 'string' && !hasOptionalValue ? 'string' : 'boolean' } as const;
      return [name, ...(former === undefined ? [] : [former])].map((optionName) => [optionName, option] as const);
    });
  return parseArgs({
    args: [...words],
    options: Object.fromEntries(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function tipFor(option: string, args: ArgumentDefinitions): string {
  const optionNames = [...argumentNames(args, 'string'), ...argumentNames(args, 'boolean')].map((name) => `--${name}`);
  const suggestion = closestMatch(option, optionNames);
  return suggestion ? `; did you mean ${suggestion}?` : '';
}

function readValue(
  { type, multiple }: ArgumentDefinition,
  texts: string[] | undefined,
): boolean | string | string[] | undefined {
  if (type === 'boolean') return texts !== undefined;
  return multiple ? (texts ?? []) : texts?.at(-1);
}

function usageError(message: string, command: string): AppError {
  return new AppError('USAGE', `${message}\n"npx signpost help ${command}" lists its options.`);
}
