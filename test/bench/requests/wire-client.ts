import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A request to send repeatedly. */
interface WireLoad {
  port: number;
  /** The bytes of a request. */
  bytes: string;
  requests: number;
  connections: number;
}

/** A client that only finds the end of each response, so that its own work does not limit a fast server. */
export interface WireClient {
  /** @returns milliseconds from the first request to the last answer */
  send: (load: WireLoad) => Promise<number>;
  close: () => Promise<void>;
}

/** Returns the bytes of a request. */
export function writeRequest(
  line: `GET ${string}` | `POST ${string}`,
  headers: Record<string, string>,
  body = '',
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[`${line} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

const CLIENT_CORE = 1;

/** Starts a client in a separate process on a separate core. */
export function startWireClient(): WireClient {
  const args = ['-c', String(CLIENT_CORE), process.execPath, '--import', 'tsx', fileURLToPath(import.meta.url)];
  const child: ChildProcess = spawn('taskset', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async send(load) {
      child.send(load);
      const [result] = (await once(child, 'message')) as [number | { failed: string }];
      if (typeof result !== 'number') throw new Error(`the wire client: ${result.failed}`);
      return result;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function run({ port, bytes, requests, connections }: WireLoad): Promise<number> {
  const request = Buffer.from(bytes);
  let sentCount = 0;
  const started = performance.now();
  const sendInTurn = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      const next = () => {
        if (sentCount >= requests) return socket.end();
        sentCount += 1;
        socket.write(request);
      };
      let missing = 0;
      let head = '';
      socket.on('connect', next);
      socket.on('data', (chunk: Buffer) => {
        if (missing > 0) missing -= chunk.length;
        else {
          head += chunk.toString('latin1', 0, Math.min(chunk.length, 4096));
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          if (!/^HTTP\/1\.1 (?:200|304) /.test(head)) return reject(new Error(head.slice(0, 300)));
          const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1] ?? '0';
          missing = end + 4 + Number(length) - chunk.length;
        }
        if (missing > 0) return;
        head = '';
        next();
      });
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
  await Promise.all(Array.from({ length: connections }, sendInTurn));
  return performance.now() - started;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on('message', (load: WireLoad) => {
    run(load).then(
      (milliseconds) => process.send!(milliseconds),
      (error: unknown) => process.send!({ failed: String(error) }),
    );
  });
}
