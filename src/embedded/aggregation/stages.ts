import { innerName, outerName } from '../bson/field-names.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError } from '../command-error.js';
import { noteReads, parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import { parseProjection } from '../query/projection/projection.js';
import type { SortField } from '../query/sort.js';
import { parseSort, Sorter } from '../query/sort.js';
import { notADocument } from './documents.js';
import { compileExpression, newScope } from './compile-expression.js';
import { filterContext } from './filter-context.js';
import { compileGroup } from './group.js';
import { unionWith } from './union-with.js';
import { addFields } from './add-fields.js';
import type { StageCompiler } from './pipeline.js';
import { checkOptions } from './pipeline.js';
import { firstOf, gathered, mapped } from './stream.js';
import { unwind } from './unwind.js';

/** The number of documents that `$limit` or `$skip` takes. @throws CommandError 15958, 5107200, 5107201 */
export function wholeNumber(name: '$limit' | '$skip', value: Value): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number) || number < 0) {
    throw new CommandError(
      name === '$skip' ? 'Location5107200' : 'Location5107201',
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${String(value)}`,
    );
  }
  if (name === '$limit' && number === 0) throw new CommandError('Location15958', 'the limit must be positive');
  return number;
}

/** The order that `$sort` asks for. @throws CommandError 15973, 15976 */
export function sortFields(operand: Value): SortField[] {
  if (!isDoc(operand)) throw new CommandError('Location15973', 'the $sort key specification must be an object');
  const fields = parseSort(operand);
  if (fields.length === 0) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
  return fields;
}

const match: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15959', 'the match filter must be an expression in an object');
  const filter = parseFilter(operand, filterContext(context));
  if (context.reads) noteReads(filter, context.reads);
  const isMatch = matcher(filter);
  return (input) => mapped(input, (doc) => (isMatch(doc) ? doc : undefined));
};

const limit: StageCompiler = (operand) => {
  const most = wholeNumber('$limit', operand);
  return (input) => firstOf(input, most);
};

const skip: StageCompiler = (operand) => {
  const first = wholeNumber('$skip', operand);
  return (input) => {
    let n = 0;
    return mapped(input, (doc) => (++n > first ? doc : undefined));
  };
};

/** `$sort`; of a `$limit` after it, no more is kept than it lets through. */
const sort: StageCompiler = (operand, context, next) => {
  const fields = sortFields(operand);
  for (const { path } of fields) context.reads?.add(path);
  const most = isDoc(next) && next.$limit !== undefined ? wholeNumber('$limit', next.$limit) : 0;
  return (input) => {
    const sorter = new Sorter<Doc>(fields, most, context.order);
    return gathered(
      input,
      (doc) => sorter.add(doc, doc),
      () => sorter.result(),
    );
  };
};

const project: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15969', '$project specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new CommandError(
      'Location51272',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const { run } = parseProjection(operand, { ...context, stage: true })!;
  return (input) => mapped(input, run);
};

const unset: StageCompiler = (operand) => {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0 || names.some((name) => typeof name !== 'string' || name === '')) {
    throw new CommandError('Location31002', '$unset specification must be a string or an array of non-empty strings');
  }
  const { run } = parseProjection(Object.fromEntries(names.map((name) => [innerName(name as string), false])), {
    stage: true,
  })!;
  return (input) => mapped(input, run);
};

const replaceWith =
  (what: string, pick: (operand: Value) => Value): StageCompiler =>
  (operand, context) => {
    const evaluate = compileExpression(pick(operand), context);
    context.reads?.end();
    return (input) =>
      mapped(input, (doc) => {
        const made = evaluate(newScope(doc, context.variables));
        if (isDoc(made)) return made;
        throw notADocument(what, made);
      });
  };

function newRoot(operand: Value): Value {
  if (!isDoc(operand)) {
    throw new CommandError(
      'Location40229',
      `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`,
    );
  }
  checkOptions('$replaceRoot', operand, ['newRoot']);
  if (operand.newRoot === undefined)
    throw new CommandError('Location40414', "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return operand.newRoot;
}

const count: StageCompiler = (operand, { reads }) => {
  reads?.end();
  const wrong = (code: CommandErrorName, message: string) => new CommandError(code, `the count field ${message}`);
  if (typeof operand !== 'string') throw wrong('Location40156', 'must be a non-empty string');
  if (operand === '') throw wrong('Location40157', 'must be a non-empty string');
  if (operand.startsWith('$')) throw wrong('Location40158', 'cannot be a $-prefixed path');
  if (operand.includes('.')) throw wrong('Location40160', "cannot contain '.'");
  return (input) => {
    let n = 0;
    return gathered(
      input,
      () => n++,
      () => (n > 0 ? [{ [innerName(operand)]: integerValue(n) }] : []),
    );
  };
};

const sample: StageCompiler = (operand) => {
  const wrong = (code: CommandErrorName, message: string) => new CommandError(code, message);
  if (!isDoc(operand)) throw wrong('Location28745', 'the $sample stage specification must be an object');
  for (const name of Object.keys(operand).map(outerName)) {
    if (name !== 'size') throw wrong('Location28748', `unrecognized option to $sample: ${name}`);
  }
  if (operand.size === undefined) throw wrong('Location28749', '$sample stage must specify a size');
  if (!isNumeric(operand.size)) throw wrong('Location28746', 'size argument to $sample must be a number');
  const size = Math.trunc(toDouble(operand.size));
  if (!(size > 0)) throw wrong('Location28747', 'size argument to $sample must be a positive integer');
  return (input) => {
    const kept: Doc[] = [];
    let n = 0;
    const take = (doc: Doc) => {
      const at = Math.floor(Math.random() * ++n);
      if (kept.length < size) kept.push(doc);
      else if (at < size) kept[at] = doc;
    };
    return gathered(input, take, () => kept);
  };
};

/** True for a path or an operator, which may differ from document to document. */
function isComputed(value: Value): boolean {
  return isDoc(value) ? Object.keys(value)[0]?.startsWith('$') === true : typeof value === 'string' && value[0] === '$';
}

const sortByCount: StageCompiler = (operand, context) => {
  const must = 'the sortByCount field must be ';
  if (typeof operand !== 'string' && !isDoc(operand))
    throw new CommandError('Location40149', `${must}specified as a string or as an object`);
  if (!isComputed(operand))
    throw new CommandError(
      isDoc(operand) ? 'Location40147' : 'Location40148',
      `${must}defined as a $-prefixed path or an expression inside an object`,
    );
  const group = compileGroup({ _id: operand, count: { $sum: 1 } }, context);
  const order = sort({ count: -1 }, context);
  return (input) => order(group(input));
};

/** The stages that a pipeline may have after its first, by name. */
export const STAGES: ReadonlyMap<string, StageCompiler> = new Map(
  Object.entries({
    $match: match,
    $limit: limit,
    $skip: skip,
    $sort: sort,
    $project: project,
    $unset: unset,
    $addFields: addFields,
    $set: addFields,
    $replaceRoot: replaceWith("'newRoot' expression", newRoot),
    $replaceWith: replaceWith("'replacement document'", (operand) => operand),
    $count: count,
    $group: compileGroup,
    $unwind: unwind,
    $sample: sample,
    $sortByCount: sortByCount,
    $unionWith: unionWith,
  }),
);
