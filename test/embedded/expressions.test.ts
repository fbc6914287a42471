import type { Document } from 'mongodb';
import {
  Binary,
  BSON,
  BSONRegExp,
  BSONSymbol,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  ObjectId,
  Timestamp,
} from 'mongodb';
import type { ScratchDatabase } from './scratch-database.js';
import { scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

const D = (text: string) => Decimal128.fromString(text);
const L = (text: string) => Long.fromString(text);
const F = (value: number) => new Double(value);
const T = (text: string) => new Date(text);
const MAX = L('9223372036854775807');
const MIN = L('-9223372036854775808');
const STAMP = new Timestamp({ t: 1000, i: 7 });

/** Values and types, as text that is easily compared. */
const typed = (value: unknown) => BSON.EJSON.stringify({ v: value }, { relaxed: false });

async function evaluate(expression: unknown, promoteValues = false): Promise<unknown> {
  const [found] = await scratch.db
    .aggregate([{ $documents: [{}] }, { $replaceWith: { v: expression } }], { promoteValues })
    .toArray();
  return found!.v;
}

/** Groups the values of one field by one accumulator. */
async function accumulate(name: string, values: unknown[]): Promise<unknown> {
  const documents = values.map((n) => ({ n }));
  const [found] = await scratch.db
    .aggregate([{ $documents: documents }, { $group: { _id: null, v: { [name]: '$n' } } }], { promoteValues: false })
    .toArray();
  return found!.v;
}

const lit = (value: unknown) => ({ $literal: value });

type Case = [expression: unknown, value: unknown];
type Refusal = [expression: unknown, code: number];
const named = <T>(cases: [unknown, T][]) =>
  cases.map(
    ([expression, expected]) =>
      [BSON.EJSON.stringify(expression as Document, { relaxed: false }), expression, expected] as const,
  );

function answers(title: string, cases: Case[]): void {
  describe(title, () => {
    test.each(named(cases))('%s', async (_, expression, expected) => {
      expect(typed(await evaluate(expression))).toBe(typed(expected));
    });
  });
}

function refusals(title: string, cases: Refusal[]): void {
  describe(title, () => {
    test.each(named(cases))('%s', async (_, expression, code) => {
      await expect(evaluate(expression, true)).rejects.toMatchObject({ code });
    });
  });
}

answers('decimals keep their 34 digits and their scale', [
  [{ $divide: [D('10'), 3] }, D('3.333333333333333333333333333333333')],
  [{ $divide: [D('20'), 3] }, D('6.666666666666666666666666666666667')],
  [{ $divide: [D('1.50'), 1] }, D('1.50')],
  [{ $divide: [D('1'), 8] }, D('0.125')],
  [{ $divide: [1, D('1E-6176')] }, D('Infinity')],
  [{ $mod: [D('10.1'), D('0.1')] }, D('0.0')],
  [{ $mod: [D('1E30'), 7] }, D('1')],
  [{ $mod: [D('-7.5'), 2] }, D('-1.5')],
  [{ $mod: [D('5'), D('Infinity')] }, D('5')],
  [{ $abs: D('-12345678901234567890.12') }, D('12345678901234567890.12')],
  [{ $abs: D('-1.50') }, D('1.50')],
  [{ $abs: D('-Infinity') }, D('Infinity')],
  [{ $ceil: D('12345678901234567890.12') }, D('12345678901234567891')],
  [{ $ceil: D('-0.5') }, D('-0')],
  [{ $floor: D('-12345678901234567890.12') }, D('-12345678901234567891')],
  [{ $floor: D('1E40') }, D('1E40')],
  [{ $round: [D('123456789012345678.125'), 2] }, D('123456789012345678.12')],
  [{ $round: [D('5'), 2] }, D('5.00')],
  [{ $round: [D('23.298'), -1] }, D('2E+1')],
  [{ $round: [D('NaN'), 1] }, D('NaN')],
  [{ $trunc: [D('1.298'), 100] }, D('1.298000000000000000000000000000000')],
  [{ $trunc: [D('1.298912343250054252245154325'), L('20')] }, D('1.29891234325005425224')],
  [{ $sqrt: D('2') }, D('1.414213562373095048801688724209698')],
  [{ $sqrt: D('2.25') }, D('1.5')],
  [{ $sqrt: D('1E+3') }, D('31.62277660168379331998893544432719')],
  [{ $multiply: [D('1E6000'), D('1E6000')] }, D('Infinity')],
  [{ $multiply: [D('-1'), 0] }, D('-0')],
  [{ $subtract: [D('1E400'), D('Infinity')] }, D('-Infinity')],
  [{ $add: [D('1'), F(0)] }, D('1')],
]);

answers('powers of decimals have all 34 digits, as MongoDB pads them', [
  [{ $pow: [D('1.1'), 2] }, D('1.210000000000000000000000000000000')],
  [{ $pow: [D('10.0'), -2] }, D('0.01000000000000000000000000000000000')],
  [{ $pow: [5, D('-112')] }, D('5192296858534827628530496329220096E-112')],
  [{ $pow: [D('-2'), 3] }, D('-8.000000000000000000000000000000000')],
  [{ $pow: [D('1E10'), 700] }, D('Infinity')],
]);

answers('int64 stays exact', [
  [{ $abs: L('-9007199254740993') }, L('9007199254740993')],
  [{ $abs: lit(new Int32(-2147483648)) }, L('2147483648')],
  [{ $round: [L('1234'), -2] }, L('1200')],
  [{ $round: [L('9007199254740995'), -1] }, L('9007199254741000')],
  [{ $round: [25, -1] }, 20],
  [{ $trunc: [-25, -1] }, -20],
  [{ $pow: [10, 18] }, L('1000000000000000000')],
  [{ $pow: [2, 62] }, L('4611686018427387904')],
  [{ $pow: [3, 39] }, L('4052555153018976267')],
  [{ $pow: [-2, L('63')] }, MIN],
  [{ $pow: [2, 63] }, F(9223372036854775808)],
  [{ $pow: [-1, L('-3')] }, L('-1')],
  [{ $pow: [4, -1] }, 0.25],
  [{ $pow: [1, NaN] }, F(1)],
  [{ $mod: [MIN, -1] }, L('0')],
  [{ $mod: [-4, 2] }, 0],
  [{ $toLong: D('9007199254740993') }, L('9007199254740993')],
  [{ $toLong: D('9223372036854775807') }, MAX],
  [{ $toLong: D('-1.9') }, L('-1')],
  [{ $toDecimal: L('9007199254740993') }, D('9007199254740993')],
]);

refusals('numbers that cannot be', [
  [{ $abs: MIN }, 28680],
  [{ $abs: STAMP }, 28765],
  [{ $round: [MAX, -1] }, 51080],
  [{ $round: ['x', 1] }, 51081],
  [{ $round: [1, 1.5] }, 51082],
  [{ $round: [1, 101] }, 51083],
  [{ $pow: ['x', 1] }, 28762],
  [{ $pow: [1, 'x'] }, 28763],
  [{ $pow: [D('0'), -1] }, 28764],
  [{ $ln: 0 }, 28766],
  [{ $log10: 0 }, 28761],
  [{ $log: ['x', 2] }, 28756],
  [{ $log: [2, 'x'] }, 28757],
  [{ $log: [0, 2] }, 28758],
  [{ $log: [2, 1] }, 28759],
  [{ $sqrt: D('-1') }, 28714],
  [{ $sqrt: D('-1E-4000') }, 28714],
  [{ $divide: [1, D('0.0')] }, 2],
  [{ $mod: [D('1'), 0] }, 5733415],
  [{ $asin: 2 }, 50989],
  [{ $cos: Infinity }, 50989],
  [{ $atan2: ['x', 1] }, 51044],
  [{ $atan2: [1, 'x'] }, 51045],
]);

refusals('what a decimal would need 34 right digits for', [
  [{ $exp: D('1') }, 2],
  [{ $ln: D('7') }, 2],
  [{ $log: [8, D('2')] }, 2],
  [{ $log10: D('100') }, 2],
  [{ $sin: D('1') }, 2],
  [{ $atan2: [D('1'), 1] }, 2],
  [{ $pow: [2, D('0.5')] }, 2],
  [{ $pow: [D('2'), 1001] }, 2],
]);

answers('a double is rounded by its exact value', [
  [{ $round: [2.675, 2] }, 2.67],
  [{ $round: [5.015, 2] }, 5.01],
  [{ $round: [2.5] }, F(2)],
  [{ $round: [-0.5] }, F(-0)],
  [{ $round: [1e40, 2] }, 1e40],
  [{ $round: [1.5, null] }, null],
  [{ $trunc: [2.3, 1] }, 2.2],
  [{ $trunc: [10.1, 1] }, F(10)],
  [{ $trunc: [Infinity, 1] }, F(Infinity)],
]);

answers('a timestamp is no number, but a date', [
  [{ $isNumber: STAMP }, false],
  [{ $toDate: STAMP }, new Date(1_000_000)],
  [{ $year: STAMP }, 1970],
  [{ $sum: [STAMP, 1] }, 1],
  [{ $avg: [STAMP] }, null],
  [{ $tsSecond: STAMP }, L('1000')],
  [{ $tsIncrement: STAMP }, L('7')],
  [{ $tsSecond: null }, null],
  [{ $toBool: STAMP }, true],
]);

refusals('a timestamp in arithmetic', [
  [{ $add: [STAMP, 1] }, 14],
  [{ $multiply: [STAMP, 1] }, 14],
  [{ $toString: STAMP }, 241],
  [{ $convert: { input: STAMP, to: 'double' } }, 241],
  [{ $toUpper: STAMP }, 16007],
  [{ $tsSecond: 1 }, 5687301],
  [{ $tsIncrement: 1 }, 5687302],
]);

test('a filter by remainder and an increment leave timestamps alone', async () => {
  const c = scratch.db.collection('stamps');
  await c.insertOne({ _id: 1 as never, s: STAMP });
  expect(await c.countDocuments({ s: { $mod: [1, 0] } })).toBe(0);
  await expect(c.updateOne({ _id: 1 as never }, { $inc: { s: 1 } })).rejects.toMatchObject({ code: 14 });
  await expect(c.updateOne({ _id: 1 as never }, { $mul: { s: 2 } })).rejects.toMatchObject({ code: 14 });
});

describe('sums and means', () => {
  test.each<[string, unknown[], unknown]>([
    ['$sum', [0.1, 0.2, 0.3], 0.6],
    ['$avg', [0.1, 0.2, 0.3], 0.19999999999999998],
    ['$sum', [MAX, 1, -1], MAX],
    ['$sum', [MAX, MAX, L('-9223372036854775807')], MAX],
    ['$sum', [MIN, MAX, 1, L('-9223372036854775808')], MIN],
    ['$sum', [MAX, 1], F(9223372036854775808)],
    ['$sum', [2147483647, 1], L('2147483648')],
    ['$sum', [L('1'), -2], L('-1')],
    ['$sum', [L('-4294967297'), L('3000000000')], L('-1294967297')],
    ['$sum', [1, F(2)], F(3)],
    ['$sum', [Infinity, 1], F(Infinity)],
    ['$sum', [Infinity, -Infinity], F(NaN)],
    ['$sum', [D('0.1'), 1, D('0.20')], D('1.30')],
    ['$sum', [D('1'), 0.5], D('1.5')],
    ['$sum', ['x', null, STAMP], 0],
    ['$avg', [D('1.50')], D('1.50')],
    ['$avg', [D('12345678901234567890.12')], D('12345678901234567890.12')],
    ['$avg', [D('1'), D('1'), 0], D('0.6666666666666666666666666666666667')],
    ['$avg', [MAX, MAX], F(9223372036854775807)],
    ['$avg', [1, 2], 1.5],
    ['$avg', ['x'], null],
  ])('%s of %j', async (name, values, expected) => {
    expect(typed(await accumulate(name, values))).toBe(typed(expected));
    expect(typed(await evaluate({ [name]: lit(values) }))).toBe(typed(expected));
  });
});

answers('conversions', [
  [{ $toDecimal: 2.5 }, D('2.50000000000000')],
  [{ $toDecimal: 0.30000000000000004 }, D('0.300000000000000')],
  [{ $toDecimal: F(3) }, D('3.00000000000000')],
  [{ $toDecimal: F(0) }, D('0')],
  [{ $toDecimal: 3 }, D('3')],
  [{ $toDecimal: 1000000000000005 }, D('1.00000000000000E+15')],
  [{ $toDecimal: '1.2345678901234567890123456789012345678' }, D('1.234567890123456789012345678901235')],
  [{ $toDecimal: 'inf' }, D('Infinity')],
  [{ $toDecimal: true }, D('1')],
  [{ $toDecimal: lit(new Date(5)) }, D('5')],
  [{ $toInt: '+5' }, 5],
  [{ $toInt: '-00000000000000000000000000005' }, -5],
  [{ $toDouble: '.5' }, 0.5],
  [{ $toDouble: '-inf' }, F(-Infinity)],
  [{ $toDouble: lit(new Date(5)) }, F(5)],
  [{ $toString: F(-0) }, '-0'],
  [{ $toString: 2.5 }, '2.5'],
  [{ $toString: F(3) }, '3'],
  [{ $toString: 1e20 }, '1e+20'],
  [{ $toString: 1e15 }, '1000000000000000'],
  [{ $toString: 1.5e-7 }, '1.5e-07'],
  [{ $toString: 0.0001 }, '0.0001'],
  [{ $toString: -Infinity }, '-Infinity'],
  [{ $toString: D('1.50') }, '1.50'],
  [{ $toString: MAX }, '9223372036854775807'],
  [{ $toString: lit(T('2020-01-02T03:04:05.006Z')) }, '2020-01-02T03:04:05.006Z'],
  [{ $convert: { input: 1, to: 'object', onError: 'no' } }, 'no'],
  [{ $convert: { input: 1, to: 'array', onError: 'no' } }, 'no'],
  [{ $convert: { input: 1, to: 'missing', onError: 'no' } }, 'no'],
  [{ $convert: { input: 1, to: 3, onError: 'no' } }, 'no'],
  [{ $convert: { input: '7', to: 16 } }, 7],
  [{ $convert: { input: null, to: 'int', onNull: 'none' } }, 'none'],
  [{ $toDate: D('1.9') }, new Date(1)],
  [{ $const: '$x' }, '$x'],
  [{ $bsonSize: lit({ a: 1 }) }, 12],
  [{ $bsonSize: null }, null],
  [{ $binarySize: 'ä' }, 2],
  [{ $binarySize: lit(new Binary(Buffer.from([1, 2, 3]))) }, 3],
  [{ $bitAnd: [12, 10] }, 8],
  [{ $bitAnd: [] }, -1],
  [{ $bitOr: [L('4294967296'), 1] }, L('4294967297')],
  [{ $bitXor: [12, 10, 1] }, 7],
  [{ $bitXor: [12, null] }, null],
  [{ $bitNot: 5 }, -6],
  [{ $bitNot: L('5') }, L('-6')],
  [{ $asinh: 1 }, Math.asinh(1)],
  [{ $acosh: 2 }, Math.acosh(2)],
  [{ $atanh: 0.5 }, Math.atanh(0.5)],
  [{ $atan2: [1, 2] }, Math.atan2(1, 2)],
]);

refusals('conversions that cannot be', [
  [{ $toDouble: '1e400' }, 241],
  [{ $toDouble: '1e-400' }, 241],
  [{ $toDouble: D('1E400') }, 241],
  [{ $toDecimal: '1e9000' }, 241],
  [{ $toDecimal: '1,5' }, 241],
  [{ $toInt: '+-5' }, 241],
  [{ $toLong: '99999999999999999999999' }, 241],
  [{ $toInt: D('2147483648') }, 241],
  [{ $toLong: D('9223372036854775808') }, 241],
  [{ $toLong: 9223372036854775808 }, 241],
  [{ $toInt: NaN }, 241],
  [{ $toInt: lit(new Date(5)) }, 241],
  [{ $toDate: 1 }, 241],
  [{ $convert: { input: 1, to: 'object' } }, 241],
  [{ $convert: { input: 1, to: 'nonsense', onError: 'no' } }, 2],
  [{ $convert: { input: 1, to: 99 } }, 9],
  [{ $convert: { input: 1, to: 1.5 } }, 9],
  [{ $convert: { input: 1, to: lit({}) } }, 9],
  [{ $bsonSize: 'x' }, 31393],
  [{ $binarySize: 1 }, 51276],
  [{ $bitAnd: [1, 1.5] }, 14],
  [{ $bitNot: 1.5 }, 14],
]);

const NEW_YORK = 'America/New_York';
const BERLIN = 'Europe/Berlin';
const at = (text: string) => lit(T(text));

answers('dates on the clocks of the world', [
  [
    {
      $dateTrunc: {
        date: at('2021-03-20T11:30:05Z'),
        unit: 'week',
        binSize: 2,
        timezone: 'America/Los_Angeles',
        startOfWeek: 'Monday',
      },
    },
    T('2021-03-15T07:00:00Z'),
  ],
  [{ $dateTrunc: { date: at('2000-01-01T12:00:00Z'), unit: 'week', binSize: 2 } }, T('1999-12-19T00:00:00Z')],
  [{ $dateTrunc: { date: at('2000-01-01T12:00:00Z'), unit: 'week', startOfWeek: 'sat' } }, T('2000-01-01T00:00:00Z')],
  [{ $dateTrunc: { date: at('1969-05-05T00:00:00Z'), unit: 'quarter', binSize: 3 } }, T('1969-04-01T00:00:00Z')],
  [{ $dateTrunc: { date: at('1999-05-05T00:00:00Z'), unit: 'year', binSize: 5 } }, T('1995-01-01T00:00:00Z')],
  [{ $dateTrunc: { date: at('2021-11-07T06:30:00Z'), unit: 'hour', timezone: NEW_YORK } }, T('2021-11-07T06:00:00Z')],
  [
    { $dateTrunc: { date: at('2021-11-07T06:31:00Z'), unit: 'minute', binSize: 2, timezone: NEW_YORK } },
    T('2021-11-07T06:30:00Z'),
  ],
  [{ $dateTrunc: { date: at('2021-11-07T06:30:00Z'), unit: 'day', timezone: NEW_YORK } }, T('2021-11-07T04:00:00Z')],
  [
    { $dateTrunc: { date: at('2021-07-07T06:40:00Z'), unit: 'hour', timezone: 'Asia/Kolkata' } },
    T('2021-07-07T06:30:00Z'),
  ],
  ...(
    [
      ['hour', 4],
      ['minute', 240],
      ['second', 14_400],
      ['millisecond', 14_400_000],
    ] as const
  ).map(([unit, count]): Case => [
    {
      $dateDiff: {
        startDate: at('2021-03-14T05:00:00Z'),
        endDate: at('2021-03-14T09:00:00Z'),
        unit,
        timezone: NEW_YORK,
      },
    },
    L(String(count)),
  ]),
  [
    {
      $dateDiff: {
        startDate: at('2021-03-14T04:59:00Z'),
        endDate: at('2021-03-14T05:00:00Z'),
        unit: 'day',
        timezone: NEW_YORK,
      },
    },
    L('1'),
  ],
  [
    {
      $dateDiff: {
        startDate: at('2021-01-03T00:00:00Z'),
        endDate: at('2021-01-04T00:00:00Z'),
        unit: 'week',
        startOfWeek: 'MON',
      },
    },
    L('1'),
  ],
  [
    { $dateDiff: { startDate: at('1960-02-01T00:00:00Z'), endDate: at('1969-12-31T00:00:00Z'), unit: 'quarter' } },
    L('39'),
  ],
  [
    { $dateFromParts: { year: 2021, month: 3, day: 14, hour: 2, minute: 30, timezone: NEW_YORK } },
    T('2021-03-14T07:30:00Z'),
  ],
  [
    { $dateFromParts: { year: 2021, month: 3, day: 28, hour: 2, minute: 30, timezone: BERLIN } },
    T('2021-03-28T01:30:00Z'),
  ],
  [{ $dateFromParts: { year: 2021, month: 3, day: 14, hour: 3, timezone: NEW_YORK } }, T('2021-03-14T07:00:00Z')],
  [{ $dateFromParts: { year: 2021, month: 11, day: 7, hour: 2, timezone: NEW_YORK } }, T('2021-11-07T07:00:00Z')],
  [
    { $dateAdd: { startDate: at('2021-03-13T07:30:00Z'), unit: 'day', amount: 1, timezone: NEW_YORK } },
    T('2021-03-14T07:30:00Z'),
  ],
  [
    { $dateAdd: { startDate: at('2020-11-01T05:50:02Z'), unit: 'hour', amount: 1, timezone: NEW_YORK } },
    T('2020-11-01T06:50:02Z'),
  ],
  [{ $dateAdd: { startDate: at('2020-10-31T00:00:00Z'), unit: 'month', amount: 1 } }, T('2020-11-30T00:00:00Z')],
  [
    {
      $dateToString: {
        date: at('1900-07-10T11:41:22.418Z'),
        timezone: 'America/Caracas',
        format: '%H:%M:%S %z (%Z minutes)',
      },
    },
    '07:13:42 -0427 (-267 minutes)',
  ],
]);

answers('parts of dates', [
  [{ $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 4, hour: 12 } }, T('2017-02-09T12:00:00Z')],
  [{ $dateFromParts: { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 } }, T('2021-01-03T00:00:00Z')],
  [{ $dateFromParts: { isoWeekYear: 2017, timezone: NEW_YORK } }, T('2017-01-02T05:00:00Z')],
  [{ $dateFromParts: { year: 2017, month: 14, day: 0, hour: -1, second: 100_000 } }, T('2018-02-01T02:46:40Z')],
  [{ $dateFromParts: { year: 99 } }, T('0099-01-01T00:00:00Z')],
  [{ $dateFromParts: { year: 2017, day: null } }, null],
  [
    { $dateToParts: { date: at('2021-01-03T01:02:03.004Z'), iso8601: true } },
    { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7, hour: 1, minute: 2, second: 3, millisecond: 4 },
  ],
  [{ $dateToParts: { date: at('2021-01-03T00:00:00Z'), iso8601: null } }, null],
  [{ $dayOfYear: at('0050-02-01T00:00:00Z') }, 32],
  [{ $dateToString: { date: at('2021-01-03T01:02:03.004Z'), timezone: 'UTC' } }, '2021-01-03T01:02:03.004Z'],
  [{ $dateToString: { date: at('2021-01-03T01:02:03.004Z'), timezone: 'GMT' } }, '2021-01-03T01:02:03.004Z'],
  // the Z is wrong, and what MongoDB answers before 7.1
  [{ $dateToString: { date: at('2021-01-03T01:02:03.004Z'), timezone: '+01:00' } }, '2021-01-03T02:02:03.004Z'],
]);

