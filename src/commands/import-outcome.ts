import type { Acceptance } from '../datasets/accepted.js';
import type { GroupSumReport } from '../datasets/group-sums.js';
import type { ImportReport } from '../datasets/import-report.js';
import type { Progress, ReadChoices } from '../datasets/read-figures.js';
import type { CellChange } from '../series/cell-changes.js';
import type { VintageProvenance } from '../store/figures.js';
import type { LostClaim } from './lost-claims.js';
import type { Uncovered, UncoveredFigures } from './uncovered-periods.js';

/** What somebody wants to import, and how. */
export interface ImportRequest extends Omit<ReadChoices, 'source'>, Acceptance {
  paths: readonly string[];
  indicator: string;
  /** Slug of the source; null for the first that the indicator cites. */
  source: string | null;
  licence: string | null;
  retrievedOn: string;
  /** What becomes of figures for periods that the files do not cover. */
  uncovered: Uncovered;
  /** The exact number of figures that may be lost; left out where they need no confirmation. */
  acceptsLost?: number;
  /** Whether files may replace an edition that is newer than they are. */
  acceptsOlder: boolean;
  dryRun: boolean;
  progress?: Progress;
}

/** A file as the outcome tells of it. */
export type ImportedFile = VintageProvenance['files'][number] & {
  bytes: number;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
};

/** What came of an import. */
export interface ImportOutcome {
  /** WRITTEN is the only one that changed anything; UNCHANGED brings the figures that are there already. */
  outcome: 'WRITTEN' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
  /** Why nothing was written; null where something was, or nothing was to be. */
  reason: string | null;
  /** The options that would let it in all the same; null where it needs none. */
  options: string | null;
  indicator: string;
  source: string;
  files: readonly ImportedFile[];
  report: ImportReport;
  /** How published totals of groups compare with the sums of their members. */
  groupSums: GroupSumReport;
  series: number;
  digest: string;
  /** Codes that the indicator got from the files, by dimension, and the total that they propose. */
  newCodes: readonly { dimension: string; codes: readonly string[]; total: string | null }[];
  /** The terms under which the indicator is for editors only; null where its figures may be passed on. */
  closedBy: string | null;
  /** How the cells differ from those of the newest vintage; null where there is none. */
  changes: Changes | null;
  /** Figures that stay from the newest vintage, with their own source; null where none do. */
  kept: Pick<UncoveredFigures, 'cells' | 'periods' | 'sources'> | null;
  /** What entries quote and the figures do not bear. */
  claims: readonly LostClaim[];
  /** The place in the log; null unless something was written. */
  sequence: number | null;
}

/** How the cells of two vintages differ: how many do, and the first of those that changed. */
export interface Changes {
  changed: number;
  appeared: number;
  vanished: number;
  /** Figures that the next vintage lacks, though its files cover their periods. */
  lost: number;
  examples: readonly CellChange[];
}
