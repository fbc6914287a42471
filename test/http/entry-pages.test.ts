import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
}, STARTS_WITHIN_MS);
afterAll(() => server.close());

test('an entry has a page with its texts, its links both ways and its sources, in the language of the reader', async () => {
  const { body, headers } = await server.inject({
    url: '/event/annual-meeting-2024',
    headers: { 'accept-language': 'fr' },
  });
  expect(headers['content-type']).toContain('text/html');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(body).toContain('Annual meeting on migrant smuggling 2024');
  expect(body).toContain('<a href="/organisation/eurojust">');
  expect(body).toMatch(/<a href="\/leaflet\/[a-z0-9-]+">Dépliant sur les ressources/);
  expect(body).not.toContain('<script');
});

test('the address says the language before the headers', async () => {
  const asked = async (query: string) => {
    const url = `/topic/migrant-smuggling${query}`;
    const { headers, body } = await server.inject({ url, headers: { 'accept-language': 'de' } });
    return [headers['content-language'], headers['vary'], /<h1 lang="..">(.*)<\/h1>/.exec(body)?.[1]];
  };
  expect(await asked('')).toEqual(['de', 'accept-language, accept-encoding', 'Migrantenschleusung']);
  expect(await asked('?locale=fr')).toEqual(['fr', 'accept-encoding', 'Trafic de migrants']);
  const { statusCode, body } = await server.inject({ url: '/topic/migrant-smuggling?locale=xx' });
  expect([statusCode, body]).toEqual([400, expect.stringContaining('one of en, fr, de, es, it')]);
});

test('a page for every kind', async () => {
  for (const { plural, singular } of server.services.model.kinds) {
    const { data } = await server.ask(`{ ${plural}(first: 1) { nodes { slug } } }`);
    const [first] = data[plural].nodes as { slug: string }[];
    if (!first) continue;
    const { statusCode } = await server.inject({ url: `/${singular}/${first.slug}` });
    expect([singular, statusCode]).toEqual([singular, 200]);
  }
});

test('an entry that is not there, or a slug that is none, is not found', async () => {
  for (const slug of ['no-such-event', '..%2f..%2fetc', '%00', 'A'.repeat(200)]) {
    const { statusCode, body } = await server.inject({ url: `/event/${slug}` });
    expect([404, 400, 414]).toContain(statusCode);
    expect(body).not.toContain('<html');
  }
});
