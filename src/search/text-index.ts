import type { AnalysedEntry } from './analysed-entry.js';
import { Dictionary } from './dictionary.js';
import { Postings } from './postings.js';

/** Past this share of withdrawn numbers the index is packed. */
const MOST_HOLES = 0.3;

/** Which entries hold which terms, with what weight; in memory, for one process. */
export class TextIndex {
  private readonly postings = new Map<string, Postings>();
  private readonly numbers = new Map<string, number>();
  /** By number; a withdrawn entry leaves a hole until the index is packed. */
  private entries: (Pick<AnalysedEntry, 'key' | 'kind' | 'concepts'> | null)[] = [];
  readonly dictionary = new Dictionary(this.postings);

  /** How many entries there are. */
  get size(): number {
    return this.numbers.size;
  }

  /** One more than the greatest number in use. */
  get capacity(): number {
    return this.entries.length;
  }

  entry(number: number): Pick<AnalysedEntry, 'key' | 'kind' | 'concepts'> | null {
    return this.entries[number] ?? null;
  }

  term(term: string): Postings | undefined {
    return this.postings.get(term);
  }

  /** Puts an entry in, in place of what was there under its key. */
  put(entry: AnalysedEntry): void {
    this.remove(entry.key);
    const number = this.entries.length;
    this.entries.push({ key: entry.key, kind: entry.kind, concepts: entry.concepts });
    this.numbers.set(entry.key, number);
    entry.terms.forEach((term, at) => {
      let postings = this.postings.get(term);
      if (!postings) {
        postings = new Postings();
        this.postings.set(term, postings);
        this.dictionary.changed();
      }
      postings.add(number, entry.weights[at]!);
    });
  }

  /** Takes an entry out; one that is not there is no error. */
  remove(key: string): void {
    const number = this.numbers.get(key);
    if (number === undefined) return;
    this.numbers.delete(key);
    this.entries[number] = null;
    if (this.entries.length > 1000 && this.entries.length - this.size > MOST_HOLES * this.entries.length) this.pack();
  }

  private pack(): void {
    const renumbered = new Int32Array(this.entries.length).fill(-1);
    const kept: typeof this.entries = [];
    this.entries.forEach((entry, number) => {
      if (!entry) return;
      renumbered[number] = kept.length;
      this.numbers.set(entry.key, kept.length);
      kept.push(entry);
    });
    this.entries = kept;
    for (const [term, postings] of this.postings) {
      postings.renumber(renumbered);
      if (postings.length === 0) this.postings.delete(term);
    }
    this.dictionary.changed();
  }
}
