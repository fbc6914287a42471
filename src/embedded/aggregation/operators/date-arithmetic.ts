import { Long } from 'bson';
import { typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import type { Unit } from '../time-units.js';
import { addUnits, binStart, unitsBetween } from '../time-units.js';
import { compiledArguments, dateIn, integerIn, startOfWeekIn, unitIn, zoneIn } from './arguments.js';

/** How many days of milliseconds 64 bits hold; an amount beyond them is refused whatever the date is. */
const MOST_DAYS = 2 ** 64 / 86_400_000 + 1;
const MOST: Readonly<Record<Unit, number>> = {
  year: MOST_DAYS / 365 + 1,
  quarter: (MOST_DAYS / 365 + 1) * 4,
  month: (MOST_DAYS / 365 + 1) * 12,
  week: MOST_DAYS / 7,
  day: MOST_DAYS,
  hour: MOST_DAYS * 24,
  minute: MOST_DAYS * 24 * 60,
  second: MOST_DAYS * 24 * 3600,
  millisecond: Infinity,
};

function shift(name: string, direction: number): Operator {
  return (operand, compile) => {
    const parts = compiledArguments(name, operand, compile, ['timezone'], {
      object: 'Location5166400',
      unknown: 'Location5166401',
      missing: { startDate: 'Location5166402', unit: 'Location5166402', amount: 'Location5166402' },
    });
    return (scope) => {
      const [start, unit, amount] = [parts.startDate!(scope), parts.unit!(scope), parts.amount!(scope)];
      if (isNullish(start) || isNullish(unit) || isNullish(amount)) return null;
      const zone = zoneIn(parts.timezone, scope);
      if (zone === null) return null;
      const date = dateIn(name, start, 'Location5166403');
      const kind = unitIn(name, unit, 'Location5166404', 'FailedToParse');
      const number = integerIn(amount);
      if (number === undefined)
        throw new CommandError('Location5166405', `${name} expects integer amount of time units`);
      if (Math.abs(number) >= MOST[kind])
        throw new CommandError('Location5976500', `invalid dateAdd 'amount' parameter value: ${number} ${kind}`);
      return addUnits(date, kind, direction * number, zone);
    };
  };
}

const $dateDiff: Operator = (operand, compile) => {
  const parts = compiledArguments('$dateDiff', operand, compile, ['timezone', 'startOfWeek'], {
    object: 'Location5166301',
    unknown: 'Location5166302',
    missing: { startDate: 'Location5166303', endDate: 'Location5166304', unit: 'Location5166305' },
  });
  return (scope) => {
    const [start, end, unit] = [parts.startDate!(scope), parts.endDate!(scope), parts.unit!(scope)];
    if (isNullish(start) || isNullish(end) || isNullish(unit)) return null;
    const zone = zoneIn(parts.timezone, scope);
    if (zone === null) return null;
    const [from, to] = [dateIn('$dateDiff', start, 'Location5166307'), dateIn('$dateDiff', end, 'Location5166307')];
    const kind = unitIn('$dateDiff', unit, 'Location5439013', 'Location5439014');
    const first = startOfWeekIn('$dateDiff', kind, parts.startOfWeek, scope);
    return first === null ? null : Long.fromNumber(unitsBetween(from, to, kind, zone, first));
  };
};

const $dateTrunc: Operator = (operand, compile) => {
  const parts = compiledArguments('$dateTrunc', operand, compile, ['binSize', 'timezone', 'startOfWeek'], {
    object: 'Location5439007',
    unknown: 'Location5439008',
    missing: { date: 'Location5439009', unit: 'Location5439010' },
  });
  return (scope) => {
    const [value, unit] = [parts.date!(scope), parts.unit!(scope)];
    const bin = parts.binSize ? parts.binSize(scope) : 1;
    if (isNullish(value) || isNullish(unit) || isNullish(bin)) return null;
    const zone = zoneIn(parts.timezone, scope);
    if (zone === null) return null;
    const date = dateIn('$dateTrunc', value, 'Location5439012');
    const kind = unitIn('$dateTrunc', unit, 'Location5439013', 'Location5439014');
    const size = integerIn(bin);
    if (size === undefined) {
      throw new CommandError(
        'Location5439017',
        `$dateTrunc requires 'binSize' to be a 64-bit integer, but got value of type ${typeName(bin)}`,
      );
    }
    if (size < 1) {
      throw new CommandError(
        'Location5439018',
        `$dateTrunc requires 'binSize' to be greater than 0, but got value ${size}`,
      );
    }
    const first = startOfWeekIn('$dateTrunc', kind, parts.startOfWeek, scope);
    return first === null ? null : binStart(date, kind, size, zone, first);
  };
};

/** Dates and lengths of time. */
export const dateArithmeticOperators: Record<string, Operator> = {
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff,
  $dateTrunc,
};
