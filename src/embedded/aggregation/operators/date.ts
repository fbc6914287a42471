import { Long, Timestamp } from 'bson';
import type { Value } from '../../bson/values.js';
import { isDoc, typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { dayOfYear, isoWeek, offsetOf, toZone, weekOfYear } from '../calendar.js';
import { formatted, ISO_FORMAT } from '../date-format.js';
import { ConversionFailure, dateFromText } from '../date-text.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { compiledArguments, dateAndZone, dateIn, zoneIn } from './arguments.js';

/** `{ $year: date }` or `{ $year: { date, timezone } }`. */
function part(name: string, read: (local: Date) => Value): Operator {
  return (operand, compile) => {
    const parts = dateAndZone(name, operand, compile);
    return (scope) => {
      const value = parts.date!(scope);
      if (isNullish(value)) return null;
      const zone = zoneIn(parts.timezone, scope);
      return zone === null ? null : read(toZone(dateIn(name, value), zone));
    };
  };
}

const $dateToString: Operator = (operand, compile) => {
  const parts = compiledArguments('$dateToString', operand, compile, ['format', 'timezone', 'onNull'], {
    object: 'Location18629',
    unknown: 'Location18534',
    missing: { date: 'Location18628' },
  });
  return (scope) => {
    const value = parts.date!(scope);
    const given = parts.format?.(scope);
    const format = isNullish(given) ? undefined : given;
    if (format !== undefined && typeof format !== 'string') {
      throw new CommandError(
        'Location18533',
        `$dateToString requires that 'format' be a string, found: ${typeName(format)}`,
      );
    }
    const zone = zoneIn(parts.timezone, scope);
    if (isNullish(value)) return parts.onNull ? parts.onNull(scope) : null;
    if (zone === null || (parts.format && format === undefined)) return null;
    const date = dateIn('$dateToString', value);
    // the Z is there whatever the zone is, until MongoDB 7.1
    return formatted(toZone(date, zone), format ?? ISO_FORMAT, offsetOf(zone, date));
  };
};

const $dateFromString: Operator = (operand, compile) => {
  if (isDoc(operand) && operand.format !== undefined) {
    throw new CommandError('BadValue', "$dateFromString with 'format' is not supported by this server");
  }
  const parts = compiledArguments('$dateFromString', operand, compile, ['timezone', 'onError', 'onNull'], {
    object: 'Location40540',
    unknown: 'Location40541',
    missing: { dateString: 'Location40542' },
  });
  return (scope) => {
    const value = parts.dateString!(scope);
    const zone = zoneIn(parts.timezone, scope);
    // an unknown zone is refused whatever there is to read
    if (zone) offsetOf(zone, new Date(0));
    if (isNullish(value)) return parts.onNull ? parts.onNull(scope) : null;
    try {
      if (typeof value !== 'string') {
        throw new ConversionFailure(
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(value)}`,
        );
      }
      return zone === null ? null : dateFromText(value, zone);
    } catch (error) {
      if (parts.onError && error instanceof ConversionFailure) return parts.onError(scope);
      throw error;
    }
  };
};

function ofTimestamp(
  name: string,
  code: 'Location5687301' | 'Location5687302',
  read: (value: Timestamp) => number,
): Operator {
  return over(name, 1, 1, (value) => {
    if (isNullish(value)) return null;
    if (value instanceof Timestamp) return Long.fromNumber(read(value));
    throw new CommandError(code, `Argument to ${name} must be a timestamp, but is ${typeName(value)}`);
  });
}

/** Dates and their parts. */
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
  $dateFromString,
  $tsSecond: ofTimestamp('$tsSecond', 'Location5687301', (value) => value.t),
  $tsIncrement: ofTimestamp('$tsIncrement', 'Location5687302', (value) => value.i),
};
