import { AppError } from '../errors.js';
import { overwritten } from '../records/plan.js';
import { checkPlanId, planFolder } from '../content/plan-folder.js';
import { applyPlan, summaryOf } from '../content/seed-folder.js';
import { command, EXIT, jsonArg } from './command.js';
import { openDatabase } from './database.js';
import { planAsData } from './print-plan.js';
import { reportProblems } from './print-problems.js';
import { printJson } from './terminal.js';

/** Plans, then carries the plan out as one batch. */
export const seed = command({
  name: 'seed',
  description: 'Bring the database to what the content folder says, all of it or nothing.',
  args: {
    plan: { type: 'positional', required: false, description: 'The plan to carry out, as "signpost plan" printed it.' },
    dir: { type: 'string', description: 'The content folder; SEED_DIR unless given.' },
    prune: { type: 'boolean', description: 'Retire entries that are not in the folder.' },
    json: jsonArg,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config);
    const prune = args.prune ?? args.plan?.endsWith('-prune') ?? false;
    const planned = await planFolder(args.dir ?? config.seedDir, database, prune);
    if (args.plan !== undefined) checkPlanId(args.plan, planned);
    const { plan, content } = planned;
    if (plan === null) return reportProblems(terminal, content, args.json);
    const undone = args.plan === undefined ? overwritten(plan) : [];
    if (undone.length > 0) {
      const names = undone.map(({ kind, slug }) => `${kind.folder}/${slug}`).join(', ');
      const tip =
        '"signpost export" brings that into the files; "signpost plan" shows it, and its plan can be carried out.';
      throw new AppError('PLAN_MOVED', `The files would undo what was edited in the database: ${names}. ${tip}`);
    }
    for (const { kind, slug, usedBy } of plan.entries) {
      if (usedBy.length > 0)
        terminal.err(`warning: ${kind.folder}/${slug} is retired, but ${usedBy.length} link to it`);
    }
    const sequence = await applyPlan(plan, database, 'seed');
    if (args.json) printJson(terminal, { ...planAsData(planned, plan), sequence });
    else terminal.out(`${summaryOf(plan)}${sequence === null ? '; nothing to do' : `; change ${sequence}`}.`);
    return EXIT.done;
  },
});
