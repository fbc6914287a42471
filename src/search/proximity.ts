import { MIN_NAME_WEIGHT } from './analysed-entry.js';
import { type QueryScores, saturate } from './score-query.js';
import type { EntryWords, TextIndex } from './text-index.js';
import type { QueryWord } from './parse-query.js';

/** Maximum distance between words that count as close; adjacent words have distance 1. Stop words are not counted. */
const MAX_DISTANCE = 4;
/** Saturation constant for repeated occurrences. */
const PROXIMITY_SATURATION = 8;
/** Weight of word proximity relative to term scores. */
const PROXIMITY_WEIGHT = 2;
/** Word position that precedes all others. */
const NO_POSITION = -1;

/** Computes the proximity of query words in an entry. Concept names count too, so that translations rank equally. */
export class Proximity {
  /** For each word, by entry: weight of the concepts whose names contain it and the previous word; null if none do. */
  private readonly conceptNameWeights: readonly (Float32Array | null)[];
  /** For each word, the highest weight in any text of the entry, as computed by `weighPositions`. */
  private readonly entryWeights: Float32Array;
  /** For each word, the weight in the current text. */
  private readonly currentTextWeights: Float32Array;
  private readonly lastPositions: Int32Array;

  /** @param marks result of `markTerms` */
  constructor(
    private readonly index: TextIndex,
    private readonly words: readonly QueryWord[],
    private readonly wordWeights: QueryScores['wordWeights'],
    private readonly marks: Uint16Array,
  ) {
    this.conceptNameWeights = words.map((_word, index) => (index === 0 ? null : this.nameWeightsAt(index)));
    this.entryWeights = new Float32Array(words.length);
    this.currentTextWeights = new Float32Array(words.length);
    this.lastPositions = new Int32Array(words.length);
  }

  /** Returns the score bonus of an entry. */
  bonus(document: number): number {
    this.weighPositions(document);
    let sum = 0;
    for (let index = 1; index < this.words.length; index += 1) {
      const weight = Math.max(this.entryWeights[index]!, this.conceptNameWeights[index]?.[document] ?? 0);
      sum += Math.min(this.wordWeights[index - 1]!, this.wordWeights[index]!) * saturate(weight, PROXIMITY_SATURATION);
    }
    return PROXIMITY_WEIGHT * sum;
  }

  /** Sums, per text, the weights of each query word's positions near the previous word. Stores the highest sum. */
  private weighPositions(document: number): void {
    const { marks, entryWeights: bestWeights, currentTextWeights: currentWeights, lastPositions: last } = this;
    const { sequence, textWeights } = this.index.words(document);
    bestWeights.fill(0);
    last.fill(NO_POSITION);
    let textIndex = 0;
    let start = 0;
    let isFound = false;
    for (let position = 0; position < sequence.length; position += 1) {
      const term = sequence[position]!;
      if (term === 0) {
        if (isFound) this.endText();
        isFound = false;
        textIndex += 1;
        start = position + 1;
        continue;
      }
      const mark = marks[term]!;
      if (mark === 0) continue;
      // Starts with the last word of the query, so that a position does not count as preceding itself.
      for (let bits: number = mark; bits !== 0;) {
        const word = 31 - Math.clz32(bits);
        bits ^= 1 << word;
        const previousPosition = word === 0 ? NO_POSITION : last[word - 1]!;
        if (previousPosition >= start && position - previousPosition <= MAX_DISTANCE) {
          currentWeights[word]! += textWeights[textIndex]! / (position - previousPosition) ** 2;
          isFound = true;
        }
        last[word] = position;
      }
    }
  }

  private endText(): void {
    const { entryWeights: bestWeights, currentTextWeights: currentWeights } = this;
    for (let word = 1; word < currentWeights.length; word += 1) {
      if (currentWeights[word]! > bestWeights[word]!) bestWeights[word] = currentWeights[word]!;
      currentWeights[word] = 0;
    }
  }

  private nameWeightsAt(index: number): Float32Array | null {
    const previousTerms = new Set(this.words[index - 1]!.variants.map(({ term }) => term));
    const sharedVariants = this.words[index]!.variants.filter(
      ({ term, likeness }) => likeness === 'SYNONYM' && previousTerms.has(term),
    );
    if (sharedVariants.length === 0) return null;
    const weights = new Float32Array(this.index.capacity);
    for (const { term, factor } of sharedVariants) {
      const { documents, weights: nameWeights, length } = this.index.term(term)!;
      for (let index = 0; index < length; index += 1) {
        const document = documents[index]!;
        weights[document] = Math.max(weights[document]!, factor * nameWeights[index]!);
      }
    }
    return weights;
  }
}

/** Marks terms, by number, with a bit for each query word that they match literally or by stem. */
export function markTerms(index: TextIndex, words: readonly QueryWord[]): Uint16Array {
  const marks = new Uint16Array(index.termCapacity);
  words.forEach(({ variants }, wordIndex) => {
    for (const { term, likeness } of variants) {
      if (likeness === 'WORD' || likeness === 'STEM') marks[index.term(term)!.number]! |= 1 << wordIndex;
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
  for (let start = 0; start + phrase.length <= sequence.length; start += 1)
    if (matchesAt(start, sequence, phrase, marks)) return true;
  return false;
}

function matchesAt(start: number, sequence: Uint32Array, phrase: readonly number[], marks: Uint16Array): boolean {
  let offset = 0;
  while (offset < phrase.length && (marks[sequence[start + offset]!]! & (1 << phrase[offset]!)) !== 0) offset += 1;
  return offset === phrase.length;
}

/**
 * Whether a name of an entry consists of the words of a query, in any inflection and without stop words.
 * @param phrase positions of all words of the query
 * @param marks result of `markTerms`
 */
export function hasName({ sequence, textWeights }: EntryWords, phrase: readonly number[], marks: Uint16Array): boolean {
  // The weights are in descending order.
  for (let [textIndex, start] = [0, 0]; textWeights[textIndex]! >= MIN_NAME_WEIGHT; textIndex += 1) {
    const end = sequence.indexOf(0, start);
    if (end - start === phrase.length && matchesAt(start, sequence, phrase, marks)) return true;
    start = end + 1;
  }
  return false;
}
