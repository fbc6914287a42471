import type { Kind } from '../model/model.js';
import type { EntryRecord, Status } from '../store/entries.js';
import type { SeriesFigures } from './figures.js';
import type { Report } from './problem.js';

/** What somebody wants an entry to be from now on, shaped but not yet checked against the others. */
export interface Submission {
  kind: Kind;
  slug: string;
  status: 'DRAFT' | 'PUBLISHED';
  originalLocale: string;
  /** The slugs that the entry had before, the oldest first; absent where no file says so. */
  formerly?: readonly string[];
  /** When a draft is to be shown to the public; absent where no file says so, or the time is past. */
  publishAt?: Date | null;
  /** The time of publication that a file gives, where it is past. */
  pastTime?: Date | null;
  record: EntryRecord;
  /** A newer draft beside the published version; absent where no file says so. */
  draft?: Submission | null;
  /** All figures of the entry; null where none come with it, which leaves those it has. */
  figures: readonly SeriesFigures[] | null;
  /** Whether figures come with it that could not all be read; absent where no file says so. */
  lacksFigures?: boolean;
  /** Whether the record could be read at all. One that could not is there for others to link to, and nothing more. */
  readable: boolean;
  report: Report;
}

/** An entry that is there already, as far as rules look at it. */
export interface KnownEntry {
  /** Type name of its kind. */
  kind: string;
  slug: string;
  status: Status;
  record: EntryRecord;
  figures?: readonly SeriesFigures[] | null;
  lacksFigures?: boolean;
  /** The slugs that it had before; absent where nobody knows. */
  formerly?: readonly string[];
}
