import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { CompileContext } from './compile-expression.js';
import { compileExpression, newScope } from './compile-expression.js';
import type { Stream } from './stream.js';

/** `$documents`: the documents of a list, which may itself be what an expression gives. */
export function documents(operand: Value, context: CompileContext): Stream {
  const evaluate = compileExpression(operand, context);
  return items(() => evaluate(newScope({}, context.variables)));
}

function* items(evaluate: () => Value | undefined): Generator<Doc> {
  const list = evaluate();
  if (!Array.isArray(list)) {
    throw new CommandError('Location5858203', `an array is expected for $documents, found: ${typeName(list)}`);
  }
  for (const item of list) {
    if (!isDoc(item)) throw notADocument("'newRoot' expression", item);
    yield item;
  }
}

/** The error for what cannot take the place of a document. */
export function notADocument(what: string, value: Value | undefined): CommandError {
  return new CommandError(
    'Location40228',
    `${what} must evaluate to an object, but resulting value was of type: ${typeName(value)}`,
  );
}

/** The operand of the `$documents` that a pipeline without a collection begins with; nothing when it does not. */
export function leadingDocuments(pipeline: readonly Value[]): Value | undefined {
  const [first] = pipeline;
  return isDoc(first) && Object.keys(first).length === 1 ? first.$documents : undefined;
}
