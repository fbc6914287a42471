import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { filterContext } from '../aggregation/filter-context.js';
import type { PipelineContext } from '../aggregation/pipeline.js';
import { compilePipeline, stageOf } from '../aggregation/pipeline.js';
import type { Stream } from '../aggregation/stream.js';
import { wholeNumber } from '../aggregation/stages.js';
import { stringOrder } from '../query/collation.js';
import { parseFilter } from '../query/filter.js';
import { parsePath } from '../query/paths.js';
import { parseSort } from '../query/sort.js';
import type { Index } from '../storage/index-definition.js';
import type { Storage } from '../storage/storage.js';
import { outputStage, sourceStage, writeOutput } from './aggregate-ends.js';
import type { Command, CommandContext } from './command.js';
import { checkNamespace, countField, docField } from './command.js';
import { countByKeys, countingStage } from './count.js';
import type { Query } from './find.js';
import { answers, docOf, inOrder, planFor, sessionOf } from './find.js';

/** The part of a pipeline that the planner answers, and the stages that are left. */
export interface SplitPipeline {
  query: Query;
  rest: Value[];
}

/** Takes leading `$match`, `$sort`, `$skip` and `$limit` out of a pipeline, as far as one query can say them. */
export function splitPipeline(
  pipeline: readonly Value[],
  options: { order: Query['order']; hint: Value | undefined; variables: Doc | undefined },
): SplitPipeline {
  const query: Query = {
    filter: { kind: 'and', parts: [] },
    sort: [],
    projection: undefined,
    skip: 0,
    limit: 0,
    hint: options.hint,
    order: options.order,
  };
  let at = 0;
  for (; at < pipeline.length; at++) {
    const { name, operand } = stageOf(pipeline[at]!);
    if (name === '$match' && isDoc(operand) && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      const part = parseFilter(operand, filterContext(options));
      query.filter = { kind: 'and', parts: [query.filter, part] };
    } else if (name === '$sort' && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      query.sort = parseSort(operand);
      if (query.sort.length === 0)
        throw new CommandError('Location15976', '$sort stage must have at least one sort key');
    } else if (name === '$skip' && query.limit === 0) {
      query.skip += wholeNumber('$skip', operand, 0);
    } else if (name === '$limit' && query.limit === 0) {
      query.limit = wholeNumber('$limit', operand, 1);
    } else {
      break;
    }
  }
  return { query, rest: pipeline.slice(at) };
}

/** The documents of a collection after a pipeline. */
function collectionStream(
  context: CommandContext,
  order: Query['order'],
  name: string,
  pipeline: readonly Value[],
  hint: Value | undefined,
  variables: Doc | undefined,
): Stream {
  const { storage, db } = context;
  const { query, rest } = splitPipeline(pipeline, { order, hint, variables });
  const inner = pipelineContext(context, order, variables);
  const run = compilePipeline(rest, inner);
  const counting = countingStage(rest[0]);
  const n = counting && countedByKeys(storage, db, name, query);
  if (counting && n !== undefined) return compilePipeline(rest.slice(1), inner)(n > 0 ? [counting(n)] : []);
  return run(queried(storage, db, name, query, counting ? new Set() : neededFields(rest)));
}

function countedByKeys(storage: Storage, db: string, name: string, query: Query): number | undefined {
  const collection = storage.catalogue.get(db, name);
  return collection && countByKeys(storage, collection, query, planFor(storage, collection, query));
}

function* queried(
  storage: Storage,
  db: string,
  name: string,
  query: Query,
  fields: ReadonlySet<string> | undefined,
): Generator<Doc | undefined> {
  const collection = storage.catalogue.get(db, name);
  if (!collection) return;
  let skip = query.skip;
  let left = query.limit || Infinity;
  for (const found of inOrder(storage, collection, query, planFor(storage, collection, query))) {
    if (!found || (skip > 0 && skip--)) {
      yield undefined;
      continue;
    }
    yield fields ? decodeDocument(found.bytes, 0, fields) : docOf(found);
    if (--left <= 0) return;
  }
}

