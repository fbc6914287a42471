/** Buffers by entry number. */
export interface ScoreBuffers {
  /** Sums of matches, and matched words. */
  scores: Float32Array;
  answered: Uint16Array;
  /** Best match of the current word, and the entries with one. */
  best: Float32Array;
  touched: Uint32Array;
}

/** Buffers reused by successive searches. */
export class Workspace {
  private entries = makeArrays(0);
  private found = new Uint32Array(0);
  private marks = new Uint16Array(0);

  /** Cleared buffers. */
  ofEntries(capacity: number): ScoreBuffers {
    if (this.entries.best.length < capacity) this.entries = makeArrays(capacity);
    const { scores, answered, best } = this.entries;
    for (const each of [scores, answered, best]) each.fill(0);
    return this.entries;
  }

  /** A buffer with arbitrary contents. */
  ofFound(capacity: number): Uint32Array {
    if (this.found.length < capacity) this.found = new Uint32Array(capacity);
    return this.found;
  }

  /** A cleared buffer; callers clear what they wrote. */
  ofTerms(capacity: number): Uint16Array {
    if (this.marks.length < capacity) this.marks = new Uint16Array(capacity);
    return this.marks;
  }
}

function makeArrays(capacity: number): ScoreBuffers {
  return {
    scores: new Float32Array(capacity),
    answered: new Uint16Array(capacity),
    best: new Float32Array(capacity),
    touched: new Uint32Array(capacity),
  };
}
