import { Timestamp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { innerName, outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import { checkFieldName, checkVariableName, checkVariableRead } from './names.js';
import { findOperator } from './operators.js';

type Variables = Readonly<Record<string, Value | undefined>>;

/** What an expression is evaluated against. */
export interface Scope {
  root: Value;
  current: Value | undefined;
  variables: Variables;
  now: Date;
}

/** Evaluates an expression; `undefined` is a missing value. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** What an expression is compiled with, besides its own text. */
export interface CompileContext {
  /** The collation's order of strings. */
  order?: StringOrder | undefined;
  /** The variables that are there from the beginning, as expressions over nothing. */
  variables?: Doc | undefined;
  /** `$$NOW`, where it is to stay the same for longer than a turn. */
  now?: Date | undefined;
}

/** Compiles the operands of an operator. */
export type Compile = (expression: Value) => Evaluate;

/** What holds at one place of an expression. */
interface Surroundings {
  order: StringOrder | undefined;
  now: Date | undefined;
  /** The variables that may be used; nothing when they are known at evaluation only. */
  names: ReadonlySet<string> | undefined;
}

type Compiler = Compile & { surroundings: Surroundings };

const NO_VARIABLES = Object.freeze({}) as Variables;

/** The scope of one document. */
export function newScope(root: Value, variables: Doc | undefined = undefined): Scope {
  return { root, current: root, variables: variables ? constants(variables) : NO_VARIABLES, now: startOfTurn() };
}

const evaluated = new WeakMap<Doc, Variables>();

/** The values of `let`, which are expressions over nothing. */
function constants(variables: Doc, context: CompileContext = {}): Variables {
  let values = evaluated.get(variables);
  if (!values) {
    const scope: Scope = { root: {}, current: {}, variables: NO_VARIABLES, now: startOfTurn() };
    values = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => {
        checkVariableName(outerName(name));
        return [name, compileExpression(value, { ...context, variables: undefined })(scope)];
      }),
    );
    evaluated.set(variables, values);
  }
  return values;
}

/** The `let` of a command with its expressions evaluated, so that they have one value throughout. */
export function settledVariables(variables: Doc | undefined, context: CompileContext): Doc | undefined {
  return variables && asExpressions(constants(variables, context));
}

/** Values as variables of a `CompileContext`: each is taken as it is, and one that is missing stays so. */
export function asExpressions(values: Variables): Doc {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined ? '$$REMOVE' : { $literal: value }]),
  );
}

let turn: Date | undefined;

/** `$$NOW` of whoever sets none: the same for everything that is evaluated without a pause. */
function startOfTurn(): Date {
  if (!turn) {
    turn = new Date();
    setImmediate(() => (turn = undefined)).unref();
  }
  return turn;
}

/**
 * The scope with one more variable; `CURRENT` is where paths without a variable begin.
 *
 * @param name as it is inside documents
 */
export function withVariable(scope: Scope, name: string, value: Value | undefined): Scope {
  if (name === 'CURRENT') return { ...scope, current: value };
  return { ...scope, variables: { ...scope.variables, [name]: value } };
}

/**
 * Compiles an aggregation expression.
 *
 * @param context without it, variables are looked for at evaluation and strings compare by their bytes
 * @throws CommandError 168 and the like  an operator is unknown or has a wrong operand
 * @throws CommandError 17276  a variable is used that is not there
 */
export function compileExpression(value: Value, context?: CompileContext): Evaluate {
  return compilerFor(context)(value);
}

/** Compiles the expression of `$redact`, which has three variables of its own. */
export function compileDecision(value: Value, context: CompileContext): Evaluate {
  return withKnownNames(compilerFor(context), 'KEEP', 'PRUNE', 'DESCEND')(value);
}

function compilerFor(context: CompileContext | undefined): Compiler {
  const names = context && new Set(Object.keys(context.variables ?? {}));
  return compilerIn({ order: context?.order, now: context?.now, names });
}

function compilerIn(surroundings: Surroundings): Compiler {
  const compile = (expression: Value): Evaluate => compileIn(expression, compiler);
  const compiler: Compiler = Object.assign(compile, { surroundings });
  return compiler;
}

/** The order in which an operator compares strings; nothing without a collation. */
export function orderOf(compile: Compile): StringOrder | undefined {
  return (compile as Compiler).surroundings.order;
}

/** Compiles where there are further variables. @throws CommandError FailedToParse  a name is none for a variable */
export function withNames(compile: Compile, ...names: string[]): Compile {
  for (const name of names) checkVariableName(name);
  return withKnownNames(compile, ...names);
}

/** Like `withNames`, for names that only the server may give. */
function withKnownNames(compile: Compile, ...names: string[]): Compile {
  const { surroundings } = compile as Compiler;
  return compilerIn({
    ...surroundings,
    names: surroundings.names && new Set([...surroundings.names, ...names.map(innerName)]),
  });
}

function compileIn(value: Value, compile: Compiler): Evaluate {
  if (typeof value === 'string') {
    return value.startsWith('$') ? compileReference(value, compile.surroundings) : () => value;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => compile(item));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const [operator, second] = Object.keys(value);
  if (operator === undefined || !operator.startsWith('$')) return compileObject(value, compile);
  if (second !== undefined) {
    throw new CommandError(
      'Location15983',
      `An object representing an expression must have exactly one field: ${JSON.stringify(value)}`,
    );
  }
  const compileOperator = findOperator(operator);
  if (!compileOperator) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${operator}'`);
  return compileOperator(value[operator]!, compile);
}

function compileObject(value: Doc, compile: Compile): Evaluate {
  const fields = Object.entries(value).map(([name, expression]) => {
    checkFieldName(outerName(name));
    return [name, compile(expression)] as const;
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
function compileReference(text: string, surroundings: Surroundings): Evaluate {
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
  const base = variable(name, surroundings);
  return path.length === 0 ? base : (scope) => pathValue(base(scope), path, 0);
}

function variable(name: string, { names, now }: Surroundings): Evaluate {
  checkVariableRead(name);
  switch (name) {
    case 'ROOT':
      return ({ root }) => root;
    case 'CURRENT':
      return ({ current }) => current;
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return now ? () => now : (scope) => scope.now;
    case 'CLUSTER_TIME':
      return (scope) => new Timestamp({ t: Math.floor((now ?? scope.now).getTime() / 1000), i: 1 });
    case 'KEEP':
    case 'PRUNE':
    case 'DESCEND':
      if (names?.has(name)) return () => `$$${name}`;
  }
  const inner = innerName(name);
  if (/^[A-Z]/.test(name) || names?.has(inner) === false) throw undefinedVariable(name);
  return ({ variables }) => {
    if (!Object.hasOwn(variables, inner)) throw undefinedVariable(name);
    return variables[inner];
  };
}

const undefinedVariable = (name: string) => new CommandError('Location17276', `Use of undefined variable: ${name}`);

function fieldPath(text: string): string[] {
  if (text === '') throw new CommandError('Location16872', "'$' by itself is not a valid FieldPath");
  checkFieldPath(text);
  return text.split('.').map(innerName);
}

/** The value at a path as expressions see it: through an array, the list of what its documents have there. */
export function pathValue(value: Value | undefined, path: readonly string[], at: number): Value | undefined {
  if (at === path.length) return value;
  if (isDoc(value)) return pathValue(value[path[at]!], path, at + 1);
  if (!Array.isArray(value)) return undefined;
  const found: Value[] = [];
  for (const item of value) {
    // an array directly in an array is not gone into
    const inner = isDoc(item) ? pathValue(item, path, at) : undefined;
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
