import type { DimensionRecord } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { firstParagraph } from '../reading/first-paragraph.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { availabilityOf } from './availability.js';
import { groupTotalOf } from './indicator-group-total.js';
import { growthOf } from './indicator-growth.js';
import { rankingOf } from './indicator-ranking.js';
import { coverageOf, seriesOf } from './indicator-series.js';
import { changesOf, vintagesOf } from './indicator-vintages.js';
import { indicatorSizes } from './series-sizes.js';
import type { ArgumentsOf, ModuleOf } from './typed-module.js';

/** An indicator has figures beside its record, in the frequency and the dimensions that the record gives. */
export const indicator: ModuleOf<'Indicator'> = {
  computed: {
    summary: summaryOf,
    series: seriesOf,
    ranking: rankingOf,
    growth: growthOf,
    groupTotal: groupTotalOf,
    coverage: coverageOf,
    availability: availabilityOf,
    vintages: vintagesOf,
    changes: changesOf,
  },
  sizes: indicatorSizes,
  figures: (record) => ({
    frequency: record.frequency ?? null,
    dimensions: (record.dimensions ?? []).map(readDimension),
    sources: 'Source',
  }),
};

function summaryOf(
  entry: EntryOf<'Indicator'>,
  { locale }: ArgumentsOf<'Indicator', 'summary'>,
  context: ComputedContext,
): string | null {
  const definition = context.text(entry.record.definition, entry, locale);
  return definition === null ? null : firstParagraph(definition);
}

function readDimension({ name, codes, total }: DimensionRecord) {
  return { name, codes: codes.map(({ code }) => code), total: total ?? null };
}
