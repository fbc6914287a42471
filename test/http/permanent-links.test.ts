import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renameEntry } from '../../src/records/rename-entry.js';
import type { VintageDate } from '../../src/store/figures.js';
import { areaEntries, type FigureInput, FiguresApp, indicator } from '../graphql/figures-app.js';
import { entry } from '../store/test-stores.js';

const TODAY = '2026-11-26';
let base: FiguresApp;

type Figures = Record<string, Record<string, FigureInput>>;

const INDICATOR_FIELD = 'indicator(slug: "arrivals")';
const VALUES = 'area { code } unit points { period value }';
const RATE = 'recipe: { transform: PER_100K }';
const side = (slug: string, more = '') => `{ indicator: "${slug}", area: "IT" ${more} }`;
const COMPARED = `... on Comparison { series { unit } periods { period cells { value } } }`;

/** Queries of figures with every option, by the slug of their question. */
const QUESTIONS: Readonly<Record<string, string>> = {
  plain: `{ ${INDICATOR_FIELD} { series { ${VALUES} } } }`,
  ranking: `{ ${INDICATOR_FIELD} { ranking(period: "2020") { area { code } value share } } }`,
  'latest-ranked': `{ ${INDICATOR_FIELD} { ranking { area { code } value share } } }`,
  'ranked-as-of': `{ ${INDICATOR_FIELD} { ranking(asOf: "2030-01-01T00:00:00Z") { area { code } value share } } }`,
  rates: `{ ${INDICATOR_FIELD} { ranking(period: "2020", ${RATE}) { area { code } value observation { dividedBy { value } } } } }`,
  rate: `{ ${INDICATOR_FIELD} { series(${RATE}) { ${VALUES} } } }`,
  growth: `{ ${INDICATOR_FIELD} { growth(from: "2020", to: "2021") { area { code } absolute } } }`,
  total: `{ ${INDICATOR_FIELD} { groupTotal(group: "EU", ${RATE}) { ${VALUES} } } }`,
  shares: `{ ${INDICATOR_FIELD} { series(areas: ["IT"], recipe: { transform: SHARE, shareOf: "ES" }) { ${VALUES} } } }`,
  'two-indicators': `{ ${INDICATOR_FIELD} { series { ${VALUES} } } other: indicator(slug: "deaths") { series { ${VALUES} } } }`,
  compared: `{ compare(force: true, series: [${side('arrivals')}, ${side('deaths')}]) { ${COMPARED} } }`,
  'rates-compared': `{ compare(force: true, series: [${side('arrivals', RATE)}, ${side('deaths')}]) { ${COMPARED} } }`,
  developments:
    '{ country(by: { code: "IT" }) { developments { indicator { title } from { value } to { value } rank peers } } }',
  'all-of-a-country': `{ country(by: { code: "IT" }) { series { indicator { title } ${VALUES} } } }`,
  'one-of-a-country': `{ country(by: { code: "IT" }) { series(indicators: ["arrivals"], ${RATE}) { ${VALUES} } } }`,
  'editions-named': `{ ${INDICATOR_FIELD} { series(asOf: "2030-01-01T00:00:00Z") { ${VALUES} } } }`,
};

beforeAll(async () => {
  base = new FiguresApp(() => new Date(`${TODAY}T12:00:00Z`));
  await base.start();
  const titled = (slug: string, record: object = {}) => indicator(slug, { title: { en: `The ${slug}` }, ...record });
  const question = ([slug, document]: [string, string]) =>
    entry('Question', slug, { title: { en: slug }, document, role: 'ANALYST', task: { en: 'Citing' } });
  await base.write(
    ...areaEntries(),
    entry('Source', 'census', { title: { en: 'A census' }, publisherName: 'Eurostat' }),
    titled('people', { measure: 'STOCK', relevance: 'CONTEXT' }),
    titled('arrivals', { population: 'people' }),
    titled('deaths'),
    titled('returns'),
    ...Object.entries(QUESTIONS).map(question),
  );
  await writeEdition('people', '2024-07-11', { IT: { 2020: 100_000 }, ES: { 2020: 50_000 } }, 'census');
  await writeEdition('arrivals', '2025-03-03', { IT: { 2020: 50, 2021: 60 }, ES: { 2020: 40, 2021: 30 } });
  await writeEdition('deaths', '2024-01-01', { IT: { 2020: 5, 2021: 6 } });
  await base.updateStats();
});
afterAll(() => base.close());

/** Writes an edition with a publication date. */
async function writeEdition(slug: string, date: string, figures: Figures, source?: string): Promise<void> {
  const dateOf: VintageDate['dateOf'] = 'UPDATE';
  await base.writeVintage(slug, figures, source, { date, dateOf });
}

