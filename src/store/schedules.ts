/** A revision of an entry that is to be shown to the public at a certain time. */
export interface Schedule {
  kind: string;
  slug: string;
  /** The revision that goes live, whatever is drafted after it. */
  revision: number;
  at: Date;
  /** Who asked for it, and why. */
  author: string;
  message: string;
  /** Why it could not be applied when its time came; null while it waits. */
  problem: string | null;
}

/** What is to be published later; at most one revision of an entry. */
export interface Schedules {
  /** In the order asked for; null where nothing is scheduled. */
  of(keys: readonly { kind: string; slug: string }[]): Promise<(Schedule | null)[]>;
  /** All of them, the earliest first, at most so many. */
  all(limit: number): Promise<readonly Schedule[]>;
  /** Those that wait and whose time has come, the earliest first. */
  due(now: Date): Promise<readonly Schedule[]>;
  /**
   * Writes one in place of the one that the entry had, or only if that is still the one that was read.
   *
   * @param read  null for none; whatever it had unless given
   * @returns false where it has another by now, or none any more
   */
  put(schedule: Schedule, read?: Schedule | null): Promise<boolean>;
  /** Takes away the schedule of an entry, or only if it is that of this revision and time; false where there was none. */
  remove(kind: string, slug: string, only?: { revision: number; at?: Date }): Promise<boolean>;
}
