import { Analyst } from './analyst.js';
import { testGraphiqlUrl } from './graphiql-url.js';
import { BrowserPages, isBrowserInstalled, type WatchedPage } from './browser.js';
import { testGraphiql } from './graphiql-page.js';
import { EVERYDAY_TASKS } from './everyday-tasks.js';
import { sampleCases } from '../support/sample-cases.js';

/** Screens on which tasks run, with the maximum number of steps and the number of tasks in `npm test`. */
const SCREENS = [
  { name: '/graphiql', viewport: { width: 1280, height: 800 }, most: 7, size: 3 },
  { name: '/graphiql on a phone', viewport: { width: 390, height: 844 }, most: 7, size: 1 },
] as const;

(isBrowserInstalled() ? describe : describe.skip)('the pages in a browser', () => {
  let pages: BrowserPages;
  beforeAll(async () => {
    pages = await BrowserPages.start();
  });
  afterAll(() => pages?.stop(), 30_000);

  describe('the GraphiQL page', () => {
    testGraphiql(() => pages);
    testGraphiqlUrl(() => pages);
  });

  describe.each(SCREENS)('everyday tasks from $name', ({ name: place, viewport, most, size }) => {
    const openedPages = new Map<string, WatchedPage>();

    async function analystIn(locale: string): Promise<Analyst> {
      const openAnalyst = openedPages.get(locale);
      const openedView = openAnalyst ?? (await pages.open(`/graphiql?locale=${locale}`, { viewport }));
      openedPages.set(locale, openedView);
      return new Analyst(openedView.page);
    }
    afterAll(async () => {
      for (const openedView of openedPages.values()) await openedView.close();
    });

    it.each(sampleCases(`tasks from ${place}`, EVERYDAY_TASKS, size))('task: $name', async ({ run, locale = 'en' }) => {
      const analyst = await analystIn(locale);
      await run(analyst, pages);
      expect(analyst.steps).toBeLessThanOrEqual(most);
      const width = await analyst.page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(viewport.width);
    });

    it('the everyday tasks cause no page error and no request to another server', () => {
      for (const openedView of openedPages.values()) {
        expect(openedView.faults).toEqual([]);
        expect(pages.externalRequests(openedView)).toEqual([]);
      }
    });
  });
});
