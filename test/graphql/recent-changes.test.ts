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

test('changes of the last seven days omit older writes', async () => {
  const counts = async (args: string) =>
    (await base.execute(`{ changes${args} { nodes { count } } }`)).changes.nodes.map(
      ({ count }: { count: number }) => count,
    );
  expect(await counts('')).toEqual([1, areaEntries().length]);
  expect(await counts('(lastDays: 7)')).toEqual([1]);
  expect(await counts('(lastDays: 9)')).toEqual([1, areaEntries().length]);
});
