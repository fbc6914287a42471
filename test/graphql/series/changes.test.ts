import { editionOf } from '../../../src/records/figures.js';
import type { StoredPoint } from '../../../src/store/figures.js';
import { batch } from '../../store/entries.js';
import { FiguresApp, indicator, places } from '../figures-app.js';

/** Cells in an edition; each series has a hundred. */
const CELLS = process.env['LONG'] ? 2_000_000 : 20_000;
const PERIODS = Array.from({ length: 100 }, (_, at) => `${1925 + at}`);
const DIMENSION = {
  name: 'origin',
  title: { en: 'Origin' },
  codes: Array.from({ length: CELLS / 100 }, (_, at) => ({ code: `O${at}`, title: { en: `Origin ${at}` } })),
};

const base = new FiguresApp();
afterAll(() => base.close());

/** Brings an edition in which some of the series have other figures than in the first. */
async function bring(isOther: (at: number) => boolean): Promise<Date> {
  const series = DIMENSION.codes.map(({ code }, at) => ({
    area: 'IT',
    breakdown: { origin: code },
    points: PERIODS.map((period): StoredPoint => {
      const value = isOther(at) ? 2 : 1;
      return { period, value, state: 'REPORTED', flags: [], source: 'tables', note: null };
    }),
  }));
  const edition = editionOf('origins', series);
  expect(await base.store.log.commit({ ...batch(), editions: [edition] })).toMatchObject({ committed: true });
  return (await base.store.figures.vintages(['origins'])).get('origins')!.at(-1)!.at;
}

let moments: Date[];
beforeAll(async () => {
  await base.start();
  await base.write(
    ...places(),
    indicator('origins', { dimensions: [{ ...DIMENSION, codes: DIMENSION.codes.slice(0, 9) }] }),
  );
  moments = [await bring(() => false), await bring((at) => at === 7), await bring((at) => at === 7 || at % 20 === 0)];
  await base.count();
}, 600_000);

async function changes(from: Date, to: Date) {
  base.commands.length = 0;
  const started = process.cpuUsage();
  const { indicator: found } = await base.ask(
    `query ($from: DateTime!, $to: DateTime!) { indicator(slug: "origins") { changes(from: $from, to: $to, first: 3) {
      changed appeared vanished cells { breakdown { code } period before { value } after { value } } } } }`,
    { from: from.toISOString(), to: to.toISOString() },
  );
  const { user, system } = process.cpuUsage(started);
  return { ...found.changes, commands: base.commands.length, cpuMs: (user + system) / 1000 };
}

test(`changes among ${CELLS} cells are counted within the deadline, and only what changed is read`, async () => {
  const [first, second, third] = moments as [Date, Date, Date];
  const few = await changes(first, second);
  expect(few).toMatchObject({ changed: 100, appeared: 0, vanished: 0 });
  expect(few.cells[0]).toEqual({
    breakdown: [{ code: 'O7' }],
    period: '1925',
    before: { value: 1 },
    after: { value: 2 },
  });
  const many = await changes(second, third);
  expect(many).toMatchObject({ changed: CELLS / 20, appeared: 0, vanished: 0 });
  expect(await changes(third, third)).toMatchObject({ changed: 0, cells: [] });
  const of = `of ${CELLS} cells: 100 in ${few.commands} commands, ${CELLS / 20} in ${many.commands}`;
  if (process.env['LONG']) console.log(`${of}; ${few.cpuMs} and ${many.cpuMs} ms of CPU`);
  // The editions and the series that differ are looked up, and those are read 200 at a time.
  expect(few.commands).toBeLessThan(10);
  expect(many.commands).toBeLessThanOrEqual(few.commands + Math.ceil(CELLS / 20 / 100 / 200));
}, 600_000);
