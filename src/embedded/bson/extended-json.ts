import { deserialize, EJSON } from 'bson';
import { encodeDocument } from './encode.js';
import type { Value } from './values.js';

/** Formats a value as relaxed extended JSON, for error messages. */
export function extendedJson(value: Value): string {
  const decoded = deserialize(encodeDocument({ value }), { promoteValues: false });
  return EJSON.stringify(decoded.value, { relaxed: true });
}
