import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';

const CHROMIUM = '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const installed = existsSync(CHROMIUM);
if (!installed) console.log(`Pages are not looked at in a browser: there is no ${CHROMIUM}; apt-get install chromium`);

/** One of each: a chart, rows of entries, a series with all its fields, the list, a period without figures, no page. */
const PAGES = [
  '/q/asylum-applicants-compared',
  '/fr/q/digital-services-by-use',
  '/q/series?indicator=eurostat-asylum-applicants&area=IT',
  '/q',
  '/q/unaccompanied-minors-by-country?period=2024',
  '/de/q/no-such-question',
];

(installed ? describe : describe.skip)('pages of questions in a browser', () => {
  let server: SeededApp;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await seededApp();
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([1280, 390].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme }))))(
    'have no barrier that axe finds, and fit, at %j',
    async ({ width, colorScheme }) => {
      // What looks for barriers is put into the page past its policy; no script of its own runs.
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const path of PAGES) {
        await page.goto(`${origin}${path}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        await page.evaluate(AXE);
        const found = await page.evaluate(
          `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
        );
        expect({ path, wide, found }).toEqual({ path, wide: width, found: [] });
      }
      await context.close();
    },
  );
});
