import { RawDocument } from '../bson/encode.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { CommandError } from '../command-error.js';
import type { Stream } from '../aggregation/stream.js';
import { type CommandHandler, readCountField, readDocumentField } from './command.js';
import { encodedResults, planFind } from './find.js';
import { rejectUnknownFields } from './check-command-fields.js';
import { readPipeline, pipelineStream, splitPipeline, readAggregateTarget } from './pipeline-stream.js';
import { encodeWithinLimit } from './write-errors.js';

/** Maximum size of a computed document, in bytes. As in MongoDB, it is larger than for stored documents. */
const MAX_RESULT_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024;

export const aggregate: CommandHandler = async (context) => {
  const { command, db, cursors, yieldTimer, storage } = context;
  const pipeline = readPipeline(command);
  const name = readAggregateTarget(command, db);
  const cursorOptions = readDocumentField(command, 'cursor');
  if (!cursorOptions) throw new CommandError('FailedToParse', "The 'cursor' option is required");
  rejectUnknownFields(cursorOptions, ['batchSize'], 'aggregate.cursor');
  const options = { batchSize: readCountField(cursorOptions, 'batchSize') };
  const split = splitPipeline(pipeline, true);
  const collection = split.remainingStages.length === 0 ? storage.catalogue.get(db, name) : undefined;
  const stream = collection
    ? encodedResults(storage, collection, split.query, planFind(storage, collection, split.query))
    : encodeStream(pipelineStream(context, name, split));
  return cursors.start(stream, `${db}.${name}`, yieldTimer, { ...options, limit: collection ? split.query.limit : 0 });
};

function* encodeStream(stream: Stream): Generator<Buffer | undefined> {
  for (const doc of stream)
    yield doc instanceof RawDocument ? (doc.bytes as Buffer) : doc && encodeWithinLimit(doc, MAX_RESULT_BYTES);
}
