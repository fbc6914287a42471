import type { AcceptedProblems } from '../datasets/accepted-problems.js';
import type { GroupSumReport } from '../datasets/group-sums.js';
import type { ImportReport } from '../datasets/import-report.js';
import type { OnReadProgress, ImportChoices } from '../datasets/read-figures.js';
import type { CellChange } from '../series/cell-changes.js';
import type { VintageProvenance } from '../store/figures.js';
import type { StaleClaim } from './stale-claims.js';
import type { UncoveredPolicy, UncoveredFigures } from './uncovered-periods.js';

/** Files and options of an import. */
export interface ImportRequest extends Omit<ImportChoices, 'source'>, AcceptedProblems {
  paths: readonly string[];
  indicator: string;
  /** Slug of the source; null for the first one that the indicator cites. */
  source: string | null;
  licence: string | null;
  retrievedOn: string;
  /** Whether to keep the figures of the newest edition for periods that the files do not cover. */
  uncovered: UncoveredPolicy;
  /** Exact number of lost figures that the user confirmed; absent if no confirmation is required. */
  acceptedLostCount?: number;
  /** Whether files may replace a newer edition. */
  acceptsOlder: boolean;
  dryRun: boolean;
  progress?: OnReadProgress;
}

/** A file that an import read, with its digest and its format. */
export type ImportedFile = VintageProvenance['files'][number] & {
  bytes: number;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
};

/** Result of an import: outcome, counts, rejections and changes. */
export interface ImportResult {
  /** Only WRITTEN changed the database. UNCHANGED means that the figures equal the newest vintage. */
  outcome: 'WRITTEN' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
  /** Reason why nothing was written; null after success or a dry run. */
  reason: string | null;
  /** Command-line options with which the files would be accepted; null if there are none. */
  options: string | null;
  indicator: string;
  source: string;
  files: readonly ImportedFile[];
  report: ImportReport;
  /** Comparison of published group totals with the sums of their members. */
  groupSums: GroupSumReport;
  series: number;
  digest: string;
  /** New codes by dimension, and the proposed code of the total. */
  newCodes: readonly { dimension: string; codes: readonly string[]; total: string | null }[];
  /** Terms that restrict the indicator to editors; null for open terms. */
  closedBy: string | null;
  /** Differences from the newest vintage; null if there is none. */
  changes: VintageChangeCounts | null;
  /** Figures retained from the newest vintage, with their sources; null if there are none. */
  kept: Pick<UncoveredFigures, 'cells' | 'periods' | 'sources'> | null;
  /** Quotes in entries that the new figures contradict. */
  claims: readonly StaleClaim[];
  /** Position of the import in the change log; null if nothing was written. */
  sequence: number | null;
}

/** Numbers of cells that differ between two vintages, and the first changed or vanished ones as `examples`. */
export interface VintageChangeCounts {
  changed: number;
  appeared: number;
  vanished: number;
  /** Number of figures that the next vintage lacks within its periods. */
  lost: number;
  examples: readonly CellChange[];
}
