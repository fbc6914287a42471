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

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that a zone is ahead of UTC at a moment: an offset such as `+02:00`, or a name of the Olson database. */
export function offsetOf(zone: string | undefined, at: Date): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      throw new CommandError('Location40485', `unrecognized time zone identifier: "${zone}"`);
    }
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const found = /([+-])(\d{2}):(\d{2})/.exec(name);
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}

/** The moment moved so that its UTC fields read as the clock of the zone does. */
export function toZone(date: Date, zone: string | undefined): Date {
  return new Date(date.getTime() + offsetOf(zone, date) * 60_000);
}

/** The moment at which the clock of the zone reads these UTC fields. */
export function fromZone(local: Date, zone: string | undefined): Date {
  const guess = new Date(local.getTime() - offsetOf(zone, local) * 60_000);
  return new Date(local.getTime() - offsetOf(zone, guess) * 60_000);
}

/** The moment of these parts, which may run over: month 13 is January of the next year. */
export function dateOf({ year, month, day, hour, minute, second, millisecond }: CalendarParts): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date;
}

/** Day of the year, from 1. */
export function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

/** Week of the year by Sundays: 0 before the first Sunday. */
export function weekOfYear(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

/** Year and week of ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. */
export function isoWeek(local: Date): { year: number; week: number } {
  const weekday = local.getUTCDay() || 7;
  const thursday = new Date(local.getTime() + (4 - weekday) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

export const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type Unit = (typeof UNITS)[number];

const UNIT_MS: Readonly<Partial<Record<Unit, number>>> = {
  week: 7 * DAY_MS,
  day: DAY_MS,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

/** Adds units on the clock of a zone; the day is cut to the length of the month it falls into. */
export function addUnits(date: Date, unit: Unit, amount: number, zone: string | undefined): Date {
  if (unit === 'year' || unit === 'quarter' || unit === 'month') {
    const local = toZone(date, zone);
    const months = amount * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1);
    const day = local.getUTCDate();
    const moved = new Date(local);
    moved.setUTCDate(1);
    moved.setUTCMonth(moved.getUTCMonth() + months);
    const length = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
    moved.setUTCDate(Math.min(day, length));
    return fromZone(moved, zone);
  }
  if (unit === 'week' || unit === 'day') {
    return fromZone(new Date(toZone(date, zone).getTime() + amount * UNIT_MS[unit]!), zone);
  }
  return new Date(date.getTime() + amount * UNIT_MS[unit]!);
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The number of a weekday, Sunday being 0. */
export function weekdayNumber(name: string): number {
  const number = WEEKDAYS.indexOf(name.toLowerCase().slice(0, 3));
  if (number < 0) throw new CommandError('Location5439015', `unknown day of week value: ${name}`);
  return number;
}

/** How many units a moment is after the year 2000 began, whole bins of `size` counted. */
export function unitNumber(local: Date, unit: Unit, startOfWeek: number): number {
  const year = local.getUTCFullYear() - 2000;
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return year * 4 + Math.floor(local.getUTCMonth() / 3);
    case 'month':
      return year * 12 + local.getUTCMonth();
    case 'week': {
      const days = Math.floor((local.getTime() - Date.UTC(2000, 0, 1)) / DAY_MS);
      // 1 January 2000 was a Saturday
      return Math.floor((days + ((6 - startOfWeek + 7) % 7)) / 7);
    }
    default:
      return Math.floor((local.getTime() - Date.UTC(2000, 0, 1)) / UNIT_MS[unit]!);
  }
}

/** The moment at which a unit of this number begins. */
export function unitStart(number: number, unit: Unit, startOfWeek: number): Date {
  const start = Date.UTC(2000, 0, 1);
  switch (unit) {
    case 'year':
      return dateOf({ year: 2000 + number, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 });
    case 'quarter':
      return dateOf({ year: 2000, month: 1 + number * 3, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 });
    case 'month':
      return dateOf({ year: 2000, month: 1 + number, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 });
    case 'week':
      return new Date(start + (number * 7 - ((6 - startOfWeek + 7) % 7)) * DAY_MS);
    default:
      return new Date(start + number * UNIT_MS[unit]!);
  }
}
