import { suggestDates } from './suggest-date.js';
import type { ProblemPath, Report } from './problem.js';
import { quoteText } from './message-text.js';

const PARTIAL_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Whether a text is an existing year, month or day: 2024, 2024-06, 2024-06-18. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = PARTIAL_DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  if (month === undefined) return true;
  const dayCount = lastDay(year, month).getUTCDate();
  return (
    Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= dayCount))
  );
}

/**
 * Normalises a partial date. Undefined, with a problem, if it is invalid. YAML parses a year as a number, so the source
 * text is checked, to reject 2024.0 or 0x7e8.
 */
export function readPartialDate(raw: unknown, path: ProblemPath, report: Report): string | undefined {
  const text = typeof raw === 'number' ? (report.locate(path, 'value').source ?? String(raw)) : raw;
  if (typeof text === 'string' && isPartialDate(text.trim())) return text.trim();
  const label = typeof text === 'string' ? quoteText(text) : 'what is given';
  const suggestions = (typeof text === 'string' ? suggestDates(text) : []).filter(isPartialDate);
  const suggestionTip = `write ${suggestions.join(' or ')}${suggestions.length > 1 ? ', whichever is meant' : ''}`;
  const lengthTip = typeof text === 'string' ? monthLengthTip(text.trim()) : null;
  const tip = suggestions.length > 0 ? suggestionTip : (lengthTip ?? 'write YYYY-MM-DD, or the year or month alone');
  report.add('DATE_INVALID', path, `${label} is not a date`, tip);
  return undefined;
}

/** Returns a tip such as "June 2024 has 30 days", if the day of a date exceeds the length of its month; else null. */
function monthLengthTip(text: string): string | null {
  const [, year, month, day] = PARTIAL_DATE.exec(text) ?? [];
  if (!day || Number(day) < 29 || !isPartialDate(`${year}-${month}`)) return null;
  const lastOfMonth = lastDay(year!, month!);
  const monthName = lastOfMonth.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${monthName} has ${lastOfMonth.getUTCDate()} days`;
}

function lastDay(year: string, month: string): Date {
  return new Date(Date.UTC(Number(year), Number(month), 0));
}
