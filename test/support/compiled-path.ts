import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Returns the compiled file of a source file, so that a child process can run `node <file>`. It is a bundle if
 * run-folder.ts made one.
 */
export function compiledPath(source: string): string {
  const run = process.env.TEST_RUN_FOLDER!;
  const bundle = join(run, 'bundles', `${basename(source, '.ts')}.js`);
  return existsSync(bundle) ? bundle : join(run, source.replace(/\.ts$/, '.js'));
}
