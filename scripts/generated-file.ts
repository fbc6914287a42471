// A plugin of GraphQL Code Generator: the files that are generated from schema/. See codegen.yml.
import { printContract } from '../src/contract/served-schema.js';
import { loadModel } from '../src/model/load-model.js';
import type { Model } from '../src/model/model.js';
import { computedTypes } from './computed-types.js';
import { recordTypes } from './record-types.js';

/** Returns all files that are generated from the model: text by path in the project. */
export function generatedFiles(model: Model): Map<string, string> {
  return new Map([
    ['schema.graphql', printContract(model)],
    ['src/generated/records.ts', recordTypes(model)],
    ['src/generated/computed.ts', computedTypes(model)],
  ]);
}

/**
 * The function that GraphQL Code Generator calls. Returns the text of the output file that it names.
 *
 * @throws if the output file is not one of `generatedFiles`
 */
export function plugin(_schema: unknown, _documents: unknown, _config: unknown, info: { outputFile?: string }): string {
  const text = generatedFiles(loadModel('schema')).get(info.outputFile ?? '');
  if (text === undefined) throw new Error(`codegen.yml names ${info.outputFile}, which does not follow from schema/`);
  return text;
}
