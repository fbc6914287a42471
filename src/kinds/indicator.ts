import type { KindModule } from '../records/kind-module.js';
import type { EntryRecord } from '../store/entries.js';
import { availabilityOf } from './availability.js';
import { groupTotalOf } from './indicator-group-total.js';
import { growthOf } from './indicator-growth.js';
import { rankingOf } from './indicator-ranking.js';
import { coverageOf, seriesOf } from './indicator-series.js';
import { changesOf, vintagesOf } from './indicator-vintages.js';
import { indicatorSizes } from './series-sizes.js';

/** An indicator has figures beside its record, in the frequency and the dimensions that the record gives. */
export const indicator: KindModule = {
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
    frequency: (record['frequency'] as 'YEAR' | 'QUARTER' | 'MONTH' | undefined) ?? null,
    dimensions: ((record['dimensions'] as EntryRecord[] | undefined) ?? []).map(readDimension),
    sources: 'Source',
  }),
};

function readDimension(dimension: EntryRecord) {
  const codes = (dimension['codes'] as EntryRecord[] | undefined) ?? [];
  return {
    name: String(dimension['name']),
    codes: codes.map((each) => String(each['code'])),
    total: (dimension['total'] as string | undefined) ?? null,
  };
}
