import { unpublishEntry } from '../records/lifecycle.js';
import { defineCommand } from './command.js';
import { changeArguments, changeEntry, entryArgument } from './change-entry.js';

export const unpublishCommand = defineCommand({
  name: 'unpublish',
  description: 'Remove an entry from publication. Its newest revision remains as a draft.',
  examples: ['unpublish leaflets/jits-guidelines --message=premature'],
  args: { entry: entryArgument, ...changeArguments },
  run: (invocation) => changeEntry(invocation, 'is a draft now', unpublishEntry),
});
