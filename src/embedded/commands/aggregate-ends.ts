import { integerValue } from '../bson/numbers.js';
import { shellForm } from '../bson/shell-form.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { CompileContext } from '../aggregation/compile-expression.js';
import { documents } from '../aggregation/documents.js';
import { readStage } from '../aggregation/pipeline.js';
import type { Stream } from '../aggregation/stream.js';
import type { CommandContext } from './command.js';
import { checkFields } from './known-fields.js';
import { readScale, storageFigures } from './statistics.js';

/** In place of the name of a collection when a pipeline has none. */
export const COLLECTIONLESS = '$cmd.aggregate';

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
