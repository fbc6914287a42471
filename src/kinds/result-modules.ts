import type { CitationStyle } from '../series/citation.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { compareSeries } from './comparison.js';
import type { CitationArguments } from './cited-series.js';
import type { ServedDevelopment } from './area-latest-changes.js';
import { figureAnswers } from './figure-answers.js';
import { evidenceRoutes } from './evidence-routes.js';
import { revisedIndicators } from './indicator-vintages.js';
import { answersSize, comparisonSize } from '../cost/figure-fields.js';
import { seriesQuestionIn } from './permalink-question.js';
import type { SeriesResponse } from './series-response.js';
import type { ArgumentsOf, ModuleOf } from './module-types.js';
import { labelUnit } from './unit-label.js';

export const query: ModuleOf<'Query'> = {
  fields: {
    seriesQuestion: (_root: unknown, _args: unknown, context: ComputedContext) => seriesQuestionIn(context),
    compare: (_root: unknown, { series, force }: ArgumentsOf<'Query', 'compare'>, context: ComputedContext) =>
      compareSeries(series, force, context),
    evidenceRoutes: (_root: unknown, args: ArgumentsOf<'Query', 'evidenceRoutes'>, context: ComputedContext) =>
      evidenceRoutes(args, context),
    figureAnswers: (_root: unknown, args: ArgumentsOf<'Query', 'figureAnswers'>, context: ComputedContext) =>
      figureAnswers(args, context),
    revisedIndicators: (_root: unknown, args: ArgumentsOf<'Query', 'revisedIndicators'>, context: ComputedContext) =>
      revisedIndicators(args, context),
  },
  sizes: {
    compare: comparisonSize,
    evidenceRoutes: () => ({ each: 40, work: 200 }),
    figureAnswers: answersSize,
    revisedIndicators: () => ({ work: 200 }),
  },
};

/** Module of series. Costly fields are computed on demand. */
export const series: ModuleOf<'Series'> = {
  fields: {
    citation: (served: SeriesResponse, args: CitationArguments) => served.cite(args),
    permalink: (served: SeriesResponse) => served.permalink,
    unitLabel: labelUnit,
  },
};

export const development: ModuleOf<'Development'> = {
  fields: {
    citation: (served: ServedDevelopment, { style }: { style: CitationStyle | null }) => served.cite(style),
    rank: async (served: ServedDevelopment) => (await served.ranked()).rank,
    peers: async (served: ServedDevelopment) => (await served.ranked()).peers,
    unitLabel: labelUnit,
  },
};

export const rankedArea: ModuleOf<'RankedArea'> = { fields: { unitLabel: labelUnit } };

export const growth: ModuleOf<'Growth'> = { fields: { unitLabel: labelUnit } };

export const figureGrid: ModuleOf<'FigureGrid'> = { fields: { unitLabel: labelUnit } };

export const codeRanking: ModuleOf<'CodeRanking'> = { fields: { unitLabel: labelUnit } };
