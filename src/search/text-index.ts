import type { AnalysedEntry } from './analysed-entry.js';
import { TermDictionary } from './term-dictionary.js';
import { Postings } from './postings.js';
import { decodeSequence } from './term-sequence.js';

/** Keys of the topics and countries that an entry links to, and its own key if it is one of them. */
export interface FacetKeys {
  topics: readonly string[];
  countries: readonly string[];
}

export interface IndexedEntry
  extends Pick<AnalysedEntry, 'key' | 'kind' | 'year' | 'languages' | 'revision' | 'writtenAt'>, FacetKeys {}

/** Words of an entry in order, to find phrases and compute word proximity. */
export interface EntryWords {
  terms: readonly number[];
  /** Term numbers in word order, as `decodeSequence` returns them. */
  sequence: Uint32Array;
  /** Weight of a word in each text. */
  textWeights: readonly number[];
}

const NO_FACET_KEYS: FacetKeys = { topics: [], countries: [] };

/** An in-memory inverted index. Removing an entry also removes its terms that no other entry has. */
export class TextIndex {
  private readonly postings = new Map<string, Postings>();
  /** Postings by term number. Those of removed terms are stale. */
  private readonly postingsByNumber: Postings[] = [];
  private readonly entryNumbers = new Map<string, number>();
  /** Entries by number; null for a free number. */
  private readonly entries: (IndexedEntry | null)[] = [];
  /** Numbers of the entries that match only a query with their name. */
  readonly nameOnlyEntries = new Set<number>();
  private readonly wordsByNumber: (EntryWords | undefined)[] = [];
  private readonly freeNumbers: number[] = [];
  private readonly freeTerms: number[] = [];
  readonly dictionary = new TermDictionary(this.postings);

  get size(): number {
    return this.entryNumbers.size;
  }

  /** Largest entry number plus one. */
  get capacity(): number {
    return this.entries.length;
  }

  keys(): IterableIterator<string> {
    return this.entryNumbers.keys();
  }

  entry(number: number): IndexedEntry | null {
    return this.entries[number] ?? null;
  }

  /** Returns the number of an entry; -1 if it is absent. */
  numberOf(key: string): number {
    return this.entryNumbers.get(key) ?? -1;
  }

  words(number: number): EntryWords {
    return this.wordsByNumber[number]!;
  }

  entryByKey(key: string): IndexedEntry | null {
    return this.entry(this.numberOf(key));
  }

  /** Returns all indexed terms, in no particular order. */
  terms(): IterableIterator<Postings> {
    return this.postings.values();
  }

  /** Largest term number plus one. */
  get termCapacity(): number {
    return this.postings.size + this.freeTerms.length + 1;
  }

  term(term: string): Postings | undefined {
    return this.postings.get(term);
  }

  /** Returns the keys of the entries that contain all of `terms`, which must not be empty. */
  keysWithAll(terms: readonly string[]): string[] {
    const postingLists = terms.map((term) => this.postings.get(term));
    if (!postingLists.every((postings) => postings !== undefined)) return [];
    const [shortestList, ...otherLists] = postingLists.sort((a, b) => a.length - b.length);
    return shortestList!.documents
      .filter((number) => otherLists.every((postings) => postings.has(number)))
      .map((number) => this.entry(number)!.key);
  }

  /** Adds or replaces an entry. @param matchesNameOnly whether the entry matches only queries with its name */
  put(analysed: AnalysedEntry, { topics, countries } = NO_FACET_KEYS, matchesNameOnly = false): void {
    const { key, kind, year, languages, revision, writtenAt, terms, weights, sequence, textWeights } = analysed;
    this.remove(key);
    const number = this.freeNumbers.pop() ?? this.entries.length;
    this.entryNumbers.set(key, number);
    const numbers = terms.map((term, index) => {
      const postings = this.postings.get(term) ?? this.addTerm(term);
      postings.add(number, weights[index]!);
      return postings.number;
    });
    this.entries[number] = { key, kind, year, languages, revision, writtenAt, topics, countries };
    if (matchesNameOnly) this.nameOnlyEntries.add(number);
    this.wordsByNumber[number] = { terms: numbers, sequence: decodeSequence(sequence, numbers), textWeights };
  }

  /** Removes an entry. Does nothing if it is absent. */
  remove(key: string): void {
    const number = this.entryNumbers.get(key);
    if (number === undefined) return;
    for (const term of this.words(number).terms) {
      const postings = this.postingsByNumber[term]!;
      postings.remove(number);
      if (postings.length > 0) continue;
      this.postings.delete(postings.term);
      this.freeTerms.push(postings.number);
      this.dictionary.markChanged(postings.term);
    }
    this.wordsByNumber[number] = undefined;
    this.entryNumbers.delete(key);
    this.nameOnlyEntries.delete(number);
    this.entries[number] = null;
    this.freeNumbers.push(number);
  }

  private addTerm(term: string): Postings {
    const postings = new Postings(term, this.freeTerms.pop() ?? this.postings.size + 1);
    this.postings.set(term, postings);
    this.postingsByNumber[postings.number] = postings;
    this.dictionary.markChanged(term);
    return postings;
  }
}
