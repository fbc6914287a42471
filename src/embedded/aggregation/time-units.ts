import { CommandError } from '../command-error.js';
import { dateAt, fromZone, offsetOf, toZone } from './calendar.js';

export const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type Unit = (typeof UNITS)[number];

const DAY_MS = 86_400_000;
const SIZE_MS = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 } as const;
type ClockUnit = keyof typeof SIZE_MS;
const MONTHS = { year: 12, quarter: 3, month: 1 } as const;
type MonthUnit = keyof typeof MONTHS;

const isClockUnit = (unit: Unit): unit is ClockUnit => unit in SIZE_MS;
const isMonthUnit = (unit: Unit): unit is MonthUnit => unit in MONTHS;

/** Adds units on the clock of a zone; the day is cut to the length of the month it falls into. */
export function addUnits(date: Date, unit: Unit, amount: number, zone: string | undefined): Date {
  if (isClockUnit(unit)) return dateAt(date.getTime() + amount * SIZE_MS[unit]);
  const local = toZone(date, zone);
  if (isMonthUnit(unit)) return fromZone(addMonths(local, amount * MONTHS[unit]), zone);
  return fromZone(dateAt(local.getTime() + amount * (unit === 'week' ? 7 : 1) * DAY_MS), zone);
}

function addMonths(local: Date, months: number): Date {
  const day = local.getUTCDate();
  const moved = new Date(local);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(moved);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  moved.setUTCDate(Math.min(day, last.getUTCDate()));
  return dateAt(moved.getTime());
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The number of a weekday, Sunday being 0; -1 when nobody calls one so. */
export function weekdayNumber(name: string): number {
  const lower = name.toLowerCase();
  return WEEKDAYS.findIndex((day) => day === lower || day.slice(0, 3) === lower);
}

/** Days since 1970 on the clock of a zone. */
const dayNumber = (local: Date) => Math.floor(local.getTime() / DAY_MS);

/** How many units of the calendar, a day or longer, lie between a day and the beginning of 1970. */
function calendarNumber(local: Date, unit: Exclude<Unit, ClockUnit>, startOfWeek: number): number {
  if (isMonthUnit(unit)) {
    return Math.floor(((local.getUTCFullYear() - 1970) * 12 + local.getUTCMonth()) / MONTHS[unit]);
  }
  // 1 January 1970 was a Thursday
  return unit === 'day' ? dayNumber(local) : Math.floor((dayNumber(local) + ((4 - startOfWeek + 7) % 7)) / 7);
}

/**
 * How many borders of a unit lie between two moments.
 *
 * Days and what is longer begin when the clock of the zone says so; hours and what is shorter have the same length
 * everywhere, so that a change of the clock is not counted.
 */
export function unitsBetween(
  start: Date,
  end: Date,
  unit: Unit,
  zone: string | undefined,
  startOfWeek: number,
): number {
  if (unit === 'millisecond') return end.getTime() - start.getTime();
  const [from, to] = [toZone(start, zone), toZone(end, zone)];
  if (!isClockUnit(unit)) return calendarNumber(to, unit, startOfWeek) - calendarNumber(from, unit, startOfWeek);
  const size = SIZE_MS[unit];
  const change = Math.trunc((offsetOf(zone, start) - offsetOf(zone, end)) / size);
  return Math.floor(to.getTime() / size) - Math.floor(from.getTime() / size) + change;
}

const MILLENNIUM = Date.UTC(2000, 0, 1);

/**
 * The beginning of the bin that a moment falls into: bins of `size` units are counted from 1 January 2000 on the clock
 * of the zone, those of weeks from the first day of a week on or after it.
 */
export function binStart(date: Date, unit: Unit, size: number, zone: string | undefined, startOfWeek: number): Date {
  // 1 January 2000 was a Saturday
  const wait = unit === 'week' ? (startOfWeek - 6 + 7) % 7 : 0;
  const reference = fromZone(dateAt(MILLENNIUM + wait * DAY_MS), zone);
  if (isClockUnit(unit)) {
    const length = size * SIZE_MS[unit];
    if (length >= 2 ** 63) throw new CommandError('Location5439002', 'dateTrunc overflowed');
    return dateAt(date.getTime() - distance(date.getTime() - reference.getTime(), length));
  }
  if (size > 100_000_000_000) throw new CommandError('Location5439006', 'dateTrunc unsupported binSize value');
  const units = unitsBetween(reference, date, unit, zone, startOfWeek);
  return addUnits(reference, unit, units - distance(units, size), zone);
}

/** How far a number is above the next lower multiple of a size. */
const distance = (value: number, size: number) => ((value % size) + size) % size;
