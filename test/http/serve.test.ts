import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { compiledPath } from '../support/compiled-path.js';

const { MONGODB_URI: _, NODE_OPTIONS: __, ...environment } = process.env;
let dataDir: string;
let child: ChildProcess | undefined;
let output = '';

afterEach(async () => {
  if (child && !child.stdout!.closed) {
    const outputEnd = once(child.stdout!, 'close');
    process.kill(-child.pid!, 'SIGKILL');
    await outputEnd;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

interface ServeOptions {
  environment?: Record<string, string>;
  /** A program and its arguments, to which the default command is appended. */
  by?: readonly string[];
  /** A command that replaces the default one completely. */
  instead?: readonly string[];
}

async function serve({ environment: more = {}, by = [], instead }: ServeOptions = {}): Promise<string> {
  dataDir = mkdtempSync(join(tmpdir(), 'signpost-serve-'));
  output = '';
  const [program = '', ...rest] = instead ?? [...by, process.execPath, compiledPath('src/cli.ts'), 'serve'];
  const started = spawn(program, rest, {
    env: { ...environment, PORT: '0', DATA_DIR: dataDir, CONTENT_DIR: 'test/fixtures/valid', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A separate process group, so that all child processes can be stopped with it.
    detached: true,
  });
  child = started;
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /API is at +(http:\/\/[\d.]+:\d+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}. It printed:\n${output}`)));
  });
}

/** Resolves once the server refuses connections. */
async function untilRefused(port: number): Promise<void> {
  for (let isOpen = true; isOpen;) {
    const socket = connect(port, '127.0.0.1');
    isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Resolves once a request to the API is in progress, possibly before its body. */
async function waitForRequests(origin: string): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    if (/^signpost_requests_under_way 1$/m.test(metrics)) return;
  }
}

test('"serve" fills an empty database and prints its URLs; SIGTERM exits with 0 after the requests in flight', async () => {
  const origin = await serve();
  expect(output).toContain('Filled the empty database with 19 records');
  expect(output).toContain(`GraphiQL is at   ${origin}/graphiql`);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);

  // Subscribers are disconnected without a final event, so that they reconnect.
  const subscription = encodeURIComponent('subscription { entryChanged { after } }');
  const headers = { accept: 'text/event-stream' };
  const streamText = (await fetch(`${origin}/graphql/stream?query=${subscription}`, { headers })).text();
  // A request whose body is still being sent at the time of the signal.
  const { port, host } = new URL(origin);
  const body = '{"query":"{ topics { totalCount } }"}';
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await waitForRequests(origin);
  const exited = once(child!, 'exit');
  child!.kill('SIGTERM');
  await untilRefused(Number(port));
  socket.write(body);
  await once(socket, 'close');
  expect(answer).toContain('HTTP/1.1 200 OK');
  expect(answer).toContain('"totalCount":2');
  expect(await streamText).toMatch(/^:\n\nevent: next\nid: \d+\ndata: .*\n\n$/);
  expect((await exited)[0]).toBe(0);
});

/** Returns the status of a response over a persistent connection, and whether the server closed it afterwards. */
function requestStatus(origin: string, path: string, agent?: Agent): Promise<{ status: number; closes: boolean }> {
  return new Promise((resolve, reject) => {
    const request = get(`${origin}${path}`, { agent }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => {
        resolve({ status: answer.statusCode!, closes: answer.headers.connection === 'close' });
      });
    });
    request.once('error', reject);
  });
}

/**
 * Sends requests over one connection until the server closes it. Returns the number of responses and the errors.
 *
 * @param onResponse called for each response
 */
async function sendUntilClosed(origin: string, onResponse: () => void) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const failed: string[] = [];
  let answered = 0;
  const query = encodeURIComponent('{ topics { nodes { slug title } } sources { nodes { slug title } } }');
  for (let isOpen = true; isOpen;) {
    try {
      const { status, closes } = await requestStatus(origin, `/graphql?query=${query}`, agent);
      if (status === 200) answered += 1;
      else failed.push(String(status));
      onResponse();
      isOpen = !closes;
    } catch (error) {
      failed.push(String(error));
      isOpen = false;
    }
  }
  agent.destroy();
  return { answered, failed };
}

/** Number of shutdowns, and the pause between two requests of a reconnecting client in milliseconds. */
const [ROUNDS, PAUSE_MS] = process.env.LONG ? [20, 0] : [1, 20];

/** Sends requests until the server refuses connections, reconnecting if necessary. Returns all other errors. */
async function requestUntilRefused(origin: string): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const failures: string[] = [];
  for (;;) {
    try {
      const { status } = await requestStatus(origin, '/health/live', agent);
      if (status !== 200 && status !== 503) failures.push(String(status));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') break;
      failures.push(String(error));
    }
    if (PAUSE_MS > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  agent.destroy();
  return failures;
}

test('during shutdown connections close after their responses, no request fails, and no connection is reset', async () => {
  const idle = new Agent({ keepAlive: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    const origin = await serve();
    expect(await requestStatus(origin, '/health/ready', idle)).toEqual({ status: 200, closes: false });
    const clients = Array.from({ length: 16 }, () => {
      let begun = () => {};
      const first = new Promise<void>((resolve) => (begun = resolve));
      return { first, finished: sendUntilClosed(origin, () => begun()) };
    });
    const reconnectingClients = Array.from({ length: 25 }, () => requestUntilRefused(origin));
    // A connection is persistent only after its first response.
    await Promise.all(clients.map(({ first, finished }) => Promise.race([first, finished])));
    expect((await requestStatus(origin, '/health/live', idle)).status).toBe(200);
    const exit = once(child!, 'exit');
    child!.kill('SIGTERM');
    const results = await Promise.all(clients.map(({ finished }) => finished));
    expect(results.flatMap(({ failed }) => failed)).toEqual([]);
    expect(Math.min(...results.map(({ answered }) => answered))).toBeGreaterThan(0);
    expect((await Promise.all(reconnectingClients)).flat()).toEqual([]);
    expect((await exit)[0]).toBe(0);
    rmSync(dataDir, { recursive: true, force: true });
  }
  idle.destroy();
});

test('"serve" redirects former slugs in files; SIGINT from a terminal exits without a grace period', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-slugs-'));
  cpSync('test/fixtures/valid', join(folder, 'seed'), { recursive: true });
  appendFileSync(join(folder, 'seed/topics/adverts.yaml'), 'formerly: [ads]\n');
  // The editor schema contains the slugs of records, which a server does not read.
  const schema = join(folder, 'seed/.schema/topic.json');
  mkdirSync(dirname(schema), { recursive: true });
  writeFileSync(schema, 'with the slugs');
  const origin = await serve({ environment: { CONTENT_DIR: join(folder, 'seed') } });
  const moved = await fetch(`${origin}/fr/topic/ads`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/fr/topic/adverts']);
  const page = await fetch(`${origin}/topic/ads`);
  expect([page.status, page.url]).toEqual([200, `${origin}/topic/adverts`]);
  expect([readFileSync(schema, 'utf8'), existsSync(schema.replace('topic', 'leaflet'))]).toEqual([
    'with the slugs',
    true,
  ]);
  rmSync(folder, { recursive: true });
  const exit = once(child!, 'exit');
  child!.kill('SIGINT');
  expect((await exit)[0]).toBe(0);
  expect(output).toContain('Completing the open requests …');
});

test('a second shutdown signal exits at once', async () => {
  const origin = await serve();
  const { port, host } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await waitForRequests(origin);
  const exited = once(child!, 'exit');
  child!.kill('SIGTERM');
  while ((await requestStatus(origin, '/health/ready')).status !== 503);
  child!.kill('SIGTERM');
  expect((await exited)[0]).toBe(130);
  socket.destroy();
});

test('the server continues if the disk of its log is full, and treats a closed terminal like an interrupt', async () => {
  if (!existsSync('/dev/full')) return console.log('not run: this system has no disk that is always full');
  const logsNowhere = [
    'sh',
    '-c',
    'exec "$0" "$@" 2> /dev/full',
    process.execPath,
    compiledPath('src/cli.ts'),
    'serve',
  ];
  const origin = await serve({ instead: logsNowhere });
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  const exited = once(child!, 'exit');
  child!.kill('SIGHUP');
  expect(await exited).toEqual([0, null]);
});

test('"npm start" forwards its arguments to the server, and a signal to npm stops the server', async () => {
  const origin = await serve({ instead: ['npm', 'start', '--', '--host=127.0.0.2'] });
  expect(new URL(origin).hostname).toBe('127.0.0.2');
  // The server also writes to this pipe, and the last writer closes it.
  const exited = once(child!.stdout!, 'close');
  child!.kill('SIGTERM');
  await exited;
  expect(output).toContain('Completing the open requests …');
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
});

test('an unreachable database is reported in one line, with exit code 3', async () => {
  await expect(serve({ environment: { MONGODB_URI: 'mongodb://127.0.0.1:1' } })).rejects.toThrow(
    /ended with 3\. It printed:\n[^]*The database does not respond: .*\n$/,
  );
});

test('"serve" reports invalid content with the command that lists its problems, and exits', async () => {
  await expect(serve({ environment: { CONTENT_DIR: 'test/fixtures/invalid/link-unknown' } })).rejects.toThrow(
    /ended with 1\.[^]*problems?/,
  );
});

/** A program that runs a command without the capability of root to write to any file. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

test('a read-only data folder is reported in one line, with advice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-read-only-'));
  chmodSync(folder, 0o500);
  const [program, ...args] = [...UNPRIVILEGED, 'test', '!', '-w', folder];
  if (spawnSync(program, args).status !== 0) return console.log('not run: no folder can be closed to this user');
  await expect(serve({ environment: { DATA_DIR: folder }, by: UNPRIVILEGED })).rejects.toThrow(
    `ended with 3. It printed:\nOpening the database in ${folder} …\n` +
      `the data folder "${folder}" cannot be written to; set DATA_DIR to a folder of your own\n`,
  );
  rmSync(folder, { recursive: true });
});
