import { Long, ObjectId } from 'bson';
import { innerName } from '../bson/field-names.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { stageOf } from '../aggregation/pipeline.js';
import { compilePipelineUpdate, literals } from '../aggregation/pipeline-update.js';
import { merged } from '../aggregation/operators/object.js';
import type { Stream } from '../aggregation/stream.js';
import { parsePath, valuesAt } from '../query/paths.js';
import { parseFilter } from '../query/filter.js';
import { planQuery } from '../query/planner.js';
import { search } from '../query/search.js';
import type { Collection } from '../storage/collection.js';
import { indexFromSpec } from '../storage/index-spec.js';
import { removeRange } from '../storage/remove-range.js';
import { insertDocument, replaceDocument } from '../storage/write.js';
import { dropCollection } from './collections.js';
import type { CommandContext } from './command.js';
import { checkNamespace } from './command.js';
import { docOf } from './find.js';
import { encodeChecked } from './write-result.js';

/** Documents written in one transaction. */
const MOST_AT_ONCE = 200;

/** The documents of a first stage that reads no collection; nothing when the pipeline begins otherwise. */
export function sourceStage(context: CommandContext, name: string, pipeline: readonly Value[]): Stream | undefined {
  const first = pipeline.length > 0 ? stageOf(pipeline[0]!) : undefined;
  switch (first?.name) {
    case '$documents':
      if (!Array.isArray(first.operand)) throw new CommandError('Location5858203', 'an array is expected');
      return first.operand as Doc[];
    case '$listLocalSessions':
      return isDoc(context.command.lsid) ? [{ _id: context.command.lsid, lastUse: new Date() }] : [];
    case '$currentOp':
      return [];
    case '$collStats':
      return collectionFigures(context, name);
    case '$indexStats':
      return (
        context.storage.catalogue.get(context.db, name)?.indexes.map(({ name: index, spec }): Doc => ({
          name: index,
          key: spec.key!,
          host: context.address,
          spec,
        })) ?? []
      );
    default:
      if (name.startsWith('$cmd')) {
        throw new CommandError(
          'InvalidNamespace',
          `{aggregate: 1} is not valid for '${first?.name ?? ''}'; a collection is required.`,
        );
      }
      return undefined;
  }
}

function collectionFigures({ storage, db }: CommandContext, name: string): Doc[] {
  const collection = storage.catalogue.get(db, name);
  if (!collection)
    throw new CommandError(
      'NamespaceNotFound',
      `Unable to retrieve storageStats in $collStats stage :: caused by :: Collection [${db}.${name}] not found.`,
    );
  const { count, bytes } = collection;
  return [
    {
      ns: `${db}.${name}`,
      localTime: new Date(),
      count,
      storageStats: { count, size: Long.fromNumber(bytes), nindexes: collection.indexes.length },
    },
  ];
}

interface Output {
  kind: '$out' | '$merge';
  db: string | undefined;
  collection: string;
  on: string[];
  matched: Value;
  unmatched: string;
  variables: Doc;
}

/** The last stage of a pipeline when it writes. */
export function outputStage(pipeline: readonly Value[]): Output | undefined {
  for (const stage of pipeline.slice(0, -1)) {
    const { name } = stageOf(stage);
    if (name === '$out' || name === '$merge')
      throw new CommandError('Location40601', `${name} can only be the final stage in the pipeline`);
  }
  const last = pipeline.at(-1);
  if (last === undefined) return undefined;
  const { name, operand } = stageOf(last);
  if (name !== '$out' && name !== '$merge') return undefined;
  const into = name === '$merge' && isDoc(operand) ? operand.into! : operand;
  const { db, coll } = isDoc(into) ? into : ({ coll: into } as Doc);
  if (typeof coll !== 'string') throw new CommandError('Location16990', `${name} needs the name of a collection`);
  const merge = name === '$merge' && isDoc(operand) ? operand : {};
  const on = merge.on === undefined ? ['_id'] : [merge.on].flat();
  const unmatched = merge.whenNotMatched ?? 'insert';
  if (!['insert', 'discard', 'fail'].includes(unmatched as string))
    throw new CommandError(
      'BadValue',
      `Enumeration value '${String(unmatched)}' for field 'whenNotMatched' is not a valid value.`,
    );
  return {
    kind: name,
    db: db as string | undefined,
    collection: coll,
    on: on as string[],
    matched: merge.whenMatched ?? 'merge',
    unmatched: unmatched as string,
    variables: isDoc(merge.let) ? merge.let : {},
  };
}

