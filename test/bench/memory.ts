import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REQUEST_CASES } from './requests/request-cases.js';
import { startLoadClient } from './requests/load-client.js';
import { startMeasured } from './requests/measured-servers.js';

const REQUESTS = Number(process.env.REQUESTS ?? 100_000);
const STEPS = 10;
const CONNECTIONS = 16;
const GOAL_MB = 480;
const MB = 2 ** 20;
const QUERIES_TO_RUN = Object.values(REQUEST_CASES).map(({ query }) => query);

/**
 * Prints the memory of a server with full caches, including its database, during requests of all cases in turn. All
 * requests are distinct, so that the caches grow to their limit.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const client = startLoadClient();
  const server = await startMeasured('cached', join(folder, 'data'));
  try {
    console.log(`  ${REQUESTS} requests, each another; megabytes (goal: flat, at most ${GOAL_MB} in memory)`);
    console.log('  requests   in memory   responses cached   entries cached');
    const origin = new URL(server.url).origin;
    await print(0, origin);
    for (let step = 1; step <= STEPS; step += 1) {
      for (const query of QUERIES_TO_RUN) {
        const requests = Math.round(REQUESTS / STEPS / QUERIES_TO_RUN.length);
        await client.send({ url: `${server.url}?step=${step}`, query, requests, connections: CONNECTIONS });
      }
      await print((REQUESTS / STEPS) * step, origin);
    }
  } finally {
    await client.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function print(requests: number, origin: string): Promise<void> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const megabytes = (name: string) => {
    const bytes = Number(new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1]);
    return (bytes / MB).toFixed(1);
  };
  const cells = ['process_resident_memory_bytes', 'signpost_cached_responses_bytes', 'signpost_cached_entries_bytes'];
  const [memory, responses, entries] = cells.map(megabytes) as [string, string, string];
  console.log(
    `  ${String(requests).padStart(8)}   ${memory.padStart(9)}   ${responses.padStart(16)}   ${entries.padStart(14)}`,
  );
}
