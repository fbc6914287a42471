import { seedIfEmpty } from '../../../src/content/seed-database.js';
import { createVintage } from '../../../src/records/submitted-figures.js';
import { commitBatch } from '../../../src/records/commit-batch.js';
import type { VintageProvenance, StoredPoint } from '../../../src/store/figures.js';
import { batch, entry } from '../../store/test-stores.js';
import { FiguresApp, indicator, areaEntries } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  const source = (slug: string, record: object) =>
    entry('Source', slug, { title: { en: slug }, publisherName: 'Eurostat', ...record });
  await base.write(
    ...areaEntries(),
    indicator('written'),
    indicator('imported'),
    source('published', { publishedOn: '2024-06-18', retrievedOn: '2025-01-01' }),
    source('yearly', { publishedOn: '2024' }),
    source('fetched', { publishedOn: '2025', retrievedOn: '2025-03-04' }),
    source('copy', { readIn: { holder: 'a copy', retrievedOn: '2025-06' } }),
    source('undated', { notBefore: '2026' }),
    source('copied', { publishedOn: '2024', readIn: { holder: 'a copy', retrievedOn: '2024-03-05' } }),
  );
});

const FILE = { name: 'a.csv', sha256: 'x', layout: 'a table', table: null };

function provenance(updated: string | null): VintageProvenance {
  return { files: [{ ...FILE, updated }], retrievedOn: '2024-09-09', licence: null, attribution: null };
}

async function writeEdition(slug: string, value: number, sources: string[], from?: VintageProvenance): Promise<string> {
  const points = sources.map((source, index): StoredPoint => {
    return { period: `${2020 + index}`, value, state: 'REPORTED', flags: [], source, note: null };
  });
  const vintage = {
    ...createVintage(slug, [{ area: 'IT', breakdown: {}, points }]),
    ...(from && { provenance: from }),
  };
  expect(await commitBatch(base, { ...batch(), vintages: [vintage] })).toMatchObject({ committed: true });
  return (await base.store.figures.vintages([slug])).get(slug)!.at(-1)!.at.toISOString();
}

test('an edition written by editors has the date of its latest source', async () => {
  expect(await writeEdition('written', 1, ['copied'])).toBe('2024-03-05T00:00:00.000Z');
  expect(await writeEdition('written', 2, ['copied', 'published'])).toBe('2024-06-18T00:00:00.000Z');
  // A correction in the same edition of the publisher is newer than the figures it corrects.
  expect(await writeEdition('written', 3, ['copied', 'published'])).toBe('2024-06-18T00:00:00.001Z');
});

test('the date of an edition and its citation have the precision and the type of the source date', async () => {
  const dated = async (slug: string, source: string) => {
    await base.write(indicator(slug));
    await writeEdition(slug, 1, [source]);
    const { indicator: found } = await base.execute(
      `{ indicator(slug: "${slug}") { vintages { at date dateOf } series { citation } } }`,
    );
    const [{ citation }] = found.series;
    return { ...found.vintages[0], citation: citation.slice(0, citation.indexOf(' [Data set]')) };
  };
  expect(await dated('a', 'yearly')).toEqual({
    at: '2024-01-01T00:00:00Z',
    date: '2024',
    dateOf: 'UPDATE',
    citation: 'Eurostat. (2024). a: Italy (edition of 2024)',
  });
  expect(await dated('b', 'fetched')).toMatchObject({ date: '2025-03-04', dateOf: 'RETRIEVAL' });
  expect(await dated('c', 'copy')).toEqual({
    at: '2025-06-01T00:00:00Z',
    date: '2025-06',
    dateOf: 'RETRIEVAL',
    citation: 'Eurostat. (n.d.). c: Italy (as retrieved 2025-06)',
  });
  expect(await dated('d', 'undated')).toEqual({
    at: '2026-01-01T00:00:00Z',
    date: '2026',
    dateOf: 'NOT_BEFORE',
    citation: 'Eurostat. (n.d.). d: Italy (edition of 2026 or later)',
  });
});

test("an imported edition has the publisher's update date, or else the date of retrieval", async () => {
  expect(await writeEdition('imported', 1, ['tables'], provenance('2024-05-02T23:00:00+0200'))).toBe(
    '2024-05-02T00:00:00.000Z',
  );
  expect(await writeEdition('imported', 2, ['tables'], provenance(null))).toBe('2024-09-09T00:00:00.000Z');
});

test('the citation of a series and the argument asOf use the date of the edition', async () => {
  const { indicator: found } = await base.execute(`{ indicator(slug: "imported") {
    now: series { citation } then: series(asOf: "2024-06-01T00:00:00Z") { points { value } } } }`);
  expect(found!.now[0]!.citation).toContain('as retrieved 2024-09-09');
  expect(found!.then[0]!.points).toEqual([{ value: 1 }]);
});

test('editions and citations do not depend on the day on which content is seeded', async () => {
  const seededOn = async (day: string) => {
    const app = new FiguresApp(() => new Date(`${day}T12:00:00Z`));
    await app.start();
    expect(await seedIfEmpty(app, 'test/fixtures/valid')).toBeGreaterThan(0);
    const found =
      await app.execute(`{ indicator(slug: "cases") { publishedAt vintages { number at date dateOf digest } series {
      permalink apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON) } } }`);
    await app.close();
    return found.indicator!;
  };
  const { publishedAt, ...first } = await seededOn('2026-11-26');
  const { publishedAt: publishedAgain, ...second } = await seededOn('2031-02-03');
  expect([publishedAt, publishedAgain]).toEqual(['2026-11-26T12:00:00Z', '2031-02-03T12:00:00Z']);
  expect(first.vintages).toMatchObject([{ date: '2024-06-18', dateOf: 'RETRIEVAL' }]);
  expect(first.series.length).toBeGreaterThan(1);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});