refusals('parts that make no date', [
  [{ $dateFromParts: { year: 0 } }, 40523],
  [{ $dateFromParts: { year: 10_000 } }, 40523],
  [{ $dateFromParts: { year: 2017, month: 40_000 } }, 31034],
  [{ $dateFromParts: { isoWeekYear: 0 } }, 31095],
  [{ $dateFromParts: { year: 2017, isoWeek: 1 } }, 40489],
  [{ $dateFromParts: { isoWeekYear: 2017, month: 1 } }, 40525],
  [{ $dateFromParts: { month: 1 } }, 40516],
  [{ $dateFromParts: { year: 2017, epoch: 1 } }, 40518],
  [{ $dateFromParts: { year: 'x' } }, 40515],
  [{ $dateToParts: { date: at('2021-01-03T00:00:00Z'), iso8601: 1 } }, 40521],
  [{ $dateToString: { date: at('2021-01-03T00:00:00Z'), format: '%Y%' } }, 18535],
  [{ $dateToString: { date: at('2021-01-03T00:00:00Z'), format: '%q' } }, 18536],
  [{ $toString: lit(new Date(8e15)) }, 18537],
  [{ $year: 'x' }, 16006],
  [{ $year: { date: at('2021-01-03T00:00:00Z'), timezone: 'Mars/Olympus' } }, 40485],
  [{ $dateAdd: { startDate: at('2021-01-03T00:00:00Z'), unit: 'fortnight', amount: 1 } }, 9],
  [{ $dateAdd: { startDate: at('2021-01-03T00:00:00Z'), unit: 1, amount: 1 } }, 5166404],
  [{ $dateAdd: { startDate: 'x', unit: 'day', amount: 1 } }, 5166403],
  [{ $dateAdd: { startDate: at('2021-01-03T00:00:00Z'), unit: 'day', amount: 1.5 } }, 5166405],
  [{ $dateAdd: { startDate: at('2021-01-03T00:00:00Z'), unit: 'year', amount: 1_000_000_000_000 } }, 5976500],
  [{ $dateDiff: { startDate: 1, endDate: at('2021-01-03T00:00:00Z'), unit: 'day' } }, 5166307],
  [
    {
      $dateDiff: {
        startDate: at('2021-01-03T00:00:00Z'),
        endDate: at('2021-01-03T00:00:00Z'),
        unit: 'week',
        startOfWeek: 'sunny',
      },
    },
    5439016,
  ],
  [{ $dateTrunc: { date: at('2021-01-03T00:00:00Z'), unit: 'day', binSize: 0 } }, 5439018],
  [{ $dateTrunc: { date: at('2021-01-03T00:00:00Z'), unit: 'day', binSize: 1.5 } }, 5439017],
]);

