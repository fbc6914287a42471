import type { Model } from '../model/model.js';
import { computedTypes } from './computed-types.js';
import { recordTypes } from './record-types.js';
import { printContract } from './served.js';

/** All files that follow from the model: path in the project to text. */
export function generatedFiles(model: Model): Map<string, string> {
  return new Map([
    ['schema.graphql', printContract(model)],
    ['src/generated/records.ts', recordTypes(model)],
    ['src/generated/computed.ts', computedTypes(model)],
  ]);
}
