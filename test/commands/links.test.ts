import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkUrls } from '../../src/commands/check-urls.js';
import { isPublicAddress } from '../../src/commands/request-public-url.js';
import { createTestCli, readTree } from './test-cli.js';

const requestedUrls: string[] = [];
const server = createServer((request, response) => {
  requestedUrls.push(`${request.method} ${request.url}`);
  const [, path, suffix] = request.url!.split('/');
  if (path === 'silent') return;
  if (path === 'loop') response.writeHead(302, { location: '/loop' });
  else if (path === 'steps')
    response.writeHead(302, {
      location: Number(suffix) > 1 ? `/steps/${Number(suffix) - 1}` : '/200',
    });
  else if (path === 'to') response.writeHead(301, { location: decodeURIComponent(suffix!) });
  else if (path === 'get-only') response.writeHead(request.method === 'GET' ? 200 : 405);
  else response.writeHead(Number(path) || 200);
  response.end();
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const hosts: Record<string, string[]> = {
  'good.example': ['127.0.0.1'],
  'inner.example': ['10.1.2.3'],
  'mixed.example': ['127.0.0.1', '192.168.0.1'],
  'gone.example': [],
};

async function problems(...paths: string[]): Promise<(string | null)[]> {
  const urls = paths.map((path) => (path.startsWith('http') ? path : `http://good.example:${port}${path}`));
  const checked = await checkUrls(urls, {
    resolve: async (host) => hosts[host] ?? [],
    allowed: ['127.0.0.1'],
    timeoutMs: 300,
    pauseMs: 0,
  });
  return checked.map(({ problem }) => problem);
}

test('checkUrls accepts URLs that respond, and reports others with the reason', async () => {
  expect(await problems('/200', '/404', '/500', '/get-only', '/silent', '/to/%2F200', '/to/%2F410', '/loop')).toEqual([
    null,
    'answers 404',
    'answers 500',
    null,
    'no answer within 0.3 s',
    null,
    'answers 410',
    'redirects too often',
  ]);
});

test('the check of a URL follows at most five redirects', async () => {
  expect(await problems('/steps/5', '/steps/6')).toEqual([null, 'redirects too often']);
});

test('no request is sent to this machine or a private network, whether by name, redirect or address', async () => {
  requestedUrls.length = 0;
  const notPublic = 'is not a public web address';
  const inner = encodeURIComponent(`http://inner.example:${port}/200`);
  expect(
    await problems(
      `http://inner.example:${port}/`,
      `http://mixed.example:${port}/`,
      'http://[::1]/',
      'http://169.254.169.254/latest',
      `http://2130706434:${port}/`,
      'http://gone.example/',
      `/to/${inner}`,
    ),
  ).toEqual([notPublic, notPublic, notPublic, notPublic, notPublic, 'has no address', notPublic]);
  expect(requestedUrls.every((each) => each.includes('/to/'))).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.31.0.1',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '::7f00:1',
  '192.0.2.1',
  '198.18.0.1',
  '240.0.0.1',
  '127.1',
  'nothing',
])('isPublicAddress is false for %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('"links" without --check prints the number of URLs and of hosts', async () => {
  const cli = createTestCli();
  await cli.run('seed');
  const { exit, out } = await cli.run('links', '--json');
  expect(exit).toBe(0);
  const { urls, hosts: count } = JSON.parse(out) as {
    urls: number;
    hosts: number;
  };
  expect([urls > 0, count > 0]).toEqual([true, true]);
  cli.remove();
});

test('"links --check" reports each broken URL with the fields that contain it', async () => {
  const cli = createTestCli();
  for (const [name, text] of Object.entries(readTree(cli.seed))) {
    writeFileSync(join(cli.seed, name), text.replaceAll(/https?:\/\/[\w.-]+/g, 'http://127.0.0.1'));
  }
  await cli.run('seed');
  const { exit, out } = await cli.run('links', '--check');
  expect(exit).toBe(1);
  expect(out).toMatchInlineSnapshot(`
   "http://127.0.0.1  is not a public web address
       countries/it: body
       leaflets/digital: body
       organisations/agency: website
   http://127.0.0.1/leaflet  is not a public web address
       leaflets/digital: editions[0].url
   http://127.0.0.1/guide  is not a public web address
       resources/guide: url
   http://127.0.0.1/report?year=2023  is not a public web address
       sources/report-2023: url
   http://127.0.0.1/platform  is not a public web address
       trends/adverts-rise: description
   5 links of 5 to correct.
   "
  `);
  const { exit: asData, out: output } = await cli.run('links', '--check', '--max=1', '--json');
  expect([asData, JSON.parse(output)]).toMatchInlineSnapshot(`
   [
     1,
     {
       "broken": [
         {
           "problem": "is not a public web address",
           "url": "http://127.0.0.1",
           "usedBy": [
             "countries/it: body",
             "leaflets/digital: body",
             "organisations/agency: website",
           ],
         },
       ],
       "checked": 1,
     },
   ]
  `);
  cli.remove();
});
