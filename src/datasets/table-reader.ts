import type { AreaResolver } from '../series/area-resolver.js';
import type { Frequency } from '../series/period.js';
import { hasAttributeColumns, applyAttributeColumns } from './attribute-columns.js';
import { type CellValue, parseCell } from './cell-value.js';
import { datasetError } from './dataset-error.js';
import { DecimalMarkDetector } from './decimal-mark-detector.js';
import type { DimensionPlan, DimensionPlans } from './plan-dimensions.js';
import type { FiguresCollector } from './figures-collector.js';
import type { AmbiguousGroupResolver } from './ambiguous-group-resolver.js';
import { type MatchedArea, type RejectionCollector, TRUNCATED_REASON } from './import-report.js';
import type { Layout, TableSample, ValueColumn } from './layout.js';
import { packLocation } from './row-location.js';
import { RowAreaMatcher, type RowError } from './row-area-matcher.js';
import { RowPeriodParser } from './row-period-parser.js';

export interface TableReadCounts {
  rows: number;
  read: number;
  leftOut: number;
  skipped: number;
}

export interface TableReaderOptions {
  layout: Layout;
  sample: TableSample;
  frequency: Frequency;
  /** Whether to add up figures of shorter periods. */
  addsPeriods: boolean;
  dimensions: DimensionPlans;
  areas: AreaResolver;
  collector: FiguresCollector;
  rejections: RejectionCollector;
  counts: TableReadCounts;
  areasRead: Map<string, MatchedArea>;
  ambiguousGroups: AmbiguousGroupResolver;
  /** Area codes by ambiguous text, from `--group` options. */
  groups: ReadonlyMap<string, string>;
  file: { index: number; name: string };
  /** Maximum number of decimal places of the indicator's figures. */
  decimals: number;
}

const SEPARATOR = '\u001f';

/** Converts the rows of a table to figures, according to its layout. */
export class TableReader {
  private readonly areas: RowAreaMatcher;
  private readonly hasAttributes: boolean;
  private readonly fixedArea: FixedArea | null;
  private readonly columns: readonly SelectedColumn[];
  private readonly periods: RowPeriodParser;
  private readonly plans: readonly DimensionPlan[];
  private readonly decimalMarks: DecimalMarkDetector | null;
  /** Expected number of cells per row; null if rows may differ. */
  private readonly width: number | null;

  constructor(private readonly options: TableReaderOptions) {
    const { layout, sample, dimensions, areas, areasRead, ambiguousGroups, groups } = options;
    this.areas = new RowAreaMatcher(layout, sample, areas, areasRead, ambiguousGroups, groups);
    this.periods = new RowPeriodParser(layout, options);
    this.hasAttributes = hasAttributeColumns(layout);
    // Filters run first, so that the codes of filtered rows are not recorded.
    this.plans = dimensions.plans
      .filter(({ dimension }) => dimension.column !== null)
      .sort((a, b) => Number(b.filter !== null) - Number(a.filter !== null));
    this.columns = selectColumns(layout, dimensions.plans, this.areas);
    this.fixedArea = layout.fixedArea === undefined ? null : this.areas.matchFixed(layout.fixedArea, null);
    const isText = sample.form === 'DELIMITED';
    this.width = isText ? (sample.rows[layout.firstRow - 1]?.length ?? null) : null;
    this.decimalMarks =
      isText && options.decimals === 0 && !layout.cellFormat.numbers.isStated ? new DecimalMarkDetector() : null;
  }

