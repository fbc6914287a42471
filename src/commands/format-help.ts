import type { CliCommand } from './command.js';
import { type ArgumentDefinitions, formatArgument } from './parse-arguments.js';

/** Returns the help text of a command. */
export function formatHelp({
  name,
  description,
  examples,
  args,
}: Pick<CliCommand<ArgumentDefinitions>, 'name' | 'description' | 'examples' | 'args'>): string {
  const argEntries = Object.entries(args);
  const positionals = argEntries.filter(([, { type }]) => type === 'positional');
  const options = argEntries.filter(([, { type }]) => type !== 'positional');
  const call = [...positionals, ...options.filter(([, { required }]) => required)].map(([each, argument]) => {
    const printed = formatArgument(each, argument);
    return argument.required ? printed : `[${printed}]`;
  });
  const hasOptions = options.some(([, { required }]) => !required);
  const rows = argEntries.map(([each, argument]) => [formatArgument(each, argument), argument.description] as const);
  const width = Math.max(...rows.map(([printed]) => printed.length));
  const lines = rows.map(([printed, meaning]) => `  ${printed.padEnd(width)}  ${meaning}`);
  return [
    description,
    '',
    ['npx signpost', name, ...call, ...(hasOptions ? ['[options]'] : [])].join(' '),
    '',
    ...lines,
    '',
    examples.length === 1 ? 'An example:' : 'Examples:',
    ...examples.map((example) => `  npx signpost ${example}`),
  ].join('\n');
}
