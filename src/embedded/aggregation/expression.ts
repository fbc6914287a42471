import { innerName, outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { findOperator } from './operators.js';

/** What an expression is evaluated against. */
export interface Scope {
  root: Value;
  current: Value;
  variables: Readonly<Record<string, Value | undefined>>;
  now: Date;
}

/** Evaluates an expression; `undefined` is a missing value. */
export type Evaluate = (scope: Scope) => Value | undefined;

const NO_VARIABLES = Object.freeze({}) as Readonly<Record<string, Value | undefined>>;

/** The scope of one document. */
export function newScope(root: Value, variables: Doc | undefined = undefined): Scope {
  return { root, current: root, variables: variables ? constants(variables) : NO_VARIABLES, now: startOfTurn() };
}

const evaluated = new WeakMap<Doc, Readonly<Record<string, Value | undefined>>>();

/** The values of `let`, which are expressions over nothing. */
function constants(variables: Doc): Readonly<Record<string, Value | undefined>> {
  let values = evaluated.get(variables);
  if (!values) {
    const scope: Scope = { root: {}, current: {}, variables: NO_VARIABLES, now: startOfTurn() };
    values = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, compileExpression(value)(scope)]),
    );
    evaluated.set(variables, values);
  }
  return values;
}

let turn: Date | undefined;

/** `$$NOW`: the same for everything that is evaluated without a pause. */
function startOfTurn(): Date {
  if (!turn) {
    turn = new Date();
    setImmediate(() => (turn = undefined)).unref();
  }
  return turn;
}

/** The scope with one more variable. */
export function withVariable(scope: Scope, name: string, value: Value | undefined): Scope {
  return { ...scope, variables: { ...scope.variables, [name]: value } };
}

/**
 * Compiles an aggregation expression.
 *
 * @throws CommandError 168 and the like  an operator is unknown or has a wrong operand
 */
export function compileExpression(value: Value): Evaluate {
  if (typeof value === 'string') return value.startsWith('$') ? compileReference(value) : () => value;
  if (Array.isArray(value)) {
    const items = value.map(compileExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const names = Object.keys(value);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) return compileObject(value);
  if (names.length > 1) {
    throw new CommandError(
      'Location15983',
      `An object representing an expression must have exactly one field: ${JSON.stringify(value)}`,
    );
  }
  const compile = findOperator(operator);
  if (!compile) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${operator}'`);
  return compile(value[operator]!, compileExpression);
}

function compileObject(value: Doc): Evaluate {
  const fields = Object.entries(value).map(([name, expression]) => {
    if (outerName(name).includes('.')) {
      throw new CommandError(
        'Location16412',
        `FieldPath field names may not contain '.'. Consider using $getField or $setField.`,
      );
    }
    return [name, compileExpression(expression)] as const;
  });
  return (scope) => {
    const result: Doc = {};
    for (const [name, evaluate] of fields) {
      const made = evaluate(scope);
      if (made !== undefined) result[name] = made;
    }
    return result;
  };
}

/** `$field.path` or `$$variable.path`. */
function compileReference(text: string): Evaluate {
  if (!text.startsWith('$$')) {
    const path = fieldPath(text.slice(1));
    if (path.length === 1) {
      const name = path[0]!;
      return ({ current }) => (isDoc(current) ? current[name] : pathValue(current, path, 0));
    }
    return ({ current }) => pathValue(current, path, 0);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  const path = rest.length > 0 ? fieldPath(rest.join('.')) : [];
  const base = variable(name);
  return path.length === 0 ? base : (scope) => pathValue(base(scope), path, 0);
}

function variable(name: string): Evaluate {
  switch (name) {
    case 'ROOT':
      return ({ root }) => root;
    case 'CURRENT':
      return ({ current }) => current;
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return ({ now }) => now;
    case 'KEEP':
    case 'PRUNE':
    case 'DESCEND':
      return () => `$$${name}`;
    case '':
      throw new CommandError('FailedToParse', 'empty variable names are not allowed');
  }
  if (/^[A-Z]/.test(name)) throw new CommandError('Location17276', `Use of undefined variable: ${name}`);
  return ({ variables }) => {
    if (!Object.hasOwn(variables, name)) throw new CommandError('Location17276', `Use of undefined variable: ${name}`);
    return variables[name];
  };
}

function fieldPath(text: string): string[] {
  const parts = text.split('.');
  if (text === '') throw new CommandError('Location16872', "'$' by itself is not a valid FieldPath");
  if (parts.includes('')) throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
  if (parts.some((part) => part.startsWith('$'))) {
    throw new CommandError(
      'Location16410',
      `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
    );
  }
  return parts.map(innerName);
}

/** The value at a path as expressions see it: through an array, the list of what its documents have there. */
export function pathValue(value: Value | undefined, path: readonly string[], at: number): Value | undefined {
  if (at === path.length) return value;
  if (isDoc(value)) return pathValue(value[path[at]!], path, at + 1);
  if (!Array.isArray(value)) return undefined;
  const found: Value[] = [];
  for (const item of value) {
    const inner = isDoc(item) || Array.isArray(item) ? pathValue(item, path, at) : undefined;
    if (inner !== undefined) found.push(inner);
  }
  return found;
}

/** Whether an expression's value counts as true: all but false, null, missing and 0. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0) return false;
  if (typeof value !== 'object' || !('_bsontype' in value)) return true;
  const kind = value._bsontype;
  if (kind === 'Undefined') return false;
  if (kind === 'Double' || kind === 'Long' || kind === 'Decimal128') return Number(String(value)) !== 0;
  return true;
}
