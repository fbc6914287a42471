import { BSONRegExp } from 'bson';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, UndefinedValue } from '../bson/values.js';
import type { FilterContext } from '../query/filter.js';
import type { CompileContext } from './compile-expression.js';
import { compileExpression, newScope, settledVariables } from './compile-expression.js';
import { isTrue } from './expression.js';

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
      return {
        test: (doc) => isTrue(evaluate(newScope(doc, context.variables))),
        equalities: [...equalities(expression, context)],
      };
    },
  };
}

/** The fields that an expression compares with a value that is known before any document, so that an index may help. */
function* equalities(
  expression: Value,
  context: CompileContext & { variables: Doc | undefined },
): Generator<[name: string, value: Value]> {
  if (!isDoc(expression)) return;
  if (Array.isArray(expression.$and)) for (const part of expression.$and) yield* equalities(part, context);
  if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return;
  for (const [field, operand] of [expression.$eq, expression.$eq.toReversed()] as [Value, Value][]) {
    if (typeof field !== 'string' || !/^\$[^$]/.test(field) || !isKnown(operand, context.variables)) continue;
    const value = compileExpression(operand, context)(newScope({}, context.variables));
    // what a filter takes in another sense than an expression is left to the expression
    const isPlain = !(value instanceof BSONRegExp) && !(value instanceof UndefinedValue) && !Array.isArray(value);
    if (value !== undefined && value !== null && isPlain) yield [field.slice(1), value];
  }
}

function isKnown(operand: Value, variables: Doc | undefined): boolean {
  if (typeof operand !== 'string') return !isDoc(operand) && !Array.isArray(operand);
  const variable = /^\$\$([^.]+)/.exec(operand)?.[1];
  return variable === undefined ? !operand.startsWith('$') : Object.hasOwn(variables ?? {}, variable);
}
