import { Decimal128 } from 'bson';
import { decimalFrom, rescaled } from '../bson/decimal.js';
import { dateOverflow } from '../bson/decode.js';
import type { Numeric } from '../bson/numbers.js';
import { toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';

/** A moment in a time zone, taken apart. */
export interface CalendarParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The date of a number of milliseconds. @throws CommandError Overflow  no JavaScript date reaches so far */
export function dateAt(milliseconds: number): Date {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw dateOverflow();
  return date;
}

/** The date some milliseconds later, or earlier: halves of one are rounded away from zero, a decimal's to even. */
export function shiftedDate(date: Date, by: Numeric, direction: 1n | -1n): Date {
  const milliseconds = wholeMilliseconds(by);
  if (milliseconds === undefined || milliseconds < -(2n ** 63n) || milliseconds >= 2n ** 63n)
    throw new CommandError('Overflow', 'date overflow');
  return dateAt(Number(BigInt(date.getTime()) + direction * milliseconds));
}

function wholeMilliseconds(by: Numeric): bigint | undefined {
  if (by instanceof Decimal128) {
    const decimal = decimalFrom(by);
    if (decimal.kind !== 'finite' || decimal.exponent > 40) return undefined;
    const { negative, digits } = rescaled(decimal, 0, 'half-even');
    return negative ? -digits : digits;
  }
  if (typeof by === 'object' && by._bsontype === 'Long') return by.toBigInt();
  const double = toDouble(by);
  if (!Number.isFinite(double)) return undefined;
  const size = Math.abs(double);
  // adding a half would carry an odd number beyond 2^52 too far
  const rounded = Math.trunc(size) + (size - Math.trunc(size) >= 0.5 ? 1 : 0);
  return BigInt(double < 0 ? -rounded : rounded);
}

/** True for the zone whose times are written with a Z: UTC, or an offset of nothing. */
export function isUtc(zone: string | undefined): boolean {
  return zone === undefined || zone === 'UTC' || zone === 'Z' || /^[+-]00:?(00)?$/.test(zone);
}

/** Milliseconds that a zone is ahead of UTC at a moment: an offset such as `+02:00`, or a name of the Olson database. */
export function offsetOf(zone: string | undefined, at: Date): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * HOUR_MS + Number(offset[3] ?? 0) * MINUTE_MS);
  // before they were unified, zones kept the mean time of a town, to the second
  const name =
    formatOf(zone)
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (!found) return 0;
  const size = Number(found[2]) * HOUR_MS + Number(found[3]) * MINUTE_MS + Number(found[4] ?? 0) * 1000;
  return found[1] === '-' ? -size : size;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      throw new CommandError('Location40485', `unrecognized time zone identifier: "${zone}"`);
    }
    formats.set(zone, format);
  }
  return format;
}

/** The moment moved so that its UTC fields read as the clock of the zone does. */
export function toZone(date: Date, zone: string | undefined): Date {
  return dateAt(date.getTime() + offsetOf(zone, date));
}

/**
 * The moment at which the clock of the zone reads these UTC fields.
 *
 * A time that the clock skips is as much later as it skips: 02:30 becomes 03:30. Of a time that it reads twice, the
 * first is taken west of Greenwich and the second east of it.
 */
export function fromZone(local: Date, zone: string | undefined): Date {
  const time = local.getTime();
  const near = offsetOf(zone, local);
  const offset = offsetOf(zone, dateAt(time - near));
  if (offset === near || offsetOf(zone, dateAt(time - offset)) === offset) return dateAt(time - offset);
  return dateAt(time - Math.min(near, offset));
}

/** The moment of these parts, which may run over: month 13 is January of the next year. */
export function dateOf({ year, month, day, hour, minute, second, millisecond }: CalendarParts): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return dateAt(date.getTime() + hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + millisecond);
}

/** The day of a week of ISO 8601, which may run over too. */
export function dateOfIsoWeek(year: number, week: number, weekday: number): Date {
  const fourth = dateOf({ year, month: 1, day: 4, hour: 0, minute: 0, second: 0, millisecond: 0 });
  return dateAt(fourth.getTime() + ((week - 1) * 7 + weekday - (fourth.getUTCDay() || 7)) * DAY_MS);
}

/** Day of the year, from 1. */
export function dayOfYear(local: Date): number {
  const first = new Date(0);
  first.setUTCFullYear(local.getUTCFullYear(), 0, 1);
  return Math.floor((local.getTime() - first.getTime()) / DAY_MS) + 1;
}

/** Week of the year by Sundays: 0 before the first Sunday. */
export function weekOfYear(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

/** Year and week of ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. */
export function isoWeek(local: Date): { year: number; week: number } {
  const weekday = local.getUTCDay() || 7;
  const thursday = dateAt(local.getTime() + (4 - weekday) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}
