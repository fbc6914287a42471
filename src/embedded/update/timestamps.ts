import { Timestamp } from 'bson';
import type { Doc } from '../bson/values.js';

/** The `nth` timestamp of a moment; the first is 1. */
export function timestampAt(moment: Date, nth = 1): Timestamp {
  return new Timestamp({ t: Math.floor(moment.getTime() / 1000), i: nth });
}

/** The document with the moment in its top-level fields that are `Timestamp(0, 0)`; an `_id` stays as it is. */
export function withTimestamps(doc: Doc, moment: Date): Doc {
  let result = doc;
  let nth = 0;
  for (const name of Object.keys(doc)) {
    const value = doc[name];
    if (name === '_id' || !(value instanceof Timestamp) || !value.isZero()) continue;
    if (result === doc) result = { ...doc };
    result[name] = timestampAt(moment, ++nth);
  }
  return result;
}
