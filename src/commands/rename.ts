import { renameEntry } from '../records/rename-entry.js';
import { defineCommand } from './command.js';
import { changeArguments, changeEntry, entryArgument } from './change-entry.js';

export const renameCommand = defineCommand({
  name: 'rename',
  description: 'Change the slug of an entry. Links are updated, and the old address redirects to the new one.',
  examples: ['rename leaflets/jits-guidelines guidelines-on-jits'],
  args: {
    entry: entryArgument,
    to: { type: 'positional', required: true, description: 'New slug of the entry.' },
    ...changeArguments,
  },
  run: (invocation) =>
    changeEntry(invocation, `is ${invocation.args.to} now`, (database, command, commitOptions) =>
      renameEntry(database, { ...command, to: invocation.args.to }, commitOptions),
    ),
});
