import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Mapping } from '../datasets/mapping-file.js';
import { readMapping } from '../datasets/mapping-file.js';
import { termsOf } from '../datasets/terms.js';
import { AppError } from '../errors.js';
import { command, EXIT, jsonArg } from './command.js';
import { openDatabase } from './database.js';
import { importFigures } from './import-figures.js';
import { printImport } from './print-import.js';
import { readingProgress } from './reading-progress.js';
import { printJson } from './terminal.js';

/** Brings the figures of publishers' files into an indicator, as its next edition. */
export const importCommand = command({
  name: 'import',
  description: "Bring the figures of publishers' files into an indicator, as its next edition.",
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'The file, and any number of others of the same edition.',
    },
    indicator: { type: 'string', required: true, description: 'The slug of the indicator.' },
    publisher: { type: 'string', description: 'Whose spellings of areas to read, where the file does not tell.' },
    sheet: { type: 'string', description: 'The sheet of a workbook, or the member of an archive.' },
    mapping: { type: 'string', description: 'A YAML file that says which column is what.' },
    dimension: { type: 'string', description: 'name=code: take only rows with this code; can be given again.' },
    period: { type: 'string', description: 'The period of all figures, where the file does not say it.' },
    source: { type: 'string', description: 'The slug of the source; the first that the indicator cites unless given.' },
    licence: { type: 'string', description: 'The terms of reuse, where they differ from those of the publisher.' },
    retrieved: {
      type: 'string',
      description: 'The day the file was fetched; the day it was last changed unless given.',
    },
    'dry-run': { type: 'boolean', description: 'Read and compare; write nothing.' },
    strict: { type: 'boolean', description: 'Write nothing when a figure was rejected.' },
    json: jsonArg,
  },
  takesMore: true,
  repeatable: ['dimension'],
  async run({ args, config, terminal }) {
    const paths = args._.map(String);
    const mapping = args.mapping === undefined ? null : await mappingIn(args.mapping);
    const dimensions = choicesIn(args.dimension);
    const retrievedOn = args.retrieved ?? lastChanged(paths);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(retrievedOn)) throw usage(`"${retrievedOn}" is no day; write YYYY-MM-DD.`);
    await using database = await openDatabase(config);
    const progress = readingProgress(terminal);
    const outcome = await importFigures(database, {
      paths,
      indicator: args.indicator,
      publisher: args.publisher ?? null,
      sheet: args.sheet ?? null,
      mapping,
      dimensions,
      period: args.period ?? null,
      source: args.source ?? null,
      licence: args.licence ?? null,
      retrievedOn,
      dryRun: args['dry-run'] ?? false,
      strict: args.strict ?? false,
      progress: progress.update,
    }).finally(progress.stop);
    const restricted = outcome.files.find(({ publisher }) => termsOf(publisher)?.mayBeShared === false);
    if (restricted) {
      const terms = termsOf(restricted.publisher)!.licence;
      terminal.err(`warning: ${restricted.publisher} does not let its figures be passed on (${terms}).`);
    }
    if (args.json) printJson(terminal, outcome);
    else terminal.out(printImport(outcome));
    return outcome.outcome === 'REFUSED' ? EXIT.problems : EXIT.done;
  },
});

async function mappingIn(path: string): Promise<Mapping> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw usage(`There is no file "${path}".`);
  return readMapping(await readFile(path, 'utf8'));
}

/** "sex=F" as often as it was given; a code may hold a further "=". */
function choicesIn(given: unknown): Map<string, string> {
  const list = given === undefined ? [] : [given].flat().map(String);
  return new Map(
    list.map((each) => {
      const at = each.indexOf('=');
      if (at < 1) throw usage(`"${each}" is no name=code, as in --dimension sex=F.`);
      return [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    }),
  );
}

function lastChanged(paths: readonly string[]): string {
  const days = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date());
  return days
    .reduce((a, b) => (a > b ? a : b))
    .toISOString()
    .slice(0, 10);
}

function usage(message: string): AppError {
  return new AppError('USAGE', message);
}
