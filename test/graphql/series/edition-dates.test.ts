import { editionOf } from '../../../src/records/figures.js';
import { commitBatch } from '../../../src/records/write.js';
import type { EditionProvenance, StoredPoint } from '../../../src/store/store.js';
import { batch, entry } from '../../store/entries.js';
import { FiguresApp, indicator, places } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  const source = (slug: string, record: object) =>
    entry('Source', slug, { title: { en: slug }, publisher: 'Eurostat', ...record });
  await base.write(
    ...places(),
    indicator('written'),
    indicator('imported'),
    source('published', { publishedOn: '2024-06-18', retrievedOn: '2025-01-01' }),
    source('copied', { publishedOn: '2024', readIn: { holder: 'a copy', retrievedOn: '2024-03-05' } }),
  );
});

const FILE = { name: 'a.csv', sha256: 'x', layout: 'a table', table: null };

function provenance(updated: string | null): EditionProvenance {
  return { files: [{ ...FILE, updated }], retrievedOn: '2024-09-09', licence: null, attribution: null };
}

async function bring(slug: string, value: number, sources: string[], from?: EditionProvenance): Promise<string> {
  const points = sources.map((source, at): StoredPoint => {
    return { period: `${2020 + at}`, value, state: 'REPORTED', flags: [], source, note: null };
  });
  const edition = { ...editionOf(slug, [{ area: 'IT', breakdown: {}, points }]), ...(from && { provenance: from }) };
  expect(await commitBatch(base, { ...batch(), editions: [edition] })).toMatchObject({ committed: true });
  return (await base.store.vintages([slug])).get(slug)!.at(-1)!.at.toISOString();
}

test('figures written by editors have the day of the latest of their sources', async () => {
  expect(await bring('written', 1, ['copied'])).toBe('2024-03-05T00:00:00.000Z');
  expect(await bring('written', 2, ['copied', 'published'])).toBe('2024-06-18T00:00:00.000Z');
  // A correction in the same edition of the publisher comes after what it corrects.
  expect(await bring('written', 3, ['copied', 'published'])).toBe('2024-06-18T00:00:00.001Z');
});

test('imported figures have the day on which their publisher updated the file, else that on which it was fetched', async () => {
  expect(await bring('imported', 1, ['tables'], provenance('2024-05-02T23:00:00+0200'))).toBe(
    '2024-05-02T00:00:00.000Z',
  );
  expect(await bring('imported', 2, ['tables'], provenance(null))).toBe('2024-09-09T00:00:00.000Z');
});

test('citation and asOf go by that day', async () => {
  const { indicator: found } = await base.ask(`{ indicator(slug: "imported") {
    now: series { citation } then: series(asOf: "2024-06-01T00:00:00Z") { points { value } } } }`);
  expect(found.now[0].citation).toContain('edition of 2024-09-09');
  expect(found.then[0].points).toEqual([{ value: 1 }]);
});
