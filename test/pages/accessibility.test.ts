import type { Page } from 'playwright-core';
import { AXE_SOURCE } from '../graphiql/accessibility.js';
import { isBrowserInstalled } from '../graphiql/browser.js';
import { sampleCases } from '../support/sample-cases.js';
import { startBrowserSite } from '../support/browser-site.js';
import { Reader, READER_TASKS } from './reader-tasks.js';

/** Question pages with a chart, rows of entries, a series, the list, a period without figures, and an unknown one. */
const QUESTIONS = [
  '/q/union-total-over-time',
  '/fr/q/digital-services-by-use',
  '/q/countries-ranked-by-rate?period=2030',
  '/q/series?indicator=eurostat-asylum-applicants&area=IT',
  '/q',
  '/de/q/no-such-question',
];
/** A page of each kind, and of each part that only some kinds have; the first are the sample of `npm test`. */
const SITE = [
  '/',
  '/indicator/eurostat-asylum-applicants?view=line&areas=DE,EU,XX',
  '/fr/country/it',
  '/leaflet/leaflet-digital-domain-2024',
  '/law/al-cc-298',
  '/fr/indicators/uk-irregular-entry-detections',
  '/resources?resourceType=NETWORK',
  '/search?q=evidence',
  '/trend/cases-record',
  '/indicators/iom-dead-missing',
  '/de/topic/electronic-evidence',
  '/topics',
  '/indicator/eurostat-asylum-applicants?view=table',
  '/fr/indicator/unhcr-refugees?view=map',
  '/de/indicator/unhcr-asylum-applications-by-origin-and-destination?by=origin&view=bar',
  '/indicator/unhcr-refugees?view=small&scale=own',
  '/indicator/deaths-since-2014',
  '/route/central-mediterranean',
  '/group/eu',
  '/event/annual-meeting-2024',
  '/resource/sirius-platform',
  '/organisation/eurojust',
  '/source/ej-ar2023-ms',
  '/q/country-page',
  '/territory/ax',
  '/changes',
  '/country/it/history',
  '/topic/no-such-topic',
];

/** Source of a function that returns the violations in a result of axe, each with its element. */
const FORMAT_VIOLATIONS = `({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html))`;
/** Rules of axe that depend on positions, and the slow rule on colours, which depends on backgrounds as well. */
const POSITION_RULES = ['scrollable-region-focusable', 'target-size'];
const COLOUR_RULES = ['color-contrast'];

/** Returns the violations on a page with axe loaded. Default: all rules. */
function violationsOn(page: Page, runOnly?: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], ...(runOnly && { runOnly }) });
  return page.evaluate<string[]>(`axe.run(${options}).then(${FORMAT_VIOLATIONS})`);
}

(isBrowserInstalled() ? describe : describe.skip)('pages in a browser', () => {
  const site = startBrowserSite({ withSearch: true });

  /**
   * Returns pages with axe violations, horizontal overflow or browser errors. A page is loaded once and shown in
   * windows of decreasing width, in all but the last in dark mode as well.
   *
   * @param coloured the pages whose colours are also checked in the narrowest window and in dark mode
   */
  async function faultsOf(
    paths: readonly string[],
    widths: readonly number[],
    coloured: readonly string[] = paths,
  ): Promise<object[]> {
    // axe is injected, which the content security policy forbids. The page's own scripts do not run.
    const viewport = { width: widths[0]!, height: 900 };
    const context = await site.browser.newContext({ viewport, bypassCSP: true });
    const page = await context.newPage();
    const browserMessages: string[] = [];
    page.on('console', (message) => {
      // Tests do not build GraphiQL, whose icon the pages use.
      if (!message.location().url.endsWith('/graphiql/icon.svg')) browserMessages.push(message.text());
    });
    page.on('pageerror', (error) => browserMessages.push(error.message));
    const faults: object[] = [];
    for (const path of paths) {
      const exists = !path.includes('no-such');
      const answer = await page.goto(`${site.origin}${path}`);
      expect([path, answer?.status()]).toEqual([path, exists ? 200 : 404]);
      await page.evaluate(AXE_SOURCE);
      for (const width of widths) {
        await page.setViewportSize({ ...viewport, width });
        const scrollWidth = await page.evaluate('document.documentElement.scrollWidth');
        const isLast = width === widths.at(-1);
        const colourRules = coloured.includes(path) ? COLOUR_RULES : [];
        // The narrowest window has the same elements in other positions, so only rules about positions are checked.
        const rules = isLast && widths.length > 1 ? [...POSITION_RULES, ...colourRules] : undefined;
        const violations = await violationsOn(page, rules);
        if (!isLast && colourRules.length > 0) {
          await page.emulateMedia({ colorScheme: 'dark' });
          // In dark mode, only the colours differ.
          violations.push(...(await violationsOn(page, colourRules)));
          await page.emulateMedia({ colorScheme: 'light' });
        }
        // The browser logs the missing page.
        const pageMessages = browserMessages.splice(0).filter(() => exists);
        if (scrollWidth !== width || violations.length + pageMessages.length > 0)
          faults.push({ path, width, wide: scrollWidth, barriers: violations, said: pageMessages });
      }
    }
    await context.close();
    return faults;
  }

  it.each([
    ['pages of the site', SITE, 2],
    ['question pages', QUESTIONS, 1],
  ])(
    'axe finds no violation on %s, light and dark, and the page does not overflow its window',
    async (name, paths, size) => {
      const widths = process.env['LONG'] ? [1280, 390, 320] : [1280, 390];
      const coloured = sampleCases(`${name} in dark mode and narrow windows`, paths, 1);
      expect(await faultsOf(sampleCases(name, paths, size), widths, coloured)).toEqual([]);
    },
  );

  it.each(sampleCases('tasks of readers', Object.keys(READER_TASKS), 1))(
    '%s: a reader finds the answer without scripts, in a few clicks from the home page',
    async (name) => {
      const task = READER_TASKS[name]!;
      const reader = await Reader.at(site.origin, site.browser);
      await task.do(reader);
      expect(reader.clicks).toBe(task.clicks);
      await reader.leave();
    },
  );

  if (!process.env['LONG']) console.log('accessibility: the pages of all entries are tested with LONG=1');
  (process.env['LONG'] ? it : it.skip)('the page of any entry has no axe violation, at a width of 320 px', async () => {
    const { body } = await site.server.inject({ url: '/sitemap.xml', headers: { host: 'localhost' } });
    const paths = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
    const english = paths.filter((path) => !/^\/(?:fr|de|es|it)(?:\/|$)/.test(path));
    expect(english.length).toBeGreaterThan(900);
    expect(await faultsOf(english, [320])).toEqual([]);
  });
});
