import { EXPLORER_PARAMETERS } from '../model/explorer-url.js';
import { daysOfPeriod, periodsBetween, parsePeriod } from '../series/period.js';
import { cellsBetween } from '../series/series-transform.js';
import { formatsFor } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { VariableValues } from '../saved-queries/variable-values.js';
import { hasShape } from '../charts/map-shapes.js';
import type { ExplorerDimension, ExplorerMetadata } from './explorer-metadata.js';

const VIEWS = ['line', 'bar', 'map', 'small', 'table'] as const;
export type FigureView = (typeof VIEWS)[number];

/** Categories of differences between the shown edition and the one before it. */
const CHANGE_CATEGORIES = ['changed', 'sameValue', 'appeared', 'vanished'] as const;
/** Category of a difference between two editions of the figures. */
export type ChangeCategory = (typeof CHANGE_CATEGORIES)[number];

export const EXPLORER_MEASURES = ['value', 'per100k', 'share', 'change', 'index'] as const;
export type ExplorerMeasure = (typeof EXPLORER_MEASURES)[number];

/** Settings of an explorer, as in its URL. Null and empty values mean the default. */
export interface ExplorerState {
  view: FigureView;
  /** What the figures are compared by: `area`, or the name of a dimension. */
  by: string;
  /** Codes of the chosen areas, in the requested order. */
  areas: readonly string[];
  /** Chosen codes by dimension, without those of totals. */
  codes: Readonly<Record<string, readonly string[]>>;
  measure: ExplorerMeasure;
  base: string | null;
  from: string | null;
  to: string | null;
  /** Period of rankings and maps. */
  at: string | null;
  top: number | null;
  /** Order of the rows of a table: a period, or `name`. */
  sort: string | null;
  rows: 'all' | null;
  scale: 'own' | null;
  /** Date of the edition; null for the newest, or if the URL fixes a time. Edition numbers can change. */
  edition: string | null;
}

/** The state in a URL, and notices about its invalid values. */
export interface ParsedState {
  state: ExplorerState;
  /** Sentences about all unknown or impossible values in the URL. */
  notices: readonly string[];
  /** Requested category of differences between editions; null for the largest differences. */
  changes: ChangeCategory | null;
}

/** Value of the setting `by` for comparing areas. */
export const BY_AREA = 'area';
/** Default number of ranked areas or codes. */
export const DEFAULT_TOP = 15;
/** Maximum number of requested areas or codes. */
export const MAX_REQUESTED_CODES = 30;
const MAX_TOP = 100;
/** Maximum length of a quoted value, in characters. */
const MAX_QUOTED_LENGTH = 60;
const MIN_MAP_AREAS = 4;
/** Minimum number of periods of the default line chart, with and without chosen areas or codes. */
const MIN_LINE_PERIODS = { chosen: 2, default: 3 };
const MAX_SERIES_IN_LINES = 6;

/** Reads the state of an explorer from a URL. */
export function parseExplorerState(
  search: URLSearchParams,
  metadata: ExplorerMetadata,
  messages: LocaleMessages,
): ParsedState {
  return new ExplorerStateParser(search, metadata, messages).parse();
}

/** Returns the views in which the figures can be drawn. */
export function drawableViews(
  by: string,
  { indicator: { coverage, dimensions } }: ExplorerMetadata,
): readonly FigureView[] {
  const { from, to, areas } = coverage;
  if (from === null || to === null) return [];
  const isOverTime = periodsBetween(from, to).length > 1;
  const hasSeveralItems =
    by === BY_AREA ? areas.length > 1 : codesWithoutTotal(dimensions.find(({ name }) => name === by)!).length > 1;
  const hasMap = by === BY_AREA && areas.filter(hasShape).length >= MIN_MAP_AREAS;
  const isDrawable = {
    line: isOverTime,
    bar: hasSeveralItems,
    map: hasMap,
    small: isOverTime && hasSeveralItems,
    table: true,
  };
  return VIEWS.filter((view) => isDrawable[view]);
}

/** Returns the reason why a measure does not apply to the figures of a state, as a sentence; null if it applies. */
export function measureObstacle(
  measure: ExplorerMeasure,
  { by, codes }: Pick<ExplorerState, 'by' | 'codes'>,
  { indicator }: ExplorerMetadata,
  { explorer, scope }: LocaleMessages,
): string | null {
  const { population, dimensions } = indicator;
  const isRate = indicator.measure === 'RATE';
  if (measure === 'per100k') return population === null || isRate ? explorer.noPopulation : null;
  if (measure !== 'share') return null;
  if (isRate) return explorer.noRateShare;
  if (dimensions.length === 0) return explorer.noParts;
  // The whole is the figure with the totals of all dimensions.
  if (dimensions.some(({ total }) => total === null)) return scope.noShare;
  return dimensions.some(({ name }) => name === by || codes[name]!.length > 0) ? null : explorer.noShare;
}

