import { join } from 'node:path';

/** Returns the file that a source file was compiled to in this run, for a process of its own: `node <file>`. */
export function compiled(source: string): string {
  return join(process.env.TEST_RUN_FOLDER!, source.replace(/\.ts$/, '.js'));
}
