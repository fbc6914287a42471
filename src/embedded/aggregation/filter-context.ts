import type { FilterContext } from '../query/filter.js';
import type { CompileContext } from './expression.js';
import { compileExpression, isTrue, newScope, settledVariables } from './expression.js';

/**
 * What a filter needs to evaluate `$expr`.
 *
 * @param options without `variables` among them, defined or not, the filter outlives the command that made it, like a
 *        validator, and its `$$NOW` is that of each turn
 */
export function filterContext(options: CompileContext): FilterContext {
  const now = options.now ?? ('variables' in options ? new Date() : undefined);
  return {
    order: options.order,
    expression: (expression) => {
      const context = {
        order: options.order,
        variables: settledVariables(options.variables, { ...options, now }),
        now,
      };
      const evaluate = compileExpression(expression, context);
      return (doc) => isTrue(evaluate(newScope(doc, context.variables)));
    },
  };
}
