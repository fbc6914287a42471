import { Long, ObjectId, Timestamp } from 'bson';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { isDoc, typeName, UndefinedValue } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { CalendarParts, Unit } from '../calendar.js';
import {
  addUnits,
  dateOf,
  dayOfYear,
  fromZone,
  isoWeek,
  offsetOf,
  toZone,
  unitNumber,
  UNITS,
  unitStart,
  weekdayNumber,
  weekOfYear,
} from '../calendar.js';
import { formatted } from '../date-format.js';
import type { Evaluate, Scope } from '../expression.js';
import type { Operator } from '../operators.js';
import { named } from '../operators.js';
import { parsedDate } from './conversion.js';

const isNullish = (value: Value | undefined): value is null | undefined =>
  value === undefined || value === null || value instanceof UndefinedValue;

function dateIn(name: string, value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  throw new CommandError('Location16006', `can't convert from BSON type ${typeName(value)} to Date in ${name}`);
}

function zoneIn(evaluate: Evaluate | undefined, scope: Scope): string | null | undefined {
  if (!evaluate) return undefined;
  const zone = evaluate(scope);
  if (isNullish(zone)) return null;
  if (typeof zone !== 'string')
    throw new CommandError('Location40517', `timezone must evaluate to a string, found ${typeName(zone)}`);
  return zone;
}

function unitIn(name: string, value: Value | undefined): Unit {
  if (!UNITS.includes(value as Unit))
    throw new CommandError('Location5439014', `${name} has an unknown time unit value: ${String(value)}`);
  return value as Unit;
}

/** `{ $year: date }` or `{ $year: { date, timezone } }`. */
function part(name: string, read: (local: Date) => Value): Operator {
  return (operand, compile) => {
    const whole = Array.isArray(operand) && operand.length === 1 ? operand[0]! : operand;
    const byName = isDoc(whole) && 'date' in whole;
    const parts = byName
      ? named(name, whole, compile, ['date', 'timezone'], ['date'])
      : { date: compile(whole), timezone: undefined };
    return (scope) => {
      const value = parts.date!(scope);
      const zone = zoneIn(parts.timezone, scope);
      if (isNullish(value) || zone === null) return null;
      return read(toZone(dateIn(name, value), zone));
    };
  };
}

const $dateToString: Operator = (operand, compile) => {
  const parts = named('$dateToString', operand, compile, ['date', 'format', 'timezone', 'onNull'], ['date']);
  return (scope) => {
    const value = parts.date!(scope);
    const zone = zoneIn(parts.timezone, scope);
    if (isNullish(value)) return parts.onNull ? parts.onNull(scope) : null;
    const format = parts.format ? parts.format(scope) : zone ? '%Y-%m-%dT%H:%M:%S.%L' : '%Y-%m-%dT%H:%M:%S.%LZ';
    if (isNullish(format) || zone === null) return null;
    if (typeof format !== 'string')
      throw new CommandError('Location18533', "$dateToString requires that 'format' be a string");
    const date = dateIn('$dateToString', value);
    return formatted(toZone(date, zone), format, offsetOf(zone, date));
  };
};

const $dateToParts: Operator = (operand, compile) => {
  const parts = named('$dateToParts', operand, compile, ['date', 'timezone'], ['date']);
  return (scope) => {
    const value = parts.date!(scope);
    const zone = zoneIn(parts.timezone, scope);
    if (isNullish(value) || zone === null) return null;
    const local = toZone(dateIn('$dateToParts', value), zone);
    return {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
      millisecond: local.getUTCMilliseconds(),
    };
  };
};

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;

const $dateFromParts: Operator = (operand, compile) => {
  const parts = named('$dateFromParts', operand, compile, [...PARTS, 'timezone'], ['year']);
  return (scope) => {
    const made: CalendarParts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
    for (const name of PARTS) {
      if (!parts[name]) continue;
      const value = parts[name]!(scope);
      if (isNullish(value)) return null;
      const number = isNumeric(value) ? toDouble(value) : NaN;
      if (!Number.isInteger(number))
        throw new CommandError('Location40515', `'${name}' must evaluate to an integer, found ${typeName(value)}`);
      made[name] = number;
    }
    const zone = zoneIn(parts.timezone, scope);
    return zone === null ? null : fromZone(dateOf(made), zone);
  };
};

