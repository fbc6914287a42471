import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuTime } from './cpu-time.js';
import { startDatabase, startMeasured } from './requests/measured-servers.js';
import { startWireClient, writeRequest } from './requests/wire-client.js';

const PAGES = [
  '/country/it',
  '/trend/cases-record',
  '/indicator/iom-dead-missing',
  '/topic/electronic-evidence',
  '/leaflet/leaflet-digital-domain-2024',
  '/route/central-mediterranean',
  '/law/al-cc-298',
];
/** Number of unmeasured responses of each page, while V8 compiles the code. */
const WARM_UP = Number(process.env.WARM_UP ?? 600);
/**
 * Number of measured processes. A process can be a fifth slower than others, due to its compilation and memory layout.
 */
const PROCESSES = Number(process.env.PROCESSES ?? 3);
const ROUND = 40;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Number of cached responses in a round. They are too fast to be measured one by one. */
const CACHED_ROUND = 5000;

/** A server and a state of its caches with which pages are measured. */
interface PageVariant {
  title: string;
  /** Name of the measured server. */
  server: 'signpost' | 'cached';
  requests: number;
  /** Whether the database is a separate process, like a MongoDB. Its CPU time is not counted then. */
  hasSeparateDatabase?: boolean;
  /** Number of concurrent connections; one if absent. */
  connections?: number;
  /** Maximum CPU time of a response in milliseconds. */
  goal: number;
  /** Returns the URL of a response, which determines the caches that it uses. */
  at: (path: string) => string;
}

const PAGE_VARIANTS: readonly PageVariant[] = [
  { title: 'no cache', server: 'signpost', requests: ROUND, goal: 10, at: (path) => path },
  {
    title: 'no cache, without the database',
    server: 'signpost',
    requests: ROUND,
    hasSeparateDatabase: true,
    goal: 10,
    at: (path) => path,
  },
  {
    title: 'entries and figures cached',
    server: 'cached',
    requests: ROUND,
    goal: 5,
    // Responses that report their cost are not cached.
    at: (path) => `${path}?cost=true`,
  },
  {
    title: 'responses cached',
    server: 'cached',
    requests: CACHED_ROUND,
    connections: 16,
    goal: 0.05,
    at: (path) => path,
  },
];

/**
 * Prints the CPU time of entry pages after compilation: user and system time of server and embedded database, and of
 * the server alone. For each process it takes the median of the rounds; of the processes it prints minimum, median and
 * maximum. Also prints the time of the first page of a process, which loads and compiles all code.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  try {
    const dataDir = join(folder, 'data');
    await (await startMeasured('signpost', dataDir)).close();
    for (const variant of PAGE_VARIANTS) {
      const processes: Measurement[] = [];
      for (let index = 0; index < PROCESSES; index += 1) processes.push(await measure(variant, dataDir));
      print(variant, processes);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measurements of one process, in milliseconds. */
interface Measurement {
  /** Time of the first page of the process. */
  first: number;
  /** By path: the size of the response in bytes, and the time of each round, ascending. */
  pages: Map<string, { bytes: number; rounds: number[] }>;
}

async function measure(
  { server: name, hasSeparateDatabase: isApart, requests, connections, at }: PageVariant,
  dataDir: string,
): Promise<Measurement> {
  const database = isApart ? await startDatabase(dataDir) : null;
  const server = await startMeasured(name, dataDir, database ? { MONGODB_URI: database.uri } : {});
  const { origin, port, host } = new URL(server.url);
  const get = async (path: string) => {
    const answer = await fetch(`${origin}${at(path)}`, { headers: { accept: 'text/html' } });
    const bytes = (await answer.text()).length;
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return bytes;
  };
  const client = connections === undefined ? null : startWireClient();
  /** Sends the requests of one round, for cached responses with a client that takes less time than the server. */
  const send = async (path: string) => {
    const bytes = writeRequest(`GET ${at(path)}`, { host, accept: 'text/html', 'accept-encoding': 'gzip' });
    if (client) await client.send({ port: Number(port), bytes, requests, connections: connections! });
    else for (let sentCount = 0; sentCount < requests; sentCount += 1) await get(path);
  };
  /** Returns the CPU time of some work in milliseconds. */
  const took = async (work: () => Promise<unknown>) => {
    const before = cpuTime(server.pid);
    await work();
    return (cpuTime(server.pid) - before) / 1000;
  };
  try {
    const first = await took(() => get(PAGES[0]!));
    for (const path of PAGES) for (let sent = 0; sent < WARM_UP; sent += 1) await get(path);
    const pages: Measurement['pages'] = new Map();
    for (const path of PAGES) {
      const bytes = await get(path);
      await send(path);
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push((await took(() => send(path))) / requests);
      pages.set(path, { bytes, rounds: rounds.toSorted((a, b) => a - b) });
    }
    return { first, pages };
  } finally {
    await client?.close();
    await server.close();
    await database?.close();
  }
}

function print({ title, goal }: PageVariant, processes: readonly Measurement[]): void {
  const firsts = processes.map(({ first }) => first.toFixed(0)).join(', ');
  console.log(`${title}, Node ${process.versions.node} (the goal is ${goal} ms; first pages took ${firsts} ms)`);
  for (const path of PAGES) {
    const each = processes.map(({ pages }) => pages.get(path)!);
    const medians = each.map(({ rounds }) => median(rounds)).toSorted((a, b) => a - b);
    const minimum = Math.min(...each.map(({ rounds }) => rounds[0]!));
    const rowTexts = {
      'least round': minimum,
      'of processes, least': medians[0]!,
      middle: median(medians),
      most: medians.at(-1)!,
    };
    const columns = Object.entries(rowTexts).map(([name, ms]) => `${name} ${ms.toFixed(2).padStart(5)}`);
    console.log(`  ${path.padEnd(38)} ${columns.join('  ')} ms  ${each[0]!.bytes} bytes`);
  }
}

/** Returns the median. @param sorted in ascending order */
function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!;
}
