import { parse as parseCsv } from 'csv-parse/sync';
import type { Analyst } from './analyst.js';
import { type BrowserPages, eventually } from './browser.js';
import { type Line, readFigureRows, readSeedRecords, textIn } from './seed-files.js';

/** A question that a user has, and the steps to answer it. It fails if the answer differs from the content. */
export interface EverydayTask {
  name: string;
  locale?: string;
  run(analyst: Analyst, pages: BrowserPages): Promise<void>;
}

interface Trend {
  title: string | Record<string, string>;
  digital?: { use: string }[];
  citations: unknown[];
}

interface Entry {
  title: string | Record<string, string>;
  topics?: string[];
  languages?: string[];
  area?: string;
}

/** Everyday tasks of an analyst, with the default values of the questions. */
export const EVERYDAY_TASKS: readonly EverydayTask[] = [
  {
    name: 'unaccompanied minors by country in a year, copied for Excel',
    async run(analyst) {
      await analyst.choose('Which countries report most unaccompanied minors');
      const lines = await analyst.copyTable((found) => found[0]?.['Period'] === '2015');
      const expected = readFigureRows('eurostat-uam-applicants')
        .filter(({ area, period, value }) => area!.length === 2 && period === '2015' && value !== '')
        .sort((one, other) => Number(other.value) - Number(one.value));
      expect(lines.map(({ Value }) => Value)).toEqual(expected.slice(0, 10).map(({ value }) => value));
      expect(lines.map(({ Code }) => Code).sort()).toEqual(
        expected
          .slice(0, 10)
          .map(({ area }) => area)
          .sort(),
      );
      for (const line of lines) expect([line['Unit'], line['Source'] !== '']).toEqual(['persons', true]);
    },
  },
  {
    name: 'trends on digital services with their sources',
    async run(analyst) {
      await analyst.choose('How smugglers use digital services');
      const digitalTrends = [...readSeedRecords<Trend>('trends')].filter(([, { digital = [] }]) => digital.length > 0);
      await analyst.page.getByText(`${digitalTrends.length} rows`, { exact: true }).first().waitFor();
      await analyst.openTab('Download');
      const { name, text } = await analyst.save(/^CSV for programs/);
      const lines = parseCsv(text, { columns: true }) as Line[];
      expect(name).toBe('how-smugglers-use-digital-services.csv');
      expect(lines.map(({ slug }) => slug).sort()).toEqual(digitalTrends.map(([slug]) => slug).sort());
      expect(lines.map(({ citations }) => citations!.split('; ').length > 0 && citations !== '')).not.toContain(false);
    },
  },
  {
    name: 'resources in French',
    locale: 'fr',
    async run(analyst) {
      await analyst.choose('Ressources dans une langue');
      const multilingualResources = [...readSeedRecords<Entry>('resources').values()].filter(({ languages = [] }) =>
        languages.includes('fr'),
      );
      // Resources whose language is not recorded follow, in another list.
      const inFrench = (found: Line[]) => found.filter((line) => Object.values(line).includes('inTheLanguage'));
      const lines = await analyst.copyTable((found) => inFrench(found).length === multilingualResources.length);
      expect(lines.length).toBeGreaterThan(multilingualResources.length);
      expect(
        inFrench(lines)
          .map(({ Ressource }) => Ressource)
          .sort(),
      ).toEqual(multilingualResources.map(({ title }) => textIn(title, 'fr')).sort());
    },
  },
  {
    name: 'what changed this week',
    async run(analyst) {
      await analyst.choose('What changed this week');
      const lines = await analyst.copyTable((found) => found[0]?.['Action'] !== undefined);
      const today = new Date().toISOString().slice(0, 10);
      expect(lines.length).toBeGreaterThanOrEqual(10);
      for (const line of lines) {
        const at = Object.entries(line).find(([name]) => /(?:^| )At$/.test(name))?.[1] ?? '';
        expect(today.localeCompare(at.slice(0, 10))).toBeLessThanOrEqual(1);
        expect(line['Action']).not.toBe('');
      }
    },
  },
  {
    name: 'laws on facilitation',
    async run(analyst) {
      await analyst.choose('Laws on a topic');
      const facilitationLaws = [...readSeedRecords<Entry>('laws')].filter(([, { topics = [] }]) =>
        topics.includes('facilitation'),
      );
      const lines = await analyst.copyTable((found) => found.length === facilitationLaws.length);
      expect(lines.map(({ Key }) => Key).sort()).toEqual(facilitationLaws.map(([slug]) => slug).sort());
    },
  },
  {
    name: 'a query that is shared, opened in a fresh browser',
    async run(analyst, pages) {
      await analyst.choose('Dead and missing on the routes');
      await analyst.page.waitForURL(/question=dead-and-missing-by-route/);
      await analyst.press('Share');
      const address = await eventually(
        () => analyst.clipboard(),
        (text) => text.includes('question=dead-and-missing-by-route'),
      );
      const freshPage = await pages.open(address.replace(pages.origin, ''), {
        viewport: analyst.page.viewportSize(),
        fresh: true,
      });
      const rows = (page: typeof freshPage.page) => page.getByRole('table').getByRole('row').allInnerTexts();
      await freshPage.page.getByRole('table').waitFor();
      const [shownRows, openedRows] = await Promise.all([rows(analyst.page), rows(freshPage.page)]);
      await freshPage.close();
      expect(openedRows).toEqual(shownRows);
      expect(openedRows.length).toBe(
        1 +
          readFigureRows('iom-dead-missing').filter(
            ({ area, period, value }) =>
              ['ROUTE_CENTRAL_MEDITERRANEAN', 'ROUTE_EASTERN_MEDITERRANEAN', 'ROUTE_WESTERN_MEDITERRANEAN'].includes(
                area!,
              ) &&
              period! >= '2014' &&
              value !== '',
          ).length,
      );
    },
  },
  {
    name: 'everything on one country',
    async run(analyst) {
      await analyst.choose('Everything on one country');
      const lines = await analyst.copyTable((found) => found[0]?.['Country'] === 'Greece');
      const laws = [...readSeedRecords<Entry>('laws').values()].filter(({ area }) => area === 'countries/gr');
      expect(laws.length).toBeGreaterThan(0);
      for (const { title } of laws) expect(lines[0]!['Laws']).toContain(textIn(title, 'en'));
    },
  },
];
