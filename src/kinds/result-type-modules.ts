import type { CitationStyle } from '../series/citation.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { compareSeries } from './compare-series.js';
import type { CitationArguments } from './series-citation.js';
import type { DevelopmentResponse } from './area-latest-changes.js';
import { figureAnswers } from './figure-answers.js';
import { evidenceRoutes } from './evidence-routes.js';
import { revisedIndicators } from './indicator-vintages.js';
import { figureAnswersSize, comparisonSize } from '../cost/figure-field-sizes.js';
import { createPermalinkQuestion } from './permalink-question.js';
import type { SeriesResponse } from './series-response.js';
import type { FieldArgs, KindModuleOf } from './kind-module-types.js';
import { resolveUnitLabel } from './unit-label.js';

export const queryModule: KindModuleOf<'Query'> = {
  fields: {
    seriesQuestion: (_root: unknown, _args: unknown, context: ComputedContext) => createPermalinkQuestion(context),
    compare: (_root: unknown, { series, force }: FieldArgs<'Query', 'compare'>, context: ComputedContext) =>
      compareSeries(series, force, context),
    evidenceRoutes: (_root: unknown, args: FieldArgs<'Query', 'evidenceRoutes'>, context: ComputedContext) =>
      evidenceRoutes(args, context),
    figureAnswers: (_root: unknown, args: FieldArgs<'Query', 'figureAnswers'>, context: ComputedContext) =>
      figureAnswers(args, context),
    revisedIndicators: (_root: unknown, args: FieldArgs<'Query', 'revisedIndicators'>, context: ComputedContext) =>
      revisedIndicators(args, context),
  },
  sizes: {
    compare: comparisonSize,
    evidenceRoutes: () => ({ each: 40, work: 200 }),
    figureAnswers: figureAnswersSize,
    revisedIndicators: () => ({ work: 200 }),
  },
};

/** Field resolvers of `Series`. Costly fields are computed only if selected. */
export const seriesModule: KindModuleOf<'Series'> = {
  fields: {
    citation: (response: SeriesResponse, args: CitationArguments) => response.cite(args),
    permalink: (response: SeriesResponse) => response.permalink,
    unitLabel: resolveUnitLabel,
  },
};

export const developmentModule: KindModuleOf<'Development'> = {
  fields: {
    citation: (response: DevelopmentResponse, { style }: { style: CitationStyle | null }) => response.cite(style),
    rank: async (response: DevelopmentResponse) => (await response.rankAmongPeers()).rank,
    peers: async (response: DevelopmentResponse) => (await response.rankAmongPeers()).peers,
    unitLabel: resolveUnitLabel,
  },
};

export const rankedAreaModule: KindModuleOf<'RankedArea'> = { fields: { unitLabel: resolveUnitLabel } };

export const growthModule: KindModuleOf<'Growth'> = { fields: { unitLabel: resolveUnitLabel } };

export const figureGridModule: KindModuleOf<'FigureGrid'> = { fields: { unitLabel: resolveUnitLabel } };

export const codeRankingModule: KindModuleOf<'CodeRanking'> = { fields: { unitLabel: resolveUnitLabel } };
