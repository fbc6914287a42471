import { typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { dateAt, dateOf, dateOfIsoWeek, fromZone, isoWeek, toZone } from '../calendar.js';
import type { Evaluate, Scope } from '../expression.js';
import type { Operator } from '../operators.js';
import { compiledArguments, dateIn, integerIn, zoneIn } from './arguments.js';

const $dateToParts: Operator = (operand, compile) => {
  const parts = compiledArguments('$dateToParts', operand, compile, ['timezone', 'iso8601'], {
    object: 'Location40524',
    unknown: 'Location40520',
    missing: { date: 'Location40522' },
  });
  return (scope) => {
    const value = parts.date!(scope);
    const zone = zoneIn(parts.timezone, scope);
    if (zone === null) return null;
    const iso = parts.iso8601 ? parts.iso8601(scope) : false;
    if (isNullish(iso)) return null;
    if (typeof iso !== 'boolean')
      throw new CommandError('Location40521', `iso8601 must evaluate to a bool, found ${typeName(iso)}`);
    if (isNullish(value)) return null;
    const local = toZone(dateIn('$dateToParts', value), zone);
    return { ...(iso ? isoDay(local) : day(local)), ...clock(local) };
  };
};

const day = (local: Date) => ({
  year: local.getUTCFullYear(),
  month: local.getUTCMonth() + 1,
  day: local.getUTCDate(),
});

function isoDay(local: Date) {
  const { year, week } = isoWeek(local);
  return { isoWeekYear: year, isoWeek: week, isoDayOfWeek: local.getUTCDay() || 7 };
}

const clock = (local: Date) => ({
  hour: local.getUTCHours(),
  minute: local.getUTCMinutes(),
  second: local.getUTCSeconds(),
  millisecond: local.getUTCMilliseconds(),
});

const DAY_PARTS = ['year', 'month', 'day'] as const;
const ISO_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
const CLOCK_PARTS = ['hour', 'minute', 'second', 'millisecond'] as const;
const START_OF_YEAR = { month: 1, day: 1, isoWeek: 1, isoDayOfWeek: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
type PartName = keyof typeof START_OF_YEAR | 'year' | 'isoWeekYear';

/** Seconds, milliseconds and years have bounds of their own. */
const OF_16_BITS: readonly string[] = ['month', 'day', 'isoWeek', 'isoDayOfWeek', 'hour', 'minute'];

const $dateFromParts: Operator = (operand, compile) => {
  const parts = compiledArguments(
    '$dateFromParts',
    operand,
    compile,
    [...DAY_PARTS, ...ISO_PARTS, ...CLOCK_PARTS, 'timezone'],
    { object: 'Location40519', unknown: 'Location40518', missing: {} },
  );
  if (!parts.year && !parts.isoWeekYear) {
    throw new CommandError('Location40516', "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  if (parts.year && ISO_PARTS.some((name) => parts[name]))
    throw new CommandError('Location40489', '$dateFromParts does not allow mixing natural dates with ISO dates');
  if (parts.isoWeekYear && DAY_PARTS.some((name) => parts[name]))
    throw new CommandError('Location40525', '$dateFromParts does not allow mixing ISO dates with natural dates');
  const names: readonly PartName[] = [...CLOCK_PARTS, ...(parts.year ? DAY_PARTS : ISO_PARTS)];
  return (scope) => {
    const made = { ...START_OF_YEAR, year: 0, isoWeekYear: 0 };
    let zone: string | null | undefined;
    for (const name of names) {
      if (name === 'year' || name === 'isoWeekYear') zone = zoneIn(parts.timezone, scope);
      if (zone === null) return null;
      const value = partIn(name, parts[name], scope);
      if (value === null) return null;
      if (value !== undefined) made[name] = value;
    }
    checkYear(parts.year ? made.year : made.isoWeekYear, parts.year ? 'year' : 'isoWeekYear');
    if (parts.year) return fromZone(dateOf(made), zone ?? undefined);
    const start = dateOfIsoWeek(made.isoWeekYear, made.isoWeek, made.isoDayOfWeek);
    const time = dateOf({ ...made, year: 1970, month: 1, day: 1 }).getTime();
    return fromZone(dateAt(start.getTime() + time), zone ?? undefined);
  };
};

/** The number of a part; nothing when it is not asked for, null when the answer is to be null. */
function partIn(name: PartName, evaluate: Evaluate | undefined, scope: Scope): number | null | undefined {
  if (!evaluate) return undefined;
  const value = evaluate(scope);
  if (isNullish(value)) return null;
  const number = integerIn(value);
  if (number === undefined)
    throw new CommandError('Location40515', `'${name}' must evaluate to an integer, found ${typeName(value)}`);
  if (OF_16_BITS.includes(name) && (number < -32768 || number > 32767)) {
    throw new CommandError(
      'Location31034',
      `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
    );
  }
  return number;
}

function checkYear(year: number, name: 'year' | 'isoWeekYear'): void {
  if (year >= 1 && year <= 9999) return;
  throw new CommandError(
    name === 'year' ? 'Location40523' : 'Location31095',
    `'${name}' must evaluate to an integer in the range 1 to 9999, found ${year}`,
  );
}

/** Dates taken apart and put together. */
export const datePartOperators: Record<string, Operator> = { $dateToParts, $dateFromParts };