/** MongoDB's dates go further than JavaScript's; no date is better than another one. */
refusals('dates that are out of reach', [
  [{ $toDate: NaN }, 241],
  [{ $toDate: 1e20 }, 241],
  [{ $toDate: L('9000000000000000') }, 15],
  [{ $convert: { input: L('9000000000000000'), to: 'date', onError: 'no' } }, 15],
  [{ $toString: { $toDate: 1e18 } }, 15],
  [{ $add: [at('2021-01-03T00:00:00Z'), 1e20] }, 15],
  [{ $add: [at('2021-01-03T00:00:00Z'), NaN] }, 15],
  [{ $subtract: [at('2021-01-03T00:00:00Z'), D('1E30')] }, 15],
  [{ $dateAdd: { startDate: at('2021-01-03T00:00:00Z'), unit: 'year', amount: 1_000_000 } }, 15],
  [{ $dateTrunc: { date: at('1999-01-03T00:00:00Z'), unit: 'day', binSize: 99_999_999_999 } }, 15],
]);

answers('numbers moved onto dates', [
  [{ $add: [lit(new Date(0)), 0.5] }, new Date(1)],
  [{ $add: [lit(new Date(0)), -0.5] }, new Date(-1)],
  [{ $add: [lit(new Date(0)), D('2.5')] }, new Date(2)],
  [{ $subtract: [lit(new Date(10)), 2.5] }, new Date(7)],
  [{ $add: [lit(new Date(0)), L('4503599627370497')] }, new Date(4503599627370497)],
]);