async function rename(kind: string, slug: string, to: string): Promise<void> {
  const [current] = await base.store.entries.currentStates([{ kind, slug }]);
  const command = { kind: base.model.kind(kind), slug, to, expectedRevision: current!.revision };
  expect(await renameEntry(base, command, { author: 'an editor', message: '' })).toMatchObject({ outcome: 'WRITTEN' });
}

const plain = (html: string) => html.replaceAll('&amp;', '&');

/** Returns the permanent link on a page. */
function permanentLinkIn(html: string): string {
  const [, cite = ''] = /<p class="link">(.*?)<\/p>/s.exec(html) ?? [];
  return plain(/href="([^"]*)"/.exec(cite)![1]!);
}

async function permanent(slug: string): Promise<string> {
  return permanentLinkIn((await base.get(`/q/${slug}`, 'text/html')).body);
}

const asJson = (link: string) => link.replace(/\/q\/([^?.]+)/, '/q/$1.json');
const asCsv = (link: string) => link.replace(/\/q\/([^?.]+)/, '/q/$1.csv');

async function answerAt(link: string): Promise<{ json: string; csv: string; page: string }> {
  const [json, csv, page] = await Promise.all([
    base.get(asJson(link)),
    base.get(asCsv(link)),
    base.get(link, 'text/html'),
  ]);
  const [, main = ''] = /<tbody>(.*?)<\/tbody>/s.exec(page.body) ?? [];
  return { json: json.body, csv: csv.body, page: main + permanentLinkIn(page.body) };
}

/** The edition of the indicator `arrivals`, as citations name it. */
const ARRIVALS_EDITION = 'edition of 2025-03-03';
const RATES_EDITION = `${ARRIVALS_EDITION}, divided by The people, edition of 2024-07-11`;
const BOTH_EDITIONS = 'editions of 2024-01-01 and 2025-03-03';
const CITED: Readonly<Record<string, string>> = {
  plain: ARRIVALS_EDITION,
  ranking: ARRIVALS_EDITION,
  'latest-ranked': ARRIVALS_EDITION,
  'ranked-as-of': ARRIVALS_EDITION,
  rates: RATES_EDITION,
  rate: RATES_EDITION,
  growth: ARRIVALS_EDITION,
  total: RATES_EDITION,
  shares: ARRIVALS_EDITION,
  'two-indicators': BOTH_EDITIONS,
  compared: BOTH_EDITIONS,
  'rates-compared': `${BOTH_EDITIONS}, divided by The people, edition of 2024-07-11`,
  developments: ARRIVALS_EDITION,
  'one-of-a-country': RATES_EDITION,
};

test.each(Object.entries(CITED))('the question %s is cited with edition, sources and date', async (slug, citation) => {
  const { body } = await base.get(`/q/${slug}`, 'text/html');
  const [, apa = '', bibtex = ''] =
    /<p class="cite"[^>]*>(.*?)<\/p>.*?aria-label="BibTeX">(.*?)<\/pre>/s.exec(body) ?? [];
  expect(apa).toMatch(/\(2025, March 3\)\. .*\. Read in: Tables of 2024.* Retrieved \w+ \d+, \d{4}, from http/);
  expect(apa).toContain(` (${citation}) [Data set]`);
  if (citation.includes('divided')) expect(apa).toContain('A census');
  expect(bibtex).toContain(`version = {{${citation}}}`);
  expect(bibtex).toContain('urldate = {{');
  const { body: csv } = await base.get(`/q/${slug}.csv`);
  expect(csv.split('\n')[0]).toContain('vintage_date');
});

const FORMERLY = { 'people-who-arrived': 'arrivals', inhabitants: 'people', 'count-of-all': 'census' };

/** Returns the response at a link, with current slugs replaced by former ones. */
async function formerlyAt(link: string): Promise<string> {
  const { body } = await base.get(asJson(link));
  return Object.entries(FORMERLY).reduce((text, [now, then]) => text.replaceAll(`"${now}"`, `"${then}"`), body);
}

