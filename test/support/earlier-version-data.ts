import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Returns the path of a file that an earlier version wrote. `test/fixtures/recorded/README.md` lists their content. */
export function earlierVersionPath(commit: string, name: string): string {
  return join('test/fixtures/recorded', commit, name);
}

/** Copies the data folder of an earlier version. */
export function copyEarlierDataFolder(commit: string, dataDir: string): void {
  for (const name of ['format', 'seal']) cpSync(earlierVersionPath(commit, name), join(dataDir, name));
  writeFileSync(join(dataDir, 'data.mdb'), gunzipSync(readFileSync(earlierVersionPath(commit, 'data.mdb.gz'))));
}
