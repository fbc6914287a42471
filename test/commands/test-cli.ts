import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import { readConfig } from '../../src/config.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';

/** A copy of the valid content and an empty data folder in a temporary folder, and a function that runs commands. */
export interface TestCli {
  /** Path of the content folder. */
  seed: string;
  data: string;
  /** Path for exports. */
  out: string;
  /** Environment variables of commands. */
  environment: Record<string, string>;
  run(...argv: string[]): Promise<{ exit: number; out: string; err: string }>;
  remove(): void;
}

/**
 * Copies the valid content to a temporary folder, on which `run` of the result runs commands.
 * @param database environment variables that select another database than the embedded one in the data folder
 */
export function createTestCli(database: Record<string, string> = {}): TestCli {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-command-'));
  const [seed, data, out] = ['seed', 'data', 'out'].map((name) => join(folder, name)) as [string, string, string];
  cpSync('test/fixtures/valid', seed, { recursive: true });
  const environment = { CONTENT_DIR: seed, DATA_DIR: data, ...database };
  return {
    seed,
    data,
    out,
    environment,
    run: (...argv) => runCliIn(environment, ...argv),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Seeds the database of a test setup and returns it open. Until it is closed, commands of the setup use it, like the
 * database of a running server.
 */
export async function openSeeded({ data, run }: TestCli): Promise<DatabaseHandle> {
  const database = await openDatabase(readConfig({ DATA_DIR: data }));
  expect((await run('seed')).exit).toBe(0);
  return database;
}

/** Runs a command in this process and returns its output. */
export async function runCliIn(environment: Record<string, string>, ...argv: string[]) {
  const output = { out: '', err: '' };
  const exit = await runCli(argv, {
    terminal: {
      out: (text) => void (output.out += `${text}\n`),
      err: (text) => void (output.err += `${text}\n`),
      isInteractive: false,
    },
    environment,
    stopSignal: () => new AbortController().signal,
  });
  return { exit, ...output };
}

/** Returns the texts of all files below a folder by relative path, without Signpost's own state files. */
export function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => {
    return !/^\.(signpost|schema)\b/.test(name) && statSync(join(root, name)).isFile();
  });
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}
