import type { AreaReader } from '../series/area-reader.js';
import { chooseTable } from './choose-layout.js';
import { refusal } from './dataset-error.js';
import { checkConstant, planDimensions } from './dimension-plan.js';
import type { CollectedSeries } from './figures-collector.js';
import { FiguresCollector } from './figures-collector.js';
import type { AreaRead, ImportReport } from './import-report.js';
import { Rejections } from './import-report.js';
import type { Mapping } from './mapping-file.js';
import { openTables } from './open-tables.js';
import type { SourceFile } from './source-file.js';
import { openSource } from './source-file.js';
import type { ReadCounts } from './table-reader.js';
import { TableReader } from './table-reader.js';
import type { Target } from './target.js';

/** What somebody says of files with figures. */
export interface ReadChoices {
  /** As areas name publishers; what the layout says unless given. */
  publisher: string | null;
  sheet: string | null;
  mapping: Mapping | null;
  /** Codes by dimension: only rows with them are read. */
  dimensions: ReadonlyMap<string, string>;
  /** The period of all figures, for tables that do not say it. */
  period: string | null;
  /** Slug of the source of figures that do not say theirs. */
  source: string | null;
}

/** What came of one file. */
export interface ReadFile {
  file: SourceFile;
  /** The sheet, or the member of an archive; null where the file is one table. */
  table: string | null;
  layout: string;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
  /** When the publisher last changed the figures, as the file says; null where it does not. */
  updated: string | null;
}

/** All figures of files, as one edition, and how they were read. */
export interface ReadFigures {
  series: CollectedSeries[];
  report: ImportReport;
  files: readonly ReadFile[];
}

/** Called as reading goes on: the rows read so far, and how much of all files that is, from 0 to 1 where it is known. */
export type Progress = (rows: number, share: number | null) => void;

/**
 * Reads files with figures for one indicator. Rows that cannot be taken are told in the report; a file that cannot be
 * read, or whose figures cannot be told apart, is refused, and nothing of any file is kept.
 *
 * @throws AppError DATASET_INVALID
 */
export async function readFigures(
  paths: readonly string[],
  target: Target,
  areas: AreaReader,
  choices: ReadChoices,
  { progress, signal }: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<ReadFigures> {
  const rejections = new Rejections();
  const collector = new FiguresCollector(rejections, choices.source);
  const counts: ReadCounts = { rows: 0, read: 0, leftOut: 0, skipped: 0 };
  const areasRead = new Map<string, AreaRead>();
  const seen = new Map<string, Set<string>>();
  const files: ReadFile[] = [];
  let addsUp = false;
  for (const path of paths) {
    const file = await openSource(path);
    using open = await openTables(file);
    const { table, layout: found, sample } = await chooseTable(open.tables, choices);
    const layout = {
      ...found,
      publisher: choices.publisher ?? found.publisher,
      ...(choices.period !== null && { fixedPeriod: choices.period }),
    };
    const saysPeriods = found.periods.length > 0 || found.values.every(({ period }) => period !== null);
    if (saysPeriods && choices.period !== null) throw refusal('The table says its periods itself; leave --period out.');
    if (!saysPeriods && layout.fixedPeriod === undefined) {
      throw refusal('The table does not say which period its figures are about; say it with --period.');
    }
    const dimensions = planDimensions(layout, target, choices.dimensions, areas, seen);
    const hasParts = dimensions.plans.some((plan) => plan.dimension.isPartition && !plan.kept && !plan.filter);
    addsUp ||= target.measure !== 'RATE' && (layout.addsRepeated === true || hasParts);
    const reader = new TableReader({
      layout,
      sample,
      frequency: target.frequency,
      addsPeriods: target.measure === 'FLOW' && layout.addsRepeated === true,
      dimensions,
      areas,
      collector,
      rejections,
      counts,
      areasRead,
    });
    let index = 0;
    for await (const { rows, numbers } of table.read()) {
      signal?.throwIfAborted();
      for (let at = 0; at < rows.length; at += 1, index += 1) {
        if (index >= layout.firstRow) reader.row(rows[at]!, numbers[at]!);
      }
      const position = open.position();
      progress?.(counts.rows, position === null ? null : (files.length + position) / paths.length);
    }
    checkConstant(dimensions.plans);
    files.push({
      file,
      table: table.name,
      layout: layout.name,
      publisher: layout.publisher,
      encoding: table.text?.encoding ?? null,
      delimiter: table.text?.delimiter ?? null,
      updated: layout.updated ?? null,
    });
  }
  const { series, counts: collected } = collector.finish(addsUp);
  const report: ImportReport = {
    ...counts,
    ...collected,
    rejected: rejections.total - collected.repeated,
    rejections: rejections.list(),
    areas: [...areasRead.values()],
  };
  return { series, report, files };
}
