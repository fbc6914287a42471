import { basename } from 'node:path';
import { breakdownKey } from '../model/breakdown-key.js';
import { areaNameKey } from '../series/area-name-key.js';
import type { AreaResolver } from '../series/area-resolver.js';
import { rejectDuplicateHeadings } from './duplicate-headings.js';
import { chooseSourceTable } from './choose-source-table.js';
import { withFileName, datasetError } from './dataset-error.js';
import { type DimensionChoices, planDimensions, rejectVaryingDimensions } from './plan-dimensions.js';
import { type CollectedSeries, FiguresCollector } from './figures-collector.js';
import { AmbiguousGroupResolver } from './ambiguous-group-resolver.js';
import { compareGroupSums, EMPTY_GROUP_SUM_REPORT, type GroupSumReport } from './group-sums.js';
import { type ImportReport, type MatchedArea, RejectionCollector } from './import-report.js';
import type { Layout } from './layout.js';
import type { Mapping } from './mapping-file.js';
import { openTables } from './open-tables.js';
import { inspectSourceFile, type SourceFile } from './source-file.js';
import { type TableReadCounts, TableReader } from './table-reader.js';
import { findLicenceTerms } from './licence-terms.js';
import type { NewCodeCollector, ImportTarget } from './import-target.js';

/** User options for an import. */
export interface ImportChoices {
  /** Publisher of the files. Default: that of the layout. */
  publisher: string | null;
  sheet: string | null;
  mapping: Mapping | null;
  /** Code to select, by dimension. */
  dimensions: ReadonlyMap<string, string>;
  /** Names of the dimensions to sum over. */
  add: readonly string[];
  /** Area codes by ambiguous text in the files. */
  groups: ReadonlyMap<string, string>;
  /** Whether to add codes that the indicator lacks. */
  addsNewCodes: boolean;
  /** Period of all figures, for tables without periods. */
  period: string | null;
  source: string | null;
}

interface FileSummary {
  file: SourceFile;
  /** Name of the sheet or archive member; null for a single table. */
  table: string | null;
  layout: string;
  publisher: string | null;
  encoding: string | null;
  delimiter: string | null;
  /** Date of the publisher's last change, as in the file; null if it has none. */
  updated: string | null;
}

export interface DatasetFigures {
  series: CollectedSeries[];
  report: ImportReport;
  files: readonly FileSummary[];
  /** Codes in the files that the indicator lacks, by dimension. */
  newCodes: ReadonlyMap<string, NewCodeCollector>;
  groupSums: GroupSumReport;
}

/** Callback with the number of rows read so far, and the completed share of all files from 0 to 1 if it is known. */
export type OnReadProgress = (rows: number, share: number | null) => void;

/** Reads the figures of a vintage from files, and reports invalid rows. @throws DATASET_INVALID a file is unreadable */
export async function readDatasetFigures(
  paths: readonly string[],
  target: ImportTarget,
  areas: AreaResolver,
  choices: ImportChoices,
  { progress }: { progress?: OnReadProgress } = {},
): Promise<DatasetFigures> {
  const fileNames = paths.map((path) => basename(path));
  const rejections = new RejectionCollector();
  const state: ImportState = {
    target,
    areas,
    choices,
    rejections,
    collector: new FiguresCollector(rejections, choices.source, fileNames),
    counts: { rows: 0, read: 0, leftOut: 0, skipped: 0 },
    areasRead: new Map(),
    codesFoundBefore: new Map(),
    newCodes: choices.addsNewCodes ? new Map() : null,
    add: choices.add,
    groups: resolveGroups(choices.groups, areas),
    ambiguousGroups: new AmbiguousGroupResolver(),
    addsUp: false,
  };
  const files: FileSummary[] = [];
  for (const [index, path] of paths.entries()) {
    const reportProgress = (position: number | null) =>
      progress?.(state.counts.rows, position === null ? null : (index + position) / paths.length);
    const file = { path, index, name: fileNames[index]! };
    files.push(await withFileName(file.name, () => readFile(file, state, reportProgress)));
  }
  const { series: readSeries, counts: collectedCounts } = state.collector.finish(state.addsUp);
  checkGroupsUsed(choices.groups, state.areasRead);
  const [series, resolvedGroups] = state.ambiguousGroups.resolve(readSeries, areas.groups);
  for (const [text, code] of resolvedGroups) {
    state.areasRead.set(text, { text, code, matchedBy: 'the sum of its members' });
  }
  checkDistinctAreas(series);
  const report: ImportReport = {
    ...state.counts,
    ...collectedCounts,
    rejected: rejections.total - collectedCounts.repeated,
    rejections: rejections.list(),
    areas: [...state.areasRead.values()],
  };
  const newCodes = new Map([...(state.newCodes ?? [])].filter(([, { titles }]) => titles.size > 0));
  const groupSums =
    target.measure === 'RATE'
      ? EMPTY_GROUP_SUM_REPORT
      : compareGroupSums(series, areas.groups, groupSpellings(state.areasRead));
  return { series, report, files, newCodes, groupSums };
}

