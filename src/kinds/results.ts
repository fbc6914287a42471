import type { KindModule } from '../records/kind-module.js';
import type { CitationStyle } from '../series/citation.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { SeriesInput } from './comparison.js';
import { comparisonOf } from './comparison.js';
import type { ServedDevelopment } from './developments.js';
import { comparisonSize } from './series-sizes.js';
import type { ServedSeries } from './served-series.js';

interface CompareArguments {
  series: readonly SeriesInput[];
  force: boolean;
}

interface CiteArguments {
  style: CitationStyle;
}

/** What the root of queries has beside the kinds. */
export const query: KindModule = {
  fields: {
    compare: (_root: unknown, { series, force }: CompareArguments, context: ComputedContext) =>
      comparisonOf(series, force, context),
  },
  sizes: { compare: (args: CompareArguments, { figures }) => comparisonSize(args, figures) },
};

/** A series of figures; what costs something is made on asking. */
export const series: KindModule = {
  fields: {
    citation: (served: ServedSeries, { style }: CiteArguments) => served.cite(style),
    permalink: (served: ServedSeries) => served.permalink,
  },
};

/** A change in a series; its rank and citation are made on asking. */
export const development: KindModule = {
  fields: {
    citation: (served: ServedDevelopment, { style }: CiteArguments) => served.cite(style),
    rank: async (served: ServedDevelopment) => (await served.ranked()).rank,
    peers: async (served: ServedDevelopment) => (await served.ranked()).peers,
  },
};
