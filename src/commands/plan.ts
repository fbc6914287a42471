import { planFolder } from '../content/plan-folder.js';
import { defineCommand, EXIT, jsonArg } from './command.js';
import { openDatabase } from '../open-database.js';
import { planWarnings } from './missing-required-fields.js';
import { warnOfImmediatePublication } from './publish-time-warnings.js';
import { planAsData, printPlan } from './print-plan.js';
import { pruneArg, readPrune } from './prune.js';
import { reportProblems } from './print-problems.js';
import { printJson } from './terminal.js';

export const plan = defineCommand({
  name: 'plan',
  description: 'Show which entries seeding would create, change and retire, and write nothing.',
  examples: ['plan', 'plan --prune'],
  args: {
    dir: { type: 'positional', description: 'Content folder (default: CONTENT_DIR).' },
    prune: pruneArg,
    json: jsonArg,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config, { reads: 'CURRENT' });
    const planned = await planFolder(args.dir ?? config.seedDir, database, readPrune(args.prune) !== 'NONE');
    if (planned.plan === null) return reportProblems(terminal, planned.content, args.json);
    const { model, store } = database;
    const gaps = await planWarnings(model, store, planned.plan.others);
    const warnings = [...gaps, ...(await warnOfImmediatePublication(planned.plan, store))];
    for (const warning of args.json ? [] : warnings) terminal.err(`warning: ${warning}`);
    if (args.json) printJson(terminal, { ...planAsData(planned, planned.plan), warnings });
    else terminal.out(printPlan(planned, planned.plan));
    return EXIT.done;
  },
});
