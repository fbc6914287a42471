import type { KindModules } from '../records/kind-module.js';
import { area } from './area.js';
import { claim } from './claim.js';
import { cooperationFact } from './cooperation-fact.js';
import { countryByCode } from './country-code.js';
import { countryGroup } from './country-group.js';
import { explorerView } from './explorer-view.js';
import { indicator } from './indicator.js';
import { law } from './law.js';
import { penaltyTier } from './penalty-tier.js';
import { questionInput } from './question-inputs.js';
import { question } from './question.js';
import { codeRanking, development, figureGrid, growth, query, rankedArea, series } from './result-modules.js';
import { seriesQuestion } from './permalink-question.js';
import { source } from './source.js';
import { topic } from './topic.js';
import type { TypedModules } from './module-types.js';

const modules: TypedModules = {
  Claim: claim,
  CodeRanking: codeRanking,
  CooperationFact: cooperationFact,
  CountryGroup: countryGroup,
  Country: countryByCode,
  Development: development,
  ExplorerView: explorerView,
  FigureGrid: figureGrid,
  Growth: growth,
  Indicator: indicator,
  Law: law,
  PenaltyTier: penaltyTier,
  Query: query,
  Question: question,
  QuestionInput: questionInput,
  RankedArea: rankedArea,
  Route: area,
  Series: series,
  SeriesQuestion: seriesQuestion,
  Source: source,
  Territory: countryByCode,
  Topic: topic,
};

/** Modules by type name. */
export const kindModules: KindModules = new Map(Object.entries(modules));
