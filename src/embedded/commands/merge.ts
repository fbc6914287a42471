import { ObjectId } from 'bson';
import { equalValues } from '../bson/compare.js';
import { innerName, outerName } from '../bson/field-names.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName, UndefinedValue } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError } from '../command-error.js';
import type { Evaluate } from '../aggregation/expression.js';
import { asExpressions, compileExpression, newScope } from '../aggregation/compile-expression.js';
import { checkVariableName } from '../aggregation/names.js';
import { checkOptions } from '../aggregation/pipeline.js';
import { compilePipelineUpdate } from '../aggregation/pipeline-update.js';
import { merged } from '../aggregation/operators/object.js';
import { checkFieldPath } from '../query/field-path.js';
import { parseFilter } from '../query/filter.js';
import { parsePath } from '../query/paths.js';
import { planQuery } from '../query/plan/planner.js';
import { search } from '../query/search.js';
import type { Collection } from '../storage/collection.js';
import type { Stored } from '../storage/storage.js';
import { insertDocument, replaceDocument } from '../storage/write.js';
import { idFirst } from '../update/update.js';
import type { CommandContext } from './command.js';
import { docOf } from './find.js';
import type { PipelineOptions } from './pipeline-stream.js';
import { checkOutput } from './validation.js';
import { encodeChecked } from './write-result.js';

/** A `$merge`, checked. */
export interface Merge {
  kind: '$merge';
  db: string | undefined;
  collection: string;
  /** The fields by which a document of the target is the same as one of the source. */
  on: string[];
  matched: 'replace' | 'merge' | 'keepExisting' | 'fail' | MatchedPipeline;
  unmatched: 'insert' | 'discard' | 'fail';
}

/** What becomes of a document of the target, by a pipeline that sees that of the source as `$$new`. */
type MatchedPipeline = (before: Doc, source: Doc) => Doc;

const MATCHED = ['replace', 'merge', 'keepExisting', 'fail'];
const UNMATCHED = ['insert', 'discard', 'fail'];

const wrong = (code: CommandErrorName, message: string) => new CommandError(code, message);

/**
 * Checks the operand of `$merge`, apart from what it says about the target.
 *
 * @param options what the pipeline runs with
 * @throws CommandError
 */
export function parseMerge(operand: Value, options: PipelineOptions): Merge {
  const spec = typeof operand === 'string' ? ({ into: operand } as Doc) : operand;
  if (!isDoc(spec))
    throw wrong('TypeMismatch', `$merge requires a string or object argument, but found ${typeName(spec)}`);
  checkOptions('$merge', spec, ['into', 'on', 'let', 'whenMatched', 'whenNotMatched']);
  const { whenMatched = 'merge', whenNotMatched = 'insert' } = spec;
  checkModes(whenMatched, whenNotMatched);
  if (spec.let !== undefined && !isDoc(spec.let))
    throw wrong('TypeMismatch', "BSON field '$merge.let' is the wrong type, expected type 'object'");
  if (spec.let !== undefined && !Array.isArray(whenMatched))
    throw wrong('Location51199', `Cannot use 'let' variables with 'whenMatched: ${whenMatched as string}' mode`);
  return {
    kind: '$merge',
    ...targetOf(spec.into),
    on: fieldsOf(spec.on),
    matched: Array.isArray(whenMatched)
      ? matchedPipeline(whenMatched, spec.let, whenNotMatched === 'insert', options)
      : (whenMatched as Merge['matched']),
    unmatched: whenNotMatched as Merge['unmatched'],
  };
}

function targetOf(into: Value | undefined): { db: string | undefined; collection: string } {
  if (into === undefined) throw wrong('Location40414', "BSON field '$merge.into' is missing but a required field");
  if (typeof into === 'string') {
    if (into === '') throw wrong('Location5786800', "$merge 'into' field cannot be an empty string");
    return { db: undefined, collection: into };
  }
  if (!isDoc(into))
    throw wrong(
      'Location51178',
      `$merge 'into' field must be either a string or an object, but found ${typeName(into)}`,
    );
  checkOptions('into', into, ['db', 'coll']);
  for (const [name, value] of Object.entries(into)) {
    if (typeof value !== 'string')
      throw wrong('TypeMismatch', `BSON field 'into.${name}' is the wrong type, expected type 'string'`);
  }
  const { db, coll } = into as { db?: string; coll?: string };
  if (!coll) throw wrong('Location5786801', "$merge 'into' field must specify a 'coll' that is not empty");
  return { db: db || undefined, collection: coll };
}

function fieldsOf(on: Value | undefined): string[] {
  if (on === undefined) return ['_id'];
  if (typeof on !== 'string' && !Array.isArray(on))
    throw wrong(
      'Location51186',
      `$merge 'on' field must be a string or an array of strings, but found ${typeName(on)}`,
    );
  const fields = [on].flat();
  if (fields.length === 0)
    throw wrong('Location51187', "If explicitly specifying $merge 'on', must include at least one field");
  for (const [i, field] of fields.entries()) {
    if (typeof field !== 'string')
      throw wrong('Location51134', `$merge 'on' array elements must be strings, but found ${typeName(field)}`);
    checkFieldPath(field);
    if (fields.indexOf(field) < i) throw wrong('Location31465', `Found a duplicate field '${field}'`);
  }
  return fields as string[];
}

