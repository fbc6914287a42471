import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';

const { MONGODB_URI: _, NODE_OPTIONS: __, ...environment } = process.env;
let dataDir: string;
let child: ChildProcess | undefined;
let printed = '';

afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

async function serve(more: Record<string, string> = {}): Promise<string> {
  dataDir ??= '';
  dataDir = mkdtempSync(join(tmpdir(), 'signpost-serve-'));
  printed = '';
  const started = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'serve'], {
    env: { ...environment, PORT: '0', DATA_DIR: dataDir, SEED_DIR: 'test/fixtures/valid', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /API is at +(http:\/\/[\d.]+:\d+)/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}. It printed:\n${printed}`)));
  });
}

test('an empty database is filled, the addresses are printed, and SIGTERM ends it with 0 after what is under way', async () => {
  const origin = await serve();
  expect(printed).toContain('Filled the empty database with 19 records');
  expect(printed).toContain(`GraphiQL is at   ${origin}/graphiql`);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);

  // A request whose body is still on its way when the signal comes.
  const { port, host } = new URL(origin);
  const body = '{"query":"{ topics { totalCount } }"}';
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const ended = once(child!, 'exit');
  child!.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.write(body);
  await once(socket, 'close');
  expect(answer).toContain('HTTP/1.1 200 OK');
  expect(answer).toContain('"totalCount":2');
  expect((await ended)[0]).toBe(0);
}, 60_000);

test('a second signal ends it at once', async () => {
  const origin = await serve();
  const { port, host } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const ended = once(child!, 'exit');
  child!.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const second = performance.now();
  child!.kill('SIGTERM');
  expect((await ended)[0]).toBe(130);
  expect(performance.now() - second).toBeLessThan(3000);
  socket.destroy();
}, 60_000);

test('a database out of reach is said in a plain message, with exit code 3', async () => {
  await expect(serve({ MONGODB_URI: 'mongodb://127.0.0.1:1' })).rejects.toThrow(
    /ended with 3\. It printed:\n[^]*The database does not answer: .*\n$/,
  );
}, 60_000);

test('content with problems is said with how to see them, and nothing is served', async () => {
  await expect(serve({ SEED_DIR: 'test/fixtures/invalid/link-unknown' })).rejects.toThrow(
    /ended with 1\.[^]*problems?/,
  );
}, 60_000);
