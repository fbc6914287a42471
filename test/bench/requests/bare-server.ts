import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// A bare HTTP server of Node that sends a recorded response: the upper bound for any server. It reads the request body,
// as every server has to, and responds to a matching ETag with 304.

const { headers, body } = JSON.parse(readFileSync(process.env.ANSWER!, 'utf8')) as {
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body);
const { etag } = headers;
const head = Object.entries({ ...headers, 'content-length': String(bytes.length) }).flat();

const server = createServer((request, response) => {
  const answer = () => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, ['etag', etag!]).end();
    else response.writeHead(200, head).end(bytes);
  };
  if (request.method === 'GET') return answer();
  request.on('data', () => undefined);
  request.on('end', answer);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(`bare HTTP is at http://127.0.0.1:${port}`);
});
process.once('SIGTERM', () => process.exit());