function checkModes(matched: Value, unmatched: Value): void {
  const unknown = (value: string, field: string) =>
    wrong('BadValue', `Enumeration value '${value}' for field '${field}' is not a valid value.`);
  if (typeof matched !== 'string' && !Array.isArray(matched))
    throw wrong('Location51191', `$merge 'whenMatched' must be a string or an array, but found ${typeName(matched)}`);
  if (typeof unmatched !== 'string')
    throw wrong('TypeMismatch', "BSON field '$merge.whenNotMatched' is the wrong type, expected type 'string'");
  if (typeof matched === 'string' && !MATCHED.includes(matched)) throw unknown(matched, 'whenMatched');
  if (!UNMATCHED.includes(unmatched)) throw unknown(unmatched, 'whenNotMatched');
  if ((matched === 'keepExisting' || matched === 'fail') && unmatched !== 'insert')
    throw wrong(
      'Location51181',
      `Combination of $merge modes 'whenMatched: ${matched}' and 'whenNotMatched: ${unmatched}' is not supported`,
    );
}

/** The pipeline of `whenMatched`; its variables are expressions over the document of the source. */
function matchedPipeline(
  stages: readonly Value[],
  bound: Doc | undefined,
  inserts: boolean,
  options: PipelineOptions,
): MatchedPipeline {
  if (bound?.new !== undefined && bound.new !== '$$ROOT')
    throw wrong('Location51273', "'let' may not define a value for the reserved 'new' variable other than '$$ROOT'");
  const bindings: [string, Evaluate][] = Object.entries({
    ...(!bound || inserts ? { new: '$$ROOT' } : {}),
    ...bound,
  }).map(([name, value]) => {
    checkVariableName(outerName(name));
    return [name, compileExpression(value, options)];
  });
  const compiled = (variables: Doc) => compilePipelineUpdate(stages, { ...options.variables, ...variables }, options);
  compiled(asExpressions(Object.fromEntries(bindings.map(([name]) => [name, null])))); // refuses a wrong one at once
  return (before, source) => {
    const scope = newScope(source, options.variables);
    return compiled(asExpressions(Object.fromEntries(bindings.map(([name, evaluate]) => [name, evaluate(scope)]))))(
      before,
    );
  };
}

/** Refuses fields of `on` of which no index says that they tell documents apart. @throws CommandError 51183 */
export function checkUnique({ on }: Merge, target: Collection | undefined): void {
  const isOfThese = (fields: readonly { name: string }[]) =>
    fields.length === on.length && fields.every(({ name }) => on.includes(name));
  if (isOfThese([{ name: '_id' }])) return;
  const isSupported = target?.indexes.some((each) => each.unique && !each.partialFilter && isOfThese(each.fields));
  if (!isSupported) throw wrong('Location51183', 'Cannot find index to verify that join fields will be unique');
}

/** Brings one document into the target; inside a transaction. */
export function mergeOne(context: CommandContext, target: Collection, merge: Merge, made: Doc): void {
  const { storage } = context;
  const doc = made._id === undefined && merge.on.includes('_id') ? { _id: new ObjectId(), ...made } : made;
  const filter = parseFilter(
    Object.fromEntries(merge.on.map((name) => [innerName(name), { $eq: joinValue(doc, name) }])) as Doc,
  );
  let found: Stored | undefined;
  for (const each of search(storage, target, planQuery(storage, target, { filter, limit: 1 }), filter)) {
    if ((found = each)) break;
  }
  if (!found) return addUnmatched(context, target, merge, doc);
  const before = docOf(found);
  const after = mergedDoc(merge, target, before, doc);
  if (!after) return;
  checkOutput(context, target, after, before);
  replaceDocument(storage, target, { ...found, doc: before }, encodeChecked(after, MAX_DOCUMENT_BYTES), after);
}

/** The value of a field of `on`. @throws CommandError 51132, 51185 */
function joinValue(doc: Doc, name: string): Value {
  let value: Value | undefined = doc;
  for (const { inner } of parsePath(name)) {
    value = isDoc(value) ? value[inner] : undefined;
    if (Array.isArray(value)) throw wrong('Location51185', `$merge write error: 'on' field '${name}' is an array`);
  }
  if (value === undefined || value === null || value instanceof UndefinedValue)
    throw wrong(
      'Location51132',
      `$merge write error: 'on' field '${name}' cannot be missing, null, undefined or an array`,
    );
  return value;
}

function addUnmatched(context: CommandContext, target: Collection, { unmatched }: Merge, doc: Doc): void {
  if (unmatched === 'discard') return;
  if (unmatched === 'fail')
    throw wrong(
      'Location13113',
      '$merge could not find a matching document in the target collection for at least one document in the source collection',
    );
  const added = doc._id === undefined ? { _id: new ObjectId(), ...doc } : idFirst(doc);
  checkOutput(context, target, added);
  insertDocument(context.storage, target, encodeChecked(added, MAX_DOCUMENT_BYTES), added);
}

/** What a document of the target becomes; nothing when it stays as it is. */
function mergedDoc({ matched, on }: Merge, target: Collection, before: Doc, doc: Doc): Doc | undefined {
  switch (matched) {
    case 'keepExisting':
      return undefined;
    case 'fail':
      throw new CommandError(
        'DuplicateKey',
        `$merge with whenMatched: fail found an existing document with the same values for the 'on' fields :: caused by :: E11000 duplicate key error collection: ${target.db}.${target.name}`,
        {
          keyPattern: Object.fromEntries(on.map((name) => [name, 1])),
          keyValue: Object.fromEntries(on.map((name) => [name, joinValue(doc, name)])),
        },
      );
    case 'replace':
      return withId(before, doc);
    case 'merge':
      return withId(before, merged([before, doc]));
    default:
      return withId(before, matched(before, doc));
  }
}

/** The `_id` of the target stays. @throws CommandError ImmutableField */
function withId(before: Doc, after: Doc): Doc {
  if (after._id !== undefined && !equalValues(after._id, before._id))
    throw wrong(
      'ImmutableField',
      "$merge failed to update the matching document, did you attempt to modify the _id or the shard key? :: caused by :: Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  const { _id, ...others } = after;
  return { _id: before._id!, ...others };
}