  /** Adds the figures of a row, or rejects them. @param isOpen whether it is the last row, without a line break */
  addRow(rowCells: readonly string[], number: number, isOpen: boolean): void {
    const { layout, counts } = this.options;
    const cells = layout.prepare ? layout.prepare(rowCells) : rowCells;
    if (cells === null || this.isNote(cells)) {
      counts.skipped += 1;
      return;
    }
    counts.rows += 1;
    const shapeProblem = this.shapeFault(rowCells, isOpen);
    if (shapeProblem !== null) {
      counts.read += this.columns.length;
      for (const _ of this.columns)
        this.reject({ code: 'ROW_SHAPE', text: '', reason: shapeProblem, column: null }, number);
      return;
    }
    let fault: RowError | null = null;
    let codes = '';
    for (const plan of this.plans) {
      const text = (cells[plan.dimension.column!] ?? '').trim() || (layout.emptyCode ?? '');
      const label = plan.dimension.label === null ? null : (cells[plan.dimension.label] ?? '').trim();
      if (plan.filter !== null && !plan.filter(text, label)) {
        counts.leftOut += this.columns.length;
        return;
      }
      if (plan.indicatorDimension !== null) {
        const code = plan.indicatorDimension.finder.find(text, label);
        if (code === undefined) fault ??= codeFault(plan, text);
        else if (code !== null) codes += `${SEPARATOR}${plan.indicatorDimension.name}=${code}`;
      } else if (plan.foundCodes !== null && plan.foundCodes.size < 1_000) plan.foundCodes.add(text);
    }
    const implausibleValue = layout.implausible?.(cells) ?? null;
    if (implausibleValue !== null)
      fault ??= { code: 'IMPLAUSIBLE', text: '', reason: `rejected for review: ${implausibleValue}`, column: null };
    this.addFigures(cells, number, codes, fault);
  }

  private addFigures(cells: readonly string[], number: number, codes: string, fault: RowError | null): void {
    const { layout, counts } = this.options;
    const rowAreas: string[] = [];
    const hasColumnAreas = this.columns.some(({ area }) => area !== null);
    const areaFault = hasColumnAreas || this.fixedArea !== null ? null : this.areas.matchRow(cells, rowAreas);
    const rowPeriod = layout.fixedPeriod ?? this.periods.periodText(cells);
    for (const figureColumn of this.columns) {
      counts.read += 1;
      const { column, period } = figureColumn.value;
      const cell = this.cell(cells, figureColumn.value);
      if ('fault' in cell) {
        this.reject({ code: 'VALUE_INVALID', text: cells[column] ?? '', reason: cell.fault, column }, number);
        continue;
      }
      this.decimalMarks?.observe(cells[column] ?? '', number, column);
      const parsedPeriod = this.periods.parse(period ?? rowPeriod);
      const ownArea = figureColumn.area ?? this.fixedArea;
      const rowFault = fault ?? (ownArea === null ? areaFault : 'fault' in ownArea ? ownArea.fault : null);
      const cellFault =
        figureColumn.fault ??
        rowFault ??
        ('fault' in parsedPeriod ? this.periodFault(figureColumn.value, rowPeriod, parsedPeriod.fault) : null);
      if (cellFault !== null) {
        this.reject(cellFault, number, cell.value);
        continue;
      }
      if (layout.implausibleAbove !== undefined && (cell.value ?? 0) > layout.implausibleAbove) {
        const reason = `rejected for review: above ${layout.implausibleAbove}`;
        this.reject({ code: 'IMPLAUSIBLE', text: '', reason, column }, number, cell.value);
        continue;
      }
      const areas = ownArea === null || 'fault' in ownArea ? rowAreas : [ownArea.code];
      this.addFigure(areas, codes + figureColumn.codes, (parsedPeriod as { period: string }).period, cell, number);
    }
  }

  /** Rejects the table if it is unclear whether points are decimal marks. @throws AppError DATASET_INVALID */
  finish(): void {
    const ambiguousFigure = this.decimalMarks?.firstAmbiguous();
    if (!ambiguousFigure) return;
    const { text, row, column } = ambiguousFigure;
    throw datasetError(
      `"${text}" in row ${row}, column "${this.heading(column)}", may be ${text.replaceAll('.', '')} or a fraction: the indicator has no decimals. State the number format in a mapping file, or set the decimals of the indicator.`,
    );
  }

  /** Returns how the number of cells differs from the headings; null if it does not. Ignores empty cells at the end. */
  private shapeFault(rowCells: readonly string[], isOpen: boolean): string | null {
    if (this.width === null || rowCells.length === this.width) return null;
    if (rowCells.length > this.width && rowCells.slice(this.width).every((cell) => cell.trim() === '')) return null;
    const isTruncated = isOpen && rowCells.length < this.width;
    const truncationText = isTruncated ? `, and no line end: ${TRUNCATED_REASON}` : '';
    return `${rowCells.length} cells, but there are ${this.width} headings${truncationText}`;
  }

