import { compareValues } from '../bson/compare.js';
import { innerName, outerName } from '../bson/field-names.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import { parseProjection } from '../query/projection.js';
import { parseSort, Sorter } from '../query/sort.js';
import { compileExpression, newScope } from './expression.js';
import { filterContext } from './filter-context.js';
import { compileGroup } from './group.js';
import { lookup, unionWith } from './joins.js';
import { addFields } from './add-fields.js';
import type { PipelineContext, Stage } from './pipeline.js';
import { compilePipeline } from './pipeline.js';
import { redact } from './redact.js';
import { collected, mapped } from './stream.js';
import { unwind } from './unwind.js';

/** Compiles the operand of a stage; `next` is the stage after it. */
export type StageCompiler = (operand: Value, context: PipelineContext, next?: Value) => Stage;

/** A whole number that a stage takes. */
export function wholeNumber(name: string, value: Value, least: number): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number) || number < least) {
    const code = name === '$limit' ? 'Location15958' : 'Location5107200';
    if (name === '$limit' && number === 0) throw new CommandError(code, 'the limit must be positive');
    throw new CommandError(
      'Location5107201',
      `invalid argument to ${name} stage: Expected a ${least === 0 ? 'non-negative' : 'positive'} number in: ${name}: ${String(value)}`,
    );
  }
  return number;
}

const match: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15959', 'the match filter must be an expression in an object');
  const isMatch = matcher(parseFilter(operand, filterContext(context)));
  return (input) => mapped(input, (doc) => (isMatch(doc) ? doc : undefined));
};

const limit: StageCompiler = (operand) => {
  const most = wholeNumber('$limit', operand, 1);
  return function* (input) {
    let n = 0;
    for (const doc of input) {
      yield doc;
      if (doc && ++n >= most) return;
    }
  };
};

const skip: StageCompiler = (operand) => {
  const first = wholeNumber('$skip', operand, 0);
  return function* (input) {
    let n = 0;
    for (const doc of input) yield doc && ++n > first ? doc : undefined;
  };
};

const sort: StageCompiler = (operand, context, next) => {
  const fields = parseSort(operand);
  if (fields.length === 0) throw new CommandError('Location15976', '$sort stage must have at least one sort key');
  const most = isDoc(next) && next.$limit !== undefined ? wholeNumber('$limit', next.$limit, 1) : 0;
  return function* (input) {
    const sorter = new Sorter<Doc>(fields, most, context.order);
    for (const doc of input) {
      if (doc) sorter.add(doc, doc);
      yield undefined;
    }
    yield* sorter.result();
  };
};

const project: StageCompiler = (operand, context) => {
  if (!isDoc(operand)) throw new CommandError('Location15969', '$project specification must be an object');
  if (Object.keys(operand).length === 0)
    throw new CommandError(
      'Location51272',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const run = parseProjection(operand, undefined, { stage: true, order: context.order, variables: context.variables })!;
  return (input) => mapped(input, run);
};

const unset: StageCompiler = (operand) => {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0 || names.some((name) => typeof name !== 'string' || name === '')) {
    throw new CommandError('Location31002', '$unset specification must be a string or an array of non-empty strings');
  }
  const run = parseProjection(Object.fromEntries(names.map((name) => [innerName(name as string), false])), undefined, {
    stage: true,
  })!;
  return (input) => mapped(input, run);
};

const replaceRoot =
  (name: string, pick: (operand: Value) => Value | undefined): StageCompiler =>
  (operand, context) => {
    const wanted = pick(operand);
    if (wanted === undefined) throw new CommandError('Location40231', `no newRoot specified for the ${name} stage`);
    const evaluate = compileExpression(wanted);
    return (input) =>
      mapped(input, (doc) => {
        const made = evaluate(newScope(doc, context.variables));
        if (isDoc(made)) return made;
        throw new CommandError(
          'Location40228',
          `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(made)}`,
        );
      });
  };

const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw new CommandError(
      'Location40156',
      'the count field must be a non-empty string that does not begin with $ and has no dots',
    );
  }
  return function* (input) {
    let n = 0;
    for (const doc of input) {
      if (doc) n++;
      yield undefined;
    }
    if (n > 0) yield { [innerName(operand)]: integerValue(n) };
  };
};

