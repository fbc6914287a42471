const OBJECT_BYTES = 64;
const SLOT_BYTES = 16;

/** Estimates the memory that a value takes, in bytes. Rounds up. */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return OBJECT_BYTES + 2 * value.length;
  if (typeof value !== 'object' || value === null) return SLOT_BYTES;
  let bytes = OBJECT_BYTES;
  const parts = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
  for (const part of parts) bytes += SLOT_BYTES + estimateBytes(part);
  return bytes;
}

/** Freezes a value and all that it contains, so that callers can share it. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  const parts = value instanceof Map ? value.values() : Object.values(value);
  for (const part of parts) deepFreeze(part);
}
