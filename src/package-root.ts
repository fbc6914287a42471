import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the package, from src/ or dist/. */
export const PACKAGE_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** As in `Signpost 0.4.0`. */
export const PROGRAM_VERSION = `Signpost ${readVersion()}`;

export function readVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}
