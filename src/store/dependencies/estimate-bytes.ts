/** Of any object or array beside what it holds, and of each place in it. */
const OVERHEAD = 64;
const PLACE = 16;

/** The bytes that something takes in memory, about: rather too many than too few. */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return OVERHEAD + 2 * value.length;
  if (typeof value !== 'object' || value === null) return PLACE;
  let bytes = OVERHEAD;
  const parts = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
  for (const part of parts) bytes += PLACE + estimateBytes(part);
  return bytes;
}
