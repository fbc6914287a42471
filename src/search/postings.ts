/** The entries that hold one term, each with how much the term weighs in it; in no order. */
export class Postings {
  /** The numbers of the entries and, at the same places, the weights; as many as `length` says are meant. */
  documents = new Uint32Array(4);
  weights = new Float32Array(4);
  length = 0;

  /** @param number tells it from all others of an index, from 1 */
  constructor(
    readonly term: string,
    readonly number: number,
  ) {}

  add(document: number, weight: number): void {
    if (this.length === this.documents.length) this.resize(this.length * 2);
    this.documents[this.length] = document;
    this.weights[this.length] = weight;
    this.length += 1;
  }

  /** Takes a document out; one that is not there is no error. */
  remove(document: number): void {
    const at = this.documents.subarray(0, this.length).indexOf(document);
    if (at < 0) return;
    this.length -= 1;
    this.documents[at] = this.documents[this.length]!;
    this.weights[at] = this.weights[this.length]!;
    if (this.length > 4 && this.length * 4 < this.documents.length) this.resize(this.length * 2);
  }

  has(document: number): boolean {
    return this.documents.subarray(0, this.length).includes(document);
  }

  private resize(size: number): void {
    const documents = new Uint32Array(size);
    const weights = new Float32Array(size);
    documents.set(this.documents.subarray(0, this.length));
    weights.set(this.weights.subarray(0, this.length));
    this.documents = documents;
    this.weights = weights;
  }
}
