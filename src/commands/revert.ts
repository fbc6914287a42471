import { revertEntry } from '../records/lifecycle.js';
import { defineCommand } from './command.js';
import { changeArguments, changeEntry, entryArgument, parseRevision } from './change-entry.js';

export const revertCommand = defineCommand({
  name: 'revert',
  description: 'Make an earlier revision of an entry the newest one. The history retains the revisions in between.',
  examples: ['revert leaflets/jits-guidelines 3', 'revert leaflets/jits-guidelines 3 --publish'],
  args: {
    entry: entryArgument,
    to: {
      type: 'positional',
      required: true,
      description: 'Number of the revision, as "npx signpost history" lists it.',
    },
    publish: { type: 'boolean', description: 'Publish the revision immediately (default: save a draft).' },
    ...changeArguments,
  },
  run(invocation) {
    const { to, publish } = invocation.args;
    const revision = parseRevision(to, 'The revision');
    return changeEntry(invocation, `is reverted to revision ${revision}`, (database, command, commitOptions) =>
      revertEntry(database, { ...command, revision, publish }, commitOptions),
    );
  },
});
