import { toDecodedName, toBsonName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { checkFieldPath } from '../query/check-field-path.js';
import type { AccessedFields } from '../query/accessed-fields.js';
import { type CompileExpression, type Evaluate, EXPRESSION_OPERATORS } from './expression-operators.js';

/** Compiles an aggregation expression. @throws CommandError 168, 17276 */
export function compileExpression(value: Value, reads: AccessedFields | undefined): Evaluate {
  const compile: CompileExpression = (inner) => compileExpression(inner, reads);
  if (typeof value === 'string') return value.startsWith('$') ? compileReference(value, reads) : () => value;
  if (Array.isArray(value)) {
    const items = value.map(compile);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const [operator, secondName] = Object.keys(value);
  if (operator === undefined || !operator.startsWith('$')) return compileObject(value, compile);
  if (secondName !== undefined) {
    throw new CommandError(
      'Location15983',
      `An object representing an expression must have exactly one field: ${JSON.stringify(value)}`,
    );
  }
  const compileOperator = EXPRESSION_OPERATORS.get(operator);
  if (!compileOperator)
    throw new CommandError('InvalidPipelineOperator', unsupportedMessage(`Unrecognized expression '${operator}'`));
  return compileOperator(value[operator]!, compile);
}

function compileObject(value: Doc, compile: CompileExpression): Evaluate {
  const fields = Object.entries(value).map(([name, expression]) => {
    checkFieldName(toBsonName(name));
    return [name, compile(expression)] as const;
  });
  return (doc) => {
    const result: Doc = {};
    for (const [name, evaluate] of fields) {
      const fieldValue = evaluate(doc);
      if (fieldValue !== undefined) result[name] = fieldValue;
    }
    return result;
  };
}

function checkFieldName(name: string): void {
  if (name === '') throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
  checkFieldPath(name.split('.')[0]! || name);
  if (name.includes('.')) throw new CommandError('Location16412', "FieldPath field names may not contain '.'.");
}

function compileReference(text: string, reads: AccessedFields | undefined): Evaluate {
  if (text.startsWith('$$')) {
    const [variable, ...pathSegments] = text.slice(2).split('.');
    if (variable !== 'ROOT')
      throw new CommandError('Location17276', unsupportedMessage(`Use of undefined variable: ${variable}`));
    reads?.addAll();
    const path = pathSegments.length > 0 ? fieldPath(pathSegments.join('.')) : [];
    return (doc) => pathValue(doc, path, 0);
  }
  const path = fieldPath(text.slice(1));
  reads?.addName(text.slice(1));
  return (doc) => pathValue(doc, path, 0);
}

function fieldPath(text: string): string[] {
  if (text === '') throw new CommandError('Location16872', "'$' by itself is not a valid FieldPath");
  checkFieldPath(text);
  return text.split('.').map(toDecodedName);
}

/** Returns the value at a path in an expression. For an array, returns the list of the values in its documents. */
function pathValue(value: Value | undefined, path: readonly string[], index: number): Value | undefined {
  if (index === path.length) return value;
  if (isDoc(value)) return pathValue(value[path[index]!], path, index + 1);
  if (!Array.isArray(value)) return undefined;
  const values: Value[] = [];
  for (const item of value) {
    // Arrays directly inside arrays are skipped.
    const itemValue = isDoc(item) ? pathValue(item, path, index) : undefined;
    if (itemValue !== undefined) values.push(itemValue);
  }
  return values;
}
