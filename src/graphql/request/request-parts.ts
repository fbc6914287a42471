import type { RequestMetrics } from '../../store/store.js';
import type { Deadline } from './deadline.js';
import type { TimeSlices } from './cooperative-scheduler.js';

export interface RequestStats {
  /** Reads of the store. */
  questions: number;
  /** Entries that the store returned. */
  entries: number;
  /** The estimated cost in objects, with those of introspection. */
  cost: number;
  /** The part of it that counts towards the limit; null where it was not estimated. */
  counted: number | null;
  database: RequestMetrics;
  /** As `performance.now()`. */
  since: number;
}

/** Slices of a long response; null for one without pauses. */
export interface RequestPacing {
  slices: TimeSlices | null;
}

export interface RequestParts {
  deadline: Deadline;
  stats: RequestStats;
  pace: RequestPacing;
}
