import type { Acceptance } from '../datasets/accepted-rejections.js';
import type { GroupSumReport } from '../datasets/group-sums.js';
import type { ImportReport } from '../datasets/import-report.js';
import type { Progress, ReadChoices } from '../datasets/read-figures.js';
import type { CellChange } from '../series/cell-changes.js';
import type { VintageProvenance } from '../store/figures.js';
import type { StaleClaim } from './stale-claims.js';
import type { UncoveredPolicy, UncoveredFigures } from './uncovered-periods.js';

/** The files and options of an import. */
export interface ImportRequest extends Omit<ReadChoices, 'source'>, Acceptance {
  paths: readonly string[];
  indicator: string;
  /** Null for the first source that the indicator cites. */
  source: string | null;
  licence: string | null;
  retrievedOn: string;
  /** What happens to figures for periods outside the files. */
  uncovered: UncoveredPolicy;
  /** The exact number of figures that may be lost; omitted where they need no confirmation. */
  acceptsLost?: number;
  /** Whether files may replace a newer edition. */
  acceptsOlder: boolean;
  dryRun: boolean;
  progress?: Progress;
}

export type ImportedFile = VintageProvenance['files'][number] & {
  bytes: number;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
};

/** The result of an import. */
export interface ImportOutcome {
  /** Only WRITTEN changed something; UNCHANGED equals the newest vintage. */
  outcome: 'WRITTEN' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
  /** Why nothing was written; null for success, and for a check. */
  reason: string | null;
  /** The options that would accept the files; null if there are none. */
  options: string | null;
  indicator: string;
  source: string;
  files: readonly ImportedFile[];
  report: ImportReport;
  /** How published totals of groups compare with sums of their members. */
  groupSums: GroupSumReport;
  series: number;
  digest: string;
  /** New codes by dimension, and their proposed total. */
  newCodes: readonly { dimension: string; codes: readonly string[]; total: string | null }[];
  /** The terms that make the indicator editors-only; null for open ones. */
  closedBy: string | null;
  /** Differences from the newest vintage; null for the first. */
  changes: Changes | null;
  /** Figures that stay from the newest vintage with their source; null for none. */
  kept: Pick<UncoveredFigures, 'cells' | 'periods' | 'sources'> | null;
  /** Quotes in entries that the figures contradict. */
  claims: readonly StaleClaim[];
  /** The position in the log; null if nothing was written. */
  sequence: number | null;
}

/** The number of cells that differ between two vintages, and the first of them. */
export interface Changes {
  changed: number;
  appeared: number;
  vanished: number;
  /** Figures that the next vintage lacks within its periods. */
  lost: number;
  examples: readonly CellChange[];
}
