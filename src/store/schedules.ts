/** A scheduled publication of a revision. */
export interface Schedule {
  kind: string;
  slug: string;
  /** The revision to publish, whatever later drafts exist. */
  revision: number;
  at: Date;
  /** Who scheduled it, and why. */
  author: string;
  message: string;
  /** Why it failed at its time; null while it waits. */
  problem: string | null;
}

/** Scheduled publications, at most one for each entry. */
export interface Schedules {
  /** In the order of the keys; null where nothing is scheduled. */
  of(keys: readonly { kind: string; slug: string }[]): Promise<(Schedule | null)[]>;
  /** Earliest first. */
  all(limit: number): Promise<readonly Schedule[]>;
  /** Waiting ones whose time has come, earliest first. */
  due(now: Date): Promise<readonly Schedule[]>;
  /**
   * Replaces the schedule of an entry, if it is still the one that was read.
   *
   * @param read  null for none; default: any
   * @returns false where it has changed
   */
  put(schedule: Schedule, read?: Schedule | null): Promise<boolean>;
  /**
   * Removes the schedule of an entry, optionally only one of this revision and time. Returns false where there was
   * none.
   */
  remove(kind: string, slug: string, only?: { revision: number; at?: Date }): Promise<boolean>;
}
