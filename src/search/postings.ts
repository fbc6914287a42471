/** The entries that hold one term, each with how much the term weighs in it; grows at the end only. */
export class Postings {
  private documents = new Uint32Array(4);
  private weights = new Float32Array(4);
  length = 0;

  add(document: number, weight: number): void {
    if (this.length === this.documents.length) this.resize(this.length * 2);
    this.documents[this.length] = document;
    this.weights[this.length] = weight;
    this.length += 1;
  }

  document(at: number): number {
    return this.documents[at]!;
  }

  weight(at: number): number {
    return this.weights[at]!;
  }

  /** Keeps only what `renumbered` gives a number, under that number; -1 drops it. */
  renumber(renumbered: Int32Array): void {
    let kept = 0;
    for (let at = 0; at < this.length; at += 1) {
      const document = renumbered[this.documents[at]!]!;
      if (document < 0) continue;
      this.documents[kept] = document;
      this.weights[kept] = this.weights[at]!;
      kept += 1;
    }
    this.length = kept;
  }

  private resize(size: number): void {
    const documents = new Uint32Array(size);
    const weights = new Float32Array(size);
    documents.set(this.documents);
    weights.set(this.weights);
    this.documents = documents;
    this.weights = weights;
  }
}
