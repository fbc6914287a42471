import { existsSync } from 'node:fs';
import { planExport } from '../content/plan-export.js';
import type { ConflictWinner } from '../content/merge-content.js';
import { AppError } from '../errors.js';
import { parseExportTarget } from '../content/export-target.js';
import { folderListContaining } from '../content/content-folders.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { requireEntry } from './change-entry.js';
import {
  formatConflictAdvice,
  formatExportSummary,
  unrecordedSyncWarning,
  formatConflicts,
  formatExportedFiles,
} from './format-export.js';
import { startProgressBar } from './progress-bar.js';
import { printJson } from './terminal.js';

export const exportCommand = defineCommand({
  name: 'export',
  description:
    'Write changes of the database into a content folder. Edits in its files that are not imported yet are kept.',
  examples: [
    'export',
    'export --dry-run',
    'export seed/leaflets/jits-guidelines.yaml',
    'export leaflets/jits-guidelines --keep=file',
  ],
  args: {
    dir: {
      type: 'positional',
      description:
        'The content folder, the folder of one kind in it, or one entry: its file, or its folder and slug. Default: CONTENT_DIR.',
    },
    keep: {
      type: 'string',
      valueHint: 'file|database',
      description: 'Version to use where a file and the database both changed a field (default: leave the field open).',
    },
    'dry-run': { type: 'boolean', description: 'Show what would be written, and write nothing.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const keep = parseKeep(args.keep);
    await using database = await openDatabase(config, { readOnly: 'CURRENT' });
    const { entry, ...target } = parseExportTarget(args.dir ?? config.seedDir, database.model, config.seedDir);
    const root = folderListContaining(target.root, config.seedDir);
    if (entry !== undefined && !existsSync(args.dir!)) await requireEntry(database, entry);
    const isDryRun = args['dry-run'];
    const bar = startProgressBar('export {bar} {value} records', terminal.isInteractive && !args.json);
    const onRecord = (done: number) => bar.update(done);
    const plan = await planExport(root, {
      ...database,
      ...(target.includes && { includes: target.includes }),
      ...(keep && { keep }),
      isDryRun,
      onRecord,
    }).finally(bar.stop);
    const { files, conflicts, unchanged, retained, postponed, unknownRecords } = plan;

    if (!args.json) for (const line of formatExportedFiles(plan)) terminal.out(line);
    if (isDryRun) plan.discard();
    else if (!plan.apply()) terminal.err(`warning: ${unrecordedSyncWarning(root)}`);
    for (const name of unknownRecords) terminal.err(`warning: ${name} is in the folder but not in the database`);
    for (const name of postponed) {
      terminal.err(`warning: an earlier revision of ${name} is scheduled for publication, which the files do not show`);
    }
    if (retained.length > 0) terminal.err(`note: not seeded yet, and unchanged in the files: ${retained.join(', ')}`);
    if (args.json) {
      const listPaths = (isIncluded: (operation: string) => boolean) =>
        files.filter(({ operation }) => isIncluded(operation)).map(({ path }) => path);
      printJson(terminal, {
        written: listPaths((operation) => operation !== 'REMOVE'),
        removed: listPaths((operation) => operation === 'REMOVE'),
        unchanged,
        retained,
        postponed,
        unknownRecords,
        conflicts,
        dryRun: isDryRun,
        // Former names of `retained`, `postponed` and `unknownRecords`, printed until the next release.
        kept: retained,
        putOff: postponed,
        strangers: unknownRecords,
      });
    } else
      terminal.out(
        [...formatConflicts(conflicts), formatExportSummary(plan, isDryRun), ...formatConflictAdvice(conflicts)].join(
          '\n',
        ),
      );
    return conflicts.length > 0 ? EXIT_CODES.problems : EXIT_CODES.done;
  },
});

/** Parses the option `--keep`. @throws AppError USAGE */
function parseKeep(written: string | undefined): ConflictWinner | undefined {
  if (written === undefined || written === 'file' || written === 'database') return written;
  throw new AppError('USAGE', `"${written}" is not a value of --keep. Use --keep=file or --keep=database.`);
}
