import type { QueryScores } from './score-query.js';
import { saturate } from './score-query.js';
import type { TextIndex } from './text-index.js';
import type { QueryWord } from './parse-query.js';

/** Maximum distance of words that count as close. */
const FURTHEST = 4;
/** Saturation constant for repeated occurrences. */
const SATURATION = 8;
/** Weight of word proximity relative to term scores. */
const COUNTS = 2;
/** Position that precedes all others. */
const NOWHERE = -1;

/**
 * Computes the proximity of query words in an entry, in the order of the query. Concept names count as adjacent words,
 * so that translations rank equally.
 */
export class Nearness {
  /**
   * For each word, the weights by entry of concepts whose name contains it and the previous word; null if there are
   * none.
   */
  private readonly names: readonly (Float32Array | null)[];
  /** Result of `weighPlaces` for each word of the entry. `inText` has the result for the current text. */
  private readonly together: Float32Array;
  private readonly inText: Float32Array;
  /** Last position of each word. */
  private readonly places: Int32Array;

  /** @param marks result of `markTerms` */
  constructor(
    private readonly index: TextIndex,
    private readonly words: readonly QueryWord[],
    private readonly worths: QueryScores['worths'],
    private readonly marks: Uint16Array,
  ) {
    this.names = words.map((_word, at) => (at === 0 ? null : this.namesAt(at)));
    this.together = new Float32Array(words.length);
    this.inText = new Float32Array(words.length);
    this.places = new Int32Array(words.length);
  }

  /** Returns the score bonus of an entry. */
  of(document: number): number {
    this.weighPlaces(document);
    let sum = 0;
    for (let at = 1; at < this.words.length; at += 1) {
      const weight = Math.max(this.together[at]!, this.names[at]?.[document] ?? 0);
      sum += Math.min(this.worths[at - 1]!, this.worths[at]!) * saturate(weight, SATURATION);
    }
    return COUNTS * sum;
  }

  /** Computes the weights of the positions at which a word follows the previous one, in the best text. */
  private weighPlaces(document: number): void {
    const { marks, together, inText, places } = this;
    const { sequence, textWeights } = this.index.words(document);
    together.fill(0);
    places.fill(NOWHERE);
    let text = 0;
    let start = 0;
    let isFound = false;
    for (let at = 0; at < sequence.length; at += 1) {
      const term = sequence[at]!;
      if (term === 0) {
        if (isFound) this.endText();
        isFound = false;
        text += 1;
        start = at + 1;
        continue;
      }
      const mark = marks[term]!;
      if (mark === 0) continue;
      // Starts with the last word, so that a position does not precede itself.
      for (let bits: number = mark; bits !== 0;) {
        const word = 31 - Math.clz32(bits);
        bits ^= 1 << word;
        const before = word === 0 ? NOWHERE : places[word - 1]!;
        if (before >= start && at - before <= FURTHEST) {
          inText[word]! += textWeights[text]! / (at - before) ** 2;
          isFound = true;
        }
        places[word] = at;
      }
    }
  }

  private endText(): void {
    const { together, inText } = this;
    for (let word = 1; word < inText.length; word += 1) {
      if (inText[word]! > together[word]!) together[word] = inText[word]!;
      inText[word] = 0;
    }
  }

  private namesAt(at: number): Float32Array | null {
    const before = new Set(this.words[at - 1]!.variants.map(({ term }) => term));
    const shared = this.words[at]!.variants.filter(({ term, likeness }) => likeness === 'SYNONYM' && before.has(term));
    if (shared.length === 0) return null;
    const weights = new Float32Array(this.index.capacity);
    for (const { term, factor } of shared) {
      const { documents, weights: own, length } = this.index.term(term)!;
      for (let each = 0; each < length; each += 1) {
        const document = documents[each]!;
        weights[document] = Math.max(weights[document]!, factor * own[each]!);
      }
    }
    return weights;
  }
}

/** Marks terms, by number, with a bit for each query word that they match literally or by stem. */
export function markTerms(index: TextIndex, words: readonly QueryWord[]): Uint16Array {
  const marks = new Uint16Array(index.termCapacity);
  words.forEach(({ variants }, at) => {
    for (const { term, likeness } of variants) {
      if (likeness === 'WORD' || likeness === 'STEM') marks[index.term(term)!.number]! |= 1 << at;
    }
  });
  return marks;
}

/**
 * Whether a text of an entry contains a phrase in any inflection, ignoring stop words.
 * @param sequence term numbers of the entry's texts
 * @param phrase positions of its words in the query
 * @param marks result of `markTerms`
 */
export function containsPhrase(sequence: Uint32Array, phrase: readonly number[], marks: Uint16Array): boolean {
  for (let at = 0; at + phrase.length <= sequence.length; at += 1) {
    let further = 0;
    while (further < phrase.length && (marks[sequence[at + further]!]! & (1 << phrase[further]!)) !== 0) further += 1;
    if (further === phrase.length) return true;
  }
  return false;
}
