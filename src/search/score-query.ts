import type { Postings } from './postings.js';
import type { TextIndex } from './text-index.js';
import type { QueryWord } from './parse-query.js';

/** Saturation constant for repeated occurrences. */
const WEIGHT_SATURATION = 3;

/** Matches of a query, and its score for each entry. */
export interface QueryScores {
  scores: Float32Array;
  /** Bit set of the matched words, by entry number. */
  matchedWords: Uint16Array;
  /** Inverse document frequency of each word; 0 without matches. */
  wordWeights: readonly number[];
}

/** Arrays indexed by entry number. */
interface ScoreBuffers extends Pick<QueryScores, 'scores' | 'matchedWords'> {
  /** Score of the best match of the current word. */
  bestScores: Float32Array;
  /** Numbers of the entries that match the current word. */
  touched: Uint32Array;
}

/** Scores entries by the sum, over up to 16 words, of IDF × saturated weight × similarity of the best variant. */
export function scoreQuery(index: TextIndex, words: readonly QueryWord[]): QueryScores {
  const buffers = {
    scores: new Float32Array(index.capacity),
    matchedWords: new Uint16Array(index.capacity),
    bestScores: new Float32Array(index.capacity),
    touched: new Uint32Array(index.capacity),
  };
  const wordWeights = words.map(({ variants }, word) => {
    let count = 0;
    for (const { term, factor } of variants) {
      const postings = index.term(term)!;
      count = storeBest(postings, factor * inverseDocumentFrequency(index, postings.length), buffers, count);
    }
    if (count === 0) return 0;
    addToScores(buffers, count, 1 << word);
    // The factor lowers the weight of misspelt words, which are less reliable than rare ones.
    return inverseDocumentFrequency(index, count) * Math.max(...variants.map(({ factor }) => factor));
  });
  return { scores: buffers.scores, matchedWords: buffers.matchedWords, wordWeights };
}

/** Stores the best score of each entry for a word. Returns the number of entries that match the word so far. */
function storeBest(
  { documents, weights, length }: Postings,
  idf: number,
  { bestScores, touched }: ScoreBuffers,
  initialCount: number,
): number {
  let count = initialCount;
  for (let index = 0; index < length; index += 1) {
    const document = documents[index]!;
    const score = idf * saturate(weights[index]!, WEIGHT_SATURATION);
    const bestSoFar = bestScores[document]!;
    if (bestSoFar === 0) touched[count++] = document;
    if (score > bestSoFar) bestScores[document] = score;
  }
  return count;
}

function addToScores({ scores, matchedWords, bestScores, touched }: ScoreBuffers, count: number, bit: number): void {
  for (let index = 0; index < count; index += 1) {
    const document = touched[index]!;
    scores[document]! += bestScores[document]!;
    bestScores[document] = 0;
    matchedWords[document]! |= bit;
  }
}

/** Returns the inverse document frequency (IDF) of a term that occurs in this number of entries. */
function inverseDocumentFrequency({ size }: TextIndex, entries: number): number {
  return Math.log(1 + size / (entries + 0.5));
}

/** Maps a weight from 0 to infinity to a value from 0 to 1, which is 0.5 at `half`. */
export function saturate(weight: number, half: number): number {
  return weight / (half + weight);
}
