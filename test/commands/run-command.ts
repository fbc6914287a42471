import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import { readConfig } from '../../src/config.js';
import type { DatabaseHandle } from '../../src/open-database.js';
import { openDatabase } from '../../src/open-database.js';

/** A scratch folder with a copy of the valid content, an empty data folder, and the command line over both. */
export interface Bench {
  /** The content folder. */
  seed: string;
  data: string;
  /** Somewhere for an export. */
  out: string;
  /** Variables that lead a command here. */
  environment: Record<string, string>;
  run(...argv: string[]): Promise<{ exit: number; out: string; err: string }>;
  remove(): void;
}

/** @param database  variables that name a database to use in place of the embedded one in the data folder */
export function bench(database: Record<string, string> = {}): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-command-'));
  const [seed, data, out] = ['seed', 'data', 'out'].map((name) => join(folder, name)) as [string, string, string];
  cpSync('test/fixtures/valid', seed, { recursive: true });
  const environment = { CONTENT_DIR: seed, DATA_DIR: data, ...database };
  return {
    seed,
    data,
    out,
    environment,
    run: (...argv) => runIn(environment, ...argv),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The database of a bench with its content in it. It stays open, and commands share it, as they share that of a server. */
export async function openSeeded({ data, run }: Bench): Promise<DatabaseHandle> {
  const database = await openDatabase(readConfig({ DATA_DIR: data }));
  expect((await run('seed')).exit).toBe(0);
  return database;
}

/** Runs a command in this process and collects what it prints. */
export async function runIn(environment: Record<string, string>, ...argv: string[]) {
  const printed = { out: '', err: '' };
  const exit = await runCli(argv, {
    terminal: {
      out: (text) => void (printed.out += `${text}\n`),
      err: (text) => void (printed.err += `${text}\n`),
      isInteractive: false,
    },
    environment,
    stopSignal: () => new AbortController().signal,
  });
  return { exit, ...printed };
}

/** The texts of all files below a folder, by their path in it; but for what Signpost keeps there for itself. */
export function treeOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => {
    return !/^\.(signpost|schema)\b/.test(name) && statSync(join(root, name)).isFile();
  });
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}
