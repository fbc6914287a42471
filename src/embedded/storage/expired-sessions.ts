import { decodeDocument } from '../bson/decode.js';
import type { Storage } from './storage.js';

/** Time after which an idle session expires, in milliseconds. */
const SESSION_MS = 60 * 60_000;

/** Removes the stored results of retryable writes of expired sessions. */
export async function removeExpiredSessions(storage: Storage): Promise<void> {
  const { sessions } = storage.environment;
  const old: Buffer[] = [];
  for (const { key, value } of sessions.getRange({})) {
    const { at } = decodeDocument(value) as { at?: Date };
    if (!at || Date.now() - Number(at) > SESSION_MS) old.push(key);
  }
  if (old.length === 0) return;
  await storage.commit.run(() => {
    for (const key of old) void sessions.remove(key);
  });
}
