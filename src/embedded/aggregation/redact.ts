import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { compileDecision, newScope } from './expression.js';
import type { StageCompiler } from './stages.js';
import { mapped } from './stream.js';

/** `$redact`: keeps, cuts or goes into each document within a document. */
export const redact: StageCompiler = (operand, context) => {
  const evaluate = compileDecision(operand, context);
  const visit = (doc: Doc, root: Doc): Doc | undefined => {
    const decision = evaluate({ ...newScope(root, context.variables), current: doc });
    if (decision === '$$KEEP') return doc;
    if (decision === '$$PRUNE') return undefined;
    if (decision !== '$$DESCEND')
      throw new CommandError('Location17053', '$redact must resolve to $$KEEP, $$PRUNE or $$DESCEND');
    const result: Doc = {};
    for (const [name, value] of Object.entries(doc)) {
      const kept = isDoc(value) ? visit(value, root) : Array.isArray(value) ? items(value, root) : value;
      if (kept !== undefined) result[name] = kept;
    }
    return result;
  };
  const items = (list: Value[], root: Doc): Value[] =>
    list.flatMap((item) =>
      isDoc(item) ? (visit(item, root) ?? []) : Array.isArray(item) ? [items(item, root)] : [item],
    );
  return (input) => mapped(input, (doc) => visit(doc, doc));
};
