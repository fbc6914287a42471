import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../src/config.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { REQUEST_CASES } from './requests/request-cases.js';
import { type MeasuredServer, startDatabase, startMeasured } from './requests/measured-servers.js';

const SECONDS = Number(process.env.DURATION_S ?? 20);
const CONNECTIONS = 4;
const EDIT_EVERY_MS = 500;
/** The entry that another process edits. */
const EDITED = { kind: 'Topic', slug: 'recruitment' };
const GOAL = '90 % at 10';

/**
 * Prints the share of cacheable requests that a server answers from its cache. Meanwhile, other processes occupy all cores
 * and one process edits an entry twice a second. `npm run bench -- cache-share=10` starts 10 busy processes.
 */
export async function run([busyProcesses = '0']: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const database = await startDatabase(join(folder, 'database'));
  const embedded = await startMeasured('cached', join(folder, 'embedded'));
  const separate = await startMeasured('cached', join(folder, 'none'), { MONGODB_URI: database.uri });
  try {
    console.log(`  ${busyProcesses} busy processes, ${SECONDS} s, ${CONNECTIONS} connections (goal: ${GOAL})`);
    console.log('  database        requests   from cache   median ms   99 % ms   by result');
    await measure('in the server', embedded, { DATA_DIR: join(folder, 'embedded') }, Number(busyProcesses));
    await measure('of its own', separate, { MONGODB_URI: database.uri }, Number(busyProcesses));
  } finally {
    await separate.close();
    await embedded.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(title: string, server: MeasuredServer, where: Record<string, string>, busy: number) {
  const writer = await openDatabase(readConfig(where));
  const queries = await findQueries(server);
  for (const query of queries) await sendQuery(server, query);
  const busyProcesses = startBusyProcesses(busy);
  const before = await readCounts(server);
  const latencies: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const read = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      await sendQuery(server, queries[Math.floor(Math.random() * queries.length)]!);
      latencies.push(performance.now() - began);
    }
  };
  const edit = async () => {
    for (let count = 0; performance.now() < end; count += 1) {
      await editOnce(writer, count);
      await pause(EDIT_EVERY_MS);
    }
  };
  try {
    await Promise.all([edit(), ...Array.from({ length: CONNECTIONS }, read)]);
  } finally {
    for (const busyProcess of busyProcesses) busyProcess.kill('SIGKILL');
  }
  const counts = new Map(
    [...(await readCounts(server))].map(([outcome, count]) => [outcome, count - (before.get(outcome) ?? 0)]),
  );
  await writer.close();
  print(title, counts, latencies);
}

function print(title: string, counts: ReadonlyMap<string, number>, latencies: number[]): void {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // The metrics of earlier versions label coalesced requests as "joined".
  const cached = ['hit', 'joined', 'coalesced'].reduce((sum, outcome) => sum + (counts.get(outcome) ?? 0), 0);
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)]!.toFixed(1);
  const cells = [
    title.padEnd(14),
    String(total).padStart(9),
    `${((100 * cached) / total).toFixed(1)} %`.padStart(12),
    quantile(0.5).padStart(11),
    quantile(0.99).padStart(9),
    `  ${[...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`,
  ];
  console.log(`  ${cells.join(' ')}`);
}

/** Returns one query for each of 40 resources, and the queries of all benchmark cases. */
async function findQueries(server: MeasuredServer): Promise<string[]> {
  const { resources } = (await sendQuery(server, '{ resources(first: 40) { nodes { slug } } }')) as {
    resources: { nodes: { slug: string }[] };
  };
  const single = resources.nodes.map(({ slug }) => `{ resource(slug: "${slug}") { title provider { title } } }`);
  return [...single, ...Object.values(REQUEST_CASES).map(({ query }) => query)];
}

async function sendQuery({ url }: MeasuredServer, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: unknown }).data;
}

async function editOnce({ store }: DatabaseHandle, count: number): Promise<void> {
  const [entry] = await store.entries.currentStates([EDITED]);
  const { originalLocale, revision: expectedRevision, record } = entry!;
  const change = { ...EDITED, action: 'SAVE', status: 'PUBLISHED', originalLocale, expectedRevision } as const;
  const edited = { ...record, altLabels: [`label ${count}`] };
  await store.log.commit({ author: 'bench', message: 'edit', entries: [{ ...change, record: edited }] });
}

async function readCounts(server: MeasuredServer): Promise<Map<string, number>> {
  const metrics = await (await fetch(`${new URL(server.url).origin}/metrics`)).text();
  const found = metrics.matchAll(/^signpost_cacheable_requests_total\{\w+="(\w+)"\} (\d+)/gm);
  return new Map([...found].map(([, outcome, count]) => [outcome!, Number(count)]));
}

function startBusyProcesses(count: number): ChildProcess[] {
  return Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
}
