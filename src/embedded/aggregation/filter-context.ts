import type { StringOrder } from '../bson/compare.js';
import type { Doc } from '../bson/values.js';
import type { FilterContext } from '../query/filter.js';
import { compileExpression, isTrue, newScope } from './expression.js';

/** What a filter needs to evaluate `$expr`. */
export function filterContext(options: {
  order?: StringOrder | undefined;
  variables?: Doc | undefined;
}): FilterContext {
  return {
    order: options.order,
    expression: (expression) => {
      const evaluate = compileExpression(expression);
      return (doc) => isTrue(evaluate(newScope(doc, options.variables)));
    },
  };
}
