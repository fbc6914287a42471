import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuTime } from './cpu-time.js';
import { queryFor, REQUEST_CASES, type RequestCase } from './requests/request-cases.js';
import { type LoadClient, startLoadClient } from './requests/load-client.js';
import { type MeasuredServer, startMeasured } from './requests/measured-servers.js';
import type { BenchmarkRound } from './requests.js';

/** Folder of a PostGraphile installation, if there is one; see `requests/postgraphile-server.ts`. */
const { POSTGRAPHILE } = process.env;
const CONNECTIONS = 8;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Approximate duration of a round of one server and request, so that the benchmark takes some minutes. */
const ROUND_MS = 1500;
const MAX_REQUESTS = 4000;
/** Number of requests before the measurement, after which frequent queries are compiled. */
const WARM_UP = 1000;

/** A request to measure. A query is sent with POST, a path with GET. */
interface ReadmeRow {
  title: string;
  query?: string;
  path?: string;
  /** The same request for the other servers, if their configuration supports it. */
  forOthers?: RequestCase;
  /** Concurrent connections; default: the same as for the others. */
  connections?: number;
}

const EIGHT = ['IT', 'ES', 'GR', 'FR', 'DE', 'AT', 'HU', 'PL'].map(
  (area) => `{ indicator: "eurostat-asylum-applicants", area: "${area}" }`,
);
const INTROSPECTION =
  '{ __schema { types { name kind fields { name args { name } type { name kind ofType { name } } } } } }';
const ROWS: readonly ReadmeRow[] = [
  { title: 'list20', query: REQUEST_CASES['list20']!.query, forOthers: REQUEST_CASES['list20']! },
  {
    title: 'single',
    query: '{ resource(slug: "budapest-2ap") { title summary provider { title } } }',
  },
  { title: 'nested 3', query: REQUEST_CASES['nested3']!.query },
  { title: 'facets', query: REQUEST_CASES['facets']!.query },
  { title: 'search', query: REQUEST_CASES['search']!.query },
  {
    title: 'compare 8',
    query: `{ compare(series: [${EIGHT}]) { ... on Comparison { series { unit } periods { period cells { value } } } } }`,
  },
  { title: 'introspection', query: INTROSPECTION },
  { title: 'entry page', path: '/country/it' },
  { title: 'question as CSV', path: '/q/asylum-applicants-compared.csv', connections: 1 },
];

/** One row: a server by its display name, and how to start it. */
interface Row {
  name: string;
  server: 'signpost' | 'cached' | 'apollo' | 'cached-apollo' | 'postgraphile' | 'bare';
}

/** Servers that are measured only with the requests that have `forOthers`. */
const OTHERS: readonly Row['server'][] = ['apollo', 'cached-apollo', 'postgraphile'];

const TABLES: readonly { title: string; isSame: boolean; rows: readonly Row[]; others: readonly string[] }[] = [
  {
    title: 'Nothing cached',
    isSame: false,
    rows: [
      { name: 'Signpost', server: 'signpost' },
      { name: 'Apollo, no cache', server: 'apollo' },
      ...(POSTGRAPHILE ? [{ name: 'PostGraphile', server: 'postgraphile' } as const] : []),
      { name: 'bare HTTP', server: 'bare' },
    ],
    others: POSTGRAPHILE ? [] : ['PostGraphile: not run; POSTGRAPHILE does not say where it is installed'],
  },
  {
    title: 'Cached',
    isSame: true,
    rows: [
      { name: 'Signpost', server: 'cached' },
      { name: 'Apollo with caches', server: 'cached-apollo' },
      { name: 'bare HTTP', server: 'bare' },
    ],
    others: [],
  },
];

