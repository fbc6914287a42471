import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

const PUBLIC_URL = 'https://signpost.example.org';
/** Maximum size of a compressed page in bytes. */
const MAX_BYTES = 15_000;
/** Whether all pages are read, as in a long run; otherwise one of each kind, and the lists and the home page. */
const isLong = process.env['LONG'] !== undefined;

let server: SeededApp;
beforeAll(async () => {
  const rate = { burst: 1_000_000, perSecond: 1_000_000 };
  server = await seededApp({
    address: { publicUrl: PUBLIC_URL, allowedHosts: [] },
    admission: { rate },
    withSearch: true,
  });
});
afterAll(() => server.close());

/** Returns the group of a page: the kind of an entry page, or the list or page itself. */
function partOf(path: string): string {
  const [, first = '', slug] = withoutLanguage(path).split('/');
  return slug === undefined ? `list ${first === ''}` : first;
}

function withoutLanguage(path: string): string {
  return path.replace(/^\/(?:fr|de|es|it)(?=\/|$)/, '') || '/';
}

/** Returns the faults of a page: a wrong status, missing metadata, excessive size and broken links. */
async function faultsOf(
  path: string,
  listed: ReadonlySet<string>,
  linkSources: Map<string, number>,
): Promise<string[]> {
  const { statusCode, body } = await server.inject({ url: path, headers: { accept: 'text/html' } });
  if (statusCode !== 200) return [`status ${statusCode}`];
  const language = /^\/(fr|de|es|it)(?=\/|$)/.exec(path)?.[1] ?? 'en';
  const size = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const faults = [
    /<title( lang="[a-z]+")?>[^<]{3,} – Signpost<\/title>|<title>Signpost[^<]*<\/title>/.test(body) ? '' : 'title',
    /<meta name="description" content="[^"]{10,}/.test(body) ? '' : 'description',
    body.includes(`<html lang="${language}">`) ? '' : 'lang',
    body.includes(`<link rel="canonical" href="${PUBLIC_URL}${path}"`) ? '' : 'canonical',
    size <= MAX_BYTES ? '' : `${size} bytes`,
  ];
  const ids = new Set([...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!));
  for (const [, href = ''] of body.matchAll(/<a\b[^>]*? href="([^"]*)"/g)) {
    const [address = '', fragment] = href.replaceAll('&amp;', '&').split('#');
    if (address === '') faults.push(ids.has(fragment!) ? '' : `no #${fragment}`);
    else if (address.startsWith('/') && !listed.has(address)) {
      // Skips GraphiQL, which tests do not build, and responses of the API, which other tests cover.
      if (/^\/(?:[a-z]{2}\/)?(?:graphiql|graphql)\b/.test(address)) continue;
      // Filters, orders and views are the same in every language, and too many for a short run.
      if (address.includes('?') && !(isLong && language === 'en')) continue;
      if (!linkSources.has(address)) linkSources.set(address, (await server.inject({ url: address })).statusCode);
      const status = linkSources.get(address)!;
      if (status >= 400) faults.push(`${address}: ${status}`);
    }
  }
  return faults.filter((fault) => fault !== '');
}

it('every page in the sitemap exists, has its metadata and language, contains no broken link, and is small', async () => {
  const { body } = await server.inject({ url: '/sitemap.xml' });
  const listedPaths = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  expect(listedPaths.length).toBeGreaterThan(1000);
  const sample = new Map(listedPaths.map((path) => [isLong ? path : partOf(path), path]));
  const listed = new Set(listedPaths);
  const linkSources = new Map<string, number>();
  const faultsByPage: Record<string, string[]> = {};
  for (const path of sample.values()) {
    const faults = await faultsOf(path, listed, linkSources);
    if (faults.length > 0) faultsByPage[path] = faults;
  }
  expect(faultsByPage).toEqual({});
});
