import type { Postings } from './postings.js';
import type { TextIndex } from './text-index.js';
import type { QueryWord } from './parse-query.js';

/** Saturation constant for repeated occurrences. */
const SATURATION = 3;

/** Matches of a query. */
export interface QueryScores {
  /** Scores by entry number. */
  scores: Float32Array;
  /** Bit set of the matched words, by entry number. */
  answered: Uint16Array;
  /** Inverse document frequency of each word; 0 without matches. */
  worths: readonly number[];
}

/** Arrays indexed by entry number. */
interface ScoreBuffers extends Pick<QueryScores, 'scores' | 'answered'> {
  /** Best match of the current word, and the entries with one. */
  best: Float32Array;
  touched: Uint32Array;
}

/**
 * Computes the scores of up to sixteen words. Only the best variant of each word counts: the product of IDF, saturated
 * weight and similarity.
 */
export function scoreQuery(index: TextIndex, words: readonly QueryWord[]): QueryScores {
  const sheets = {
    scores: new Float32Array(index.capacity),
    answered: new Uint16Array(index.capacity),
    best: new Float32Array(index.capacity),
    touched: new Uint32Array(index.capacity),
  };
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

/** Stores the better match of each entry. Returns the number of matching entries. */
function takeBest(
  { documents, weights, length }: Postings,
  telling: number,
  { best, touched }: ScoreBuffers,
  before: number,
): number {
  let count = before;
  for (let at = 0; at < length; at += 1) {
    const document = documents[at]!;
    const answer = telling * saturate(weights[at]!, SATURATION);
    const known = best[document]!;
    if (known === 0) touched[count++] = document;
    if (answer > known) best[document] = answer;
  }
  return count;
}

/** Adds the best matches of a word to the scores. */
function addUp({ scores, answered, best, touched }: ScoreBuffers, count: number, bit: number): void {
  for (let at = 0; at < count; at += 1) {
    const document = touched[at]!;
    scores[document]! += best[document]!;
    best[document] = 0;
    answered[document]! |= bit;
  }
}

/** Returns the inverse document frequency (IDF) of a term that occurs in this number of entries. */
function information({ size }: TextIndex, entries: number): number {
  return Math.log(1 + size / (entries + 0.5));
}

/** Maps a weight to a saturated share, from 0 to 1. */
export function saturate(weight: number, half: number): number {
  return weight / (half + weight);
}
