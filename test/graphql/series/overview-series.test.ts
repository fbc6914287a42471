import { FiguresApp, indicator, areaEntries, route } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const dimension = (name: string, codes: readonly string[], total?: string) => ({
  name,
  title: { en: name },
  codes: codes.map((code) => ({ code, title: { en: code } })),
  ...(total !== undefined && { total }),
});

/** With this many codes, one country has too many series to list individually. */
const MANY = Array.from({ length: 120 }, (_, index) => `C${index}`);

beforeAll(async () => {
  await base.start();
  const parts = { dimensions: [dimension('origin', ['SY', 'AF', 'IQ']), dimension('sex', ['F', 'M'], 'T')] };
  await base.write(
    ...areaEntries(),
    route('west'),
    indicator('arrivals'),
    indicator('deaths'),
    indicator('cases'),
    indicator('parts', parts),
    indicator('many-parts', { dimensions: [dimension('origin', MANY)] }),
    indicator('parts-monthly', { ...parts, frequency: 'MONTH' }),
    indicator('half-a-year', { frequency: 'MONTH', measure: 'STOCK' }),
    indicator('nothing'),
  );
  await base.writeVintage('arrivals', {
    IT: { 2020: 5, 2021: 1 },
    ES: { 2020: 1, 2021: 7 },
    HR: { 2020: 9 },
    EU: { 2021: 100 },
    ROUTE_SEA: { 2021: 50 },
  });
  await base.writeVintage('deaths', { EU: { 2021: 30 }, ROUTE_SEA: { 2021: 10 }, ROUTE_WEST: { 2021: 20 } });
  await base.writeVintage('cases', { EU: { 2020: 3, 2021: 4 }, WORLD: { 2020: 8, 2021: null } });
  await base.writeVintage('parts', {
    'IT origin=SY': { 2020: 10, 2021: 20 },
    'IT origin=AF': { 2021: 30 },
    'ES origin=IQ': { 2021: 25 },
    'ES origin=IQ sex=F': { 2021: 90 },
  });
  const small = Object.fromEntries(MANY.map((code, index) => [`ES origin=${code}`, { 2021: index }]));
  await base.writeVintage('many-parts', {
    ...small,
    'EU origin=C7': { 2021: 9000 },
    'IT origin=C3': { 2020: 1, 2021: 500 },
  });
  const months = Array.from({ length: 12 }, (_, index) => [`2021-${String(index + 1).padStart(2, '0')}`, 2] as const);
  await base.writeVintage('parts-monthly', { 'IT origin=SY': Object.fromEntries(months) });
  await base.writeVintage('half-a-year', { EU: Object.fromEntries(months.slice(0, 6)) });
});

interface Outlined {
  area: { code: string };
  breakdown: { code: string }[];
  points: { period: string; value: number | null }[];
}

/** Returns the area, the codes and the last point of each series in the overview of an indicator. */
async function outline(slug: string, args = ''): Promise<unknown[]> {
  const answer = await base.execute(
    `{ of: indicator(slug: "${slug}") { outline${args} { area { code } breakdown { code } points { period value } } } }` as string,
  );
  return (answer.of!.outline as Outlined[]).map(({ area, breakdown, points }) => {
    const lastPoint = points.at(-1);
    return [area.code, ...breakdown.map(({ code }) => code), lastPoint?.period, lastPoint?.value];
  });
}

test('an overview lists the countries with the largest figures, and no other areas if countries have figures', async () => {
  expect(await outline('arrivals')).toEqual([
    ['ES', '2021', 7],
    ['IT', '2021', 1],
  ]);
  expect(await outline('arrivals', '(first: 1)')).toEqual([['ES', '2021', 7]]);
  expect(await outline('arrivals', '(from: "2022")')).toEqual([]);
});

test('an overview of an indicator without countries lists the routes with the largest figures, or else other areas', async () => {
  expect(await outline('deaths')).toEqual([
    ['ROUTE_WEST', '2021', 20],
    ['ROUTE_SEA', '2021', 10],
  ]);
  expect(await outline('cases')).toEqual([
    ['EU', '2021', 4],
    ['WORLD', '2021', null],
  ]);
});

test('an overview of an indicator without totals lists areas by code, the largest figures first', async () => {
  const allAreas = [
    ['IT', 'AF', '2021', 30],
    ['ES', 'IQ', '2021', 25],
    ['IT', 'SY', '2021', 20],
  ];
  expect(await outline('parts')).toEqual(allAreas);
  expect(await outline('parts', '(first: 2)')).toEqual(allAreas.slice(0, 2));
  expect(await outline('parts-monthly')).toEqual([['IT', 'SY', '2021', 24]]);
});

test('an overview of an indicator with many codes lists the largest figures of all codes and countries', async () => {
  expect(await outline('many-parts', '(first: 3)')).toEqual([
    ['IT', 'C3', '2021', 500],
    ['ES', 'C119', '2021', 119],
    ['ES', 'C118', '2021', 118],
  ]);
});

test('an overview uses months if there is no complete year, and is empty without figures', async () => {
  expect(await outline('half-a-year')).toEqual([['EU', '2021-06', 2]]);
  expect(await outline('nothing')).toEqual([]);
});
