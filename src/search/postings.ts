/** Entries that contain a term, and the weight of the term in each. In no particular order. */
export class Postings {
  readonly documents: number[] = [];
  readonly weights: number[] = [];

  /** @param number number of the term, unique in the index, 1-based */
  constructor(
    readonly term: string,
    readonly number: number,
  ) {}

  get length(): number {
    return this.documents.length;
  }

  add(document: number, weight: number): void {
    this.documents.push(document);
    // Rounded to 32 bits, the precision of cached weights.
    this.weights.push(Math.fround(weight));
  }

  /** Removes an entry from those of the term. Does nothing if it is absent. */
  remove(document: number): void {
    const index = this.documents.indexOf(document);
    if (index < 0) return;
    const [lastDocument, lastWeight] = [this.documents.pop()!, this.weights.pop()!];
    if (index === this.documents.length) return;
    this.documents[index] = lastDocument;
    this.weights[index] = lastWeight;
  }

  has(document: number): boolean {
    return this.documents.includes(document);
  }
}
