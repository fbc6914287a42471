import { AppError } from '../errors.js';
import { folderKey, pagePath } from '../model/entry-key.js';
import { FILES_AUTHOR } from '../model/files-author.js';
import { previewPath } from '../reading/preview-link.js';
import type { Plan } from '../records/plan.js';
import { overwritten } from '../records/plan.js';
import { checkPlanId, planFolder } from '../content/plan-folder.js';
import { applyPlan, noteSeeding, rememberSeeded, summarisePlan } from '../content/seed-folder.js';
import type { ExitCode } from './command.js';
import { command, EXIT, jsonArg } from './command.js';
import type { Database } from '../open-database.js';
import { openDatabase } from '../open-database.js';
import { writeEditorSchemas } from './editor-schemas.js';
import { notRemembered } from './print-export.js';
import { planAsData, putOffWithout } from './print-plan.js';
import type { Prune } from './prune.js';
import { agreeToPrune, pruneArg, readPrune } from './prune.js';
import { reportProblems } from './print-problems.js';
import type { Terminal } from './terminal.js';
import { printJson } from './terminal.js';
import { whileWatching } from './watch-folder.js';

/** Plans, then applies the plan as one batch. */
export const seed = command({
  name: 'seed',
  description: 'Bring the database to what the content folder says, all of it or nothing.',
  examples: ['seed', 'seed --watch', 'seed 0123456789ab-7'],
  args: {
    plan: { type: 'positional', description: 'The plan to apply, as "npx signpost plan" printed it.' },
    dir: { type: 'string', description: 'The content folder; SEED_DIR unless given.' },
    prune: pruneArg,
    watch: {
      type: 'boolean',
      description:
        'Check and apply again each time that a file is saved, until it is ended; the server shows it at once.',
    },
    json: jsonArg,
  },
  async run({ args, config, terminal, stopSignal }) {
    await using opened = await openDatabase(config);
    const root = args.dir ?? config.seedDir;
    const prune = readPrune(args.prune ?? (args.plan?.endsWith('-prune') ? '' : undefined));
    // Awaited here: the database is closed when this ends.
    if (!args.watch) return await seedOnce(opened, { root, prune, plan: args.plan, terminal, asJson: args.json });

    if (prune !== 'NONE')
      throw new AppError('USAGE', 'What is retired is asked for each time; leave --prune or --watch out.');
    if (args.plan !== undefined) throw new AppError('USAGE', 'A plan is applied once; leave it or --watch out.');
    const site = config.publicUrl ?? `http://${config.host}:${config.port}`;
    terminal.err(`Watching ${root}; Ctrl+C ends it.`);
    const seeding = { root, prune, terminal, asJson: args.json, site };
    let isLost = false;
    await whileWatching(root, stopSignal(), async () => {
      try {
        if (!isLost) return void (await seedOnce(opened, seeding));
        // Its server has gone. One that starts again finds the folder free between two saves.
        await using anew = await openDatabase(config);
        await seedOnce(anew, seeding);
      } catch (error) {
        // What can be told is mended by the next save.
        if (!(error instanceof AppError)) throw error;
        const isGone = error.code === 'DATABASE_UNREACHABLE';
        isLost ||= isGone;
        terminal.err(isGone ? `${error.message} It is asked again when a file is saved.` : error.message);
      }
    });
    return EXIT.done;
  },
});

interface Seeding {
  root: string;
  prune: Prune;
  plan?: string;
  terminal: Terminal;
  asJson?: boolean;
  /** Where a server shows the entries; their addresses are printed then. */
  site?: string;
}

async function seedOnce(database: Database, seeding: Seeding): Promise<ExitCode> {
  const { root, prune, terminal, asJson, site } = seeding;
  const planned = await planFolder(root, database, prune !== 'NONE');
  writeEditorSchemas(root, database.model, planned.content.records);
  if (seeding.plan !== undefined) checkPlanId(seeding.plan, planned);
  const { plan, content } = planned;
  if (plan === null) return reportProblems(terminal, content, asJson);
  const undone = seeding.plan === undefined ? overwritten(plan) : [];
  if (undone.length > 0) {
    const names = undone.map(({ kind, slug }) => folderKey(kind, slug)).join(', ');
    const tip =
      'Run "npx signpost export": it brings these edits into the files and shows the fields that both changed.';
    throw new AppError('PLAN_MOVED', `The files would undo what was edited in the database: ${names}. ${tip}`);
  }
  const asked = { prune, root, isNamed: seeding.plan !== undefined, terminal, asJson: asJson ?? false };
  if (!(await agreeToPrune(plan, asked))) {
    terminal.err('Nothing was written.');
    return EXIT.problems;
  }
  for (const sentence of content.givingWay) terminal.err(`warning: ${sentence}`);
  for (const { kind, slug, usedBy } of plan.entries) {
    if (usedBy.length > 0)
      terminal.err(`warning: ${folderKey(kind, slug)} is retired, but ${usedBy.length} link to it`);
  }
  await noteSeeding(root, plan, database);
  for (const entry of plan.entries) {
    const told = putOffWithout(entry);
    if (told !== null) terminal.err(`warning: ${folderKey(entry.kind, entry.slug)}: ${told}`);
  }
  const sequence = await applyPlan(plan, database, FILES_AUTHOR);
  if (!(await rememberSeeded(root, plan, database))) terminal.err(`warning: ${notRemembered(root)}`);
  if (asJson) printJson(terminal, { ...planAsData(planned, plan), sequence });
  else terminal.out(`${summarisePlan(plan)}${sequence === null ? '; nothing to do' : `; change ${sequence}`}.`);
  if (site !== undefined && !asJson) await printAddresses(plan, { site, database, terminal });
  return EXIT.done;
}

/** The most entries whose addresses are printed: whoever writes looks at what was just saved. */
const MOST_ADDRESSES = 10;

/** Where what changed is seen: an entry on its page, a draft by a link that holds for a day. */
async function printAddresses(
  { entries }: Plan,
  { site, database, terminal }: { site: string; database: Database; terminal: Terminal },
): Promise<void> {
  const changed = entries.filter(({ operation }) => operation === 'CREATE' || operation === 'CHANGE');
  const { secrets } = database.store;
  for (const { kind, slug, submission } of changed.slice(0, MOST_ADDRESSES)) {
    const isDraft = submission?.status === 'DRAFT';
    const path = isDraft ? await previewPath({ kind, slug }, { secrets, now: new Date() }) : pagePath(kind, slug);
    terminal.out(`  ${isDraft ? 'draft' : 'see  '}  ${site}${path}`);
  }
}