/** Returns the codes of a dimension without that of the total. */
export function codesWithoutTotal({ codes, total }: ExplorerDimension): ExplorerDimension['codes'] {
  return codes.filter(({ code }) => code !== total);
}

/** Returns the values of URL parameters for a state. */
export function toParameterValues({ codes, areas, ...state }: ExplorerState): VariableValues {
  const chosenCodes = Object.entries(codes).filter(([, chosen]) => chosen.length > 0);
  return { ...state, areas: areas.length > 0 ? areas : null, ...Object.fromEntries(chosenCodes) };
}

/** Returns the default code of each dimension that is not compared: that of the total, else the first. */
export function defaultCodes(by: string, { indicator: { dimensions } }: ExplorerMetadata): Record<string, string> {
  const otherDimensions = dimensions.filter(({ name }) => name !== by);
  return Object.fromEntries(
    otherDimensions.flatMap(({ name, total, codes }) => {
      const code = total ?? codes[0]?.code;
      return code === undefined ? [] : [[name, code]];
    }),
  );
}

/** Returns the default values, which a URL omits. The default view depends on the rest of the state. */
export function defaultParameterValues(
  state: Pick<ExplorerState, 'by' | 'areas' | 'codes' | 'from' | 'to' | 'view'>,
  metadata: ExplorerMetadata,
) {
  return { view: defaultView(state, metadata), by: defaultBy(state, metadata), measure: 'value' as const };
}

/** Returns the first dimension without a total, if any; but `area` if several areas, a map or its codes are chosen. */
function defaultBy(
  { areas, codes, view }: Pick<ExplorerState, 'areas' | 'codes'> & { view: string | null },
  { indicator: { dimensions, coverage } }: ExplorerMetadata,
): string {
  const dimension = dimensions.find(({ total }) => total === null);
  if (!dimension) return BY_AREA;
  const comparesAreas = areas.length > 1 || view === 'map' || codes[dimension.name]!.length > 0;
  return comparesAreas && coverage.areas.length > 1 ? BY_AREA : dimension.name;
}

function defaultView(
  { by, areas, codes, from, to }: Pick<ExplorerState, 'by' | 'areas' | 'codes' | 'from' | 'to'>,
  metadata: ExplorerMetadata,
): FigureView {
  const views = drawableViews(by, metadata);
  const periodCount = periodsWithin(from, to, metadata).length;
  const itemCount = by === BY_AREA ? areas.length : (codes[by] ?? []).length;
  const isShort = periodCount < MIN_LINE_PERIODS[itemCount > 0 ? 'chosen' : 'default'];
  const preferredView = isShort ? 'bar' : itemCount > MAX_SERIES_IN_LINES ? 'small' : 'line';
  return views.includes(preferredView) ? preferredView : (views[0] ?? 'table');
}

/** Returns the periods of an indicator from `from` to `to`, selected by the same rules as in responses. */
function periodsWithin(
  from: string | null,
  to: string | null,
  { indicator: { coverage } }: Pick<ExplorerMetadata, 'indicator'>,
): readonly string[] {
  if (coverage.from === null || coverage.to === null) return [];
  const allPeriods = periodsBetween(coverage.from, coverage.to).map((period) => ({ period }));
  return cellsBetween(allPeriods, from, to).map(({ period }) => period);
}

/** Returns the period of rankings and maps: the chosen one, else the default if within the span, else its last one. */
export function shownPeriod({ at, from, to }: Pick<ExplorerState, 'at' | 'from' | 'to'>, metadata: ExplorerMetadata) {
  const defaultPeriod = metadata.ranked.period ?? metadata.indicator.coverage.to;
  if (at !== null || (from === null && to === null)) return at ?? defaultPeriod;
  const periods = periodsWithin(from, to, metadata);
  return defaultPeriod !== null && periods.includes(defaultPeriod) ? defaultPeriod : (periods.at(-1) ?? defaultPeriod);
}

function overlaps(period: string, from: string, to: string): boolean {
  return daysOfPeriod(period).last >= daysOfPeriod(from).first && daysOfPeriod(period).first <= daysOfPeriod(to).last;
}

