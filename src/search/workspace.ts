/** By the number of an entry. */
export interface Sheets {
  /** What the answers add up to, and which words are answered. */
  scores: Float32Array;
  answered: Uint16Array;
  /** The best answer to the word that is looked at, and the entries that have one. */
  best: Float32Array;
  touched: Uint32Array;
}

/** What a search writes on while it ranks, kept for the next: a search is done before another begins. */
export class Workspace {
  private entries = makeArrays(0);
  private found = new Uint32Array(0);
  private marks = new Uint16Array(0);

  /** Clean sheets for so many entries. */
  ofEntries(capacity: number): Sheets {
    if (this.entries.best.length < capacity) this.entries = makeArrays(capacity);
    const { scores, answered, best } = this.entries;
    for (const each of [scores, answered, best]) each.fill(0);
    return this.entries;
  }

  /** Room for the numbers of so many entries, with something else in it. */
  ofFound(capacity: number): Uint32Array {
    if (this.found.length < capacity) this.found = new Uint32Array(capacity);
    return this.found;
  }

  /** One for so many terms, on which nothing stands as long as each who writes there wipes it. */
  ofTerms(capacity: number): Uint16Array {
    if (this.marks.length < capacity) this.marks = new Uint16Array(capacity);
    return this.marks;
  }
}

function makeArrays(capacity: number): Sheets {
  return {
    scores: new Float32Array(capacity),
    answered: new Uint16Array(capacity),
    best: new Float32Array(capacity),
    touched: new Uint32Array(capacity),
  };
}
