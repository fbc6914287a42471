import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import { diffRecords } from '../records/diff-records.js';
import { findRevision } from '../records/entry-command.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { entryArgument, requireEntry, parseRevision } from './change-entry.js';
import { formatFieldChange } from './format-plan.js';
import { printJson } from './terminal.js';

export const diffCommand = defineCommand({
  name: 'diff',
  description: 'Show the changes between two revisions of an entry, field by field and word by word.',
  examples: ['diff leaflets/jits-guidelines', 'diff leaflets/jits-guidelines 3', 'diff leaflets/jits-guidelines 3 5'],
  args: {
    entry: entryArgument,
    from: { type: 'positional', description: 'Earlier revision (default: the one before the later revision).' },
    to: { type: 'positional', description: 'Later revision (default: the newest).' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const [earlier, later] = [args.from, args.to].map((text) =>
      text === undefined ? null : parseRevision(text, 'A revision'),
    );
    await using database = await openDatabase(config, { readOnly: 'AS_IS' });
    const { kind, slug, entry } = await requireEntry(database, args.entry);
    const to = later ?? entry.revision;
    const from = earlier ?? Math.max(to - 1, 1);
    const findState = async (revision: number) => {
      const found = await findRevision(database, entry, revision);
      if (found) return found;
      const name = folderKey(kind, slug);
      throw new AppError(
        'NOT_FOUND',
        `${name} has no revision ${revision}; "npx signpost history ${name}" lists them.`,
      );
    };
    const [before, after] = [await findState(from), await findState(to)];
    const headers = (['slug', 'status', 'originalLocale'] as const).flatMap((path) =>
      before[path] === after[path] ? [] : [{ path, before: before[path], after: after[path], words: null, at: [] }],
    );
    const changes = [...headers, ...diffRecords(database.model, kind, before.record, after.record)];
    if (args.json) {
      const printedChanges = changes.map(({ at: _, ...change }) => change);
      printJson(terminal, { entry: folderKey(kind, slug), from, to, changes: printedChanges });
    } else {
      terminal.out(
        `${folderKey(kind, slug)}, revision ${from} to ${to}${changes.length === 0 ? ': no difference' : ''}`,
      );
      for (const change of changes) terminal.out(`    ${formatFieldChange(change)}`);
    }
    return EXIT_CODES.done;
  },
});
