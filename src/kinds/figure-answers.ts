import { AppError } from '../errors.js';
import type { DimensionRecord } from '../generated/records.js';
import { formatsFor, toMidSentence } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { Breakdown } from '../model/breakdown-key.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { preferLocale } from '../reading/locale-fallback.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { withParameters } from '../saved-queries/explorer-path.js';
import { contentWords, foldWords } from '../search/text-analysis.js';
import { AS_REPORTED } from '../series/series-transform.js';
import type { TransformName } from '../series/transforms.js';
import { membersAt } from '../series/group-totals.js';
import type { FiguresCoverage } from '../store/figures.js';
import type { RequestedItem } from '../tables/figure-scope.js';
import { findAreaMentions } from './area-mentions.js';
import { titleOfCode } from './breakdowns.js';
import { type FigureQuestion, parseFigureQuestion } from './figure-question.js';
import {
  comparisonKeys,
  type ComparisonKeys,
  NameIndex,
  OF_ORIGIN_PHRASES,
  phraseLengthAt,
} from './figure-question-words.js';
import { readMembers } from './group-members.js';
import { loadSeries } from './indicator-series.js';
import { COMPUTATION_FIELDS, relevanceRank, readDimensions, readMeasureProperties } from './indicator-fields.js';
import { missingItem, notCoveredItem } from './missing-item-messages.js';
import { breakdownToList } from './observation.js';
import { pageLimit } from './series-arguments.js';
import { areaReference } from './series-response.js';
import type { FieldArgs } from './kind-module-types.js';
import { resolveUnitLabel } from './unit-label.js';

type Indicator = EntryOf<'Indicator'>;

const NAME_FIELDS = ['title', 'shortTitle', 'alternativeTitles'] as const;
const FIELDS = [...COMPUTATION_FIELDS, ...NAME_FIELDS] as const;
const MAX_WORDS_LENGTH = 200;
const MAX_ANSWERS = 2;
/** Maximum number of indicators whose figures are considered. */
const MAX_CANDIDATES = 16;
/** Minimum shares that must match: of an indicator's name, of the request's `words`, and of a code's title. */
const MIN_SHARES = {
  ...{ plain: { name: 0.75, words: 0.8 }, place: { name: 0.6, words: 0.6 }, other: { name: 0.4, words: 0.5 } },
  codeTitle: 0.5,
};
/** Minimum score of the best interpretation, and of a second one as a share of the best score. */
const MIN_SCORES = { first: 0.45, second: 0.6 };
/** Factors that lower the score of an interpretation, by type of mismatch with the words. */
const FACTORS = {
  ...{ place: 0.5, people: 0.5, peopleAsPlace: 0.7, code: 0.85, period: 0.5, monthly: 0.9, origin: 0.75 },
  ...{ breakdown: 0.95, byOrigin: 0.6, measure: 0.8, rate: 0.6, context: 0.98, apart: 0.7 },
};
const TRANSFORMS: Readonly<Record<string, TransformName>> = {
  ...{ per100k: 'PER_100K', share: 'SHARE', change: 'YEAR_ON_YEAR' },
};

/** An indicator whose names or codes the words contain. */
interface Candidate {
  entry: Indicator;
  /** Codes that the words name, by dimension. */
  codes: Readonly<Record<string, string>>;
  score: number;
  /** Whether the words contain all words of one of its names. */
  hasFullName: boolean;
  /** How well one of the names agrees with the words; decides between equal scores. */
  fit: number;
  /** Indexes of the words that name the indicator or its codes. */
  used: ReadonlySet<number>;
}

/** An indicator with the areas, codes and periods that the words select. */
interface Interpretation extends Pick<Candidate, 'entry' | 'score' | 'fit' | 'used'> {
  areas: readonly string[];
  breakdown: Breakdown;
  /** Dimension whose codes are compared; null if areas are compared. */
  by: string | null;
  measure: string | null;
  unresolved: readonly RequestedItem[];
}

/** Cached index of the names of the indicators. `key` contains all names, so that a changed name replaces the index. */
let cachedNames: { key: string; names: NameIndex } | null = null;

