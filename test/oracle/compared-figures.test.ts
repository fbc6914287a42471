import { expect, test } from '@jest/globals';
import { Random } from '../store/random.js';
import {
  CELL_FIELDS,
  expectClose,
  FiguresServer,
  PERCENT,
  percentageOf,
  type ReturnedCell,
  sum,
} from './figures-server.js';
import { isLong, seedOf } from './start-servers.js';
import {
  isCountry,
  randomFigureSelection,
  type SeededGroup,
  seededGroups,
  type SeededIndicator,
  seededIndicators,
} from './seeded-figures.js';

const SEED = seedOf(11);
/** Number of random cases for each test. */
const CASES = isLong ? 200 : 25;

const random = new Random(SEED);
const indicators = seededIndicators();
const groups = seededGroups();
const LARGEST = 100;
const server = await FiguresServer.open();

const randomSelection = (isSuitable?: (indicator: SeededIndicator) => boolean) =>
  randomFigureSelection(indicators, random, isSuitable);

interface Ranked {
  rank: number;
  value: number;
  share: number | null;
  area: { code: string };
  observation: { period: string; flags: string[] };
}

test(`seed ${SEED}: rankings contain only countries, equal figures have the same rank, and shares are correct`, async () => {
  let ties = 0;
  let within = 0;
  for (let round = 0; round < 2 * CASES; round += 1) {
    const cut = randomSelection();
    const countries = cut.areas.filter(isCountry);
    const figures = (period: string) =>
      countries.flatMap((code) => {
        const value = cut.at(code, period);
        return value === null ? [] : [{ code, value }];
      });
    const withFigures = countries.filter((code) => cut.periods.some((period) => cut.at(code, period) !== null));
    if (withFigures.length === 0) continue;
    // The default period is the latest for which at least half of the areas have a figure.
    const defaultPeriod = cut.periods.findLast((each) => figures(each).length >= withFigures.length / 2);
    const givenPeriod = random.chance(0.5) ? random.pick(cut.periods) : null;
    const period = givenPeriod ?? defaultPeriod;
    if (period === undefined) continue;
    const group = random.chance(0.4) ? random.pick(groups) : null;
    const members = group ? group.membersAt(period) : null;
    // The result is undefined if the membership of the group changes in the period.
    if (group && !members) continue;
    const expectedRanking = figures(period)
      .filter(({ code }) => members?.includes(code) ?? true)
      .map((each, _at, all) => {
        const isAdded = cut.indicator.measure !== 'RATE' && all.every(({ value }) => value >= 0);
        const share = isAdded ? percentageOf(each.value, sum(all.map(({ value }) => value))) : null;
        return { ...each, share, rank: 1 + all.filter(({ value }) => value > each.value).length };
      });
    const first = random.pick([1, 5, LARGEST, LARGEST]);
    const args = [
      `first: ${first}`,
      cut.breakdown,
      givenPeriod && `period: "${givenPeriod}"`,
      group && `within: "${group.code}"`,
    ];
    const fields = 'rank value share area { code } observation { period flags }';
    const selection = `ranking(${args.filter(Boolean).join(', ')}) { ${fields} }`;
    const found = await server.readField<Ranked[]>(cut.indicator.slug, selection);
    const failureContext = [cut.name, selection];
    const places = expectedRanking.map(({ rank }) => rank).sort((a, b) => a - b);
    expect([...failureContext, found.map(({ rank }) => rank)]).toEqual([...failureContext, places.slice(0, first)]);
    for (const { rank, value, share, area, observation } of found) {
      const ownFigure = expectedRanking.find(({ code }) => code === area.code);
      expect([...failureContext, area.code, rank, value, observation.period]).toEqual([
        ...failureContext,
        ownFigure?.code,
        ownFigure?.rank,
        ownFigure?.value,
        period,
      ]);
      expectClose([...failureContext, area.code, 'share'], share, ownFigure!.share, PERCENT);
    }
    if (new Set(places).size < places.length) ties += 1;
    if (group && expectedRanking.length > 0) within += 1;
  }
  expect(ties * within).toBeGreaterThan(0);
});

