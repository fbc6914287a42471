import { toBsonName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { AccessedFields } from '../query/accessed-fields.js';
import type { Stream } from './stream.js';

export interface StageCompilerContext {
  /** Compiles a pipeline on a collection of this database, for `$unionWith`. */
  compileForCollection: (name: string, pipeline: Value[]) => () => Stream;
  reads?: AccessedFields;
}

export interface PipelineCompilerContext extends StageCompilerContext {
  stages: ReadonlyMap<string, StageCompiler>;
}

export type CompiledStage = (input: Stream) => Stream;

/** Compiles a pipeline stage. @param operand value of its only field @param next the following stage */
export type StageCompiler = (operand: Value, context: StageCompilerContext, next?: Value) => CompiledStage;

/** Compiles pipeline stages to one function from input to output documents. @throws CommandError 40324 */
export function compilePipeline(stages: readonly Value[], context: PipelineCompilerContext): CompiledStage {
  const compiledStages: CompiledStage[] = [];
  for (const [i, stage] of stages.entries()) {
    const { name, operand } = parseStage(stage);
    const compile = context.stages.get(name);
    if (!compile)
      throw new CommandError('Location40324', unsupportedMessage(`Unrecognized pipeline stage name: '${name}'`));
    compiledStages.push(compile(operand, context, stages[i + 1]));
  }
  return (input) => compiledStages.reduce<Stream>((stream, stage) => stage(stream), input);
}

export function parseStage(stage: Value): { name: string; operand: Value } {
  if (!isDoc(stage)) throw new CommandError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  if (names.length !== 1) {
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  }
  return { name: names[0]!, operand: stage[names[0]!]! };
}

/** Rejects unknown options of a stage. @throws CommandError 40415 */
export function checkStageOptions(name: string, spec: Doc, allowed: readonly string[]): void {
  for (const option of Object.keys(spec).map(toBsonName)) {
    if (!allowed.includes(option))
      throw new CommandError('Location40415', unsupportedMessage(`BSON field '${name}.${option}' is an unknown field`));
  }
}
