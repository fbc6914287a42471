import type { AreaColumnKind, AreaReader } from '../series/area-reader.js';
import type { Frequency } from '../series/period.js';
import type { CellValue } from './cell-value.js';
import { readCell } from './cell-value.js';
import type { DimensionPlan, DimensionPlans } from './dimension-plan.js';
import type { FiguresCollector } from './figures-collector.js';
import type { AreaRead, RejectionCode, Rejections } from './import-report.js';
import type { Layout, TableSample, ValueColumn } from './layout.js';
import type { PeriodReading } from './period-text.js';
import { periodIn } from './period-text.js';

/** What is counted while rows are read. */
export interface ReadCounts {
  rows: number;
  read: number;
  leftOut: number;
  skipped: number;
}

/** What a table is read with. */
export interface TableReaderOptions {
  layout: Layout;
  sample: TableSample;
  frequency: Frequency;
  /** Whether figures of shorter periods add up to those of the frequency. */
  addsPeriods: boolean;
  dimensions: DimensionPlans;
  areas: AreaReader;
  collector: FiguresCollector;
  rejections: Rejections;
  counts: ReadCounts;
  areasRead: Map<string, AreaRead>;
}

interface Fault {
  code: RejectionCode;
  text: string;
  reason: string;
}

const SEPARATOR = '\u001f';
const MAX_AREAS_TOLD = 1_000;

/** Turns the rows of one table into figures, by its layout. */
export class TableReader {
  private readonly areaKinds: readonly (AreaColumnKind & { column: number; namibiaIsTwoLetters: boolean })[];
  private readonly columns: readonly WantedColumn[];
  /** By the text of the period. */
  private readonly periods = new Map<string, PeriodReading>();
  private readonly plans: readonly DimensionPlan[];

  constructor(private readonly options: TableReaderOptions) {
    const { layout, sample, dimensions } = options;
    const { publisher } = layout;
    this.areaKinds = layout.areas.map(({ column, ownUnhcrCodes }) => ({
      publisher,
      ...(ownUnhcrCodes && { ownUnhcrCodes }),
      column,
      namibiaIsTwoLetters: hasTwoLetterCodes(sample, layout, column),
    }));
    // Rows are chosen first, so that what is left out does not count as varying.
    this.plans = dimensions.plans
      .filter(({ dimension }) => dimension.column !== null)
      .sort((a, b) => Number(b.filter !== null) - Number(a.filter !== null));
    this.columns = wantedColumns(layout, dimensions.plans);
  }

  row(written: readonly string[], number: number): void {
    const { layout, counts } = this.options;
    const cells = layout.prepare ? layout.prepare(written) : written;
    if (cells === null || this.isNote(cells)) {
      counts.skipped += 1;
      return;
    }
    counts.rows += 1;
    let fault: Fault | null = null;
    let codes = '';
    for (const plan of this.plans) {
      const text = (cells[plan.dimension.column!] ?? '').trim();
      const label = plan.dimension.label === null ? null : (cells[plan.dimension.label] ?? '').trim();
      if (plan.filter !== null && !plan.filter.accepts(text, label)) {
        counts.leftOut += this.columns.length;
        return;
      }
      if (plan.kept !== null) {
        const code = plan.kept.finder.find(text, label);
        if (code === undefined) fault ??= codeFault(plan, text);
        else if (code !== null) codes += `${SEPARATOR}${plan.kept.name}=${code}`;
      } else if (plan.seen !== null && plan.seen.size < 1_000) plan.seen.add(text);
    }
    const wrong = layout.implausible?.(cells) ?? null;
    if (wrong !== null) fault ??= { code: 'IMPLAUSIBLE', text: '', reason: `held back to be looked at: ${wrong}` };
    this.figures(cells, number, codes, fault);
  }

  private figures(cells: readonly string[], number: number, codes: string, fault: Fault | null): void {
    const { layout, counts, rejections } = this.options;
    const areas: string[] = [];
    const areaFault = this.readAreas(cells, areas);
    const rowFault = fault ?? areaFault;
    const rowPeriod = layout.fixedPeriod ?? this.periodText(cells);
    for (const wanted of this.columns) {
      counts.read += 1;
      const { column, period } = wanted.value;
      const cell = this.cell(cells, wanted.value);
      if ('fault' in cell) {
        rejections.add('VALUE_INVALID', cells[column] ?? '', cell.fault, number, null);
        continue;
      }
      const found = this.period(period ?? rowPeriod);
      const cellFault =
        wanted.fault ?? rowFault ?? ('fault' in found ? periodFault(period ?? rowPeriod, found.fault) : null);
      if (cellFault !== null) {
        rejections.add(cellFault.code, cellFault.text, cellFault.reason, number, cell.value);
        continue;
      }
      if (layout.implausibleAbove !== undefined && (cell.value ?? 0) > layout.implausibleAbove) {
        const reason = `held back to be looked at: above ${layout.implausibleAbove}`;
        rejections.add('IMPLAUSIBLE', '', reason, number, cell.value);
        continue;
      }
      this.put(areas, codes + wanted.codes, (found as { period: string }).period, cell, number, cells);
    }
  }

