import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { isBrowserThere, openBrowser } from '../graphiql/browser.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One of each of the pages of questions: a chart, rows of entries, a series, the list, a period without figures, no page. */
const QUESTIONS = [
  '/q/asylum-applicants-compared',
  '/fr/q/digital-services-by-use',
  '/q/series?indicator=eurostat-asylum-applicants&area=IT',
  '/q',
  '/q/unaccompanied-minors-by-country?period=2024',
  '/de/q/no-such-question',
];
/** One of each of the pages of the site, of each part that is special of a kind, and of each kind. */
const SITE = [
  '/',
  '/fr/country/it',
  '/trend/cases-record',
  '/leaflet/leaflet-digital-domain-2024',
  '/law/al-cc-298',
  '/indicator/iom-dead-missing',
  '/de/topic/electronic-evidence',
  '/resources?type=NETWORK',
  '/route/central-mediterranean',
  '/group/eu',
  '/event/annual-meeting-2024',
  '/resource/sirius-platform',
  '/organisation/eurojust',
  '/source/ej-ar2023-ms',
  '/question/country-page',
  '/territory/ax',
  '/search?q=evidence',
  '/changes',
  '/country/it/history',
  '/topic/no-such-topic',
];

/** What axe found, each with the element that it found it in. */
const TOLD = `({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html))`;
/** On a machine that is shared by ten, a page takes seconds. */
const LOOKS_WITHIN_MS = 300_000;

(isBrowserThere() ? describe : describe.skip)('pages in a browser', () => {
  let server: SeededApp;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await seededApp({ withSearch: true });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each([1280, 390, 320])(
    'have no barrier that axe finds, light and dark, and fit, at %i px',
    async (width) => {
      // What looks for barriers is put into the page past its policy; no script of its own runs.
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      const barriers: object[] = [];
      for (const path of [...SITE, ...(width < 390 ? [] : QUESTIONS)]) {
        await page.emulateMedia({ colorScheme: 'light' });
        const answer = await page.goto(`${origin}${path}`);
        expect([path, answer?.status()]).toEqual([path, path.includes('no-such') ? 404 : 200]);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        await page.evaluate(AXE);
        const found = (await page.evaluate(`axe.run().then(${TOLD})`)) as string[];
        // In the dark only colours are others.
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = (await page.evaluate(`axe.run({ runOnly: ['color-contrast'] }).then(${TOLD})`)) as string[];
        if (wide !== width || found.length + dark.length > 0) barriers.push({ path, wide, found, dark });
      }
      expect(barriers).toEqual([]);
      await context.close();
    },
    LOOKS_WITHIN_MS,
  );
});
