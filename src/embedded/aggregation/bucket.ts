import { compareValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, rankOf, typeName } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError } from '../command-error.js';
import { Sorter, parseSort } from '../query/sort.js';
import { compileExpression, newScope } from './expression.js';
import { compileGroup } from './group.js';
import type { PipelineContext } from './pipeline.js';
import type { StageCompiler } from './stages.js';

const wrong = (code: CommandErrorName, message: string) => new CommandError(code, message);

const OPTIONS = ['groupBy', 'boundaries', 'default', 'output'];

/** `$bucket`: groups by the boundaries between which a value lies. */
export const bucket: StageCompiler = (operand, context) => {
  if (!isDoc(operand))
    throw wrong('Location40201', `Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`);
  for (const name of Object.keys(operand).map(outerName)) {
    if (!OPTIONS.includes(name)) throw wrong('Location40197', `Unrecognized option to $bucket: ${name}.`);
  }
  const { groupBy, output = { count: { $sum: 1 } } } = operand;
  if (groupBy !== undefined && !isComputed(groupBy))
    throw wrong('Location40202', "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression.");
  if (groupBy === undefined || operand.boundaries === undefined)
    throw wrong('Location40198', "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const boundaries = boundariesOf(operand.boundaries, context);
  if (!isDoc(output))
    throw wrong('Location40196', `The $bucket 'output' field must be an object, but found type: ${typeName(output)}.`);
  if ('_id' in output) throw wrong('Location15948', "a group's _id may only be specified once");
  const $switch: Doc = { branches: branchesOf(groupBy, boundaries) };
  if (operand.default !== undefined) $switch.default = { $literal: defaultOf(operand.default, boundaries, context) };
  const group = compileGroup({ _id: { $switch }, ...output }, context);
  return function* (input) {
    const sorter = new Sorter<Doc>(parseSort({ _id: 1 }), 0, context.order);
    for (const doc of group(input)) {
      if (doc) sorter.add(doc, doc);
      yield undefined;
    }
    yield* sorter.result();
  };
};

/** True for a path or an operator, which may differ from document to document. */
export function isComputed(value: Value): boolean {
  return isDoc(value) ? Object.keys(value)[0]?.startsWith('$') === true : typeof value === 'string' && value[0] === '$';
}

function boundariesOf(value: Value, context: PipelineContext): Value[] {
  if (!Array.isArray(value))
    throw wrong(
      'Location40200',
      `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`,
    );
  const boundaries = value.map((item) => constantOf(item, 'Location40191', 'boundaries', context));
  if (boundaries.length < 2)
    throw wrong(
      'Location40192',
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  for (const [i, upper] of boundaries.entries()) {
    const lower = boundaries[i - 1];
    if (lower === undefined) continue;
    if (rankOf(lower) !== rankOf(upper))
      throw wrong(
        'Location40193',
        `All values in the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`,
      );
    if (compareValues(lower, upper, context.order) >= 0)
      throw wrong(
        'Location40194',
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order.`,
      );
  }
  return boundaries;
}

function defaultOf(value: Value, boundaries: readonly Value[], context: PipelineContext): Value {
  const made = constantOf(value, 'Location40195', 'default', context);
  const [lowest, highest] = [boundaries[0]!, boundaries.at(-1)!];
  const isInside = compareValues(made, lowest, context.order) >= 0 && compareValues(made, highest, context.order) < 0;
  if (rankOf(made) === rankOf(lowest) && isInside)
    throw wrong(
      'Location40199',
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  return made;
}

/** The value of an expression that looks at no document. */
function constantOf(value: Value, code: CommandErrorName, field: string, context: PipelineContext): Value {
  const evaluate = compileExpression(value, context);
  if (!isConstant(value, context.variables))
    throw wrong(code, `The $bucket '${field}' field must be constant, but found: ${JSON.stringify(value)}.`);
  return evaluate(newScope({}, context.variables)) ?? null;
}

function isConstant(value: Value, variables: Doc | undefined): boolean {
  if (typeof value === 'string') {
    if (!value.startsWith('$')) return true;
    const name = value.startsWith('$$') ? value.slice(2).split('.')[0]! : '';
    return name === 'NOW' || name === 'CLUSTER_TIME' || Object.hasOwn(variables ?? {}, name);
  }
  if (Array.isArray(value)) return value.every((item) => isConstant(item, variables));
  if (!isDoc(value)) return true;
  if ('$literal' in value || '$const' in value) return true;
  return !('$rand' in value) && Object.values(value).every((item) => isConstant(item, variables));
}

function branchesOf(groupBy: Value, boundaries: readonly Value[]): Value[] {
  return boundaries.slice(0, -1).map((low, i): Doc => {
    const bounds: Doc[] = [
      { $gte: [groupBy, { $literal: low }] },
      { $lt: [groupBy, { $literal: boundaries[i + 1]! }] },
    ];
    return { case: { $and: bounds }, then: { $literal: low } };
  });
}
