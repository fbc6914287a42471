import type { Model } from '../model/model.js';
import { computedTypes } from './computed-types.js';
import { recordTypes } from './record-types.js';
import { printContract } from './served-schema.js';

/** Returns all files that are generated from the model: text by path in the project. */
export function generatedFiles(model: Model): Map<string, string> {
  return new Map([
    ['schema.graphql', printContract(model)],
    ['src/generated/records.ts', recordTypes(model)],
    ['src/generated/computed.ts', computedTypes(model)],
  ]);
}
