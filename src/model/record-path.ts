/** A way into a record: names of fields, places in lists. */
export type Way = readonly (string | number)[];

/** Returns every value at a path of field names, lists on the way opened, in order; what is absent or null is left out. */
export function valuesAt(record: unknown, path: readonly string[]): unknown[] {
  let level = [record];
  for (const name of path) level = level.flatMap((value) => opened((value as Record<string, unknown>)[name]));
  return level;
}

function opened(held: unknown): unknown[] {
  const values = Array.isArray(held) ? (held as unknown[]) : [held];
  return values.filter((value) => value !== null && value !== undefined);
}

/** Returns the one value at a path, undefined where something on the way is absent. */
export function valueAt(record: unknown, way: Way): unknown {
  return way.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    record,
  );
}