  private reject({ code, text, reason, column }: RowError, row: number, value: number | null = null): void {
    const location = { file: this.options.file.name, row, column: column === null ? null : this.heading(column) };
    this.options.rejections.add(code, text, reason, location, value);
  }

  private heading(column: number): string {
    const { layout, sample } = this.options;
    const names = layout.headings ?? sample.rows[layout.firstRow - 1] ?? [];
    return names[column]?.trim() || `column ${column + 1}`;
  }

  private periodFault({ column, period }: ValueColumn, rowPeriod: string, reason: string): RowError {
    const at = period === null ? (this.options.layout.periods[0] ?? null) : column;
    return { code: 'PERIOD_INVALID', text: period ?? rowPeriod, reason, column: at };
  }

  private addFigure(areas: readonly string[], codes: string, period: string, cell: CellValue, number: number): void {
    const { collector, dimensions } = this.options;
    // A row can have several areas, such as a route and a country. Its figure counts for each of them.
    this.options.counts.read += areas.length - 1;
    for (const area of areas) {
      const series = collector.seriesFor(area + codes, area, () => readBreakdown(codes, dimensions.fixed));
      collector.addFigure(series, period, cell, packLocation(this.options.file.index, number));
    }
  }

  private cell(cells: readonly string[], { column, flags }: ValueColumn): CellValue | { fault: string } {
    const { layout } = this.options;
    const letters = flags === null ? '' : (cells[flags] ?? '').trim();
    const cell = parseCell(cells[column] ?? '', letters, layout.cellFormat);
    if ('fault' in cell) return cell;
    return this.hasAttributes ? applyAttributeColumns(cell, cells, layout) : cell;
  }

  /** Whether a row is a note or blank: the first figure is empty, and at most one cell has text. */
  private isNote(cells: readonly string[]): boolean {
    if ((cells[this.columns[0]?.value.column ?? 0] ?? '') !== '') return false;
    let cellCount = 0;
    for (const cell of cells) if (cell.trim() !== '' && (cellCount += 1) > 1) return false;
    return true;
  }
}

type FixedArea = ReturnType<RowAreaMatcher['matchFixed']>;

interface SelectedColumn {
  value: ValueColumn;
  /** Area of the column's figures; null if rows have areas. */
  area: FixedArea | null;
  codes: string;
  fault: RowError | null;
}

/** Returns the value columns to read, with the codes of their figures. */
function selectColumns(layout: Layout, plans: readonly DimensionPlan[], areas: RowAreaMatcher): SelectedColumn[] {
  return layout.values.flatMap((value): SelectedColumn[] => {
    let codes = '';
    let fault: RowError | null = null;
    for (const plan of plans.filter(({ dimension }) => dimension.column === null)) {
      const text = value.codes[plan.dimension.name];
      if (text === undefined) continue;
      if (plan.filter !== null && !plan.filter(text, null)) return [];
      const code = plan.indicatorDimension?.finder.find(text, null);
      if (plan.indicatorDimension !== null && code === undefined) fault ??= codeFault(plan, text);
      if (plan.indicatorDimension !== null && code) codes += `${SEPARATOR}${plan.indicatorDimension.name}=${code}`;
      plan.foundCodes?.add(text);
    }
    const area = value.area === undefined ? null : areas.matchFixed(value.area, value.column);
    return [{ value, area, codes, fault }];
  });
}

function readBreakdown(codes: string, fixed: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = codes.split(SEPARATOR).filter((pair) => pair !== '');
  return { ...fixed, ...Object.fromEntries(pairs.map((pair) => splitOnce(pair))) };
}

function splitOnce(pair: string): [string, string] {
  const index = pair.indexOf('=');
  return [pair.slice(0, index), pair.slice(index + 1)];
}

function codeFault({ dimension, indicatorDimension }: DimensionPlan, text: string): RowError {
  const { name, column } = dimension;
  if (text === '') return { code: 'CODE_EMPTY', text: name, reason: `no code for ${name}`, column };
  return {
    code: 'CODE_UNKNOWN',
    text,
    reason: `the indicator's dimension ${indicatorDimension!.name} has no such code`,
    column,
  };
}
