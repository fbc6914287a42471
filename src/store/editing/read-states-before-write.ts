import type { EntryKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { Database } from '../connection/database.js';
import { readEntryStates } from '../documents/entry-states.js';
import type { LogDocument } from '../log/log-document.js';
import type { ChangeFeed } from '../projection/change-feed.js';
import type { StatesBeforeWrite } from '../entries.js';

/** Reads the states of entries for a writer. The same command verifies that the log was not replaced. */
export async function readStatesBeforeWrite(
  { database, model, feed }: { database: Database; model: Model; feed: ChangeFeed },
  keys: readonly EntryKey[],
): Promise<StatesBeforeWrite> {
  for (;;) {
    const { logEpoch } = feed;
    const check = feed.verificationQuery();
    const { entries, extraDocuments } = await readEntryStates<LogDocument>(database, model, keys, check.source);
    await feed.confirm(check, extraDocuments);
    if (feed.logEpoch === logEpoch) return { log: logEpoch, entries };
  }
}
