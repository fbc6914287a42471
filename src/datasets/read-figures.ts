import { basename } from 'node:path';
import { breakdownKey } from '../model/breakdown-key.js';
import { nameKey } from '../series/name-key.js';
import type { AreaReader } from '../series/area-reader.js';
import { checkHeadings } from './check-headings.js';
import { chooseTable } from './choose-layout.js';
import { naming, refusal } from './dataset-error.js';
import type { DimensionChoices } from './dimension-plan.js';
import { checkConstant, planDimensions } from './dimension-plan.js';
import type { CollectedSeries } from './figures-collector.js';
import { FiguresCollector } from './figures-collector.js';
import { OpenCompositions } from './group-compositions.js';
import type { GroupSumReport } from './group-sums.js';
import { compareGroupSums, NO_SUMS } from './group-sums.js';
import type { AreaRead, ImportReport } from './import-report.js';
import { Rejections } from './import-report.js';
import type { Layout } from './layout.js';
import type { Mapping } from './mapping-file.js';
import { openTables } from './open-tables.js';
import type { SourceFile } from './source-file.js';
import { openSource } from './source-file.js';
import type { ReadCounts } from './table-reader.js';
import { TableReader } from './table-reader.js';
import { findTerms } from './terms.js';
import type { NewCodes, Target } from './target.js';

/** What somebody says of files with figures. */
export interface ReadChoices {
  /** As areas name publishers; what the layout says unless given. */
  publisher: string | null;
  sheet: string | null;
  mapping: Mapping | null;
  /** Codes by dimension: only rows with them are read. */
  dimensions: ReadonlyMap<string, string>;
  /** Dimensions whose codes make up a whole that is added up. */
  add: readonly string[];
  /** Codes of areas by the texts of files that mean them, where a publisher's code has had several meanings. */
  groups: ReadonlyMap<string, string>;
  /** Whether codes that the indicator does not have are taken from the files. */
  takesCodes: boolean;
  /** The period of all figures, for tables that do not say it. */
  period: string | null;
  /** Slug of the source of figures that do not say theirs. */
  source: string | null;
}

