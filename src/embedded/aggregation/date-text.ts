import { CommandError } from '../command-error.js';
import { dateAt, fromZone, isUtc } from './calendar.js';

/** What `$convert` and `$dateFromString` answer with `onError` instead. */
export class ConversionFailure extends CommandError {
  constructor(message: string) {
    super('ConversionFailure', message);
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** The forms of a day, each with the places of year, month and day among its groups. */
const DAYS: readonly [RegExp, readonly [number, number, number]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})/, [1, 2, 3]],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})/, [1, 2, 3]],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, [3, 1, 2]],
  [/^(\d{1,2})[.-](\d{1,2})[.-](\d{4})/, [3, 2, 1]],
  [new RegExp(`^${MONTH}[ .-]*(\\d{1,2})(?:st|nd|rd|th)?[, ]+(\\d{4})`, 'i'), [3, 1, 2]],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ .-]*${MONTH}[ .,-]*(\\d{4})`, 'i'), [3, 2, 1]],
];

/** A time with colons, or as in 20180327T165851. */
const TIME = /^(?:[ t]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|t(\d{2})(\d{2})(\d{2})?)?/i;
const ZONE = /^ *(?:z|(?:utc|gmt)? *(?:([+-])(\d{1,2}):?(\d{2})?)?)$/i;

/**
 * Reads a date from text.
 *
 * Of what MongoDB's parser takes this one takes the days 2018-03-20, 2018-3-2, 2018/03/20, 20180320, 12/31/2018,
 * 20.03.2018, March 20, 2018 and 20 March 2018, then a time such as 11:00, 11:00:06, 11:00:06.123 or T110006, then Z,
 * UTC, GMT or an offset. Nothing is taken for more than it says: other text is refused.
 *
 * @param zone where the clock stood when the text names no zone; UTC when there is none
 * @throws ConversionFailure  it is no such text, no such day, or names a zone although one is given
 */
export function dateFromText(text: string, zone?: string): Date {
  const whole = text.trim();
  const day = DAYS.map(([form, places]) => dayIn(form.exec(whole), places)).find((found) => found !== undefined);
  const time = day && TIME.exec(whole.slice(day.length));
  const rest = time && ZONE.exec(whole.slice(day.length + time[0].length));
  // a day with -05 after it might as well be half of another form
  if (!rest || (!time[0] && /^[+-]/.test(rest[0]))) throw new ConversionFailure(`Error parsing date string '${text}'`);
  const local = day.start + clockOf(text, time);
  if (rest[0] === '') return fromZone(dateAt(local), zone);
  if (!isUtc(zone)) {
    throw new ConversionFailure(
      `you cannot pass in a date/time string with time zone information ('${rest[0].trim()}') together with a timezone argument`,
    );
  }
  return dateAt(local - offsetIn(rest));
}

function dayIn(match: RegExpExecArray | null, [year, month, day]: readonly [number, number, number]) {
  if (!match) return undefined;
  const name = match[month]!.toLowerCase();
  const number = /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3)) + 1;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[year]), number - 1, Number(match[day]));
  // 30 February is no day, not the 1st of March
  if (date.getUTCMonth() !== number - 1 || date.getUTCDate() !== Number(match[day])) return undefined;
  return { start: date.getTime(), length: match[0].length };
}

function clockOf(text: string, time: RegExpExecArray): number {
  const [hour = '0', minute = '0', second = '0', fraction = ''] = time[5] ? time.slice(5) : time.slice(1, 5);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw new ConversionFailure(`Error parsing date string '${text}'; the parsed time was invalid`);
  return (
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  );
}

function offsetIn([, sign, hours = '0', minutes = '0']: RegExpExecArray): number {
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -size : size;
}
