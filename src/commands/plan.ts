import { planFolder } from '../content/plan-folder.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { listSchemaWarnings } from './schema-warnings.js';
import { listPublicationWarnings } from './publish-time-warnings.js';
import { planToJson, formatPlan } from './format-plan.js';
import { pruneOption, parsePruneLimit } from './prune.js';
import { reportProblems } from './format-problems.js';
import { printJson } from './terminal.js';

export const planCommand = defineCommand({
  name: 'plan',
  description: 'Show which entries seeding would create, change and retire, and write nothing.',
  examples: ['plan', 'plan --prune'],
  args: {
    dir: { type: 'positional', description: 'Content folder (default: CONTENT_DIR).' },
    prune: pruneOption,
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config, { readOnly: 'CURRENT' });
    const planned = await planFolder(args.dir ?? config.seedDir, database, parsePruneLimit(args.prune) !== 'NONE');
    if (planned.plan === null) return reportProblems(terminal, planned.content, args.json);
    const { model, store } = database;
    const gaps = await listSchemaWarnings(model, store, planned.plan.others);
    const warnings = [...gaps, ...(await listPublicationWarnings(planned.plan, store))];
    for (const warning of args.json ? [] : warnings) terminal.err(`warning: ${warning}`);
    if (args.json) printJson(terminal, { ...planToJson(planned, planned.plan), warnings });
    else terminal.out(formatPlan(planned, planned.plan));
    return EXIT_CODES.done;
  },
});
