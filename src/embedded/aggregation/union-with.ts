import type { Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { StageCompiler } from './pipeline.js';
import { checkOptions } from './pipeline.js';
import { concatStreams } from './stream.js';

/** `$unionWith`: appends the documents of another collection. */
export const unionWith: StageCompiler = (operand, { collection }) => {
  if (!isDoc(operand)) {
    throw new CommandError('FailedToParse', `$unionWith needs an object, but found ${typeName(operand)}`);
  }
  checkOptions('$unionWith', operand, ['coll', 'pipeline']);
  const { coll, pipeline = [] as Value[] } = operand;
  if (typeof coll !== 'string')
    throw new CommandError('FailedToParse', `$unionWith needs the name of a collection, but found ${typeName(coll)}`);
  if (!Array.isArray(pipeline)) {
    throw new CommandError('TypeMismatch', "'pipeline' option of $unionWith must be specified as an array");
  }
  const source = collection(coll, pipeline);
  return (input) => concatStreams(input, source);
};