/**
 * Prints the two tables of requests as Markdown: the cost on servers without caches, and on servers with caches. Every
 * server is measured in each round. Figures are medians, and a ratio is the median of the ratios of each round. Servers
 * share one core; the client has another. Takes up to ten minutes on an otherwise idle machine.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const client = startLoadClient();
  try {
    await (await startMeasured('signpost', join(folder, 'seeded'))).close();
    console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus()[0]!.model} (${arch()}), Node ${process.version}`);
    for (const { title, isSame, rows, others } of TABLES) {
      console.log(`\n### ${title}\n`);
      console.log('| request | server | CPU µs | requests/s | p50 ms | p99 ms | commands | CPU to Signpost |');
      console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
      for (const measuredRequest of ROWS) {
        await compare(measuredRequest, { client, folder, isSame, rows }).catch((error: unknown) => {
          console.log(`| ${measuredRequest.title} | failed: ${String(error).slice(0, 120)} | | | | | | |`);
          process.exitCode = 1;
        });
      }
      for (const other of others) console.log(`\n${other}.`);
    }
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  measuredRequest: ReadmeRow,
  { client, folder, isSame, rows }: { client: LoadClient; folder: string; isSame: boolean; rows: readonly Row[] },
): Promise<void> {
  const servers: { row: Row; server: MeasuredServer }[] = [];
  try {
    let answer = '';
    for (const row of rows) {
      if (OTHERS.includes(row.server) && !measuredRequest.forOthers) continue;
      const dataDir = join(folder, row.server);
      const more: Record<string, string> = {};
      if (row.server === 'bare') {
        // The bare server sends the response that the first server sent.
        more.ANSWER = join(folder, 'answer.json');
        await writeFile(
          more.ANSWER,
          JSON.stringify({ headers: { 'content-type': 'application/json', etag: '"bench"' }, body: answer }),
        );
      } else await cp(join(folder, 'seeded'), dataDir, { recursive: true });
      const server = await startMeasured(row.server, dataDir, more);
      servers.push({ row, server });
      answer ||= (await send(client, server, measuredRequest, 1, isSame)).body;
    }
    const rounds = new Map(servers.map(({ row }) => [row, [] as BenchmarkRound[]]));
    const counts = new Map<Row, number>();
    for (const { row, server } of servers) {
      const { milliseconds } = await send(client, server, measuredRequest, WARM_UP, isSame);
      counts.set(row, Math.min(MAX_REQUESTS, Math.max(50, Math.round((WARM_UP * ROUND_MS) / milliseconds))));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { row, server } of round % 2 === 0 ? servers : servers.toReversed()) {
        const requests = counts.get(row)!;
        const [commands, cpu] = [await server.commands(), cpuTime(server.pid)];
        const { milliseconds, latencies } = await send(client, server, measuredRequest, requests, isSame);
        const spent = cpuTime(server.pid) - cpu;
        rounds.get(row)!.push({
          cpu: spent / requests,
          perSecond: (requests / milliseconds) * 1000,
          p50: latencies[Math.floor(requests * 0.5)]!,
          p99: latencies[Math.floor(requests * 0.99)]!,
          commands: ((await server.commands()) - commands) / requests,
        });
      }
    }
    const [first] = rounds.values();
    for (const [{ name }, list] of rounds) {
      const formatMedian = (figure: keyof BenchmarkRound, digits: number) =>
        median(list.map((round) => round[figure])).toFixed(digits);
      const ratio = median(list.map(({ cpu }, index) => cpu / first![index]!.cpu)).toFixed(2);
      const cells = [
        formatMedian('cpu', 0),
        formatMedian('perSecond', 0),
        formatMedian('p50', 1),
        formatMedian('p99', 1),
        formatMedian('commands', 1),
        ratio,
      ];
      console.log(`| ${[measuredRequest.title, name, ...cells].join(' | ')} |`);
    }
  } finally {
    for (const { row, server } of servers) {
      await server.close();
      await rm(join(folder, row.server), { recursive: true, force: true });
    }
  }
}

function send(
  client: LoadClient,
  { name, url }: MeasuredServer,
  { query, path, forOthers, connections = CONNECTIONS }: ReadmeRow,
  requests: number,
  isSame: boolean,
) {
  const address = path === undefined ? url : new URL(path, url).href;
  const written = forOthers ? queryFor(forOthers, name) : (query ?? null);
  return client.send({ url: address, query: written, isSame, requests, connections });
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
