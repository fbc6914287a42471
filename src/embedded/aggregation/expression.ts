import { Timestamp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { innerName, outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import type { Reads } from '../query/reads.js';
import { checkFieldName, checkVariableName, checkVariableRead } from './names.js';

/** The values of variables, by their inner names. */
export type Variables = Readonly<Record<string, Value | undefined>>;

/** What an expression is evaluated against. */
export interface Scope {
  root: Value;
  current: Value | undefined;
  variables: Variables;
  now: Date;
}

/** Evaluates an expression; `undefined` is a missing value. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** Compiles the operands of an operator. */
export type Compile = (expression: Value) => Evaluate;

/** Compiles the operand of an operator. */
export type Operator = (operand: Value, compile: Compile) => Evaluate;

/** What holds at one place of an expression. */
export interface CompileContext {
  /** The operators that there are. */
  operators: ReadonlyMap<string, Operator>;
  order: StringOrder | undefined;
  now: Date | undefined;
  /** The variables that may be used; nothing when they are known at evaluation only. */
  names: ReadonlySet<string> | undefined;
  /** Is told what is read. */
  reads: Reads | undefined;
}

type Compiler = Compile & { context: CompileContext };

/**
 * The scope with one more variable; `CURRENT` is where paths without a variable begin.
 *
 * @param name as it is inside documents
 */
export function withVariable(scope: Scope, name: string, value: Value | undefined): Scope {
  if (name === 'CURRENT') return { ...scope, current: value };
  return { ...scope, variables: { ...scope.variables, [name]: value } };
}

/** Compiles expressions where this context holds. */
export function compilerIn(context: CompileContext): Compile {
  const compile = (expression: Value): Evaluate => compileIn(expression, compiler);
  const compiler: Compiler = Object.assign(compile, { context });
  return compiler;
}

/** The order in which an operator compares strings; nothing without a collation. */
export function findOrder(compile: Compile): StringOrder | undefined {
  return (compile as Compiler).context.order;
}

/** Who is told what the expressions that are compiled here read. */
export function findReads(compile: Compile): Reads | undefined {
  return (compile as Compiler).context.reads;
}

/** Compiles where there is one more variable. @throws CommandError FailedToParse  its name is none for a variable */
export function withName(compile: Compile, name: string): Compile {
  checkVariableName(name);
  const { context } = compile as Compiler;
  const names = context.names && new Set([...context.names, innerName(name)]);
  return compilerIn({ ...context, names });
}

function compileIn(value: Value, compile: Compiler): Evaluate {
  if (typeof value === 'string') {
    return value.startsWith('$') ? compileReference(value, compile.context) : () => value;
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
  const compileOperator = compile.context.operators.get(operator);
  if (!compileOperator)
    throw new CommandError('InvalidPipelineOperator', notOffered(`Unrecognized expression '${operator}'`));
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
function compileReference(text: string, context: CompileContext): Evaluate {
  if (!text.startsWith('$$')) {
    const path = fieldPath(text.slice(1));
    context.reads?.addName(text.slice(1));
    if (path.length === 1) {
      const name = path[0]!;
      return ({ current }) => (isDoc(current) ? current[name] : pathValue(current, path, 0));
    }
    return ({ current }) => pathValue(current, path, 0);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  const path = rest.length > 0 ? fieldPath(rest.join('.')) : [];
  const base = variable(name, context);
  return path.length === 0 ? base : (scope) => pathValue(base(scope), path, 0);
}

function variable(name: string, { names, now, reads }: CompileContext): Evaluate {
  checkVariableRead(name);
  if (name === 'ROOT' || name === 'CURRENT') reads?.all();
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
function pathValue(value: Value | undefined, path: readonly string[], at: number): Value | undefined {
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
