import { CommandError } from '../command-error.js';
import { dayOfYear, isoWeek, weekOfYear } from './calendar.js';

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** How dates are written where nothing else is said. */
export const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

function fourDigits(year: number): string {
  if (year < 0 || year > 9999) {
    throw new CommandError('Location18537', `$dateToString is only defined on year 0-9999, tried to use year ${year}`);
  }
  return pad(year, 4);
}

/** A moment as text; `local` reads as the clock of the zone does, `ahead` is what that is ahead, in milliseconds. */
export function formatted(local: Date, format: string, ahead: number): string {
  const offset = Math.trunc(ahead / 60_000);
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    switch (letter) {
      case 'Y':
        return fourDigits(local.getUTCFullYear());
      case 'm':
        return pad(local.getUTCMonth() + 1, 2);
      case 'd':
        return pad(local.getUTCDate(), 2);
      case 'H':
        return pad(local.getUTCHours(), 2);
      case 'M':
        return pad(local.getUTCMinutes(), 2);
      case 'S':
        return pad(local.getUTCSeconds(), 2);
      case 'L':
        return pad(local.getUTCMilliseconds(), 3);
      case 'j':
        return pad(dayOfYear(local), 3);
      case 'w':
        return String(local.getUTCDay() + 1);
      case 'u':
        return String(local.getUTCDay() || 7);
      case 'U':
        return pad(weekOfYear(local), 2);
      case 'G':
        return fourDigits(isoWeek(local).year);
      case 'V':
        return pad(isoWeek(local).week, 2);
      case 'b':
        return MONTHS[local.getUTCMonth()]!.slice(0, 3);
      case 'B':
        return MONTHS[local.getUTCMonth()]!;
      case 'z':
        return `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`;
      case 'Z':
        return String(offset);
      case '%':
        return '%';
      case '':
        throw new CommandError('Location18535', "Unmatched '%' at end of format string");
      default:
        throw new CommandError('Location18536', `Invalid format character '%${letter}' in format string`);
    }
  });
}
