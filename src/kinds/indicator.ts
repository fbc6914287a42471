import type { DimensionRecord } from '../generated/records.js';
import { availabilityOf } from './availability.js';
import { groupTotalOf } from './indicator-group-total.js';
import { growthOf } from './indicator-growth.js';
import { rankingOf } from './indicator-ranking.js';
import { coverageOf, seriesOf } from './indicator-series.js';
import { changesOf, vintagesOf } from './indicator-vintages.js';
import { indicatorSizes } from './series-sizes.js';
import type { ModuleOf } from './typed-module.js';

/** An indicator has figures beside its record, in the frequency and the dimensions that the record gives. */
export const indicator: ModuleOf<'Indicator'> = {
  computed: {
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

function readDimension({ name, codes, total }: DimensionRecord) {
  return { name, codes: codes.map(({ code }) => code), total: total ?? null };
}
