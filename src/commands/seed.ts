import { AppError } from '../errors.js';
import { folderKey, pagePath } from '../model/entry-key.js';
import { parseAuthor } from './resolve-author.js';
import { listPublicationWarnings } from './publish-time-warnings.js';
import { newestSubmission } from '../records/planned-draft.js';
import { SEED_AUTHOR } from '../model/seed-author.js';
import { previewPath } from '../reading/preview-link.js';
import { overwrittenEntries, type SyncPlan } from '../records/sync-plan.js';
import { parseFolderList } from '../content/content-folders.js';
import { checkPlanId, planFolder } from '../content/plan-folder.js';
import { applyPlan, recordPendingSeed, saveMergeBases, summarisePlan } from '../content/seed-database.js';
import { defineCommand, EXIT_CODES, type ExitCode, jsonFlag } from './command.js';
import { type DatabaseHandle, openDatabase } from '../open-database.js';
import { writeEditorSchemas } from './editor-schemas.js';
import { unrecordedSyncWarning } from './format-export.js';
import { planToJson, describePostponed } from './format-plan.js';
import { confirmPrune, parsePruneLimit, type PruneLimit, pruneOption } from './prune.js';
import { reportProblems } from './format-problems.js';
import { printJson, type Terminal } from './terminal.js';
import { watchFolder } from './watch-folder.js';

export const seedCommand = defineCommand({
  name: 'seed',
  description: 'Import the content folder into the database, completely or not at all.',
  examples: ['seed', 'seed --watch', 'seed 0123456789ab-7', 'seed --author=Ana --message=translated'],
  args: {
    plan: { type: 'positional', description: 'Plan to apply, as "npx signpost plan" printed it.' },
    dir: { type: 'string', description: 'Content folder (default: CONTENT_DIR).' },
    prune: pruneOption,
    author: { type: 'string', former: 'by', valueHint: 'name', description: 'Author in the history (default: seed).' },
    message: {
      type: 'string',
      valueHint: 'why',
      description: 'Reason, recorded in the history (default: a count of the changes).',
    },
    watch: {
      type: 'boolean',
      description: 'Check and import again each time a file is saved, until you press Ctrl+C.',
    },
    json: jsonFlag,
  },
  async run({ args, config, terminal, stopSignal }) {
    await using opened = await openDatabase(config);
    const root = args.dir ?? config.seedDir;
    const prune = parsePruneLimit(args.prune ?? (args.plan?.endsWith('-prune') ? '' : undefined));
    const author = args.author === undefined ? SEED_AUTHOR : parseAuthor(args.author, '--author');
    const site = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const seeding = { root, prune, author, message: args.message, terminal, asJson: args.json, site };
    // Awaited here, because returning closes the database.
    if (!args.watch) return await seedOnce(opened, { ...seeding, plan: args.plan });

    if (prune !== 'NONE') throw new AppError('USAGE', '--prune asks each time. Use it without --watch.');
    if (args.plan !== undefined) throw new AppError('USAGE', 'A plan is applied once. Use it without --watch.');
    terminal.err(`Watching ${root}. Press Ctrl+C to stop.`);
    const watched = { ...seeding, showsPages: true };
    let reopensDatabase = false;
    const work = async () => {
      try {
        if (!reopensDatabase) return void (await seedOnce(opened, watched));
        // The server that ran the database has stopped. Opens it only while seeding, so as not to block others.
        await using reopened = await openDatabase(config);
        await seedOnce(reopened, watched);
      } catch (error) {
        // Prints the error and continues, because the next save may fix it.
        if (!(error instanceof AppError)) throw error;
        const isRemoved = error.code === 'DATABASE_UNREACHABLE';
        reopensDatabase ||= isRemoved;
        terminal.err(isRemoved ? `${error.message} You will be prompted again when a file is saved.` : error.message);
      }
    };
    const signal = stopSignal();
    let last = Promise.resolve();
    const next = () => (last = last.then(work));
    await Promise.all(parseFolderList(root).map((folder) => watchFolder(folder, signal, next)));
    return EXIT_CODES.done;
  },
});

