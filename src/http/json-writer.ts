import { AppError } from '../errors.js';

/** Maximum size of a JSON response, in bytes. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;
/** Minimum lengths in JSON: the punctuation around a name, that around a text, and a scalar. */
const NAME_OVERHEAD = 4;
const TEXT_OVERHEAD = 3;
const MIN_SCALAR_LENGTH = 2;

/** Serialises a response as JSON. @throws AppError ANSWER_TOO_LARGE, naming the largest root field */
export function writeJson(response: object, maxBytes = MAX_JSON_BYTES): string {
  // A response far above the limit is not serialised at all.
  const text = lengthWithin(response, maxBytes) > maxBytes ? null : JSON.stringify(response);
  if (text === null || Buffer.byteLength(text) > maxBytes) throw tooLargeError(response, maxBytes);
  return text;
}

/** Returns a lower bound of the JSON length of a value, in characters. Stops counting beyond `limit`. */
function lengthWithin(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + TEXT_OVERHEAD;
  if (typeof value !== 'object' || value === null) return MIN_SCALAR_LENGTH;
  let length = MIN_SCALAR_LENGTH;
  if (Array.isArray(value)) {
    for (const item of value) {
      length += lengthWithin(item, limit - length);
      if (length > limit) break;
    }
    return length;
  }
  for (const name in value) {
    length += name.length + NAME_OVERHEAD + lengthWithin((value as Record<string, unknown>)[name], limit - length);
    if (length > limit) break;
  }
  return length;
}

function tooLargeError(response: object, maxBytes: number): AppError {
  const limitText = `${Math.floor(maxBytes / (1024 * 1024))} MB`;
  const data = (response as { data?: object }).data ?? response;
  const sizes = Object.entries(data).map(([field, value]) => ({ field, size: lengthWithin(value, Infinity) }));
  const field = sizes.sort((a, b) => b.size - a.size)[0]?.field ?? '';
  return new AppError(
    'ANSWER_TOO_LARGE',
    `The response has more than ${limitText} of JSON, most of it in "${field}"; request fewer of these at a time ` +
      '("first", and "after" for the next), or remove their long fields.',
    { field },
  );
}
