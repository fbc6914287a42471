import type { EntryKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { Database } from '../connection/database.js';
import { entryStates } from '../documents/entry-states.js';
import type { LogDocument } from '../log/log-document.js';
import type { Feed } from '../projection/feed.js';
import type { Reading } from '../entries.js';

/**
 * Reads the states of entries for a writer and, in the same command, checks that the log was not replaced: a batch
 * appended to another log would leave a gap.
 */
export async function readForWriting(
  { database, model, feed }: { database: Database; model: Model; feed: Feed },
  keys: readonly EntryKey[],
): Promise<Reading> {
  for (;;) {
    const { log } = feed;
    const look = feed.look();
    const { entries, beside } = await entryStates<LogDocument>(database, model, keys, look.source);
    await feed.confirm(look, beside);
    if (feed.log === log) return { log, entries };
  }
}
