import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the program lies in, whether it runs from src/ or, built, from files beside one another in dist/. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Name and version of the program, for messages: `Signpost 0.4.0`. */
export const PROGRAM = `Signpost ${readVersion()}`;

/** The version of the program, as its package says. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version;
}
