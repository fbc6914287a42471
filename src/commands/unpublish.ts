import { unpublishEntry } from '../records/life.js';
import { command } from './command.js';
import { changeArgs, changeNamed, entryArg } from './entry-verb.js';

export const unpublish = command({
  name: 'unpublish',
  description: 'Remove an entry from publication. Its newest revision stays as a draft.',
  examples: ['unpublish leaflets/jits-guidelines --message=premature'],
  args: { entry: entryArg, ...changeArgs },
  run: (invocation) => changeNamed(invocation, 'is a draft now', unpublishEntry),
});
