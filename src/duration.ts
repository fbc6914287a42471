const DURATION = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Seconds of each unit; a year has 365 days and a month 30. */
const SECONDS = { year: 31_536_000, month: 2_592_000, week: 604_800, day: 86_400, hour: 3_600, minute: 60, second: 1 };
type DurationUnit = keyof typeof SECONDS;

/** Whether a text is a length of time in ISO 8601, such as PT8H or P10D. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Splits a duration into units with counts, the longest unit first. Returns an empty list for other texts. */
export function durationParts(text: string): { unit: DurationUnit; count: number }[] {
  const counts = DURATION.exec(text)?.slice(1) ?? [];
  const units = Object.keys(SECONDS) as DurationUnit[];
  return units.flatMap((unit, index) => (counts[index] === undefined ? [] : [{ unit, count: Number(counts[index]) }]));
}

/** Returns the length of a duration in seconds, to compare durations. */
export function durationSeconds(text: string): number {
  return durationParts(text).reduce((sum, { unit, count }) => sum + SECONDS[unit] * count, 0);
}
