import { basename, dirname } from 'node:path';
import { removeStaleTempFiles } from '../stale-temp-files.js';
import { modelDigest } from '../model/digest.js';
import { loadModel } from '../model/load-model.js';
import { type BackupSummary, isBackupFile } from '../store/backup/backup-file.js';
import { makeBackup } from '../store/backup/make-backup.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { connectDatabase } from '../connect-database.js';
import { formatCount } from './format-problems.js';
import { startProgressBar } from './progress-bar.js';
import { printJson } from './terminal.js';

export const backupCommand = defineCommand({
  name: 'backup',
  description:
    'Write the database with its history, figures and tokens, without the key of preview links, into one file.',
  examples: ['backup signpost-2027-01-31.backup'],
  args: {
    file: { type: 'positional', required: true, description: 'File to write. Only you can read it.' },
    overwrite: { type: 'boolean', description: 'Overwrite an existing file.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const modelHash = modelDigest(loadModel(config.schemaDir));
    await using server = await connectDatabase(config);
    // Removes leftovers of all earlier backups: each has a different name, and can be as large as the database.
    const isSelected = (name: string, path: string) => name === basename(args.file) || isBackupFile(path);
    for (const staleFile of removeStaleTempFiles(dirname(args.file), isSelected)) {
      const reason =
        'is an unfinished backup of another machine or container; a later backup removes it if it is unchanged for a day';
      terminal.err(`warning: "${staleFile}" ${reason}`);
    }
    const bar = startProgressBar('backup {bar} {value} changes', terminal.isInteractive && !args.json);
    const options = { uri: server.uri, database: config.mongodbDatabase, model: modelHash, overwrite: args.overwrite };
    const summary = await makeBackup(args.file, {
      ...options,
      onChange: bar.update,
    }).finally(bar.stop);
    if (args.json) printJson(terminal, { file: args.file, ...summary });
    else terminal.out(`${args.file} holds ${formatBackupContents(summary)}; ${summary.bytes} bytes.`);
    return EXIT_CODES.done;
  },
});

export function formatBackupContents({ counts: { changes, series, tokens, schedules } }: BackupSummary): string {
  const countTexts = [
    formatCount(changes, 'change'),
    `${series} series of figures`,
    formatCount(tokens, 'token'),
    formatCount(schedules, 'schedule'),
  ];
  return `${countTexts.slice(0, -1).join(', ')} and ${countTexts.at(-1)}`;
}
