import type { AnalysedEntry } from './analysed-entry.js';
import { Dictionary } from './dictionary.js';
import { EntryWords } from './entry-words.js';
import { AllPostings, Postings } from './postings.js';
import { readSequence } from './sequence.js';
import { Workspace } from './workspace.js';

/** What an entry is about, by keys: what it links to, each once, and itself where it is a topic or a country. */
export interface Subjects {
  topics: readonly string[];
  countries: readonly string[];
}

/** What the index tells of an entry. */
export interface IndexedEntry
  extends Pick<AnalysedEntry, 'key' | 'kind' | 'year' | 'revision' | 'writtenAt'>, Subjects {}

const NO_SUBJECTS: Subjects = { topics: [], countries: [] };

/**
 * Which entries hold which terms, with what weight; in memory, for one process. An entry that is taken out leaves
 * nothing behind: a term that no entry holds any more is not in the index.
 */
export class TextIndex {
  private readonly postings = new Map<string, Postings>();
  /** By their numbers; what is left of one that is gone is not looked at. */
  private readonly byNumber: Postings[] = [];
  private readonly allPostings = new AllPostings();
  private readonly numbers = new Map<string, number>();
  /** By number; the number of an entry that was taken out is null until another gets it. */
  private readonly entries: (IndexedEntry | null)[] = [];
  /** The numbers of those that answer a query only where it names them. */
  readonly onlyNamed = new Set<number>();
  readonly words = new EntryWords();
  private readonly free: number[] = [];
  /** Numbers of terms that are gone. */
  private readonly freeTerms: number[] = [];
  readonly dictionary = new Dictionary(this.postings);
  readonly workspace = new Workspace();

  /** How many entries there are. */
  get size(): number {
    return this.numbers.size;
  }

  /** One more than the greatest number in use. */
  get capacity(): number {
    return this.entries.length;
  }

  /** The keys of all entries. */
  keys(): IterableIterator<string> {
    return this.numbers.keys();
  }

  entry(number: number): IndexedEntry | null {
    return this.entries[number] ?? null;
  }

  /** The number of the entry under a key; -1 where there is none. */
  numberOf(key: string): number {
    return this.numbers.get(key) ?? -1;
  }

  /** The entry under a key; null where there is none. */
  held(key: string): IndexedEntry | null {
    return this.entry(this.numberOf(key));
  }

  /** All terms that some entry holds, in no order. */
  terms(): IterableIterator<Postings> {
    return this.postings.values();
  }

  /** One more than the greatest number of a term. */
  get termCapacity(): number {
    return this.postings.size + this.freeTerms.length + 1;
  }

  term(term: string): Postings | undefined {
    return this.postings.get(term);
  }

  /** The keys of the entries that hold all these terms, of which there must be at least one. */
  holding(terms: readonly string[]): string[] {
    const all = terms.map((term) => this.postings.get(term));
    if (!all.every((postings) => postings !== undefined)) return [];
    const [fewest, ...others] = all.sort((a, b) => a.length - b.length);
    return [...fewest!.documents]
      .filter((number) => others.every((postings) => postings.has(number)))
      .map((number) => this.entry(number)!.key);
  }

  /**
   * Puts an entry in, in place of what was there under its key.
   *
   * @param isOnlyNamed  whether it answers a query only where that names it
   */
  put(analysed: AnalysedEntry, { topics, countries } = NO_SUBJECTS, isOnlyNamed = false): void {
    const { key, kind, year, revision, writtenAt, terms, weights, sequence, textWeights } = analysed;
    this.remove(key);
    const number = this.free.pop() ?? this.entries.length;
    this.numbers.set(key, number);
    const numbers = terms.map((term, at) => {
      const postings = this.postings.get(term) ?? this.added(term);
      postings.add(number, weights[at]!);
      return postings.number;
    });
    this.entries[number] = { key, kind, year, revision, writtenAt, topics, countries };
    if (isOnlyNamed) this.onlyNamed.add(number);
    this.words.put(number, numbers, readSequence(sequence, numbers), textWeights);
  }

  /** Takes an entry out; one that is not there is no error. */
  remove(key: string): void {
    const number = this.numbers.get(key);
    if (number === undefined) return;
    for (const term of this.words.termsOf(number)) {
      const postings = this.byNumber[term]!;
      postings.remove(number);
      if (postings.length > 0) continue;
      this.postings.delete(postings.term);
      this.freeTerms.push(postings.number);
      this.dictionary.changed(postings.term);
    }
    this.words.remove(number);
    this.numbers.delete(key);
    this.onlyNamed.delete(number);
    this.entries[number] = null;
    this.free.push(number);
  }

  private added(term: string): Postings {
    const postings = new Postings(term, this.freeTerms.pop() ?? this.postings.size + 1, this.allPostings);
    this.postings.set(term, postings);
    this.byNumber[postings.number] = postings;
    this.dictionary.changed(term);
    return postings;
  }
}
