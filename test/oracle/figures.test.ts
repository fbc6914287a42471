import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from '../graphql/seeded-app.js';
import { Random } from '../store/random.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 1_000_000 : 6;
/** Of how many areas of an indicator the figures are looked at. */
const AREAS = LONG ? 1000 : 2;
const FOLDER = 'seed/indicators';
const COMMON = ['area', 'period', 'value', 'state', 'flags', 'source', 'note', 'lower', 'upper'];

type Row = Record<string, string>;
interface Point {
  period: string;
  value: number | null;
  state: string;
  flags: string[];
}
interface Indicator {
  slug: string;
  frequency: string;
  measure: string;
  absentMeans: string;
  /** What parts the figures of an area. */
  dimensions: string[];
  rows: Row[];
}

const random = new Random(SEED);
const indicators = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name): Indicator => {
    const slug = name.slice(0, -'.csv'.length);
    const rows = parseCsv(readFileSync(`${FOLDER}/${name}`, 'utf8'), { columns: true }) as Row[];
    const dimensions = Object.keys(rows[0]!).filter((column) => !COMMON.includes(column));
    const told = parseYaml(readFileSync(`${FOLDER}/${slug}.yaml`, 'utf8')) as Omit<Indicator, 'slug'>;
    return { ...told, slug, dimensions, rows };
  });

let server: SeededApp;
beforeAll(async () => {
  const rate = { burst: 1_000_000, perSecond: 1_000_000 };
  server = await seededApp({ admission: { rate } });
}, STARTS_WITHIN_MS);
afterAll(() => server.close());

/** The points of the one series that is meant. */
async function served(slug: string, args: string): Promise<Map<string, Point>> {
  const query = `{ indicator(slug: "${slug}") { series(${args}) { points { period value state flags } } } }`;
  const { data, errors } = await server.ask(query);
  const { series } = (data as unknown as { indicator: { series: { points: Point[] }[] } }).indicator;
  expect([query, errors, series.length]).toEqual([query, undefined, 1]);
  return new Map(series[0]!.points.map((point) => [point.period, point]));
}

const valueOf = ({ value }: Row) => (value === '' ? null : Number(value));
const areasOf = ({ rows }: Indicator) => random.some([...new Set(rows.map(({ area }) => area!))], 1, AREAS);

/** The figures of an area that nothing parts, oldest first. */
function cellsOf({ rows }: Indicator, area: string): [string, number | null][] {
  const cells = rows.filter((row) => row['area'] === area).map((row) => [row['period']!, valueOf(row)] as const);
  return cells.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([period, value]) => [period, value]);
}

function expectClose(what: string, found: number | null | undefined, expected: number | null, within = 0.0501): void {
  const isClose = found != null && expected !== null && Math.abs(found - expected) <= within;
  expect([what, isClose ? expected : (found ?? null)]).toEqual([what, expected]);
}

test(`seed ${SEED}: each figure is served as it stands in the file, with as many flags`, async () => {
  let count = 0;
  for (const indicator of indicators) {
    const { slug, rows, dimensions } = indicator;
    for (const area of areasOf(indicator)) {
      const ofArea = rows.filter((row) => row['area'] === area);
      const code = random.pick(ofArea);
      const given = dimensions.filter((name) => code[name] !== '');
      const breakdown = given.map((name) => `{ dimension: "${name}", code: "${code[name]}" }`).join(' ');
      const points = await served(slug, `areas: ["${area}"]${breakdown && `, breakdown: [${breakdown}]`}`);
      const expected = ofArea.filter((row) => dimensions.every((name) => row[name] === code[name]));
      for (const row of expected) {
        const point = points.get(row['period']!);
        const flags = row['flags'] ? row['flags'].split(/[;|, ]+/).length : 0;
        const what = `${slug} ${area} ${breakdown} ${row['period']}`;
        expect([what, point?.value ?? null, point?.flags.length ?? 0]).toEqual([what, valueOf(row), flags]);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(1000);
}, 600_000);

test('changes over years are what the figures in the file make', async () => {
  const yearly = indicators.filter(
    (each) => each.frequency === 'YEAR' && each.measure === 'FLOW' && each.dimensions.length === 0,
  );
  for (const indicator of random.some(yearly, AREAS, AREAS * 2)) {
    for (const area of areasOf(indicator)) {
      const cells = cellsOf(indicator, area);
      const values = new Map(cells);
      const base = cells.find(([, value]) => value !== null && value > 0)?.[0];
      if (base === undefined) continue;
      const by = (transform: string) =>
        served(indicator.slug, `areas: ["${area}"], recipe: { transform: ${transform} }`);
      const [change, index, total] = [
        await by('YEAR_ON_YEAR'),
        await by(`INDEX, base: "${base}"`),
        await by('CUMULATIVE'),
      ];
      let sum = 0;
      for (const [period, value] of cells) {
        const what = `${indicator.slug} ${area} ${period}`;
        const before = values.get(String(Number(period) - 1)) ?? null;
        const isChange = value !== null && before !== null && before > 0;
        expectClose(`${what} year on year`, change.get(period)?.value, isChange ? 100 * (value / before - 1) : null);
        expectClose(
          `${what} index`,
          index.get(period)?.value,
          value === null ? null : (100 * value) / values.get(base)!,
        );
        sum += value ?? 0;
        if (value !== null) expectClose(`${what} in all`, total.get(period)?.value, sum, 1e-6 * sum);
      }
    }
  }
}, 600_000);

test('years and quarters are the sums of their months, and say so where one is missing', async () => {
  const monthly = indicators.filter(
    (each) => each.frequency === 'MONTH' && each.measure === 'FLOW' && each.dimensions.length === 0,
  );
  expect(monthly.length).toBeGreaterThan(1);
  const coarser = [
    { frequency: 'YEAR', of: (period: string) => period.slice(0, 4), months: 12 },
    {
      frequency: 'QUARTER',
      of: (period: string) => `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`,
      months: 3,
    },
  ];
  for (const indicator of monthly) {
    for (const area of areasOf(indicator)) {
      for (const { frequency, of, months } of coarser) {
        const points = await served(indicator.slug, `areas: ["${area}"], recipe: { frequency: ${frequency} }`);
        const cells = cellsOf(indicator, area);
        for (const period of new Set(cells.map(([month]) => of(month)))) {
          const values = cells.flatMap(([month, value]) => (of(month) === period && value !== null ? [value] : []));
          const what = `${indicator.slug} ${area} ${period}`;
          const sum = values.length > 0 ? values.reduce((all, value) => all + value, 0) : null;
          expectClose(what, points.get(period)?.value, sum, 1e-9);
          if (indicator.absentMeans === 'ZERO' || values.length === 0) continue;
          const isWhole = values.length === months;
          expect([what, points.get(period)?.state === 'PARTIAL']).toEqual([what, !isWhole]);
        }
      }
    }
  }
}, 600_000);
