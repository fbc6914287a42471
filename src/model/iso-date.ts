/** Formats the UTC date of a timestamp, such as `2024-06-18`. */
export function formatDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Returns the year of a date, such as `2024` of `2024-06`; empty for an empty text. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** Whether the first date certainly precedes the second. Both may be partial, such as `2024` or `2024-06`. */
export function endsBefore(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) < second.slice(0, length);
}

/** Whether a text is an existing day, such as `2024-06-18`. JavaScript's `Date` would accept 30 February. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && formatDay(time) === text;
}
