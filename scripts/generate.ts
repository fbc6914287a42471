import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from '../src/contract/generated-files.js';
import { loadModel } from '../src/model/load.js';
import { errorCodesDocument } from './error-codes.js';

const files = generatedFiles(loadModel('schema')).set('docs/errors.md', errorCodesDocument());
for (const [path, text] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
