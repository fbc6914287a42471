import { type EntryKey, kindKey } from '../model/entry-key.js';
import type { EntryStore, EntryStates, StoredEntry, EntryUse } from '../store/entries.js';
import type { CommitBasis } from '../store/change-log.js';
import type { Schedule } from '../store/schedules.js';

/** Maximum number of links that one batch can update. */
const MAX_USES = 5000;

/** Cache of entry states during one write. Each entry is read once, and concurrent reads share one command. */
export class EntryReadCache {
  private readonly entries = new Map<string, EntryStates>();
  private readonly links = new Map<string, Promise<readonly EntryUse[]>>();
  private readonly logIds = new Set<number>();

  constructor(private readonly source: EntryStore) {}

  /** Reads the entries that are not in the cache. */
  async read(keys: readonly EntryKey[]): Promise<void> {
    const unreadKeys = [...new Map(keys.map((key) => [kindKey(key), key])).values()].filter(
      (key) => !this.entries.has(kindKey(key)),
    );
    if (unreadKeys.length === 0) return;
    const { log, entries } = await this.source.readStatesBeforeWrite(unreadKeys);
    this.logIds.add(log);
    unreadKeys.forEach((key, index) => this.entries.set(kindKey(key), entries[index]!));
  }

  /** Returns the newest state of a cached entry; null if there is none. */
  newest(key: EntryKey): StoredEntry | null {
    return this.cachedStates(key).newest;
  }

  /** Returns the published state of a cached entry; null if there is none. */
  published(key: EntryKey): StoredEntry | null {
    return this.cachedStates(key).published;
  }

  /** Returns the schedule of a cached entry; null if there is none. */
  schedule(key: EntryKey): Schedule | null {
    return this.cachedStates(key).schedule;
  }

  setSchedule(key: EntryKey, schedule: Schedule | null): void {
    this.entries.set(kindKey(key), { ...this.cachedStates(key), schedule });
  }

  /** Returns links to an entry, at most `MAX_USES`. */
  readUses(key: EntryKey): Promise<readonly EntryUse[]> {
    const cachedUses = this.links.get(kindKey(key));
    const { formerly = [] } = this.entries.get(kindKey(key))?.newest ?? {};
    const uses = cachedUses ?? this.source.usedBy(key, MAX_USES, formerly);
    this.links.set(kindKey(key), uses);
    return uses;
  }

  /** Returns the cached states as basis of a commit; undefined if the log was replaced between two reads. */
  basis(): CommitBasis | undefined {
    const [log, ...otherLogs] = this.logIds;
    if (log === undefined || otherLogs.length > 0) return undefined;
    return {
      log,
      newestStates: new Map([...this.entries].map(([key, { newest }]) => [key, newest])),
      publishedStates: new Map([...this.entries].map(([key, { published }]) => [key, published])),
    };
  }

  private cachedStates(key: EntryKey): EntryStates {
    const states = this.entries.get(kindKey(key));
    if (!states) throw new Error(`${kindKey(key)} was not read.`);
    return states;
  }
}