/** Returns the label of a URL parameter: a setting or a dimension. */
export function parameterLabel(name: string, { indicator }: ExplorerMetadata, messages: LocaleMessages): string {
  const label = (messages.explorer.inputs as Readonly<Record<string, string>>)[name];
  const dimension = indicator.dimensions.find((candidate) => candidate.name === name);
  return label ?? dimension?.title ?? messages.form.inputs[name] ?? name;
}

/** Returns the values of a URL parameter, which can be repeated and separated by commas. */
export function readListParameter(search: URLSearchParams, name: string): string[] {
  const texts = search.getAll(name).flatMap((text) => text.split(','));
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}

class ExplorerStateParser {
  private readonly notices: string[] = [];

  constructor(
    private readonly search: URLSearchParams,
    private readonly metadata: ExplorerMetadata,
    private readonly messages: LocaleMessages,
  ) {}

  parse(): ParsedState {
    const { indicator } = this.metadata;
    const dimensionNames = indicator.dimensions.map(({ name }) => name);
    for (const name of new Set(this.search.keys())) {
      if (!EXPLORER_PARAMETERS.includes(name) && !dimensionNames.includes(name))
        this.notices.push(this.messages.explorer.unknownParameter({ name: quote(name) }));
    }
    const [areaNames = [], ...codeNames] = ['areas', ...dimensionNames].map((name) =>
      readListParameter(this.search, name),
    );
    const requestedCodes = Object.fromEntries(dimensionNames.map((name, index) => [name, codeNames[index]!]));
    const by =
      this.readChoice('by', [BY_AREA, ...dimensionNames]) ??
      defaultBy({ areas: areaNames, codes: requestedCodes, view: this.search.get('view') }, this.metadata);
    const codes = Object.fromEntries(
      indicator.dimensions.map((dimension) => [dimension.name, this.codes(dimension, dimension.name === by)]),
    );
    const areas = this.areas(by === BY_AREA ? MAX_REQUESTED_CODES : 1);
    const span = this.span();
    const partialState = { by, areas, codes, ...span };
    const hasFrequency = (period: string) => parsePeriod(period)?.frequency === indicator.frequency;
    const state: ExplorerState = {
      ...partialState,
      measure: this.measure(partialState),
      base: this.period('base', hasFrequency),
      at: this.period('at', hasFrequency),
      top: this.top(),
      sort: this.lastValue('sort') === 'name' ? 'name' : this.period('sort', hasFrequency),
      rows: this.readChoice('rows', ['all']),
      scale: this.readChoice('scale', ['own']),
      edition: this.edition(),
      view: this.view(partialState),
    };
    return { state, changes: this.readChoice('changes', CHANGE_CATEGORIES), notices: this.notices };
  }

  private edition(): string | null {
    const dates = this.metadata.editions.map(({ date }) => date);
    const date = this.readChoice('edition', dates);
    return date === dates[0] ? null : date;
  }

  /** Returns the last value of a parameter, and reports the others; null if it is absent or empty. */
  private lastValue(name: string): string | null {
    const values = readListParameter(this.search, name);
    for (const text of values.slice(0, -1)) this.reportInvalid(name, text);
    return values.at(-1) ?? null;
  }

  private reportInvalid(name: string, text: string): void {
    const label = parameterLabel(name, this.metadata, this.messages);
    this.notices.push(this.messages.explorer.unknownChoice({ given: quote(text), name: label }));
  }

  private readChoice<T extends string>(name: string, choices: readonly T[]): T | null {
    const text = this.lastValue(name);
    if (text === null) return null;
    const match = choices.find((choice) => choice === text || choice.toLowerCase() === text.toLowerCase());
    if (match === undefined) this.reportInvalid(name, text);
    return match ?? null;
  }

  private view(state: Pick<ExplorerState, 'by' | 'areas' | 'codes' | 'from' | 'to'>): FigureView {
    const fallback = defaultView(state, this.metadata);
    const requestedView = this.readChoice('view', VIEWS);
    if (requestedView === null || drawableViews(state.by, this.metadata).includes(requestedView))
      return requestedView ?? fallback;
    this.notices.push(this.messages.explorer.noView({ name: this.messages.explorer.views[requestedView] }));
    return fallback;
  }

