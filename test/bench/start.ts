import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { buildApp } from '../../src/http/app.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { SERVER_ARGUMENTS } from './requests/measured-servers.js';

const ROUNDS = 200;
const STARTS = 7;
const FIVE_LEVELS = `{ organisations(first: 10, filter: { providedResources: { exists: true } }) { nodes { title
  providedResources(first: 3) { nodes { title
    topics { title
      observedTrends(first: 2) { nodes { title
        countries { title } } } } } } } } }`;

/**
 * Prints the time until a built server is ready and answers, with and without data, and the time of a query with five
 * levels.
 */
export async function run(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
  try {
    console.log(
      'start, as built (dist/), in milliseconds from the start of the process; medians where there are several',
    );
    const { answers } = await timed(dataDir);
    console.log(`  empty data folder: seeded and answering  ${answers}   (goal: under 3000)`);
    const starts: Start[] = [];
    for (let index = 0; index < STARTS; index += 1) starts.push(await timed(dataDir));
    const [readyTime, first] = (['ready', 'answers'] as const).map((name) =>
      median(starts.map((start) => start[name])),
    );
    console.log(`  seeded data folder: ready                ${readyTime}   (goal: under 700)`);
    console.log(`  seeded data folder: first answer         ${first}`);
    await query(join(dataDir, 'query'));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds since the start of the process. */
interface Start {
  /** Time at which the server prints its URL. */
  ready: number;
  answers: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!;
}

async function timed(dataDir: string): Promise<Start> {
  const startedAt = performance.now();
  const { MONGODB_URI: _, ...environment } = process.env;
  const child = spawn(process.execPath, SERVER_ARGUMENTS, {
    env: { ...environment, PORT: '0', DATA_DIR: join(dataDir, 'served'), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await printedOrigin(child);
  const readyTime = performance.now() - startedAt;
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ countries(first: 1) { totalCount nodes { title } } }' }),
  });
  const { data } = (await answer.json()) as { data: { countries: { totalCount: number } } };
  if (data.countries.totalCount === 0) throw new Error('The server answers, but it is empty.');
  const answers = performance.now() - startedAt;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { ready: Math.round(readyTime), answers: Math.round(answers) };
}

function printedOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /API is at +(http:\/\/[\d.]+:\d+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

/** Prints the CPU time of a query executed in this process, including the thread of the embedded database. */
async function query(dataDir: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir });
  let commands = 0;
  const onCommand = () => (commands += 1);
  // Without polling of the change feed, which would be counted here.
  const base = await openKnowledgeBase({
    uri: embedded.uri,
    database: 'bench',
    model: loadModel('schema'),
    onCommand,
    pollMs: 3_600_000,
  });
  await seedIfEmpty(base, 'seed');
  const { services, close } = await openServices(base, { countsEntries: false, onError: console.error });
  const app = await buildApp(services, { log: pino({ level: 'silent' }), corsOrigins: '*', graphiqlDir: 'none' });
  const sendQuery = () => app.inject({ method: 'POST', url: '/graphql', payload: { query: FIVE_LEVELS } });

  commands = 0;
  const first = await sendQuery();
  if (first.json<{ errors?: unknown }>().errors) throw new Error(first.body);
  console.log(`query of five levels: ${commands} commands, ${first.body.length} bytes`);
  for (let round = 0; round < 20; round += 1) await sendQuery();
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  for (let round = 0; round < ROUNDS; round += 1) await sendQuery();
  const { user, system } = process.cpuUsage(cpu);
  const perQuery = (micros: number) => Math.round(micros / ROUNDS);
  console.log(`  ${perQuery(user + system)} µs of processor time each, the database included`);
  console.log(`  ${perQuery((performance.now() - startedAt) * 1000)} µs each, one after the other`);

  await app.close();
  await close();
  await base.store.close();
  await embedded.close();
}
