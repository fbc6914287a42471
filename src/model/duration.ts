const DURATION = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Seconds of each unit; a year has 365 days and a month 30. */
const SECONDS = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];

/** Whether a text is a length of time in ISO 8601, such as PT8H or P10D. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Returns the length of a duration in seconds, to compare durations. */
export function durationSeconds(text: string): number {
  const parts = DURATION.exec(text)?.slice(1) ?? [];
  return SECONDS.reduce((sum, seconds, at) => sum + seconds * Number(parts[at] ?? 0), 0);
}