/** Interprets words as a request for figures. Returns an answer for each of the best interpretations, best first. */
export async function figureAnswers(args: FieldArgs<'Query', 'figureAnswers'>, requestContext: ComputedContext) {
  const { words, locale } = args;
  if (words.length > MAX_WORDS_LENGTH) {
    const message = `"words" has ${words.length} characters; use at most ${MAX_WORDS_LENGTH}.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const first = pageLimit(args.first, MAX_ANSWERS, MAX_ANSWERS);
  const locales = { value: preferLocale(locale, requestContext.locales) };
  const context = Object.create(requestContext, { locales }) as ComputedContext;
  const request = parseFigureQuestion(words, context.areas);
  if (first === 0 || request.words.every(({ isOptional }) => isOptional)) return [];
  const candidates = await findCandidates(request, context);
  const coverage = await Promise.all(candidates.map(({ entry }) => context.figures.coverage(entry.slug)));
  const members = new Map(
    await Promise.all(request.areas.map(async ({ code }) => [code, await readMembers(code, context)] as const)),
  );
  const interpretations = candidates
    .map((candidate, index) => interpret(candidate, request, { coverage: coverage[index]!, members, context }))
    .filter((interpretation) => interpretation !== null)
    .sort(byScore);
  const minScore = Math.max(MIN_SCORES.first, MIN_SCORES.second * (interpretations[0]?.score ?? 0));
  const best = interpretations.filter(({ score }) => score >= minScore).slice(0, first);
  return Promise.all(best.map((interpretation) => toFigureAnswer(interpretation, request, context)));
}

function byScore(a: Pick<Candidate, 'entry' | 'score' | 'fit'>, b: typeof a): number {
  return b.score - a.score || b.fit - a.fit || (a.entry.slug < b.entry.slug ? -1 : 1);
}

/** Returns the indicators whose names or codes the words contain, best first. */
async function findCandidates(request: FigureQuestion, context: ComputedContext): Promise<Candidate[]> {
  const indicators = (await context.entries('Indicator', NAME_FIELDS)) as Indicator[];
  const names = nameIndexOf(indicators);
  const keys = request.words.map(({ word }) => names.correctedKeys(word));
  const weights = keys.map((each, index) => (request.words[index]!.isOptional ? 0 : names.weigh(each)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // A text without a year, measure or question is a request for figures only if it is the name of an indicator.
  const minimum = MIN_SHARES[request.qualifiers];
  const candidates = indicators.map(async ({ slug }, index): Promise<Candidate | null> => {
    const { matched, coverage, fit } = names.match(index, keys);
    const entry = coverage < minimum.name ? null : await context.entry('Indicator', slug, FIELDS);
    if (!entry) return null;
    const namedCodes = findCodes(entry, keys);
    const used = new Set([...matched, ...namedCodes.flatMap((code) => code.words)]);
    const share = weights.reduce((sum, weight, word) => sum + (used.has(word) ? weight : 0), 0) / total;
    const codes = Object.fromEntries(namedCodes.map(({ dimension, code }) => [dimension, code]));
    return share < minimum.words
      ? null
      : { entry, codes, used, fit, score: share * (0.4 + 0.6 * coverage), hasFullName: coverage > 0.99 };
  });
  const found = (await Promise.all(candidates)).filter((candidate) => candidate !== null);
  return found.sort(byScore).slice(0, MAX_CANDIDATES);
}

function nameIndexOf(entries: readonly Indicator[]): NameIndex {
  const labels = entries.map(labelsOf);
  const key = JSON.stringify(labels);
  if (cachedNames?.key !== key) cachedNames = { key, names: new NameIndex(labels) };
  return cachedNames.names;
}

function labelsOf({ record: { title = {}, shortTitle = {}, alternativeTitles = [] } }: Indicator): string[] {
  return [...Object.values(title), ...Object.values(shortTitle), ...alternativeTitles];
}

/** Returns the code of each dimension that the words name best. They must contain half or more of one of its titles. */
function findCodes(entry: Indicator, keys: readonly ComparisonKeys[]) {
  return readDimensions(entry).flatMap(({ name, total, codes }) => {
    const scoredCodes = codes.flatMap(({ code, title }) =>
      Object.values(title).map((text) => {
        const terms = contentWords(text).map(comparisonKeys);
        const isContained = (part: ComparisonKeys, word: ComparisonKeys) => part.some((key) => word.includes(key));
        const matchingWords = [...keys.keys()].filter((index) => terms.some((part) => isContained(part, keys[index]!)));
        const share =
          terms.filter((part) => matchingWords.some((index) => isContained(part, keys[index]!))).length / terms.length;
        return { dimension: name, code, words: matchingWords, share };
      }),
    );
    const [best] = scoredCodes.filter(({ code }) => code !== total).sort((a, b) => b.share - a.share);
    return best && best.share >= MIN_SHARES.codeTitle ? [best] : [];
  });
}

interface IndicatorData {
  coverage: FiguresCoverage | null;
  /** Members of the requested areas that are groups. */
  members: ReadonlyMap<string, Awaited<ReturnType<typeof readMembers>>>;
  context: ComputedContext;
}

/** The areas and codes of an indicator that the words of a request select. Filled step by step. */
interface Selection extends Pick<Candidate, 'entry' | 'codes'> {
  dimensions: readonly DimensionRecord[];
  coverage: FiguresCoverage;
  /** Dimension whose codes are places of origin; undefined if there is none. */
  origins: DimensionRecord | undefined;
  /** Whether the figures of an area are about people from it. */
  isOfOrigin: boolean;
  areas: Set<string>;
  breakdown: Record<string, string>;
  /** First dimension without a total whose codes the words do not name; null if there is none. */
  openDimension: DimensionRecord | null;
  unresolved: RequestedItem[];
  /** Mismatches that lower the score. */
  factors: (keyof typeof FACTORS)[];
  context: ComputedContext;
}

/** Interprets a request as one for figures of an indicator; null if the indicator has no figures. */
function interpret(
  { entry, codes, used, fit, score: matched, hasFullName }: Candidate,
  request: FigureQuestion,
  { coverage, members, context }: IndicatorData,
): Interpretation | null {
  if (!coverage || coverage.from === null || coverage.to === null) return null;
  const dimensions = readDimensions(entry);
  const isArea = ({ code }: { code: string }) => context.areas.byCode(code) !== undefined;
  // If most codes of a dimension are areas, it is a dimension of origins; its other codes are groups of citizenships.
  const origins = dimensions.find((each) => each.codes.filter(isArea).length > each.codes.length / 2);
  const isOfOrigin = !origins && labelsOf(entry).some((label) => containsPhrase(label, OF_ORIGIN_PHRASES));
  const selection: Selection = {
    ...{ entry, codes, dimensions, coverage, origins, isOfOrigin, context },
    ...{ areas: new Set(), breakdown: {}, openDimension: null, unresolved: [], factors: [] },
  };
  selectAreas(selection, request, members);
  selectNamedCodes(selection, request);
  checkPeriods(selection, request);
  const measure = selectMeasure(selection, request, used);
  if (request.isCount && request.measure === null && entry.record.measure === 'RATE') selection.factors.push('rate');
  if (relevanceRank(entry) > 0) selection.factors.push('context');
  const { areas, breakdown, openDimension, unresolved, factors } = selection;
  if (areas.size === 0 && coverage.areas.length === 1 && unresolved.length === 0) areas.add(coverage.areas[0]!);
  // Codes that cannot be added up are compared for one area.
  const [first, ...others] = areas;
  const byOrigin = request.isByOrigin && origins && breakdown[origins.name] === undefined ? origins.name : null;
  const isByCode = openDimension !== null && byOrigin === null && first !== undefined && request.top === null;
  if (isByCode && others.length > 0) factors.push('apart');
  const { scope } = messagesFor(context.locales);
  const dimension = openDimension && (context.text(openDimension.title, entry) ?? openDimension.name);
  const omitted = isByCode ? others : [];
  for (const area of omitted) {
    const name = context.areas.nameOf(area, context.locales);
    addOmission(selection, name, area, scope.oneArea({ name, dimension: dimension! }));
  }
  if (dimension !== null && omitted.length === 0)
    addOmission(selection, dimension, null, scope.noTotal({ name: shortTitleOf(entry, context), codes: dimension }));
  if (request.measure === 'share' && measure === null && entry.record.measure === 'RATE' && !hasFullName)
    addOmission(selection, request.measure, null, scope.nearestShare);
  return {
    ...{ entry, used, fit, unresolved, breakdown, measure, areas: isByCode ? [first] : [...areas] },
    score: factors.reduce((score, factor) => score * FACTORS[factor], matched),
    by: isByCode ? openDimension!.name : byOrigin,
  };
}

function addOmission({ unresolved }: Selection, input: string, area: string | null, sentence: string): void {
  unresolved.push({ input, area, code: null, omission: 'NONE_WITH_BREAKDOWN', sentence });
}

/** Selects each requested area as an area of the figures or as an origin. */
function selectAreas(selection: Selection, request: FigureQuestion, members: IndicatorData['members']): void {
  const { entry, coverage, origins, isOfOrigin, areas, breakdown, unresolved, factors, context } = selection;
  const { isByOrigin } = request;
  const hasCode = (code: string) => origins?.codes.some((each) => each.code === code) ?? false;
  const isSummed = (code: string) =>
    readMeasureProperties(entry).measure !== 'RATE' &&
    membersAt(members.get(code) ?? [], request.from ?? coverage.to!).some((country) =>
      coverage.areas.includes(country),
    );
  const isCovered = (code: string) => coverage.areas.includes(code) || isSummed(code);
  const isPartOfName = (code: string) =>
    [...labelsOf(entry), ...titlesOfNamedCodes(selection)].some((label) =>
      findAreaMentions(label, context.areas).some((area) => area.code === code),
    );
  const hasPlace = request.areas.some(({ isOrigin }) => !isOrigin);
  for (const { code, isOrigin } of request.areas) {
    const isAreaOfFigures =
      isCovered(code) &&
      (isOrigin ? !hasPlace || isOfOrigin : !isOfOrigin || (request.areas.length === 1 && !isByOrigin));
    const item = { input: context.areas.nameOf(code, context.locales), area: code, code: null };
    if (hasCode(code) && (isOrigin || !isAreaOfFigures)) breakdown[origins!.name] = code;
    else if (isAreaOfFigures) {
      areas.add(code);
      if (isOrigin && !isOfOrigin) factors.push('peopleAsPlace');
    } else if (isOrigin && !isPartOfName(code)) {
      factors.push('people');
      unresolved.push(missingItem({ ...item, omission: 'NONE_WITH_BREAKDOWN' }, item.input, context));
    } else if (!isPartOfName(code)) {
      factors.push('place');
      unresolved.push(notCoveredItem(item, item.input, { covered: new Set(coverage.areas), context }));
    }
  }
  if (isOfOrigin && !isByOrigin && !request.areas.some(({ isOrigin }) => isOrigin)) factors.push('origin');
  if (isByOrigin && !origins && !isOfOrigin) factors.push('byOrigin');
}

/** Returns the titles of the codes that the words name, in all languages. */
function titlesOfNamedCodes({ dimensions, codes: named }: Selection): string[] {
  return dimensions.flatMap(({ name, codes }) =>
    codes.flatMap(({ code, title }) => (code === named[name] ? Object.values(title) : [])),
  );
}

/** Selects the codes that the words name, and finds the first dimension without a total that still needs a code. */
function selectNamedCodes(selection: Selection, { isByOrigin }: FigureQuestion): void {
  const { codes, dimensions, origins, breakdown, factors } = selection;
  for (const dimension of dimensions) {
    const { name, total } = dimension;
    const isFree = breakdown[name] === undefined && !(isByOrigin && name === origins?.name);
    if (name !== origins?.name && codes[name] !== undefined) breakdown[name] = codes[name];
    else if (isFree) factors.push(total === undefined ? (name === origins?.name ? 'origin' : 'code') : 'breakdown');
    if (isFree && total === undefined && breakdown[name] === undefined) selection.openDimension ??= dimension;
  }
}

/** Reports the requested period as unresolved if the indicator has no figures for it. */
function checkPeriods(
  { entry, coverage, unresolved, factors, context }: Selection,
  { from, to }: FigureQuestion,
): void {
  const isMonthly = entry.record.frequency === 'MONTH';
  const isOutside = (from !== null && from > `${coverage.to}~`) || (to !== null && `${to}~` < coverage.from!);
  if (isOutside || (isMonth(from) && !isMonthly)) {
    factors.push('period');
    const input = [...new Set([from, to])].filter(Boolean).join('–');
    const item = { input, area: null, code: null, omission: 'NONE_IN_PERIOD' as const };
    unresolved.push(missingItem(item, shortTitleOf(entry, context), context));
  }
  if (isMonthly && !isMonth(from)) factors.push('monthly');
}

/** Returns the requested measure; null for the figures as published. Reports a measure that the figures do not have. */
function selectMeasure(selection: Selection, request: FigureQuestion, used: Candidate['used']): string | null {
  const { entry, breakdown, factors, context } = selection;
  const measure = readMeasure(entry, request, breakdown);
  const isMeasured = measure !== null || request.words.some(({ isMeasure }, index) => isMeasure && used.has(index));
  if (request.measure === null || isMeasured) return measure;
  const { scope, explorer } = messagesFor(context.locales);
  factors.push('measure');
  const sentence = request.measure === 'share' ? scope.noShare : explorer.noPopulation;
  if (entry.record.measure !== 'RATE') addOmission(selection, request.measure, null, sentence);
  return measure;
}

function isMonth(period: string | null): boolean {
  return period?.includes('-') === true;
}

function containsPhrase(text: string, phrases: Parameters<typeof phraseLengthAt>[2]): boolean {
  const words = foldWords(text);
  return words.some((_word, index) => phraseLengthAt(words, index, phrases) > 0);
}

function readMeasure(entry: Indicator, { measure }: FigureQuestion, breakdown: Breakdown): string | null {
  const { measure: type, population } = entry.record;
  if (type === 'RATE' || (measure === 'per100k' && population === undefined)) return null;
  const isPart = Object.keys(breakdown).length > 0 && readDimensions(entry).every(({ total }) => total !== undefined);
  return measure === 'share' && !isPart ? null : measure;
}

function shortTitleOf(entry: Indicator, context: ComputedContext): string {
  return context.text(entry.record.shortTitle ?? entry.record.title, entry) ?? entry.slug;
}

async function toFigureAnswer(interpretation: Interpretation, request: FigureQuestion, context: ComputedContext) {
  const { entry, breakdown, by, measure, used } = interpretation;
  const { from, to, top } = request;
  const areas = top === null && by === null ? await resolveAreas(interpretation, context) : interpretation.areas;
  const isSingleFigure = areas.length === 1 && from === to && by === null && measure !== 'index';
  const recipe = {
    ...AS_REPORTED,
    frequency: from !== null && !isMonth(from) && entry.record.frequency === 'MONTH' ? ('YEAR' as const) : null,
    transform: measure === null ? null : (TRANSFORMS[measure] ?? null),
  };
  const query = { areas, breakdowns: [breakdown], recipe, asOf: null };
  const [series] = isSingleFigure ? (await loadSeries(entry, query, context)).served : [];
  const cell = (from === null ? series?.latest : series?.points.find(({ period }) => period === from)) ?? null;
  const messages = messagesFor(context.locales);
  const period = from === to ? (from ?? cell?.period ?? null) : [from, to].join('–');
  const unusedWords = request.words.filter(({ isOptional }, index) => !isOptional && !used.has(index));
  const unresolved = unusedWords.map(({ text }): RequestedItem => {
    const sentence = messages.scope.notUsed({ word: text });
    return { input: text, area: null, code: null, omission: 'UNKNOWN', sentence };
  });
  unresolved.push(...interpretation.unresolved);
  const isMissing = isSingleFigure && from !== null && cell?.value == null && interpretation.unresolved.length === 0;
  const noCell = { input: from ?? '', area: areas[0] ?? null, code: null, omission: 'NONE_IN_PERIOD' as const };
  if (isMissing) unresolved.push(missingItem(noCell, context.areas.nameOf(areas[0]!, context.locales), context));
  const dimensionOf = (name: string) => readDimensions(entry).find((dimension) => dimension.name === name)!;
  const byTitle = by === null ? null : (context.text(dimensionOf(by).title, entry) ?? by);
  const title = [
    shortTitleOf(entry, context),
    measure === null ? null : messages.explorer.measures[measure as keyof typeof messages.explorer.measures],
    ...Object.entries(breakdown).map(([name, code]) => titleOfCode(dimensionOf(name), code, entry, context)),
    byTitle === null ? null : messages.explorer.byDimension({ name: toMidSentence(byTitle, messages) }),
    ...areas.map((area) => context.areas.nameOf(area, context.locales)),
    from === to && period !== null ? formatsFor(messages).period(period) : period,
  ];
  return {
    indicator: context.reference(entry.kind, entry.slug),
    path: pathOf({ ...interpretation, areas }, request),
    title: title.filter((part) => part !== null).join(', '),
    areas: areas.map((area) => areaReference(area, context)!),
    breakdown: breakdownToList(breakdown),
    answer: cell?.value == null ? null : cell,
    unitLabel: resolveUnitLabel({ unit: series?.unit ?? entry.record.unit! }, {}, context),
    unresolved: unresolved.map((item) => ({
      ...item,
      area: item.area === null ? null : areaReference(item.area, context),
    })),
  };
}

/** Returns the areas that a text names. If it names codes but no area, returns the only area with figures for them. */
async function resolveAreas({ entry, areas, breakdown }: Interpretation, { figures }: ComputedContext) {
  if (areas.length > 0 || Object.keys(breakdown).length === 0) return areas;
  const series = await figures.series(entry.slug, { areas: null, breakdowns: [breakdown], asOf: null, first: 2 });
  return series.length === 1 ? [series[0]!.area] : areas;
}

/** Returns the path of the indicator's page with the parameters of an interpretation. */
function pathOf({ entry, areas, breakdown, by, measure }: Interpretation, request: FigureQuestion): string {
  const { from, to, top, view } = request;
  const isRanking = areas.length === 0 && by === null && from !== null && from === to;
  const parameters = {
    ...{ view: view ?? (top === null && !isRanking ? null : 'bar'), areas: areas.join(','), by, ...breakdown, measure },
    base: request.base,
    ...(isRanking ? { at: from } : { from, to }),
    top: top === null ? null : String(top),
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) search.append(name, value);
  return withParameters(`/indicator/${entry.slug}`, search);
}