describe('permanent links', () => {
  const links = new Map<string, string>();
  const before = new Map<string, Awaited<ReturnType<typeof answerAt>>>();
  const now = new Map<string, string>();

  beforeAll(async () => {
    for (const slug of Object.keys(QUESTIONS)) {
      const link = await permanent(slug);
      links.set(slug, link);
      now.set(slug, (await base.get(`/q/${slug}.json`)).body);
      before.set(slug, await answerAt(link));
    }
    const { indicator: found } = await base.execute(
      `{ ${INDICATOR_FIELD} {
      series(areas: ["IT"], ${RATE}) { permalink } groupTotal(group: "EU", ${RATE}) { permalink } } }` as string,
    );
    for (const { permalink } of [found!.series[0]!, found!.groupTotal]) {
      links.set(permalink, permalink);
      before.set(permalink, await answerAt(permalink));
    }
  });

  test.each(Object.keys(QUESTIONS))('the permanent link of question %s returns the response of its page', (slug) => {
    expect(JSON.parse(before.get(slug)!.json)).toEqual(JSON.parse(now.get(slug)!));
    expect(before.get(slug)!.page).toContain(links.get(slug)!);
  });

  describe('permanent links after new editions', () => {
    const changes: readonly [string, () => Promise<void>][] = [
      [
        'an edition dated before the link, and before that of another indicator',
        () => writeEdition('people', '2024-09-09', { IT: { 2020: 200_000 }, ES: { 2020: 10_000 } }, 'census'),
      ],
      ['an edition dated before the last', () => writeEdition('deaths', '2023-01-01', { IT: { 2020: 500, 2021: 7 } })],
      [
        'an edition dated on the day of the link',
        () => writeEdition('arrivals', TODAY, { IT: { 2020: 1, 2021: 1 }, HR: { 2020: 9 } }),
      ],
      ['an edition dated after the link', () => writeEdition('arrivals', '2027-01-01', { IT: { 2020: 2 } })],
      [
        'the first edition of another indicator, dated before the link',
        () => writeEdition('returns', '2020-01-01', { IT: { 2020: 1, 2021: 99 } }),
      ],
    ];
    for (const [name, change] of changes) {
      test(`a permanent link returns the same response after ${name}`, async () => {
        await change();
        for (const [slug, link] of links)
          expect({ slug, ...(await answerAt(link)) }).toEqual({ slug, ...before.get(slug)! });
      });
    }
  });

  test.each([
    ['Indicator', 'arrivals', 'people-who-arrived'],
    ['Indicator', 'people', 'inhabitants'],
    ['Source', 'census', 'count-of-all'],
  ])('a permanent link returns the same response except names after %s %s is renamed to %s', async (kind, slug, to) => {
    await rename(kind, slug, to);
    for (const [of, link] of links) {
      expect({ of, json: await formerlyAt(link) }).toEqual({ of, json: before.get(of)!.json });
    }
  });

  test('a permanent link returns the same response after renamed indicators get new editions', async () => {
    await writeEdition('inhabitants', '2024-08-08', { IT: { 2020: 7 }, ES: { 2020: 7 } }, 'count-of-all');
    await writeEdition('people-who-arrived', '2025-01-01', { IT: { 2020: 8, 2021: 8 }, ES: { 2020: 8 } });
    for (const [linkName, link] of links) {
      expect({ of: linkName, json: await formerlyAt(link) }).toEqual({
        of: linkName,
        json: before.get(linkName)!.json,
      });
    }
  });

  test('the page of a permanent link says if newer figures are available', async () => {
    const newerNotice = 'Newer figures are available.';
    expect((await base.get(links.get('ranking')!, 'text/html')).body).toContain(newerNotice);
    expect((await base.get(await permanent('ranking'), 'text/html')).body).not.toContain(newerNotice);
  });

  test('after new figures, a question has another response and another permanent link', async () => {
    for (const slug of Object.keys(QUESTIONS)) {
      expect((await base.get(`/q/${slug}.json`)).body).not.toBe(now.get(slug)!);
      expect(await permanent(slug)).not.toBe(links.get(slug));
    }
  });

  test('a permanent link returns no figures of a retired indicator, and those of others unchanged', async () => {
    const key = { kind: 'Indicator', slug: 'deaths' };
    const [current] = await base.store.entries.currentStates([key]);
    const { record, revision: expectedRevision } = current!;
    const withdrawn = { action: 'RETIRE', status: 'RETIRED', expectedRevision, originalLocale: 'en', record } as const;
    await base.write({ ...key, ...withdrawn });
    const withDeaths = ['two-indicators', 'compared', 'rates-compared', 'developments', 'all-of-a-country'];
    for (const [linkName, link] of [...links].filter(([slug]) => !withDeaths.includes(slug))) {
      expect({ of: linkName, json: await formerlyAt(link) }).toEqual({
        of: linkName,
        json: before.get(linkName)!.json,
      });
    }
    const { data } = JSON.parse(await formerlyAt(links.get('two-indicators')!));
    expect(data).toEqual({ ...JSON.parse(before.get('two-indicators')!.json).data, other: { series: [] } });
    expect(await formerlyAt(links.get('compared')!)).toContain('There is no indicator \\"deaths\\"');
  });
});
