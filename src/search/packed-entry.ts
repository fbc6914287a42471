import type { AnalysedEntry } from './analysed-entry.js';
import { FORM } from './analysed-entry.js';

/** An analysed entry as it is kept: each list is one text, which takes half the room and is read in less time. */
export interface PackedEntry extends Omit<AnalysedEntry, 'form' | 'terms' | 'weights' | 'links'> {
  /** That of `AnalysedEntry`, or an earlier one, of which nothing else is known. */
  form: number;
  /** One on each line. */
  terms: string;
  /** Each as four bytes, in base64. */
  weights: string;
  /** One on each line: field and key of the target. */
  links: string;
}

const BYTES = 4;

/** Packs an analysed entry for the cache. */
export function pack({ terms, weights, links, ...others }: AnalysedEntry): PackedEntry {
  const bytes = Buffer.alloc(BYTES * weights.length);
  weights.forEach((weight, at) => bytes.writeFloatLE(weight, BYTES * at));
  return {
    ...others,
    terms: terms.join('\n'),
    weights: bytes.toString('base64'),
    links: links.map(({ field, to }) => `${field} ${to}`).join('\n'),
  };
}

/** What was packed; null where it is of another form. */
export function unpack({ form, terms, weights, links, ...others }: PackedEntry): AnalysedEntry | null {
  if (form !== FORM) return null;
  const bytes = Buffer.from(weights, 'base64');
  return {
    ...others,
    form,
    terms: linesOf(terms),
    weights: Array.from({ length: bytes.length / BYTES }, (_none, at) => bytes.readFloatLE(BYTES * at)),
    links: linesOf(links).map((line) => {
      const [field, to] = line.split(' ');
      return { field: field!, to: to! };
    }),
  };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