const facet: StageCompiler = (operand, context) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw new CommandError('Location40169', 'the $facet specification must be a non-empty object');
  const pipelines = Object.entries(operand).map(([name, stages]) => {
    if (!Array.isArray(stages))
      throw new CommandError(
        'Location40170',
        `arguments to $facet must be arrays, ${outerName(name)} is type ${typeName(stages)}`,
      );
    for (const stage of stages) {
      const inner = isDoc(stage) ? Object.keys(stage)[0] : '';
      if (['$facet', '$out', '$merge', '$geoNear', '$collStats', '$indexStats'].includes(inner ?? '')) {
        throw new CommandError('Location40600', `${inner} is not allowed to be used within a $facet stage`);
      }
    }
    return { name, run: compilePipeline(stages, context) };
  });
  return function* (input) {
    const docs = yield* collected(input);
    const result: Doc = {};
    for (const { name, run } of pipelines) result[name] = yield* collected(run(docs));
    yield result;
  };
};

const sample: StageCompiler = (operand) => {
  if (!isDoc(operand) || operand.size === undefined)
    throw new CommandError('Location28745', 'the $sample stage specification must be an object with a size');
  const size = wholeNumber('$sample', operand.size, 1);
  return function* (input) {
    const kept: Doc[] = [];
    let n = 0;
    for (const doc of input) {
      yield undefined;
      if (!doc) continue;
      n++;
      if (kept.length < size) kept.push(doc);
      else {
        const at = Math.floor(Math.random() * n);
        if (at < size) kept[at] = doc;
      }
    }
    yield* kept;
  };
};

const sortByCount: StageCompiler = (operand, context) => {
  const group = compileGroup({ _id: operand, count: { $sum: 1 } }, context);
  const order = sort({ count: -1 }, context);
  return (input) => order(group(input));
};

const bucket: StageCompiler = (operand, context) => {
  if (!isDoc(operand) || !Array.isArray(operand.boundaries) || operand.groupBy === undefined) {
    throw new CommandError('Location40198', "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const boundaries = operand.boundaries;
  const ascending = boundaries.every((value, i) => i === 0 || compareValues(boundaries[i - 1], value) < 0);
  if (boundaries.length < 2 || !ascending)
    throw new CommandError(
      'Location40194',
      "The 'boundaries' option to $bucket must be sorted and have at least 2 values",
    );
  const branches = boundaries.slice(0, -1).map((low, i) => ({
    case: {
      $and: [
        { $gte: [operand.groupBy!, { $literal: low }] },
        { $lt: [operand.groupBy!, { $literal: boundaries[i + 1]! }] },
      ],
    },
    then: { $literal: low },
  }));
  const choice: Doc = { branches: branches as unknown as Doc[] };
  if (operand.default !== undefined) choice.default = { $literal: operand.default };
  const output = isDoc(operand.output) ? operand.output : { count: { $sum: 1 } };
  const group = compileGroup({ _id: { $switch: choice }, ...output }, context);
  const order = sort({ _id: 1 }, context);
  return (input) => order(group(input));
};

const STAGES = new Map<string, StageCompiler>(
  Object.entries({
    $match: match,
    $limit: limit,
    $skip: skip,
    $sort: sort,
    $project: project,
    $unset: unset,
    $addFields: addFields,
    $set: addFields,
    $replaceRoot: replaceRoot('$replaceRoot', (operand) => (isDoc(operand) ? operand.newRoot : undefined)),
    $replaceWith: replaceRoot('$replaceWith', (operand) => operand),
    $count: count,
    $group: compileGroup,
    $unwind: unwind,
    $facet: facet,
    $sample: sample,
    $sortByCount: sortByCount,
    $bucket: bucket,
    $redact: redact,
    $lookup: lookup,
    $unionWith: unionWith,
  }),
);

/** The stage of a name, or nothing. */
export function findStage(name: string): StageCompiler | undefined {
  return STAGES.get(name);
}
