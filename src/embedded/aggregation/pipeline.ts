import { toClientName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { ReadFields } from '../query/read-fields.js';
import type { Stream } from './stream.js';

export interface StageContext {
  /** Compiles a pipeline on a collection of this database, for `$unionWith`. */
  collection: (name: string, pipeline: Value[]) => () => Stream;
  reads?: ReadFields;
}

export interface PipelineContext extends StageContext {
  stages: ReadonlyMap<string, StageCompiler>;
}

export type Stage = (input: Stream) => Stream;

/** Compiles a pipeline stage. @param operand value of its only field @param next the following stage */
export type StageCompiler = (operand: Value, context: StageContext, next?: Value) => Stage;

/** Compiles a pipeline, or the remaining stages of `splitPipeline`. @throws CommandError 40324 */
export function compilePipeline(stages: readonly Value[], context: PipelineContext): Stage {
  const compiled: Stage[] = [];
  for (const [i, stage] of stages.entries()) {
    const { name, operand } = readStage(stage);
    const compile = context.stages.get(name);
    if (!compile)
      throw new CommandError('Location40324', unsupportedMessage(`Unrecognized pipeline stage name: '${name}'`));
    compiled.push(compile(operand, context, stages[i + 1]));
  }
  return (input) => compiled.reduce<Stream>((stream, stage) => stage(stream), input);
}

export function readStage(stage: Value): { name: string; operand: Value } {
  if (!isDoc(stage)) throw new CommandError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  if (names.length !== 1) {
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name: names[0]!, operand: stage[names[0]!]! };
}

/** Rejects unknown options of a stage. @throws CommandError 40415 */
export function checkOptions(name: string, spec: Doc, allowed: readonly string[]): void {
  for (const option of Object.keys(spec).map(toClientName)) {
    if (!allowed.includes(option))
      throw new CommandError('Location40415', unsupportedMessage(`BSON field '${name}.${option}' is an unknown field`));
  }
}
