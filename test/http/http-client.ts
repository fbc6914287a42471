import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A response as received, without decompression. */
export interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request: a query that is posted as JSON, or a path. Default method: GET. */
export interface RawRequest {
  method?: 'HEAD';
  path?: string;
  query?: string;
  variables?: object;
  headers?: Record<string, string>;
}

/** Sends requests over persistent connections, only with the given headers. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly port: number) {}

  send({ path = '/graphql', query, variables, headers = {}, method: givenMethod }: RawRequest): Promise<RawResponse> {
    const payload = query === undefined ? null : JSON.stringify({ query, variables });
    const bodyHeaders = payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
    const { agent, port } = this;
    const method = payload === null ? (givenMethod ?? 'GET') : 'POST';
    return new Promise((resolve, reject) => {
      const clientRequest = request(
        { host: '127.0.0.1', port, path, method, agent, headers: { ...bodyHeaders, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      clientRequest.on('error', reject);
      clientRequest.end(payload ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
