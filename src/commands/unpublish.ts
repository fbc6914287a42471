import { unpublishEntry } from '../records/lifecycle.js';
import { defineCommand } from './command.js';
import { changeArgs, changeEntry, entryArg } from './change-entry.js';

export const unpublish = defineCommand({
  name: 'unpublish',
  description: 'Remove an entry from publication. Its newest revision remains as a draft.',
  examples: ['unpublish leaflets/jits-guidelines --message=premature'],
  args: { entry: entryArg, ...changeArgs },
  run: (invocation) => changeEntry(invocation, 'is a draft now', unpublishEntry),
});
