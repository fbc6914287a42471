import type { StringOrder } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import type { Reads } from '../query/reads.js';
import type { Compile, Evaluate, Scope, Variables } from './expression.js';
import { compilerIn } from './expression.js';
import { checkVariableName } from './names.js';
import { OPERATORS } from './operators.js';

/** What an expression is compiled with, besides its own text. */
export interface CompileContext {
  /** The collation's order of strings. */
  order?: StringOrder | undefined;
  /** The variables that are there from the beginning, as expressions over nothing. */
  variables?: Doc | undefined;
  /** `$$NOW`, where it is to stay the same for longer than a turn. */
  now?: Date | undefined;
  /** Is told what is read. */
  reads?: Reads | undefined;
}

const NO_VARIABLES = Object.freeze({}) as Variables;

/** The scope of one document. */
export function newScope(root: Value, variables?: Doc): Scope {
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
 * Compiles an aggregation expression.
 *
 * @param context without it, variables are looked for at evaluation and strings compare by their bytes
 * @throws CommandError 168 and the like  an operator is unknown or has a wrong operand
 * @throws CommandError 17276  a variable is used that is not there
 */
export function compileExpression(value: Value, context?: CompileContext): Evaluate {
  return compilerFor(context)(value);
}

/** Compiles several expressions alike; see `compileExpression`. */
export function compilerFor(context: CompileContext | undefined): Compile {
  const names = context && new Set(Object.keys(context.variables ?? {}));
  return compilerIn({ operators: OPERATORS, order: context?.order, now: context?.now, names, reads: context?.reads });
}
