import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { documents, leadingDocuments } from './documents.js';
import type { PipelineContext, StageCompiler } from './pipeline.js';
import { checkOptions, compilePipeline } from './pipeline.js';
import type { Stream } from './stream.js';
import { joined } from './stream.js';

const failed = (message: string) => new CommandError('FailedToParse', message);

/** The pipeline over another collection, or over documents of its own. */
function readStages(pipeline: Value | undefined, collection: string | undefined): Value[] {
  if (pipeline !== undefined && !Array.isArray(pipeline)) {
    throw new CommandError('TypeMismatch', "'pipeline' option of $unionWith must be specified as an array");
  }
  const stages: Value[] = pipeline ?? [];
  const hasDocuments = leadingDocuments(stages) !== undefined;
  if (collection === undefined && !hasDocuments) {
    throw failed('$unionWith stage without explicit collection must have a pipeline with $documents as first stage');
  }
  if (collection !== undefined && hasDocuments) {
    throw new CommandError('InvalidNamespace', '$documents is not valid for a collection; use it without one');
  }
  return stages;
}

/** The documents of a collection, or those that the pipeline begins with, after the other stages. */
function compileSource(collection: string | undefined, stages: Value[], context: PipelineContext): () => Stream {
  if (collection !== undefined) return context.collection(collection, stages, context.variables);
  const first = documents(leadingDocuments(stages)!, context);
  const run = compilePipeline(stages.slice(1), context);
  return () => run(first);
}

/** `$unionWith`: the documents of another collection after these. */
export const unionWith: StageCompiler = (operand, { reads: _reads, ...context }) => {
  if (typeof operand !== 'string' && !isDoc(operand)) {
    throw failed(`the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  }
  const spec = typeof operand === 'string' ? ({ coll: operand } as Doc) : operand;
  checkOptions('$unionWith', spec, ['coll', 'pipeline']);
  const { coll } = spec;
  if (coll !== undefined && typeof coll !== 'string') {
    throw new CommandError('TypeMismatch', "BSON field '$unionWith.coll' is the wrong type, expected type 'string'");
  }
  const stages = readStages(spec.pipeline, coll);
  const source = compileSource(coll, stages, context);
  return (input) => joined(input, source);
};
