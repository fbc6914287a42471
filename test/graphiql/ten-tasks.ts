import { parse as parseCsv } from 'csv-parse/sync';
import type { Analyst } from './analyst.js';
import type { Pages } from './browser.js';
import { eventually } from './browser.js';
import type { Line } from './seed-files.js';
import { figuresOf, recordsIn, textIn } from './seed-files.js';

/** A question that a user has, and the steps to answer it. It fails if the answer differs from the content. */
export interface Task {
  name: string;
  locale?: string;
  run(analyst: Analyst, pages: Pages): Promise<void>;
}

const inWords = new Intl.NumberFormat('en');

/** Formats figures of an indicator like the descriptions of a chart, without missing ones. */
function describeFigures(lines: readonly Line[], areas: Readonly<Record<string, string>>, unit: string): string[] {
  return lines
    .filter(({ area, value }) => area! in areas && value !== '')
    .map(({ area, period, value }) => `${areas[area!]}, ${period}: ${inWords.format(Number(value))} ${unit}`);
}

function plain(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/, (?:provisional|estimated|hollow|break).*$/, '')).sort();
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

/** Ten everyday tasks of an analyst. */
export const TASKS: readonly Task[] = [
  {
    name: 'unaccompanied minors by country in a year, copied for Excel',
    async run(analyst) {
      await analyst.choose('Which countries report most unaccompanied minors');
      await analyst.type('Period', '2016');
      await analyst.press('Show');
      const lines = await analyst.copyTable((found) => found[0]?.['Period'] === '2016');
      const expected = figuresOf('eurostat-uam-applicants')
        .filter(({ area, period, value }) => area!.length === 2 && period === '2016' && value !== '')
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
    name: "Syrians' applications in Germany and Greece as a chart",
    async run(analyst) {
      await analyst.choose('Applications of Syrians in Germany and Greece');
      await analyst.page.getByRole('application').waitFor();
      const areas = { DE: 'Germany', GR: 'Greece' };
      const ofSyrians = (dimension: string) => (line: Line) => line[dimension] === 'SY' && line['period']! >= '2012';
      const eurostat = figuresOf('eurostat-first-time-applicants-by-citizenship').filter(ofSyrians('citizen'));
      const unhcr = figuresOf('unhcr-asylum-applications-by-origin-and-destination').filter(ofSyrians('origin'));
      const wanted = [...describeFigures(eurostat, areas, 'persons'), ...describeFigures(unhcr, areas, 'applications')];
      expect(plain(await analyst.figures())).toEqual(wanted.sort());
    },
  },
  {
    name: 'trends on money transfer with their sources',
    async run(analyst) {
      await analyst.choose('How smugglers use digital services');
      await analyst.pick('Used for', 'Money transfer');
      await analyst.press('Show');
      const wanted = [...recordsIn<Trend>('trends')].filter(([, { digital = [] }]) =>
        digital.some(({ use }) => use === 'MONEY_TRANSFER'),
      );
      await analyst.page.getByText(`${wanted.length} rows`, { exact: true }).first().waitFor();
      await analyst.look('Download');
      const { name, text } = await analyst.save(/^CSV for programs/);
      const lines = parseCsv(text, { columns: true }) as Line[];
      expect(name).toBe('how-smugglers-use-digital-services.csv');
      expect(lines.map(({ slug }) => slug).sort()).toEqual(wanted.map(([slug]) => slug).sort());
      expect(lines.map(({ citations }) => citations!.split('; ').length > 0 && citations !== '')).not.toContain(false);
    },
  },
  {
    name: 'resources on electronic evidence in French',
    locale: 'fr',
    async run(analyst) {
      await analyst.choose('Ressources dans une langue');
      await analyst.pick('Thème', 'Preuves électroniques');
      await analyst.press('Afficher');
      const wanted = [...recordsIn<Entry>('resources').values()].filter(
        ({ topics = [], languages = [] }) => topics.includes('electronic-evidence') && languages.includes('fr'),
      );
      const lines = await analyst.copyTable((found) => found.length === wanted.length);
      expect(lines.map(({ Ressource }) => Ressource).sort()).toEqual(
        wanted.map(({ title }) => textIn(title, 'fr')).sort(),
      );
    },
  },
  {
    name: 'a figure, cited',
    async run(analyst) {
      await analyst.choose('Smuggling cases coordinated through Eurojust');
      await analyst.look('Cite');
      const [line] = figuresOf('eurojust-ms-cases').filter(({ period }) => period === '2023');
      const options = analyst.page.getByRole('combobox', { name: 'How to cite' }).getByRole('option');
      const figures = await eventually(
        () => options.allInnerTexts(),
        (texts) => texts.length > 1,
      );
      await analyst.pick(
        'How to cite',
        figures.find((text) => text.includes('2023: '))!,
      );
      await analyst.press('Copy: APA');
      const citation = await eventually(
        () => analyst.clipboard(),
        (text) => text.includes('2023'),
      );
      expect(citation).toContain(`2023: ${line!['value']}`);
      expect(citation).toMatch(/^Eurojust\./);
      expect(citation).toMatch(/Retrieved .* from http:\/\/127\.0\.0\.1:\d+\/q\/\S+[?&]asOf=\d{4}-\d{2}-\d{2}$/);
    },
  },
  {
    name: 'what changed this week',
    async run(analyst) {
      await analyst.choose('What changed this week');
      const lines = await analyst.copyTable((found) => found[0]?.['Action'] !== undefined);
      const today = new Date().toISOString().slice(0, 10);
      expect(lines.length).toBeGreaterThanOrEqual(20);
      for (const line of lines) {
        const at = Object.entries(line).find(([name]) => /(?:^| )At$/.test(name))?.[1] ?? '';
        expect(today.localeCompare(at.slice(0, 10))).toBeLessThanOrEqual(1);
        expect(line['Action']).not.toBe('');
      }
    },
  },
  {
    name: 'arrivals in Italy and Spain, compared',
    async run(analyst) {
      await analyst.choose('Arrivals in Italy and Spain');
      await analyst.page.getByRole('application').waitFor();
      const figures = await analyst.figures();
      const monthly = figuresOf('unhcr-arrivals-monthly').filter(({ value }) => value !== '');
      for (const [code, name] of [
        ['IT', 'Italy'],
        ['ES', 'Spain'],
      ] as const) {
        const of2016 = monthly.filter(({ area, period }) => area === code && period!.startsWith('2016-'));
        const sum = of2016.reduce((total, { value }) => total + Number(value), 0);
        expect(figures.some((text) => text.includes(name) && text.includes(`2016: ${inWords.format(sum)}`))).toBe(true);
      }
    },
  },
  {
    name: 'laws on messaging platforms',
    async run(analyst) {
      await analyst.choose('Laws on a topic');
      await analyst.pick('Topic', 'Online platforms');
      await analyst.press('Show');
      const wanted = [...recordsIn<Entry>('laws')].filter(([, { topics = [] }]) => topics.includes('online-platforms'));
      const lines = await analyst.copyTable((found) => found.length === wanted.length);
      expect(lines.map(({ Key }) => Key).sort()).toEqual(wanted.map(([slug]) => slug).sort());
    },
  },
  {
    name: 'a query that is shared, opened in a fresh browser',
    async run(analyst, pages) {
      await analyst.choose('Dead and missing on the routes');
      await analyst.type('From', '2020');
      await analyst.press('Show');
      await analyst.look('Table');
      await analyst.page.waitForURL(/from=2020.*view=table/);
      await analyst.press('Share');
      const address = await eventually(
        () => analyst.clipboard(),
        (text) => text.includes('from=2020'),
      );
      const fresh = await pages.open(address.replace(pages.origin, ''), {
        viewport: analyst.page.viewportSize(),
        fresh: true,
      });
      const rows = (page: typeof fresh.page) => page.getByRole('table').getByRole('row').allInnerTexts();
      await fresh.page.getByRole('table').waitFor();
      const [shownRows, opened] = await Promise.all([rows(analyst.page), rows(fresh.page)]);
      await fresh.close();
      expect(opened).toEqual(shownRows);
      expect(opened.length).toBe(
        1 +
          figuresOf('iom-dead-missing').filter(
            ({ area, period, value }) =>
              ['ROUTE_CENTRAL_MEDITERRANEAN', 'ROUTE_EASTERN_MEDITERRANEAN', 'ROUTE_WESTERN_MEDITERRANEAN'].includes(
                area!,
              ) &&
              period! >= '2020' &&
              value !== '',
          ).length,
      );
    },
  },
  {
    name: 'everything on one country',
    async run(analyst) {
      await analyst.choose('Everything on one country');
      await analyst.pick('Country', 'Albania');
      await analyst.press('Show');
      const lines = await analyst.copyTable((found) => found[0]?.['Country'] === 'Albania');
      const laws = [...recordsIn<Entry>('laws').values()].filter(({ area }) => area === 'countries/al');
      expect(laws.length).toBeGreaterThan(0);
      for (const { title } of laws) expect(lines[0]!['Laws']).toContain(textIn(title, 'en'));
    },
  },
];
