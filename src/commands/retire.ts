import { AppError } from '../errors.js';
import { type LinkPolicy, retireEntry } from '../records/lifecycle.js';
import { defineCommand } from './command.js';
import { changeArguments, changeEntry, entryArgument } from './change-entry.js';

const POLICIES: Readonly<Record<string, LinkPolicy>> = { restrict: 'RESTRICT', unlink: 'UNLINK', keep: 'RETIRE' };

export const retireCommand = defineCommand({
  name: 'retire',
  description: 'Withdraw an entry. Its address then says that it was withdrawn.',
  examples: ['retire leaflets/jits-guidelines', 'retire leaflets/jits-guidelines --links=unlink'],
  args: {
    entry: entryArgument,
    links: {
      type: 'string',
      valueHint: 'restrict|unlink|keep',
      description:
        'What to do with links to the entry: "restrict" refuses while there are any (default), "unlink" removes ' +
        'them, "keep" leaves them, and they show that the entry was withdrawn.',
    },
    ...changeArguments,
  },
  run(invocation) {
    const { links: linksText = 'restrict' } = invocation.args;
    const links = Object.hasOwn(POLICIES, linksText) ? POLICIES[linksText] : undefined;
    if (!links)
      throw new AppError('USAGE', `--links is one of ${Object.keys(POLICIES).join(', ')}, not "${linksText}".`);
    return changeEntry(invocation, 'is withdrawn', (database, command, commitOptions) =>
      retireEntry(database, { ...command, links }, commitOptions),
    );
  },
});
