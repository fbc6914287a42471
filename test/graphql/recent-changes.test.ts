import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const DAY_MS = 86_400_000;
let now = new Date(Date.now() - 8 * DAY_MS);
const base = new FiguresApp(() => now, 1_000_000);
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  await base.write(...areaEntries());
  now = new Date(Date.now() - 6 * DAY_MS);
  await base.write(indicator('arrivals'));
});

test('an import of figures is listed as one change with the action IMPORT and the indicator as its entry', async () => {
  const figures = (value: number) => ({ IT: { 2020: value, 2021: value }, ES: { 2020: value } });
  await base.writeVintage('arrivals', figures(1));
  const list = async (args = '') =>
    (
      await base.execute(
        `{ changes(first: 2${args}) { nodes { count entries { slug entryKind action revision entry { title } } } } }`,
      )
    ).changes.nodes as readonly { entries: readonly { action: string }[] }[];
  const entry = { slug: 'arrivals', entryKind: 'INDICATOR', revision: 1, entry: { title: 'arrivals' } };
  const [newest, before] = await list();
  expect(newest).toEqual({ count: 1, entries: [{ ...entry, action: 'IMPORT' }] });
  expect(before!.entries[0]).toMatchObject({ slug: 'arrivals', action: 'SAVE' });
  expect(
    (await list(', kinds: [COUNTRY]')).flatMap(({ entries }) => entries.map(({ action }) => action)),
  ).not.toContain('IMPORT');
  await base.writeVintage('unknown', figures(2));
  expect((await list())[0]).toEqual(newest);
});

test('the field kinds of a change counts its entries by kind and action', async () => {
  const { nodes } = (
    await base.execute('{ changes { nodes { count kinds { entryKind action count entries(first: 1) { slug } } } } }')
  ).changes as { nodes: { count: number; kinds: { count: number; entries: object[] }[] }[] };
  expect(nodes[0]!.kinds).toEqual([
    { entryKind: 'INDICATOR', action: 'IMPORT', count: 1, entries: [{ slug: 'arrivals' }] },
  ]);
  const { count, kinds } = nodes.at(-1)!;
  expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(count);
  expect(kinds.length).toBeLessThan(count);
  expect(kinds.every(({ entries }) => entries.length === 1)).toBe(true);
});

test('changes(lastDays: 7) omits older changes', async () => {
  const counts = async (args: string) =>
    (await base.execute(`{ changes${args} { nodes { count } } }`)).changes.nodes.map(
      ({ count }: { count: number }) => count,
    );
  expect(await counts('')).toEqual([1, 1, areaEntries().length]);
  expect(await counts('(lastDays: 7)')).toEqual([1, 1]);
  expect(await counts('(lastDays: 9)')).toEqual([1, 1, areaEntries().length]);
});
