import type { Kind } from '../model/model.js';
import type { EntryRecord, Status } from '../store/entries.js';
import type { NewSeries } from './figures.js';
import type { Report } from './problem.js';

/** A normalised record that is not checked against others yet. */
export interface Submission {
  kind: Kind;
  slug: string;
  status: 'DRAFT' | 'PUBLISHED';
  originalLocale: string;
  /** Former slugs, oldest first; absent where files do not say. */
  formerly?: readonly string[];
  /** Future publication time of a draft. */
  publishAt?: Date | null;
  /** Publication time in a file that is past. */
  pastTime?: Date | null;
  record: EntryRecord;
  /** The draft beside the published version. */
  draft?: Submission | null;
  /** Null to keep the present figures. */
  figures: readonly NewSeries[] | null;
  /** Whether some figures could not be read. */
  lacksFigures?: boolean;
  /** Whether the record could be read; otherwise it is only a link target. */
  readable: boolean;
  report: Report;
}

/** An existing entry, as rules need it. */
export interface KnownEntry {
  /** Type name of its kind. */
  kind: string;
  slug: string;
  status: Status;
  record: EntryRecord;
  figures?: readonly NewSeries[] | null;
  lacksFigures?: boolean;
  /** Former slugs; absent where unknown. */
  formerly?: readonly string[];
}
