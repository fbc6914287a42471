import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import yauzl from 'yauzl';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withCounts: true, deadlineMs: 60_000 });
});
afterAll(() => server.close());

type Row = Record<string, string>;

/** Returns the tables of an archive by path, and its other texts by name. */
async function readArchive(
  bytes: Buffer,
): Promise<{ rowsOf: (path: string) => Row[]; textOf: (name: string) => string }> {
  const files = new Map<string, string>();
  const archive = await yauzl.fromBufferPromise(bytes);
  for await (const entry of archive.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts).toString());
  }
  return {
    rowsOf: (path) => parseCsv(files.get(`tables/${path}.csv`)!, { columns: true }),
    textOf: (name) => files.get(name)!,
  };
}

test('the archive of a topic contains every figure of its indicators once, with a column for each dimension', async () => {
  const slug = 'unaccompanied-minors';
  const topic = await server.inject({ url: `/topic/${slug}`, headers: { accept: 'text/html' } });
  const [, href] = /href="([^"]*\.zip[^"]*)"/.exec(topic.body)!;
  expect(href).toContain(slug);
  server.commands.splice(0);
  const { rowsOf, textOf } = await readArchive(
    (await server.inject({ url: href!.replaceAll('&amp;', '&') })).rawPayload,
  );
  const commands = server.commands.length;
  const { data } = await server.execute(
    `query ($slug: Slug!) { indicators(first: 50, orderBy: [{ slug: ASC }],
    filter: { topics: { some: { slug: { eq: $slug } } } }) {
    nodes { slug coverage { series observations missing } dimensions { name } } } }`,
    { slug },
  );
  const { nodes } = data.indicators!;
  const indicators = rowsOf('indicators');
  expect(indicators.map((row) => row['slug'])).toEqual(nodes.map((node) => node.slug));
  const points = rowsOf('indicators.allSeries.points');
  const counts = nodes.map(({ coverage }) => coverage.observations + coverage.missing);
  expect(nodes.map((node) => points.filter((row) => row['indicator_slug'] === node.slug).length)).toEqual(counts);
  const dimensions = [...new Set(nodes.flatMap((node) => node.dimensions.map(({ name }) => name)))];
  expect(dimensions).toEqual(['citizen', 'age', 'sex']);
  const identify = (row: Row) =>
    ['indicator_slug', 'area_code', 'period', ...dimensions.map((name) => `${name}_code`)]
      .map((name) => row[name])
      .join(' ');
  expect(new Set(points.map(identify)).size).toBe(points.length);
  const series = nodes.reduce((sum, { coverage }) => sum + coverage.series, 0);
  expect(series).toBeGreaterThan(1000);
  expect(rowsOf('indicators.allSeries')).toHaveLength(series);
  // Each command reads many series.
  expect(commands).toBeLessThan(series / 5);
  expect(textOf('about.txt')).not.toMatch(/\d+ of \d+ (?:areas|series)|more than/i);
});

test('a page of series takes the same number of database commands for any number of series', async () => {
  const commandsFor = async (first: number) => {
    server.commands.splice(0);
    const { data } = await server.execute(
      `{ indicator(slug: "eurostat-uam-applicants-by-citizenship") { allSeries(first: ${first}, skip: ${first}) { unit } } }`,
    );
    expect(data.indicator!.allSeries).toHaveLength(first);
    return server.commands.length;
  };
  await commandsFor(1);
  expect(await commandsFor(100)).toBe(await commandsFor(2));
});

test('an export continues only lists of series that the query does not limit, and repeats no other row', async () => {
  const query = `{ indicators(filter: { slug: { in: ["un-desa-migrant-stock", "unhcr-refugees"] } }, orderBy: [{ slug: ASC }]) {
    nodes { topics { slug } series { points { value } } limited: series(first: 2) { points { value } } } } }`;
  const search = new URLSearchParams({ query, format: 'zip' });
  const { rowsOf } = await readArchive((await server.inject({ url: `/graphql?${search}` })).rawPayload);
  expect(rowsOf('indicators').map((row) => row['slug'])).toEqual(['un-desa-migrant-stock', 'unhcr-refugees']);
  const topics = rowsOf('indicators.topics').map((row) => `${row['indicator_slug']} ${row['slug']}`);
  expect(new Set(topics).size).toBe(topics.length);
  const ofList = (list: string) =>
    rowsOf('indicators.series')
      .filter((row) => row['list'] === list)
      .map((row) => `${row['indicator_slug']} ${row['area_code']}`);
  expect(ofList('limited')).toHaveLength(4);
  const { data } = await server.execute(
    '{ indicators(filter: { slug: { in: ["un-desa-migrant-stock", "unhcr-refugees"] } }) { nodes { coverage { areas } } } }',
  );
  const areas = data.indicators!.nodes.map(({ coverage }) => coverage.areas.length);
  expect(Math.min(...areas)).toBeGreaterThan(150);
  expect(ofList('series')).toHaveLength(areas[0]! + areas[1]!);
  expect(new Set(ofList('series')).size).toBe(ofList('series').length);
});
