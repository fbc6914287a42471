import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { addGraphiqlPage } from '../../src/http/graphiql-page.js';

const FILES = ['graphiql/index.html', 'graphiql/icon.svg', 'graphiql/card.png', 'graphiql/assets/page-1a2b.js'];

describe('addEditorPage', () => {
  let app: FastifyInstance;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-pages-'));
    mkdirSync(join(folder, 'graphiql/assets'), { recursive: true });
    for (const name of FILES) {
      const content = `the content of ${name} `.repeat(20);
      writeFileSync(join(folder, name), content);
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
    }
    app = fastify();
    addGraphiqlPage(app, join(folder, 'graphiql'));
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, accepted?: string) =>
    app.inject({ url, ...(accepted && { headers: { 'accept-encoding': accepted } }) });

  test.each([
    ['/graphiql', 'graphiql/index.html'],
    ['/graphiql/?query=%7B%7D', 'graphiql/index.html'],
    ['/graphiql/icon.svg', 'graphiql/icon.svg'],
    ['/graphiql/card.png', 'graphiql/card.png'],
    ['/graphiql/assets/page-1a2b.js', 'graphiql/assets/page-1a2b.js'],
  ])('the file at %s is sent precompressed, in an encoding that the browser accepts', async (url, name) => {
    const brotli = await get(url, 'gzip, deflate, br, zstd');
    expect([brotli.statusCode, brotli.headers['content-encoding']]).toEqual([200, 'br']);
    expect(brotli.headers['vary']).toMatch(/accept-encoding/i);
    expect((await get(url, 'gzip')).headers['content-encoding']).toBe('gzip');
    const plain = await get(url);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toContain(`the content of ${name}`);
  });

  test('files with a digest in their name are cached permanently, and pages are revalidated', async () => {
    const [page, asset] = [await get('/graphiql', 'br'), await get('/graphiql/assets/page-1a2b.js', 'br')];
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('only the GraphiQL page may use inline styles, and no resource is loaded from another origin', async () => {
    const policies = await Promise.all(
      ['/graphiql', '/graphiql/assets/page-1a2b.js'].map(async (url) =>
        String((await get(url)).headers['content-security-policy']),
      ),
    );
    expect(policies.map((policy) => policy.includes('unsafe'))).toEqual([true, false]);
    for (const policy of policies) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    }
  });

  test('only built files are served, and none without a build', async () => {
    for (const url of ['/graphiql/index.html', '/graphiql/assets/../index.html', '/graphiql/assets/none.js']) {
      expect((await get(url)).statusCode).not.toBe(200);
    }
    const empty = fastify();
    addGraphiqlPage(empty, join(folder, 'none'));
    expect((await empty.inject('/graphiql')).statusCode).toBe(404);
    await empty.close();
  });
});
