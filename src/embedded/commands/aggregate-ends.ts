import { ObjectId } from 'bson';
import { compareValues } from '../bson/compare.js';
import { integerValue } from '../bson/numbers.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { shellForm } from '../bson/shell-form.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { CompileContext } from '../aggregation/compile-expression.js';
import { documents } from '../aggregation/documents.js';
import { readStage, WRITING_STAGES } from '../aggregation/pipeline.js';
import type { Stream } from '../aggregation/stream.js';
import type { Collection } from '../storage/collection.js';
import { formatNamespace } from '../storage/collection.js';
import { indexFromSpec } from '../storage/index-spec.js';
import type { Storage } from '../storage/storage.js';
import { insertDocument } from '../storage/write.js';
import type { CommandContext } from './command.js';
import { checkNamespace } from './command.js';
import { checkFields } from './known-fields.js';
import type { Merge } from './merge.js';
import { mergeOne, parseMerge } from './merge.js';
import { readScale, storageFigures } from './statistics.js';
import { checkOutput } from './validation.js';
import { encodeChecked } from './write-result.js';
import { checkNewCollection, ensured } from './new-collection.js';

/** In place of the name of a collection when a pipeline has none. */
export const COLLECTIONLESS = '$cmd.aggregate';

/** Documents written in one transaction. */
const MOST_AT_ONCE = 200;

