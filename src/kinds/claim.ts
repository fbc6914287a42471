import type { ClaimStatus } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { checkTransform } from '../series/series-transform.js';
import type { StoredPoint, StoredSeries } from '../store/figures.js';
import { buildResponses } from './indicator-series.js';
import { COMPUTATION_FIELDS, readMeasureProperties } from './indicator-fields.js';
import { observationOfPoint } from './observation.js';
import { readTransform, type TransformArguments } from './series-arguments.js';
import { quotedSeriesSize } from '../cost/figure-field-sizes.js';
import type { SeriesResponse } from './series-response.js';
import { seriesKey } from '../model/breakdown-key.js';
import { parseFolderKey } from '../model/entry-key.js';
import type { RecordOf } from '../reading/typed-entry.js';
import type { RuleContext } from '../records/rule-types.js';
import type { EntryRecord } from '../store/entries.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed fields and rule of `Claim`, a figure quoted in prose, which is compared with the latest edition. */
export const claimModule: KindModuleOf<'Claim'> = {
  computedPart: {
    status: claimStatus,
    now: async (value, _args, context) => (await quotedPoint(value, context))?.value ?? null,
    observation: async (value, _args, context) =>
      observationOfPoint(await quotedPoint(value, context), context.reference),
    series: claimSeries,
  },
  entryNeeds: ['citations'],
  sizes: { series: quotedSeriesSize },
  quotes: readBreakdown,
  rules: [
    {
      name: 'claims match the figures',
      check({ value, path }, context) {
        const { report } = context;
        const { indicator, area, period, value: quoted } = value;
        const code = typeof area === 'string' ? areaCode(area, context) : undefined;
        if (code === undefined || typeof indicator !== 'string' || period === undefined || quoted === undefined) return;
        const entry = context.lookup.find('Indicator', indicator);
        // Without a valid breakdown, the claim would be compared with the wrong figure.
        if (!entry || report.isReported([...path, 'breakdown'])) return;
        const breakdown = readBreakdown(value);
        const series = entry.figures?.find(
          (candidate) => seriesKey(candidate) === seriesKey({ area: code, breakdown }),
        );
        const figure = series?.points.find((point) => point.period === period)?.value ?? null;
        const figureLabel = [code, String(period), ...Object.values(breakdown)].join(' ');
        // The figure may be missing only because its file could not be read, which is reported separately.
        if (figure === null && entry.lacksFigures) return;
        if (figure === null) {
          const tip = `add the observation to indicators/${indicator}.csv, or remove the claim`;
          report.add('CLAIM_UNVERIFIABLE', path, `${indicator} has no figure for ${figureLabel}`, tip);
        } else if (figure !== quoted) {
          const message = `${indicator} has ${figure} for ${figureLabel}, not ${String(quoted)}`;
          report.add('CLAIM_DIFFERS', [...path, 'value'], message, `write ${figure}, and update the statement`);
        }
      },
    },
  ],
};

async function claimStatus(
  value: RecordOf<'Claim'>,
  _args: unknown,
  context: ComputedContext,
  entry: EntryRecord,
): Promise<ClaimStatus> {
  const point = await quotedPoint(value, context);
  if (point === null || point.value === null) return 'UNVERIFIABLE';
  if (point.value !== value.value) return 'OUT_OF_DATE';
  const cited = (entry['citations'] ?? []) as readonly { source?: string }[];
  return point.source === null || cited.some(({ source }) => source === point.source) ? 'AS_STATED' : 'CURRENT';
}

async function claimSeries(
  value: RecordOf<'Claim'>,
  args: TransformArguments,
  context: ComputedContext,
): Promise<SeriesResponse | null> {
  const [entry, stored] = await Promise.all([
    context.entry('Indicator', value.indicator!, COMPUTATION_FIELDS),
    readQuotedSeries(value, context),
  ]);
  if (!entry || entry.status === 'RETIRED') return null;
  const recipe = readTransform(args);
  checkTransform(recipe, readMeasureProperties(entry));
  const options = { recipe, asOf: null, population: null, denominator: null };
  const [served = null] = await buildResponses(entry, stored, options, context);
  return served;
}

async function quotedPoint(value: RecordOf<'Claim'>, context: ComputedContext): Promise<StoredPoint | null> {
  const [stored] = await readQuotedSeries(value, context);
  return stored?.points.find(({ period }) => period === value.period) ?? null;
}

/** Returns the series that a claim quotes; empty if its area or indicator is not visible. */
async function readQuotedSeries(value: RecordOf<'Claim'>, context: ComputedContext): Promise<readonly StoredSeries[]> {
  const area = context.areaCodeAt(value.area!);
  if (area === null) return [];
  const [entry, stored] = await Promise.all([
    context.entry('Indicator', value.indicator!, COMPUTATION_FIELDS),
    context.figures.seriesOf(value.indicator!, area, { breakdowns: [readBreakdown(value)], asOf: null }),
  ]);
  return entry && entry.status !== 'RETIRED' ? stored : [];
}

function readBreakdown(value: EntryRecord): Record<string, string> {
  const named = (value['breakdown'] ?? []) as readonly { dimension?: string; code?: string }[];
  return Object.fromEntries(named.flatMap(({ dimension, code }) => (dimension && code ? [[dimension, code]] : [])));
}

function areaCode(area: string, { lookup, model }: RuleContext): string | undefined {
  const key = parseFolderKey(model, area);
  const entry = key ? lookup.find(key.kind.name, key.slug) : undefined;
  return entry && lookup.areaCodeOf(entry);
}
