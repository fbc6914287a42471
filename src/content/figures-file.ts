import { seriesKey } from '../model/breakdown-key.js';
import type { Model } from '../model/model.js';
import { closestMatch, suggestionTip } from '../model/closest-match.js';
import { suggestPeriod } from '../records/suggest-date.js';
import { sourceDate } from '../records/vintage-date.js';
import type { FigureConstraints, SubmittedSeries } from '../records/submitted-figures.js';
import type { Report } from '../records/problem.js';
import type { EntryLookup } from '../records/entry-lookup.js';
import { quoteText, splitTypeName } from '../records/message-text.js';
import type { StoredPoint } from '../store/figures.js';
import { type CsvRow, readCsv } from './read-csv.js';
import { BOUND_COLUMNS, readFigureBounds, readNumberCell } from './read-number-cell.js';

/** States of computed figures, which are not allowed in files. */
const COMPUTED_STATES: ReadonlySet<string> = new Set([
  'PARTIAL',
  'NOT_COVERED',
  'TOTAL_MISSING',
  'POPULATION_MISSING',
  'BASE_MISSING',
]);

/** Columns of every file with figures. Each dimension adds one column. */
export const FIGURE_COLUMNS = ['area', 'period', 'value', 'state', 'flags', 'source', 'note'] as const;

const PERIOD_PATTERNS = { YEAR: /^\d{4}$/, QUARTER: /^\d{4}-Q[1-4]$/, MONTH: /^\d{4}-(?:0[1-9]|1[0-2])$/ };
const PERIOD_EXAMPLES = { YEAR: '2023', QUARTER: '2023-Q1', MONTH: '2023-01' };
const MAX_NOTE_LENGTH = 1_000;

/** Reads the figures of an entry, and reports invalid rows. @param options.hasDate whether the file name has a date */
export function readFiguresFile(
  text: string,
  {
    shape,
    model,
    lookup,
    report,
    hasDate = false,
  }: { shape: FigureConstraints; model: Model; lookup: EntryLookup; report: Report; hasDate?: boolean },
): SubmittedSeries[] {
  const requiredColumns = [...FIGURE_COLUMNS, ...shape.dimensions.map(({ name }) => name)];
  const reader = new FiguresReader(shape, model, lookup);
  readCsv(text, { required: requiredColumns, optional: BOUND_COLUMNS }, report, (row) => reader.row(row));
  if (!hasDate) checkDated(reader.sources, { shape, lookup, report });
  return [...reader.series.values()].map(({ points, ...series }) => ({ ...series, points: [...points.values()] }));
}

/** Reports figures without a dated source, because their vintage would have the date of the import. */
function checkDated(
  sources: ReadonlySet<string>,
  { shape, lookup, report }: { shape: FigureConstraints; lookup: EntryLookup; report: Report },
): void {
  const isDated = [...sources].some((slug) => sourceDate(lookup.find(shape.sources, slug)?.record));
  const [firstSource] = sources;
  if (firstSource === undefined || isDated) return;
  const tip = `add publishedOn, retrievedOn or notBefore to the ${splitTypeName(shape.sources)} ${quoteText(firstSource)}`;
  report.add('EDITION_UNDATED', [], 'no source of these figures has a date', tip);
}

class FiguresReader {
  /** Slugs of the cited sources. */
  readonly sources = new Set<string>();
  readonly series = new Map<
    string,
    { area: string; breakdown: Record<string, string>; points: Map<string, StoredPoint> }
  >();
  private readonly states: readonly string[];
  private readonly flags: readonly string[];

  constructor(
    private readonly shape: FigureConstraints,
    model: Model,
    private readonly lookup: EntryLookup,
  ) {
    this.states = model
      .enum('ObservationState')
      .values.map(({ name }) => name)
      .filter((name) => !COMPUTED_STATES.has(name));
    this.flags = model.enum('ObservationFlag').values.map(({ name }) => name);
  }

  row(row: CsvRow): void {
    const area = this.area(row);
    const period = this.period(row);
    const value = readNumberCell(row, 'value');
    const state = this.state(row, value);
    const flags = this.readFlags(row);
    const source = this.source(row, state);
    const note = readNote(row);
    const bounds = readFigureBounds(row);
    const breakdown = this.breakdown(row);
    if (area === undefined || period === undefined || breakdown === undefined) return;
    const key = seriesKey({ area, breakdown });
    const series = this.series.get(key) ?? { area, breakdown, points: new Map<string, StoredPoint>() };
    this.series.set(key, series);
    if (series.points.has(period)) {
      const description = [area, period, ...Object.values(breakdown)].join(' ');
      row.report('OBSERVATION_TWICE', 'period', `there is already an observation for ${description}`, 'keep one');
      return;
    }
    const point = { period, value: value ?? null, state: state ?? 'NOT_REPORTED', flags, source, note, ...bounds };
    series.points.set(period, point);
  }

  private area(row: CsvRow): string | undefined {
    const code = row.cell('area');
    if (code === undefined || this.lookup.findByCode(code).length > 0) return code;
    const suggestedCode = this.lookup.suggestCode(code);
    const tip =
      suggestedCode === null
        ? nearestTip(code, [...this.lookup.entriesByCode().keys()], 'use the code of a country, a group or a route')
        : `did you mean ${suggestedCode}?`;
    row.report('AREA_UNKNOWN', 'area', `${quoteText(code)} is not the code of an area`, tip);
    return undefined;
  }

