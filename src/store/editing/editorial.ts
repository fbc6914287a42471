import type { Role } from '../../model/model.js';
import type { Action, LoggedChange, Status, StoredEntry } from '../store.js';

/** What is kept of a token: never the token itself. */
export interface KeptToken {
  /** By which it is listed and revoked; tells nothing of the token. */
  id: string;
  /** Who has it, for the history. */
  name: string;
  role: Role;
  /** SHA-256 of the token, in hexadecimal. */
  digest: string;
  createdAt: Date;
  /** Null for one that does not expire. */
  expiresAt: Date | null;
  /** Null for one that was not revoked. */
  revokedAt: Date | null;
}

/** The tokens of editors and administrators. Nothing of them is remembered between two questions. */
export interface TokenShelf {
  /** Those that were not revoked and whose digest begins with these characters. */
  byPrefix(prefix: string): Promise<readonly KeptToken[]>;
  /** Every token that was ever made, the oldest first. */
  all(): Promise<readonly KeptToken[]>;
  add(token: KeptToken): Promise<void>;
  /** Revokes a token; false where there is none with that id that is still valid. */
  revoke(id: string, at: Date): Promise<boolean>;
}

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
  /** Why it could not be carried out when its time came; null while it waits. */
  problem: string | null;
}

/** What is to be published later; at most one revision of an entry. */
export interface ScheduleShelf {
  /** In the order asked for; null where nothing is scheduled. */
  of(keys: readonly { kind: string; slug: string }[]): Promise<(Schedule | null)[]>;
  /** All of them, the earliest first, at most so many. */
  all(limit: number): Promise<readonly Schedule[]>;
  /** Those that wait and whose time has come, the earliest first. */
  due(now: Date): Promise<readonly Schedule[]>;
  /** Writes one in place of the one that the entry had. */
  put(schedule: Schedule): Promise<void>;
  /** Takes away the schedule of an entry, or only if it is that of this revision; false where there was none. */
  remove(kind: string, slug: string, revision?: number): Promise<boolean>;
}

/** One state in the life of an entry, without what it held. */
export interface Outline {
  /** Another than that of the entry for what it was before it was renamed. */
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  at: Date;
  author: string;
  message: string;
}

/** A walk back through the life of one entry. */
export interface LifeWalk {
  kind: string;
  /** The slug under which the revision was written at which the walk begins. */
  slug: string;
  /** The newest revision to visit. */
  from: number;
  /** How many states the walk will probably visit, where that is known: they are read at once. */
  wanted?: number;
  /** Is given each state, newest first; returns whether the one before is wanted, too. */
  visit(state: Outline): boolean;
}

/** Names one state of an entry, by the slug under which it was written. */
export interface RevisionKey {
  kind: string;
  slug: string;
  revision: number;
}

/** One state in the life of an entry, whole, and who made it so. */
export type Revision = StoredEntry & { at: Date; author: string; message: string; action: Action };

/** What editors need of the store beside reading and writing: the past, what is to come, and who they are. */
export interface Editorial {
  readonly tokens: TokenShelf;
  readonly schedules: ScheduleShelf;
  /** Walks back through the life of entries, from before they were renamed as well. Walks share their commands. */
  walkBack(walks: readonly LifeWalk[]): Promise<void>;
  /** Revisions of entries, in one command; null in the place of one that is not there. */
  revisionsAt(keys: readonly RevisionKey[]): Promise<(Revision | null)[]>;
  /** The log before a place, newest first; from its end where that is null. At most `limit`, as for `changesAfter`. */
  changesBefore(sequence: number | null, limit: number): Promise<LoggedChange[]>;
}
