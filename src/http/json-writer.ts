import { AppError } from '../errors.js';

/** Maximum size of a JSON response, in bytes. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;
/** Maximum size of a response that is serialised in one step, in bytes. That takes well under 10 ms. */
const MAX_SYNC_BYTES = 128 * 1024;
/** Approximate size of the chunks of longer responses, in bytes. */
const CHUNK_BYTES = 16 * 1024;
/** Number of characters that quotes and punctuation add to a name, and to a string value. */
const NAME_OVERHEAD = 4;
const TEXT_OVERHEAD = 3;
const MIN_SCALAR_LENGTH = 2;

export interface JsonWriterOptions {
  maxBytes: number;
  /** Yields to other requests once the time slice is over; before that, returns undefined. */
  yieldIfOver: () => Promise<void> | undefined;
}

/** Serialises a response as JSON; a long one in chunks. @throws AppError ANSWER_TOO_LARGE, errors of `yieldIfOver` */
export function writeJson(response: object, { maxBytes, yieldIfOver }: JsonWriterOptions): string | Promise<string> {
  const createError = () => tooLargeError(response, maxBytes);
  const length = approximateLength(response, maxBytes);
  if (length > maxBytes) throw createError();
  if (length <= MAX_SYNC_BYTES) {
    const text = JSON.stringify(response);
    if (Buffer.byteLength(text) > maxBytes) throw createError();
    return text;
  }
  return writeInChunks(response, { maxBytes, yieldIfOver });
}

async function writeInChunks(response: object, { maxBytes, yieldIfOver }: JsonWriterOptions): Promise<string> {
  const chunks: string[] = [];
  let bytes = 0;
  for (const part of jsonChunks(response)) {
    bytes += Buffer.byteLength(part);
    if (bytes > maxBytes) throw tooLargeError(response, maxBytes);
    chunks.push(part);
    const pause = yieldIfOver();
    if (pause) await pause;
  }
  return chunks.join('');
}

/** Estimates the JSON length of a value, in characters; escapes and digits are not counted. Stops beyond `limit`. */
function approximateLength(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + TEXT_OVERHEAD;
  if (typeof value !== 'object' || value === null) return MIN_SCALAR_LENGTH;
  let length = MIN_SCALAR_LENGTH;
  if (Array.isArray(value)) {
    for (const item of value) {
      length += approximateLength(item, limit - length);
      if (length > limit) break;
    }
    return length;
  }
  for (const name in value) {
    length += name.length + NAME_OVERHEAD + approximateLength((value as Record<string, unknown>)[name], limit - length);
    if (length > limit) break;
  }
  return length;
}

/** Yields a value as JSON in short chunks; only a long text makes a long chunk. */
function* jsonChunks(value: unknown): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null || approximateLength(value, CHUNK_BYTES) <= CHUNK_BYTES) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  yield isList ? '[' : '{';
  let separator = '';
  for (const [name, nestedValue] of Object.entries(value)) {
    if (nestedValue === undefined) continue;
    yield isList ? separator : `${separator}${JSON.stringify(name)}:`;
    yield* jsonChunks(nestedValue);
    separator = ',';
  }
  yield isList ? ']' : '}';
}

function tooLargeError(response: object, maxBytes: number): AppError {
  const limitText = `${Math.floor(maxBytes / (1024 * 1024))} MB`;
  const data = (response as { data?: object }).data ?? response;
  const sizes = Object.entries(data).map(([field, value]) => ({ field, size: approximateLength(value, Infinity) }));
  const field = sizes.sort((a, b) => b.size - a.size)[0]?.field ?? '';
  return new AppError(
    'ANSWER_TOO_LARGE',
    `The response has more than ${limitText} of JSON, most of it in "${field}"; request fewer of these at a time ` +
      '("first", and "after" for the next), or remove their long fields.',
    { field },
  );
}
