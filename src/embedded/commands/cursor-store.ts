import { randomInt } from 'node:crypto';
import { Long } from 'bson';
import { RawArray } from '../bson/encode.js';
import { CommandError } from '../command-error.js';
import type { YieldTimer } from './yield-timer.js';

/** Default number of documents in the first batch. `BATCH_BYTES` is the maximum size of any batch. As in MongoDB. */
const FIRST_BATCH_SIZE = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Idle time after which a cursor is closed, in milliseconds. */
const MAX_IDLE_MS = 10 * 60_000;

/** Iterator over encoded documents. At an `undefined` item, the reader can yield to other commands. */
export type DocumentStream = Iterator<Buffer | undefined>;

export interface CursorOptions {
  /** Maximum number of documents in the first batch. Default: 101. */
  batchSize?: number | undefined;
  /** Maximum number of documents in all batches; 0 for no limit. */
  limit?: number;
  /** Whether to close the cursor after the first batch. */
  isSingleBatch?: boolean;
}

interface OpenCursor {
  namespace: string;
  stream: DocumentStream;
  /** The next document, which was read but did not fit into the last batch. */
  pendingDocument: Buffer | undefined;
  /** Number of documents that remain until the limit. */
  remaining: number;
  lastUsed: number;
  isBusy: boolean;
}

/** Stores the open cursors by id, and closes idle ones. */
export class CursorStore {
  private readonly openCursors = new Map<string, OpenCursor>();
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.closeIdle(), 60_000).unref();
  }

  /** Returns the first batch. The cursor remains open unless it is exhausted or `single` is set. */
  async start(stream: DocumentStream, namespace: string, pacer: YieldTimer, options: CursorOptions): Promise<object> {
    const cursor: OpenCursor = {
      namespace,
      stream,
      pendingDocument: undefined,
      remaining: options.limit || Infinity,
      lastUsed: Date.now(),
      isBusy: false,
    };
    const { documents, isExhausted } = await fillBatch(cursor, options.batchSize ?? FIRST_BATCH_SIZE, pacer);
    let id = Long.ZERO;
    if (!isExhausted && !options.isSingleBatch) {
      id = Long.fromNumber(randomInt(1, 2 ** 47));
      this.openCursors.set(id.toString(), cursor);
    }
    return { cursor: { firstBatch: new RawArray(documents), id, ns: namespace } };
  }

  /** Returns the next batch. @throws CommandError CursorNotFound */
  async next(id: Long, namespace: string, batchSize: number | undefined, pacer: YieldTimer): Promise<object> {
    const cursor = this.openCursors.get(id.toString());
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id.toString()} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    if (cursor.isBusy) throw new CommandError('CursorNotFound', `cursor id ${id.toString()} is already in use`);
    cursor.isBusy = true;
    try {
      const { documents, isExhausted } = await fillBatch(cursor, batchSize || Infinity, pacer);
      if (isExhausted) this.openCursors.delete(id.toString());
      return { cursor: { nextBatch: new RawArray(documents), id: isExhausted ? Long.ZERO : id, ns: namespace } };
    } catch (error) {
      this.openCursors.delete(id.toString());
      throw error;
    } finally {
      cursor.isBusy = false;
      cursor.lastUsed = Date.now();
    }
  }

  /** Closes a cursor. Returns false if it is unknown. */
  kill(id: Long): boolean {
    return this.openCursors.delete(id.toString());
  }

  close(): void {
    clearInterval(this.timer);
    this.openCursors.clear();
  }

  private closeIdle(): void {
    const idleSince = Date.now() - MAX_IDLE_MS;
    for (const [id, { lastUsed, isBusy }] of this.openCursors)
      if (!isBusy && lastUsed < idleSince) this.openCursors.delete(id);
  }
}

async function fillBatch(
  cursor: OpenCursor,
  maxDocuments: number,
  pacer: YieldTimer,
): Promise<{ documents: Buffer[]; isExhausted: boolean }> {
  const documents: Buffer[] = [];
  let bytes = 0;
  if (cursor.pendingDocument && maxDocuments > 0) {
    documents.push(cursor.pendingDocument);
    bytes = cursor.pendingDocument.length;
    cursor.pendingDocument = undefined;
  }
  while (documents.length < maxDocuments) {
    if (pacer.due()) await pacer.pause();
    if (cursor.remaining === 0) return { documents, isExhausted: true };
    const { value, done } = cursor.stream.next();
    if (done) return { documents, isExhausted: true };
    if (value === undefined) continue;
    cursor.remaining--;
    if (documents.length > 0 && bytes + value.length + 16 > MAX_BATCH_BYTES) {
      cursor.pendingDocument = value;
      break;
    }
    documents.push(value);
    bytes += value.length + 16;
  }
  pacer.check();
  return { documents, isExhausted: cursor.remaining === 0 && !cursor.pendingDocument };
}
