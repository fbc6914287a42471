import type { EntryKey } from '../model/entry-key.js';
import { kindKey } from '../model/entry-key.js';
import type { Entries, EntryStates, StoredEntry, Use } from '../store/entries.js';
import type { Basis } from '../store/log.js';
import type { Schedule } from '../store/schedules.js';

/** More links than this stand in the way of any change of all of them at once. */
const MOST_USES = 5000;

/** What one write reads of the database: each entry once, and all that are asked for together in one command. */
export class ReadOnce {
  private readonly entries = new Map<string, EntryStates>();
  private readonly links = new Map<string, Promise<readonly Use[]>>();
  private readonly logs = new Set<number>();

  constructor(private readonly source: Entries) {}

  /** Reads those of these entries that were not read before. */
  async read(keys: readonly EntryKey[]): Promise<void> {
    const unread = [...new Map(keys.map((key) => [kindKey(key), key])).values()].filter(
      (key) => !this.entries.has(kindKey(key)),
    );
    if (unread.length === 0) return;
    const { log, entries } = await this.source.reading(unread);
    this.logs.add(log);
    unread.forEach((key, at) => this.entries.set(kindKey(key), entries[at]!));
  }

  /** The newest state of an entry that was read; null where there is none. */
  newest(key: EntryKey): StoredEntry | null {
    return this.readStates(key).newest;
  }

  /** What the public sees of an entry that was read, or null. */
  published(key: EntryKey): StoredEntry | null {
    return this.readStates(key).published;
  }

  /** What is scheduled of an entry that was read, or null. */
  schedule(key: EntryKey): Schedule | null {
    return this.readStates(key).schedule;
  }

  /** Remembers what is scheduled of an entry from now on. */
  setSchedule(key: EntryKey, schedule: Schedule | null): void {
    this.entries.set(kindKey(key), { ...this.readStates(key), schedule });
  }

  /** What links to an entry, at most `MOST_USES`. */
  readUses(key: EntryKey): Promise<readonly Use[]> {
    const known = this.links.get(kindKey(key));
    const { formerly = [] } = this.entries.get(kindKey(key))?.newest ?? {};
    const uses = known ?? this.source.usedBy(key, MOST_USES, formerly);
    this.links.set(kindKey(key), uses);
    return uses;
  }

  /** What the store need not read again; nothing where the log became another between two readings. */
  basis(): Basis | undefined {
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