/** Writes the documents of a pipeline into a collection. */
export async function writeOutput(context: CommandContext, output: Output, stream: Stream): Promise<void> {
  const { storage, pacer } = context;
  const db = output.db ?? context.db;
  checkNamespace(db, output.collection);
  const docs: Doc[] = [];
  for (const doc of stream) {
    if (pacer.due()) await pacer.pause();
    if (doc) docs.push(doc._id === undefined ? { _id: new ObjectId(), ...doc } : doc);
  }
  if (output.kind === '$out') return replaceCollection(context, db, output.collection, docs);
  for (let first = 0; first < docs.length; first += MOST_AT_ONCE) {
    await storage.commit.run(() => {
      const target = storage.catalogue.get(db, output.collection) ?? storage.catalogue.create(db, output.collection);
      for (const doc of docs.slice(first, first + MOST_AT_ONCE)) mergeOne(context, target, output, doc);
    });
  }
}

/** `$out`: the collection is there as it was, or as it is to be, and never in between. */
async function replaceCollection(context: CommandContext, db: string, name: string, docs: Doc[]): Promise<void> {
  const { storage } = context;
  const old = storage.catalogue.get(db, name);
  const scratch = `tmp.agg_out.${new ObjectId().toHexString()}`;
  const made = await storage.commit.run(() => {
    const collection = storage.catalogue.create(db, scratch, old?.options ?? {});
    for (const { spec } of old?.indexes.slice(1) ?? []) {
      collection.indexes.push(indexFromSpec(storage.catalogue.takeId(), spec));
    }
    storage.catalogue.save(collection);
    return collection;
  });
  try {
    for (let first = 0; first < docs.length || first === 0; first += MOST_AT_ONCE) {
      await storage.commit.run(() => {
        for (const doc of docs.slice(first, first + MOST_AT_ONCE)) {
          insertDocument(storage, made, encodeChecked(doc, MAX_DOCUMENT_BYTES), doc);
        }
      });
    }
  } catch (error) {
    await dropCollection(storage, made);
    throw error;
  }
  await storage.commit.run(() => {
    const present = storage.catalogue.get(db, name);
    if (present) {
      storage.catalogue.remove(present);
      storage.catalogue.noteOrphans([present.id, ...present.indexes.map(({ id }) => id)]);
    }
    storage.catalogue.rename(made, db, name);
  });
  await removeRange(storage);
}

function mergeOne({ storage }: CommandContext, target: Collection, output: Output, doc: Doc): void {
  const values = output.on.map(
    (name) => [innerName(name), { $eq: valuesAt(doc, parsePath(name))[0] ?? null }] as const,
  );
  const filter = parseFilter(Object.fromEntries(values) as Doc);
  let found;
  for (const each of search(storage, target, planQuery(storage, target, { filter, limit: 1 }), filter))
    if ((found = each)) break;
  if (!found) {
    if (output.unmatched === 'fail')
      throw new CommandError(
        'Location13113',
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    if (output.unmatched === 'insert') insertDocument(storage, target, encodeChecked(doc, MAX_DOCUMENT_BYTES), doc);
    return;
  }
  if (output.matched === 'keepExisting') return;
  if (output.matched === 'fail')
    throw new CommandError(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${target.db}.${target.name} index: _id_ dup key`,
      { keyPattern: { _id: 1 }, keyValue: { _id: doc._id ?? null } },
    );
  const before = docOf(found);
  const after = mergedDoc(output, before, doc);
  replaceDocument(storage, target, { ...found, doc: before }, encodeChecked(after, MAX_DOCUMENT_BYTES), after);
}

function mergedDoc(output: Output, before: Doc, doc: Doc): Doc {
  if (output.matched === 'replace') return { ...doc, _id: before._id! };
  if (output.matched === 'merge') return merged([before, doc]);
  if (!Array.isArray(output.matched))
    throw new CommandError(
      'BadValue',
      `Enumeration value '${String(output.matched)}' for field 'whenMatched' is not a valid value.`,
    );
  return compilePipelineUpdate(output.matched, { ...output.variables, ...literals({ new: doc }) })(before);
}
