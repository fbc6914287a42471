import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { CompileContext } from './compile-expression.js';
import { asExpressions, settledVariables } from './compile-expression.js';
import { compilePipeline, readStage } from './pipeline.js';
import { STAGES } from './stages.js';

const ALLOWED = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/**
 * Compiles the pipeline of an update into a function over one document.
 *
 * @param variables expressions over nothing
 */
export function compilePipelineUpdate(
  stages: readonly Value[],
  variables: Doc,
  options: Pick<CompileContext, 'order' | 'now'> = {},
): (doc: Doc) => Doc {
  const now = options.now ?? new Date();
  for (const stage of stages) {
    const { name } = readStage(stage);
    if (!ALLOWED.has(name))
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const run = compilePipeline(stages, {
    order: options.order,
    variables: settledVariables(variables, { order: options.order, now }),
    now,
    stages: STAGES,
    collection: () => {
      throw new CommandError('InvalidOptions', 'an update reads no other collection');
    },
  });
  return (doc) => {
    for (const made of run([doc])) if (made) return made;
    return doc;
  };
}

/** Values that are taken as they are, as the variables of a pipeline. */
export function literals(variables: Doc): Doc {
  return asExpressions(variables);
}
