import type { Document } from 'mongodb';
import { BSON, Decimal128, Double, Long, Timestamp } from 'mongodb';
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

answers('decimals keep their 34 digits and their scale', [[{ $add: [D('1'), F(0)] }, D('1')]]);

answers('a timestamp is no number, but a date', [
  [{ $sum: [STAMP, 1] }, 1],
  [{ $avg: [STAMP] }, null],
]);

refusals('a timestamp in arithmetic', [[{ $add: [STAMP, 1] }, 14]]);

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
    ['$avg', [D('10'), 0, 0], D('3.333333333333333333333333333333333')],
    ['$avg', [D('1'), 0, 0, 0, 0, 0, 0, 0], D('0.125')],
    ['$avg', [D('1E400'), D('-Infinity')], D('-Infinity')],
    ['$avg', [MAX, MAX], F(2 ** 63)],
    ['$avg', [1, 2], 1.5],
    ['$avg', ['x'], null],
  ])('%s of %j', async (name, values, expected) => {
    expect(typed(await accumulate(name, values))).toBe(typed(expected));
    expect(typed(await evaluate({ [name]: lit(values) }))).toBe(typed(expected));
  });
});

answers('conversions', [[{ $const: '$x' }, '$x']]);

const at = (text: string) => lit(T(text));

/** MongoDB's dates go further than JavaScript's; no date is better than another one. */
refusals('dates beside numbers', [[{ $add: [at('2021-01-03T00:00:00Z'), 1] }, 14]]);

answers('text', [[{ $concat: [null, 1] }, null]]);

refusals('what is no text', [[{ $concat: [1, null] }, 16702]]);
