import { keyOf } from '../bson/index-key.js';
import { decodeDocument } from '../bson/decode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { Rank } from '../bson/values.js';
import type { Collection } from './collection.js';
import type { Index } from './index-definition.js';
import { deleteDocument } from './write.js';
import type { Storage } from './storage.js';
import { after, inverted } from '../query/plan/bounds.js';

/** Documents that one transaction takes away. */
const MOST_AT_ONCE = 200;
/** Sessions are forgotten when they have written nothing for this long, in milliseconds. */
const SESSION_MS = 60 * 60_000;

/** Takes away what the TTL indexes say is over, and the retryable writes of sessions that are gone. */
export async function expire(storage: Storage, now = Date.now()): Promise<void> {
  for (const collection of storage.catalogue.all()) {
    for (const index of collection.indexes) {
      const seconds = index.spec.expireAfterSeconds;
      if (isNumeric(seconds)) await expireIn(storage, collection, index, new Date(now - toDouble(seconds) * 1000));
    }
  }
  await forgetSessions(storage, now);
}

async function expireIn(storage: Storage, collection: Collection, index: Index, over: Date): Promise<void> {
  const [low, high] = [Buffer.from([Rank.Date + 1]), after(keyOf([over]))];
  const flipped = index.descending[0] === true;
  for (let more = true; more;) {
    more = await storage.commit.run(() => {
      if (storage.catalogue.get(collection.db, collection.name) !== collection) return false;
      if (!collection.indexes.includes(index)) return false;
      const gone = new Set<number>();
      const range = flipped ? inverted({ low, high, point: false }) : { low, high };
      for (const record of storage.entries(index, range.low, range.high)) {
        gone.add(record);
        if (gone.size >= MOST_AT_ONCE) break;
      }
      for (const record of gone) {
        const bytes = storage.document(collection, record);
        if (bytes) deleteDocument(storage, collection, { record, bytes });
      }
      return gone.size >= MOST_AT_ONCE;
    });
  }
}

async function forgetSessions(storage: Storage, now: number): Promise<void> {
  const { sessions } = storage.environment;
  const old: Buffer[] = [];
  for (const { key, value } of sessions.getRange({})) {
    const { at } = decodeDocument(value) as { at?: Date };
    if (!at || now - Number(at) > SESSION_MS) old.push(key);
  }
  if (old.length === 0) return;
  await storage.commit.run(() => {
    for (const key of old) void sessions.remove(key);
  });
}
