import type { Doc } from '../bson/values.js';

/** Documents one after another; `undefined` where none is ready yet, so that whoever reads can pause. */
export type Stream = Iterable<Doc | undefined>;

/** Changes each document of a stream; what becomes nothing is left out. */
export function* mapped(input: Stream, change: (doc: Doc) => Doc | undefined): Generator<Doc | undefined> {
  for (const doc of input) yield doc && change(doc);
}
