import { toDecodedName } from '../bson/field-names.js';
import { toBsonInteger, isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.js';
import { CommandError, type CommandErrorName } from '../command-error.js';
import { collectFilterFields, parseFilter } from '../query/parse-filter.js';
import { compileFilter } from '../query/compile-filter.js';
import { parseProjection } from '../query/projection/projection.js';
import { parseSort, Sorter, type SortField } from '../query/sort.js';
import { compileExpression } from './expression.js';
import { compileGroup } from './group.js';
import { addFields } from './add-fields.js';
import { checkStageOptions, type StageCompiler } from './pipeline.js';
import { concatStreams, takeFirst, reduceStream, mapStream } from './stream.js';
import { unwind } from './unwind.js';

/** Parses the operand of `$limit`. @throws CommandError 15958, 5107201 */
export function parseLimitOperand(value: Value): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number) || number < 0) {
    throw new CommandError(
      'Location5107201',
      `invalid argument to $limit stage: Expected a non-negative number in: $limit: ${String(value)}`,
    );
  }
  if (number === 0) throw new CommandError('Location15958', 'the limit must be positive');
  return number;
}

/** Parses the operand of `$sort`. @throws CommandError 15973, 15976 */
export function parseSortOperand(operand: Value): SortField[] {
  if (!isDoc(operand)) throw new CommandError('Location15973', 'the $sort key specification must be an object');
  const fields = parseSort(operand);
  if (fields.length === 0) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
  return fields;
}

const match: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15959', 'the match filter must be an expression in an object');
  const filter = parseFilter(operand);
  if (context.reads) collectFilterFields(filter, context.reads);
  const isMatch = compileFilter(filter);
  return (input) => mapStream(input, (doc) => (isMatch(doc) ? doc : undefined));
};

const limit: StageCompiler = (operand) => {
  const maxCount = parseLimitOperand(operand);
  return (input) => takeFirst(input, maxCount);
};

/** `$sort`. If a `$limit` follows, holds at most about twice as many documents in memory as the limit. */
const sort: StageCompiler = (operand, context, next) => {
  const fields = parseSortOperand(operand);
  for (const { path } of fields) context.reads?.add(path);
  const maxCount = isDoc(next) && next.$limit !== undefined ? parseLimitOperand(next.$limit) : 0;
  return (input) => {
    const sorter = new Sorter<Doc>(fields, maxCount);
    return reduceStream(
      input,
      (doc) => sorter.add(doc, doc),
      () => sorter.result(),
    );
  };
};

const compileProject: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15969', '$project specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new CommandError(
      'Location51272',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const { run } = parseProjection(operand, { reads: context.reads, stage: true })!;
  return (input) => mapStream(input, run);
};

const replaceRoot: StageCompiler = (operand, { reads }) => {
  const evaluate = compileExpression(parseNewRoot(operand), reads);
  reads?.stopCollecting();
  return (input) =>
    mapStream(input, (doc) => {
      const newRootValue = evaluate(doc);
      if (isDoc(newRootValue)) return newRootValue;
      throw new CommandError(
        'Location40228',
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(newRootValue)}`,
      );
    });
};

function parseNewRoot(operand: Value): Value {
  if (!isDoc(operand)) {
    throw new CommandError(
      'Location40229',
      `expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`,
    );
  }
  checkStageOptions('$replaceRoot', operand, ['newRoot']);
  if (operand.newRoot === undefined)
    throw new CommandError('Location40414', "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return operand.newRoot;
}

const count: StageCompiler = (operand, { reads }) => {
  reads?.stopCollecting();
  const fieldError = (code: CommandErrorName, message: string) => new CommandError(code, `the count field ${message}`);
  if (typeof operand !== 'string') throw fieldError('Location40156', 'must be a non-empty string');
  if (operand === '') throw fieldError('Location40157', 'must be a non-empty string');
  if (operand.startsWith('$')) throw fieldError('Location40158', 'cannot be a $-prefixed path');
  if (operand.includes('.')) throw fieldError('Location40160', "cannot contain '.'");
  return (input) => {
    let documentCount = 0;
    return reduceStream(
      input,
      () => documentCount++,
      () => (documentCount > 0 ? [{ [toDecodedName(operand)]: toBsonInteger(documentCount) }] : []),
    );
  };
};

/** `$unionWith`: appends the documents of another collection. */
const unionWith: StageCompiler = (operand, { compileForCollection }) => {
  if (!isDoc(operand)) {
    throw new CommandError('FailedToParse', `$unionWith needs an object, but found ${typeName(operand)}`);
  }
  checkStageOptions('$unionWith', operand, ['coll', 'pipeline']);
  const { coll, pipeline = [] as Value[] } = operand;
  if (typeof coll !== 'string')
    throw new CommandError('FailedToParse', `$unionWith needs the name of a collection, but found ${typeName(coll)}`);
  if (!Array.isArray(pipeline)) {
    throw new CommandError('TypeMismatch', "'pipeline' option of $unionWith must be specified as an array");
  }
  const source = compileForCollection(coll, pipeline);
  return (input) => concatStreams(input, source);
};

export const STAGE_COMPILERS: ReadonlyMap<string, StageCompiler> = new Map(
  Object.entries<StageCompiler>({
    $match: match,
    $limit: limit,
    $sort: sort,
    $project: compileProject,
    $addFields: addFields,
    $set: addFields,
    $replaceRoot: replaceRoot,
    $count: count,
    $group: compileGroup,
    $unwind: unwind,
    $unionWith: unionWith,
  }),
);
