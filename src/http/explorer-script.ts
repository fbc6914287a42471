import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package-info.js';

const SCRIPT_FILE = join(PACKAGE_ROOT, 'dist/script/explorer.js');

/** Script of the explorers, with its path; null if it was not built. Pages work without it. */
export const EXPLORER_SCRIPT = existsSync(SCRIPT_FILE) ? readScript() : null;

function readScript(): { path: string; text: string } {
  const text = readFileSync(SCRIPT_FILE, 'utf8');
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { path: `/script/explorer.${digest}.js`, text };
}
