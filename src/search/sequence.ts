/** Separator of texts in a sequence. */
const BREAK = 0xffffffff;
const BYTES = 4;

/**
 * Encodes the word order of texts as indexes into the terms of the entry.
 * @param texts stems of each text
 */
export function writeSequence(texts: readonly (readonly string[])[], terms: readonly string[]): string {
  const places = new Map(terms.map((term, place) => [term, place]));
  const all = texts.flatMap((stems) => [...stems.map((stem) => places.get(stem)!), BREAK]);
  const bytes = Buffer.alloc(BYTES * all.length);
  all.forEach((place, at) => bytes.writeUInt32LE(place, BYTES * at));
  return bytes.toString('base64');
}

/**
 * Decodes a sequence to term numbers, with 0 after each text.
 * @param numbers term numbers, by index in the entry's terms
 */
export function readSequence(text: string, numbers: readonly number[]): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return Uint32Array.from({ length: bytes.length / BYTES }, (_none, at) => {
    const place = bytes.readUInt32LE(BYTES * at);
    return place === BREAK ? 0 : numbers[place]!;
  });
}
