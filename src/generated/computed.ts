// Made by `npm run generate` from schema/. Change the SDL, not this file.

import type { CaseRecord, CaseResultRecord, CellChangeKind, CitationRecord, CitationStyle, ClaimRecord, ClaimStatus, ComparisonGuard, ContactRecord, CooperationFactRecord, CopyRecord, CountryGroupRecord, CountryRecord, CountryUpdateRecord, DataCategory, DigitalFocusRecord, DimensionCodeRecord, DimensionRecord, EditionRecord, EventRecord, Frequency, IncompatibleReason, IndicatorRecord, LawRecord, LeafletRecord, LegalMeasureIssuer, LegalMeasureRecord, LegalMeasureType, Locale, MembershipRecord, ObservationFlag, ObservationState, OrganisationRecord, PenaltyTierRecord, PublisherCodeRecord, QuestionInputForm, QuestionRecord, QuotedPartRecord, RankedAmong, Relevance, ResourceRecord, RouteRecord, SessionRecord, SourceRecord, SpanRecord, TerritoryRecord, TopicRecord, Transform, TrendRecord, UseStepRecord, VintageDate } from './records.js';

/** A reference to an entry in a result. All references at one query level are fetched together. */
export interface EntryReference {
  readonly kind: string;
  readonly slug: string;
}

/** The record of each kind. */
export interface Records {
  Case: CaseRecord;
  CountryGroup: CountryGroupRecord;
  CountryUpdate: CountryUpdateRecord;
  Country: CountryRecord;
  Event: EventRecord;
  Indicator: IndicatorRecord;
  Law: LawRecord;
  Leaflet: LeafletRecord;
  Organisation: OrganisationRecord;
  Question: QuestionRecord;
  Resource: ResourceRecord;
  Route: RouteRecord;
  Source: SourceRecord;
  Territory: TerritoryRecord;
  Topic: TopicRecord;
  Trend: TrendRecord;
}

/** The stored object of each embedded type. */
export interface Parts {
  PublisherCode: PublisherCodeRecord;
  Span: SpanRecord;
  Citation: CitationRecord;
  UseStep: UseStepRecord;
  CaseResult: CaseResultRecord;
  QuotedPart: QuotedPartRecord;
  Claim: ClaimRecord;
  Membership: MembershipRecord;
  CooperationFact: CooperationFactRecord;
  DigitalFocus: DigitalFocusRecord;
  Session: SessionRecord;
  DimensionCode: DimensionCodeRecord;
  Dimension: DimensionRecord;
  PenaltyTier: PenaltyTierRecord;
  Edition: EditionRecord;
  LegalMeasure: LegalMeasureRecord;
  Contact: ContactRecord;
  Copy: CopyRecord;
}

/** Fields that are computed on writing and stored, by kind. */
export interface Derived {
  Country: { code: string };
  Territory: { code: string };
}

