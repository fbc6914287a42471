import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** Requests to send over persistent connections. */
interface Load {
  url: string;
  /** The query to send with POST; null for a GET of the URL. */
  query: string | null;
  /** Whether all requests are identical, so that a response cache answers them. */
  isSame?: boolean;
  requests: number;
  connections: number;
}

/** The measurements of a load. */
interface LoadResult {
  /** From the first request to the last response. */
  milliseconds: number;
  /** Latencies in milliseconds, ascending. */
  latencies: number[];
  /** The last response. */
  body: string;
}

/** A client in a separate process on a separate core. */
export interface LoadClient {
  send: (load: Load) => Promise<LoadResult>;
  close: () => Promise<void>;
}

const CLIENT_CORE = 1;

/** Starts a client that waits for loads to send. */
export function startLoadClient(): LoadClient {
  const args = ['-c', String(CLIENT_CORE), process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url)];
  const child: ChildProcess = spawn('taskset', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async send(load) {
      child.send(load);
      const settled = new AbortController();
      const exited = once(child, 'exit', settled).then(() => [{ failed: 'it ended' }]);
      const [loadResult] = (await Promise.race([once(child, 'message', settled), exited])) as [
        LoadResult | { failed: string },
      ];
      settled.abort();
      if ('failed' in loadResult) throw new Error(`the load client: ${loadResult.failed}`);
      return loadResult;
    },
    async close() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

async function run({ url, query, isSame = false, requests, connections }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let [sentCount, body] = [0, ''];
  const started = performance.now();
  const sendInTurn = async () => {
    while (sentCount < requests) {
      sentCount += 1;
      const at = performance.now();
      // An irrelevant part differs in each request, so that no response cache answers it.
      const payload =
        query === null ? null : JSON.stringify(isSame ? { query } : { query, extensions: { sent: sentCount } });
      body = await send(agent, url, payload);
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, sendInTurn));
  const milliseconds = performance.now() - started;
  agent.destroy();
  return { milliseconds, latencies: latencies.sort((a, b) => a - b), body };
}

function send(agent: Agent, url: string, payload: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const uniquePayload = payload !== null && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
    };
    const method = payload === null ? 'GET' : 'POST';
    const sent = request(url, { method, agent, headers: { ...uniquePayload } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`status ${answer.statusCode} of ${url}: ${body.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(payload ?? undefined);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('message', (load: Load) => {
    run(load).then(
      (result) => process.send!(result),
      (error: unknown) => process.send!({ failed: String(error) }),
    );
  });
}
