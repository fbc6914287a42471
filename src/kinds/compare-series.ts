import { AppError } from '../errors.js';
import type { SeriesInput } from '../generated/computed.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { emptyCell, type SeriesCell } from '../series/series-cell.js';
import {
  type ComparedSeries,
  findIncompatibilities,
  type IncompatiblePair,
  type IncompatibleReason,
} from '../series/incompatibilities.js';
import { daysOfPeriod } from '../series/period.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { MembershipSpan } from '../series/group-totals.js';
import { withCommonBase } from '../series/common-index-base.js';
import {
  checkTransform,
  computeSeriesFromStoredPoints,
  type MeasureWithUnit,
  type SeriesTransform,
} from '../series/series-transform.js';
import type { StoredPoint, Vintage } from '../store/figures.js';
import { fillGaps } from '../series/resample.js';
import { singleBreakdown } from './breakdowns.js';
import { formatsFor, toMidSentence, enumLabel } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import { isPeriodComparison, type MemberFiguresQuery, readComposition, readMembers } from './group-members.js';
import { describeMissingSeries } from './omitted-series.js';
import { COMPUTATION_FIELDS, readMeasureProperties } from './indicator-fields.js';
import { indicatorTitleInSentence } from './missing-item-messages.js';
import { Observation } from './observation.js';
import { type Population, populationFor } from './population-denominator.js';
import { readTransform } from './series-arguments.js';
import { SeriesResponse } from './series-response.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { shareDenominatorFor } from './share-denominator.js';

const SERIES_COUNT = { min: 2, max: 30 };
/** Reasons that are only warnings. */
const WARNING_REASONS: ReadonlySet<IncompatibleReason> = new Set(['PUBLISHERS_DIFFER']);

/**
 * Compares series by period. Returns the reasons instead if they are not comparable; `force` turns these into warnings.
 * @throws BAD_USER_INPUT, NOT_FOUND
 */