function pipelineContext(context: CommandContext, order: Query['order'], variables: Doc | undefined): PipelineContext {
  return {
    order,
    variables,
    isIndexed: (name, field) => {
      const collection = context.storage.catalogue.get(context.db, name);
      const leads = (index: Index) => index.fields[0]!.name === field && !index.sparse && !index.partialFilter;
      return !collection || collection.indexes.some(leads);
    },
    collection: (name, pipeline, inner) => {
      checkNamespace(context.db, name);
      return collectionStream(context, order, name, pipeline, undefined, inner ?? variables);
    },
  };
}

/** The top-level fields that a pipeline reads when its first stage says so; nothing when it may read any. */
function neededFields(stages: readonly Value[]): ReadonlySet<string> | undefined {
  const first = stages[0];
  if (!isDoc(first) || !isDoc(first.$group)) return undefined;
  const fields = new Set<string>();
  return readsOf(first.$group, fields) ? fields : undefined;
}

function readsOf(value: Value, fields: Set<string>): boolean {
  if (typeof value === 'string') {
    if (!value.startsWith('$')) return true;
    if (value.startsWith('$$')) return false;
    fields.add(parsePath(value.slice(1))[0]!.inner);
    return true;
  }
  if (Array.isArray(value)) return value.every((item) => readsOf(item, fields));
  if (!isDoc(value)) return true;
  return Object.entries(value).every(([name, inner]) => {
    if (name === 'sortBy' && isDoc(inner)) {
      for (const field of Object.keys(inner)) fields.add(parsePath(outerName(field))[0]!.inner);
      return true;
    }
    if (name === '$getField' || name === '$literal') return false;
    return readsOf(inner, fields);
  });
}

export const aggregate: Command = async (context) => {
  const { command, db, cursors, pacer, storage } = context;
  const { pipeline, aggregate: target } = command;
  if (!Array.isArray(pipeline))
    throw new CommandError('TypeMismatch', "BSON field 'aggregate.pipeline' is the wrong type, expected type 'array'");
  if (typeof target === 'string') checkNamespace(db, target);
  const order = stringOrder(command.collation);
  const variables = docField(command, 'let');
  const cursorOptions = docField(command, 'cursor');
  if (!cursorOptions && command.explain !== true)
    throw new CommandError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const options = { batchSize: countField(cursorOptions ?? {}, 'batchSize'), session: sessionOf(context) };
  const name = typeof target === 'string' ? target : '$cmd.aggregate';
  const output = outputStage(pipeline);
  const { level } = docField(command, 'readConcern') ?? {};
  if (output && level === 'linearizable') {
    throw new CommandError('InvalidOptions', `${output.kind} cannot be used with a 'linearizable' read concern level`);
  }
  if (output) {
    await writeOutput(context, output, pipelineStream(context, order, name, pipeline.slice(0, -1), variables));
    return cursors.start([][Symbol.iterator](), `${db}.${name}`, pacer, options);
  }
  if (typeof target === 'string') {
    const { query, rest } = splitPipeline(pipeline, { order, hint: command.hint, variables });
    const collection = storage.catalogue.get(db, target);
    if (rest.length === 0 && collection) {
      return cursors.start(
        answers(storage, collection, query, planFor(storage, collection, query)),
        `${db}.${target}`,
        pacer,
        {
          ...options,
          limit: query.limit,
        },
      );
    }
  }
  const stream = pipelineStream(context, order, name, pipeline, variables);
  return cursors.start(encoded(stream), `${db}.${name}`, pacer, options);
};

function pipelineStream(
  context: CommandContext,
  order: Query['order'],
  name: string,
  pipeline: Value[],
  variables: Doc | undefined,
): Stream {
  const source = sourceStage(context, name, pipeline);
  if (source) return compilePipeline(pipeline.slice(1), pipelineContext(context, order, variables))(source);
  return collectionStream(context, order, name, pipeline, context.command.hint, variables);
}

function* encoded(stream: Stream): Generator<Buffer | undefined> {
  for (const doc of stream) yield doc && encodeDocument(doc);
}