/** The documents of a first stage that reads no collection; nothing when the pipeline begins otherwise. */
export function sourceStage(
  context: CommandContext,
  name: string,
  pipeline: readonly Value[],
  options: CompileContext,
): Stream | undefined {
  const first = pipeline.length > 0 ? readStage(pipeline[0]!) : undefined;
  switch (first?.name) {
    case '$documents':
      if (name !== COLLECTIONLESS)
        throw new CommandError('InvalidNamespace', '$documents is not valid for a collection; use {aggregate: 1}');
      return documents(first.operand, options);
    case '$listLocalSessions':
      return isDoc(context.command.lsid) ? [{ _id: context.command.lsid, lastUse: new Date() }] : [];
    case '$currentOp':
      return [];
    case '$collStats':
      return collectionFigures(context, name, first.operand);
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

/** `$collStats`: what its operand asks for. How long operations took is not known, so `latencyStats` adds nothing. */
function collectionFigures({ storage, db, address }: CommandContext, name: string, asked: Value): Doc[] {
  if (!isDoc(asked))
    throw new CommandError(
      'Location5447000',
      `$collStats must take a nested object but found: $collStats: ${shellForm(asked)}`,
    );
  checkFields(asked, ['latencyStats', 'storageStats', 'count', 'queryExecStats'], '$collStats');
  const collection = storage.catalogue.get(db, name);
  const figures: Doc = { ns: `${db}.${name}`, host: address, localTime: new Date() };
  for (const part of ['storageStats', 'count'] as const) {
    const options = asked[part];
    if (options === undefined) continue;
    if (!collection)
      throw new CommandError(
        'NamespaceNotFound',
        `Unable to retrieve ${part} in $collStats stage :: caused by :: Collection [${db}.${name}] not found.`,
      );
    figures[part] =
      part === 'count'
        ? integerValue(collection.count)
        : storageFigures(storage, collection, readScale(isDoc(options) ? options : {}));
  }
  return [figures];
}

interface Out {
  kind: '$out';
  db: string | undefined;
  collection: string;
}

/** The last stage of a pipeline when it writes; checked, also against what is there. */
export function outputStage(context: CommandContext, pipeline: readonly Value[]): Out | Merge | undefined {
  for (const stage of pipeline.slice(0, -1)) {
    const { name } = readStage(stage);
    if (WRITING_STAGES.has(name))
      throw new CommandError('Location40601', `${name} can only be the final stage in the pipeline`);
  }
  const last = pipeline.at(-1);
  if (last === undefined) return undefined;
  const { name, operand } = readStage(last);
  if (!WRITING_STAGES.has(name)) return undefined;
  const output = name === '$merge' ? parseMerge(operand) : parseOut(operand);
  const db = output.db ?? context.db;
  checkNamespace(db, output.collection);
  if (output.collection.startsWith('system.'))
    throw new CommandError(
      name === '$merge' ? 'Location31319' : 'Location17385',
      `Can't ${name} to special collection: ${output.collection}`,
    );
  if (INTERNAL_DATABASES.has(db))
    throw new CommandError(
      name === '$merge' ? 'Location31320' : 'Location31321',
      `Can't ${name} to internal database: ${db}`,
    );
  return output;
}

const INTERNAL_DATABASES = new Set(['admin', 'config', 'local']);

function parseOut(operand: Value): Out {
  if (typeof operand === 'string') return { kind: '$out', db: undefined, collection: operand };
  if (!isDoc(operand))
    throw new CommandError(
      'Location16990',
      `$out only supports a string or object argument, but found ${typeName(operand)}`,
    );
  const { db, coll } = operand;
  if (typeof db !== 'string' || typeof coll !== 'string' || Object.keys(operand).length !== 2)
    throw new CommandError(
      'Location16994',
      "If an object is passed to $out it must have exactly 2 fields: 'db' and 'coll'",
    );
  return { kind: '$out', db, collection: coll };
}

/** Writes the documents of a pipeline into a collection. */
export async function writeOutput(context: CommandContext, output: Out | Merge, stream: Stream): Promise<void> {
  const { storage, pacer } = context;
  const db = output.db ?? context.db;
  const docs: Doc[] = [];
  for (const doc of stream) {
    if (pacer.due()) await pacer.pause();
    if (doc) docs.push(doc);
  }
  if (output.kind === '$out') return replaceCollection(context, db, output.collection, docs.map(withId));
  for (let first = 0; first < docs.length; first += MOST_AT_ONCE) {
    await storage.commit.run(() => {
      const target = ensured(context, output.collection, db);
      for (const doc of docs.slice(first, first + MOST_AT_ONCE)) mergeOne(context, target, doc, output);
    });
  }
}

const withId = (doc: Doc): Doc => (doc._id === undefined ? { _id: new ObjectId(), ...doc } : doc);

/** `$out`: the collection is there as it was, or as it is to be, and never in between. */
async function replaceCollection(context: CommandContext, db: string, name: string, docs: Doc[]): Promise<void> {
  const { storage } = context;
  const { catalogue, commit } = storage;
  const made = await commit.run(() => {
    const old = catalogue.get(db, name);
    if (!old) checkNewCollection(catalogue.all(), db, name);
    return scratchLike(storage, db, old);
  });
  try {
    for (let first = 0; first < docs.length; first += MOST_AT_ONCE) {
      await commit.run(() => {
        catalogue.checkThere(made);
        for (const doc of docs.slice(first, first + MOST_AT_ONCE)) {
          checkOutput(context, made, doc);
          insertDocument(storage, made, encodeChecked(doc, MAX_DOCUMENT_BYTES), doc);
        }
      });
    }
    await commit.run(() => {
      catalogue.checkThere(made);
      const old = catalogue.get(db, name);
      if (old) checkUnchanged(old, made);
      if (old) catalogue.remove(old);
      catalogue.rename(made, db, name);
    });
  } catch (error) {
    await commit.run(() => {
      if (catalogue.get(made.db, made.name) === made) catalogue.remove(made);
    });
    throw error;
  } finally {
    storage.sweeper.start();
  }
}

/** What `$out` writes into before it takes the place of its target. */
const SCRATCH = /^tmp\.agg_out\.[0-9a-f]{24}$/;

/** Forgets what a `$out` that was killed has left. */
export async function dropScratch({ catalogue, commit }: Storage): Promise<void> {
  const left = catalogue.all().filter(({ name }) => SCRATCH.test(name));
  if (left.length > 0) await commit.run(() => left.forEach((collection) => catalogue.remove(collection)));
}

/** An empty collection with the options and the indexes of another; inside a transaction. */
function scratchLike({ catalogue }: Storage, db: string, model: Collection | undefined): Collection {
  const made = catalogue.create(db, `tmp.agg_out.${new ObjectId().toHexString()}`, { ...model?.options });
  for (const { spec } of model?.indexes.slice(1) ?? []) made.indexes.push(indexFromSpec(catalogue.takeId(), spec));
  catalogue.save(made);
  return made;
}

/** What others did to the collection meanwhile would be lost with it: its documents may be, its definition not. */
function checkUnchanged(target: Collection, made: Collection): void {
  const definition = ({ options, indexes }: Collection): Value => [options, indexes.map(({ spec }) => spec)];
  if (compareValues(definition(target), definition(made)) === 0) return;
  const where = formatNamespace(target);
  throw new CommandError('CommandFailed', `options or indexes of target collection ${where} changed during processing`);
}
