import { Random } from '../../store/random.js';
import { areaEntries, type FigureInput, FiguresApp, indicator, route } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const random = new Random(41);
const PERIODS = ['2019', '2020', '2020-06', '2021', '2022'];
const AREAS = ['IT', 'ES', 'GB', 'HR', 'TN', 'EU', 'ROUTE_ALL', 'ROUTE_WEST', 'IT origin=SY', 'EU origin=SY'];
const INDICATORS = { ended: 0, ragged: 0.6, sparse: 0.85, rate: 0.2, monthly: 0.3, parts: 0.3 };
const EDITIONS = 3;
const moments: Date[] = [];

beforeAll(async () => {
  await base.start();
  const origin = { name: 'origin', title: { en: 'Origin' }, total: 'T', codes: [{ code: 'SY', title: { en: 'SY' } }] };
  const parts = { dimensions: [{ ...origin, total: null }] };
  const records: Record<string, object> = { parts, rate: { measure: 'RATE' }, monthly: { frequency: 'MONTH' } };
  await base.write(
    ...areaEntries(),
    route('all'),
    route('west', { partOf: 'all' }),
    ...Object.keys(INDICATORS).map((slug) => indicator(slug, { dimensions: [origin], ...records[slug] })),
  );
  for (let edition = 0; edition < EDITIONS; edition += 1) {
    for (const [slug, gaps] of Object.entries(INDICATORS))
      moments.push(await base.writeVintage(slug, figures(slug, gaps)));
  }
});

/** Returns figures with the given share of gaps, more of them towards the end. */
function figures(slug: string, gaps: number): Record<string, Record<string, FigureInput>> {
  const ofArea = () =>
    PERIODS.flatMap((period, index) => {
      if (random.chance((gaps * index) / (PERIODS.length - 1))) return [];
      const value = gaps > 0 && random.chance(0.2) ? null : random.below(20) - (slug === 'ended' ? 0 : 2);
      const flags = random.chance(0.3) ? ['PROVISIONAL'] : [];
      const source = random.chance(0.2) ? 'annex' : 'tables';
      const bound = random.chance(0.2) ? { lower: 1, upper: 30, note: 'About.' } : {};
      return [[period, { value, flags, source, ...bound }] as const];
    });
  const areas = AREAS.filter((area) => slug !== 'parts' || area.includes('origin'));
  return Object.fromEntries(areas.map((area) => [area, Object.fromEntries(ofArea())]));
}

const CELL = 'period value state flags lower upper note inputs missing guards sources { slug }';
const RANKED = `rank area { code } value share unit guards vintage { number } observation { ${CELL} }`;

/** Returns the rankings of every indicator with different arguments, and the developments of two areas, as JSON. */
async function answers(): Promise<string[]> {
  const asOf = (moment: Date) => `asOf: "${moment.toISOString()}"`;
  const periods = ['2019', '2020', '2020-06', '2021', '2022', '2030'].map((period) => `period: "${period}"`);
  const variants = ['first: 9', ...periods, 'within: "EU"', 'within: "EU", period: "2022"', ...moments.map(asOf)];
  const origins = ['T', 'SY'].map((code) => `breakdown: [{ dimension: "origin", code: "${code}" }]`);
  const routes = ['', ...periods, ...moments.map(asOf)].map((variant) => `${variant} among: ROUTES`);
  const recipes = ['frequency: YEAR', 'frequency: QUARTER', 'transform: CUMULATIVE'].map(
    (each) => `recipe: { ${each} }`,
  );
  const found: string[] = [];
  for (const slug of Object.keys(INDICATORS)) {
    for (const routeGroup of [variants, routes, [...origins, ...recipes]]) {
      const rankingFields = routeGroup.map((variant, index) => `a${index}: ranking(${variant}) { ...R }`).join(' ');
      const query =
        `{ of: indicator(slug: "${slug}") { ${rankingFields} } } fragment R on RankedArea { ${RANKED} }` as string;
      const { data, errors = [] } = await base.answer(query);
      found.push(...routeGroup.map((variant, index) => `${slug} ${variant} ${JSON.stringify(data.of![`a${index}`])}`));
      found.push(JSON.stringify(errors));
    }
  }
  for (const root of ['country(by: { code: "IT" })', 'route(by: { code: "ROUTE_WEST" })']) {
    const { of } = await base.execute(
      `{ of: ${root} { developments(first: 20) { indicator { slug } to { period } rank peers } } }` as string,
    );
    found.push(JSON.stringify(of));
  }
  return found;
}

test('rankings computed from the stored latest totals equal those computed from series', async () => {
  const commands = async (work: () => Promise<unknown>) => {
    base.commands.length = 0;
    await work();
    return base.commands.length;
  };
  await base.execute('{ indicator(slug: "ended") { ranking { rank } } }');
  const ofNone = await commands(() => base.execute('{ indicator(slug: "ended") { slug } }'));
  expect(await commands(() => base.execute('{ indicator(slug: "ended") { ranking { rank value } } }'))).toBe(ofNone);
  const currentAnswers = await answers();
  const commandsWithTotals = await commands(answers);
  await base.removeLatestTotals();
  expect(await answers()).toEqual(currentAnswers);
  expect(await commands(answers)).toBeGreaterThan(commandsWithTotals);
  const withRanks = currentAnswers.filter((each) => each.includes('"rank":1'));
  expect(withRanks.length).toBeGreaterThan(currentAnswers.length / 3);
});
