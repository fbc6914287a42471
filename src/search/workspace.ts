/** Buffers indexed by entry number. */
export interface ScoreBuffers {
  /** Sum of the matches. */
  scores: Float32Array;
  /** Bit set of the matched words. */
  answered: Uint16Array;
  /** Best match of the current word. */
  best: Float32Array;
  /** Numbers of the entries that match the current word. */
  touched: Uint32Array;
}

/** Buffers that are reused by successive searches. */
export class Workspace {
  private entries = makeArrays(0);
  private found = new Uint32Array(0);
  private marks = new Uint16Array(0);

  /** Returns zeroed score buffers for `capacity` entries. */
  ofEntries(capacity: number): ScoreBuffers {
    if (this.entries.best.length < capacity) this.entries = makeArrays(capacity);
    const { scores, answered, best } = this.entries;
    for (const each of [scores, answered, best]) each.fill(0);
    return this.entries;
  }

  /** Returns a buffer with undefined contents. */
  ofFound(capacity: number): Uint32Array {
    if (this.found.length < capacity) this.found = new Uint32Array(capacity);
    return this.found;
  }

  /** Returns a zeroed buffer. The caller must zero the items that it has set. */
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
