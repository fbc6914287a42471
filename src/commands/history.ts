import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import { escapeControlCharacters } from '../records/message-text.js';
import type { RevisionSummary } from '../store/change-log.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { entryArgument, requireEntry } from './change-entry.js';
import { printJson } from './terminal.js';

const DEFAULT_COUNT = '20';

export const historyCommand = defineCommand({
  name: 'history',
  description: 'Show the history of an entry, newest first: revision, author, time and reason.',
  examples: ['history leaflets/jits-guidelines', 'history leaflets/jits-guidelines --first=100'],
  args: {
    entry: entryArgument,
    first: {
      type: 'string',
      valueHint: 'number',
      description: `Maximum number of revisions (default: ${DEFAULT_COUNT}).`,
    },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const { first = DEFAULT_COUNT } = args;
    if (!/^[1-9]\d{0,4}$/.test(first)) throw new AppError('USAGE', `--first must be a number from 1, not "${first}".`);
    await using database = await openDatabase(config, { readOnly: 'AS_IS' });
    const { kind, slug, entry } = await requireEntry(database, args.entry);
    const revisions: RevisionSummary[] = [];
    const visit = (state: RevisionSummary) => revisions.push(state) < Number(first);
    await database.store.log.walkBack([
      { kind: kind.name, slug, fromRevision: entry.revision, expectedCount: Number(first), visit },
    ]);
    if (args.json) {
      printJson(terminal, { entry: folderKey(kind, slug), revisions });
    } else {
      for (const revision of revisions) terminal.out(asLine(revision, slug));
    }
    return EXIT_CODES.done;
  },
});

function asLine({ revision, at, action, status, author, message, slug: past }: RevisionSummary, slug: string): string {
  const lineParts = [
    String(revision).padStart(4),
    at.toISOString().slice(0, 16).replace('T', ' '),
    action.padEnd(9),
    status.padEnd(9),
    (message.startsWith(`${author}: `) ? message : [author, message].filter((part) => part !== '').join(': ')) +
      (past === slug ? '' : ` (as ${past})`),
  ];
  return escapeControlCharacters(lineParts.join('  ')).trimEnd();
}
