import { lookup } from 'node:dns/promises';
import { loadContent, type RecordRecipe } from '../content/load-content.js';
import { AppError } from '../errors.js';
import { kindModules } from '../kinds/index.js';
import { withSuggestion } from '../model/closest-match.js';
import { formatDay } from '../model/iso-date.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { acceptOlderFlag } from './older-edition-check.js';
import { formatImport } from './format-import.js';
import { optionsToRecipeFields } from './options-to-recipe-fields.js';
import { refreshFigures, type RefreshResult } from './refresh-figures.js';
import { printJson } from './terminal.js';

const LIMITS = { timeoutMs: 120_000, maxBytes: 100 * 1024 ** 2, pauseMs: 500 };

/** Downloads the next vintages of figures by their recipes. */
export const refreshCommand = defineCommand({
  name: 'refresh',
  description: 'Download the next editions of figures by their recipes, and show the changes.',
  examples: ['refresh', 'refresh eurostat-refused-entry --apply'],
  args: {
    slug: { type: 'positional', multiple: true, description: 'Indicators (default: all with a recipe).' },
    apply: { type: 'boolean', description: 'Import the next editions (default: only compare them).' },
    'accept-lost': {
      type: 'string',
      description:
        'n: accept that the next edition lacks exactly n figures that the newest one has, for periods that it covers. Name one indicator.',
    },
    'accept-older': acceptOlderFlag,
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config);
    const { recipes, problems } = await loadContent(config.seedDir, { model: database.model, modules: kindModules });
    const broken = problems.filter(({ file, code }) => {
      return file?.endsWith('.recipe.yaml') || code === 'FILE_UNREADABLE';
    });
    for (const { file, line, column, message } of broken) terminal.err(`${file}:${line}:${column}: ${message}`);
    const chosen = selectRecipes(recipes, args.slug);
    const acceptedLostCount = parseAcceptLost(args['accept-lost'], chosen);
    const refreshed = await refreshFigures(database, chosen, {
      ...LIMITS,
      userAgent: 'signpost-refresh',
      allowed: [],
      allowsHttp: false,
      apply: args.apply,
      acceptedLostCount,
      acceptsOlder: args['accept-older'],
      today: formatDay(new Date()),
      resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    });
    if (args.json) printJson(terminal, refreshed);
    else if (chosen.length + broken.length === 0) terminal.out('There are no recipes. Nothing was downloaded.');
    else for (const result of refreshed) terminal.out(formatRefreshResult(result));
    return broken.length > 0 || refreshed.some(needsAttention) ? EXIT_CODES.problems : EXIT_CODES.done;
  },
});

/** Selects recipes by slug; all if no slug is given. @throws AppError USAGE for a slug without a recipe */
export function selectRecipes(recipes: readonly RecordRecipe[], slugs: readonly string[]): readonly RecordRecipe[] {
  const recipeSlugs = recipes.map(({ slug }) => slug);
  const unknownSlug = slugs.find((slug) => !recipeSlugs.includes(slug));
  if (unknownSlug !== undefined) {
    throw new AppError(
      'USAGE',
      withSuggestion(`There is no recipe for "${escapeControlCharacters(unknownSlug)}"`, unknownSlug, recipeSlugs),
    );
  }
  return slugs.length === 0 ? recipes : recipes.filter(({ slug }) => slugs.includes(slug));
}

/** Parses `--accept-lost`, which is valid only with exactly one recipe. Returns 0 if absent. @throws AppError USAGE */
function parseAcceptLost(text: string | undefined, { length }: readonly RecordRecipe[]): number {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text))
    throw new AppError('USAGE', `"${escapeControlCharacters(text)}" is not a number of figures.`);
  if (length !== 1) throw new AppError('USAGE', '--accept-lost applies to one indicator. Name it.');
  return Number(text);
}

/** Formats the result of refreshing one indicator for users. */
export function formatRefreshResult({ slug, url, problem, outcome }: RefreshResult): string {
  const lines = [escapeControlCharacters(`${slug}: ${url}`)];
  if (outcome !== null) lines.push(formatImport(outcome));
  const advice = outcome?.options ? optionsToRecipeFields(outcome.options) : null;
  if (advice !== null) lines.push(escapeControlCharacters(`In the recipe: ${advice}`));
  if (problem !== null) lines.push(`  ${escapeControlCharacters(problem)}`);
  return lines.join('\n');
}

function needsAttention({ problem, outcome }: RefreshResult): boolean {
  return problem !== null || outcome?.outcome === 'REFUSED' || (outcome?.claims.length ?? 0) > 0;
}
