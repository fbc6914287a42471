import { ObjectId } from 'bson';
import { parseFilter } from '../query/filter.js';
import { merged } from '../aggregation/operators/object.js';
import { checkOptions } from '../aggregation/pipeline.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError, notOffered } from '../command-error.js';
import { planQuery } from '../query/plan/planner.js';
import { search } from '../query/search.js';
import type { Collection } from '../storage/collection.js';
import { insertDocument, replaceDocument } from '../storage/write.js';
import { idFirst } from '../update/update.js';
import type { CommandContext } from './command.js';
import { decodeFound } from './find.js';
import { checkOutput } from './validation.js';
import { encodeChecked } from './write-result.js';

/** A `$merge`, checked: what is not there under the same `_id` is added. */
export interface Merge {
  kind: '$merge';
  db: string | undefined;
  collection: string;
  /** Whether what is there gets the fields, or is an error. */
  whenMatched: 'merge' | 'fail';
}

const OFFERED: Readonly<Record<string, readonly Value[]>> = {
  on: ['_id'],
  whenMatched: ['merge', 'fail'],
  whenNotMatched: ['insert'],
};

const wrong = (code: CommandErrorName, message: string) => new CommandError(code, message);

/** Checks the operand of `$merge`. @throws CommandError */
export function parseMerge(operand: Value): Merge {
  const spec = typeof operand === 'string' ? ({ into: operand } as Doc) : operand;
  if (!isDoc(spec))
    throw wrong('TypeMismatch', `$merge requires a string or object argument, but found ${typeName(spec)}`);
  checkOptions('$merge', spec, ['into', 'on', 'let', 'whenMatched', 'whenNotMatched']);
  const { into, ...options } = spec;
  for (const [name, value] of Object.entries(options)) {
    if (!OFFERED[name]?.includes(value!)) throw wrong('BadValue', notOffered(`$merge with this '${name}'`));
  }
  return { kind: '$merge', whenMatched: spec.whenMatched === 'fail' ? 'fail' : 'merge', ...readTarget(into) };
}

function readTarget(into: Value | undefined): { db: string | undefined; collection: string } {
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

/** Brings one document into the target; inside a transaction. @throws CommandError DuplicateKey, where that is asked */
export function mergeOne(context: CommandContext, target: Collection, made: Doc, { whenMatched }: Merge): void {
  const { storage } = context;
  const doc = made._id === undefined ? { _id: new ObjectId(), ...made } : idFirst(made);
  const filter = parseFilter({ _id: { $eq: doc._id! } });
  for (const found of search(storage, target, planQuery(storage, target, { filter, limit: 1 }), filter)) {
    if (!found) continue;
    if (whenMatched === 'fail') break;
    const before = decodeFound(found);
    const after = merged([before, doc]);
    checkOutput(context, target, after, before);
    return replaceDocument(storage, target, { ...found, doc: before }, encodeChecked(after, MAX_DOCUMENT_BYTES), after);
  }
  checkOutput(context, target, doc);
  insertDocument(storage, target, encodeChecked(doc, MAX_DOCUMENT_BYTES), doc);
}
