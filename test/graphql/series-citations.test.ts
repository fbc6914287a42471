import { createVintage } from '../../src/records/submitted-figures.js';
import { commitBatch } from '../../src/records/commit-batch.js';
import { batch, entry, nextChange } from '../store/test-stores.js';
import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const claim = (period: string, value: number) => ({
  statement: { en: `${value} in ${period}` },
  indicator: 'arrivals',
  area: 'countries/it',
  period,
  value,
});

let vintage: Date;

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('arrivals'),
    entry('Trend', 'rise', { direction: 'RISING', claims: [claim('2020', 5), claim('2021', 6), claim('2030', 1)] }),
    entry('Topic', 'boats', { scheme: 'SUBJECT' }),
  );
  await base.writeVintage('arrivals', { IT: { 2020: 5, 2021: 6 } });
  vintage = await base.writeVintage('arrivals', { IT: { 2020: 5, 2021: 7 } });
});

test('a claim is CURRENT, OUT_OF_DATE with the current figure, or UNVERIFIABLE', async () => {
  const { trend } = await base.execute('{ trend(slug: "rise") { claims { value status now } } }');
  expect(trend!.claims).toEqual([
    { value: 5, status: 'CURRENT', now: 5 },
    { value: 6, status: 'OUT_OF_DATE', now: 7 },
    { value: 1, status: 'UNVERIFIABLE', now: null },
  ]);
});

test('the figures of all claims in a list take one database command', async () => {
  const query = '{ trends { nodes { claims { status now } } } }';
  await base.execute(query);
  base.commands.length = 0;
  await base.execute(query);
  expect(base.commands).toEqual(['find', 'aggregate']);
});

test('the citation of a series contains the publisher, the edition and its date', async () => {
  const date = vintage.toISOString().slice(0, 10);
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") { series(areas: ["IT"]) {
    apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON)
  } } }`);
  const { apa, bibtex, csl } = found!.series[0]!;
  expect(apa).toContain(`arrivals: Italy (edition of ${date}) [Data set]. Signpost.`);
  expect(apa).toMatch(/^Eurostat\. \(\d{4}, [A-Z][a-z]+ \d{1,2}\)\. /);
  expect(apa).toContain('Signpost. Read in: Tables of 2024 (https://example.org/tables). http://localhost:80/');
  expect(bibtex).toContain(`version = {{edition of ${date}}}`);
  expect(JSON.parse(csl)).toMatchObject([
    {
      id: `arrivals-it-${date}`,
      type: 'dataset',
      title: 'arrivals: Italy',
      author: [{ literal: 'Eurostat' }],
      issued: { 'date-parts': [date.split('-').map(Number)] },
      version: `edition of ${date}`,
      URL: expect.stringMatching(/^http:\/\/localhost:80\//),
    },
  ]);
});

test('the citation of a figure contains its period, its value and the date of retrieval', async () => {
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") { series(areas: ["IT"]) {
    figure: citation(period: "2021", retrievedOn: "2026-11-26")
  } } }`);
  expect(found!.series[0]!.figure).toContain('arrivals: Italy, 2021: 7 persons (edition of');
  expect(found!.series[0]!.figure).toContain('Retrieved November 26, 2026, from http://localhost:80/');
  await expect(
    base.execute('{ indicator(slug: "arrivals") { series(areas: ["IT"]) { citation(period: "1999") } } }'),
  ).rejects.toThrow('The series has no figure for 1999');
});

test('the citation of a source depends on its type, and that of an entry names its revision', async () => {
  const { source, topic } = await base.execute(`{
    source(slug: "annex") { apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON) }
    topic(slug: "boats") { citation updatedAt }
  }`);
  expect(source!.apa).toBe('Eurostat. (2024, June). An annex & more.');
  expect(source!.bibtex).toBe(
    [
      '@misc{annex,',
      '  title = {{An annex \\& more}},',
      '  author = {{Eurostat}},',
      '  publisher = {{Eurostat}},',
      '  year = {{2024}},',
      '  date = {{2024-06}},',
      '  month = jun',
      '}',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(source!.csl)[0]).toMatchObject({ type: 'document', issued: { 'date-parts': [[2024, 6]] } });
  expect(topic!.citation).toContain(
    `boats (revision 1 of ${topic!.updatedAt.slice(0, 10)}). http://localhost:80/topic/boats`,
  );
});

test('the citation of a source that was read in a copy also describes the copy', async () => {
  const readIn = {
    holder: 'GitHub, one/tables',
    url: 'https://github.com/one/tables',
    file: 'a.csv',
    commit: '6934b51',
  };
  await base.write(
    entry('Source', 'copied', {
      publisherName: 'Eurostat',
      reference: 'migr_eirfs',
      edition: 'Update of 3 March 2025',
      url: 'https://example.org/migr_eirfs',
      readIn,
    }),
  );
  const { source } = await base.execute('{ source(slug: "copied") { citation readIn { holder file commit sha256 } } }');
  expect(source!.citation).toBe(
    'Eurostat. (n.d.). copied (migr_eirfs, Update of 3 March 2025). Read in GitHub, one/tables, a.csv, version 6934b51 (https://github.com/one/tables). https://example.org/migr_eirfs',
  );
  expect(source!.readIn).toEqual({ holder: 'GitHub, one/tables', file: 'a.csv', commit: '6934b51', sha256: null });
});

test('a source is in use by an indicator only if figures of the newest edition refer to it', async () => {
  const uses = (slug: string) => base.store.entries.usedBy({ kind: 'Source', slug }, 10);
  const use = { kind: 'Indicator', slug: 'arrivals', path: 'figures', published: true };
  expect(await uses('tables')).toEqual([use]);
  expect(await uses('annex')).toEqual([]);
  await base.writeVintage('arrivals', { IT: { 2020: 5, 2021: { value: 7, source: 'annex' } } }, 'tables');
  expect(await uses('annex')).toEqual([use]);
  await base.writeVintage('arrivals', { IT: { 2020: 5 } }, 'annex');
  expect(await uses('tables')).toEqual([]);
});

describe('withdrawing a source of figures', () => {
  const annex = areaEntries().find(({ slug }) => slug === 'annex')!;
  const retirement = nextChange(annex, 'RETIRE', 'RETIRED');

  test.each([
    ['retired', retirement],
    ['unpublished', nextChange(annex, 'UNPUBLISH', 'DRAFT')],
  ])('a source that published figures require cannot be %s', async (_how, change) => {
    await expect(commitBatch(base, batch(change))).rejects.toMatchObject({
      code: 'IN_USE',
      message: '"annex" cannot be withdrawn: it is the source of figures of arrivals.',
    });
    expect((await base.execute('{ source(slug: "annex") { status } }')).source!.status).toBe('PUBLISHED');
  });

  test('a source can be retired in the batch that replaces its figures with those of another source', async () => {
    const points = [{ period: '2020', value: 5, state: 'REPORTED' as const, flags: [], source: 'tables', note: null }];
    const vintage = createVintage('arrivals', [{ area: 'IT', breakdown: {}, points }]);
    expect(await commitBatch(base, { ...batch(retirement), vintages: [vintage] })).toMatchObject({ committed: true });
    expect((await base.execute('{ source(slug: "annex") { status } }')).source!.status).toBe('RETIRED');
  });
});
