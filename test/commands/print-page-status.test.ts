import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { printPage } from '../../src/commands/print-page.js';
import { CHROMIUM, isBrowserInstalled } from '../graphiql/browser.js';

/** Starts a server whose page returns these statuses in turn, then repeats the last one. */
async function serverWith(statuses: readonly number[]) {
  const answers: { path: string; status: number }[] = [];
  let requestCount = 0;
  const server = createServer((request, response) => {
    const isPage = request.url === '/leaflet/a';
    const status = isPage ? (statuses[requestCount++] ?? statuses.at(-1)!) : 404;
    answers.push({ path: request.url!, status });
    response.writeHead(status, { 'content-type': 'text/html' }).end(`<h1>Answer ${status}</h1>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, port, answers };
}

(isBrowserInstalled() ? describe : describe.skip)('printPage', () => {
  test.each([
    [[200], 1],
    [[503, 200], 2],
    [[503, 503, 200], 3],
  ])('printPage prints a page after responses with the status codes %j', async (statuses, requests) => {
    const { server, port, answers: responses } = await serverWith(statuses);
    const output = await printPage({ port, responses }, '/leaflet/a', { program: CHROMIUM, retryDelayMs: 1 });
    expect(output.subarray(0, 5).toString()).toBe('%PDF-');
    expect(responses.filter(({ path }) => path === '/leaflet/a')).toHaveLength(requests);
    server.close();
  });

  test('printPage writes no PDF if no attempt succeeds', async () => {
    const { server, port, answers: responses } = await serverWith([503]);
    const printing = printPage({ port, responses }, '/leaflet/a', { program: CHROMIUM, retryDelayMs: 1 });
    await expect(printing).rejects.toMatchObject({
      code: 'BUSY',
      message: 'The server responded with status 503 three times; no PDF was written. Try again later.',
    });
    server.close();
  });
});
