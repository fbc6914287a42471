import { AppError } from '../errors.js';

/** Maximum size of a JSON response, in bytes. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;
/** Maximum size of a response that is serialised in one step, in bytes. That requires well under 10 ms. */
const AT_ONCE = 128 * 1024;
/** Approximate size of the chunks of longer responses, in bytes. */
const PART = 16 * 1024;
/** Minimum lengths in JSON: the punctuation around a name, that around a text, and a scalar. */
const AROUND_NAME = 4;
const AROUND_TEXT = 3;
const SHORT = 2;

export interface JsonWriting {
  maxBytes: number;
  /** Yields to other requests; undefined if the time slice is not over. */
  turn: () => Promise<void> | undefined;
}

/**
 * Serialises a response as JSON; a long one in chunks. @throws AppError ANSWER_TOO_LARGE, naming the largest root
 * field; and errors of `turn`
 */
export function writeJson(answer: object, { maxBytes, turn }: JsonWriting): string | Promise<string> {
  const tooLarge = () => refusal(answer, maxBytes);
  const length = lengthWithin(answer, maxBytes);
  if (length > maxBytes) throw tooLarge();
  if (length <= AT_ONCE) {
    const text = JSON.stringify(answer);
    if (Buffer.byteLength(text) > maxBytes) throw tooLarge();
    return text;
  }
  return writeInParts(answer, { maxBytes, turn });
}

async function writeInParts(answer: object, { maxBytes, turn }: JsonWriting): Promise<string> {
  const parts: string[] = [];
  let bytes = 0;
  for (const part of partsOf(answer)) {
    bytes += Buffer.byteLength(part);
    if (bytes > maxBytes) throw refusal(answer, maxBytes);
    parts.push(part);
    const waiting = turn();
    if (waiting) await waiting;
  }
  return parts.join('');
}

/** Returns a lower bound of the JSON length of a value, in characters. Stops counting beyond `most`. */
function lengthWithin(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + AROUND_TEXT;
  if (typeof value !== 'object' || value === null) return SHORT;
  let length = SHORT;
  if (Array.isArray(value)) {
    for (const item of value) {
      length += lengthWithin(item, most - length);
      if (length > most) break;
    }
    return length;
  }
  for (const name in value) {
    length += name.length + AROUND_NAME + lengthWithin((value as Record<string, unknown>)[name], most - length);
    if (length > most) break;
  }
  return length;
}

/** Yields a value as JSON in short chunks; only a long text makes a long chunk. */
function* partsOf(value: unknown): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null || lengthWithin(value, PART) <= PART) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  yield isList ? '[' : '{';
  let before = '';
  for (const [name, held] of Object.entries(value)) {
    if (held === undefined) continue;
    yield isList ? before : `${before}${JSON.stringify(name)}:`;
    yield* partsOf(held);
    before = ',';
  }
  yield isList ? ']' : '}';
}

function refusal(answer: object, maxBytes: number): AppError {
  const most = `${Math.floor(maxBytes / (1024 * 1024))} MB`;
  const data = (answer as { data?: object }).data ?? answer;
  const sizes = Object.entries(data).map(([field, value]) => ({ field, size: lengthWithin(value, Infinity) }));
  const field = sizes.sort((a, b) => b.size - a.size)[0]?.field ?? '';
  return new AppError(
    'ANSWER_TOO_LARGE',
    `The answer has more than ${most} of JSON, and most of it is in "${field}"; ask for fewer of these at a time ` +
      '("first", and "after" for the next), or leave the long ones of their fields out.',
    { field },
  );
}