/** What came of one file. */
interface ReadFile {
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

/** All figures of files, as one vintage, and how they were read. */
export interface ReadFigures {
  series: CollectedSeries[];
  report: ImportReport;
  files: readonly ReadFile[];
  /** Codes that the indicator does not have, by dimension; empty unless they are taken from the files. */
  newCodes: ReadonlyMap<string, NewCodes>;
  groupSums: GroupSumReport;
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
  const names = paths.map((path) => basename(path));
  const rejections = new Rejections();
  const reading: Reading = {
    target,
    areas,
    choices,
    rejections,
    collector: new FiguresCollector(rejections, choices.source, names),
    counts: { rows: 0, read: 0, leftOut: 0, skipped: 0 },
    areasRead: new Map(),
    seenBefore: new Map(),
    newCodes: choices.takesCodes ? new Map() : null,
    add: choices.add,
    groups: checkedGroups(choices.groups, areas),
    compositions: new OpenCompositions(),
    addsUp: false,
  };
  const files: ReadFile[] = [];
  for (const [index, path] of paths.entries()) {
    const told = (position: number | null) =>
      progress?.(reading.counts.rows, position === null ? null : (index + position) / paths.length);
    const file = { path, index, name: names[index]! };
    files.push(await naming(file.name, () => readFile(file, reading, told, signal)));
  }
  const { series: read, counts: collected } = reading.collector.finish(reading.addsUp);
  checkUsed(choices.groups, reading.areasRead);
  const [series, settled] = reading.compositions.settle(read, areas.groups);
  for (const [text, code] of settled) {
    reading.areasRead.set(text, { text, code, matchedBy: 'the sum of its members' });
  }
  checkApart(series);
  const report: ImportReport = {
    ...reading.counts,
    ...collected,
    rejected: rejections.total - collected.repeated,
    rejections: rejections.list(),
    areas: [...reading.areasRead.values()],
  };
  const newCodes = new Map([...(reading.newCodes ?? [])].filter(([, { titles }]) => titles.size > 0));
  const groupSums =
    target.measure === 'RATE' ? NO_SUMS : compareGroupSums(series, areas.groups, spellingsIn(reading.areasRead));
  return { series, report, files, newCodes, groupSums };
}

/** @throws AppError DATASET_INVALID for what is said to mean an area that is not known */
function checkedGroups(groups: ReadonlyMap<string, string>, areas: AreaReader): Map<string, string> {
  return new Map(
    [...groups].map(([text, code]) => {
      const area = areas.read(code);
      if (area.outcome === 'AREA') return [text, area.code];
      const near = areas.suggestions(code);
      throw refusal(`There is no area "${code}"${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '.'}`);
    }),
  );
}

/** @throws AppError DATASET_INVALID where a text that was said to mean an area is not in the files */
function checkUsed(groups: ReadonlyMap<string, string>, areasRead: ReadonlyMap<string, AreaRead>): void {
  const unused = [...groups.keys()].find((text) => !areasRead.has(text));
  if (unused !== undefined) throw refusal(`No figure of the files is of "${unused}"; leave --group ${unused}=… out.`);
}

/** @throws AppError DATASET_INVALID where two texts mean one area */
function checkApart(series: readonly CollectedSeries[]): void {
  const seen = new Set<string>();
  for (const { area, breakdown } of series) {
    const key = `${area} ${breakdownKey(breakdown)}`;
    if (seen.has(key))
      throw refusal(`Two codes of the files mean "${area}"; tell them apart with --group <code>=<group>.`);
    seen.add(key);
  }
}

function spellingsIn(areasRead: ReadonlyMap<string, AreaRead>): Map<string, string[]> {
  const spellings = new Map<string, string[]>();
  for (const { text, code } of areasRead.values()) spellings.set(code, [...(spellings.get(code) ?? []), text]);
  return spellings;
}

/** What the files of one vintage are read into. */
interface Reading extends DimensionChoices {
  target: Target;
  areas: AreaReader;
  choices: ReadChoices;
  rejections: Rejections;
  collector: FiguresCollector;
  counts: ReadCounts;
  areasRead: Map<string, AreaRead>;
  groups: ReadonlyMap<string, string>;
  compositions: OpenCompositions;
  addsUp: boolean;
}

async function readFile(
  { path, index, name }: { path: string; index: number; name: string },
  reading: Reading,
  progress: (position: number | null) => void,
  signal: AbortSignal | undefined,
): Promise<ReadFile> {
  const { target, areas, choices } = reading;
  const file = await openSource(path);
  using open = await openTables(file);
  const { table, layout: found, sample } = await chooseTable(open.tables, choices);
  checkHeadings(sample, found);
  const layout = withChoices(found, choices);
  const dimensions = planDimensions(layout, target, choices.dimensions, areas, reading);
  const hasParts = dimensions.plans.some((plan) => plan.dimension.isPartition && !plan.kept && !plan.filter);
  reading.addsUp ||= target.measure !== 'RATE' && (layout.addsRepeated === true || hasParts);
  const reader = new TableReader({
    ...reading,
    layout,
    sample,
    frequency: target.frequency,
    decimals: target.decimals,
    addsPeriods: target.measure === 'FLOW' && layout.addsRepeated === true,
    dimensions,
    file: { index, name },
  });
  let at = 0;
  for await (const { rows, numbers, isOpen } of table.read()) {
    signal?.throwIfAborted();
    for (let row = 0; row < rows.length; row += 1, at += 1) {
      if (at < layout.firstRow) continue;
      reader.row(rows[row]!, numbers[row]!, isOpen === true && row === rows.length - 1);
    }
    progress(open.position());
  }
  reader.finish();
  checkConstant(dimensions.plans);
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

/** A layout with what somebody says of the file. @throws AppError DATASET_INVALID when they do not go together */
function withChoices(found: Layout, { publisher, period }: ReadChoices): Layout {
  const own = found.publisher;
  if (publisher !== null && own !== null && findTerms(own) !== null && nameKey(publisher) !== nameKey(own)) {
    throw refusal(`The file is one of "${own}"; leave --publisher "${publisher}" out.`);
  }
  const saysPeriods = found.periods.length > 0 || found.values.every((value) => value.period !== null);
  if (saysPeriods && period !== null) throw refusal('The table says its periods itself; leave --period out.');
  if (!saysPeriods && period === null && found.fixedPeriod === undefined) {
    throw refusal(
      'The table does not say which period its figures are about. Use --period <period>, as in --period 2023.',
    );
  }
  return { ...found, publisher: publisher ?? found.publisher, ...(period !== null && { fixedPeriod: period }) };
}
