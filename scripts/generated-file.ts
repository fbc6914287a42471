// A plugin of GraphQL Code Generator: the files that src/contract derives from schema/. See codegen.yml.
import { generatedFiles } from '../src/contract/generated-files.js';
import { loadModel } from '../src/model/load-model.js';

/**
 * Returns the text of the output file that `codegen.yml` names.
 *
 * @throws where nothing in `schema/` describes that file
 */
export function plugin(_schema: unknown, _documents: unknown, _config: unknown, info: { outputFile?: string }): string {
  const text = generatedFiles(loadModel('schema')).get(info.outputFile ?? '');
  if (text === undefined) throw new Error(`codegen.yml names ${info.outputFile}, which src/contract does not derive`);
  return text;
}
