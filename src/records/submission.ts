import type { EntryKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { EntryRecord, Status } from '../store/entries.js';
import type { SubmittedSeries } from './submitted-figures.js';
import type { Report } from './problem.js';

/** A normalised record that has not been checked against other entries. */
export interface Submission {
  kind: Kind;
  slug: string;
  status: 'DRAFT' | 'PUBLISHED';
  originalLocale: string;
  /** Former slugs, oldest first; absent if files do not state them. */
  formerly?: readonly string[];
  /** Entries of other kinds to retire and redirect to this one. */
  absorbs?: readonly EntryKey[];
  /** Future publication time of a draft. */
  publishAt?: Date | null;
  /** Publication time in the file, if it has passed. */
  pastTime?: Date | null;
  record: EntryRecord;
  /** The draft alongside the published version. */
  draft?: Submission | null;
  /** New figures; null to leave the current ones unchanged. */
  figures: readonly SubmittedSeries[] | null;
  /** Figures of earlier editions, by date. */
  editions?: ReadonlyMap<string, readonly SubmittedSeries[]>;
  /** Whether some figures could not be read. */
  lacksFigures?: boolean;
  /** Whether the record could be read. Otherwise, the submission is only used as a target of links. */
  readable: boolean;
  report: Report;
}

/** An existing entry, with the data that rules need. */
export interface ExistingEntry {
  /** Type name of the kind. */
  kind: string;
  slug: string;
  status: Status;
  record: EntryRecord;
  figures?: readonly SubmittedSeries[] | null;
  lacksFigures?: boolean;
  /** Former slugs; absent if unknown. */
  formerly?: readonly string[];
}