  private put(
    areas: readonly string[],
    codes: string,
    period: string,
    cell: CellValue,
    number: number,
    cells: readonly string[],
  ): void {
    const { collector, dimensions, layout } = this.options;
    const source = layout.ownSource === undefined ? null : cells[layout.ownSource]?.trim() || null;
    for (const area of areas) {
      const series = collector.at(area + codes, area, () => breakdownOf(codes, dimensions.fixed));
      collector.put(series, period, cell, number, source);
    }
  }

  private cell(cells: readonly string[], { column, flags }: ValueColumn): CellValue | { fault: string } {
    const { layout } = this.options;
    const letters = flags === null ? '' : (cells[flags] ?? '').trim();
    const cell = readCell(cells[column] ?? '', letters, layout.grammar);
    if ('fault' in cell) return cell;
    return layout.multiplier === undefined &&
      layout.confidentiality === undefined &&
      layout.flagColumns === undefined &&
      layout.note === undefined &&
      layout.ownState === undefined
      ? cell
      : besides(cell, cells, layout);
  }

  private period(text: string): PeriodReading {
    let reading = this.periods.get(text);
    if (reading === undefined) {
      reading = periodIn(this.options.frequency, text, this.options.addsPeriods);
      if (this.periods.size < 100_000) this.periods.set(text, reading);
    }
    return reading;
  }

  private periodText(cells: readonly string[]): string {
    const { periods } = this.options.layout;
    if (periods.length === 1) return (cells[periods[0]!] ?? '').trim();
    return periods.map((column) => (cells[column] ?? '').trim()).join('-');
  }

  /** Puts the codes of the row's areas into the list; a fault where there are none. */
  private readAreas(cells: readonly string[], codes: string[]): Fault | null {
    let fault: Fault | null = null;
    for (const kind of this.areaKinds) {
      const text = (cells[kind.column] ?? '').trim();
      if (text === '' || (text === 'NA' && !kind.namibiaIsTwoLetters)) continue;
      const reading = this.options.areas.read(text, kind);
      if (reading.outcome === 'AREA') {
        codes.push(reading.code);
        const { areasRead } = this.options;
        if (!areasRead.has(text) && areasRead.size < MAX_AREAS_TOLD) {
          areasRead.set(text, { text, code: reading.code, matchedBy: reading.matchedBy });
        }
        if (this.options.layout.areasMode === 'FIRST') return null;
        continue;
      }
      if (reading.outcome === 'NO_ENTRY')
        fault ??= { ...NO_ENTRY, text, reason: `${reading.code} has no entry in the knowledge base` };
      else if (reading.outcome === 'NO_AREA')
        fault ??= { code: 'AREA_NONE', text, reason: `no area, but ${reading.what}` };
      else {
        const near = reading.suggestions.length > 0 ? `; nearest: ${reading.suggestions.join(', ')}` : '';
        fault ??= { code: 'AREA_UNKNOWN', text, reason: `no area is called so${near}` };
      }
      // A code that is known decides; one that is not may have a name beside it.
      if (this.options.layout.areasMode === 'FIRST' && reading.outcome !== 'UNKNOWN') return fault;
    }
    if (codes.length > 0) return null;
    return fault ?? { code: 'AREA_EMPTY', text: '', reason: 'the row names no area' };
  }

  /** Notes below a table stand in a row by themselves. */
  private isNote(cells: readonly string[]): boolean {
    if ((cells[this.columns[0]?.value.column ?? 0] ?? '') !== '') return false;
    let written = 0;
    for (const cell of cells) if (cell.trim() !== '' && (written += 1) > 1) return false;
    return true;
  }
}

const NO_ENTRY = { code: 'AREA_WITHOUT_ENTRY' } as const;

interface WantedColumn {
  value: ValueColumn;
  codes: string;
  fault: Fault | null;
}

