import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import type { Reads } from '../query/reads.js';
import type { Stream } from './stream.js';

/** What stages need from outside the stream. */
export interface StageContext {
  /** Compiles a pipeline over a collection of this database, for `$unionWith`. */
  collection: (name: string, pipeline: Value[]) => () => Stream;
  /** Is told which fields are read. */
  reads?: Reads;
}

/** What a pipeline is compiled with. */
export interface PipelineContext extends StageContext {
  /** The stages that there are. */
  stages: ReadonlyMap<string, StageCompiler>;
}

/** Turns one stream into another. */
export type Stage = (input: Stream) => Stream;

/** Compiles the operand of a stage; `next` is the stage after it. */
export type StageCompiler = (operand: Value, context: StageContext, next?: Value) => Stage;

/**
 * Compiles a pipeline, whose first stages may have been taken out of it already.
 *
 * @throws CommandError 40324  a stage is unknown
 */
export function compilePipeline(stages: readonly Value[], context: PipelineContext): Stage {
  const compiled: Stage[] = [];
  for (const [i, stage] of stages.entries()) {
    const { name, operand } = readStage(stage);
    const compile = context.stages.get(name);
    if (!compile) throw new CommandError('Location40324', notOffered(`Unrecognized pipeline stage name: '${name}'`));
    compiled.push(compile(operand, context, stages[i + 1]));
  }
  return (input) => compiled.reduce<Stream>((stream, stage) => stage(stream), input);
}

/** The name and the operand of a stage. */
export function readStage(stage: Value): { name: string; operand: Value } {
  if (!isDoc(stage)) throw new CommandError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  if (names.length !== 1) {
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name: names[0]!, operand: stage[names[0]!]! };
}

/** Refuses an option that a stage does not have. @throws CommandError 40415 */
export function checkOptions(name: string, spec: Doc, known: readonly string[]): void {
  for (const option of Object.keys(spec).map(outerName)) {
    if (!known.includes(option))
      throw new CommandError('Location40415', notOffered(`BSON field '${name}.${option}' is an unknown field`));
  }
}
