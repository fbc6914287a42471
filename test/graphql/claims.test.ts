import { entry } from '../store/test-stores.js';
import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const claimOf = (value: number) => ({
  statement: { en: `${value} in 2020` },
  indicator: 'arrivals',
  area: 'countries/it',
  period: '2020',
  value,
});

test('a correct claim has the status CURRENT, or AS_STATED if the entry cites the source of the figure', async () => {
  await base.start();
  const claims = [claimOf(5), claimOf(6)];
  await base.write(
    ...areaEntries(),
    indicator('arrivals'),
    entry('Trend', 'cites-the-source', { citations: [{ source: 'tables' }], claims }),
    entry('Trend', 'cites-another', { citations: [{ source: 'annex' }], claims }),
  );
  await base.writeVintage('arrivals', { IT: { 2020: 5 } }, 'tables');
  const query = `{
    own: trend(slug: "cites-the-source") { claims { value status } }
    other: trend(slug: "cites-another") { claims { value status } }
  }`;
  const { own, other } = await base.execute(query);
  expect(own!.claims).toEqual([
    { value: 5, status: 'AS_STATED' },
    { value: 6, status: 'OUT_OF_DATE' },
  ]);
  expect(other!.claims).toEqual([
    { value: 5, status: 'CURRENT' },
    { value: 6, status: 'OUT_OF_DATE' },
  ]);
});

test('a claim about an unpublished or retired indicator is UNVERIFIABLE and has no figure', async () => {
  const hiddenIndicator = (slug: string, status: 'DRAFT' | 'RETIRED') => ({ ...indicator(slug), status });
  const claimAbout = (slug: string) => ({ ...claimOf(7), indicator: slug });
  await base.write(
    hiddenIndicator('drafted', 'DRAFT'),
    hiddenIndicator('withdrawn', 'RETIRED'),
    entry('Trend', 'quotes-hidden', { claims: [claimAbout('drafted'), claimAbout('withdrawn')] }),
  );
  await base.writeVintage('drafted', { IT: { 2020: 8 } });
  await base.writeVintage('withdrawn', { IT: { 2020: 8 } });
  const { trend } = await base.execute(
    '{ trend(slug: "quotes-hidden") { claims { status now observation { value } series { unit } } } }',
  );
  const nothing = { status: 'UNVERIFIABLE', now: null, observation: null, series: null };
  expect(trend!.claims).toEqual([nothing, nothing]);
});
