import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { isBrowserThere, openBrowser } from '../graphiql/browser.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';

(isBrowserThere() ? describe : describe.skip)('a leaflet on paper', () => {
  let server: SeededApp;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await seededApp();
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('takes the two sides of one sheet of A4, in any language', async () => {
    const { data } = await server.ask('{ leaflets(filter: { resources: { exists: true } }) { nodes { slug } } }');
    expect(data.leaflets.nodes!.length).toBeGreaterThan(3);
    const page = await browser.newPage();
    const sides: [string, number][] = [];
    for (const { slug } of data.leaflets.nodes!) {
      for (const language of ['', '/de']) {
        await page.goto(`${origin}${language}/leaflet/${slug}`);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        sides.push([`${language}/${slug}`, pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length]);
      }
    }
    expect(sides.filter(([, count]) => count > 2)).toEqual([]);
  });
});
