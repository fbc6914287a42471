import { afterAll, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { CostLimiter } from '../../src/cost/cost-limiter.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { countObjects } from '../graphql/random-selection.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { FigureSelection, type SeededIndicator, seededIndicators } from '../oracle/seeded-figures.js';

const rate = { burst: 1_000_000, perSecond: 1_000_000 };
const server: SeededApp = await seededApp({ withCounts: true, admission: { rate } });
afterAll(() => server.close());
const indicators = seededIndicators();
/** Outside long runs, the grids of every third indicator are compared. */
const EVERY = process.env['LONG'] ? 1 : 3;
/** Maximum number of areas of an indicator whose rows are compared with their series. */
const MAX_AREAS = 30;
const { model, modules, collectionStats } = server.services;
const schema = executableSchema(model, modules);
const cost = new CostLimiter(schema, model, modules);

interface Column {
  area: { code: string };
  code: string | null;
  title: string;
  values: (number | null)[];
  states: string[];
  flags: string[][];
}

interface Item {
  input: string;
  area: { code: string } | null;
  code: string | null;
  omission: string | null;
  sentence: string | null;
}

interface Grid {
  by: string;
  unit: string;
  base: string | null;
  periods: string[];
  rows: Column[];
  requested: Item[];
  covered: number;
}

interface Point {
  period: string;
  value: number | null;
  state: string;
  flags: string[];
}

interface SeriesAnswer {
  unit: string;
  area: { code: string };
  breakdown: { code: string }[];
  points: Point[];
}

const REQUESTED = 'requested { input area { code } code omission sentence }';
const GRID = `by unit base periods covered rows { area { code } code title values states flags } ${REQUESTED}`;
const SERIES = 'unit area { code } breakdown { code } points { period value state flags }';

async function readField<T>(slug: string, field: string): Promise<T> {
  const query: string = `{ indicator(slug: "${slug}") { value: ${field} } }`;
  const { data, errors } = await server.execute(query);
  expect([query, errors]).toEqual([query, undefined]);
  const document = parse(query);
  const price = cost.check(
    document,
    getOperationAST(document)!,
    {},
    collectionStats!.forView({ preview: false }),
  ).objects;
  const objectCount = countObjects(data) - 1;
  expect([query, price, objectCount <= price]).toEqual([query, price, true]);
  return (data as unknown as { indicator: { value: T } }).indicator.value;
}

/** Returns the figures for the total of each dimension, or for the code in the first line if it has no total. */
function firstCut(indicator: SeededIndicator): FigureSelection {
  const [line] = indicator.rows;
  const codes = indicator.dimensions.map((name) => [name, indicator.totals.get(name) ?? line![name]!] as const);
  return new FigureSelection(indicator, Object.fromEntries(codes));
}

/** Returns the cells of a grid that a series reports, and expects all other cells to be empty or 0. */
function cellsOf({ periods, rows, by }: Grid, isReported: (key: string, period: string) => boolean) {
  return rows.flatMap(({ area, code, values, states, flags }) => {
    expect([values.length, states.length, flags.length]).toEqual(
      periods
        .map(() => 0)
        .slice(0, 0)
        .concat([periods.length, periods.length, periods.length]),
    );
    const key = by === 'area' ? area.code : code!;
    return periods.flatMap((period, index) => {
      if (isReported(key, period)) return [[key, period, values[index], states[index], flags[index]]];
      expect([key, period, values[index] ?? 0, flags[index]]).toEqual([key, period, 0, []]);
      return [];
    });
  });
}

test('a grid by area has the same figures as the series of the indicator', async () => {
  let count = 0;
  for (const indicator of indicators.filter((_indicator, index) => index % EVERY === 0)) {
    const { slug } = indicator;
    const cut = firstCut(indicator);
    const grid = await readField<Grid>(slug, `grid(${cut.breakdown}) { ${GRID} }`);
    const series = await readField<SeriesAnswer[]>(
      slug,
      `series(areas: ${JSON.stringify(cut.areas.toSorted().slice(0, MAX_AREAS))}, ${cut.breakdown}) { ${SERIES} }`,
    );
    const expected = series.flatMap(({ area, points }) =>
      points.map(({ period, value, state, flags }) => [area.code, period, value, state, flags]),
    );
    const expectedKeys = new Set(expected.map(([area, period]) => `${String(area)} ${String(period)}`));
    const compared = { ...grid, rows: grid.rows.slice(0, MAX_AREAS) };
    expect([slug, cellsOf(compared, (key, period) => expectedKeys.has(`${key} ${period}`))]).toEqual([slug, expected]);
    expect([slug, grid.rows.map(({ area }) => area.code)]).toEqual([slug, cut.areas.toSorted()]);
    expect([slug, grid.unit, grid.requested]).toEqual([slug, series[0]!.unit, []]);
    count += expected.length;
  }
  expect(count).toBeGreaterThan(10_000 / EVERY);
});

test('a grid by code has the figures of all codes for one area', async () => {
  for (const indicator of indicators.filter(({ dimensions }) => dimensions.length > 0)) {
    const { slug, dimensions, rows } = indicator;
    for (const dimension of dimensions) {
      const line = rows.find((row) => row[dimension] !== (indicator.totals.get(dimension) ?? '')) ?? rows[0]!;
      const otherDimensions = dimensions.filter((name) => name !== dimension);
      const others = otherDimensions.map((name) => `{ dimension: "${name}", code: "${line[name]!}" }`).join(' ');
      const area = line['area']!;
      const grid = await readField<Grid>(
        slug,
        `grid(by: "${dimension}", areas: ["${area}"], breakdown: [${others}]) { ${GRID} }`,
      );
      const isOne = (row: (typeof rows)[number]) =>
        row['area'] === area &&
        otherDimensions.every((name) => row[name] === line[name]) &&
        row[dimension] !== indicator.totals.get(dimension);
      const expected = rows.filter(isOne).map((row) => `${row[dimension]!} ${row['period']!} ${row['value']!}`);
      const found = grid.rows.flatMap(({ code, values, states }) =>
        grid.periods.flatMap((period, index) => {
          const isListed = rows.some((row) => isOne(row) && row[dimension] === code && row['period'] === period);
          return isListed
            ? [`${code!} ${period} ${values[index] ?? ''}`]
            : states[index] === 'REPORTED' && values[index] !== 0
              ? ['?']
              : [];
        }),
      );
      expect([slug, dimension, found.sort()]).toEqual([slug, dimension, expected.sort()]);
      expect(grid.rows.map(({ title }) => title)).not.toContain('');
    }
  }
});

test('each requested area of a grid is a row with figures, or is listed with the reason why not', async () => {
  const areas = ['DE', 'US', 'EU27_2020', 'ROUTE_WESTERN_BALKANS', 'Atlantis'];
  for (const indicator of indicators) {
    const { slug } = indicator;
    const cut = firstCut(indicator);
    const { rows, requested } = await readField<Grid>(
      slug,
      `grid(areas: ${JSON.stringify(areas)}, ${cut.breakdown}) { ${GRID} }`,
    );
    expect([slug, requested.map(({ input }) => input).sort()]).toEqual([slug, areas.toSorted()]);
    for (const { input, omission, sentence } of requested) {
      const row = rows.find(({ area }) => area.code === input);
      const hasFigures = row?.values.some((value) => value !== null) ?? false;
      expect([slug, input, omission === null, sentence === null]).toEqual([slug, input, hasFigures, hasFigures]);
    }
    expect(requested.find(({ input }) => input === 'Atlantis')).toMatchObject({ area: null, omission: 'UNKNOWN' });
  }
});

test('a grid without figures states the reason, and the codes to choose from', async () => {
  const slug = 'unhcr-asylum-applications-by-origin-and-destination';
  const choose = 'no total; choose a code of origin (AF, AL, DZ';
  const completeGrid = await readField<Grid>(slug, `grid { ${GRID} }`);
  expect(completeGrid).toMatchObject({
    rows: [],
    periods: [],
    requested: [{ input: slug, omission: 'NONE_WITH_BREAKDOWN' }],
  });
  expect(completeGrid.requested[0]!.sentence).toContain(choose);
  const germany = await readField<Grid>(slug, `grid(areas: ["DE"]) { ${GRID} }`);
  expect(germany.requested[0]!.sentence).toContain(`Germany has ${choose}`);
  const codes = `breakdown: [{ dimension: "origin", code: "SY" } { dimension: "origin", code: "SZ" }]`;
  const byCode = await readField<Grid>(slug, `grid(by: "origin", areas: ["DE"], ${codes}) { ${GRID} }`);
  expect(byCode.rows.map(({ code, title }) => [code, title])).toEqual([['SY', 'Syria']]);
  expect(byCode.requested).toMatchObject([
    { input: 'DE', omission: null },
    { input: 'SY', code: 'SY', omission: null },
    { input: 'SZ', area: null, omission: 'UNKNOWN', sentence: expect.stringContaining('has no code “SZ”') },
  ]);
  const { errors } = await server.execute(`{ indicator(slug: "${slug}") { grid(by: "origin") { unit } } }`);
  expect(errors![0]!.message).toContain('exactly one code in "areas"');
});

test('a group in a grid has the same figures as its groupTotal, with every transform', async () => {
  const recipes = [
    '',
    'recipe: { transform: PER_100K }',
    'recipe: { transform: YEAR_ON_YEAR }',
    'recipe: { transform: INDEX, base: "2016" }',
  ];
  let computed = 0;
  for (const slug of [
    'unhcr-asylum-applications',
    'eurostat-found-illegally-present',
    'eurostat-asylum-applicants',
    'unhcr-refugees',
  ]) {
    for (const recipe of recipes) {
      const grid = await readField<Grid>(slug, `grid(areas: ["IT", "EU", "EU27_2020"], ${recipe}) { ${GRID} }`);
      expect(grid.rows.map(({ area }) => area.code)).toEqual(['IT', 'EU', 'EU27_2020']);
      for (const group of ['EU', 'EU27_2020']) {
        const [published] = await readField<SeriesAnswer[]>(
          slug,
          `series(areas: ["${group}"], ${recipe}) { ${SERIES} }`,
        );
        if (!published) computed += 1;
        const { points } =
          published ?? (await readField<SeriesAnswer>(slug, `groupTotal(group: "${group}", ${recipe}) { ${SERIES} }`));
        const row = grid.rows.find(({ area }) => area.code === group)!;
        const expected = points.map(({ period, value, state, flags }) => [period, value, state, flags]);
        const found = points.map(({ period }) => {
          const index = grid.periods.indexOf(period);
          return [period, row.values[index], row.states[index], row.flags[index]];
        });
        expect([slug, recipe, group, found]).toEqual([slug, recipe, group, expected]);
      }
    }
  }
  expect(computed).toBeGreaterThan(0);
});

test('all rows of an index have the same base period, and areas without a figure in it are reported', async () => {
  const index = 'recipe: { transform: INDEX }';
  const grid = await readField<Grid>('eurostat-uam-applicants', `grid(${index}) { ${GRID} }`);
  const at = grid.periods.indexOf(grid.base!);
  expect(grid.unit).toBe(`index, ${grid.base!} = 100`);
  const without = grid.rows.flatMap(({ area, values }) => (values[at] === 100 ? [] : [area.code]));
  expect(without).toHaveLength(1);
  expect(grid.requested).toMatchObject([
    {
      area: { code: without[0] },
      omission: 'BASE_MISSING',
      sentence: expect.stringContaining('has no figure above 0 in 2015, the base of the index; choose another base.'),
    },
  ]);
  const early = await readField<Grid>(
    'unhcr-refugees',
    `grid(areas: ["DE", "ME", "EU"], ${index}, from: "2000", to: "2005") { ${GRID} }`,
  );
  const first = early.periods.indexOf(early.base!);
  for (const { area, values } of early.rows) expect([area.code, values[first]]).toEqual([area.code, 100]);
});

interface Ranking {
  period: string;
  rows: { rank: number; code: string; title: string; value: number; share: number | null }[];
  ranked: number;
  others: number | null;
  withoutFigure: string[];
  requested: Item[];
}

const RANKING = `period ranked others withoutFigure rows { rank code title value share } ${REQUESTED}`;

test('codeRanking ranks the codes of a dimension by the figures of their series', async () => {
  let ranked = 0;
  for (const indicator of indicators.filter(({ dimensions }) => dimensions.length > 0)) {
    const { slug, dimensions, rows } = indicator;
    for (const dimension of dimensions) {
      const total = indicator.totals.get(dimension) ?? '';
      const line = rows.find((row) => row[dimension] !== total && row['value'] !== '')!;
      const otherDimensions = dimensions.filter((name) => name !== dimension);
      const others = otherDimensions.map((name) => `{ dimension: "${name}", code: "${line[name]!}" }`).join(' ');
      const area = line['area']!;
      const args = `dimension: "${dimension}", area: "${area}", breakdown: [${others}]`;
      const found = await readField<Ranking>(slug, `codeRanking(${args}, first: 5) { ${RANKING} }`);
      const isOne = (row: (typeof rows)[number]) =>
        row['area'] === area &&
        row['period'] === found.period &&
        otherDimensions.every((name) => row[name] === line[name]);
      const values = rows.filter((row) => isOne(row) && row[dimension] !== total && row['value'] !== '');
      const expected = values
        .map((row) => ({ code: row[dimension]!, value: Number(row['value']) }))
        .sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
      const shownCodes = found.rows.map(({ code, value }) => ({ code, value }));
      expect([slug, dimension, shownCodes]).toEqual([slug, dimension, expected.slice(0, 5)]);
      expect([slug, dimension, found.ranked]).toEqual([slug, dimension, expected.length]);
      for (const { rank, value } of found.rows)
        expect([slug, rank]).toEqual([slug, expected.findIndex((other) => other.value === value) + 1]);
      const sum = (items: readonly { value: number }[]) => items.reduce((all, { value }) => all + value, 0);
      if (found.others !== null) expect([slug, found.others]).toEqual([slug, sum(expected.slice(5))]);
      const published = rows.find((row) => isOne(row) && row[dimension] === total && row['value'] !== '');
      const expectedTotal = published ? Number(published['value']) : sum(expected);
      for (const { value, share } of found.rows)
        if (share !== null)
          expect([slug, Math.abs(share - (100 * value) / expectedTotal) < 0.06]).toEqual([slug, true]);
      ranked += found.rows.length;
    }
  }
  expect(ranked).toBeGreaterThan(50);
});

test('codeRanking has no sum of the remaining codes if codes overlap, and lists codes without a figure', async () => {
  const slug = 'eurostat-found-illegally-present-by-reason-and-place';
  const overlapping = await readField<Ranking>(
    slug,
    `codeRanking(dimension: "place", area: "BE", period: "2022", breakdown: [{ dimension: "reason", code: "ILLEGAL_ENTRY" }]) { ${RANKING} }`,
  );
  expect(overlapping).toMatchObject({ period: '2022', others: null });
  const codes = '[{ dimension: "origin", code: "SY" } { dimension: "origin", code: "VE" }]';
  const few = await readField<Ranking>(
    'unhcr-asylum-applications-by-origin-and-destination',
    `codeRanking(dimension: "origin", area: "AL", period: "2000", breakdown: ${codes}) { ${RANKING} }`,
  );
  expect(few.withoutFigure).toEqual(['SY', 'VE']);
  expect(few.requested).toMatchObject([
    { input: 'AL', omission: expect.any(String) },
    { input: 'SY', omission: expect.any(String) },
    { input: 'VE', omission: expect.any(String) },
  ]);
});

test('for every area, the availability lists the codes of each dimension that has no total', async () => {
  for (const indicator of indicators.filter(({ totals }) => [...totals.values()].includes(null))) {
    const open = [...indicator.totals].filter(([, total]) => total === null).map(([name]) => name);
    const areas = [...new Set(indicator.rows.map((row) => row['area']!))];
    for (const area of areas.slice(0, 5)) {
      const found = await readField<{ sentence: string; codes: { dimension: string; code: string }[] }>(
        indicator.slug,
        `availability(area: "${area}") { sentence codes { dimension code } }`,
      );
      const names = new Set(found.codes.map(({ dimension }) => dimension));
      expect([indicator.slug, area, [...names]]).toEqual([indicator.slug, area, open]);
      for (const name of open) expect(found.sentence).toContain(`${name} (`);
    }
  }
});

test('a grid sends as many database commands for all areas as for one, and at most one more per group', async () => {
  const commands = async (field: string) => {
    server.commands.length = 0;
    await readField('unhcr-refugees', field);
    return server.commands.length;
  };
  const one = await commands(`grid(areas: ["DE"]) { ${GRID} }`);
  expect(await commands('grid { periods rows { title values states flags } }')).toBeLessThanOrEqual(one);
  const groups = '["EU", "EU27_2020", "DE"]';
  expect(await commands(`grid(areas: ${groups}) { periods rows { title values } }`)).toBeLessThanOrEqual(one + 2);
});

test('the largest changes between two editions are computed once and cached', async () => {
  const slug = 'world-bank-population';
  const [newer, older] = await readField<{ at: string }[]>(slug, 'vintages { at }');
  const read = async () => {
    server.commands.length = 0;
    const changes = await readField(
      slug,
      `changes(from: "${older!.at}", to: "${newer!.at}", sort: PERCENT, first: 10) { changed cells { percent } }`,
    );
    return { changes, commands: server.commands.length };
  };
  const [first, second] = [await read(), await read()];
  expect(second.changes).toEqual(first.changes);
  expect(first.commands).toBeGreaterThan(second.commands);
  expect(second.commands).toBeLessThanOrEqual(1);
});
