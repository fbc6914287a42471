import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compareAreas } from '../../src/pages/explorer/compare-page.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

async function page(url: string): Promise<string> {
  const { statusCode, body } = await server.inject({ url, headers: { host: 'localhost:4000', accept: 'text/html' } });
  expect(statusCode).toBe(200);
  return body;
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[#\w]+;/g, ' ')
    .replace(/\s+/g, ' ');
const point = (period: string, value: number | null) => ({
  period,
  value,
  state: value === null ? 'SUPPRESSED' : 'REPORTED',
  flags: [],
});
const series = (slug: string, points: ReturnType<typeof point>[]) => ({
  indicator: { path: `/indicator/${slug}`, title: slug },
  unit: 'persons',
  points,
});

test('compareAreas selects the latest year with figures of most areas, and omits indicators of only one area', () => {
  const rows = compareAreas([
    {
      code: 'DE',
      title: 'Germany',
      series: [series('a', [point('2021', 1), point('2022', 2)]), series('b', [point('2022', 1)])],
    },
    { code: 'FR', title: 'France', series: [series('a', [point('2021', 3), point('2022', null), point('2023', 4)])] },
    { code: 'IT', title: 'Italy', series: [series('c', [point('2021', 3)])] },
  ]);
  expect(rows.map(({ indicator, period }) => [indicator.title, period])).toEqual([['a', '2021']]);
  expect(rows[0]!.cells).toEqual([
    { point: point('2021', 1), isCovered: true },
    { point: point('2021', 3), isCovered: true },
    { point: undefined, isCovered: false },
  ]);
});

test('the comparison page shows areas side by side, with the year, reasons for missing figures and links', async () => {
  const body = await page('/compare?areas=DE,FR,IT&measure=per100k');
  const headings = [...body.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, text]) => text!.trim());
  expect(headings.slice(2)).toEqual(['Germany', 'France', 'Italy']);
  // On narrow screens, each figure has the name of its area.
  expect(body).toMatch(/<table class="stack">[\s\S]*?<td class="n[^"]*" data-l="Germany"/);
  expect(body).toMatch(/<td><b>20\d\d<\/b>/);
  expect(body).toContain('href="/indicator/eurostat-asylum-applicants?areas=DE,FR,IT&amp;measure=per100k"');
  expect(plain(body)).toContain('per 100 000 inhabitants');
  expect([...body.matchAll(/<option value="(\w+)"\s+selected/g)].map(([, code]) => code)).toEqual([
    'DE',
    'FR',
    'IT',
    'per100k',
  ]);
  expect(body).not.toMatch(/<script(?! type="application\/ld)|undefined|NaN/);
});

test('the comparison page shows the same figures as the API', async () => {
  const body = await page('/compare?areas=DE&areas=IT');
  const [, row = ''] = /eurostat-asylum-applicants\?areas=DE,IT"([\s\S]*?)<\/tr>/.exec(body)!;
  const year = /<td><b>(\d{4})/.exec(row)![1]!;
  const { data } = await server.execute(
    `{ indicator(slug: "eurostat-asylum-applicants") { series(areas: ["DE", "IT"], from: "${year}", to: "${year}") { points { value } } } }`,
  );
  const values = (data.indicator!.series as { points: { value: number }[] }[]).map(({ points }) =>
    points[0]!.value.toLocaleString('en'),
  );
  for (const value of values) expect(row).toContain(value);
});

test('the comparison page reports unknown areas and measures, and areas beyond the maximum', async () => {
  const body = plain(await page('/compare?areas=DE,Nowhere,FR,IT,ES,AT,SE&measure=share'));
  expect(body).toContain('There is no country, group or route “Nowhere”.');
  expect(body).toContain('At most six areas can be compared. Not shown: SE.');
  expect(body).toContain('“share” is not an option of “Show as”.');
  expect(plain(await page('/fr/compare'))).toContain('Comparer des zones');
});

test('the comparison page sends at most one more database command for six areas than for two', async () => {
  const commandsOf = async (areas: string) => {
    server.commands.length = 0;
    await page(`/compare?areas=${areas}`);
    return server.commands.length;
  };
  expect(await commandsOf('IT,ES,AT,SE,EL,BE')).toBeLessThanOrEqual((await commandsOf('DE,FR')) + 1);
});
