import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from '../src/contract/generated-files.js';
import { loadModel } from '../src/model/load.js';

for (const [path, text] of generatedFiles(loadModel('schema'))) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
