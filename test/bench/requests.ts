import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cpuTime } from './cpu-time.js';
import { queryFor, REQUEST_CASES, type RequestCase } from './requests/request-cases.js';
import { type LoadClient, startLoadClient } from './requests/load-client.js';
import { type MeasuredServer, startMeasured } from './requests/measured-servers.js';

const CONNECTIONS = 16;
/** Number of requests after which frequent queries are compiled on all servers. */
const WARM_UP = 1500;
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** Measurements of one server in one round. */
export interface BenchmarkRound {
  /** User and system CPU time of server and database per request, in microseconds. */
  cpu: number;
  perSecond: number;
  p50: number;
  p99: number;
  commands: number;
}

/**
 * Prints the cost of requests on a seeded server and on others with the same data: CPU time, requests per second,
 * latency and commands. Every server is measured in each round, in alternating order. Figures are medians, and a ratio
 * is the median of the ratios of each round. Servers share one core; the client has another. ROUNDS sets the number of
 * rounds.
 *
 * @param args names of cases; default: all
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  try {
    await (await startMeasured('signpost', join(folder, 'seeded'))).close();
    for (const name of args.length > 0 ? args : Object.keys(REQUEST_CASES)) {
      if (!REQUEST_CASES[name])
        throw new Error(`there is no case "${name}"; there are ${Object.keys(REQUEST_CASES).join(', ')}`);
      await compare(name, REQUEST_CASES[name], folder);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(name: string, requestCase: RequestCase, folder: string): Promise<void> {
  const servers: MeasuredServer[] = [];
  const client = startLoadClient();
  try {
    for (const server of requestCase.servers) {
      const dataDir = join(folder, `${name}-${server}`);
      await cp(join(folder, 'seeded'), dataDir, { recursive: true });
      servers.push(await startMeasured(server, dataDir));
    }
    const bytes = await warmUp(client, servers, requestCase);
    const rounds = new Map(servers.map((server) => [server, [] as BenchmarkRound[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
        rounds.get(server)!.push(await measure(client, server, requestCase));
      }
    }
    print(name, requestCase, bytes, rounds);
  } finally {
    await client.close();
    for (const server of servers) await server.close();
  }
}

/** Sends requests to every server until it is warm. @returns the size of the response, which is the same for all */
async function warmUp(
  client: LoadClient,
  servers: readonly MeasuredServer[],
  requestCase: RequestCase,
): Promise<number> {
  const answers: { data?: unknown; errors?: unknown }[] = [];
  for (const { name, url } of servers) {
    const query = queryFor(requestCase, name);
    const { body } = await client.send({ url, query, requests: WARM_UP, connections: CONNECTIONS });
    const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
    answers.push({ data: name === 'postgraphile' && data ? requestCase.postgraphile!.read(data) : data, errors });
  }
  const [first] = answers;
  for (const [index, { data, errors }] of answers.entries()) {
    const { name } = servers[index]!;
    if (errors) throw new Error(`${name} answers ${JSON.stringify(errors).slice(0, 500)}`);
    if (!isDeepStrictEqual(data, first!.data)) throw new Error(`${name} answers otherwise than ${servers[0]!.name}`);
  }
  return JSON.stringify(first!.data).length;
}

async function measure(client: LoadClient, server: MeasuredServer, requestCase: RequestCase): Promise<BenchmarkRound> {
  const { requests } = requestCase;
  const [commands, cpu] = [await server.commands(), cpuTime(server.pid)];
  const { name, url } = server;
  const query = queryFor(requestCase, name);
  const { milliseconds, latencies } = await client.send({ url, query, requests, connections: CONNECTIONS });
  const spent = cpuTime(server.pid) - cpu;
  return {
    cpu: spent / requests,
    perSecond: (requests / milliseconds) * 1000,
    p50: latencies[Math.floor(requests * 0.5)]!,
    p99: latencies[Math.floor(requests * 0.99)]!,
    commands: ((await server.commands()) - commands) / requests,
  };
}

function print(
  name: string,
  requestCase: RequestCase,
  bytes: number,
  rounds: Map<MeasuredServer, BenchmarkRound[]>,
): void {
  console.log(
    `${name}: ${requestCase.title} (${bytes} bytes; ${ROUNDS} rounds of ${requestCase.requests} requests each)`,
  );
  console.log('  server      CPU µs  requests/s  p50 ms  p99 ms  commands   CPU to the first');
  const [first] = rounds.values();
  for (const [server, list] of rounds) {
    const formatMedian = (figure: keyof BenchmarkRound) => median(list.map((round) => round[figure]));
    const ratio = median(list.map(({ cpu }, index) => cpu / first![index]!.cpu));
    const cells = [
      formatMedian('cpu').toFixed(0).padStart(7),
      formatMedian('perSecond').toFixed(0).padStart(10),
      formatMedian('p50').toFixed(1).padStart(6),
      formatMedian('p99').toFixed(1).padStart(6),
      formatMedian('commands').toFixed(2).padStart(8),
      `${ratio.toFixed(2)}x`.padStart(16),
    ];
    console.log(`  ${server.name.padEnd(10)} ${cells.join('  ')}`);
  }
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
