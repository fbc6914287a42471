import type { TextIndex } from './text-index.js';
import type { QueryWord } from './understand.js';

/** How fast more mentions stop counting for more. */
const SATURATION = 3;

/** What entries answer of the words of a query. */
export interface Tally {
  /** By number: what the answers add up to. */
  scores: Float32Array;
  /** By number: a bit for each word that is answered. */
  answered: Uint16Array;
  /** By number: how much the words say that are answered. */
  worth: Float32Array;
  /** How much each word says of an entry: the fewer answer it, the more; 0 where none does. */
  worths: readonly number[];
}

/**
 * Tallies for each entry the answers to each word, of which there may be sixteen. An answer is the best of the word's
 * variants: how telling the term is, how much it weighs in the entry, how well it answers the word.
 */
export function tally(index: TextIndex, words: readonly QueryWord[]): Tally {
  const scores = new Float32Array(index.capacity);
  const answered = new Uint16Array(index.capacity);
  const worth = new Float32Array(index.capacity);
  const best = new Float32Array(index.capacity);
  const touched = new Uint32Array(index.capacity);
  const worths = words.map(({ variants }, word) => {
    let count = 0;
    for (const { term, factor } of variants) {
      const postings = index.term(term)!;
      const telling = factor * information(index, postings.length);
      for (let at = 0; at < postings.length; at += 1) {
        const document = postings.document(at);
        const answer = telling * saturated(postings.weight(at), SATURATION);
        if (best[document] === 0) touched[count++] = document;
        if (answer > best[document]!) best[document] = answer;
      }
    }
    if (count === 0) return 0;
    const says = information(index, count);
    for (let at = 0; at < count; at += 1) {
      const document = touched[at]!;
      scores[document]! += best[document]!;
      best[document] = 0;
      answered[document]! |= 1 << word;
      worth[document]! += says;
    }
    return says;
  });
  return { scores, answered, worth, worths };
}

/** How much it says of an entry that it is one of so many. */
function information({ size }: TextIndex, entries: number): number {
  return Math.log(1 + size / (entries + 0.5));
}

/** A weight as a share of the most that any weight can count, from 0 to 1. */
export function saturated(weight: number, half: number): number {
  return weight / (half + weight);
}