  private period(row: CsvRow): string | undefined {
    const period = row.cell('period');
    const { frequency } = this.shape;
    if (period === undefined) return undefined;
    const patterns = frequency === null ? Object.values(PERIOD_PATTERNS) : [PERIOD_PATTERNS[frequency]];
    if (patterns.some((pattern) => pattern.test(period))) return period;
    const suggestedPeriod = suggestPeriod(period);
    const isAllowed = suggestedPeriod !== null && patterns.some((pattern) => pattern.test(suggestedPeriod));
    const examples = frequency === null ? Object.values(PERIOD_EXAMPLES).join(', ') : PERIOD_EXAMPLES[frequency];
    const tip = isAllowed ? `write ${suggestedPeriod}` : `write it as in ${examples}`;
    const description =
      frequency === null ? 'a period' : { YEAR: 'a year', QUARTER: 'a quarter', MONTH: 'a month' }[frequency];
    row.report('PERIOD_INVALID', 'period', `${quoteText(period)} is not ${description}`, tip);
    return undefined;
  }

  private state(row: CsvRow, value: number | null | undefined): StoredPoint['state'] | undefined {
    const stateText = row.cell('state');
    if (stateText === undefined || value === undefined) return undefined;
    if (stateText !== '' && !this.states.includes(stateText)) {
      const tip = suggestionTip(stateText, this.states, `one of ${this.states.join(', ')}`);
      row.report('STATE_UNKNOWN', 'state', `${quoteText(stateText)} is not a state`, tip);
      return undefined;
    }
    if (value === null && (stateText === '' || stateText === 'REPORTED')) {
      const tip = 'add the value, or the state NOT_REPORTED; a missing figure is not 0';
      row.report('STATE_MISMATCH', 'value', 'neither a value nor a state', tip);
      return undefined;
    }
    if (value !== null && stateText !== '' && stateText !== 'REPORTED') {
      row.report(
        'STATE_MISMATCH',
        'state',
        `a value with the state ${stateText}`,
        'remove the value, or write REPORTED',
      );
    }
    return (stateText === '' ? 'REPORTED' : stateText) as StoredPoint['state'];
  }

  private readFlags(row: CsvRow): string[] {
    const flagTexts = (row.cell('flags') ?? '').split(/[;|\s]+/).filter((flag) => flag !== '');
    for (const flag of flagTexts.filter((name) => !this.flags.includes(name))) {
      const areSeveral = flag.split(',').every((name) => this.flags.includes(name));
      const tip = areSeveral
        ? `write ${flag.replaceAll(',', ';')}`
        : suggestionTip(flag, this.flags, `one of ${this.flags.join(', ')}`);
      row.report('FLAG_UNKNOWN', 'flags', `${quoteText(flag)} is not a flag`, tip);
    }
    return this.flags.filter((flag) => flagTexts.includes(flag));
  }

  private source(row: CsvRow, state: string | undefined): string | null {
    const slug = row.cell('source');
    if (slug === undefined) return null;
    if (slug === '') {
      if (state === 'REPORTED') {
        row.report('FIGURE_WITHOUT_SOURCE', 'source', 'a figure without a source', 'add the slug of its source');
      }
      return null;
    }
    const source = this.lookup.find(this.shape.sources, slug);
    if (source) {
      this.sources.add(slug);
      // The slug may be a former one: renaming a source does not change figures.
      return slug;
    }
    const message = `there is no ${splitTypeName(this.shape.sources)} ${quoteText(slug)}`;
    row.report(
      'LINK_UNKNOWN',
      'source',
      message,
      nearestTip(slug, [...this.lookup.slugs(this.shape.sources)], 'create it first'),
    );
    return null;
  }

  private breakdown(row: CsvRow): Record<string, string> | undefined {
    const breakdown: Record<string, string> = {};
    let isComplete = true;
    for (const { name, codes, total } of this.shape.dimensions) {
      const code = row.cell(name) ?? '';
      if (code === '' || code === total) continue;
      if (codes.includes(code)) breakdown[name] = code;
      else {
        const tip = nearestTip(code, codes, 'the record lists its codes under dimensions');
        row.report('DIMENSION_CODE_UNKNOWN', name, `${name} has no code ${quoteText(code)}`, tip);
        isComplete = false;
      }
    }
    return isComplete ? breakdown : undefined;
  }
}

/** Returns a tip with the most similar name. Prefers names that extend the written text. */
function nearestTip(nameText: string, names: readonly string[], defaultTip: string): string {
  const longerNames = nameText === '' ? [] : names.filter((name) => name.startsWith(`${nameText}_`));
  const suggestion = longerNames.length === 1 ? longerNames[0]! : closestMatch(nameText, names);
  return suggestion === null ? defaultTip : `did you mean ${suggestion}?`;
}

function readNote(row: CsvRow): string | null {
  const note = (row.cell('note') ?? '').normalize('NFC');

  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(note)) {
    row.report('TEXT_CHARACTER', 'note', 'a control character', 'remove it');
    return null;
  }
  if (note.length > MAX_NOTE_LENGTH)
    row.report('TEXT_TOO_LONG', 'note', `${note.length} characters`, `at most ${MAX_NOTE_LENGTH}`);
  return note === '' ? null : note;
}
