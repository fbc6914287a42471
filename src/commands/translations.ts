import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import { textFields, Translations } from '../reading/translations.js';
import type { Kind, Model } from '../model/model.js';
import type { EntryStore } from '../store/entries.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { countMessages } from '../i18n/messages-for.js';
import { printJson } from './terminal.js';

/** Translation coverage of a kind in a locale. */
interface Coverage {
  kind: string;
  locale: string;
  entries: number;
  /** Number of fully translated entries. */
  complete: number;
  /** Number of partially translated entries. */
  partial: number;
  /** Number of entries with a translation older than its original. */
  stale: number;
  open: { entry: string; missing: readonly string[]; stale: readonly string[] }[];
}

export const translationsCommand = defineCommand({
  name: 'translations',
  description: 'Show how complete the translations are, by kind and language; with --locale, list what is missing.',
  examples: ['translations', 'translations --locale=fr'],
  args: {
    locale: { type: 'string', description: 'Only this language, with every missing or outdated text.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config);
    const { model, store } = database;
    if (args.locale !== undefined && !model.locales.includes(args.locale)) {
      throw new AppError(
        'USAGE',
        `"${args.locale}" is not a language of the content. Use one of ${model.locales.join(', ')}.`,
      );
    }
    const locales = args.locale === undefined ? model.locales : [args.locale];
    const coverage: Coverage[] = [];
    for (const kind of model.kinds) coverage.push(...(await countCoverage(model, store.entries, kind, locales)));
    coverage.push(...locales.map(messageCoverage));
    if (args.json) printJson(terminal, coverage);
    else {
      for (const line of writeTable(coverage, locales)) terminal.out(line);
      if (args.locale !== undefined) for (const line of openLines(coverage)) terminal.out(line);
    }
    return EXIT_CODES.done;
  },
});

async function countCoverage(
  model: Model,
  entries: EntryStore,
  kind: Kind,
  locales: readonly string[],
): Promise<Coverage[]> {
  const counts = locales.map((locale): Coverage => ({
    kind: kind.plural,
    locale,
    entries: 0,
    complete: 0,
    partial: 0,
    stale: 0,
    open: [],
  }));
  for await (const entry of entries.all(kind.name)) {
    if (entry.status === 'RETIRED') continue;
    const found = new Translations(model, entry, 'ADMIN', textFields(kind));
    for (const count of counts) {
      count.entries += 1;
      if (!found.locales.includes(count.locale)) continue;
      const { missing, stale } = found.translationInto(count.locale, []);
      if (missing.length === 0) count.complete += 1;
      else count.partial += 1;
      if (stale.length > 0) count.stale += 1;
      if (missing.length > 0 || stale.length > 0) {
        count.open.push({ entry: folderKey(kind, entry.slug), missing, stale });
      }
    }
  }
  return counts.filter(({ entries }) => entries > 0);
}

/** Returns the translation coverage of the user interface messages. */
function messageCoverage(locale: string): Coverage {
  const { translated, total } = countMessages(locale);
  return { kind: 'site messages', locale, entries: total, complete: translated, partial: 0, stale: 0, open: [] };
}

/** Returns a heading, one line per kind with the numbers of fully + partially translated entries, and a legend. */
function writeTable(coverage: readonly Coverage[], locales: readonly string[]): string[] {
  const kinds = [...new Set(coverage.map(({ kind }) => kind))];
  const width = Math.max(...kinds.map((kind) => kind.length), 4) + 2;
  const rows = kinds.map((kind) => {
    const rowFor = (locale: string) => coverage.find((row) => row.kind === kind && row.locale === locale)!;
    const cells = locales.map((locale) => {
      const { complete, partial, stale } = rowFor(locale);
      return `${complete}${partial > 0 ? `+${partial}` : ''}${stale > 0 ? ` (${stale} stale)` : ''}`;
    });
    return { first: `${kind.padEnd(width)}${String(rowFor(locales[0]!).entries).padStart(8)}`, cells };
  });
  const cellWidth = Math.max(10, ...rows.flatMap(({ cells }) => cells.map(({ length }) => length))) + 2;
  const line = (first: string, cells: readonly string[]) =>
    `${first}${cells.map((cell) => cell.padStart(cellWidth)).join('')}`;
  const heading = line(`${'kind'.padEnd(width)}${'entries'.padStart(8)}`, locales);
  return [
    heading,
    ...rows.map(({ first, cells }) => line(first, cells)),
    'complete, and +begun: every text of the original is there, or some of them',
  ];
}

function openLines(coverage: readonly Coverage[]): string[] {
  return coverage.flatMap(({ open }) =>
    open.flatMap(({ entry, missing, stale }) => [
      entry,
      ...missing.map((path) => `  ${path}  no text`),
      ...stale.map((path) => `  ${path}  older than the original`),
    ]),
  );
}
