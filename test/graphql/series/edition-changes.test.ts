import { createVintage } from '../../../src/records/submitted-figures.js';
import type { StoredPoint } from '../../../src/store/figures.js';
import { batch } from '../../store/test-stores.js';
import { FiguresApp, indicator, areaEntries } from '../figures-app.js';

/** Number of cells in a vintage; each series has a hundred. */
const CELLS = process.env['LONG'] ? 2_000_000 : 20_000;
/** Default deadline of a request. */
const DEADLINE_MS = 5000;
const PERIODS = Array.from({ length: 100 }, (_, index) => `${1925 + index}`);
const DIMENSION = {
  name: 'origin',
  title: { en: 'Origin' },
  codes: Array.from({ length: CELLS / 100 }, (_, index) => ({ code: `O${index}`, title: { en: `Origin ${index}` } })),
};

const base = new FiguresApp();
afterAll(() => base.close());

/** Writes a vintage in which the selected series have other figures than in the first. */
async function writeEdition(isOther: (index: number) => boolean): Promise<Date> {
  const series = DIMENSION.codes.map(({ code }, index) => ({
    area: 'IT',
    breakdown: { origin: code },
    points: PERIODS.map((period): StoredPoint => {
      const value = isOther(index) ? 2 : 1;
      return { period, value, state: 'REPORTED', flags: [], source: 'tables', note: null };
    }),
  }));
  const vintage = createVintage('origins', series);
  expect(await base.store.log.commit({ ...batch(), vintages: [vintage] })).toMatchObject({ committed: true });
  return (await base.store.figures.vintages(['origins'])).get('origins')!.at(-1)!.at;
}

let moments: Date[];
beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('origins', { dimensions: [{ ...DIMENSION, codes: DIMENSION.codes.slice(0, 9) }] }),
  );
  moments = [
    await writeEdition(() => false),
    await writeEdition((index) => index === 7),
    await writeEdition((index) => index === 7 || index % 20 === 0),
    await writeEdition((index) => index !== 7 && index % 20 !== 0),
  ];
  await base.updateStats();
});

async function changes(from: Date, to: Date) {
  base.commands.length = 0;
  const started = process.cpuUsage();
  const { indicator: found } = await base.execute(
    `query ($from: DateTime!, $to: DateTime!) { indicator(slug: "origins") { changes(from: $from, to: $to, first: 3) {
      changed appeared vanished cells { breakdown { code } period before { value } after { value } } } } }`,
    { from: from.toISOString(), to: to.toISOString() },
  );
  const { user, system } = process.cpuUsage(started);
  return { ...found!.changes, commands: base.commands.length, cpuMs: (user + system) / 1000 };
}

test(`counting the changes among ${CELLS} cells takes less CPU time than the deadline, even if all changed`, async () => {
  const [first, second, third, fourth] = moments as [Date, Date, Date, Date];
  const fewChanges = await changes(first, second);
  expect(fewChanges).toMatchObject({ changed: 100, appeared: 0, vanished: 0 });
  expect(fewChanges.cells[0]).toEqual({
    breakdown: [{ code: 'O7' }],
    period: '1925',
    before: { value: 1 },
    after: { value: 2 },
  });
  const manyResult = await changes(second, third);
  expect(manyResult).toMatchObject({ changed: CELLS / 20, appeared: 0, vanished: 0 });
  const allChanges = await changes(third, fourth);
  expect(allChanges).toMatchObject({ changed: CELLS, appeared: 0, vanished: 0 });
  expect(await changes(third, third)).toMatchObject({ changed: 0, cells: [] });
  // Changes across several vintages: a value that a later vintage restores is not a change.
  const manyChanges = await changes(first, fourth);
  expect(manyChanges).toMatchObject({ changed: CELLS - CELLS / 20 - 100, appeared: 0, vanished: 0 });
  const summaries = [fewChanges, manyResult, allChanges, manyChanges].map(
    (each) => `${each.changed} in ${each.commands} commands, ${each.cpuMs} ms`,
  );
  if (process.env['LONG']) console.log(`of ${CELLS} cells: ${summaries.join('; ')} of CPU`);
  // CPU time is compared, because the elapsed time depends on the load of the machine.
  for (const { cpuMs } of [fewChanges, manyResult, allChanges, manyChanges]) expect(cpuMs).toBeLessThan(DEADLINE_MS);
  // The commands read the vintages, the differing series, and only those series whose cells are shown.
  expect(fewChanges.commands).toBeLessThan(10);
  for (const each of [manyResult, allChanges]) expect(each.commands).toBeLessThan(fewChanges.commands + 10);
});

test('changes between editions are the same if their counts were not stored with the edition', async () => {
  const [first, second, third] = moments as [Date, Date, Date];
  const storedCounts = [await changes(first, second), await changes(second, third)];
  await base.removeChangeCounts();
  const changeCounts = [await changes(first, second), await changes(second, third)];
  const figures = ({ changed, appeared, vanished, cells }: (typeof storedCounts)[0]) => [
    changed,
    appeared,
    vanished,
    cells,
  ];
  expect(changeCounts.map(figures)).toEqual(storedCounts.map(figures));
});