const MOMENT = T('2018-03-20T11:00:06Z');
answers('dates in text', [
  ...(
    [
      ['2018-03-20T11:00:06Z', MOMENT],
      ['2018-03-20 16:00:06 +0500', MOMENT],
      ['2018-03-20 11:00:06 UTC', MOMENT],
      ['2018-03-20T11:00:06.789', T('2018-03-20T11:00:06.789Z')],
      ['2018-03-20T11:00:06.7891234', T('2018-03-20T11:00:06.789Z')],
      ['2018-03-20T13:00:06+2', MOMENT],
      ['March 20, 2018 11:00:06', MOMENT],
      ['20 mar 2018 11:00:06 GMT', MOMENT],
      ['20180320', T('2018-03-20T00:00:00Z')],
      ['20180320T110006Z', MOMENT],
      ['20180320T1100', T('2018-03-20T11:00:00Z')],
      ['2018/3/2', T('2018-03-02T00:00:00Z')],
      ['2018/03/20', T('2018-03-20T00:00:00Z')],
      ['2018-3-2', T('2018-03-02T00:00:00Z')],
      ['12/31/2018', T('2018-12-31T00:00:00Z')],
      ['20.03.2018', T('2018-03-20T00:00:00Z')],
      ['March 20, 2018', T('2018-03-20T00:00:00Z')],
    ] as const
  ).flatMap(([text, date]): Case[] => [
    [{ $dateFromString: { dateString: text } }, date],
    [{ $toDate: text }, date],
  ]),
  [{ $dateFromString: { dateString: '2018-03-20 07:00:06', timezone: NEW_YORK } }, MOMENT],
  [{ $dateFromString: { dateString: '2018-03-20T11:00:06Z', timezone: 'UTC' } }, MOMENT],
  [{ $dateFromString: { dateString: '2018-02-30', onError: 'no' } }, 'no'],
  [{ $dateFromString: { dateString: null, onNull: 'none' } }, 'none'],
]);

