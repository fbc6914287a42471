import type { Doc } from '../bson/values.js';

/**
 * A stream of documents. `undefined` marks a point at which the reader may yield.
 *
 * The generators are top-level functions: V8 creates a hidden class for each nested one, which retains its scope until
 * a major garbage collection.
 */
export type Stream = Iterable<Doc | undefined>;

export function* mapStream<T>(
  input: Iterable<T | undefined>,
  change: (item: T) => Doc | undefined,
): Generator<Doc | undefined> {
  for (const item of input) yield item && change(item);
}

export function* takeFirst(input: Stream, most: number): Generator<Doc | undefined> {
  let n = 0;
  for (const doc of input) {
    yield doc;
    if (doc && ++n >= most) return;
  }
}

class Joined implements Iterable<Doc | undefined> {
  constructor(readonly streams: readonly (() => Stream)[]) {}

  *[Symbol.iterator](): Generator<Doc | undefined> {
    for (const stream of this.streams) yield* stream();
  }
}

export function concatStreams(input: Stream, next: () => Stream): Stream {
  // Flattened, so that many unions do not nest generators.
  return new Joined([...(input instanceof Joined ? input.streams : [() => input]), next]);
}

export function reduceStream(input: Stream, take: (doc: Doc) => void, result: () => Stream): Stream {
  const taken = mapStream(input, (doc: Doc) => void take(doc));
  return concatStreams(taken, result);
}
