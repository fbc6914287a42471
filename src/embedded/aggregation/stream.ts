import type { Doc } from '../bson/values.js';

/**
 * Documents one after another; `undefined` where none is ready yet, so that whoever reads can pause.
 *
 * Generators stand by themselves and are given what they need: for each that is made within a function V8 makes a hidden
 * class, which keeps all that it can see until the whole heap is collected.
 */
export type Stream = Iterable<Doc | undefined>;

/** Changes each item into a document; what becomes nothing is left out. */
export function* mapped<T>(
  input: Iterable<T | undefined>,
  change: (item: T) => Doc | undefined,
): Generator<Doc | undefined> {
  for (const item of input) yield item && change(item);
}

/** So many documents of a stream, and no look at what comes after them. */
export function* firstOf(input: Stream, most: number): Generator<Doc | undefined> {
  let n = 0;
  for (const doc of input) {
    yield doc;
    if (doc && ++n >= most) return;
  }
}

/** Streams one after the other; each is asked for once those before it have ended. */
class Joined implements Iterable<Doc | undefined> {
  constructor(readonly streams: readonly (() => Stream)[]) {}

  *[Symbol.iterator](): Generator<Doc | undefined> {
    for (const stream of this.streams) yield* stream();
  }
}

/** The documents of one stream, then those of another, which is asked for only then. */
export function joined(input: Stream, next: () => Stream): Stream {
  // one after many others is no deeper than one after one
  return new Joined([...(input instanceof Joined ? input.streams : [() => input]), next]);
}

/** Takes all documents of a stream, and gives what follows from them. */
export function gathered(input: Stream, take: (doc: Doc) => void, result: () => Stream): Stream {
  const taken = mapped(input, (doc: Doc) => void take(doc));
  return joined(taken, result);
}
