import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findImportRefusal } from '../../src/datasets/accepted-problems.js';
import { readAreaDefinition } from '../../src/datasets/read-import-entries.js';
import { type ImportChoices, readDatasetFigures } from '../../src/datasets/read-figures.js';
import type { ImportTarget } from '../../src/datasets/import-target.js';
import { AreaResolver } from '../../src/series/area-resolver.js';
import { DEFAULT_READ_CHOICES } from './default-read-choices.js';

/** Returns the countries and groups of the content in the form that an import uses. */
const recordsIn = (kind: string, folder: string) =>
  readdirSync(join('seed', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      slug: name.slice(0, -5),
      kind,
      record: parse(readFileSync(join('seed', folder, name), 'utf8')),
    }));
const countries = recordsIn('Country', 'countries').map(({ slug, kind, record }) => {
  return { slug, kind, record: { ...record, code: slug.toUpperCase() } };
});
const codes = new Map(countries.map(({ slug, record }) => [slug, String(record.code)]));
const entries = [...countries, ...recordsIn('CountryGroup', 'groups')];
const areas = new AreaResolver(entries.map((entry) => readAreaDefinition(entry, codes)));
const membersOf = (group: string) =>
  areas.groups.find(({ code }) => code === group)!.members.map((each) => each.country);

const persons: ImportTarget = { frequency: 'YEAR', measure: 'STOCK', decimals: 0, dimensions: [] };
const EU28 = membersOf('EU28');
const GB = 65_611_593;

/** An invented figure for each country. Those of the countries in EU28 add up to 511 497 415. */
const figures = new Map(
  [...EU28, 'BG', 'CH', 'IS', 'LI', 'NO'].map((code, index) => [code, 1_000_000 + index * 37_123]),
);
figures.set('GB', GB);
figures.set('DE', 0);
figures.set('DE', 511_497_415 - totalOf(EU28));

