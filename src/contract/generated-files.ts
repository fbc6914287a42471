import type { Model } from '../model/model.js';
import { computedTypes } from './computed-types.js';
import { recordTypes } from './record-types.js';
import { printContract } from './served.js';

/** Every file that follows from the model, by its path from the root of the project, with its whole text. */
export function generatedFiles(model: Model): Map<string, string> {
  return new Map([
    ['schema.graphql', printContract(model)],
    ['src/generated/records.ts', recordTypes(model)],
    ['src/generated/computed.ts', computedTypes(model)],
  ]);
}
