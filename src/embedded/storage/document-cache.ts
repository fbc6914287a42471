/** Size of a slab of memory, in bytes. `MAX_SLABS` is the maximum number of slabs. */
const SLAB_BYTES = 1 << 20;
const MAX_SLABS = 32;
/** Maximum size of a cached document, in bytes. */
const MAX_CACHED_BYTES = 1 << 16;

export type DocumentsByRecord = Map<number, Buffer>;

interface Slab {
  memory: Buffer;
  usedBytes: number;
  /** Documents in the slab. They are evicted with it. */
  entries: { documents: DocumentsByRecord; record: number }[];
}

/** Cache of recently read documents, up to 32 MB for all collections. Evicts the oldest slab with its documents. */
export class DocumentCache {
  private slabs: Slab[] = [];

  /** Caches a document if it is small enough. Returns a copy, which must not be modified. */
  put(documents: DocumentsByRecord, record: number, document: Buffer): Buffer {
    if (document.length > MAX_CACHED_BYTES) return Buffer.from(document);
    let slab = this.slabs.at(-1);
    if (!slab || slab.usedBytes + document.length > SLAB_BYTES) slab = this.addSlab();
    const copy = slab.memory.subarray(slab.usedBytes, slab.usedBytes + document.length);
    copy.set(document);
    slab.usedBytes += document.length;
    slab.entries.push({ documents, record });
    documents.set(record, copy);
    return copy;
  }

  private addSlab(): Slab {
    const oldestSlab = this.slabs.length === MAX_SLABS ? this.slabs.shift() : undefined;
    for (const { documents, record } of oldestSlab?.entries ?? []) documents.delete(record);
    const slab = { memory: Buffer.allocUnsafeSlow(SLAB_BYTES), usedBytes: 0, entries: [] };
    this.slabs.push(slab);
    return slab;
  }
}