  private codes(dimension: ExplorerDimension, isList: boolean): readonly string[] {
    const { name, total, codes } = dimension;
    const foundCodes = readListParameter(this.search, name).flatMap((text) => {
      const matches = (label: string) => label.toLowerCase() === text.toLowerCase();
      const code = (
        codes.find((one) => one.code === text) ?? codes.find((one) => matches(one.code) || matches(one.title))
      )?.code;
      if (code === undefined) this.reportInvalid(name, text);
      return code ?? [];
    });
    const findTitle = (code: string) => codes.find((item) => item.code === code)!.title;
    // If a code and the total are requested but only one can be shown, the code is shown.
    const sortedCodes = isList ? foundCodes : foundCodes.toSorted((a, b) => Number(a === total) - Number(b === total));
    const limitedCodes = this.limit([...new Set(sortedCodes)], isList ? MAX_REQUESTED_CODES : 1, findTitle);
    return isList ? limitedCodes : limitedCodes.filter((code) => code !== total);
  }

  private areas(max: number): readonly string[] {
    const { areas, indicator, groups } = this.metadata;
    const coveredAreas = indicator.coverage.areas;
    const { help, scope } = this.messages;
    const texts = this.limit(readListParameter(this.search, 'areas'), MAX_REQUESTED_CODES, quote);
    const foundCodes = texts.flatMap((text) => {
      const code = areas.match(text)?.area.code;
      if (code === undefined) {
        const nearestCode = areas.nearestCode(text);
        const tip = nearestCode === undefined ? [] : [help.nearestIs({ name: this.nameOf(nearestCode) })];
        this.notices.push([help.noArea({ given: quote(text) }), ...tip].join(' '));
        return [];
      }
      if (coveredAreas.includes(code) || groups.includes(code)) return [code];
      this.notices.push(scope.notCovered({ name: this.nameOf(code), count: coveredAreas.length }));
      return [];
    });
    return this.limit([...new Set(foundCodes)], max, (code) => this.nameOf(code));
  }

  private nameOf(area: string): string {
    return this.metadata.areas.nameOf(area, [this.metadata.locale]);
  }

  /** Returns the first items, and reports the others. */
  private limit(items: readonly string[], max: number, nameOf: (item: string) => string): readonly string[] {
    if (items.length > max) {
      const names = items.slice(max).map(nameOf).join(', ');
      this.notices.push(this.messages.explorer.notShown({ most: max, names }));
    }
    return items.slice(0, max);
  }

  private measure(state: Pick<ExplorerState, 'by' | 'codes'>): ExplorerMeasure {
    const requestedMeasure = this.readChoice('measure', EXPLORER_MEASURES) ?? 'value';
    const obstacle = measureObstacle(requestedMeasure, state, this.metadata, this.messages);
    if (obstacle === null) return requestedMeasure;
    this.notices.push(obstacle);
    return 'value';
  }

  /** Returns the period in a URL parameter; null if absent, or if it is invalid or without figures (reported). */
  private period(name: string, isValid: (period: string) => boolean = () => true): string | null {
    const text = this.lastValue(name);
    if (text === null) return null;
    const { from, to } = this.metadata.indicator.coverage;
    if (!parsePeriod(text) || !isValid(text)) this.reportInvalid(name, text);
    else if (from === null || to === null || !overlaps(text, from, to) || !this.hasPeriods(name, text))
      this.reportOutside(text);
    else return text;
    return null;
  }

  /** Whether the indicator has a period that the parameter `from`, `to` or `at` selects with this value. */
  private hasPeriods(name: string, text: string): boolean {
    return periodsWithin(name === 'to' ? null : text, name === 'from' ? null : text, this.metadata).length > 0;
  }

  private reportOutside(periodText: string): void {
    const { from, to } = this.metadata.indicator.coverage;
    const { explorer } = this.messages;
    const { period } = formatsFor(this.messages);
    if (from === null || to === null) this.notices.push(explorer.noFigures);
    else this.notices.push(explorer.outside({ given: period(periodText), from: period(from), to: period(to) }));
  }

  private span(): Pick<ExplorerState, 'from' | 'to'> {
    const { coverage } = this.metadata.indicator;
    const [from, to] = [this.period('from'), this.period('to')];
    if (from !== null && to !== null && daysOfPeriod(from).first > daysOfPeriod(to).last) {
      const { period } = formatsFor(this.messages);
      this.notices.push(this.messages.explorer.reversed({ from: period(from), to: period(to) }));
      return { from: null, to: null };
    }
    if (from !== null && to !== null && periodsWithin(from, to, this.metadata).length === 0) {
      this.reportOutside(from);
      return { from: null, to: null };
    }
    return { from: from === coverage.from ? null : from, to: to === coverage.to ? null : to };
  }

  private top(): number | null {
    const text = this.lastValue('top');
    if (text === null) return null;
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= MAX_TOP) return number === DEFAULT_TOP ? null : number;
    this.reportInvalid('top', text);
    return null;
  }
}

function quote(text: string): string {
  return text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text;
}
