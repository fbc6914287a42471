import type { Postings } from './postings.js';
import type { TextIndex } from './text-index.js';
import type { QueryWord } from './understand.js';
import type { Sheets } from './workspace.js';

/** How fast more mentions stop counting for more. */
const SATURATION = 3;

/** What entries answer of the words of a query; until the next search. */
export interface Tally {
  /** By number: what the answers add up to. */
  scores: Float32Array;
  /** By number: a bit for each word that is answered. */
  answered: Uint16Array;
  /** How much each word says of an entry: the fewer answer it, the more; 0 where none does. */
  worths: readonly number[];
}

/**
 * Tallies for each entry the answers to each word, of which there may be sixteen. An answer is the best of the word's
 * variants: how telling the term is, how much it weighs in the entry, how well it answers the word.
 */
export function tally(index: TextIndex, words: readonly QueryWord[]): Tally {
  const sheets = index.workspace.ofEntries(index.capacity);
  const worths = words.map(({ variants }, word) => {
    let count = 0;
    for (const { term, factor } of variants) {
      const postings = index.term(term)!;
      count = takeBest(postings, factor * information(index, postings.length), sheets, count);
    }
    if (count === 0) return 0;
    addUp(sheets, count, 1 << word);
    return information(index, count);
  });
  return { scores: sheets.scores, answered: sheets.answered, worths };
}

/** Notes what a variant answers where that is the best so far; returns of how many entries there is an answer now. */
function takeBest(
  { documents, weights, length }: Postings,
  telling: number,
  { best, touched }: Sheets,
  before: number,
): number {
  let count = before;
  for (let at = 0; at < length; at += 1) {
    const document = documents[at]!;
    const answer = telling * saturated(weights[at]!, SATURATION);
    const known = best[document]!;
    if (known === 0) touched[count++] = document;
    if (answer > known) best[document] = answer;
  }
  return count;
}

/** Adds the best answers to one word to those to the words before it. */
function addUp({ scores, answered, best, touched }: Sheets, count: number, bit: number): void {
  for (let at = 0; at < count; at += 1) {
    const document = touched[at]!;
    scores[document]! += best[document]!;
    best[document] = 0;
    answered[document]! |= bit;
  }
}

/** How much it says of an entry that it is one of so many. */
function information({ size }: TextIndex, entries: number): number {
  return Math.log(1 + size / (entries + 0.5));
}

/** A weight as a share of the most that any weight can count, from 0 to 1. */
export function saturated(weight: number, half: number): number {
  return weight / (half + weight);
}