refusals('dates that no text tells', [
  ...[
    '2020-02-30',
    '2020-13-01',
    '31/12/2018',
    '2018-03-20T24:00:00',
    '2018-03-20T11:60',
    '2018-03-20T',
    '2018-03-20-05',
    '20180320T11',
    '20180320T256001',
    'March 2018',
    'tomorrow',
    '',
  ].flatMap((text): Refusal[] => [
    [{ $dateFromString: { dateString: text } }, 241],
    [{ $toDate: text }, 241],
  ]),
  [{ $dateFromString: { dateString: '2018-03-20T11:00:06Z', timezone: NEW_YORK } }, 241],
  [{ $dateFromString: { dateString: '2018-03-20T11:00:06+01:00', timezone: '+01:00' } }, 241],
  [{ $dateFromString: { dateString: '2018-03-20', timezone: 'Mars/Olympus' } }, 40485],
  [{ $dateFromString: { dateString: null, timezone: 'Mars/Olympus' } }, 40485],
]);

answers('text', [
  [{ $split: ['a,b', null] }, null],
  [{ $concat: [null, 1] }, null],
  [{ $replaceAll: { input: '🧀a', find: '', replacement: '-' } }, '-🧀-a-'],
  [{ $replaceOne: { input: 'aa', find: 'a', replacement: null } }, null],
  [{ $indexOfCP: ['abc', 'c', 1, 2] }, -1],
  [{ $indexOfCP: ['abc', '', 3] }, 3],
  [{ $substrBytes: ['abc', 1.9, 1.1] }, 'b'],
  [
    { $regexFindAll: { input: 'ab', regex: 'x*' } },
    [
      { match: '', idx: 0, captures: [] },
      { match: '', idx: 1, captures: [] },
    ],
  ],
  [{ $regexMatch: { input: null, regex: 'a' } }, false],
  [{ $regexMatch: { input: 'A', regex: lit(new BSONRegExp('a', 'i')) } }, true],
]);

