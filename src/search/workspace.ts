/** By the number of an entry. */
interface OfEntries {
  /** What the answers add up to, which words are answered, and how much these say. */
  scores: Float32Array;
  answered: Uint16Array;
  worth: Float32Array;
  /** The best answer to the word that is looked at, and the entries that have one. */
  best: Float32Array;
  touched: Uint32Array;
}

/** What a search writes on while it ranks, kept for the next: a search is done before another begins. */
export class Workspace {
  private entries = makeArrays(0);
  private marks = new Uint16Array(0);

  /** Clean sheets for so many entries. */
  ofEntries(capacity: number): OfEntries {
    if (this.entries.best.length < capacity) this.entries = makeArrays(capacity);
    const { scores, answered, worth, best } = this.entries;
    for (const each of [scores, answered, worth, best]) each.fill(0);
    return this.entries;
  }

  /** One for so many terms, on which nothing stands as long as each who writes there wipes it. */
  ofTerms(capacity: number): Uint16Array {
    if (this.marks.length < capacity) this.marks = new Uint16Array(capacity);
    return this.marks;
  }
}

function makeArrays(capacity: number): OfEntries {
  return {
    scores: new Float32Array(capacity),
    answered: new Uint16Array(capacity),
    worth: new Float32Array(capacity),
    best: new Float32Array(capacity),
    touched: new Uint32Array(capacity),
  };
}
