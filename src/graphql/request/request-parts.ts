import type { DatabaseUse } from '../../store/store.js';
import type { Deadline } from './deadline.js';
import type { Slices } from './slices.js';

/** What one request took. */
export interface RequestStats {
  /** Questions put to the store. */
  questions: number;
  /** Entries that it gave. */
  entries: number;
  /** What it was priced at: objects of the answer at most, those that describe the schema included. */
  cost: number;
  /** So many of them count towards the limit; null where it was refused before they were counted. */
  counted: number | null;
  /** What those questions asked of the database. */
  database: DatabaseUse;
  /** When it began, as performance.now() tells it. */
  since: number;
}

/** How an answer is made: in slices, or without a pause where that is null. */
export interface Pace {
  slices: Slices | null;
}

/** What of a request its reading needs: how long it may take, what it took, and how its answer is made. */
export interface RequestParts {
  deadline: Deadline;
  stats: RequestStats;
  pace: Pace;
}
