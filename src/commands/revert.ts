import { revertEntry } from '../records/life.js';
import { command } from './command.js';
import { changeArgs, changeNamed, entryArg, readRevision } from './entry-verb.js';

export const revert = command({
  name: 'revert',
  description: 'Make an earlier revision of an entry the newest one. The revisions between stay in the history.',
  examples: ['revert leaflets/jits-guidelines 3', 'revert leaflets/jits-guidelines 3 --publish'],
  args: {
    entry: entryArg,
    to: {
      type: 'positional',
      required: true,
      description: 'Number of the revision, as "npx signpost history" lists it.',
    },
    publish: { type: 'boolean', description: 'Publish it at once (default: save a draft).' },
    ...changeArgs,
  },
  run(invocation) {
    const { to, publish } = invocation.args;
    const revision = readRevision(to, 'The revision');
    return changeNamed(invocation, `is as it was in revision ${revision}`, (database, asked, signature) =>
      revertEntry(database, { ...asked, revision, publish }, signature),
    );
  },
});