interface GrowthResult {
  area: { code: string };
  from: ReturnedCell;
  to: ReturnedCell;
  absolute: number | null;
  percent: number | null;
}

test('growth compares the first period with the second, for all areas with figures in both', async () => {
  for (let round = 0; round < CASES; round += 1) {
    const cut = randomSelection();
    const [from, to] = [random.pick(cut.periods), random.pick(cut.periods)];
    const args = `from: "${from}", to: "${to}", ${cut.breakdown}`;
    const selection = `growth(${args}) { area { code } from { ${CELL_FIELDS} } to { ${CELL_FIELDS} } absolute percent }`;
    const found = new Map(
      (await server.readField<GrowthResult[]>(cut.indicator.slug, selection)).map((each) => [each.area.code, each]),
    );
    for (const area of cut.areas) {
      const [before, after] = [cut.at(area, from), cut.at(area, to)];
      const failureContext = [cut.name, args, area];
      const grown = found.get(area);
      const hasCell = [from, to].some((period) => cut.values.get(area)!.has(period));
      if (before !== null && after !== null) {
        expect([...failureContext, grown?.from.value, grown?.to.value]).toEqual([...failureContext, before, after]);
        expectClose([...failureContext, 'absolute'], grown!.absolute, after - before, 1e-6);
        expectClose(
          [...failureContext, 'percent'],
          grown!.percent,
          before > 0 ? 100 * (after / before - 1) : null,
          PERCENT,
        );
      } else if (grown)
        expect([...failureContext, grown.absolute, grown.percent]).toEqual([...failureContext, null, null]);
      if (!hasCell) expect([...failureContext, grown]).toEqual([...failureContext, undefined]);
    }
    for (const code of found.keys())
      expect([cut.name, args, cut.areas.includes(code), code]).toEqual([cut.name, args, true, code]);
  }
});

test('a group total sums the members of each period or of a fixed one, and counts the members without figures', async () => {
  let [completeCount, partial] = [0, 0];
  for (let round = 0; round < CASES; round += 1) {
    const cut = randomSelection(({ measure, absentMeans }) => measure !== 'RATE' && absentMeans === 'MISSING');
    const fixedAt = random.chance(0.3) ? random.pick(cut.periods) : null;
    const members = (of: SeededGroup) => of.membersAt(fixedAt ?? cut.periods.at(-1)!);
    const suitableGroups = groups.filter((each) => members(each)?.some((code) => cut.values.has(code)));
    if (suitableGroups.length === 0) continue;
    const group = random.pick(suitableGroups);
    const fixedMembers = fixedAt === null ? null : group.membersAt(fixedAt);
    const args = [`group: "${group.code}"`, cut.breakdown, fixedAt && `fixedAt: "${fixedAt}"`]
      .filter(Boolean)
      .join(', ');
    const { points: allPoints } = await server.readField<{ points: ReturnedCell[] }>(
      cut.indicator.slug,
      `groupTotal(${args}) { points { ${CELL_FIELDS} } }`,
    );
    const found = new Map(allPoints.map((point) => [point.period, point]));
    for (const period of cut.periods) {
      const groupMembers = fixedMembers ?? group.membersAt(period);
      const values = groupMembers?.flatMap((code) => cut.at(code, period) ?? []) ?? [];
      if (!groupMembers || values.length === 0) continue;
      const point = found.get(period);
      const failureContext = [cut.name, args, period];
      expectClose(failureContext, point?.value, sum(values), 1e-6);
      const missing = groupMembers.length - values.length;
      const expectedState = [values.length, missing, missing > 0 ? 'PARTIAL' : 'REPORTED'];
      expect([...failureContext, point!.inputs, point!.missing, point!.state]).toEqual([
        ...failureContext,
        ...expectedState,
      ]);
      if (missing > 0) partial += 1;
      else completeCount += 1;
    }
  }
  expect(completeCount * partial).toBeGreaterThan(0);
});
