import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { seededFolder } from '../support/seeded-folder.js';

/** A server in a separate process with a separate database. */
export interface ServerProcess {
  /** The origin, such as `http://127.0.0.1:41234`. */
  origin: string;
  /** Creates an editor token with the command line, while the server runs. */
  editorToken(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts `signpost serve` from the built files with the content of `seed/`, and waits until it responds.
 *
 * @throws Error with its output, if it exits or does not get ready
 */
export async function startServerProcess({ timeoutMs = 60_000 } = {}): Promise<ServerProcess> {
  const dataDir = await seededFolder();
  const { MONGODB_URI: _, ...environment } = process.env;
  const env = { ...environment, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['bin/signpost.js', 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const append = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', append);
  child.stderr.on('data', append);

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
    return { origin: await readyOrigin(child, () => output, Date.now() + timeoutMs), editorToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyOrigin(child: ChildProcess, readOutput: () => string, deadline: number): Promise<string> {
  while (Date.now() < deadline && child.exitCode === null) {
    const origin = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(readOutput())?.[0];
    if (origin !== undefined) {
      const readyResponse = await fetch(`${origin}/health/ready`).catch(() => null);
      if (readyResponse?.ok) return origin;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not get ready; exit code ${child.exitCode}. It printed:\n${readOutput()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killTimer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(killTimer);
}
