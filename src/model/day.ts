/** Writes the day of a moment, in Greenwich, as `2024-06-18`. */
export function formatDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