function totalOf(group: readonly string[]): number {
  return group.reduce((sum, code) => sum + figures.get(code)!, 0);
}

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'signpost-aggregates-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file in the format of a World Bank download, and returns its path. */
function bankFile(updateDate: string | null, rows: Readonly<Record<string, number | ''>>): string {
  const path = join(folder, 'bank.csv');
  const lines = [
    '"Data Source","World Development Indicators",',
    ...(updateDate === null ? [] : [`"Last Updated Date","${updateDate}",`]),
    '"Country Name","Country Code","Indicator Name","Indicator Code","2016",',
    ...Object.entries(rows).map(([code, value]) => `"${code}","${code}","Population, total","SP.POP.TOTL","${value}",`),
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const reading = (path: string, choices: Partial<ImportChoices> = {}, target = persons) =>
  readDatasetFigures([path], target, areas, { ...DEFAULT_READ_CHOICES, ...choices });
const figuresByCountry = Object.fromEntries(figures);
const readAs = async (path: string, text: string) =>
  (await reading(path)).report.areas.find((area) => area.text === text)?.code;

describe("a publisher's group code with several compositions", () => {
  it("a publisher's group code means the composition of the group at the date of the file", async () => {
    const path = bankFile('2018-04-24', { ...figuresByCountry, EUU: 511_497_415, EMU: totalOf(membersOf('EA19')) });
    const { series, groupSums } = await reading(path);
    expect(series.find(({ area }) => area === 'EU28')?.points[0]).toMatchObject({ period: '2016', value: 511_497_415 });
    expect(series.find(({ area }) => area === 'EA19')).toBeDefined();
    expect(series.find(({ area }) => area === 'EU27_2020')).toBeUndefined();
    expect(groupSums).toMatchObject({ compared: 2, count: 0 });
  });

  it.each([
    ['2010-01-01', 'EUU', 'EU27_2007'],
    ['2018-04-24', 'EUU', 'EU28'],
    ['2025-01-28', 'EUU', 'EU27_2020'],
    ['2018-04-24', 'EMU', 'EA19'],
    ['2025-01-28', 'EMU', 'EA20'],
    ['2027-01-28', 'EMU', 'EA21'],
  ])('in a file of %s, the group code %s means %s', async (day, text, code) => {
    expect(await readAs(bankFile(day, { [text]: 1 }), text)).toBe(code);
  });

  it.each(['EU28', 'EU27_2020', 'EU27_2007'])(
    'in a file without a date, EUU means %s if its total matches',
    async (code) => {
      const path = bankFile(null, { ...figuresByCountry, EUU: totalOf(membersOf(code)) });
      expect(await readAs(path, 'EUU')).toBe(code);
    },
  );

  it('a group code means the composition that matches its total if several are valid at the date of the file', async () => {
    expect(await readAs(bankFile('2020-03-18', { ...figuresByCountry, EUU: 511_497_415 }), 'EUU')).toBe('EU28');
    expect(await readAs(bankFile('2020-07-01', { ...figuresByCountry, EUU: 511_497_415 - GB }), 'EUU')).toBe(
      'EU27_2020',
    );
  });

  it('an ambiguous group code is rejected unless --group selects a composition', async () => {
    const path = bankFile(null, { EUU: 511_497_415, DE: figures.get('DE')! });
    await expect(reading(path)).rejects.toThrow(
      '"EUU" can mean EU27_2007 or EU28 or EU27_2020 in this file, and the file lacks figures of all members to decide. ' +
        'Use --group EUU=EU27_2007 or --group EUU=EU28 or --group EUU=EU27_2020.',
    );
    const { series } = await reading(path, { groups: new Map([['EUU', 'EU28']]) });
    expect(series.map(({ area }) => area)).toEqual(['EU28', 'DE']);
    await expect(reading(path, { groups: new Map([['EUU', 'EU82']]) })).rejects.toThrow('There is no area "EU82"');
    await expect(reading(path, { groups: new Map([['EMU', 'EA19']]) })).rejects.toThrow('remove --group EMU=…');
  });

  it('a group code in a file that is older than every composition is rejected with a reason', async () => {
    const { report } = await reading(bankFile('2001-01-01', { EMU: 5 }));
    expect(report.rejections).toMatchObject([
      {
        code: 'AREA_UNKNOWN',
        text: 'EMU',
        reason: expect.stringContaining('is not the code of an area in a file of 2001-01-01'),
      },
    ]);
  });

  it('a group code outside files means the current composition', () => {
    expect(areas.resolve('EUU')).toMatchObject({ code: 'EU27_2020' });
    expect(areas.resolve('EMU')).toMatchObject({ code: 'EA21' });
  });
});

describe('the total of a group, compared with the sum of its members', () => {
  const NOTHING = { accept: new Map(), addsNewCodes: false, skipsUnknownAreas: false };

  it('a group total that differs from the sum of its members stops the import, and the matching composition is suggested', async () => {
    const { report, groupSums } = await reading(bankFile('2018-04-24', { ...figuresByCountry, EUU: 511_497_415 - GB }));
    expect(groupSums).toMatchObject({
      count: 1,
      examples: [
        { area: 'EU28', period: '2016', total: 511_497_415 - GB, sum: 511_497_415, fits: ['EU27_2020', 'SCHENGEN'] },
      ],
    });
    expect(findImportRefusal(report, groupSums, NOTHING)).toEqual({
      reason: 'figures cannot be imported as they are: 1 GROUP_SUM',
      options: '--group EUU=EU27_2020 or --accept GROUP_SUM=1',
    });
    expect(findImportRefusal(report, groupSums, { ...NOTHING, accept: new Map([['GROUP_SUM', 1]]) })).toBeNull();
  });

  it('another composition is suggested only if it matches the group totals of all years', async () => {
    const path = join(folder, 'years.csv');
    const rows = Object.entries({ ...figuresByCountry, EUU: 511_497_415 }).map(([code, value]) => {
      return `"${code}","${code}","SP.POP.TOTL","${value}","${code === 'EUU' ? value - GB : value}"`;
    });
    const headings = '"Country Name","Country Code","Indicator Code","2015","2016"';
    writeFileSync(path, ['"Last Updated Date","2018-04-24"', headings, ...rows, ''].join('\n'));
    const { groupSums } = await reading(path);
    expect(groupSums).toMatchObject({ compared: 2, count: 1, examples: [{ fits: ['EU27_2020', 'SCHENGEN'] }] });
    expect(groupSums.compositions).toBeNull();
  });

  it('a group total may differ from the sum of its members by at most half a percent', async () => {
    const total = (share: number) =>
      bankFile('2018-04-24', { ...figuresByCountry, EUU: Math.round(511_497_415 * (1 + share)) });
    expect((await reading(total(0.0049))).groupSums.count).toBe(0);
    expect((await reading(total(0.0051))).groupSums.count).toBe(1);
    expect((await reading(total(-0.0051))).groupSums.count).toBe(1);
  });

  it('a group total may differ from the sum of its members by the rounding of each figure', async () => {
    // Each figure is rounded to a multiple of five, so that five figures may differ by 12.5 together.
    const efta = { CH: 40, IS: 20, LI: 15, NO: 25 };
    expect((await reading(bankFile('2018-04-24', { ...efta, EFTA: 110 }))).groupSums).toMatchObject({
      compared: 1,
      count: 0,
    });
    expect((await reading(bankFile('2018-04-24', { ...efta, EFTA: 115 }))).groupSums).toMatchObject({ count: 1 });
  });

  it('a group total is not checked if a member has no figure, nor for rates', async () => {
    const path = bankFile('2018-04-24', { ...figuresByCountry, MT: '', EUU: 1 });
    expect((await reading(path)).groupSums).toMatchObject({ compared: 0, count: 0 });
    const completeFile = bankFile('2018-04-24', { ...figuresByCountry, EUU: 1 });
    expect((await reading(completeFile, {}, { ...persons, measure: 'RATE' })).groupSums.count).toBe(0);
    expect((await reading(completeFile)).groupSums.count).toBe(1);
  });
});
