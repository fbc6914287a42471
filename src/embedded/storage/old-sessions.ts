import { decodeDocument } from '../bson/decode.js';
import type { Storage } from './storage.js';

/** Sessions are forgotten when they have written nothing for this long, in milliseconds. */
const SESSION_MS = 60 * 60_000;

/** Forgets the retryable writes of sessions that are gone. */
export async function forgetSessions(storage: Storage, now = Date.now()): Promise<void> {
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
