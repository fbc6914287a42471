import { extendArray, ArrayPool, rangeSize } from './array-pool.js';

/** Postings of all terms, as parallel arrays of entry numbers and weights. */
export class AllPostings {
  documents = new Uint32Array(0);
  weights = new Float32Array(0);
  readonly pool = new ArrayPool((length) => {
    this.documents = extendArray(this.documents, (more) => new Uint32Array(more), length);
    this.weights = extendArray(this.weights, (more) => new Float32Array(more), length);
  });
}

/** Entries that contain a term, and the weight of the term in each. In no particular order. */
export class Postings {
  length = 0;
  private size = rangeSize(1);
  private at: number;

  /** @param number number of the term, unique in the index, 1-based */
  constructor(
    readonly term: string,
    readonly number: number,
    private readonly all: AllPostings,
  ) {
    this.at = all.pool.allocate(this.size);
  }

  /** Entry numbers. The view is valid until the index changes. */
  get documents(): Uint32Array {
    return this.all.documents.subarray(this.at, this.at + this.length);
  }

  get weights(): Float32Array {
    return this.all.weights.subarray(this.at, this.at + this.length);
  }

  add(document: number, weight: number): void {
    if (this.length === this.size) this.move(rangeSize(2 * this.length));
    this.all.documents[this.at + this.length] = document;
    this.all.weights[this.at + this.length] = weight;
    this.length += 1;
  }

  /** Removes an entry. Does nothing if it is absent. */
  remove(document: number): void {
    const { documents, weights } = this;
    const place = documents.indexOf(document);
    if (place < 0) return;
    this.length -= 1;
    documents[place] = documents[this.length]!;
    weights[place] = weights[this.length]!;
    if (this.length === 0) this.all.pool.release(this.at, this.size);
    else if (this.length * 4 < this.size) this.move(rangeSize(2 * this.length));
  }

  has(document: number): boolean {
    return this.documents.includes(document);
  }

  private move(size: number): void {
    const { all, at, length } = this;
    const to = all.pool.allocate(size);
    all.documents.copyWithin(to, at, at + length);
    all.weights.copyWithin(to, at, at + length);
    all.pool.release(at, this.size);
    this.at = to;
    this.size = size;
  }
}
