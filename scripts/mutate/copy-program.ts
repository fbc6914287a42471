import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const LINKED = ['node_modules', 'dist'];

/** Copies the program, with all files that tests read, to a new folder. Returns the path of the folder. */
export function copyProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-mutants-'));
  const left = new Set(['.git', '.data', ...LINKED]);
  for (const name of readdirSync('.').filter((found) => !left.has(found))) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const name of LINKED) symlinkSync(join(process.cwd(), name), join(folder, name));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Creates the compiled program and the two databases that all processes share, without an active fault. Otherwise
 * unrelated tests would notice a fault that damages the seeded content.
 */
export async function createSharedResources(folder: string): Promise<void> {
  process.chdir(folder);
  const { default: makeRunFolder } = (await import(join(folder, 'test/support/run-folder.ts'))) as {
    default: () => Promise<void>;
  };
  await makeRunFolder();
  const run = process.env.TEST_RUN_FOLDER!;
  process.on('exit', () => rmSync(dirname(run), { recursive: true, force: true }));
  const { sharedDatabase } = (await import(join(run, 'test/support/shared-database.js'))) as {
    sharedDatabase: (options: { seeded: boolean }) => Promise<string>;
  };
  for (const seeded of [false, true]) await sharedDatabase({ seeded });
}