/** Arguments and results of fields that are computed on reading, by type. */
export interface Computed {
  CountryGroup: {
    series: { args: { indicators?: readonly string[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly Series[] };
    developments: { args: { since?: string | null; first: number | null; }; result: readonly Development[] };
  };
  Country: {
    series: { args: { indicators?: readonly string[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly Series[] };
    developments: { args: { since?: string | null; first: number | null; }; result: readonly Development[] };
  };
  Indicator: {
    summary: { args: { locale?: Locale | null; }; result: string | null };
    summaryLocale: { args: {  }; result: Locale | null };
    unitLabel: { args: { locale?: Locale | null; }; result: string };
    series: { args: { areas?: readonly string[] | null; breakdown?: readonly BreakdownInput[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly Series[] };
    ranking: { args: { period?: string | null; breakdown?: readonly BreakdownInput[] | null; within?: string | null; among: RankedAmong | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly RankedArea[] };
    outline: { args: { from?: string | null; first: number | null; }; result: readonly Series[] };
    growth: { args: { from: string; to: string; areas?: readonly string[] | null; breakdown?: readonly BreakdownInput[] | null; asOf?: Date | null; }; result: readonly Growth[] };
    groupTotal: { args: { group: string; fixedAt?: string | null; breakdown?: readonly BreakdownInput[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; }; result: Series };
    coverage: { args: {  }; result: Coverage };
    availability: { args: { period?: string | null; area?: string | null; breakdown?: readonly BreakdownInput[] | null; asOf?: Date | null; }; result: Availability };
    vintages: { args: { first: number | null; }; result: readonly Vintage[] };
    changes: { args: { from: Date; to: Date; areas?: readonly string[] | null; first: number | null; }; result: FigureChanges };
  };
  Law: {
    summary: { args: { locale?: Locale | null; }; result: string | null };
    summaryLocale: { args: {  }; result: Locale | null };
    basicPenalty: { args: {  }; result: string | null };
    basicMinYears: { args: {  }; result: number | null };
    basicMaxYears: { args: {  }; result: number | null };
    highestPenalty: { args: {  }; result: string | null };
    reachesThreeYears: { args: {  }; result: boolean | null };
  };
  Question: {
    inputs: { args: { values?: string | null; }; result: readonly QuestionInput[] };
  };
  Route: {
    series: { args: { indicators?: readonly string[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly Series[] };
    developments: { args: { since?: string | null; first: number | null; }; result: readonly Development[] };
  };
  Source: {
    titleLocale: { args: {  }; result: Locale };
  };
  Territory: {
    series: { args: { indicators?: readonly string[] | null; from?: string | null; to?: string | null; recipe?: RecipeInput | null; asOf?: Date | null; first: number | null; }; result: readonly Series[] };
    developments: { args: { since?: string | null; first: number | null; }; result: readonly Development[] };
  };
  Topic: {
    summary: { args: { locale?: Locale | null; }; result: string | null };
    summaryLocale: { args: {  }; result: Locale | null };
  };
  Claim: {
    status: { args: {  }; result: ClaimStatus };
    now: { args: {  }; result: number | null };
    observation: { args: {  }; result: Observation | null };
    series: { args: { from?: string | null; to?: string | null; recipe?: RecipeInput | null; }; result: Series | null };
  };
  CooperationFact: {
    sentence: { args: {  }; result: string };
    sentenceLocale: { args: {  }; result: Locale };
  };
  PenaltyTier: {
    sentence: { args: {  }; result: string };
    sentenceLocale: { args: {  }; result: Locale };
  };
  Query: {
    evidenceRoutes: { args: { from: string; provider?: string | null; servicesInEu?: boolean | null; data: DataCategory; urgent: boolean; }; result: readonly EvidenceRoute[] };
    seriesQuestion: { args: {  }; result: SeriesQuestion };
    compare: { args: { series: readonly SeriesInput[]; force: boolean; }; result: ((Comparison & { __typename: 'Comparison' }) | (IncompatibleSeries & { __typename: 'IncompatibleSeries' })) };
  };
  QuestionInput: {
    choices: { args: {  }; result: readonly QuestionInputChoice[] };
    covers: { args: {  }; result: Coverage | null };
  };
  SeriesQuestion: {
    inputs: { args: { values?: string | null; }; result: readonly QuestionInput[] };
  };
  Series: {
    unitLabel: { args: { locale?: Locale | null; }; result: string };
    permalink: { args: {  }; result: string };
    citation: { args: { style: CitationStyle | null; period?: string | null; retrievedOn?: string | null; }; result: string };
  };
  RankedArea: {
    unitLabel: { args: { locale?: Locale | null; }; result: string };
  };
  Growth: {
    unitLabel: { args: { locale?: Locale | null; }; result: string };
  };
  Development: {
    unitLabel: { args: { locale?: Locale | null; }; result: string };
    rank: { args: {  }; result: number | null };
    peers: { args: {  }; result: number | null };
    citation: { args: { style: CitationStyle | null; }; result: string };
  };
}

export interface RecipeInput {
  frequency?: Frequency | null;
  transform?: Transform | null;
  base?: string | null;
  window?: number | null;
  shareOf?: string | null;
}

export interface Series {
  readonly indicator: EntryReference;
  readonly area: EntryReference;
  readonly breakdown: readonly Breakdown[];
  readonly unit: string;
  readonly frequency: Frequency;
  readonly transform: Transform | null;
  readonly population: EntryReference | null;
  readonly fixedAt: string | null;
  readonly vintage: Vintage;
  readonly populationVintage: Vintage | null;
  readonly points: readonly Observation[];
  readonly latest: Observation | null;
  readonly summary: SeriesSummary;
}

export interface Breakdown {
  readonly dimension: string;
  readonly code: string;
}

export interface Vintage {
  readonly number: number;
  readonly at: Date;
  readonly date: string;
  readonly dateOf: VintageDate;
  readonly digest: string;
  readonly provenance: Provenance | null;
}

export interface Provenance {
  readonly files: readonly ImportedFile[];
  readonly retrievedOn: string;
  readonly licence: string | null;
  readonly attribution: string | null;
}

export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly layout: string;
  readonly table: string | null;
  readonly updated: string | null;
}

export interface Observation {
  readonly period: string;
  readonly value: number | null;
  readonly state: ObservationState;
  readonly flags: readonly ObservationFlag[];
  readonly lower: number | null;
  readonly upper: number | null;
  readonly source: EntryReference | null;
  readonly sources: readonly EntryReference[];
  readonly note: string | null;
  readonly inputs: number;
  readonly missing: number;
  readonly dividedBy: Observation | null;
  readonly guards: readonly ComparisonGuard[];
  readonly likeForLike: number | null;
  readonly seriesName: string | null;
}

export interface SeriesSummary {
  readonly first: Observation | null;
  readonly last: Observation | null;
  readonly minimum: Observation | null;
  readonly maximum: Observation | null;
  readonly sum: number | null;
  readonly mean: number | null;
  readonly inputs: number;
  readonly missing: number;
  readonly flags: readonly ObservationFlag[];
}

export interface Development {
  readonly indicator: EntryReference;
  readonly relevance: Relevance;
  readonly area: EntryReference;
  readonly from: Observation;
  readonly to: Observation;
  readonly absolute: number;
  readonly percent: number | null;
  readonly unit: string;
  readonly guards: readonly ComparisonGuard[];
  readonly vintage: Vintage;
}

export interface BreakdownInput {
  dimension: string;
  code: string;
}

export interface RankedArea {
  readonly rank: number;
  readonly area: EntryReference;
  readonly value: number;
  readonly share: number | null;
  readonly unit: string;
  readonly observation: Observation;
  readonly vintage: Vintage;
  readonly population: EntryReference | null;
  readonly populationVintage: Vintage | null;
  readonly guards: readonly ComparisonGuard[];
}

export interface Growth {
  readonly area: EntryReference;
  readonly from: Observation;
  readonly to: Observation;
  readonly absolute: number | null;
  readonly percent: number | null;
  readonly guards: readonly ComparisonGuard[];
  readonly likeForLike: LikeForLike | null;
  readonly unit: string;
  readonly vintage: Vintage;
}

export interface LikeForLike {
  readonly from: Observation;
  readonly to: Observation;
  readonly absolute: number | null;
  readonly percent: number | null;
  readonly countries: readonly string[];
}

export interface Coverage {
  readonly series: number;
  readonly observations: number;
  readonly missing: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly areas: readonly string[];
}

export interface Availability {
  readonly hasFigures: boolean;
  readonly latestPeriod: string | null;
  readonly sentence: string | null;
  readonly codes: readonly Breakdown[];
}

export interface FigureChanges {
  readonly from: Vintage | null;
  readonly to: Vintage | null;
  readonly changed: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly cells: readonly CellChange[];
}

export interface CellChange {
  readonly kind: CellChangeKind;
  readonly area: EntryReference;
  readonly breakdown: readonly Breakdown[];
  readonly period: string;
  readonly before: Observation | null;
  readonly after: Observation | null;
}

export interface QuestionInput {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly form: QuestionInputForm;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly measured: string | null;
}

export interface EvidenceRoute {
  readonly law: EntryReference;
  readonly name: string;
  readonly measureType: LegalMeasureType;
  readonly article: string;
  readonly issuers: readonly LegalMeasureIssuer[];
  readonly issuedBy: string | null;
  readonly validation: string | null;
  readonly threshold: string | null;
  readonly thresholdMonths: number | null;
  readonly deadline: string | null;
  readonly deadlineInWords: string | null;
  readonly conditions: string | null;
  readonly form: string | null;
  readonly excluded: readonly EntryReference[];
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly source: EntryReference | null;
  readonly unknown: readonly string[];
  readonly textLocale: Locale;
}

export interface SeriesQuestion {
  readonly title: string;
  readonly summary: string;
  readonly document: string;
}

export interface SeriesInput {
  indicator: string;
  area: string;
  breakdown?: readonly BreakdownInput[] | null;
  from?: string | null;
  to?: string | null;
  recipe?: RecipeInput | null;
  asOf?: Date | null;
}

export interface Comparison {
  readonly series: readonly Series[];
  readonly periods: readonly ComparedPeriod[];
  readonly warnings: readonly IncompatiblePair[];
}

export interface ComparedPeriod {
  readonly period: string;
  readonly cells: readonly Observation[];
}

export interface IncompatiblePair {
  readonly reason: IncompatibleReason;
  readonly left: number;
  readonly right: number;
  readonly message: string;
}

export interface IncompatibleSeries {
  readonly pairs: readonly IncompatiblePair[];
}

export interface QuestionInputChoice {
  readonly value: string;
  readonly title: string;
  readonly group: string | null;
  readonly hasFigures: boolean | null;
  readonly fellBackTo: Locale | null;
}