refusals('what is no text', [
  [{ $concat: [1, null] }, 16702],
  [{ $strLenCP: null }, 34471],
  [{ $strLenBytes: 1 }, 34473],
  [{ $split: [1, ','] }, 40085],
  [{ $split: ['a', 1] }, 40086],
  [{ $split: ['a', ''] }, 40087],
  [{ $indexOfBytes: [1, 'a'] }, 40091],
  [{ $indexOfBytes: ['a', null] }, 40092],
  [{ $indexOfCP: [1, 'a'] }, 40093],
  [{ $indexOfCP: ['a', 1] }, 40094],
  [{ $indexOfCP: ['abc', 'b', null] }, 40096],
  [{ $indexOfCP: ['abc', 'b', -1] }, 40097],
  [{ $substrCP: ['a', 'x', 1] }, 34450],
  [{ $substrCP: ['a', 1.5, 1] }, 34451],
  [{ $substrCP: ['a', 0, 'x'] }, 34452],
  [{ $substrCP: ['a', 0, 1.5] }, 34453],
  [{ $substrCP: ['a', 0, -1] }, 34454],
  [{ $substrCP: ['a', -1, 1] }, 34455],
  [{ $substrBytes: ['a', 'x', 1] }, 16034],
  [{ $substrBytes: ['a', 0, 'x'] }, 16035],
  [{ $substrBytes: ['a', -1, 1] }, 50752],
  [{ $trim: 'x' }, 50696],
  [{ $trim: { input: 'x', what: 1 } }, 50694],
  [{ $trim: { chars: 'x' } }, 50695],
  [{ $trim: { input: 1 } }, 50699],
  [{ $trim: { input: 'x', chars: 1 } }, 50700],
  [{ $replaceOne: 'x' }, 51751],
  [{ $replaceOne: { input: 'x', find: 'x', replacement: 'x', all: 1 } }, 51750],
  [{ $replaceOne: { find: 'x', replacement: 'x' } }, 51749],
  [{ $replaceOne: { input: 'x', replacement: 'x' } }, 51748],
  [{ $replaceOne: { input: 'x', find: 'x' } }, 51747],
  [{ $replaceOne: { input: 1, find: 'x', replacement: 'x' } }, 51746],
  [{ $replaceOne: { input: null, find: 1, replacement: 'x' } }, 51745],
  [{ $replaceOne: { input: null, find: 'x', replacement: 1 } }, 51744],
  [{ $regexMatch: 'x' }, 51103],
  [{ $regexMatch: { input: 'x', regex: 'x', flags: 'i' } }, 31024],
  [{ $regexMatch: { regex: 'x' } }, 31022],
  [{ $regexMatch: { input: 'x' } }, 31023],
  [{ $regexMatch: { input: 1, regex: 'x' } }, 51104],
  [{ $regexMatch: { input: 'x', regex: 1 } }, 51105],
  [{ $regexMatch: { input: 'x', regex: 'x', options: 1 } }, 51106],
  [{ $regexMatch: { input: 'x', regex: lit(new BSONRegExp('x', 'i')), options: 'i' } }, 51107],
  [{ $regexMatch: { input: 'x', regex: 'x', options: 'q' } }, 51108],
  [{ $regexMatch: { input: 'x', regex: 'a\0b' } }, 51109],
  [{ $regexMatch: { input: 'x', regex: '(' } }, 51111],
  [{ $toUpper: lit(new MaxKey()) }, 16007],
  [{ $toObjectId: lit(new BSONSymbol('x')) }, 241],
]);

test('an ObjectId has a date', async () => {
  expect(await evaluate({ $toDate: new ObjectId('5ab9c5f80000000000000000') })).toEqual(T('2018-03-27T04:18:00Z'));
});
