import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime } from './processor-time.js';
import { startMeasured } from './requests/servers.js';
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
/** Code is compiled while a server answers: so many answers are not counted. */
const WARM_UP = Number(process.env.WARM_UP ?? 1000);
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
 * Prints what pages of entries cost: processor time of server and database, user and system, the least and the median of
 * some rounds. Of the first page in a process too, for which all code is loaded and compiled.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  try {
    const dataDir = join(folder, 'data');
    await (await startMeasured('signpost', dataDir)).close();
    for (const way of WAYS) await measure(way, dataDir);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure({ title, server: name, requests, connections, goal, at }: Way, dataDir: string): Promise<void> {
  const server = await startMeasured(name, dataDir);
  const origin = new URL(server.url).origin;
  const get = async (path: string) => {
    const answer = await fetch(`${origin}${at(path)}`, { headers: { accept: 'text/html' } });
    const bytes = (await answer.text()).length;
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return bytes;
  };
  const client = connections === undefined ? null : startWireClient();
  /** Sends a round; a client of browsers takes longer than an answer that is kept. */
  const send = async (path: string) => {
    const { port, host } = new URL(origin);
    const bytes = writeRequest(`GET ${at(path)}`, { host, accept: 'text/html', 'accept-encoding': 'gzip' });
    if (client) await client.send({ port: Number(port), bytes, requests, connections: connections! });
    else for (let sent = 0; sent < requests; sent += 1) await get(path);
  };
  try {
    const begun = processorTime(server.pid);
    await get(PAGES[0]!);
    const first = (processorTime(server.pid) - begun) / 1000;
    console.log(`${title} (the goal is ${goal} ms; the first page of the process took ${first.toFixed(0)} ms)`);
    for (const path of PAGES) {
      let bytes = 0;
      for (let at = 0; at < WARM_UP; at += 1) bytes = await get(path);
      await send(path);
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = processorTime(server.pid);
        await send(path);
        rounds.push((processorTime(server.pid) - before) / 1000 / requests);
      }
      rounds.sort((a, b) => a - b);
      const [least, median] = [rounds[0]!, rounds[Math.floor(ROUNDS / 2)]!].map((ms) => ms.toFixed(2).padStart(7));
      console.log(`  ${path.padEnd(40)} least ${least} ms  median ${median} ms  ${bytes} bytes`);
    }
  } finally {
    await client?.close();
    await server.close();
  }
}
