import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { addStyleAndScript } from '../../src/http/style-and-script-routes.js';
import { SITE_STYLE } from '../../src/pages/site-page.js';

const app = fastify();
beforeAll(() => addStyleAndScript(app));
afterAll(() => app.close());

function style(encodings: string, url = SITE_STYLE.path) {
  return app.inject({ url, headers: { 'accept-encoding': encodings } });
}

test('the style sheet is cached permanently, and sent in the smallest accepted encoding', async () => {
  const [br, gzip, plain] = await Promise.all(['gzip, br', 'gzip', ''].map((encodings) => style(encodings)));
  expect(br!.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  expect(brotliDecompressSync(br!.rawPayload).toString()).toBe(SITE_STYLE.css);
  expect(gunzipSync(gzip!.rawPayload).toString()).toBe(SITE_STYLE.css);
  expect([plain!.headers['content-encoding'], plain!.body]).toEqual([undefined, SITE_STYLE.css]);
  expect(br!.rawPayload.length).toBeLessThan(9000);
});

test('the URL of a former style sheet redirects to the current one, with an uncached response', async () => {
  const { statusCode, headers } = await style('br', '/style/site.earlier.css');
  expect([statusCode, headers['location'], headers['cache-control']]).toEqual([302, SITE_STYLE.path, 'no-store']);
});

test('the style sheet loads nothing from another origin', () => {
  expect(SITE_STYLE.css).not.toMatch(/url\(|@import/);
});
