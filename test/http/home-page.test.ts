import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
});
afterAll(() => server.close());

test('the home page links to lists with the number of their entries, in the locale of the URL', async () => {
  const { data } = await server.execute(
    '{ resources(filter: { stages: { has: TRIAL } }) { totalCount } trends { totalCount } }',
  );
  const { body, headers } = await server.inject({ url: '/', headers: { 'accept-language': 'de' } });
  expect([headers['content-language'], body.length < 60_000]).toEqual(['en', true]);
  expect(body.replace(/\s+/g, ' ')).toContain(
    `<a href="/resources?stages=TRIAL"><b>${data.resources.totalCount}</b> Trial</a>`,
  );
  expect(body).toMatch(
    new RegExp(`<a href="/trends">Trends</a>\\s*<span class="num">${data.trends.totalCount}</span>`),
  );
  expect(body).toContain('<span class="vh">Italy, </span>IT</a>');
  expect(body.match(/<h1/g)).toHaveLength(1);
  expect(body).not.toMatch(/<script(?! type="application\/ld\+json")|<style|\sstyle=/);
  expect(body).toContain('<title>Knowledge base on migrant smuggling – Signpost</title>');
  const site = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(body)![1]!) as object;
  expect(site).toMatchObject({
    '@type': 'WebSite',
    potentialAction: { target: expect.stringMatching(/\/search\?q=\{query\}$/) },
  });

  const { body: french } = await server.inject({ url: '/fr' });
  expect(french).toContain('<html lang="fr">');
  expect(french).toContain('href="/fr/resources?stages=TRIAL"');
});

test('each URL on the home page exists', async () => {
  const { body } = await server.inject({ url: '/' });
  const ownLinks = [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
  const pages = [...new Set(ownLinks)].filter((href) => !/^\/(graphi?ql|country\/|fr|de|es|it)\b/.test(href));
  expect(pages.length).toBeGreaterThan(30);
  for (const url of pages) {
    const { statusCode } = await server.inject({ url });
    expect([url, statusCode]).toEqual([url, 200]);
  }
});

test('the count next to a link equals the length of the linked list', async () => {
  const { body } = await server.inject({ url: '/' });
  const sentences = [
    ...body.matchAll(
      /<a href="([^"]*\?[^"]*)"\s*>(?:(?!<\/a)[\s\S])*<\/a\s*>\s*<span class="(?:num soft|soft num)"\s*>(\d+)</g,
    ),
  ];
  expect(sentences.length).toBeGreaterThan(8);
  for (const [, href, number] of sentences) {
    const { body: list } = await server.inject({ url: href!.replaceAll('&amp;', '&') });
    expect([href, /<b class="num">(\d+)<\/b>/.exec(list)?.[1]]).toEqual([href, number]);
  }
});
