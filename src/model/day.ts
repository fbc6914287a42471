/** Formats the UTC date of a timestamp, such as `2024-06-18`. */
export function formatDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Whether a text is an existing date. Date would accept 30 February. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && formatDay(time) === text;
}