export async function compareSeries(inputs: readonly SeriesInput[], force: boolean, context: ComputedContext) {
  if (inputs.length < SERIES_COUNT.min || inputs.length > SERIES_COUNT.max) {
    const message = `From ${SERIES_COUNT.min} to ${SERIES_COUNT.max} series can be compared, not ${inputs.length}.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const loaded = await Promise.all(inputs.map((input) => readInput(input, context)));
  const recipes = withCommonBase(loaded);
  const compared = await Promise.all(
    loaded.map((input, index) => computeColumn({ ...input, recipe: recipes[index]! }, context)),
  );
  const metadata = compared.map((comparison) => comparison.metadata);
  const pairs = findIncompatibilities(metadata).map((pair) => ({
    ...pair,
    message: explainPair(pair, metadata, messagesFor(context.locales)),
  }));
  const isRejected = !force && pairs.some(({ reason }) => !WARNING_REASONS.has(reason));
  await reportComparisonScope(loaded, { compared, warnings: isRejected ? [] : pairs }, context);
  if (isRejected) {
    return { __typename: 'IncompatibleSeries' as const, pairs };
  }
  return {
    __typename: 'Comparison' as const,
    series: compared.map(({ series }) => series),
    periods: toPeriodRows(compared, context),
    warnings: pairs,
  };
}

/** Reports requested series without figures, and warnings about the compared ones. */
async function reportComparisonScope(
  loaded: readonly LoadedInputSeries[],
  { compared, warnings }: { compared: readonly { series: SeriesResponse }[]; warnings: readonly IncompatiblePair[] },
  context: ComputedContext,
): Promise<void> {
  const seriesRequests = loaded.map(({ entry, area, breakdown, asOf, points }, index) => {
    const request = { entry, areas: [area], breakdowns: [breakdown], asOf };
    return { request, found: points.length === 0 ? [] : [compared[index]!.series.found] };
  });
  const requestedItems = await describeMissingSeries(seriesRequests, context);
  const included = compared.filter(({ series }) => series.found.hasFigures).length;
  context.addScope({
    items: 'SERIES',
    included,
    existing: loaded.length,
    isTruncated: false,
    requested: requestedItems,
    cautions: describeWarnings(warnings, context),
  });
}

/** Returns a sentence with the distinct reasons of the warnings; empty if there are no warnings. */
function describeWarnings(warnings: readonly IncompatiblePair[], { locales }: ComputedContext): string[] {
  if (warnings.length === 0) return [];
  const messages = messagesFor(locales);
  const reasons = new Set(warnings.map(({ reason }) => toMidSentence(enumLabel(messages, reason), messages)));
  return [messages.scope.caution({ reasons: [...reasons].join(`${formatsFor(messages).semicolon} `) })];
}

interface LoadedInputSeries extends MemberFiguresQuery {
  /** Slug of the indicator, as requested. */
  indicator: string;
  area: string;
  entry: EntryOf<'Indicator'>;
  recipe: SeriesTransform;
  properties: MeasureWithUnit;
  points: readonly StoredPoint[];
  population: Population | null;
  vintage: Vintage;
  members: readonly MembershipSpan[] | null;
}

async function readInput(input: SeriesInput, context: ComputedContext): Promise<LoadedInputSeries> {
  const { indicator, area, asOf = null } = input;
  const entry = await context.entry('Indicator', indicator, COMPUTATION_FIELDS);
  if (!entry || entry.status === 'RETIRED') {
    throw new AppError('NOT_FOUND', `There is no indicator "${indicator}".`);
  }
  const { slug } = entry;
  const breakdown = singleBreakdown(entry, input.breakdown);
  const recipe = readTransform(input);
  const properties = readMeasureProperties(entry);
  checkTransform(recipe, properties);
  const [[stored], population, vintage, members] = await Promise.all([
    context.figures.seriesOf(slug, area, { breakdowns: [breakdown], asOf }),
    populationFor(entry, recipe, { areas: area, asOf }, context),
    context.figures.vintageAt(slug, asOf),
    readMembers(area, context),
  ]);
  if (vintage === null) throw new AppError('NOT_FOUND', `"${indicator}" has no figures, or had none at that time.`);
  const points = stored?.points ?? [];
  return { indicator, area, breakdown, asOf, entry, recipe, properties, points, population, vintage, members };
}

async function computeColumn(loaded: LoadedInputSeries, context: ComputedContext) {
  const { indicator, area, breakdown, asOf, entry, recipe, properties, population, vintage, members } = loaded;
  const composition = isPeriodComparison(recipe)
    ? await readComposition(area, entry, { breakdown, asOf }, context)
    : null;
  const query = { areas: [area], breakdowns: [breakdown], asOf };
  const denominator = await shareDenominatorFor(entry, recipe, query, context);
  const auxiliary = {
    population: population?.cells.get(area),
    denominator: denominator?.(area, breakdown),
    composition,
  };
  const computed = computeSeriesFromStoredPoints(loaded.points, properties, recipe, auxiliary);
  const series = new SeriesResponse(
    { indicator: entry, area, breakdown, recipe, computed, vintage, population, total: null },
    context,
  );
  const fillsGaps = recipe.transform === null && properties.absentMeans === 'ZERO';
  return {
    series,
    isCovered: loaded.points.length > 0,
    name: [indicator, area, ...Object.entries(breakdown).map((code) => code.join(' '))].join(', '),
    cells: fillsGaps ? fillGaps(computed.cells, properties) : computed.cells,
    metadata: {
      indicator,
      area,
      title: indicatorTitleInSentence(entry, context),
      areaName: context.areas.nameOf(area, context.locales),
      unit: computed.unit,
      countingUnit: entry.record.countingUnit!,
      concept: entry.record.concept ?? null,
      publisher: entry.record.publisher!,
      measure: properties.measure,
      frequency: computed.frequency,
      members,
      cells: computed.cells,
      vintage: vintage.number,
    },
  };
}

interface ComparedColumn {
  name: string;
  cells: readonly SeriesCell[];
  /** Whether the indicator has a series for the area and breakdown. */
  isCovered: boolean;
}

function toPeriodRows(allColumns: readonly ComparedColumn[], context: ComputedContext) {
  const columns = allColumns.map(({ name, cells, isCovered }) => ({
    name,
    absent: isCovered ? ('NOT_REPORTED' as const) : ('NOT_COVERED' as const),
    byPeriod: new Map(cells.map((cell) => [cell.period, cell])),
  }));
  const periods = [...new Set(allColumns.flatMap(({ cells }) => cells.map(({ period }) => period)))];
  const sortKey = (period: string) => `${daysOfPeriod(period).first} ${daysOfPeriod(period).last}`;
  return periods
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map((period) => ({
      period,
      cells: columns.map(
        ({ name, byPeriod, absent }) =>
          new Observation(byPeriod.get(period) ?? { ...emptyCell(period), state: absent }, context.reference, name),
      ),
    }));
}

type NamedSeries = Omit<ComparedSeries, 'members' | 'cells' | 'vintage'> & { title: string; areaName: string };

const REASON_TEXTS: Readonly<Record<IncompatibleReason, (left: NamedSeries, right: NamedSeries) => string>> = {
  COUNTING_UNITS_DIFFER: (left, right) =>
    `one counts ${left.countingUnit.toLowerCase()}, the other ${right.countingUnit.toLowerCase()}`,
  UNITS_DIFFER: (left, right) => `one is in ${left.unit}, the other in ${right.unit}`,
  MEASURES_DIFFER: (left, right) =>
    `one is a ${left.measure.toLowerCase()}, the other a ${right.measure.toLowerCase()}`,
  FREQUENCIES_DIFFER: (left, right) =>
    `one is by ${left.frequency.toLowerCase()}, the other by ${right.frequency.toLowerCase()}`,
  PROVISIONAL_WITH_FINAL: () => 'in some periods only one of the two figures is provisional',
  VINTAGES_DIFFER: () => 'in some periods the two figures are from different editions or sources',
  PUBLISHERS_DIFFER: (left, right) =>
    `both measure ${left.concept!.toLowerCase().replaceAll('_', ' ')}, but ${left.publisher} and ${right.publisher} count it differently`,
  AREAS_OVERLAP: (left, right) => `${left.areaName} and ${right.areaName} have countries in common`,
};

/** Explains why two series are not comparable: in English by the differing values, else by the label of the reason. */
function explainPair(
  { reason, left, right }: IncompatiblePair,
  series: readonly NamedSeries[],
  messages: LocaleMessages,
): string {
  const [one, other] = [series[left]!, series[right]!];
  if (messages.locale !== 'en') {
    const named = [one, other].map(({ title, areaName }) => `${title}, ${areaName}`).join(' / ');
    return `${named}${formatsFor(messages).colon} ${enumLabel(messages, reason, 'IncompatibleReason')}.`;
  }
  return `${one.title} for ${one.areaName} and ${other.title} for ${other.areaName}: ${REASON_TEXTS[reason](one, other)}.`;
}