interface SeedOptions {
  root: string;
  prune: PruneLimit;
  author: string;
  message: string | undefined;
  plan?: string | undefined;
  terminal: Terminal;
  asJson: boolean;
  /** Origin of page URLs. */
  site: string;
  /** Whether to print the URLs of public pages too, not only of drafts. */
  showsPages?: boolean;
}

async function seedOnce(database: DatabaseHandle, options: SeedOptions): Promise<ExitCode> {
  const { root, prune, author, message, terminal, asJson } = options;
  const planned = await planFolder(root, database, prune !== 'NONE');
  writeEditorSchemas(root, database.model, planned.content.records);
  if (options.plan !== undefined) checkPlanId(options.plan, planned);
  const { plan, content } = planned;
  if (plan === null) return reportProblems(terminal, content, asJson);
  const overwritten = options.plan === undefined ? overwrittenEntries(plan) : [];
  if (overwritten.length > 0) {
    const names = overwritten.map(({ kind, slug }) => folderKey(kind, slug)).join(', ');
    const tip = 'Run "npx signpost export" to write these edits into the files and see the fields that both changed.';
    throw new AppError('PLAN_MOVED', `The files would undo edits in the database: ${names}. ${tip}`);
  }
  const pruning = { prune, root, isPlanNamed: options.plan !== undefined, terminal, asJson };
  if (!(await confirmPrune(plan, pruning))) {
    terminal.err('Nothing was written.');
    return EXIT_CODES.problems;
  }
  for (const sentence of content.warnings) terminal.err(`warning: ${sentence}`);
  for (const { kind, slug, usedBy } of plan.entries) {
    if (usedBy.length > 0)
      terminal.err(`warning: ${folderKey(kind, slug)} is retired, but ${usedBy.length} link to it`);
  }
  await recordPendingSeed(root, plan, database);
  for (const entry of plan.entries) {
    const description = describePostponed(entry);
    if (description !== null) terminal.err(`warning: ${folderKey(entry.kind, entry.slug)}: ${description}`);
  }
  for (const warning of await listPublicationWarnings(plan, database.store)) terminal.err(`warning: ${warning}`);
  const sequence = await applyPlan(plan, database, author, message);
  if (!(await saveMergeBases(root, plan, database))) terminal.err(`warning: ${unrecordedSyncWarning(root)}`);
  const pageUrls = await listPageUrls(plan, database, options);
  if (asJson) {
    const previews = pageUrls.flatMap(({ entry, url, isDraft }) => (isDraft ? { entry, url } : []));
    printJson(terminal, { ...planToJson(planned, plan), sequence, previews });
    return EXIT_CODES.done;
  }
  terminal.out(`${summarisePlan(plan)}${sequence === null ? '; nothing to do' : `; change ${sequence}`}.`);
  for (const { url, isDraft } of pageUrls) terminal.out(`  ${isDraft ? 'draft' : 'see  '}  ${url}`);
  return EXIT_CODES.done;
}

/** Maximum number of page URLs to print after a seed. */
const MAX_PAGE_URLS = 10;

/** Returns the page URLs of changed entries. Drafts have preview links. */
async function listPageUrls(
  { entries }: SyncPlan,
  { store: { secrets } }: DatabaseHandle,
  { site, showsPages = false }: SeedOptions,
): Promise<{ entry: string; url: string; isDraft: boolean }[]> {
  const changed = entries
    .filter(({ operation }) => operation === 'CREATE' || operation === 'CHANGE')
    .map(({ kind, slug, submission }) => ({
      kind,
      slug,
      isDraft: submission !== null && newestSubmission(submission).status === 'DRAFT',
    }))
    .filter(({ isDraft }) => isDraft || showsPages);
  return Promise.all(
    changed.slice(0, MAX_PAGE_URLS).map(async ({ kind, slug, isDraft }) => {
      const path = isDraft ? await previewPath({ kind, slug }, { secrets, now: new Date() }) : pagePath(kind, slug);
      return { entry: folderKey(kind, slug), url: `${site}${path}`, isDraft };
    }),
  );
}
