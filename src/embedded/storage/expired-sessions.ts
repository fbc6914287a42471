import { decodeDocument } from '../bson/decode.js';
import type { Storage } from './storage.js';

/** Time after which an idle session expires, in milliseconds. */
const SESSION_EXPIRY_MS = 60 * 60_000;

/** Removes the stored results of retryable writes of expired sessions. */
export async function removeExpiredSessions(storage: Storage): Promise<void> {
  const { sessions } = storage.environment;
  const expiredKeys: Buffer[] = [];
  for (const { key, value } of sessions.getRange({})) {
    const { at } = decodeDocument(value) as { at?: Date };
    if (!at || Date.now() - Number(at) > SESSION_EXPIRY_MS) expiredKeys.push(key);
  }
  if (expiredKeys.length === 0) return;
  await storage.commit.run(() => {
    for (const key of expiredKeys) void sessions.remove(key);
  });
}
