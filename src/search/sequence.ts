/** Stands in a written sequence between two texts. */
const BREAK = 0xffffffff;
const BYTES = 4;

/**
 * Writes in which order the words of texts stand: of each word the place of its stem among the terms of its entry.
 *
 * @param texts the stems of each
 */
export function writeSequence(texts: readonly (readonly string[])[], terms: readonly string[]): string {
  const places = new Map(terms.map((term, place) => [term, place]));
  const all = texts.flatMap((stems) => [...stems.map((stem) => places.get(stem)!), BREAK]);
  const bytes = Buffer.alloc(BYTES * all.length);
  all.forEach((place, at) => bytes.writeUInt32LE(place, BYTES * at));
  return bytes.toString('base64');
}

/**
 * Reads a sequence as numbers of terms, with 0 where a text ends.
 *
 * @param numbers by their place among the terms of the entry; none is 0
 */
export function readSequence(text: string, numbers: readonly number[]): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return Uint32Array.from({ length: bytes.length / BYTES }, (_none, at) => {
    const place = bytes.readUInt32LE(BYTES * at);
    return place === BREAK ? 0 : numbers[place]!;
  });
}
