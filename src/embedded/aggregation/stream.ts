import type { Doc } from '../bson/values.js';

/**
 * A stream of documents. `undefined` is not a document: it lets the consumer yield to the event loop. Write generators
 * as top-level functions. V8 creates a hidden class for each nested one, which retains its scope until a major GC.
 */
export type Stream = Iterable<Doc | undefined>;

/** Converts the items of a stream. Omits items for which `convert` returns undefined. */
export function* mapStream<T>(
  input: Iterable<T | undefined>,
  convert: (item: T) => Doc | undefined,
): Generator<Doc | undefined> {
  for (const item of input) yield item && convert(item);
}

export function* takeFirst(input: Stream, count: number): Generator<Doc | undefined> {
  let takenCount = 0;
  for (const doc of input) {
    yield doc;
    if (doc && ++takenCount >= count) return;
  }
}

class ConcatenatedStream implements Iterable<Doc | undefined> {
  constructor(readonly streams: readonly (() => Stream)[]) {}

  *[Symbol.iterator](): Generator<Doc | undefined> {
    for (const stream of this.streams) yield* stream();
  }
}

export function concatStreams(input: Stream, openNext: () => Stream): Stream {
  // Extends an existing concatenation, so that many unions do not nest generators.
  return new ConcatenatedStream([...(input instanceof ConcatenatedStream ? input.streams : [() => input]), openNext]);
}

/** Passes all documents to `take`, then yields the documents of `result`. */
export function reduceStream(input: Stream, take: (doc: Doc) => void, result: () => Stream): Stream {
  const consumed = mapStream(input, (doc: Doc) => void take(doc));
  return concatStreams(consumed, result);
}
