import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime } from './processor-time.js';
import { startDatabase, startMeasured } from './requests/servers.js';
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
/** Code is compiled while a server answers: so many answers of each page are not counted. */
const WARM_UP = Number(process.env.WARM_UP ?? 600);
/** One process can take a fifth more than the next, all day: what V8 compiles, and where memory lies, is settled early. */
const PROCESSES = Number(process.env.PROCESSES ?? 3);
const ROUND = 40;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Answers that are kept cost too little to be told one by one. */
const KEPT_ROUND = 5000;

/** How pages are asked for. */
interface Way {
  title: string;
  /** Of those that are measured. */
  server: 'signpost' | 'kept';
  requests: number;
  /** Whether the database is a process of its own, as a MongoDB is one: what it takes is not counted then. */
  isApart?: boolean;
  /** Over so many connections, each of which is always waiting for an answer; one after the other where it is absent. */
  connections?: number;
  /** Milliseconds of processor time that an answer may take. */
  goal: number;
  /** The address of one answer, which decides what of it is kept. */
  at: (path: string) => string;
}

const WAYS: readonly Way[] = [
  { title: 'nothing kept', server: 'signpost', requests: ROUND, goal: 10, at: (path) => path },
  {
    title: 'nothing kept, without the database',
    server: 'signpost',
    requests: ROUND,
    isApart: true,
    goal: 10,
    at: (path) => path,
  },
  {
    title: 'entries and figures kept',
    server: 'kept',
    requests: ROUND,
    goal: 5,
    // What tells its cost is not kept as a whole.
    at: (path) => `${path}?cost=true`,
  },
  { title: 'answers kept', server: 'kept', requests: KEPT_ROUND, connections: 16, goal: 0.05, at: (path) => path },
];

/**
 * Prints what pages of entries cost once their code is compiled: processor time of server and embedded database, user and
 * system, and that of the server alone.
 * Of each process the median of some rounds, of the processes the least, the middle and the most. Of the first page in a
 * process too, for which all code is loaded and compiled.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  try {
    const dataDir = join(folder, 'data');
    await (await startMeasured('signpost', dataDir)).close();
    for (const way of WAYS) {
      const processes: Taken[] = [];
      for (let at = 0; at < PROCESSES; at += 1) processes.push(await measure(way, dataDir));
      print(way, processes);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What pages took in one process, in milliseconds. */
interface Taken {
  /** The first page of the process. */
  first: number;
  /** By path: the size of the answer in bytes, and what it took in each round, the least first. */
  pages: Map<string, { bytes: number; rounds: number[] }>;
}

async function measure({ server: name, isApart, requests, connections, at }: Way, dataDir: string): Promise<Taken> {
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
  /** Sends a round; a client of browsers takes longer than an answer that is kept. */
  const send = async (path: string) => {
    const bytes = writeRequest(`GET ${at(path)}`, { host, accept: 'text/html', 'accept-encoding': 'gzip' });
    if (client) await client.send({ port: Number(port), bytes, requests, connections: connections! });
    else for (let sent = 0; sent < requests; sent += 1) await get(path);
  };
  /** Milliseconds of processor time. */
  const took = async (work: () => Promise<unknown>) => {
    const before = processorTime(server.pid);
    await work();
    return (processorTime(server.pid) - before) / 1000;
  };
  try {
    const first = await took(() => get(PAGES[0]!));
    for (const path of PAGES) for (let sent = 0; sent < WARM_UP; sent += 1) await get(path);
    const pages: Taken['pages'] = new Map();
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

function print({ title, goal }: Way, processes: readonly Taken[]): void {
  const firsts = processes.map(({ first }) => first.toFixed(0)).join(', ');
  console.log(`${title}, Node ${process.versions.node} (the goal is ${goal} ms; first pages took ${firsts} ms)`);
  for (const path of PAGES) {
    const each = processes.map(({ pages }) => pages.get(path)!);
    const medians = each.map(({ rounds }) => middle(rounds)).toSorted((a, b) => a - b);
    const least = Math.min(...each.map(({ rounds }) => rounds[0]!));
    const told = {
      'least round': least,
      'of processes, least': medians[0]!,
      middle: middle(medians),
      most: medians.at(-1)!,
    };
    const columns = Object.entries(told).map(([name, ms]) => `${name} ${ms.toFixed(2).padStart(5)}`);
    console.log(`  ${path.padEnd(38)} ${columns.join('  ')} ms  ${each[0]!.bytes} bytes`);
  }
}

/** @param sorted the least first */
function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!;
}
