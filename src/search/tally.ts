import type { TextIndex } from './text-index.js';
import type { QueryWord } from './understand.js';

/** How fast more mentions stop counting for more. */
const SATURATION = 3;

/** What entries answer of the words of a query; until the next search. */
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
  const { scores, answered, worth, best, touched } = index.workspace.ofEntries(index.capacity);
  const worths = words.map(({ variants }, word) => {
    let count = 0;
    for (const { term, factor } of variants) {
      const { documents, weights, length } = index.term(term)!;
      const telling = factor * information(index, length);
      for (let at = 0; at < length; at += 1) {
        const document = documents[at]!;
        const answer = telling * saturated(weights[at]!, SATURATION);
        const known = best[document]!;
        if (known === 0) touched[count++] = document;
        if (answer > known) best[document] = answer;
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
