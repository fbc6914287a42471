import { loadContent } from '../content/load-content.js';
import { kindModules } from '../kinds/index.js';
import { formatDay } from '../model/iso-date.js';
import { loadModel } from '../model/load-model.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { selectContent } from './select-content.js';
import { writeEditorSchemas } from './editor-schemas.js';
import { listPastTimeWarnings } from './publish-time-warnings.js';
import { formatCount, formatProblems } from './format-problems.js';
import { listOverdueReviewWarnings } from './review.js';
import { printJson } from './terminal.js';

export const validateCommand = defineCommand({
  name: 'validate',
  description: 'Validate content files and report every problem with its position.',
  examples: ['validate', 'validate seed/leaflets', 'validate seed/leaflets/jits-guidelines.yaml'],
  args: {
    path: { type: 'positional', multiple: true, description: 'Files or folders (default: all content).' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const model = loadModel(config.schemaDir);
    const { root, includes } = selectContent(args.path, config.seedDir, model);
    const content = await loadContent(root, { model, modules: kindModules });
    writeEditorSchemas(root, model, content.records);
    const problems = content.problems.filter(({ file }) => file === null || includes(file));
    const done = problems.length === 0;
    const named = content.records.filter(({ files }) => files.yaml !== null && includes(files.yaml));
    const warnings = [
      ...listPastTimeWarnings(root, named),
      ...listOverdueReviewWarnings(model, named, formatDay(new Date())),
    ];
    for (const sentence of [...content.warnings, ...(args.json ? [] : warnings)]) terminal.err(`warning: ${sentence}`);
    if (args.json) printJson(terminal, { problems, files: content.files, records: content.records.length, warnings });
    else if (done && content.problems.length > 0) {
      terminal.out(
        `No problems in the named files; ${formatCount(content.problems.length, 'problem')} in other files.`,
      );
    } else if (done) {
      terminal.out(
        `${formatCount(content.records.length, 'record')} in ${formatCount(content.files, 'file')}, no problems.`,
      );
    } else {
      terminal.out(formatProblems(problems, terminal.paint));
    }
    return done ? EXIT_CODES.done : EXIT_CODES.problems;
  },
});
