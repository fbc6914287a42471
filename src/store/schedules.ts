/** A scheduled publication of a revision. */
export interface Schedule {
  kind: string;
  slug: string;
  /** Revision to publish, even if there are later drafts. */
  revision: number;
  at: Date;
  /** Name of the person who scheduled it. */
  author: string;
  message: string;
  /** Error of the failed publication; null while it is pending. */
  problem: string | null;
}

/** Scheduled publications, at most one per entry. */
export interface ScheduleStore {
  /** Returns the schedules of entries, in the order of the keys; null for an entry without one. */
  byKeys(keys: readonly { kind: string; slug: string }[]): Promise<(Schedule | null)[]>;
  /** Returns all schedules, earliest first. */
  all(limit: number): Promise<readonly Schedule[]>;
  /** Returns the pending schedules that are due, earliest first. */
  due(now: Date): Promise<readonly Schedule[]>;
  /** Sets the schedule of an entry. Returns false if the stored one is not `expected` (null: none; omitted: any). */
  put(schedule: Schedule, expected?: Schedule | null): Promise<boolean>;
  /** Removes a schedule. Returns false if there was none. @param expected if given, its revision and time must be these */
  remove(kind: string, slug: string, expected?: { revision: number; at?: Date }): Promise<boolean>;
}
