import type { KindModules } from '../records/kind-module.js';
import { areaModuleParts } from './area.js';
import { claimModule } from './claim.js';
import { cooperationFactModule } from './cooperation-fact.js';
import { countryModule } from './country.js';
import { countryGroupModule } from './country-group.js';
import { explorerViewModule } from './explorer-view.js';
import { indicatorModule } from './indicator.js';
import { lawModule } from './law.js';
import { penaltyTierModule } from './penalty-tier.js';
import { questionInputModule } from './question-inputs.js';
import { questionModule } from './question.js';
import {
  codeRankingModule,
  developmentModule,
  figureGridModule,
  growthModule,
  queryModule,
  rankedAreaModule,
  seriesModule,
} from './result-type-modules.js';
import { seriesQuestionModule } from './permalink-question.js';
import { sourceModule } from './source.js';
import { topicModule } from './topic.js';
import type { TypedKindModules } from './kind-module-types.js';

const modules: TypedKindModules = {
  Claim: claimModule,
  CodeRanking: codeRankingModule,
  CooperationFact: cooperationFactModule,
  CountryGroup: countryGroupModule,
  Country: countryModule,
  Development: developmentModule,
  ExplorerView: explorerViewModule,
  FigureGrid: figureGridModule,
  Growth: growthModule,
  Indicator: indicatorModule,
  Law: lawModule,
  PenaltyTier: penaltyTierModule,
  Query: queryModule,
  Question: questionModule,
  QuestionInput: questionInputModule,
  RankedArea: rankedAreaModule,
  Route: areaModuleParts,
  Series: seriesModule,
  SeriesQuestion: seriesQuestionModule,
  Source: sourceModule,
  Territory: countryModule,
  Topic: topicModule,
};

/** Modules by type name. A module contains the code that is specific to one type of the model. */
export const kindModules: KindModules = new Map(Object.entries(modules));
