import { lengthened, Pool, roomFor } from './pool.js';

/** Numbers stored for each entry: offset, and counts of terms, words and texts. */
const NOTED = 4;
/** A weight takes two 32-bit numbers. */
const PER_WEIGHT = 2;

/** By entry number: terms, word order, and weights of words in each text. */
export class EntryWords {
  private notes = new Uint32Array(0);
  private numbers = new Uint32Array(0);
  private readonly pool = new Pool((length) => {
    this.numbers = lengthened(this.numbers, (more) => new Uint32Array(more), length);
  });

  put(entry: number, terms: readonly number[], sequence: Uint32Array, textWeights: readonly number[]): void {
    const weights = new Uint32Array(Float64Array.from(textWeights).buffer);
    const at = this.pool.take(roomFor(terms.length + sequence.length + weights.length));
    this.notes = lengthened(this.notes, (more) => new Uint32Array(more), NOTED * (entry + 1));
    this.notes.set([at, terms.length, sequence.length, textWeights.length], NOTED * entry);
    this.numbers.set(terms, at);
    this.numbers.set(sequence, at + terms.length);
    this.numbers.set(weights, at + terms.length + sequence.length);
  }

  remove(entry: number): void {
    const { at, terms, words, texts } = this.noted(entry);
    this.pool.give(at, roomFor(terms + words + PER_WEIGHT * texts));
  }

  termsOf(entry: number): Uint32Array {
    const { at, terms } = this.noted(entry);
    return this.numbers.subarray(at, at + terms);
  }

  /** Term numbers in word order, as `readSequence` returns them. */
  sequenceOf(entry: number): Uint32Array {
    const { at, terms, words } = this.noted(entry);
    return this.numbers.subarray(at + terms, at + terms + words);
  }

  /** Weight of a word in each text. */
  textWeightsOf(entry: number): Float64Array {
    const { at, terms, words, texts } = this.noted(entry);
    const start = at + terms + words;
    return new Float64Array(this.numbers.slice(start, start + PER_WEIGHT * texts).buffer);
  }

  private noted(entry: number): { at: number; terms: number; words: number; texts: number } {
    const { notes } = this;
    const from = NOTED * entry;
    return { at: notes[from]!, terms: notes[from + 1]!, words: notes[from + 2]!, texts: notes[from + 3]! };
  }
}