/** Converts the areas of `--group` options to codes. @throws AppError DATASET_INVALID an area is unknown */
function resolveGroups(groups: ReadonlyMap<string, string>, areas: AreaResolver): Map<string, string> {
  return new Map(
    [...groups].map(([text, code]) => {
      const area = areas.resolve(code);
      if (area.outcome === 'AREA') return [text, area.code];
      const suggestions = areas.suggestions(code);
      throw datasetError(
        `There is no area "${code}"${suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '.'}`,
      );
    }),
  );
}

/** Rejects unused `--group` options. @throws AppError DATASET_INVALID */
function checkGroupsUsed(groups: ReadonlyMap<string, string>, areasRead: ReadonlyMap<string, MatchedArea>): void {
  const unusedText = [...groups.keys()].find((text) => !areasRead.has(text));
  if (unusedText !== undefined)
    throw datasetError(`The files have no figure of "${unusedText}"; remove --group ${unusedText}=….`);
}

/** Rejects duplicate series. @throws AppError DATASET_INVALID if two texts mean the same area */
function checkDistinctAreas(series: readonly CollectedSeries[]): void {
  const seenKeys = new Set<string>();
  for (const { area, breakdown } of series) {
    const key = `${area} ${breakdownKey(breakdown)}`;
    if (seenKeys.has(key))
      throw datasetError(`Two codes of the files mean "${area}"; distinguish them with --group <code>=<group>.`);
    seenKeys.add(key);
  }
}

function groupSpellings(areasRead: ReadonlyMap<string, MatchedArea>): Map<string, string[]> {
  const spellings = new Map<string, string[]>();
  for (const { text, code } of areasRead.values()) spellings.set(code, [...(spellings.get(code) ?? []), text]);
  return spellings;
}

interface ImportState extends DimensionChoices {
  target: ImportTarget;
  areas: AreaResolver;
  choices: ImportChoices;
  rejections: RejectionCollector;
  collector: FiguresCollector;
  counts: TableReadCounts;
  areasRead: Map<string, MatchedArea>;
  groups: ReadonlyMap<string, string>;
  ambiguousGroups: AmbiguousGroupResolver;
  addsUp: boolean;
}

async function readFile(
  { path, index, name }: { path: string; index: number; name: string },
  state: ImportState,
  progress: (position: number | null) => void,
): Promise<FileSummary> {
  const { target, areas, choices } = state;
  const file = await inspectSourceFile(path);
  using openedTables = await openTables(file);
  const { table, layout: tableLayout, sample } = await chooseSourceTable(openedTables.tables, choices);
  rejectDuplicateHeadings(sample, tableLayout);
  const layout = applyChoices(tableLayout, choices);
  const dimensions = planDimensions(layout, target, choices.dimensions, areas, state);
  const hasParts = dimensions.plans.some(
    (plan) => plan.dimension.isPartition && !plan.indicatorDimension && !plan.filter,
  );
  state.addsUp ||= target.measure !== 'RATE' && (layout.addsRepeated === true || hasParts);
  const reader = new TableReader({
    ...state,
    layout,
    sample,
    frequency: target.frequency,
    decimals: target.decimals,
    addsPeriods: target.measure === 'FLOW' && layout.addsRepeated === true,
    dimensions,
    file: { index, name },
  });
  let rowCount = 0;
  for await (const { rows, numbers, isUnterminated } of table.read()) {
    for (let row = 0; row < rows.length; row += 1, rowCount += 1) {
      if (rowCount < layout.firstRow) continue;
      reader.addRow(rows[row]!, numbers[row]!, isUnterminated === true && row === rows.length - 1);
    }
    progress(openedTables.progress());
  }
  reader.finish();
  rejectVaryingDimensions(dimensions.plans);
  return {
    file,
    table: table.name,
    layout: layout.name,
    publisher: layout.publisher,
    encoding: table.text?.encoding ?? null,
    delimiter: table.text?.delimiter ?? null,
    updated: layout.updated ?? null,
  };
}

/** Applies user options to a layout. @throws AppError DATASET_INVALID they conflict */
function applyChoices(layout: Layout, { publisher, period }: ImportChoices): Layout {
  const ownPublisher = layout.publisher;
  if (
    publisher !== null &&
    ownPublisher !== null &&
    findLicenceTerms(ownPublisher) !== null &&
    areaNameKey(publisher) !== areaNameKey(ownPublisher)
  ) {
    throw datasetError(`The file is from "${ownPublisher}"; remove --publisher "${publisher}".`);
  }
  const hasPeriods = layout.periods.length > 0 || layout.values.every((value) => value.period !== null);
  if (hasPeriods && period !== null) throw datasetError('The table has its own periods. Remove --period.');
  if (!hasPeriods && period === null && layout.fixedPeriod === undefined) {
    throw datasetError(
      'The table does not state the period of its figures. Use --period <period>, as in --period 2023.',
    );
  }
  return { ...layout, publisher: publisher ?? layout.publisher, ...(period !== null && { fixedPeriod: period }) };
}
