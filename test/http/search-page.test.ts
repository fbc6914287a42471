import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
}, STARTS_WITHIN_MS);
afterAll(() => server.close());

async function page(url: string): Promise<string> {
  const { statusCode, headers, body } = await server.inject({ url });
  expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  return body;
}

/** The text of a page without its tags, in one line. */
function textOf(body: string): string {
  return body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
}

describe('the page of the search', () => {
  it('shows what was found, best first, with its kind and the words marked', async () => {
    const body = await page('/search?q=electronic+evidence');
    const [first] = /<ul class="rows">[\s\S]*?<\/li>/.exec(body)!;
    expect(first).toContain('<a class="t" href="/topic/electronic-evidence"');
    expect(first).toMatch(/<mark>Electronic<\/mark> <mark>evidence<\/mark>|<mark>Electronic evidence<\/mark>/);
    expect(first).toContain('<p class="meta"><span>Topic</span></p>');
    expect(textOf(body)).toMatch(/\d+ results for electronic evidence, best first/);
    expect(body).toContain('<meta name="robots" content="noindex" />');
  });

  it('puts right a slip of the pen, in a link', async () => {
    const body = await page('/search?q=eletronic+evidence');
    expect(textOf(body)).toContain('Did you mean electronic evidence?');
    expect(body).toContain('href="/search?q=electronic+evidence"');
  });

  it('keeps to the kinds that were picked, of which each can be taken away, and counts all others still', async () => {
    const body = await page('/search?q=evidence&kind=TREND&kind=LAWYER&after=');
    const kinds = [...body.matchAll(/<p class="meta"><span>([^<]*)/g)].map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(['Trend']));
    expect(body).toMatch(
      /<a class="chip" href="\/search\?q=evidence"\s*><span class="vh">Remove: <\/span\s*>Trends<\/a/,
    );
    expect(body).toMatch(/value="TREND"\s+checked/);
    expect(body).toMatch(/value="RESOURCE"\s+\/><span\s*>Resources<\/span\s*><span class="num">[1-9]/);
    expect(body).not.toContain('value="LAWYER"');
  });

  it('tells of which countries and of which years what was found is', async () => {
    const text = await page('/search?q=smuggling');
    expect(text).toMatch(/<legend>Countries<\/legend>\s*<ul class="chips">\s*<li><a href="\/country\/[a-z]{2}">/);
    expect(text).toMatch(/<legend>By year<\/legend>\s*<ul class="counts">\s*<li>20\d\d <span class="num">\d+</);
  });

  it('goes on page by page, and back to the first', async () => {
    const titles = (body: string) => [...body.matchAll(/<a class="t" href="([^"]*)"/g)].map(([, path]) => path);
    const first = await page('/search?q=smuggling');
    const next = /<a href="([^"]*)" rel="next">/.exec(first)![1]!.replaceAll('&amp;', '&');
    const second = await page(next);
    expect(titles(first)).toHaveLength(20);
    expect(titles(second).filter((path) => titles(first).includes(path))).toEqual([]);
    expect(second).toContain('<a href="/search?q=smuggling">First page</a>');
  });

  it('is a form alone where nothing is looked for, and says where nothing was found', async () => {
    const empty = await page('/search');
    expect(empty).not.toContain('class="rows"');
    expect(empty.match(/role="search"/g)).toHaveLength(1);
    expect(await page('/search?q=xyzzyqwrtplk')).toContain('Nothing was found.');
  });

  it('proposes searches that find something, each first of all what it is called after, where nothing is looked for', async () => {
    for (const url of ['/search', '/de/search', '/', '/it']) {
      const [examples = ''] = /<p class="small">\s*(?:For example|Zum Beispiel|Per esempio)[\s\S]*?<\/p>/.exec(
        await page(url),
      )!;
      const links = [...examples.matchAll(/<a href="([^"]*)">([^<]*)/g)];
      expect([url, links.length]).toEqual([url, 4]);
      for (const [, href, title] of links) {
        const found = await page(href!.replaceAll('&amp;', '&'));
        const [first = ''] = /<a class="t"[\s\S]*?<\/a/.exec(found)!;
        expect(textOf(first).trim()).toContain(title);
      }
    }
    expect(await page('/search?q=evidence')).not.toContain('For example');
  });

  it('says of one result that it is one', async () => {
    expect(textOf(await page('/search?q=%22Navigation+apps+as+guides%22'))).toContain('1 result for');
    expect(textOf(await page('/search?q=smuggling'))).toMatch(/\d results for/);
  });

  it('speaks the language of the address, and says of each text in which other one it is', async () => {
    const body = await page('/fr/search?q=preuve+%C3%A9lectronique');
    expect(textOf(body)).toContain('résultats pour preuve électronique');
    expect(body).toContain('action="/fr/search"');
    expect(body).toContain('href="/fr/topic/electronic-evidence"');
  });

  it('writes hostile words as words', async () => {
    const body = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script');
  });

  it('is found from the head of every page', async () => {
    expect(await page('/topic/osint')).toMatch(/<form class="find" role="search" action="\/search">/);
  });
});
