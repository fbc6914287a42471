import { modelDigest } from '../model/digest.js';
import { restoreBackup } from '../store/backup/restore-backup.js';
import { formatBackupContents } from './backup.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { connectDatabase } from '../connect-database.js';
import { openDatabase } from '../open-database.js';
import { startProgressBar } from './progress-bar.js';
import { printJson } from './terminal.js';

export const restoreCommand = defineCommand({
  name: 'restore',
  description: 'Restore an empty database from a file written by "npx signpost backup".',
  examples: ['restore signpost-2027-01-31.backup'],
  args: {
    file: { type: 'positional', required: true, description: 'Backup file to restore.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    await using server = await connectDatabase(config);
    const bar = startProgressBar('restore {bar} {value} changes', terminal.isInteractive && !args.json);
    const summary = await restoreBackup(args.file, {
      uri: server.uri,
      database: config.mongodbDatabase,
      onChange: bar.update,
    }).finally(bar.stop);
    // Opening the database projects the restored log.
    await using database = await openDatabase({ ...config, mongodbUri: server.uri });
    const isOtherSchema = modelDigest(database.model) !== summary.model;
    if (isOtherSchema)
      terminal.err(
        'warning: the backup was made with another schema; run "npx signpost doctor" to list the differences',
      );
    if (args.json) printJson(terminal, { file: args.file, isOtherSchema, ...summary });
    else terminal.out(`Restored ${formatBackupContents(summary)}, as of ${summary.at.toISOString()}.`);
    return EXIT_CODES.done;
  },
});
