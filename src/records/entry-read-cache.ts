import type { EntryKey } from '../model/entry-key.js';
import { kindKey } from '../model/entry-key.js';
import type { Entries, EntryStates, StoredEntry, Use } from '../store/entries.js';
import type { CommitBasis } from '../store/log.js';
import type { Schedule } from '../store/schedules.js';

/** Maximum number of links that one batch can update. */
const MAX_USES = 5000;

/** Reads of one write: each entry once, and simultaneous reads in one command. */
export class EntryReadCache {
  private readonly entries = new Map<string, EntryStates>();
  private readonly links = new Map<string, Promise<readonly Use[]>>();
  private readonly logs = new Set<number>();

  constructor(private readonly source: Entries) {}

  /** Reads entries that were not read before. */
  async read(keys: readonly EntryKey[]): Promise<void> {
    const unread = [...new Map(keys.map((key) => [kindKey(key), key])).values()].filter(
      (key) => !this.entries.has(kindKey(key)),
    );
    if (unread.length === 0) return;
    const { log, entries } = await this.source.reading(unread);
    this.logs.add(log);
    unread.forEach((key, at) => this.entries.set(kindKey(key), entries[at]!));
  }

  /** The newest state of a read entry. */
  newest(key: EntryKey): StoredEntry | null {
    return this.readStates(key).newest;
  }

  /** The published state of a read entry. */
  published(key: EntryKey): StoredEntry | null {
    return this.readStates(key).published;
  }

  /** The schedule of a read entry. */
  schedule(key: EntryKey): Schedule | null {
    return this.readStates(key).schedule;
  }

  setSchedule(key: EntryKey, schedule: Schedule | null): void {
    this.entries.set(kindKey(key), { ...this.readStates(key), schedule });
  }

  /** Links to an entry, at most `MAX_USES`. */
  readUses(key: EntryKey): Promise<readonly Use[]> {
    const known = this.links.get(kindKey(key));
    const { formerly = [] } = this.entries.get(kindKey(key))?.newest ?? {};
    const uses = known ?? this.source.usedBy(key, MAX_USES, formerly);
    this.links.set(kindKey(key), uses);
    return uses;
  }

  /** The states for a batch; undefined where the log was replaced between two reads. */
  basis(): CommitBasis | undefined {
    const [log, ...others] = this.logs;
    if (log === undefined || others.length > 0) return undefined;
    return {
      log,
      newest: new Map([...this.entries].map(([key, { newest }]) => [key, newest])),
      published: new Map([...this.entries].map(([key, { published }]) => [key, published])),
    };
  }

  private readStates(key: EntryKey): EntryStates {
    const states = this.entries.get(kindKey(key));
    if (!states) throw new Error(`${kindKey(key)} was not read.`);
    return states;
  }
}
