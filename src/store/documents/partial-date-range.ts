/** First and last day of a PartialDate, as YYYY-MM-DD. They compare correctly as strings. */
export interface PartialDateRange {
  first: string;
  last: string;
}

/** Returns the first and last day of a year, month or day; null if the text is not a valid date. */
export function parsePartialDate(date: string): PartialDateRange | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year) return null;
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const days = daysInMonth(Number(year), Number(month));
  if (days === 0) return null;
  if (!day) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` };
  return Number(day) >= 1 && Number(day) <= days ? { first: date, last: date } : null;
}

function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