/** The value columns that are asked for, with the codes that all of their figures have. */
function wantedColumns(layout: Layout, plans: readonly DimensionPlan[]): WantedColumn[] {
  return layout.values.flatMap((value): WantedColumn[] => {
    let codes = '';
    let fault: Fault | null = null;
    for (const plan of plans.filter(({ dimension }) => dimension.column === null)) {
      const text = value.codes[plan.dimension.name];
      if (text === undefined) continue;
      if (plan.filter !== null && !plan.filter.accepts(text, null)) return [];
      const code = plan.kept?.finder.find(text, null);
      if (plan.kept !== null && code === undefined) fault ??= codeFault(plan, text);
      if (plan.kept !== null && code) codes += `${SEPARATOR}${plan.kept.name}=${code}`;
      plan.seen?.add(text);
    }
    return [{ value, codes, fault }];
  });
}

function breakdownOf(codes: string, fixed: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = codes.split(SEPARATOR).filter((pair) => pair !== '');
  return { ...fixed, ...Object.fromEntries(pairs.map((pair) => splitOnce(pair))) };
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function codeFault({ dimension, kept }: DimensionPlan, text: string): Fault {
  if (text === '') return { code: 'CODE_EMPTY', text: dimension.name, reason: `no code for ${dimension.name}` };
  return { code: 'CODE_UNKNOWN', text, reason: `the indicator's dimension ${kept!.name} has no such code` };
}

function periodFault(text: string, fault: string): Fault {
  return { code: 'PERIOD_INVALID', text, reason: fault };
}

/** What further columns say of a figure. */
function besides(cell: CellValue, cells: readonly string[], layout: Layout): CellValue | { fault: string } {
  let { value, state, note } = cell;
  let flags = cell.flags;
  if (layout.multiplier !== undefined && value !== null) {
    const power = (cells[layout.multiplier] ?? '').trim();
    if (!/^-?\d{0,2}$/.test(power)) return { fault: `"${power}" is no power of ten` };
    value = Number(`${value}e${power || '0'}`);
  }
  const secret = (cells[layout.confidentiality ?? -1] ?? '').trim().toUpperCase();
  if (secret !== '' && secret !== 'F' && value === null) state = 'SUPPRESSED';
  for (const { column, flag } of layout.flagColumns ?? []) {
    if ((cells[column] ?? '').trim() === '1') flags = [...flags, flag];
  }
  const told = (cells[layout.note ?? -1] ?? '').trim();
  if (told !== '') note = note === null ? told.slice(0, 1_000) : `${note}; ${told}`.slice(0, 1_000);
  if (layout.ownState !== undefined) {
    const written = (cells[layout.ownState] ?? '').trim();
    if (written !== '' && !isState(written)) return { fault: `"${written}" is no state` };
    if (written !== '' && (written === 'REPORTED') !== (value !== null))
      return { fault: `"${written}" does not go with the value` };
    if (written === '' && value === null) return { fault: 'no value and no word that there is none' };
    if (written !== '') state = written as CellValue['state'];
  }
  if (layout.ownFlags !== undefined) {
    flags = (cells[layout.ownFlags] ?? '').split(/[;|\s]+/).filter((flag) => flag !== '');
    const stray = flags.find((flag) => !OWN_FLAGS.has(flag));
    if (stray !== undefined) return { fault: `"${stray}" is no flag` };
  }
  return { value, state, flags, note };
}

function isState(text: string): boolean {
  return ['REPORTED', 'NOT_REPORTED', 'SUPPRESSED', 'NOT_APPLICABLE'].includes(text);
}

const OWN_FLAGS = new Set([
  'PROVISIONAL',
  'ESTIMATED',
  'REVISED',
  'BREAK_IN_SERIES',
  'LOW_RELIABILITY',
  'FORECAST',
  'DEFINITION_DIFFERS',
]);

/** In a column of two-letter codes NA is Namibia; in any other it is what R writes for a missing text. */
function hasTwoLetterCodes({ rows }: TableSample, layout: Layout, column: number): boolean {
  const texts = rows.slice(layout.firstRow).flatMap((row) => {
    const cell = (layout.prepare ? layout.prepare(row) : row)?.[column]?.trim() ?? '';
    return cell === '' || cell === 'NA' ? [] : [cell];
  });
  return texts.length > 0 && texts.filter((text) => /^[A-Z]{2}(?:\d\w*|_\w+)?$/.test(text)).length > texts.length / 2;
}
