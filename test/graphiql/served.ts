import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { seededFolder } from '../support/seeded-folder.js';

/** A server of its own process, as people start it, with a database of its own. */
export interface Served {
  /** As in `http://127.0.0.1:41234`. */
  origin: string;
  /** Makes the token of an editor, as people do beside a server that runs. */
  editorToken(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts `signpost serve` from the built files over the content of `seed/`, and waits until it answers.
 *
 * @throws Error with all that it printed, when it ends or does not get ready
 */
export async function served({ timeoutMs = 60_000 } = {}): Promise<Served> {
  const dataDir = await seededFolder();
  const { MONGODB_URI: _, ...environment } = process.env;
  const env = { ...environment, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['bin/signpost.js', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const stop = async () => {
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const editorToken = async () => {
    const create = ['bin/signpost.js', 'token', 'create', '--name=Ana', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, create, { env });
    return (JSON.parse(stdout) as { token: string }).token;
  };
  try {
    return { origin: await readyOrigin(child, () => printed, Date.now() + timeoutMs), editorToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyOrigin(child: ChildProcess, printed: () => string, deadline: number): Promise<string> {
  while (Date.now() < deadline && child.exitCode === null) {
    const origin = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(printed())?.[0];
    if (origin !== undefined) {
      const ready = await fetch(`${origin}/health/ready`).catch(() => null);
      if (ready?.ok) return origin;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not get ready; exit code ${child.exitCode}. It printed:\n${printed()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(patience);
}
