import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import { diffRecords } from '../records/diff.js';
import { findRevision } from '../records/entry-command.js';
import { defineCommand, EXIT, jsonArg } from './command.js';
import { openDatabase } from '../open-database.js';
import { entryArg, requireEntry, readRevision } from './change-entry.js';
import { printChange } from './print-plan.js';
import { printJson } from './terminal.js';

export const diff = defineCommand({
  name: 'diff',
  description: 'Show the changes between two revisions of an entry, field by field and word by word.',
  examples: ['diff leaflets/jits-guidelines', 'diff leaflets/jits-guidelines 3', 'diff leaflets/jits-guidelines 3 5'],
  args: {
    entry: entryArg,
    from: { type: 'positional', description: 'Earlier revision (default: the one before the later revision).' },
    to: { type: 'positional', description: 'Later revision (default: the newest).' },
    json: jsonArg,
  },
  async run({ args, config, terminal }) {
    const [earlier, later] = [args.from, args.to].map((text) =>
      text === undefined ? null : readRevision(text, 'A revision'),
    );
    await using database = await openDatabase(config, { reads: 'AS_IS' });
    const { kind, slug, entry } = await requireEntry(database, args.entry);
    const to = later ?? entry.revision;
    const from = earlier ?? Math.max(to - 1, 1);
    const find = async (revision: number) => {
      const found = await findRevision(database, entry, revision);
      if (found) return found;
      const name = folderKey(kind, slug);
      throw new AppError(
        'NOT_FOUND',
        `${name} has no revision ${revision}; "npx signpost history ${name}" lists them.`,
      );
    };
    const [before, after] = [await find(from), await find(to)];
    const headers = (['slug', 'status', 'originalLocale'] as const).flatMap((path) =>
      before[path] === after[path] ? [] : [{ path, before: before[path], after: after[path], words: null, at: [] }],
    );
    const changes = [...headers, ...diffRecords(database.model, kind, before.record, after.record)];
    if (args.json) {
      const printed = changes.map(({ at: _, ...change }) => change);
      printJson(terminal, { entry: folderKey(kind, slug), from, to, changes: printed });
    } else {
      terminal.out(
        `${folderKey(kind, slug)}, revision ${from} to ${to}${changes.length === 0 ? ': no difference' : ''}`,
      );
      for (const change of changes) terminal.out(`    ${printChange(change)}`);
    }
    return EXIT.done;
  },
});
