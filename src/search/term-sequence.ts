/** Separator of texts in a sequence. */
const TEXT_SEPARATOR = 0xffffffff;
const TERM_BYTES = 4;

/** Encodes the stems of texts, in word order, as indexes into the terms of the entry, in base64. */
export function encodeSequence(texts: readonly (readonly string[])[], terms: readonly string[]): string {
  const indexes = new Map(terms.map((term, index) => [term, index]));
  const termIndexes = texts.flatMap((stems) => [...stems.map((stem) => indexes.get(stem)!), TEXT_SEPARATOR]);
  const bytes = Buffer.alloc(TERM_BYTES * termIndexes.length);
  termIndexes.forEach((termIndex, position) => bytes.writeUInt32LE(termIndex, TERM_BYTES * position));
  return bytes.toString('base64');
}

/** Decodes a sequence to term numbers, with 0 after each text. `numbers` has the number of each term of the entry. */
export function decodeSequence(text: string, numbers: readonly number[]): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return Uint32Array.from({ length: bytes.length / TERM_BYTES }, (_none, index) => {
    const termIndex = bytes.readUInt32LE(TERM_BYTES * index);
    return termIndex === TEXT_SEPARATOR ? 0 : numbers[termIndex]!;
  });
}
