/** A path of field names and list indexes. */
export type RecordPath = readonly (string | number)[];

/** Returns all values at a path of field names, traversing lists. Omits absent and null values. */
export function valuesAt(record: unknown, path: readonly string[]): unknown[] {
  let levelValues = [record];
  for (const name of path)
    levelValues = levelValues.flatMap((value) => presentItems((value as Record<string, unknown>)[name]));
  return levelValues;
}

function presentItems(value: unknown): unknown[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.filter((value) => value !== null && value !== undefined);
}

/** Returns the value at a path; undefined if absent. */
export function valueAt(record: unknown, path: RecordPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    record,
  );
}
