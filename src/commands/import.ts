import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { MAX_TEXT_BYTES } from '../content/read-file.js';
import { type AcceptableCode, parseAcceptableCode } from '../datasets/accepted-problems.js';
import { withFileName } from '../datasets/dataset-error.js';
import { type Mapping, parseMappingFile } from '../datasets/mapping-file.js';
import { AppError } from '../errors.js';
import { isDay } from '../model/iso-date.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { importFigures } from './import-figures.js';
import { acceptOlderFlag } from './older-edition-check.js';
import { formatImport } from './format-import.js';
import { startProgressBar } from './progress-bar.js';
import { printJson } from './terminal.js';
import { readInputFile } from './read-input-file.js';
import type { UncoveredPolicy } from './uncovered-periods.js';

export const importCommand = defineCommand({
  name: 'import',
  description: "Import figures from publishers' files into an indicator, as its next edition.",
  examples: ['import migr_eirfs.tsv --indicator=eurostat-refused-entry --dry-run'],
  args: {
    file: {
      type: 'positional',
      required: true,
      multiple: true,
      description: 'File to import, and further files of the same edition.',
    },
    indicator: { type: 'string', required: true, description: 'Slug of the indicator.' },
    publisher: {
      type: 'string',
      description: 'Publisher that defines the names of areas, if the file does not name one.',
    },
    sheet: { type: 'string', description: 'Sheet of the workbook, or member of the archive.' },
    mapping: { type: 'string', description: 'YAML file that maps the columns.' },
    dimension: {
      type: 'string',
      multiple: true,
      description: 'name=code: import only rows with this code. Can be repeated.',
    },
    add: {
      type: 'string',
      multiple: true,
      description: 'Dimension whose codes are added up. Can be repeated.',
    },
    group: {
      type: 'string',
      multiple: true,
      description: 'code=group: read this code as that group, as in EUU=EU28. Can be repeated.',
    },
    'add-codes': {
      type: 'boolean',
      former: 'take-codes',
      description: 'Add codes of the file to the dimensions of the indicator.',
    },
    period: { type: 'string', description: 'Period of all figures, if the file does not state it.' },
    source: { type: 'string', description: 'Slug of the source (default: the first source that the indicator cites).' },
    licence: { type: 'string', description: 'Terms of reuse (default: those of the publisher).' },
    retrieved: {
      type: 'string',
      description: 'Date of the download (default: the date of the last change of the file).',
    },
    'dry-run': { type: 'boolean', description: 'Read and compare, and write nothing.' },
    accept: {
      type: 'string',
      multiple: true,
      description:
        'CODE=n: accept exactly n figures with this problem; can be repeated. Unreadable figures are omitted; with GROUP_SUM, group totals that differ from the sum of their members are imported as published.',
    },
    'skip-areas': { type: 'string', description: 'unknown: skip areas that are not in the knowledge base.' },
    uncovered: {
      type: 'string',
      description: 'keep or drop: whether to keep figures for periods that the files do not cover.',
    },
    'accept-older': acceptOlderFlag,
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const paths = args.file;
    const mapping = args.mapping === undefined ? null : await readMappingFile(args.mapping);
    const dimensions = parsePairs(args.dimension, 'name=code, as in --dimension sex=F');
    const groups = parsePairs(args.group, 'code=group, as in --group EUU=EU28');
    const accept = parseAccepted(args.accept);
    const retrievedOn = args.retrieved ?? lastModifiedDay(paths);
    if (!isDay(retrievedOn)) throw usage(`"${retrievedOn}" is not a date; write YYYY-MM-DD.`);
    await using database = await openDatabase(config);
    const format = 'reading {bar} {percentage}% | {value} rows';
    const bar = startProgressBar(format, terminal.isInteractive && !args.json);
    const outcome = await importFigures(database, {
      paths,
      indicator: args.indicator,
      publisher: args.publisher ?? null,
      sheet: args.sheet ?? null,
      mapping,
      dimensions,
      add: args.add,
      groups,
      addsNewCodes: args['add-codes'],
      period: args.period ?? null,
      source: args.source ?? null,
      licence: args.licence ?? null,
      retrievedOn,
      uncovered: parseUncovered(args.uncovered),
      acceptsOlder: args['accept-older'],
      dryRun: args['dry-run'],
      accept,
      skipsUnknownAreas: parseSkipAreas(args['skip-areas']),
      // If the size is unknown, the bar shows only the number of rows.
      progress: (rows, share) => bar.update(rows, share === null || share === 0 ? Infinity : rows / share),
    }).finally(bar.stop);
    if (args.json) printJson(terminal, outcome);
    else terminal.out(formatImport(outcome));
    return outcome.outcome === 'REFUSED' ? EXIT_CODES.problems : EXIT_CODES.done;
  },
});

async function readMappingFile(path: string): Promise<Mapping> {
  const text = readInputFile(path, MAX_TEXT_BYTES);
  return withFileName(basename(path), async () => parseMappingFile(text));
}

/** Parses repeated values such as "name=code". The part after the first "=" may contain another one. */
function parsePairs(texts: readonly string[], form: string): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const index = text.indexOf('=');
      if (index < 1) throw usage(`"${text}" is not of the form ${form}.`);
      return [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    }),
  );
}

/** Parses repeated "CODE=n" values, such as "VALUE_INVALID=3". */
function parseAccepted(texts: readonly string[]): Map<AcceptableCode, number> {
  return new Map(
    texts.map((text) => {
      const [, name = '', count = ''] = /^(\w+)=(\d{1,9})$/.exec(text) ?? [];
      if (name === '') throw usage(`"${text}" is not of the form CODE=n, as in --accept VALUE_INVALID=3.`);
      const named = parseAcceptableCode(name);
      if ('tip' in named) throw usage(`"${name}" is not a code that can be accepted; ${named.tip}`);
      return [named.code, Number(count)];
    }),
  );
}

function parseSkipAreas(value: string | undefined): boolean {
  if (value !== undefined && value !== 'unknown')
    throw usage(`"${value}" areas cannot be skipped; only "unknown" can.`);
  return value !== undefined;
}

function parseUncovered(value: string | undefined): UncoveredPolicy {
  if (value === undefined || value === 'keep' || value === 'drop') return value ?? null;
  throw usage(`"${value}" is neither "keep" nor "drop".`);
}

function lastModifiedDay(paths: readonly string[]): string {
  const days = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date());
  return days
    .reduce((a, b) => (a > b ? a : b))
    .toISOString()
    .slice(0, 10);
}

function usage(message: string): AppError {
  return new AppError('USAGE', message);
}
