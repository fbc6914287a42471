import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuTime } from './cpu-time.js';
import { REQUEST_CASES } from './requests/request-cases.js';
import { type MeasuredServer, startMeasured } from './requests/measured-servers.js';
import { startWireClient, writeRequest } from './requests/wire-client.js';

const CONNECTIONS = 16;
const REQUESTS = 20_000;
const WARM_UP = 5000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** A request that is answered from the cache, and its target as a share of the requests per second of bare HTTP. */
interface CachedCase {
  title: string;
  method: 'POST' | 'GET';
  headers: Record<string, string>;
  goal: number;
}

/**
 * Prints the throughput of cached responses, compared with Node's bare HTTP server sending the same bytes. Both are
 * warm and measured in every round. A ratio is the median of the ratios of each round.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const client = startWireClient();
  const signpost = await startMeasured('cached', join(folder, 'data'));
  let uncachedServer: MeasuredServer | null = null;
  try {
    const { query } = REQUEST_CASES['list20']!;
    const asGet = `${signpost.url}?query=${encodeURIComponent(query)}`;
    const answer = await fetch(asGet, { headers: { 'accept-encoding': 'identity' } });
    const file = join(folder, 'answer.json');
    const body = await answer.text();
    await writeFile(file, JSON.stringify({ headers: Object.fromEntries(answer.headers), body }));
    uncachedServer = await startMeasured('bare', join(folder, 'none'), { ANSWER: file });
    const conditionalHeaders = { 'if-none-match': answer.headers.get('etag')! };
    const cachedCases: CachedCase[] = [
      { title: `POST, ${body.length} bytes`, method: 'POST', headers: {}, goal: 0.6 },
      { title: `GET, ${body.length} bytes`, method: 'GET', headers: {}, goal: 0.6 },
      { title: 'GET, 304', method: 'GET', headers: conditionalHeaders, goal: 0.7 },
    ];
    console.log(`  ${REQUESTS} requests a round, ${ROUNDS} rounds; CPU µs and requests/s are medians`);
    console.log('  request              signpost: CPU  requests/s   bare: CPU  requests/s   ratio  (goal)');
    for (const each of cachedCases) await compare(each, query, [signpost, uncachedServer], client);
  } finally {
    await client.close();
    await uncachedServer?.close();
    await signpost.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  { title, method, headers, goal }: CachedCase,
  query: string,
  servers: readonly MeasuredServer[],
  client: ReturnType<typeof startWireClient>,
): Promise<void> {
  const rounds = new Map(servers.map((server) => [server, [] as { cpu: number; perSecond: number }[]]));
  const send = (server: MeasuredServer, requests: number) => {
    const { port } = new URL(server.url);
    return client.send({
      port: Number(port),
      bytes: requestText(method, query, { host: `127.0.0.1:${port}`, ...headers }),
      requests,
      connections: CONNECTIONS,
    });
  };
  for (const server of servers) await send(server, WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      const before = cpuTime(server.pid);
      const milliseconds = await send(server, REQUESTS);
      const cpu = (cpuTime(server.pid) - before) / REQUESTS;
      rounds.get(server)!.push({ cpu, perSecond: (REQUESTS / milliseconds) * 1000 });
    }
  }
  const [ownRounds, uncachedRounds] = servers.map((server) => rounds.get(server)!) as [
    { cpu: number; perSecond: number }[],
    { cpu: number; perSecond: number }[],
  ];
  const ratio = median(ownRounds.map(({ perSecond }, index) => perSecond / uncachedRounds[index]!.perSecond));
  const cells = [ownRounds, uncachedRounds].flatMap((list) => [
    median(list.map(({ cpu }) => cpu))
      .toFixed(1)
      .padStart(9),
    median(list.map(({ perSecond }) => perSecond))
      .toFixed(0)
      .padStart(10),
  ]);
  console.log(`  ${title.padEnd(20)} ${cells.join('  ')}   ${ratio.toFixed(2).padStart(5)}  (${goal.toFixed(2)})`);
}

/** Returns the bytes of a GraphQL request. */
function requestText(method: 'POST' | 'GET', query: string, headers: Record<string, string>): string {
  if (method === 'GET') return writeRequest(`GET /graphql?query=${encodeURIComponent(query)}`, headers);
  const body = JSON.stringify({ query });
  const length = String(Buffer.byteLength(body));
  return writeRequest(
    'POST /graphql',
    { ...headers, 'content-type': 'application/json', 'content-length': length },
    body,
  );
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
