import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** Requests to be sent, over connections that are kept. */
interface Load {
  url: string;
  /** What is posted; where it is null, the address alone is asked. */
  query: string | null;
  /** Whether each request is the same as the one before, so that a cache of whole answers gives it. */
  isSame?: boolean;
  requests: number;
  connections: number;
}

/** What came of them. */
interface LoadResult {
  /** From the first request to the last answer. */
  milliseconds: number;
  /** Of each answer in milliseconds, ascending. */
  latencies: number[];
  /** The last answer. */
  body: string;
}

/** A client in a process of its own, on a core of its own. */
export interface LoadClient {
  send: (load: Load) => Promise<LoadResult>;
  close: () => Promise<void>;
}

const CLIENT_CORE = 1;

/** Starts a client that sends requests when told to. */
export function startLoadClient(): LoadClient {
  const args = ['-c', String(CLIENT_CORE), process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url)];
  const child: ChildProcess = spawn('taskset', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async send(load) {
      child.send(load);
      const settled = new AbortController();
      const ended = once(child, 'exit', settled).then(() => [{ failed: 'it ended' }]);
      const [told] = (await Promise.race([once(child, 'message', settled), ended])) as [
        LoadResult | { failed: string },
      ];
      settled.abort();
      if ('failed' in told) throw new Error(`the load client: ${told.failed}`);
      return told;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function run({ url, query, isSame = false, requests, connections }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let [sent, body] = [0, ''];
  const started = performance.now();
  const lane = async () => {
    while (sent < requests) {
      sent += 1;
      const at = performance.now();
      // What does not matter to the answer is different each time, so that no cache of whole answers gives it.
      const payload = query === null ? null : JSON.stringify(isSame ? { query } : { query, extensions: { sent } });
      body = await ask(agent, url, payload);
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const milliseconds = performance.now() - started;
  agent.destroy();
  return { milliseconds, latencies: latencies.sort((a, b) => a - b), body };
}

function ask(agent: Agent, url: string, payload: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const own = payload !== null && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
    };
    const method = payload === null ? 'GET' : 'POST';
    const sent = request(url, { method, agent, headers: { ...own } }, (answer) => {
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
