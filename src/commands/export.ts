import { SingleBar } from 'cli-progress';
import { exportContent } from '../content/export-content.js';
import { command, EXIT, jsonArg } from './command.js';
import { openDatabase } from './database.js';
import { counted } from './print-problems.js';
import { printJson } from './terminal.js';

/** Writes the database into content files. The name of the verb is a word of the language; hence the longer one here. */
export const exportCommand = command({
  name: 'export',
  description: 'Write the entries of the database into a content folder; files that say the same stay as they are.',
  args: {
    dir: { type: 'positional', required: false, description: 'The content folder; SEED_DIR unless given.' },
    json: jsonArg,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config);
    const root = args.dir ?? config.seedDir;
    const bar = terminal.isInteractive && !args.json ? new SingleBar({ format: 'export {bar} {value} records' }) : null;
    bar?.start(0, 0);
    const outcome = await exportContent(root, { ...database, onRecord: (done) => bar?.update(done) });
    bar?.stop();
    for (const name of outcome.strangers) terminal.err(`warning: ${name} is in the folder but not in the database`);
    if (args.json) printJson(terminal, outcome);
    else {
      const { written, unchanged } = outcome;
      terminal.out(`${counted(written.length, 'file')} written to ${root}, ${counted(unchanged, 'record')} unchanged.`);
    }
    return EXIT.done;
  },
});