const $dateFromString: Operator = (operand, compile) => {
  if (isDoc(operand) && operand.format !== undefined) {
    throw new CommandError('BadValue', "$dateFromString with 'format' is not supported by this server");
  }
  const parts = named(
    '$dateFromString',
    operand,
    compile,
    ['dateString', 'timezone', 'onError', 'onNull'],
    ['dateString'],
  );
  return (scope) => {
    const value = parts.dateString!(scope);
    if (isNullish(value)) return parts.onNull ? parts.onNull(scope) : null;
    const zone = zoneIn(parts.timezone, scope);
    if (zone === null) return null;
    try {
      if (typeof value !== 'string')
        throw new CommandError(
          'ConversionFailure',
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(value)}`,
        );
      const date = parsedDate(value);
      return zone === undefined ? date : fromZone(date, zone);
    } catch (error) {
      if (parts.onError && error instanceof CommandError && error.codeName === 'ConversionFailure')
        return parts.onError(scope);
      throw error;
    }
  };
};

function shift(name: string, direction: number): Operator {
  return (operand, compile) => {
    const parts = named(
      name,
      operand,
      compile,
      ['startDate', 'unit', 'amount', 'timezone'],
      ['startDate', 'unit', 'amount'],
    );
    return (scope) => {
      const [start, unit, amount] = [parts.startDate!(scope), parts.unit!(scope), parts.amount!(scope)];
      const zone = zoneIn(parts.timezone, scope);
      if (isNullish(start) || isNullish(unit) || isNullish(amount) || zone === null) return null;
      const number = isNumeric(amount) ? toDouble(amount) : NaN;
      if (!Number.isInteger(number))
        throw new CommandError('Location5166405', `${name} expects integer amount of time units`);
      return addUnits(dateIn(name, start), unitIn(name, unit), direction * number, zone);
    };
  };
}

const $dateDiff: Operator = (operand, compile) => {
  const parts = named(
    '$dateDiff',
    operand,
    compile,
    ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'],
    ['startDate', 'endDate', 'unit'],
  );
  return (scope) => {
    const [start, end, unit] = [parts.startDate!(scope), parts.endDate!(scope), parts.unit!(scope)];
    const zone = zoneIn(parts.timezone, scope);
    if (isNullish(start) || isNullish(end) || isNullish(unit) || zone === null) return null;
    const first = weekdayNumber(String(parts.startOfWeek?.(scope) ?? 'sunday'));
    const number = (value: Value) =>
      unitNumber(toZone(dateIn('$dateDiff', value), zone), unitIn('$dateDiff', unit), first);
    return Long.fromNumber(number(end) - number(start));
  };
};

const $dateTrunc: Operator = (operand, compile) => {
  const parts = named(
    '$dateTrunc',
    operand,
    compile,
    ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'],
    ['date', 'unit'],
  );
  return (scope) => {
    const [value, unit] = [parts.date!(scope), parts.unit!(scope)];
    const zone = zoneIn(parts.timezone, scope);
    const bin = parts.binSize ? parts.binSize(scope) : 1;
    if (isNullish(value) || isNullish(unit) || isNullish(bin) || zone === null) return null;
    const size = isNumeric(bin) ? toDouble(bin) : NaN;
    if (!Number.isInteger(size) || size < 1)
      throw new CommandError('Location5439017', '$dateTrunc requires a positive integer binSize');
    const first = weekdayNumber(String(parts.startOfWeek?.(scope) ?? 'sunday'));
    const kind = unitIn('$dateTrunc', unit);
    const number = unitNumber(toZone(dateIn('$dateTrunc', value), zone), kind, first);
    return fromZone(unitStart(Math.floor(number / size) * size, kind, first), zone);
  };
};

/** Dates. */
export const dateOperators: Record<string, Operator> = {
  $year: part('$year', (local) => local.getUTCFullYear()),
  $month: part('$month', (local) => local.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (local) => local.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (local) => local.getUTCDay() + 1),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $hour: part('$hour', (local) => local.getUTCHours()),
  $minute: part('$minute', (local) => local.getUTCMinutes()),
  $second: part('$second', (local) => local.getUTCSeconds()),
  $millisecond: part('$millisecond', (local) => local.getUTCMilliseconds()),
  $week: part('$week', weekOfYear),
  $isoWeek: part('$isoWeek', (local) => isoWeek(local).week),
  $isoWeekYear: part('$isoWeekYear', (local) => Long.fromNumber(isoWeek(local).year)),
  $isoDayOfWeek: part('$isoDayOfWeek', (local) => local.getUTCDay() || 7),
  $dateToString,
  $dateToParts,
  $dateFromParts,
  $dateFromString,
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff,
  $dateTrunc,
};
