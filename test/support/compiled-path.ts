import { join } from 'node:path';

/** Returns the compiled file of a source file, so that a child process can run `node <file>`. */
export function compiledPath(source: string): string {
  return join(process.env.TEST_RUN_FOLDER!, source.replace(/\.ts$/, '.js'));
}
