import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';

/** An answer as it came, its body not decompressed. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What is asked; a query that is posted as JSON, or nothing but an address, by GET unless said otherwise. */
export interface RawRequest {
  method?: 'HEAD';
  path?: string;
  query?: string;
  variables?: object;
  headers?: Record<string, string>;
}

/** Asks a server over connections that are kept, with no headers but those given. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly port: number) {}

  ask({ path = '/graphql', query, variables, headers = {}, method: given }: RawRequest): Promise<RawAnswer> {
    const payload = query === undefined ? null : JSON.stringify({ query, variables });
    const own = payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
    const { agent, port } = this;
    const method = payload === null ? (given ?? 'GET') : 'POST';
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method, agent, headers: { ...own, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(payload ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
