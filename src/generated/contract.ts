import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** The code of a country (ISO 3166 alpha-2), a group of countries or a route. Many spellings are understood on input (IT, ITA, it, EL for Greece, UK for the United Kingdom); one is given on output. */
  AreaCode: { input: string; output: string; }
  /** A moment in time in UTC, as in 2024-06-18T09:30:00Z. */
  DateTime: { input: Date; output: Date; }
  /** The code of a language (BCP 47), in lower case, as in en or mt. */
  Language: { input: string; output: string; }
  /** Text in Markdown (CommonMark); HTML inside it is not allowed. */
  Markdown: { input: string; output: string; }
  /** A date of which the year alone, or the year and the month, may be known: 2024, 2024-06 or 2024-06-18. It stands for the whole interval and is never padded. */
  PartialDate: { input: string; output: string; }
  /** A year (2023), a quarter (2023-Q1) or a month (2023-01). */
  Period: { input: string; output: string; }
  /** The readable key of an entry within its kind: lower-case letters, digits and single hyphens. */
  Slug: { input: string; output: string; }
  /** A web address that starts with http or https. */
  URL: { input: string; output: string; }
};

/** What it means that a figure is absent. */
export type AbsentMeans =
  /** Nobody reported; the true figure may be anything. */
  | 'MISSING'
  /** The publisher lists only what occurred, so that an absent cell is a zero. */
  | 'ZERO';

/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type Area = {
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The code of the area, unique among countries, groups and routes. */
  code: Scalars['AreaCode']['output'];
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures that there are about the area, one series for each indicator, in the order asked for, or else what measures the subject before what gives context, each by slug. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaCitationArgs = {
  style?: CitationStyle;
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaSeriesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory, a group of countries or a route: whatever a figure or a law can be about. */
export type AreaTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** Which value of AreaCode is meant. */
export type AreaCodeFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['AreaCode']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['AreaCode']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
};

/** One value of Area and how many entries have it. */
export type AreaFacet = {
  __typename?: 'AreaFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Area;
};

/** Which Area is meant. What is not given does not count. */
export type AreaFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<AreaFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The code of the area, unique among countries, groups and routes. */
  code?: InputMaybe<AreaCodeFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of which kind it is. */
  kind?: InputMaybe<EntryKindFilter>;
  /** This must not hold. */
  not?: InputMaybe<AreaFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<AreaFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** How a code or a name of an area was read. */
export type AreaReading = {
  __typename?: 'AreaReading';
  /** The area that was found; empty where none was. */
  area?: Maybe<Area>;
  /** What was asked for. */
  input: Scalars['String']['output'];
  /** By what it was found, in words. */
  matchedBy?: Maybe<Scalars['String']['output']>;
  /** The nearest codes and names, where none was found. */
  suggestions: Array<Scalars['String']['output']>;
};

/** Whom a resource is for. */
export type Audience =
  /** Analysts. */
  | 'ANALYST'
  /** Defence lawyers. */
  | 'DEFENCE'
  /** Financial intelligence units. */
  | 'FINANCIAL_INTELLIGENCE_UNIT'
  /** Investigating judges. */
  | 'INVESTIGATING_JUDGE'
  /** Judges. */
  | 'JUDGE'
  /** Police and other investigators. */
  | 'POLICE'
  /** Policy makers. */
  | 'POLICY_MAKER'
  /** Prosecutors. */
  | 'PROSECUTOR'
  /** The general public. */
  | 'PUBLIC'
  /** Researchers. */
  | 'RESEARCHER'
  /** Online service providers. */
  | 'SERVICE_PROVIDER';

/** One value of Audience and how many entries have it. */
export type AudienceFacet = {
  __typename?: 'AudienceFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Audience;
};

/** Which value of Audience is meant. */
export type AudienceFilter = {
  /** It is this. */
  eq?: InputMaybe<Audience>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Audience>>;
  /** It is not this. */
  ne?: InputMaybe<Audience>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Audience>>;
};

/** Which list of Audience is meant. */
export type AudienceListFilter = {
  /** Whether the list holds anything at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list holds this. */
  has?: InputMaybe<Audience>;
  /** The list holds all of these. */
  hasAll?: InputMaybe<Array<Audience>>;
  /** The list holds at least one of these. */
  hasAny?: InputMaybe<Array<Audience>>;
};

/** Whether there are figures for what is asked. */
export type Availability = {
  __typename?: 'Availability';
  /** For an indicator without a total: the codes of which one is to be asked for, at most 100. */
  codes: Array<Breakdown>;
  /** Whether there is a figure. */
  hasFigures: Scalars['Boolean']['output'];
  /** The latest period that has a figure; empty where none has. */
  latestPeriod?: Maybe<Scalars['Period']['output']>;
  /** What there is instead, in a sentence; empty where there are figures. */
  sentence?: Maybe<Scalars['String']['output']>;
};

/** The code of one dimension that a series is about. */
export type Breakdown = {
  __typename?: 'Breakdown';
  /** The code, as in F. */
  code: Scalars['String']['output'];
  /** The short name of the dimension. */
  dimension: Scalars['String']['output'];
};

/** Asks for one code of one dimension. */
export type BreakdownInput = {
  /** The code, as in F. */
  code: Scalars['String']['input'];
  /** The short name of the dimension. */
  dimension: Scalars['String']['input'];
};

/** One cell that differs between two editions. */
export type CellChange = {
  __typename?: 'CellChange';
  /** What is there after; empty where nothing is. */
  after?: Maybe<Observation>;
  /** The area. */
  area: Area;
  /** What was there before; empty where nothing was. */
  before?: Maybe<Observation>;
  /** The breakdown; empty for the total. */
  breakdown: Array<Breakdown>;
  /** Whether it was changed, came or went. */
  kind: CellChangeKind;
  /** The period. */
  period: Scalars['Period']['output'];
};

/** Whether a cell was changed, came or went from one edition to another. */
export type CellChangeKind =
  /** There was no cell before. */
  | 'APPEARED'
  /** The figure, its state, its flags or its note became another. */
  | 'CHANGED'
  /** There is no cell any more. */
  | 'VANISHED';

/** One change of the knowledge base: all of it was written together. */
export type Change = {
  __typename?: 'Change';
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  author: Scalars['String']['output'];
  /** How many entries it changed. */
  count: Scalars['Int']['output'];
  /** The entries it changed. */
  entries: Array<ChangedEntry>;
  /** Why. */
  message: Scalars['String']['output'];
};


/** One change of the knowledge base: all of it was written together. */
export type ChangeEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What was done with an entry. */
export type ChangeAction =
  /** It was shown to the public. */
  | 'PUBLISH'
  /** It got another slug. */
  | 'RENAME'
  /** An earlier revision was made the newest. */
  | 'RESTORE'
  /** It was withdrawn. */
  | 'RETIRE'
  /** It was written, as a draft or in the course of another change. */
  | 'SAVE'
  /** It was brought to what the content files say. */
  | 'SEED'
  /** It was taken from the public. */
  | 'UNPUBLISH';

/** A page of the changes of the knowledge base. */
export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  /** The changes with their cursors. */
  edges: Array<ChangeEdge>;
  /** The changes. */
  nodes: Array<Change>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One change of a page. */
export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  /** What to give as after to go on from here. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: Change;
};

/** What a change did with one entry. */
export type ChangedEntry = {
  __typename?: 'ChangedEntry';
  /** What was done. */
  action: ChangeAction;
  /** The entry as it is now; empty where it is not to be seen. */
  entry?: Maybe<Entry>;
  /** Its kind. */
  kind: EntryKind;
  /** The revision that the change made. */
  revision: Scalars['Int']['output'];
  /** The slug that it had then. */
  slug: Scalars['Slug']['output'];
};

/** Where a fact was read. */
export type Citation = {
  __typename?: 'Citation';
  /** When the source was looked at. */
  accessedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The place in the source, such as a page, a section or a table. */
  locator?: Maybe<Scalars['String']['output']>;
  /** What a reader should know about this use of the source. */
  note?: Maybe<Scalars['String']['output']>;
  /** The document or page in which it was read. */
  source: Source;
};

/** Which Citation is meant. What is not given does not count. */
export type CitationFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<CitationFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<CitationFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CitationFilter>>;
  /** The document or page in which it was read. */
  source?: InputMaybe<SourceFilter>;
};

/** Which list of Citation is meant. */
export type CitationListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<CitationFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<CitationFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CitationFilter>;
};

/** What an editor writes of Citation. */
export type CitationRecord = {
  /** When the source was looked at. */
  accessedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The place in the source, such as a page, a section or a table. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** What a reader should know about this use of the source. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The document or page in which it was read. */
  source?: InputMaybe<Scalars['Slug']['input']>;
};

/** The form of a citation. */
export type CitationStyle =
  /** A line of text in the manner of the American Psychological Association. */
  | 'APA'
  /** An entry for BibTeX and all that reads it. */
  | 'BIBTEX'
  /** An item of the Citation Style Language, as JSON, for reference managers. */
  | 'CSL_JSON';

/** A figure quoted in the text of an entry, tied to the observation it quotes. */
export type Claim = {
  __typename?: 'Claim';
  /** The area that the figure is about. */
  area: Area;
  /** The code of each dimension that the figure is about; the total of every dimension that is not named. */
  breakdown: Array<QuotedPart>;
  /** The indicator whose figure is quoted. */
  indicator: Indicator;
  /** The figure as it is in the newest edition; empty where there is none. */
  now?: Maybe<Scalars['Float']['output']>;
  /** The period that the figure is about: a year, a quarter (2023-Q1) or a month (2023-01). */
  period: Scalars['String']['output'];
  /** The sentence that quotes the figure. */
  statement: Scalars['String']['output'];
  /** Whether it still holds. */
  status: ClaimStatus;
  /** The figure as quoted, in the unit of the indicator. */
  value: Scalars['Float']['output'];
};


/** A figure quoted in the text of an entry, tied to the observation it quotes. */
export type ClaimStatementArgs = {
  locale?: InputMaybe<Locale>;
};

/** What an editor writes of Claim. */
export type ClaimRecord = {
  /** The area that the figure is about. As folder/slug. */
  area?: InputMaybe<Scalars['String']['input']>;
  /** The code of each dimension that the figure is about; the total of every dimension that is not named. */
  breakdown?: InputMaybe<Array<QuotedPartRecord>>;
  /** The indicator whose figure is quoted. */
  indicator?: InputMaybe<Scalars['Slug']['input']>;
  /** The period that the figure is about: a year, a quarter (2023-Q1) or a month (2023-01). */
  period?: InputMaybe<Scalars['String']['input']>;
  /** The sentence that quotes the figure. */
  statement?: InputMaybe<LocalisedText>;
  /** The figure as quoted, in the unit of the indicator. */
  value?: InputMaybe<Scalars['Float']['input']>;
};

/** Whether a quoted figure still holds. */
export type ClaimStatus =
  /** The figures say the same as the text. */
  | 'CURRENT'
  /** The figures say something else by now. */
  | 'OUT_OF_DATE'
  /** There is no figure for the area and the period, so that nobody can tell. */
  | 'UNVERIFIABLE';

/** The figures of one period in several series. */
export type ComparedPeriod = {
  __typename?: 'ComparedPeriod';
  /** One for each series, in their order. Where a series has no cell for the period, one that is not reported. */
  cells: Array<Observation>;
  /** The period. */
  period: Scalars['Period']['output'];
};

/** Series side by side. */
export type Comparison = {
  __typename?: 'Comparison';
  /** Every period for which one of them has a cell, oldest first. */
  periods: Array<ComparedPeriod>;
  /** The series, in the order in which they were asked for. */
  series: Array<Series>;
  /** Why they should not stand side by side; there are none unless the comparison was forced. */
  warnings: Array<IncompatiblePair>;
};

/** Why figures of one indicator should not be compared, or added up, as they are. */
export type ComparisonGuard =
  /** There is a break in the series between the two, so that they were counted in different ways. */
  | 'BREAK_IN_SERIES'
  /** One was counted in another way than the rest of the series. */
  | 'DEFINITION_DIFFERS'
  /** They were read in different editions or sources, of which one may count what the other does not. */
  | 'EDITIONS_DIFFER'
  /** Some of what one of them should be made of is missing. */
  | 'INCOMPLETE'
  /** The countries that belong to the group are not the same for both. */
  | 'MEMBERSHIP_CHANGED'
  /** One may still change and the other may not. */
  | 'PROVISIONAL_WITH_FINAL';

/** What comes of a comparison. */
export type ComparisonResult = Comparison | IncompatibleSeries;

/** Somebody else changed the entry meanwhile; nothing was written. */
export type Conflict = {
  __typename?: 'Conflict';
  /** The fields that differ between what was sent and what is there now. */
  fields: Array<FieldDifference>;
  /** The revision that the entry has now. */
  revision: Scalars['Int']['output'];
};

/** One dated fact about how a country cooperates. */
export type CooperationFact = {
  __typename?: 'CooperationFact';
  /** Where the fact was read. */
  citations: Array<Citation>;
  /** When it came to that; empty where not known. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** The form of cooperation. */
  kind: CooperationKind;
  /** What a reader should know, such as that only a latest date is known. */
  note?: Maybe<Scalars['String']['output']>;
  /** With whom. */
  partner: Organisation;
  /** How far it has come. */
  state: CooperationState;
};


/** One dated fact about how a country cooperates. */
export type CooperationFactNoteArgs = {
  locale?: InputMaybe<Locale>;
};

/** Which CooperationFact is meant. What is not given does not count. */
export type CooperationFactFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<CooperationFactFilter>>;
  /** When it came to that; empty where not known. */
  date?: InputMaybe<PartialDateFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The form of cooperation. */
  kind?: InputMaybe<CooperationKindFilter>;
  /** This must not hold. */
  not?: InputMaybe<CooperationFactFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CooperationFactFilter>>;
  /** With whom. */
  partner?: InputMaybe<OrganisationFilter>;
  /** How far it has come. */
  state?: InputMaybe<CooperationStateFilter>;
};

/** Which list of CooperationFact is meant. */
export type CooperationFactListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<CooperationFactFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<CooperationFactFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CooperationFactFilter>;
};

/** What an editor writes of CooperationFact. */
export type CooperationFactRecord = {
  /** Where the fact was read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** When it came to that; empty where not known. */
  date?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The form of cooperation. */
  kind?: InputMaybe<CooperationKind>;
  /** What a reader should know, such as that only a latest date is known. */
  note?: InputMaybe<LocalisedText>;
  /** With whom. */
  partner?: InputMaybe<Scalars['Slug']['input']>;
  /** How far it has come. */
  state?: InputMaybe<CooperationState>;
};

/** A form of judicial cooperation between a country and an agency or network. */
export type CooperationKind =
  /** A contact point in the country. */
  | 'CONTACT_POINT'
  /** An agreement on cooperation. */
  | 'COOPERATION_AGREEMENT'
  /** A prosecutor of the country posted at the agency. */
  | 'LIAISON_PROSECUTOR'
  /** A national desk at the agency, as each Member State has. */
  | 'NATIONAL_DESK'
  /** A mandate to negotiate an agreement. */
  | 'NEGOTIATION_MANDATE'
  /** A project of cooperation in which the country takes part. */
  | 'PROJECT'
  /** A working arrangement. */
  | 'WORKING_ARRANGEMENT';

/** One value of CooperationKind and how many entries have it. */
export type CooperationKindFacet = {
  __typename?: 'CooperationKindFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: CooperationKind;
};

/** Which value of CooperationKind is meant. */
export type CooperationKindFilter = {
  /** It is this. */
  eq?: InputMaybe<CooperationKind>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<CooperationKind>>;
  /** It is not this. */
  ne?: InputMaybe<CooperationKind>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<CooperationKind>>;
};

/** How far a form of cooperation has come. */
export type CooperationState =
  /** Negotiations have been authorised. */
  | 'AUTHORISED'
  /** Concluded. */
  | 'CONCLUDED'
  /** In force, or in place. */
  | 'IN_FORCE'
  /** There is none, and a source says so. */
  | 'NONE'
  /** Signed. */
  | 'SIGNED';

/** Which value of CooperationState is meant. */
export type CooperationStateFilter = {
  /** It is this. */
  eq?: InputMaybe<CooperationState>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<CooperationState>>;
  /** It is not this. */
  ne?: InputMaybe<CooperationState>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<CooperationState>>;
};

/** A copy in which a source was read, kept by somebody other than its publisher. */
export type Copy = {
  __typename?: 'Copy';
  /** Which version of the copy was read, where its holder numbers them: the commit of a repository, as many of its digits as are known. */
  commit?: Maybe<Scalars['String']['output']>;
  /** Which file of the copy was read, as a path, and what was done with it. */
  file?: Maybe<Scalars['String']['output']>;
  /** Who keeps the copy, as in GitHub, natix-x/Data-mining-in-Migration-Analysis. */
  holder: Scalars['String']['output'];
  /** When the copy was retrieved; empty where not known. */
  retrievedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The SHA-256 digest of the file that was read, in hexadecimal digits; empty where the copy is a page or the file is not at hand. */
  sha256?: Maybe<Scalars['String']['output']>;
  /** Where the copy can be found. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** Which Copy is meant. What is not given does not count. */
export type CopyFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<CopyFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who keeps the copy, as in GitHub, natix-x/Data-mining-in-Migration-Analysis. */
  holder?: InputMaybe<StringFilter>;
  /** This must not hold. */
  not?: InputMaybe<CopyFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CopyFilter>>;
};

/** What an editor writes of Copy. */
export type CopyRecord = {
  /** Which version of the copy was read, where its holder numbers them: the commit of a repository, as many of its digits as are known. */
  commit?: InputMaybe<Scalars['String']['input']>;
  /** Which file of the copy was read, as a path, and what was done with it. */
  file?: InputMaybe<Scalars['String']['input']>;
  /** Who keeps the copy, as in GitHub, natix-x/Data-mining-in-Migration-Analysis. */
  holder?: InputMaybe<Scalars['String']['input']>;
  /** When the copy was retrieved; empty where not known. */
  retrievedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The SHA-256 digest of the file that was read, in hexadecimal digits; empty where the copy is a page or the file is not at hand. */
  sha256?: InputMaybe<Scalars['String']['input']>;
  /** Where the copy can be found. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** What is counted. */
export type CountingUnit =
  /** Accounts, posts and pages online. */
  | 'ACCOUNTS'
  /** Applications. */
  | 'APPLICATIONS'
  /** Cases of judicial cooperation. */
  | 'CASES'
  /** Persons who died or went missing. */
  | 'DEATHS'
  /** Crossings that were detected; one person can be counted more than once. */
  | 'DETECTIONS'
  /** Incidents. */
  | 'INCIDENTS'
  /** Investigations. */
  | 'INVESTIGATIONS'
  /** Meetings and coordination centres. */
  | 'MEETINGS'
  /** Messages and reports exchanged. */
  | 'MESSAGES'
  /** Money. */
  | 'MONEY'
  /** Something else, as the unit says. */
  | 'OTHER'
  /** A share or a rate, in percent. */
  | 'PERCENT'
  /** Persons. */
  | 'PERSONS'
  /** Requests, orders and warrants. */
  | 'REQUESTS'
  /** Joint investigation teams. */
  | 'TEAMS';

/** One value of CountingUnit and how many entries have it. */
export type CountingUnitFacet = {
  __typename?: 'CountingUnitFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: CountingUnit;
};

/** Which value of CountingUnit is meant. */
export type CountingUnitFilter = {
  /** It is this. */
  eq?: InputMaybe<CountingUnit>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<CountingUnit>>;
  /** It is not this. */
  ne?: InputMaybe<CountingUnit>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<CountingUnit>>;
};

/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroup = Area & Entry & Node & {
  __typename?: 'CountryGroup';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The code of the group, as in EU27_2020. */
  code: Scalars['AreaCode']['output'];
  /** How other publishers write its code. */
  codes: Array<PublisherCode>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** The largest changes in the figures about it, the largest first in percent; those that measure the subject come before those that give context. Each is to the latest figure that can be compared, of the same part of the year; never over a break, a change of membership, or from what may still change to what may not. Counts of less than ten are left out. */
  developments: Array<Development>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Event whose "participantGroups" holds this one. */
  events: EventConnection;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** Whether it is a list that is fixed for statistics: the same countries in all periods, also in those before their dates, as publishers count such lists back. Otherwise a country counts for the periods in which it belongs to the group. */
  isFixed?: Maybe<Scalars['Boolean']['output']>;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws: LegalProvisionConnection;
  /** Who belongs to it, from when and until when. Empty for groups that are described only, such as the world. */
  members: Array<Membership>;
  /** What a reader should know about the group, such as where a list of members could not be found. */
  note?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Organisation whose "memberGroups" holds this one. */
  organisations: OrganisationConnection;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The entries of kind Resource whose "groups" holds this one. */
  resources: ResourceConnection;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures that there are about the area, one series for each indicator, in the order asked for, or else what measures the subject before what gives context, each by slug. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What the group is, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The entries of kind Trend whose "groups" holds this one. */
  trends: TrendConnection;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupCitationArgs = {
  style?: CitationStyle;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupDevelopmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  since?: InputMaybe<Scalars['Period']['input']>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupSeriesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export type CountryGroupTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};

/** A page of a list of CountryGroup. */
export type CountryGroupConnection = {
  __typename?: 'CountryGroupConnection';
  /** The entries with their cursors. */
  edges: Array<CountryGroupEdge>;
  /** The entries. */
  nodes: Array<CountryGroup>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One CountryGroup of a page. */
export type CountryGroupEdge = {
  __typename?: 'CountryGroupEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CountryGroup;
};

/** One value of CountryGroup and how many entries have it. */
export type CountryGroupFacet = {
  __typename?: 'CountryGroupFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: CountryGroup;
};

/** Which CountryGroup is meant. What is not given does not count. */
export type CountryGroupFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<CountryGroupFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The code of the group, as in EU27_2020. */
  code?: InputMaybe<AreaCodeFilter>;
  /** How other publishers write its code. */
  codes?: InputMaybe<PublisherCodeListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Event whose "participantGroups" holds this one. */
  events?: InputMaybe<EventListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws?: InputMaybe<LegalProvisionListFilter>;
  /** Who belongs to it, from when and until when. Empty for groups that are described only, such as the world. */
  members?: InputMaybe<MembershipListFilter>;
  /** This must not hold. */
  not?: InputMaybe<CountryGroupFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CountryGroupFilter>>;
  /** The entries of kind Organisation whose "memberGroups" holds this one. */
  organisations?: InputMaybe<OrganisationListFilter>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Resource whose "groups" holds this one. */
  resources?: InputMaybe<ResourceListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** The entries of kind Trend whose "groups" holds this one. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** Which list of CountryGroup is meant. */
export type CountryGroupListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<CountryGroupFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<CountryGroupFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CountryGroupFilter>;
};

/** One term of the order of a list of CountryGroup. */
export type CountryGroupOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: CountryGroupOrderField;
};

/** By what a list of CountryGroup can be ordered. */
export type CountryGroupOrderField =
  /** The code of the group, as in EU27_2020. */
  | 'CODE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind CountryGroup. */
export type CountryGroupPayload = {
  __typename?: 'CountryGroupPayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  group?: Maybe<CountryGroup>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of CountryGroup. */
export type CountryGroupRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The code of the group, as in EU27_2020. */
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  /** How other publishers write its code. */
  codes?: InputMaybe<Array<PublisherCodeRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is a list that is fixed for statistics: the same countries in all periods, also in those before their dates, as publishers count such lists back. Otherwise a country counts for the periods in which it belongs to the group. */
  isFixed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who belongs to it, from when and until when. Empty for groups that are described only, such as the world. */
  members?: InputMaybe<Array<MembershipRecord>>;
  /** What a reader should know about the group, such as where a list of members could not be found. */
  note?: InputMaybe<LocalisedText>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** What the group is, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
};

/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfile = Area & Entry & Node & {
  __typename?: 'CountryProfile';
  /** The country's three-letter code (ISO 3166 alpha-3). */
  alpha3: Scalars['String']['output'];
  /** The profile, in Markdown. */
  body?: Maybe<Scalars['Markdown']['output']>;
  /** The capital. */
  capital?: Maybe<Scalars['String']['output']>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** Figures quoted in the text. */
  claims: Array<Claim>;
  /** The country's code (ISO 3166 alpha-2; XK is user-assigned). */
  code: Scalars['AreaCode']['output'];
  /** How other publishers write its code, where they differ. */
  codes: Array<PublisherCode>;
  /** How the country cooperates with agencies and networks, fact by fact, with dates. */
  cooperation: Array<CooperationFact>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** The largest changes in the figures about it, the largest first in percent; those that measure the subject come before those that give context. Each is to the latest figure that can be compared, of the same part of the year; never over a break, a change of membership, or from what may still change to what may not. Counts of less than ten are left out. */
  developments: Array<Development>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Event whose "participantCountries" holds this one. */
  events: EventConnection;
  /** A note on the name or the status of the country that its mention requires. */
  footnote?: Maybe<Scalars['String']['output']>;
  /** The entries of kind CountryGroup whose "members.country" is this one. */
  groups: CountryProfileGroupsConnection;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws: LegalProvisionConnection;
  /** The entries of kind Leaflet whose "countries" holds this one. */
  leaflets: LeafletConnection;
  /** The official languages. */
  officialLanguages: Array<Scalars['Language']['output']>;
  /** The entries of kind Organisation whose "memberCountries" holds this one. */
  organisations: OrganisationConnection;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The entries of kind Resource whose "countries" holds this one. */
  resources: ResourceConnection;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** The entries of kind Route whose "countries" holds this one. */
  routes: RouteConnection;
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures that there are about the area, one series for each indicator, in the order asked for, or else what measures the subject before what gives context, each by slug. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What matters most about its cooperation, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The entries of kind Trend whose "countries" holds this one. */
  trends: TrendConnection;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The entries of kind CountryUpdate whose "country" is this one. */
  updates: CountryUpdateConnection;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileBodyArgs = {
  locale?: InputMaybe<Locale>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileCitationArgs = {
  style?: CitationStyle;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileDevelopmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  since?: InputMaybe<Scalars['Period']['input']>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileFootnoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryGroupOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileRoutesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RouteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<RouteOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileSeriesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};


/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export type CountryProfileUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryUpdateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryUpdateOrder>>;
};

/** A page of a list of CountryProfile. */
export type CountryProfileConnection = {
  __typename?: 'CountryProfileConnection';
  /** The entries with their cursors. */
  edges: Array<CountryProfileEdge>;
  /** How many entries of the whole list have each value. */
  facets: CountryProfileFacets;
  /** The entries. */
  nodes: Array<CountryProfile>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One CountryProfile of a page. */
export type CountryProfileEdge = {
  __typename?: 'CountryProfileEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CountryProfile;
};

/** One value of CountryProfile and how many entries have it. */
export type CountryProfileFacet = {
  __typename?: 'CountryProfileFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: CountryProfile;
};

/** How many entries of a list of CountryProfile have each value of a field. Each facet ignores the filter on its own field. */
export type CountryProfileFacets = {
  __typename?: 'CountryProfileFacets';
  /** The form of cooperation. */
  cooperationKind: Array<CooperationKindFacet>;
  /** The official languages. */
  officialLanguages: Array<LanguageFacet>;
};


/** How many entries of a list of CountryProfile have each value of a field. Each facet ignores the filter on its own field. */
export type CountryProfileFacetsCooperationKindArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of CountryProfile have each value of a field. Each facet ignores the filter on its own field. */
export type CountryProfileFacetsOfficialLanguagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which CountryProfile is meant. What is not given does not count. */
export type CountryProfileFilter = {
  /** The country's three-letter code (ISO 3166 alpha-3). */
  alpha3?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  and?: InputMaybe<Array<CountryProfileFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The country's code (ISO 3166 alpha-2; XK is user-assigned). */
  code?: InputMaybe<AreaCodeFilter>;
  /** How other publishers write its code, where they differ. */
  codes?: InputMaybe<PublisherCodeListFilter>;
  /** How the country cooperates with agencies and networks, fact by fact, with dates. */
  cooperation?: InputMaybe<CooperationFactListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Event whose "participantCountries" holds this one. */
  events?: InputMaybe<EventListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind CountryGroup whose "members.country" is this one. */
  groups?: InputMaybe<CountryGroupListFilter>;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws?: InputMaybe<LegalProvisionListFilter>;
  /** The entries of kind Leaflet whose "countries" holds this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** This must not hold. */
  not?: InputMaybe<CountryProfileFilter>;
  /** The official languages. */
  officialLanguages?: InputMaybe<LanguageListFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CountryProfileFilter>>;
  /** The entries of kind Organisation whose "memberCountries" holds this one. */
  organisations?: InputMaybe<OrganisationListFilter>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Resource whose "countries" holds this one. */
  resources?: InputMaybe<ResourceListFilter>;
  /** The entries of kind Route whose "countries" holds this one. */
  routes?: InputMaybe<RouteListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** The entries of kind Trend whose "countries" holds this one. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind CountryUpdate whose "country" is this one. */
  updates?: InputMaybe<CountryUpdateListFilter>;
};

/** A page of a list of CountryGroup. */
export type CountryProfileGroupsConnection = {
  __typename?: 'CountryProfileGroupsConnection';
  /** The entries with their cursors. */
  edges: Array<CountryProfileGroupsEdge>;
  /** The entries. */
  nodes: Array<CountryGroup>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One CountryGroup of a page. */
export type CountryProfileGroupsEdge = {
  __typename?: 'CountryProfileGroupsEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CountryGroup;
  /** The parts of the entry by which it links here. */
  via: Array<Membership>;
};

/** Which list of CountryProfile is meant. */
export type CountryProfileListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<CountryProfileFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<CountryProfileFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CountryProfileFilter>;
};

/** One term of the order of a list of CountryProfile. */
export type CountryProfileOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: CountryProfileOrderField;
};

/** By what a list of CountryProfile can be ordered. */
export type CountryProfileOrderField =
  /** The country's code (ISO 3166 alpha-2; XK is user-assigned). */
  | 'CODE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind CountryProfile. */
export type CountryProfilePayload = {
  __typename?: 'CountryProfilePayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  country?: Maybe<CountryProfile>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of CountryProfile. */
export type CountryProfileRecord = {
  /** The country's three-letter code (ISO 3166 alpha-3). */
  alpha3?: InputMaybe<Scalars['String']['input']>;
  /** The profile, in Markdown. */
  body?: InputMaybe<LocalisedText>;
  /** The capital. */
  capital?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** Figures quoted in the text. */
  claims?: InputMaybe<Array<ClaimRecord>>;
  /** How other publishers write its code, where they differ. */
  codes?: InputMaybe<Array<PublisherCodeRecord>>;
  /** How the country cooperates with agencies and networks, fact by fact, with dates. */
  cooperation?: InputMaybe<Array<CooperationFactRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** A note on the name or the status of the country that its mention requires. */
  footnote?: InputMaybe<LocalisedText>;
  /** The official languages. */
  officialLanguages?: InputMaybe<Array<Scalars['Language']['input']>>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** What matters most about its cooperation, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
};

/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdate = Entry & Node & {
  __typename?: 'CountryUpdate';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The country that reported. */
  country: CountryProfile;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The meeting at which it reported. */
  event: Event;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Whether it bears the trends out. */
  stance: Stance;
  /** Where the entry stands in its life. */
  status: Status;
  /** What was reported. */
  summary: Scalars['String']['output'];
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The trends concerned. */
  trends: Array<Trend>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateCitationArgs = {
  style?: CitationStyle;
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export type CountryUpdateTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of CountryUpdate. */
export type CountryUpdateConnection = {
  __typename?: 'CountryUpdateConnection';
  /** The entries with their cursors. */
  edges: Array<CountryUpdateEdge>;
  /** How many entries of the whole list have each value. */
  facets: CountryUpdateFacets;
  /** The entries. */
  nodes: Array<CountryUpdate>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One CountryUpdate of a page. */
export type CountryUpdateEdge = {
  __typename?: 'CountryUpdateEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CountryUpdate;
};

/** How many entries of a list of CountryUpdate have each value of a field. Each facet ignores the filter on its own field. */
export type CountryUpdateFacets = {
  __typename?: 'CountryUpdateFacets';
  /** The country that reported. */
  country: Array<CountryProfileFacet>;
  /** The meeting at which it reported. */
  event: Array<EventFacet>;
  /** Whether it bears the trends out. */
  stance: Array<StanceFacet>;
};


/** How many entries of a list of CountryUpdate have each value of a field. Each facet ignores the filter on its own field. */
export type CountryUpdateFacetsCountryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of CountryUpdate have each value of a field. Each facet ignores the filter on its own field. */
export type CountryUpdateFacetsEventArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of CountryUpdate have each value of a field. Each facet ignores the filter on its own field. */
export type CountryUpdateFacetsStanceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which CountryUpdate is meant. What is not given does not count. */
export type CountryUpdateFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<CountryUpdateFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The country that reported. */
  country?: InputMaybe<CountryProfileFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The meeting at which it reported. */
  event?: InputMaybe<EventFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<CountryUpdateFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<CountryUpdateFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Whether it bears the trends out. */
  stance?: InputMaybe<StanceFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** The trends concerned. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** Which list of CountryUpdate is meant. */
export type CountryUpdateListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<CountryUpdateFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<CountryUpdateFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CountryUpdateFilter>;
};

/** One term of the order of a list of CountryUpdate. */
export type CountryUpdateOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: CountryUpdateOrderField;
};

/** By what a list of CountryUpdate can be ordered. */
export type CountryUpdateOrderField =
  /** The country that reported. The country's code (ISO 3166 alpha-2; XK is user-assigned). */
  | 'COUNTRY_CODE'
  /** The country that reported. The name of the entry. */
  | 'COUNTRY_TITLE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** The meeting at which it reported. The last day, as far as it is known. */
  | 'EVENT_ENDS_ON'
  /** The meeting at which it reported. The first day, as far as it is known. */
  | 'EVENT_STARTS_ON'
  /** The meeting at which it reported. The name of the entry. */
  | 'EVENT_TITLE'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind CountryUpdate. */
export type CountryUpdatePayload = {
  __typename?: 'CountryUpdatePayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  countryUpdate?: Maybe<CountryUpdate>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of CountryUpdate. */
export type CountryUpdateRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The country that reported. */
  country?: InputMaybe<Scalars['Slug']['input']>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** The meeting at which it reported. */
  event?: InputMaybe<Scalars['Slug']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** Whether it bears the trends out. */
  stance?: InputMaybe<Stance>;
  /** What was reported. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** The trends concerned. */
  trends?: InputMaybe<Array<Scalars['Slug']['input']>>;
};

/** For which areas and periods an indicator has figures. */
export type Coverage = {
  __typename?: 'Coverage';
  /** The codes of the areas with figures, in the order of the alphabet. */
  areas: Array<Scalars['AreaCode']['output']>;
  /** The first period with a cell; empty where there are none. */
  from?: Maybe<Scalars['Period']['output']>;
  /** How many cells say that there is no figure. */
  missing: Scalars['Int']['output'];
  /** How many cells with a reported figure there are. */
  observations: Scalars['Int']['output'];
  /** How many series there are. */
  series: Scalars['Int']['output'];
  /** The last period with a cell; empty where there are none. */
  to?: Maybe<Scalars['Period']['output']>;
};

/** Which value of DateTime is meant. */
export type DateTimeFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is greater, or begins after. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** It is greater or equal, or begins no earlier. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** It is less, or ends before. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** It is less or equal, or ends no later. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['DateTime']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['DateTime']['input']>>;
};

/** How a series about an area went from one figure to another. */
export type Development = {
  __typename?: 'Development';
  /** The second less the first, in the unit of the indicator. */
  absolute: Scalars['Float']['output'];
  /** The area. */
  area: Area;
  /** How to cite the figures, with their publisher, their edition and its date. */
  citation: Scalars['String']['output'];
  /** The first figure. */
  from: Observation;
  /** What is to be borne in mind when the two are compared; what forbids it is never here, because such figures are not compared. */
  guards: Array<ComparisonGuard>;
  /** What is measured. */
  indicator: Indicator;
  /** How many areas it is ranked among; empty where it is not ranked. */
  peers?: Maybe<Scalars['Int']['output']>;
  /** 100 × (the second ÷ the first − 1), in percent; empty where the first is 0. */
  percent?: Maybe<Scalars['Float']['output']>;
  /** The place of the area by its second figure, from 1: of a country among the countries, of a route among the routes without those that others are part of; empty for a group. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** Whether it measures the subject or gives context to it. */
  relevance: Relevance;
  /** The second figure. */
  to: Observation;
  /** The unit in words. */
  unit: Scalars['String']['output'];
};


/** How a series about an area went from one figure to another. */
export type DevelopmentCitationArgs = {
  style?: CitationStyle;
};

/** One digital service in one use: the pair that an entry is about. */
export type DigitalFocus = {
  __typename?: 'DigitalFocus';
  /** The kind of service. */
  service: DigitalService;
  /** What it is used for; empty where the source does not say. */
  use?: Maybe<DigitalUse>;
};

/** Which DigitalFocus is meant. What is not given does not count. */
export type DigitalFocusFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<DigitalFocusFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<DigitalFocusFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<DigitalFocusFilter>>;
  /** The kind of service. */
  service?: InputMaybe<DigitalServiceFilter>;
  /** What it is used for; empty where the source does not say. */
  use?: InputMaybe<DigitalUseFilter>;
};

/** Which list of DigitalFocus is meant. */
export type DigitalFocusListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<DigitalFocusFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<DigitalFocusFilter>;
  /** At least one is like this. */
  some?: InputMaybe<DigitalFocusFilter>;
};

/** What an editor writes of DigitalFocus. */
export type DigitalFocusRecord = {
  /** The kind of service. */
  service?: InputMaybe<DigitalService>;
  /** What it is used for; empty where the source does not say. */
  use?: InputMaybe<DigitalUse>;
};

/** A kind of online service or digital instrument. */
export type DigitalService =
  /** Storage of files with an online provider. */
  | 'CLOUD_STORAGE'
  /** Registration of internet domain names. */
  | 'DOMAIN_REGISTRATION'
  /** Electronic payment services. */
  | 'ELECTRONIC_PAYMENT'
  /** End-to-end protected channels and devices. */
  | 'ENCRYPTED_COMMUNICATION'
  /** Broker networks that pay out without moving funds, such as hawala. */
  | 'INFORMAL_VALUE_TRANSFER'
  /** Location and route guidance services. */
  | 'MAPS_AND_NAVIGATION'
  /** Private chat and other application services on phones. */
  | 'MESSAGING_AND_MOBILE_APPS'
  /** Services that host what their users publish or trade. */
  | 'ONLINE_PLATFORMS'
  /** Public or semi-public posting services. */
  | 'SOCIAL_MEDIA'
  /** Cryptocurrencies and similar tokens. */
  | 'VIRTUAL_ASSETS';

/** One value of DigitalService and how many entries have it. */
export type DigitalServiceFacet = {
  __typename?: 'DigitalServiceFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: DigitalService;
};

/** Which value of DigitalService is meant. */
export type DigitalServiceFilter = {
  /** It is this. */
  eq?: InputMaybe<DigitalService>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<DigitalService>>;
  /** It is not this. */
  ne?: InputMaybe<DigitalService>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<DigitalService>>;
};

/** What smugglers use a digital service for. */
export type DigitalUse =
  /** Promoting crossings, prices and documents. */
  | 'ADVERTISING'
  /** Coordinating journeys and members. */
  | 'COMMUNICATION'
  /** Moving fees and proceeds. */
  | 'MONEY_TRANSFER'
  /** Finding migrants, drivers or helpers. */
  | 'RECRUITMENT';

/** One value of DigitalUse and how many entries have it. */
export type DigitalUseFacet = {
  __typename?: 'DigitalUseFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: DigitalUse;
};

/** Which value of DigitalUse is meant. */
export type DigitalUseFilter = {
  /** It is this. */
  eq?: InputMaybe<DigitalUse>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<DigitalUse>>;
  /** It is not this. */
  ne?: InputMaybe<DigitalUse>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<DigitalUse>>;
};

/** What the figures are broken down by, such as age or sex. */
export type Dimension = {
  __typename?: 'Dimension';
  /** Its values. */
  codes: Array<DimensionCode>;
  /** The short name of the dimension, used as a column in the figures. */
  name: Scalars['String']['output'];
  /** What the dimension is. */
  title: Scalars['String']['output'];
  /** The code that stands for all values together; empty where there is none. */
  total?: Maybe<Scalars['String']['output']>;
};


/** What the figures are broken down by, such as age or sex. */
export type DimensionTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** One value of a dimension. */
export type DimensionCode = {
  __typename?: 'DimensionCode';
  /** The code, as in F. */
  code: Scalars['String']['output'];
  /** What it means. */
  title: Scalars['String']['output'];
};


/** One value of a dimension. */
export type DimensionCodeTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** What an editor writes of DimensionCode. */
export type DimensionCodeRecord = {
  /** The code, as in F. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** What it means. */
  title?: InputMaybe<LocalisedText>;
};

/** What an editor writes of Dimension. */
export type DimensionRecord = {
  /** Its values. */
  codes?: InputMaybe<Array<DimensionCodeRecord>>;
  /** The short name of the dimension, used as a column in the figures. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What the dimension is. */
  title?: InputMaybe<LocalisedText>;
  /** The code that stands for all values together; empty where there is none. */
  total?: InputMaybe<Scalars['String']['input']>;
};

/** Which way a development goes. */
export type Direction =
  /** New, or newly seen. */
  | 'EMERGING'
  /** Less of it. */
  | 'FALLING'
  /** More of it. */
  | 'RISING'
  /** About as much as before. */
  | 'STABLE';

/** One value of Direction and how many entries have it. */
export type DirectionFacet = {
  __typename?: 'DirectionFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Direction;
};

/** Which value of Direction is meant. */
export type DirectionFilter = {
  /** It is this. */
  eq?: InputMaybe<Direction>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Direction>>;
  /** It is not this. */
  ne?: InputMaybe<Direction>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Direction>>;
};

/** One language edition of a leaflet. */
export type Edition = {
  __typename?: 'Edition';
  /** The language of the edition. */
  language: Scalars['Language']['output'];
  /** When this edition appeared; empty where not known. */
  publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Where the publisher offers it; empty where not known. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** What the date of an edition is the date of. */
export type EditionDate =
  /** The figures were published then or later; neither that date nor the day of retrieval is known. */
  | 'NOT_BEFORE'
  /** The figures were retrieved then; when they were published is not known, or less exactly. */
  | 'RETRIEVAL'
  /** The publisher published the figures then, or updated them. */
  | 'UPDATE'
  /** The figures were brought here then; their sources tell no date. */
  | 'WRITING';

/** Which Edition is meant. What is not given does not count. */
export type EditionFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<EditionFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The language of the edition. */
  language?: InputMaybe<LanguageFilter>;
  /** This must not hold. */
  not?: InputMaybe<EditionFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<EditionFilter>>;
};

/** Which list of Edition is meant. */
export type EditionListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<EditionFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<EditionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<EditionFilter>;
};

/** What an editor writes of Edition. */
export type EditionRecord = {
  /** The language of the edition. */
  language?: InputMaybe<Scalars['Language']['input']>;
  /** When this edition appeared; empty where not known. */
  publishedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Where the publisher offers it; empty where not known. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** What every entry of the knowledge base has, of whatever kind. */
export type Entry = {
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** What every entry of the knowledge base has, of whatever kind. */
export type EntryCitationArgs = {
  style?: CitationStyle;
};


/** What every entry of the knowledge base has, of whatever kind. */
export type EntryDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** What every entry of the knowledge base has, of whatever kind. */
export type EntryHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What every entry of the knowledge base has, of whatever kind. */
export type EntryRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What every entry of the knowledge base has, of whatever kind. */
export type EntryTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Entry. */
export type EntryConnection = {
  __typename?: 'EntryConnection';
  /** The entries with their cursors. */
  edges: Array<EntryEdge>;
  /** The entries. */
  nodes: Array<Entry>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Entry of a page. */
export type EntryEdge = {
  __typename?: 'EntryEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Entry;
};

/** Which Entry is meant. What is not given does not count. */
export type EntryFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<EntryFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of which kind it is. */
  kind?: InputMaybe<EntryKindFilter>;
  /** This must not hold. */
  not?: InputMaybe<EntryFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<EntryFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** A kind of entry. */
export type EntryKind =
  /** One country: how it cooperates, what it belongs to, and all that is tied to it. */
  | 'COUNTRY'
  /** What a country reported at a meeting, tied to the trends it supports or contradicts. */
  | 'COUNTRY_UPDATE'
  /** A meeting or conference. */
  | 'EVENT'
  /** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
  | 'GROUP'
  /** A quantity that is measured over time and by area. */
  | 'INDICATOR'
  /** A provision of criminal law, or an instrument of the European Union or between states. */
  | 'LAW'
  /** A short guide, printed or online, that points practitioners to resources. */
  | 'LEAFLET'
  /** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
  | 'ORGANISATION'
  /** A saved query with its variables, ready to be run. */
  | 'QUESTION'
  /** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
  | 'RESOURCE'
  /** A migration route, as agencies and the International Organization for Migration use the term. */
  | 'ROUTE'
  /** Where a fact was read: a page, a report, a data set, a law. */
  | 'SOURCE'
  /** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
  | 'TERRITORY'
  /** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
  | 'TOPIC'
  /** A development that was observed, with its evidence. */
  | 'TREND';

/** Which value of EntryKind is meant. */
export type EntryKindFilter = {
  /** It is this. */
  eq?: InputMaybe<EntryKind>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<EntryKind>>;
  /** It is not this. */
  ne?: InputMaybe<EntryKind>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<EntryKind>>;
};

/** A meeting or conference. */
export type Event = Entry & Node & {
  __typename?: 'Event';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** Figures quoted in the text. */
  claims: Array<Claim>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The last day, as far as it is known. */
  endsOn?: Maybe<Scalars['PartialDate']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The entries of kind Leaflet whose "presentedAt" holds this one. */
  leaflets: LeafletConnection;
  /** How people met; empty where not known. */
  mode?: Maybe<EventMode>;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: Maybe<Scalars['String']['output']>;
  /** Who held it. */
  organiser: Organisation;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The countries that took part, where they are not whole groups. */
  participantCountries: Array<CountryProfile>;
  /** The groups of countries that took part. */
  participantGroups: Array<CountryGroup>;
  /** The organisations that took part. */
  participantOrganisations: Array<Organisation>;
  /** Where it was held; empty where not known. */
  place?: Maybe<Scalars['String']['output']>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The run of meetings it belongs to, such as the annual meetings on migrant smuggling; empty where it stands alone. */
  series?: Maybe<Scalars['String']['output']>;
  /** Its sessions, in their order. */
  sessions: Array<Session>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** The first day, as far as it is known. */
  startsOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Where the entry stands in its life. */
  status: Status;
  /** What it was about, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it was about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The entries of kind CountryUpdate whose "event" is this one. */
  updates: CountryUpdateConnection;
};


/** A meeting or conference. */
export type EventCitationArgs = {
  style?: CitationStyle;
};


/** A meeting or conference. */
export type EventDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A meeting or conference. */
export type EventHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A meeting or conference. */
export type EventLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** A meeting or conference. */
export type EventNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A meeting or conference. */
export type EventRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A meeting or conference. */
export type EventSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A meeting or conference. */
export type EventTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A meeting or conference. */
export type EventUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryUpdateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryUpdateOrder>>;
};

/** A page of a list of Event. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The entries with their cursors. */
  edges: Array<EventEdge>;
  /** How many entries of the whole list have each value. */
  facets: EventFacets;
  /** The entries. */
  nodes: Array<Event>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Event of a page. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Event;
};

/** One value of Event and how many entries have it. */
export type EventFacet = {
  __typename?: 'EventFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Event;
};

/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacets = {
  __typename?: 'EventFacets';
  /** How people met; empty where not known. */
  mode: Array<EventModeFacet>;
  /** Who held it. */
  organiser: Array<OrganisationFacet>;
  /** The countries that took part, where they are not whole groups. */
  participantCountries: Array<CountryProfileFacet>;
  /** The groups of countries that took part. */
  participantGroups: Array<CountryGroupFacet>;
  /** The run of meetings it belongs to, such as the annual meetings on migrant smuggling; empty where it stands alone. */
  series: Array<StringFacet>;
  /** What it was about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsModeArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsOrganiserArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsParticipantCountriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsParticipantGroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsSeriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Event have each value of a field. Each facet ignores the filter on its own field. */
export type EventFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Event is meant. What is not given does not count. */
export type EventFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<EventFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The last day, as far as it is known. */
  endsOn?: InputMaybe<PartialDateFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind Leaflet whose "presentedAt" holds this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** How people met; empty where not known. */
  mode?: InputMaybe<EventModeFilter>;
  /** This must not hold. */
  not?: InputMaybe<EventFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<EventFilter>>;
  /** Who held it. */
  organiser?: InputMaybe<OrganisationFilter>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The countries that took part, where they are not whole groups. */
  participantCountries?: InputMaybe<CountryProfileListFilter>;
  /** The groups of countries that took part. */
  participantGroups?: InputMaybe<CountryGroupListFilter>;
  /** The organisations that took part. */
  participantOrganisations?: InputMaybe<OrganisationListFilter>;
  /** Where it was held; empty where not known. */
  place?: InputMaybe<StringFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The run of meetings it belongs to, such as the annual meetings on migrant smuggling; empty where it stands alone. */
  series?: InputMaybe<StringFilter>;
  /** Its sessions, in their order. */
  sessions?: InputMaybe<SessionListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** The first day, as far as it is known. */
  startsOn?: InputMaybe<PartialDateFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it was about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind CountryUpdate whose "event" is this one. */
  updates?: InputMaybe<CountryUpdateListFilter>;
};

/** Which list of Event is meant. */
export type EventListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<EventFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<EventFilter>;
  /** At least one is like this. */
  some?: InputMaybe<EventFilter>;
};

/** How people meet. */
export type EventMode =
  /** Both. */
  | 'HYBRID'
  /** In one place. */
  | 'IN_PERSON'
  /** Online. */
  | 'ONLINE';

/** One value of EventMode and how many entries have it. */
export type EventModeFacet = {
  __typename?: 'EventModeFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: EventMode;
};

/** Which value of EventMode is meant. */
export type EventModeFilter = {
  /** It is this. */
  eq?: InputMaybe<EventMode>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<EventMode>>;
  /** It is not this. */
  ne?: InputMaybe<EventMode>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<EventMode>>;
};

/** One term of the order of a list of Event. */
export type EventOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: EventOrderField;
};

/** By what a list of Event can be ordered. */
export type EventOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** The last day, as far as it is known. */
  | 'ENDS_ON'
  /** Who held it. Its usual short name. */
  | 'ORGANISER_ACRONYM'
  /** Who held it. What the organisation is. */
  | 'ORGANISER_KIND'
  /** Who held it. The name of the entry. */
  | 'ORGANISER_TITLE'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The first day, as far as it is known. */
  | 'STARTS_ON'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Event. */
export type EventPayload = {
  __typename?: 'EventPayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  event?: Maybe<Event>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Event. */
export type EventRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** Figures quoted in the text. */
  claims?: InputMaybe<Array<ClaimRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** The last day, as far as it is known. */
  endsOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** How people met; empty where not known. */
  mode?: InputMaybe<EventMode>;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: InputMaybe<LocalisedText>;
  /** Who held it. */
  organiser?: InputMaybe<Scalars['Slug']['input']>;
  /** The countries that took part, where they are not whole groups. */
  participantCountries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The groups of countries that took part. */
  participantGroups?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The organisations that took part. */
  participantOrganisations?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** Where it was held; empty where not known. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The run of meetings it belongs to, such as the annual meetings on migrant smuggling; empty where it stands alone. */
  series?: InputMaybe<Scalars['String']['input']>;
  /** Its sessions, in their order. */
  sessions?: InputMaybe<Array<SessionRecord>>;
  /** The first day, as far as it is known. */
  startsOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** What it was about, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it was about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
};

/** What became of one field. */
export type FieldChange = {
  __typename?: 'FieldChange';
  /** What it holds after, as JSON; empty for nothing. */
  after?: Maybe<Scalars['String']['output']>;
  /** What it held before, as JSON; empty for nothing. */
  before?: Maybe<Scalars['String']['output']>;
  /** The field, as a path such as sessions[1].title or title.fr. */
  field: Scalars['String']['output'];
  /** For a text that was changed, the difference word by word. */
  words?: Maybe<Array<Words>>;
};

/** What one field held in three states of an entry, each as JSON. */
export type FieldDifference = {
  __typename?: 'FieldDifference';
  /** What it held in the revision that the writer started from; empty where that is not known. */
  base?: Maybe<Scalars['String']['output']>;
  /** The field, as a path. */
  field: Scalars['String']['output'];
  /** What it holds now. */
  theirs?: Maybe<Scalars['String']['output']>;
  /** What the writer sent. */
  yours?: Maybe<Scalars['String']['output']>;
};

/** What became another in the figures of an indicator between two moments. */
export type FigureChanges = {
  __typename?: 'FigureChanges';
  /** How many cells came. */
  appeared: Scalars['Int']['output'];
  /** The cells, by area, breakdown and period, as many as were asked for. */
  cells: Array<CellChange>;
  /** How many cells were changed. */
  changed: Scalars['Int']['output'];
  /** The edition that was current at the first moment; empty where there was none yet. */
  from?: Maybe<Vintage>;
  /** The edition that was current at the second moment; empty where there was none yet. */
  to?: Maybe<Vintage>;
  /** How many cells went. */
  vanished: Scalars['Int']['output'];
};

/** Whether an offence requires that somebody gained from it. */
export type FinancialGain =
  /** A gain makes the offence graver. */
  | 'AGGRAVATING'
  /** It depends on the conduct, as the note says. */
  | 'DEPENDS'
  /** A gain makes no difference. */
  | 'IRRELEVANT'
  /** The instrument defines no offence. */
  | 'NOT_APPLICABLE'
  /** The offence requires a gain. */
  | 'REQUIRED'
  /** The sources seen do not say. */
  | 'UNKNOWN';

/** One value of FinancialGain and how many entries have it. */
export type FinancialGainFacet = {
  __typename?: 'FinancialGainFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: FinancialGain;
};

/** Which value of FinancialGain is meant. */
export type FinancialGainFilter = {
  /** It is this. */
  eq?: InputMaybe<FinancialGain>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<FinancialGain>>;
  /** It is not this. */
  ne?: InputMaybe<FinancialGain>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<FinancialGain>>;
};

/** Which value of Float is meant. */
export type FloatFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['Float']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is greater, or begins after. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** It is greater or equal, or begins no earlier. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** It is less, or ends before. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** It is less or equal, or ends no later. */
  lte?: InputMaybe<Scalars['Float']['input']>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['Float']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['Float']['input']>>;
};

/** How often there is a figure. */
export type Frequency =
  /** Every month. */
  | 'MONTH'
  /** Every quarter. */
  | 'QUARTER'
  /** Every year. */
  | 'YEAR';

/** One value of Frequency and how many entries have it. */
export type FrequencyFacet = {
  __typename?: 'FrequencyFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Frequency;
};

/** Which value of Frequency is meant. */
export type FrequencyFilter = {
  /** It is this. */
  eq?: InputMaybe<Frequency>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Frequency>>;
  /** It is not this. */
  ne?: InputMaybe<Frequency>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Frequency>>;
};

/** The change of a figure between two periods. */
export type Growth = {
  __typename?: 'Growth';
  /** The second less the first, in the unit of the indicator; empty where one is missing. */
  absolute?: Maybe<Scalars['Float']['output']>;
  /** The area. */
  area: Area;
  /** The figure of the first period. */
  from: Observation;
  /** Why the two should not be compared as they are; none where nothing speaks against it. */
  guards: Array<ComparisonGuard>;
  /** For a group whose members changed between the two: the change for the countries that belonged to it in both; empty otherwise, and for rates, which cannot be added. */
  likeForLike?: Maybe<LikeForLike>;
  /** 100 × (the second ÷ the first − 1), in percent; empty where one is missing or the first is 0. */
  percent?: Maybe<Scalars['Float']['output']>;
  /** The figure of the second period. */
  to: Observation;
  /** The unit in words. */
  unit: Scalars['String']['output'];
};

/** A text of an entry in which words of the search were found. */
export type Highlight = {
  __typename?: 'Highlight';
  /** The field that holds the text, as a path. */
  field: Scalars['String']['output'];
  /** The language of the text. */
  locale: Locale;
  /** The text in pieces, in order. */
  pieces: Array<HighlightPiece>;
};

/** A piece of a text that does or does not answer the search. */
export type HighlightPiece = {
  __typename?: 'HighlightPiece';
  /** Whether it answers the search. */
  isMatch: Scalars['Boolean']['output'];
  /** The piece, as it stands in the text; cut short with an ellipsis at the ends. */
  text: Scalars['String']['output'];
};

/** Whether humanitarian help is exempt from punishment. */
export type HumanitarianClause =
  /** There is none. */
  | 'NO'
  /** The rule is not one that could have such a clause. */
  | 'NOT_APPLICABLE'
  /** Those who transpose the rule may provide for one, or a court may waive the penalty. */
  | 'OPTIONAL'
  /** The sources seen do not say. */
  | 'UNKNOWN'
  /** There is such a clause. */
  | 'YES';

/** One value of HumanitarianClause and how many entries have it. */
export type HumanitarianClauseFacet = {
  __typename?: 'HumanitarianClauseFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: HumanitarianClause;
};

/** Which value of HumanitarianClause is meant. */
export type HumanitarianClauseFilter = {
  /** It is this. */
  eq?: InputMaybe<HumanitarianClause>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<HumanitarianClause>>;
  /** It is not this. */
  ne?: InputMaybe<HumanitarianClause>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<HumanitarianClause>>;
};

/** One file from which figures were imported. */
export type ImportedFile = {
  __typename?: 'ImportedFile';
  /** How it was read, in words. */
  layout: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The digest of its bytes (SHA-256), so that anybody can tell whether another file is the same. */
  sha256: Scalars['String']['output'];
  /** The sheet, or the member of an archive; empty for a file that is one table. */
  table?: Maybe<Scalars['String']['output']>;
  /** When its publisher last changed it, as the file says; empty where it does not. */
  updated?: Maybe<Scalars['String']['output']>;
};

/** The entry cannot be withdrawn as asked, because others link to it; nothing was written. */
export type InUse = {
  __typename?: 'InUse';
  /** How many links there are. */
  count: Scalars['Int']['output'];
  /** The links, at most 100. */
  usedBy: Array<Use>;
};

/** A pair of series that should not be laid side by side. */
export type IncompatiblePair = {
  __typename?: 'IncompatiblePair';
  /** The place of the one in the list that was given, from 0. */
  left: Scalars['Int']['output'];
  /** Why, in words. */
  message: Scalars['String']['output'];
  /** Why. */
  reason: IncompatibleReason;
  /** The place of the other in the list that was given, from 0. */
  right: Scalars['Int']['output'];
};

/** Why two series should not be laid side by side. */
export type IncompatibleReason =
  /** One area lies within the other, or they have countries in common. */
  | 'AREAS_OVERLAP'
  /** They count different things, such as detections and persons. */
  | 'COUNTING_UNITS_DIFFER'
  /** For some period, the two figures of one indicator were read in different editions or sources, of which one may count what the other does not. */
  | 'EDITIONS_DIFFER'
  /** One has a figure more often than the other. */
  | 'FREQUENCIES_DIFFER'
  /** One is what happened in a period and the other what there was at a moment, or a rate. */
  | 'MEASURES_DIFFER'
  /** For some period, one figure may still change and the other may not. */
  | 'PROVISIONAL_WITH_FINAL'
  /** They are in different units. */
  | 'UNITS_DIFFER';

/** A comparison that is refused, because it would mislead. With `force` it is given, with these reasons as warnings. */
export type IncompatibleSeries = {
  __typename?: 'IncompatibleSeries';
  /** Every pair that does not go together, and why. */
  pairs: Array<IncompatiblePair>;
};

/** A quantity that is measured over time and by area. */
export type Indicator = Entry & Node & {
  __typename?: 'Indicator';
  /** What it means that a figure is absent. */
  absentMeans: AbsentMeans;
  /** The terms and the attribution under which the figures are reused. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** Whether there are figures for a period, an area and a breakdown, and in a sentence what there is where there are none. */
  availability: Availability;
  /** Which cells differ between the editions that were current at two moments, by the days of their publishers. */
  changes: FigureChanges;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The entries, of whatever kind, whose "indicator" is this one. */
  claims: EntryConnection;
  /** What is counted. */
  countingUnit: CountingUnit;
  /** For which areas and periods there are figures. */
  coverage: Coverage;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** How many digits after the point are meant; empty for whole numbers. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** What is measured, how, and what to beware of, in Markdown. */
  definition?: Maybe<Scalars['Markdown']['output']>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What the figures are broken down by. */
  dimensions: Array<Dimension>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** How often there is a figure. */
  frequency: Frequency;
  /** The figures of a group, added up here from those of its countries. It says how many of them are missing; for rates there is none. */
  groupTotal: Series;
  /** The change from one period to another, area by area. Areas without a cell for either are left out. */
  growth: Array<Growth>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** How the figure behaves over time. */
  measure: Measure;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The number of inhabitants by which rates are worked out; empty where none makes sense. */
  population?: Maybe<Indicator>;
  /** The entries of kind Indicator whose "population" is this one. */
  populationOf: IndicatorConnection;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who publishes the figures. */
  publisher: Organisation;
  /** The countries in the order of their figures for one period, the greatest first, or the routes. Groups and totals are left out, and so are areas without a figure; `availability` says why there is none at all. */
  ranking: Array<RankedArea>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** Whether it measures the subject or gives context to it. */
  relevance: Relevance;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures, one series for each area and breakdown. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The entries of kind Trend whose "indicators" holds this one. */
  trends: TrendConnection;
  /** The unit in words, such as persons or percent. */
  unit: Scalars['String']['output'];
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The editions of the figures, the newest first. */
  vintages: Array<Vintage>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorAvailabilityArgs = {
  area?: InputMaybe<Scalars['AreaCode']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  period?: InputMaybe<Scalars['Period']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorChangesArgs = {
  areas?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


/** A quantity that is measured over time and by area. */
export type IndicatorCitationArgs = {
  style?: CitationStyle;
};


/** A quantity that is measured over time and by area. */
export type IndicatorClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<EntryKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorDefinitionArgs = {
  locale?: InputMaybe<Locale>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A quantity that is measured over time and by area. */
export type IndicatorGroupTotalArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  fixedAt?: InputMaybe<Scalars['Period']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  group: Scalars['AreaCode']['input'];
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorGrowthArgs = {
  areas?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  from: Scalars['Period']['input'];
  to: Scalars['Period']['input'];
};


/** A quantity that is measured over time and by area. */
export type IndicatorHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorPopulationOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorRankingArgs = {
  among?: InputMaybe<RankedAmong>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  period?: InputMaybe<Scalars['Period']['input']>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorSeriesArgs = {
  areas?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};


/** A quantity that is measured over time and by area. */
export type IndicatorVintagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of Indicator. */
export type IndicatorConnection = {
  __typename?: 'IndicatorConnection';
  /** The entries with their cursors. */
  edges: Array<IndicatorEdge>;
  /** How many entries of the whole list have each value. */
  facets: IndicatorFacets;
  /** The entries. */
  nodes: Array<Indicator>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Indicator of a page. */
export type IndicatorEdge = {
  __typename?: 'IndicatorEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Indicator;
};

/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacets = {
  __typename?: 'IndicatorFacets';
  /** What is counted. */
  countingUnit: Array<CountingUnitFacet>;
  /** How often there is a figure. */
  frequency: Array<FrequencyFacet>;
  /** How the figure behaves over time. */
  measure: Array<MeasureFacet>;
  /** Who publishes the figures. */
  publisher: Array<OrganisationFacet>;
  /** Whether it measures the subject or gives context to it. */
  relevance: Array<RelevanceFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsCountingUnitArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsFrequencyArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsMeasureArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsPublisherArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsRelevanceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Indicator have each value of a field. Each facet ignores the filter on its own field. */
export type IndicatorFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Indicator is meant. What is not given does not count. */
export type IndicatorFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<IndicatorFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** What is counted. */
  countingUnit?: InputMaybe<CountingUnitFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often there is a figure. */
  frequency?: InputMaybe<FrequencyFilter>;
  /** How the figure behaves over time. */
  measure?: InputMaybe<MeasureFilter>;
  /** This must not hold. */
  not?: InputMaybe<IndicatorFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<IndicatorFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The number of inhabitants by which rates are worked out; empty where none makes sense. */
  population?: InputMaybe<IndicatorFilter>;
  /** The entries of kind Indicator whose "population" is this one. */
  populationOf?: InputMaybe<IndicatorListFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** Who publishes the figures. */
  publisher?: InputMaybe<OrganisationFilter>;
  /** Whether it measures the subject or gives context to it. */
  relevance?: InputMaybe<RelevanceFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** The entries of kind Trend whose "indicators" holds this one. */
  trends?: InputMaybe<TrendListFilter>;
  /** The unit in words, such as persons or percent. */
  unit?: InputMaybe<StringFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** Which list of Indicator is meant. */
export type IndicatorListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<IndicatorFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<IndicatorFilter>;
  /** At least one is like this. */
  some?: InputMaybe<IndicatorFilter>;
};

/** One term of the order of a list of Indicator. */
export type IndicatorOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: IndicatorOrderField;
};

/** By what a list of Indicator can be ordered. */
export type IndicatorOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** Who publishes the figures. Its usual short name. */
  | 'PUBLISHER_ACRONYM'
  /** Who publishes the figures. What the organisation is. */
  | 'PUBLISHER_KIND'
  /** Who publishes the figures. The name of the entry. */
  | 'PUBLISHER_TITLE'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Indicator. */
export type IndicatorPayload = {
  __typename?: 'IndicatorPayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  indicator?: Maybe<Indicator>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Indicator. */
export type IndicatorRecord = {
  /** What it means that a figure is absent. */
  absentMeans?: InputMaybe<AbsentMeans>;
  /** The terms and the attribution under which the figures are reused. */
  attribution?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** What is counted. */
  countingUnit?: InputMaybe<CountingUnit>;
  /** How many digits after the point are meant; empty for whole numbers. */
  decimals?: InputMaybe<Scalars['Int']['input']>;
  /** What is measured, how, and what to beware of, in Markdown. */
  definition?: InputMaybe<LocalisedText>;
  /** What the figures are broken down by. */
  dimensions?: InputMaybe<Array<DimensionRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** How often there is a figure. */
  frequency?: InputMaybe<Frequency>;
  /** How the figure behaves over time. */
  measure?: InputMaybe<Measure>;
  /** The number of inhabitants by which rates are worked out; empty where none makes sense. */
  population?: InputMaybe<Scalars['Slug']['input']>;
  /** Who publishes the figures. */
  publisher?: InputMaybe<Scalars['Slug']['input']>;
  /** Whether it measures the subject or gives context to it. */
  relevance?: InputMaybe<Relevance>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The unit in words, such as persons or percent. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** Which value of Int is meant. */
export type IntFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is greater, or begins after. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** It is greater or equal, or begins no earlier. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** It is less, or ends before. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** It is less or equal, or ends no later. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['Int']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** How many of the entries that were found are of a kind. */
export type KindCount = {
  __typename?: 'KindCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The kind. */
  value: EntryKind;
};

/** One value of Language and how many entries have it. */
export type LanguageFacet = {
  __typename?: 'LanguageFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Scalars['Language']['output'];
};

/** Which value of Language is meant. */
export type LanguageFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['Language']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['Language']['input']>>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['Language']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['Language']['input']>>;
};

/** Which list of Language is meant. */
export type LanguageListFilter = {
  /** Whether the list holds anything at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list holds this. */
  has?: InputMaybe<Scalars['Language']['input']>;
  /** The list holds all of these. */
  hasAll?: InputMaybe<Array<Scalars['Language']['input']>>;
  /** The list holds at least one of these. */
  hasAny?: InputMaybe<Array<Scalars['Language']['input']>>;
};

/** A short guide, printed or online, that points practitioners to resources. */
export type Leaflet = Entry & Node & {
  __typename?: 'Leaflet';
  /** The text, in Markdown. */
  body?: Maybe<Scalars['Markdown']['output']>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** Figures quoted in the text. */
  claims: Array<Claim>;
  /** The countries it covers. */
  countries: Array<CountryProfile>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** The digital services and uses it is about. */
  digital: Array<DigitalFocus>;
  /** Its language editions; empty where not known. */
  editions: Array<Edition>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** Who publishes it. */
  issuer: Organisation;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: Maybe<Scalars['String']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The meetings at which it was presented. */
  presentedAt: Array<Event>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was published; empty where not known. */
  publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The resources it points to, in the order of the leaflet, as far as our sources name them. */
  resources: Array<Resource>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** Resources on the same subject that we link to; the leaflet itself, or what we have seen of it, does not name them. */
  seeAlso: Array<Resource>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What the leaflet is for, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Leaflet whose "supersedes" is this one. */
  supersededBy: LeafletConnection;
  /** The earlier leaflet that this one replaces. */
  supersedes?: Maybe<Leaflet>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** Trends on its subject, linked by us from the same sources. */
  trends: Array<Trend>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The publisher's own page; empty where it was not seen. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletBodyArgs = {
  locale?: InputMaybe<Locale>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletCitationArgs = {
  style?: CitationStyle;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletSupersededByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** A short guide, printed or online, that points practitioners to resources. */
export type LeafletTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Leaflet. */
export type LeafletConnection = {
  __typename?: 'LeafletConnection';
  /** The entries with their cursors. */
  edges: Array<LeafletEdge>;
  /** How many entries of the whole list have each value. */
  facets: LeafletFacets;
  /** The entries. */
  nodes: Array<Leaflet>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Leaflet of a page. */
export type LeafletEdge = {
  __typename?: 'LeafletEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Leaflet;
};

/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacets = {
  __typename?: 'LeafletFacets';
  /** The countries it covers. */
  countries: Array<CountryProfileFacet>;
  /** The kind of service. */
  digitalService: Array<DigitalServiceFacet>;
  /** What it is used for; empty where the source does not say. */
  digitalUse: Array<DigitalUseFacet>;
  /** Who publishes it. */
  issuer: Array<OrganisationFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacetsCountriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacetsDigitalServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacetsDigitalUseArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacetsIssuerArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Leaflet have each value of a field. Each facet ignores the filter on its own field. */
export type LeafletFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Leaflet is meant. What is not given does not count. */
export type LeafletFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<LeafletFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The countries it covers. */
  countries?: InputMaybe<CountryProfileListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The digital services and uses it is about. */
  digital?: InputMaybe<DigitalFocusListFilter>;
  /** Its language editions; empty where not known. */
  editions?: InputMaybe<EditionListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who publishes it. */
  issuer?: InputMaybe<OrganisationFilter>;
  /** This must not hold. */
  not?: InputMaybe<LeafletFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<LeafletFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The meetings at which it was presented. */
  presentedAt?: InputMaybe<EventListFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** When it was published; empty where not known. */
  publishedOn?: InputMaybe<PartialDateFilter>;
  /** The resources it points to, in the order of the leaflet, as far as our sources name them. */
  resources?: InputMaybe<ResourceListFilter>;
  /** Resources on the same subject that we link to; the leaflet itself, or what we have seen of it, does not name them. */
  seeAlso?: InputMaybe<ResourceListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The entries of kind Leaflet whose "supersedes" is this one. */
  supersededBy?: InputMaybe<LeafletListFilter>;
  /** The earlier leaflet that this one replaces. */
  supersedes?: InputMaybe<LeafletFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** Trends on its subject, linked by us from the same sources. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<UrlFilter>;
};

/** Which list of Leaflet is meant. */
export type LeafletListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<LeafletFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<LeafletFilter>;
  /** At least one is like this. */
  some?: InputMaybe<LeafletFilter>;
};

/** One term of the order of a list of Leaflet. */
export type LeafletOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: LeafletOrderField;
};

/** By what a list of Leaflet can be ordered. */
export type LeafletOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** Who publishes it. Its usual short name. */
  | 'ISSUER_ACRONYM'
  /** Who publishes it. What the organisation is. */
  | 'ISSUER_KIND'
  /** Who publishes it. The name of the entry. */
  | 'ISSUER_TITLE'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** When it was published; empty where not known. */
  | 'PUBLISHED_ON'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Leaflet. */
export type LeafletPayload = {
  __typename?: 'LeafletPayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  leaflet?: Maybe<Leaflet>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Leaflet. */
export type LeafletRecord = {
  /** The text, in Markdown. */
  body?: InputMaybe<LocalisedText>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** Figures quoted in the text. */
  claims?: InputMaybe<Array<ClaimRecord>>;
  /** The countries it covers. */
  countries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The digital services and uses it is about. */
  digital?: InputMaybe<Array<DigitalFocusRecord>>;
  /** Its language editions; empty where not known. */
  editions?: InputMaybe<Array<EditionRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Who publishes it. */
  issuer?: InputMaybe<Scalars['Slug']['input']>;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: InputMaybe<LocalisedText>;
  /** The meetings at which it was presented. */
  presentedAt?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** When it was published; empty where not known. */
  publishedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The resources it points to, in the order of the leaflet, as far as our sources name them. */
  resources?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** Resources on the same subject that we link to; the leaflet itself, or what we have seen of it, does not name them. */
  seeAlso?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What the leaflet is for, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The earlier leaflet that this one replaces. */
  supersedes?: InputMaybe<Scalars['Slug']['input']>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** Trends on its subject, linked by us from the same sources. */
  trends?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** At which level a rule of law stands. */
export type LegalLevel =
  /** A judgment. */
  | 'CASE_LAW'
  /** Law of the European Union. */
  | 'EU'
  /** A treaty between states. */
  | 'INTERNATIONAL'
  /** A country's own law. */
  | 'NATIONAL';

/** One value of LegalLevel and how many entries have it. */
export type LegalLevelFacet = {
  __typename?: 'LegalLevelFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: LegalLevel;
};

/** Which value of LegalLevel is meant. */
export type LegalLevelFilter = {
  /** It is this. */
  eq?: InputMaybe<LegalLevel>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<LegalLevel>>;
  /** It is not this. */
  ne?: InputMaybe<LegalLevel>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<LegalLevel>>;
};

/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvision = Entry & Node & {
  __typename?: 'LegalProvision';
  /** The act, with its number. */
  act: Scalars['String']['output'];
  /** The day from which it applies, where that is another than the day of its entry into force; empty where not known. */
  appliesFrom?: Maybe<Scalars['PartialDate']['output']>;
  /** The country, or the group of countries, in which it applies. */
  area: Area;
  /** The articles. */
  article?: Maybe<Scalars['String']['output']>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** What is punished or regulated. */
  conduct?: Maybe<Scalars['String']['output']>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** Whether the offence requires a financial gain. */
  financialGain: FinancialGain;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** Whether humanitarian help is exempt. */
  humanitarianClause: HumanitarianClause;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** Since when and until when the version described has been in force; empty where not known. */
  inForce?: Maybe<Span>;
  /** At which level the rule stands. */
  level: LegalLevel;
  /** What a reader should know about these facts, such as that a secondary copy was read. */
  note?: Maybe<Scalars['String']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The entries of kind LegalProvision whose "supersedes" is this one. */
  supersededBy: LegalProvisionConnection;
  /** The provision or instrument that this one replaces. */
  supersedes?: Maybe<LegalProvision>;
  /** The penalties, from the lightest; empty where they were not seen. */
  tiers: Array<PenaltyTier>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The official text: of an act of the European Union its European Legislation Identifier; empty where no official address was seen. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionCitationArgs = {
  style?: CitationStyle;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionConductArgs = {
  locale?: InputMaybe<Locale>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionSupersededByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** A provision of criminal law, or an instrument of the European Union or between states. */
export type LegalProvisionTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of LegalProvision. */
export type LegalProvisionConnection = {
  __typename?: 'LegalProvisionConnection';
  /** The entries with their cursors. */
  edges: Array<LegalProvisionEdge>;
  /** How many entries of the whole list have each value. */
  facets: LegalProvisionFacets;
  /** The entries. */
  nodes: Array<LegalProvision>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One LegalProvision of a page. */
export type LegalProvisionEdge = {
  __typename?: 'LegalProvisionEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: LegalProvision;
};

/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacets = {
  __typename?: 'LegalProvisionFacets';
  /** The country, or the group of countries, in which it applies. */
  area: Array<AreaFacet>;
  /** Whether the offence requires a financial gain. */
  financialGain: Array<FinancialGainFacet>;
  /** Whether humanitarian help is exempt. */
  humanitarianClause: Array<HumanitarianClauseFacet>;
  /** At which level the rule stands. */
  level: Array<LegalLevelFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacetsAreaArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacetsFinancialGainArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacetsHumanitarianClauseArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacetsLevelArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of LegalProvision have each value of a field. Each facet ignores the filter on its own field. */
export type LegalProvisionFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which LegalProvision is meant. What is not given does not count. */
export type LegalProvisionFilter = {
  /** The act, with its number. */
  act?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  and?: InputMaybe<Array<LegalProvisionFilter>>;
  /** The day from which it applies, where that is another than the day of its entry into force; empty where not known. */
  appliesFrom?: InputMaybe<PartialDateFilter>;
  /** The country, or the group of countries, in which it applies. */
  area?: InputMaybe<AreaFilter>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the offence requires a financial gain. */
  financialGain?: InputMaybe<FinancialGainFilter>;
  /** Whether humanitarian help is exempt. */
  humanitarianClause?: InputMaybe<HumanitarianClauseFilter>;
  /** Since when and until when the version described has been in force; empty where not known. */
  inForce?: InputMaybe<SpanFilter>;
  /** At which level the rule stands. */
  level?: InputMaybe<LegalLevelFilter>;
  /** This must not hold. */
  not?: InputMaybe<LegalProvisionFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<LegalProvisionFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The entries of kind LegalProvision whose "supersedes" is this one. */
  supersededBy?: InputMaybe<LegalProvisionListFilter>;
  /** The penalties, from the lightest; empty where they were not seen. */
  tiers?: InputMaybe<PenaltyTierListFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The official text: of an act of the European Union its European Legislation Identifier; empty where no official address was seen. */
  url?: InputMaybe<UrlFilter>;
};

/** Which list of LegalProvision is meant. */
export type LegalProvisionListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<LegalProvisionFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<LegalProvisionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<LegalProvisionFilter>;
};

/** One term of the order of a list of LegalProvision. */
export type LegalProvisionOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: LegalProvisionOrderField;
};

/** By what a list of LegalProvision can be ordered. */
export type LegalProvisionOrderField =
  /** The day from which it applies, where that is another than the day of its entry into force; empty where not known. */
  | 'APPLIES_FROM'
  /** The country, or the group of countries, in which it applies. The code of the area, unique among countries, groups and routes. */
  | 'AREA_CODE'
  /** The country, or the group of countries, in which it applies. The name of the entry. */
  | 'AREA_TITLE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** Since when and until when the version described has been in force; empty where not known. When it began. */
  | 'IN_FORCE_FROM'
  /** Since when and until when the version described has been in force; empty where not known. When it ended. */
  | 'IN_FORCE_TO'
  /** At which level the rule stands. */
  | 'LEVEL'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind LegalProvision. */
export type LegalProvisionPayload = {
  __typename?: 'LegalProvisionPayload';
  /** The entry as it is now, drafts included; empty where nothing was written. */
  law?: Maybe<LegalProvision>;
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of LegalProvision. */
export type LegalProvisionRecord = {
  /** The act, with its number. */
  act?: InputMaybe<Scalars['String']['input']>;
  /** The day from which it applies, where that is another than the day of its entry into force; empty where not known. */
  appliesFrom?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The country, or the group of countries, in which it applies. As folder/slug. */
  area?: InputMaybe<Scalars['String']['input']>;
  /** The articles. */
  article?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** What is punished or regulated. */
  conduct?: InputMaybe<LocalisedText>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Whether the offence requires a financial gain. */
  financialGain?: InputMaybe<FinancialGain>;
  /** Whether humanitarian help is exempt. */
  humanitarianClause?: InputMaybe<HumanitarianClause>;
  /** Since when and until when the version described has been in force; empty where not known. */
  inForce?: InputMaybe<SpanRecord>;
  /** At which level the rule stands. */
  level?: InputMaybe<LegalLevel>;
  /** What a reader should know about these facts, such as that a secondary copy was read. */
  note?: InputMaybe<LocalisedText>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The provision or instrument that this one replaces. */
  supersedes?: InputMaybe<Scalars['Slug']['input']>;
  /** The penalties, from the lightest; empty where they were not seen. */
  tiers?: InputMaybe<Array<PenaltyTierRecord>>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The official text: of an act of the European Union its European Legislation Identifier; empty where no official address was seen. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** The change of the figures of a group for the countries that belonged to it in both periods. */
export type LikeForLike = {
  __typename?: 'LikeForLike';
  /** The second less the first, in the unit of the indicator; empty where one is missing. */
  absolute?: Maybe<Scalars['Float']['output']>;
  /** The codes of the countries. */
  countries: Array<Scalars['AreaCode']['output']>;
  /** The figure of the first period, added up here from those of the countries. */
  from: Observation;
  /** 100 × (the second ÷ the first − 1), in percent; empty where one is missing or the first is 0. */
  percent?: Maybe<Scalars['Float']['output']>;
  /** The figure of the second period, added up here from those of the countries. */
  to: Observation;
};

/** Why a term of an entry answers a word of a search. */
export type Likeness =
  /** It starts with the word. */
  | 'PREFIX'
  /** It is another form of the word. */
  | 'STEM'
  /** It is another name for the same topic. */
  | 'SYNONYM'
  /** It is spelt nearly like the word. */
  | 'TYPO'
  /** It is the word itself. */
  | 'WORD';

/** What becomes of the links to an entry that is withdrawn. */
export type LinkPolicy =
  /** The entry is not withdrawn as long as there are any. */
  | 'RESTRICT'
  /** They stay, and lead to the name of what was withdrawn. */
  | 'RETIRE'
  /** They are taken out of the entries that link, in the same step. Where one must have the link, nothing is written. */
  | 'UNLINK';

/** One link between two entries, as the record that holds it states it. */
export type LinkStatement = {
  __typename?: 'LinkStatement';
  /** Where the entry that links was read. */
  citations: Array<Citation>;
  /** The field that holds the link, as a path. */
  field: Scalars['String']['output'];
  /** The entry that links. */
  from: Entry;
  /** The entry that it links to. */
  to: Entry;
};

/** The languages in which this knowledge base is written. */
export type Locale =
  /** German. */
  | 'de'
  /** English. */
  | 'en'
  /** Spanish. */
  | 'es'
  /** French. */
  | 'fr'
  /** Italian. */
  | 'it';

/** Which value of Locale is meant. */
export type LocaleFilter = {
  /** It is this. */
  eq?: InputMaybe<Locale>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Locale>>;
  /** It is not this. */
  ne?: InputMaybe<Locale>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Locale>>;
};

/** A text in several languages. */
export type LocalisedText = {
  /** The text in de. */
  de?: InputMaybe<Scalars['String']['input']>;
  /** The text in en. */
  en?: InputMaybe<Scalars['String']['input']>;
  /** The text in es. */
  es?: InputMaybe<Scalars['String']['input']>;
  /** The text in fr. */
  fr?: InputMaybe<Scalars['String']['input']>;
  /** The text in it. */
  it?: InputMaybe<Scalars['String']['input']>;
};

/** How a figure behaves over time. */
export type Measure =
  /** What happened during a period; periods can be added. */
  | 'FLOW'
  /** A rate or a share; neither periods nor areas can be added. */
  | 'RATE'
  /** What there was at a moment; periods cannot be added. */
  | 'STOCK';

/** One value of Measure and how many entries have it. */
export type MeasureFacet = {
  __typename?: 'MeasureFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Measure;
};

/** Which value of Measure is meant. */
export type MeasureFilter = {
  /** It is this. */
  eq?: InputMaybe<Measure>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Measure>>;
  /** It is not this. */
  ne?: InputMaybe<Measure>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Measure>>;
};

/** That a country belongs to a group, from when and until when. */
export type Membership = {
  __typename?: 'Membership';
  /** The country. */
  country: CountryProfile;
  /** Since when it belongs to the group; empty where not known or from the beginning. */
  from?: Maybe<Scalars['PartialDate']['output']>;
  /** Until when it belonged to the group; empty while it does. */
  to?: Maybe<Scalars['PartialDate']['output']>;
};

/** Which Membership is meant. What is not given does not count. */
export type MembershipFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<MembershipFilter>>;
  /** The country. */
  country?: InputMaybe<CountryProfileFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Since when it belongs to the group; empty where not known or from the beginning. */
  from?: InputMaybe<PartialDateFilter>;
  /** This must not hold. */
  not?: InputMaybe<MembershipFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<MembershipFilter>>;
  /** Until when it belonged to the group; empty while it does. */
  to?: InputMaybe<PartialDateFilter>;
};

/** Which list of Membership is meant. */
export type MembershipListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<MembershipFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<MembershipFilter>;
  /** At least one is like this. */
  some?: InputMaybe<MembershipFilter>;
};

/** What an editor writes of Membership. */
export type MembershipRecord = {
  /** The country. */
  country?: InputMaybe<Scalars['Slug']['input']>;
  /** Since when it belongs to the group; empty where not known or from the beginning. */
  from?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Until when it belonged to the group; empty while it does. */
  to?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** What can be changed, by those who have the right. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  countryPublish: CountryProfilePayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  countryRename: CountryProfilePayload;
  /** Makes an earlier revision of an entry its newest one. */
  countryRestore: CountryProfilePayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  countryRetire: CountryProfilePayload;
  /** Writes an entry of kind CountryProfile: a new one, or the next revision of one that is there. */
  countrySave: CountryProfilePayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  countryUnpublish: CountryProfilePayload;
  /** Takes back that an entry is to be published at a time ahead. */
  countryUnschedule: CountryProfilePayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  countryUpdatePublish: CountryUpdatePayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  countryUpdateRename: CountryUpdatePayload;
  /** Makes an earlier revision of an entry its newest one. */
  countryUpdateRestore: CountryUpdatePayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  countryUpdateRetire: CountryUpdatePayload;
  /** Writes an entry of kind CountryUpdate: a new one, or the next revision of one that is there. */
  countryUpdateSave: CountryUpdatePayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  countryUpdateUnpublish: CountryUpdatePayload;
  /** Takes back that an entry is to be published at a time ahead. */
  countryUpdateUnschedule: CountryUpdatePayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  eventPublish: EventPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  eventRename: EventPayload;
  /** Makes an earlier revision of an entry its newest one. */
  eventRestore: EventPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  eventRetire: EventPayload;
  /** Writes an entry of kind Event: a new one, or the next revision of one that is there. */
  eventSave: EventPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  eventUnpublish: EventPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  eventUnschedule: EventPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  groupPublish: CountryGroupPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  groupRename: CountryGroupPayload;
  /** Makes an earlier revision of an entry its newest one. */
  groupRestore: CountryGroupPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  groupRetire: CountryGroupPayload;
  /** Writes an entry of kind CountryGroup: a new one, or the next revision of one that is there. */
  groupSave: CountryGroupPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  groupUnpublish: CountryGroupPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  groupUnschedule: CountryGroupPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  indicatorPublish: IndicatorPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  indicatorRename: IndicatorPayload;
  /** Makes an earlier revision of an entry its newest one. */
  indicatorRestore: IndicatorPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  indicatorRetire: IndicatorPayload;
  /** Writes an entry of kind Indicator: a new one, or the next revision of one that is there. */
  indicatorSave: IndicatorPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  indicatorUnpublish: IndicatorPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  indicatorUnschedule: IndicatorPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  lawPublish: LegalProvisionPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  lawRename: LegalProvisionPayload;
  /** Makes an earlier revision of an entry its newest one. */
  lawRestore: LegalProvisionPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  lawRetire: LegalProvisionPayload;
  /** Writes an entry of kind LegalProvision: a new one, or the next revision of one that is there. */
  lawSave: LegalProvisionPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  lawUnpublish: LegalProvisionPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  lawUnschedule: LegalProvisionPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  leafletPublish: LeafletPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  leafletRename: LeafletPayload;
  /** Makes an earlier revision of an entry its newest one. */
  leafletRestore: LeafletPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  leafletRetire: LeafletPayload;
  /** Writes an entry of kind Leaflet: a new one, or the next revision of one that is there. */
  leafletSave: LeafletPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  leafletUnpublish: LeafletPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  leafletUnschedule: LeafletPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  organisationPublish: OrganisationPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  organisationRename: OrganisationPayload;
  /** Makes an earlier revision of an entry its newest one. */
  organisationRestore: OrganisationPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  organisationRetire: OrganisationPayload;
  /** Writes an entry of kind Organisation: a new one, or the next revision of one that is there. */
  organisationSave: OrganisationPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  organisationUnpublish: OrganisationPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  organisationUnschedule: OrganisationPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  questionPublish: QuestionPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  questionRename: QuestionPayload;
  /** Makes an earlier revision of an entry its newest one. */
  questionRestore: QuestionPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  questionRetire: QuestionPayload;
  /** Writes an entry of kind Question: a new one, or the next revision of one that is there. */
  questionSave: QuestionPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  questionUnpublish: QuestionPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  questionUnschedule: QuestionPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  resourcePublish: ResourcePayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  resourceRename: ResourcePayload;
  /** Makes an earlier revision of an entry its newest one. */
  resourceRestore: ResourcePayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  resourceRetire: ResourcePayload;
  /** Writes an entry of kind Resource: a new one, or the next revision of one that is there. */
  resourceSave: ResourcePayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  resourceUnpublish: ResourcePayload;
  /** Takes back that an entry is to be published at a time ahead. */
  resourceUnschedule: ResourcePayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  routePublish: RoutePayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  routeRename: RoutePayload;
  /** Makes an earlier revision of an entry its newest one. */
  routeRestore: RoutePayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  routeRetire: RoutePayload;
  /** Writes an entry of kind Route: a new one, or the next revision of one that is there. */
  routeSave: RoutePayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  routeUnpublish: RoutePayload;
  /** Takes back that an entry is to be published at a time ahead. */
  routeUnschedule: RoutePayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  sourcePublish: SourcePayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  sourceRename: SourcePayload;
  /** Makes an earlier revision of an entry its newest one. */
  sourceRestore: SourcePayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  sourceRetire: SourcePayload;
  /** Writes an entry of kind Source: a new one, or the next revision of one that is there. */
  sourceSave: SourcePayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  sourceUnpublish: SourcePayload;
  /** Takes back that an entry is to be published at a time ahead. */
  sourceUnschedule: SourcePayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  territoryPublish: TerritoryPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  territoryRename: TerritoryPayload;
  /** Makes an earlier revision of an entry its newest one. */
  territoryRestore: TerritoryPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  territoryRetire: TerritoryPayload;
  /** Writes an entry of kind Territory: a new one, or the next revision of one that is there. */
  territorySave: TerritoryPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  territoryUnpublish: TerritoryPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  territoryUnschedule: TerritoryPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  topicPublish: TopicPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  topicRename: TopicPayload;
  /** Makes an earlier revision of an entry its newest one. */
  topicRestore: TopicPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  topicRetire: TopicPayload;
  /** Writes an entry of kind Topic: a new one, or the next revision of one that is there. */
  topicSave: TopicPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  topicUnpublish: TopicPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  topicUnschedule: TopicPayload;
  /** Shows the newest revision of an entry to the public, now or at a time ahead. */
  trendPublish: TrendPayload;
  /** Gives an entry another slug. Links to it follow, and the old slug answers with where it went. */
  trendRename: TrendPayload;
  /** Makes an earlier revision of an entry its newest one. */
  trendRestore: TrendPayload;
  /** Withdraws an entry. Its name stays, so that links to it do not break. */
  trendRetire: TrendPayload;
  /** Writes an entry of kind Trend: a new one, or the next revision of one that is there. */
  trendSave: TrendPayload;
  /** Takes an entry from the public; its newest revision stays as a draft. */
  trendUnpublish: TrendPayload;
  /** Takes back that an entry is to be published at a time ahead. */
  trendUnschedule: TrendPayload;
};


/** What can be changed, by those who have the right. */
export type MutationCountryPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountrySaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: CountryProfileRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdatePublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: CountryUpdateRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationCountryUpdateUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: EventRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationEventUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: CountryGroupRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationGroupUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: IndicatorRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationIndicatorUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: LegalProvisionRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLawUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: LeafletRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationLeafletUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: OrganisationRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationOrganisationUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: QuestionRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationQuestionUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourcePublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: ResourceRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationResourceUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRoutePublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: RouteRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationRouteUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourcePublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: SourceRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationSourceUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritorySaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: TerritoryRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTerritoryUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: TopicRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTopicUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendPublishArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendRenameArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
  to: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendRestoreArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  publish?: Scalars['Boolean']['input'];
  revision: Scalars['Int']['input'];
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendRetireArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  links?: LinkPolicy;
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendSaveArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  merge?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  originalLocale?: InputMaybe<Locale>;
  publish?: Scalars['Boolean']['input'];
  record: TrendRecord;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendUnpublishArgs = {
  dryRun?: Scalars['Boolean']['input'];
  expectedRevision: Scalars['Int']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};


/** What can be changed, by those who have the right. */
export type MutationTrendUnscheduleArgs = {
  dryRun?: Scalars['Boolean']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  slug: Scalars['Slug']['input'];
};

/** Anything that can be fetched again by its opaque identifier. */
export type Node = {
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
};

/** One figure, or the statement that there is none. */
export type Observation = {
  __typename?: 'Observation';
  /** What it was divided by or compared with: the population for PER_100K, the whole for SHARE, the figure of a year before for YEAR_ON_YEAR, that of the base period for INDEX; empty otherwise. */
  dividedBy?: Maybe<Observation>;
  /** What the publisher says about the figure. */
  flags: Array<ObservationFlag>;
  /** Why the figure should not be compared with the one that it is compared with, as in YEAR_ON_YEAR, INDEX and SHARE, or why the figures that it was added up from do not go together; none where nothing speaks against it. */
  guards: Array<ComparisonGuard>;
  /** How many figures it is made of; 1 for one that was reported, 0 for none. */
  inputs: Scalars['Int']['output'];
  /** For YEAR_ON_YEAR and INDEX of a group whose members changed between the two figures: the same worked out from the countries that belonged to it at both; empty otherwise, and where one of their figures is missing. */
  likeForLike?: Maybe<Scalars['Float']['output']>;
  /** The least that the figure can be, where the publisher says so. */
  lower?: Maybe<Scalars['Float']['output']>;
  /** How many of the figures that it should be made of are missing. */
  missing: Scalars['Int']['output'];
  /** What a reader should know about the figure. */
  note?: Maybe<Scalars['String']['output']>;
  /** The period that the figure is about. */
  period: Scalars['Period']['output'];
  /** In a comparison: which series the figure belongs to, as in `arrivals, IT, sex F`; empty elsewhere. */
  seriesName?: Maybe<Scalars['String']['output']>;
  /** Where the figure was read, where that is one source; see `sources` for what was worked out from several. */
  source?: Maybe<Source>;
  /** Where the figure, and all that it was worked out from, was read. */
  sources: Array<Source>;
  /** What there is in the cell. */
  state: ObservationState;
  /** The most that the figure can be, where the publisher says so. */
  upper?: Maybe<Scalars['Float']['output']>;
  /** The figure, in the unit of the series; empty unless one was reported. An empty figure is not zero. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** What a publisher says about a figure. */
export type ObservationFlag =
  /** It cannot be compared with the figures before it. Of a figure that is compared with another: there is a break between the two. */
  | 'BREAK_IN_SERIES'
  /** It was counted in another way than the rest. */
  | 'DEFINITION_DIFFERS'
  /** It was estimated or rounded by its publisher. */
  | 'ESTIMATED'
  /** It is a forecast. */
  | 'FORECAST'
  /** It is of low reliability. */
  | 'LOW_RELIABILITY'
  /** It may still change. */
  | 'PROVISIONAL'
  /** It replaces an earlier figure. */
  | 'REVISED';

/** What there is in a cell. */
export type ObservationState =
  /** There can be no figure here. */
  | 'NOT_APPLICABLE'
  /** Nobody reported a figure. It is not zero. */
  | 'NOT_REPORTED'
  /** A figure was worked out although some of what it should be made of is missing; it says how many. */
  | 'PARTIAL'
  /** A figure was reported, or worked out from figures none of which is missing. */
  | 'REPORTED'
  /** The publisher withholds the figure. */
  | 'SUPPRESSED';

/** Why nothing was written although nothing in it was wrong. */
export type Obstacle = Conflict | InUse;

/** Which end of an order comes first. */
export type OrderDirection =
  /** The smallest, the earliest or the first of the alphabet. What has no value comes last. */
  | 'ASC'
  /** The greatest, the latest or the last of the alphabet. What has no value comes last. */
  | 'DESC';

/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type Organisation = Entry & Node & {
  __typename?: 'Organisation';
  /** Its usual short name. */
  acronym?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Event whose "participantOrganisations" holds this one. */
  attendedEvents: EventConnection;
  /** The entries of kind Organisation whose "parent" is this one. */
  children: OrganisationConnection;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The entries of kind CountryProfile whose "cooperation.partner" is this one. */
  cooperation: OrganisationCooperationConnection;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What it offers to practitioners and who takes part, in Markdown. */
  description?: Maybe<Scalars['Markdown']['output']>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The entries of kind Indicator whose "publisher" is this one. */
  indicators: IndicatorConnection;
  /** What the organisation is. */
  kind: OrganisationKind;
  /** The entries of kind Leaflet whose "issuer" is this one. */
  leaflets: LeafletConnection;
  /** The countries that take part in it, where they are not whole groups. */
  memberCountries: Array<CountryProfile>;
  /** The groups of countries that take part in it. */
  memberGroups: Array<CountryGroup>;
  /** What a reader should know about these facts. */
  note?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Event whose "organiser" is this one. */
  organisedEvents: EventConnection;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The organisation it is part of. */
  parent?: Maybe<Organisation>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The entries of kind Resource whose "provider" is this one. */
  resources: ResourceConnection;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What it does, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Its own website; empty where it was not seen. */
  website?: Maybe<Scalars['URL']['output']>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationAttendedEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationCitationArgs = {
  style?: CitationStyle;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationCooperationArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryProfileFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryProfileOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationDescriptionArgs = {
  locale?: InputMaybe<Locale>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationIndicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationOrganisedEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export type OrganisationTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Organisation. */
export type OrganisationConnection = {
  __typename?: 'OrganisationConnection';
  /** The entries with their cursors. */
  edges: Array<OrganisationEdge>;
  /** How many entries of the whole list have each value. */
  facets: OrganisationFacets;
  /** The entries. */
  nodes: Array<Organisation>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** A page of a list of CountryProfile. */
export type OrganisationCooperationConnection = {
  __typename?: 'OrganisationCooperationConnection';
  /** The entries with their cursors. */
  edges: Array<OrganisationCooperationEdge>;
  /** How many entries of the whole list have each value. */
  facets: CountryProfileFacets;
  /** The entries. */
  nodes: Array<CountryProfile>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One CountryProfile of a page. */
export type OrganisationCooperationEdge = {
  __typename?: 'OrganisationCooperationEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CountryProfile;
  /** The parts of the entry by which it links here. */
  via: Array<CooperationFact>;
};

/** One Organisation of a page. */
export type OrganisationEdge = {
  __typename?: 'OrganisationEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Organisation;
};

/** One value of Organisation and how many entries have it. */
export type OrganisationFacet = {
  __typename?: 'OrganisationFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Organisation;
};

/** How many entries of a list of Organisation have each value of a field. Each facet ignores the filter on its own field. */
export type OrganisationFacets = {
  __typename?: 'OrganisationFacets';
  /** What the organisation is. */
  kind: Array<OrganisationKindFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Organisation have each value of a field. Each facet ignores the filter on its own field. */
export type OrganisationFacetsKindArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Organisation have each value of a field. Each facet ignores the filter on its own field. */
export type OrganisationFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Organisation is meant. What is not given does not count. */
export type OrganisationFilter = {
  /** Its usual short name. */
  acronym?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  and?: InputMaybe<Array<OrganisationFilter>>;
  /** The entries of kind Event whose "participantOrganisations" holds this one. */
  attendedEvents?: InputMaybe<EventListFilter>;
  /** The entries of kind Organisation whose "parent" is this one. */
  children?: InputMaybe<OrganisationListFilter>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The entries of kind CountryProfile whose "cooperation.partner" is this one. */
  cooperation?: InputMaybe<CountryProfileListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind Indicator whose "publisher" is this one. */
  indicators?: InputMaybe<IndicatorListFilter>;
  /** What the organisation is. */
  kind?: InputMaybe<OrganisationKindFilter>;
  /** The entries of kind Leaflet whose "issuer" is this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** The countries that take part in it, where they are not whole groups. */
  memberCountries?: InputMaybe<CountryProfileListFilter>;
  /** The groups of countries that take part in it. */
  memberGroups?: InputMaybe<CountryGroupListFilter>;
  /** This must not hold. */
  not?: InputMaybe<OrganisationFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<OrganisationFilter>>;
  /** The entries of kind Event whose "organiser" is this one. */
  organisedEvents?: InputMaybe<EventListFilter>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The organisation it is part of. */
  parent?: InputMaybe<OrganisationFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Resource whose "provider" is this one. */
  resources?: InputMaybe<ResourceListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** What an organisation is. */
export type OrganisationKind =
  /** An agency of the European Union. */
  | 'EU_AGENCY'
  /** Another body or service of the European Union. */
  | 'EU_BODY'
  /** An institution of the European Union, or a department of one. */
  | 'EU_INSTITUTION'
  /** An initiative, alliance or cycle of work that many take part in. */
  | 'INITIATIVE'
  /** Another international organisation. */
  | 'INTERNATIONAL_ORGANISATION'
  /** A newspaper, broadcaster or publisher. */
  | 'MEDIA'
  /** An authority of one country. */
  | 'NATIONAL_AUTHORITY'
  /** A network of practitioners. */
  | 'NETWORK'
  /** A company that provides services online. */
  | 'ONLINE_SERVICE_PROVIDER'
  /** A project with a start and an end. */
  | 'PROJECT'
  /** A centre or unit within an organisation. */
  | 'UNIT'
  /** A body of the United Nations. */
  | 'UN_BODY';

/** One value of OrganisationKind and how many entries have it. */
export type OrganisationKindFacet = {
  __typename?: 'OrganisationKindFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: OrganisationKind;
};

/** Which value of OrganisationKind is meant. */
export type OrganisationKindFilter = {
  /** It is this. */
  eq?: InputMaybe<OrganisationKind>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<OrganisationKind>>;
  /** It is not this. */
  ne?: InputMaybe<OrganisationKind>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<OrganisationKind>>;
};

/** Which list of Organisation is meant. */
export type OrganisationListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<OrganisationFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<OrganisationFilter>;
  /** At least one is like this. */
  some?: InputMaybe<OrganisationFilter>;
};

/** One term of the order of a list of Organisation. */
export type OrganisationOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: OrganisationOrderField;
};

/** By what a list of Organisation can be ordered. */
export type OrganisationOrderField =
  /** Its usual short name. */
  | 'ACRONYM'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** What the organisation is. */
  | 'KIND'
  /** The organisation it is part of. Its usual short name. */
  | 'PARENT_ACRONYM'
  /** The organisation it is part of. What the organisation is. */
  | 'PARENT_KIND'
  /** The organisation it is part of. The name of the entry. */
  | 'PARENT_TITLE'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Organisation. */
export type OrganisationPayload = {
  __typename?: 'OrganisationPayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  organisation?: Maybe<Organisation>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Organisation. */
export type OrganisationRecord = {
  /** Its usual short name. */
  acronym?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** What it offers to practitioners and who takes part, in Markdown. */
  description?: InputMaybe<LocalisedText>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** What the organisation is. */
  kind?: InputMaybe<OrganisationKind>;
  /** The countries that take part in it, where they are not whole groups. */
  memberCountries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The groups of countries that take part in it. */
  memberGroups?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What a reader should know about these facts. */
  note?: InputMaybe<LocalisedText>;
  /** The organisation it is part of. */
  parent?: InputMaybe<Scalars['Slug']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** What it does, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** Its own website; empty where it was not seen. */
  website?: InputMaybe<Scalars['URL']['input']>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last entry; empty where the page is. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are entries after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are entries before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first entry; empty where the page is. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Which value of PartialDate is meant. */
export type PartialDateFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is greater, or begins after. */
  gt?: InputMaybe<Scalars['PartialDate']['input']>;
  /** It is greater or equal, or begins no earlier. */
  gte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['PartialDate']['input']>>;
  /** It is less, or ends before. */
  lt?: InputMaybe<Scalars['PartialDate']['input']>;
  /** It is less or equal, or ends no later. */
  lte?: InputMaybe<Scalars['PartialDate']['input']>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['PartialDate']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['PartialDate']['input']>>;
};

/** How two entries are connected, link by link. */
export type Path = {
  __typename?: 'Path';
  /** How many steps it takes. */
  length: Scalars['Int']['output'];
  /** The steps, in order. */
  steps: Array<PathStep>;
};

/** One step of a path: all links between two entries, whichever way they point. */
export type PathStep = {
  __typename?: 'PathStep';
  /** The entry at which the step begins. */
  from: Entry;
  /** The links between the two. */
  links: Array<LinkStatement>;
  /** The entry at which it ends. */
  to: Entry;
};

/** One tier of a penalty. */
export type PenaltyTier = {
  __typename?: 'PenaltyTier';
  /** When the tier applies, and what else a reader should know. */
  condition?: Maybe<Scalars['String']['output']>;
  /** The fine, in words. */
  fine?: Maybe<Scalars['String']['output']>;
  /** Whether imprisonment for life is possible. */
  life?: Maybe<Scalars['Boolean']['output']>;
  /** The greatest term of imprisonment in years; empty where it is not known or for life. */
  maxYears?: Maybe<Scalars['Float']['output']>;
  /** The least term of imprisonment in years; empty where there is none or it is not known. */
  minYears?: Maybe<Scalars['Float']['output']>;
  /** Which offence the tier is for, such as the basic offence. */
  offence: Scalars['String']['output'];
};


/** One tier of a penalty. */
export type PenaltyTierConditionArgs = {
  locale?: InputMaybe<Locale>;
};


/** One tier of a penalty. */
export type PenaltyTierFineArgs = {
  locale?: InputMaybe<Locale>;
};


/** One tier of a penalty. */
export type PenaltyTierOffenceArgs = {
  locale?: InputMaybe<Locale>;
};

/** Which PenaltyTier is meant. What is not given does not count. */
export type PenaltyTierFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<PenaltyTierFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The greatest term of imprisonment in years; empty where it is not known or for life. */
  maxYears?: InputMaybe<FloatFilter>;
  /** This must not hold. */
  not?: InputMaybe<PenaltyTierFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<PenaltyTierFilter>>;
};

/** Which list of PenaltyTier is meant. */
export type PenaltyTierListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<PenaltyTierFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<PenaltyTierFilter>;
  /** At least one is like this. */
  some?: InputMaybe<PenaltyTierFilter>;
};

/** What an editor writes of PenaltyTier. */
export type PenaltyTierRecord = {
  /** When the tier applies, and what else a reader should know. */
  condition?: InputMaybe<LocalisedText>;
  /** The fine, in words. */
  fine?: InputMaybe<LocalisedText>;
  /** Whether imprisonment for life is possible. */
  life?: InputMaybe<Scalars['Boolean']['input']>;
  /** The greatest term of imprisonment in years; empty where it is not known or for life. */
  maxYears?: InputMaybe<Scalars['Float']['input']>;
  /** The least term of imprisonment in years; empty where there is none or it is not known. */
  minYears?: InputMaybe<Scalars['Float']['input']>;
  /** Which offence the tier is for, such as the basic offence. */
  offence?: InputMaybe<LocalisedText>;
};

/** A stage of criminal proceedings. */
export type ProceedingStage =
  /** A day of simultaneous arrests and searches. */
  | 'ACTION_DAY'
  /** Tracing, freezing and confiscating proceeds. */
  | 'ASSET_RECOVERY'
  /** Opening a case and finding the right contacts. */
  | 'CASE_OPENING'
  /** Agreeing between several States who does what. */
  | 'COORDINATION'
  /** Obtaining and securing evidence. */
  | 'EVIDENCE_GATHERING'
  /** Investigation. */
  | 'INVESTIGATION'
  /** Enforcing a judgment. */
  | 'JUDGMENT_ENFORCEMENT'
  /** Prosecution. */
  | 'PROSECUTION'
  /** Any stage. */
  | 'TRANSVERSAL'
  /** Trial. */
  | 'TRIAL';

/** One value of ProceedingStage and how many entries have it. */
export type ProceedingStageFacet = {
  __typename?: 'ProceedingStageFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: ProceedingStage;
};

/** Which value of ProceedingStage is meant. */
export type ProceedingStageFilter = {
  /** It is this. */
  eq?: InputMaybe<ProceedingStage>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<ProceedingStage>>;
  /** It is not this. */
  ne?: InputMaybe<ProceedingStage>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<ProceedingStage>>;
};

/** Which list of ProceedingStage is meant. */
export type ProceedingStageListFilter = {
  /** Whether the list holds anything at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list holds this. */
  has?: InputMaybe<ProceedingStage>;
  /** The list holds all of these. */
  hasAll?: InputMaybe<Array<ProceedingStage>>;
  /** The list holds at least one of these. */
  hasAny?: InputMaybe<Array<ProceedingStage>>;
};

/** Where the figures of an edition come from. */
export type Provenance = {
  __typename?: 'Provenance';
  /** Whom to name; empty where nobody says. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** The files that they were read from. */
  files: Array<ImportedFile>;
  /** The terms under which the figures may be reused; empty where they are not known. */
  licence?: Maybe<Scalars['String']['output']>;
  /** The day on which the files were fetched. */
  retrievedOn: Scalars['PartialDate']['output'];
};

/** How another publisher writes the code of an area. */
export type PublisherCode = {
  __typename?: 'PublisherCode';
  /** The code as that publisher writes it. */
  code: Scalars['String']['output'];
  /** Who writes it so, such as Eurostat, UNHCR or the World Bank. */
  publisher: Scalars['String']['output'];
};

/** Which PublisherCode is meant. What is not given does not count. */
export type PublisherCodeFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<PublisherCodeFilter>>;
  /** The code as that publisher writes it. */
  code?: InputMaybe<StringFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<PublisherCodeFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<PublisherCodeFilter>>;
  /** Who writes it so, such as Eurostat, UNHCR or the World Bank. */
  publisher?: InputMaybe<StringFilter>;
};

/** Which list of PublisherCode is meant. */
export type PublisherCodeListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<PublisherCodeFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<PublisherCodeFilter>;
  /** At least one is like this. */
  some?: InputMaybe<PublisherCodeFilter>;
};

/** What an editor writes of PublisherCode. */
export type PublisherCodeRecord = {
  /** The code as that publisher writes it. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Who writes it so, such as Eurostat, UNHCR or the World Bank. */
  publisher?: InputMaybe<Scalars['String']['input']>;
};

/** What can be read. */
export type Query = {
  __typename?: 'Query';
  /** Reads a code or a name of a country, a group or a route, and says how it was read. */
  area: AreaReading;
  /** Who changed what, the newest first. Readers are told of what was shown to the public, editors in a preview of drafts as well. */
  changes: ChangeConnection;
  /** Lays series side by side; refuses those that would mislead. */
  compare: ComparisonResult;
  /** One country: how it cooperates, what it belongs to, and all that is tied to it. A list of them. */
  countries: CountryProfileConnection;
  /** One country: how it cooperates, what it belongs to, and all that is tied to it. Empty where there is none. */
  country?: Maybe<CountryProfile>;
  /** What a country reported at a meeting, tied to the trends it supports or contradicts. Empty where there is none. */
  countryUpdate?: Maybe<CountryUpdate>;
  /** What a country reported at a meeting, tied to the trends it supports or contradicts. A list of them. */
  countryUpdates: CountryUpdateConnection;
  /** A meeting or conference. Empty where there is none. */
  event?: Maybe<Event>;
  /** A meeting or conference. A list of them. */
  events: EventConnection;
  /** A group of countries, such as the European Union or the Western Balkans, with its membership over time. Empty where there is none. */
  group?: Maybe<CountryGroup>;
  /** A group of countries, such as the European Union or the Western Balkans, with its membership over time. A list of them. */
  groups: CountryGroupConnection;
  /** A quantity that is measured over time and by area. Empty where there is none. */
  indicator?: Maybe<Indicator>;
  /** A quantity that is measured over time and by area. A list of them. */
  indicators: IndicatorConnection;
  /** A provision of criminal law, or an instrument of the European Union or between states. Empty where there is none. */
  law?: Maybe<LegalProvision>;
  /** A provision of criminal law, or an instrument of the European Union or between states. A list of them. */
  laws: LegalProvisionConnection;
  /** A short guide, printed or online, that points practitioners to resources. Empty where there is none. */
  leaflet?: Maybe<Leaflet>;
  /** A short guide, printed or online, that points practitioners to resources. A list of them. */
  leaflets: LeafletConnection;
  /** The entry with this identifier; empty where there is none. */
  node?: Maybe<Node>;
  /** The entries with these identifiers, in the same order; empty in the place of one that is not there. */
  nodes: Array<Maybe<Node>>;
  /** An agency, a network, a project, an initiative, a body of the United Nations, a provider. Empty where there is none. */
  organisation?: Maybe<Organisation>;
  /** An agency, a network, a project, an initiative, a body of the United Nations, a provider. A list of them. */
  organisations: OrganisationConnection;
  /** How two entries are connected by links, by the shortest way; empty where they are not, or not within so many steps. */
  path?: Maybe<Path>;
  /** A saved query with its variables, ready to be run. Empty where there is none. */
  question?: Maybe<Question>;
  /** A saved query with its variables, ready to be run. A list of them. */
  questions: QuestionConnection;
  /** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. Empty where there is none. */
  resource?: Maybe<Resource>;
  /** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. A list of them. */
  resources: ResourceConnection;
  /** A migration route, as agencies and the International Organization for Migration use the term. Empty where there is none. */
  route?: Maybe<Route>;
  /** A migration route, as agencies and the International Organization for Migration use the term. A list of them. */
  routes: RouteConnection;
  /** Finds entries of all kinds by words, in any of the languages, best first. Slips of the pen, other forms and other names are understood. */
  search: SearchConnection;
  /** Where a fact was read: a page, a report, a data set, a law. Empty where there is none. */
  source?: Maybe<Source>;
  /** Where a fact was read: a page, a report, a data set, a law. A list of them. */
  sources: SourceConnection;
  /** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. A list of them. */
  territories: TerritoryConnection;
  /** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. Empty where there is none. */
  territory?: Maybe<Territory>;
  /** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. Empty where there is none. */
  topic?: Maybe<Topic>;
  /** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. A list of them. */
  topics: TopicConnection;
  /** A development that was observed, with its evidence. Empty where there is none. */
  trend?: Maybe<Trend>;
  /** A development that was observed, with its evidence. A list of them. */
  trends: TrendConnection;
};


/** What can be read. */
export type QueryAreaArgs = {
  code: Scalars['String']['input'];
};


/** What can be read. */
export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. */
export type QueryCompareArgs = {
  force?: Scalars['Boolean']['input'];
  series: Array<SeriesInput>;
};


/** What can be read. */
export type QueryCountriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryProfileFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryProfileOrder>>;
};


/** What can be read. */
export type QueryCountryArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  locale?: InputMaybe<Locale>;
  slug?: InputMaybe<Scalars['Slug']['input']>;
};


/** What can be read. */
export type QueryCountryUpdateArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryCountryUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryUpdateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryUpdateOrder>>;
};


/** What can be read. */
export type QueryEventArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** What can be read. */
export type QueryGroupArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  locale?: InputMaybe<Locale>;
  slug?: InputMaybe<Scalars['Slug']['input']>;
};


/** What can be read. */
export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryGroupOrder>>;
};


/** What can be read. */
export type QueryIndicatorArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryIndicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** What can be read. */
export type QueryLawArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** What can be read. */
export type QueryLeafletArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** What can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be read. */
export type QueryOrganisationArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
};


/** What can be read. */
export type QueryPathArgs = {
  from: Scalars['ID']['input'];
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryQuestionArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryQuestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuestionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<QuestionOrder>>;
};


/** What can be read. */
export type QueryResourceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** What can be read. */
export type QueryRouteArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  locale?: InputMaybe<Locale>;
  slug?: InputMaybe<Scalars['Slug']['input']>;
};


/** What can be read. */
export type QueryRoutesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RouteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<RouteOrder>>;
};


/** What can be read. */
export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<EntryKind>>;
  locale?: InputMaybe<Locale>;
  query: Scalars['String']['input'];
};


/** What can be read. */
export type QuerySourceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QuerySourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<SourceOrder>>;
};


/** What can be read. */
export type QueryTerritoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TerritoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TerritoryOrder>>;
};


/** What can be read. */
export type QueryTerritoryArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  locale?: InputMaybe<Locale>;
  slug?: InputMaybe<Scalars['Slug']['input']>;
};


/** What can be read. */
export type QueryTopicArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TopicFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TopicOrder>>;
};


/** What can be read. */
export type QueryTrendArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  locale?: InputMaybe<Locale>;
  slug: Scalars['Slug']['input'];
};


/** What can be read. */
export type QueryTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};

/** A saved query with its variables, ready to be run. */
export type Question = Entry & Node & {
  __typename?: 'Question';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** The query, in GraphQL. */
  document: Scalars['String']['output'];
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** Where it stands in the list of questions, from 1. */
  position?: Maybe<Scalars['Int']['output']>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** Whom it is for. */
  role: QuestionRole;
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What the question answers, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The task it belongs to, such as building a country page. */
  task: Scalars['String']['output'];
  /** What is asked. It counts little in a search, so that the answers are found before the question. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The variables of the query, as JSON. */
  variables?: Maybe<Scalars['String']['output']>;
  /** The edition of the figures that it asks for; empty for the latest. */
  vintage?: Maybe<Scalars['DateTime']['output']>;
};


/** A saved query with its variables, ready to be run. */
export type QuestionCitationArgs = {
  style?: CitationStyle;
};


/** A saved query with its variables, ready to be run. */
export type QuestionDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A saved query with its variables, ready to be run. */
export type QuestionHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A saved query with its variables, ready to be run. */
export type QuestionRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A saved query with its variables, ready to be run. */
export type QuestionSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A saved query with its variables, ready to be run. */
export type QuestionTaskArgs = {
  locale?: InputMaybe<Locale>;
};


/** A saved query with its variables, ready to be run. */
export type QuestionTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Question. */
export type QuestionConnection = {
  __typename?: 'QuestionConnection';
  /** The entries with their cursors. */
  edges: Array<QuestionEdge>;
  /** How many entries of the whole list have each value. */
  facets: QuestionFacets;
  /** The entries. */
  nodes: Array<Question>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Question of a page. */
export type QuestionEdge = {
  __typename?: 'QuestionEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Question;
};

/** How many entries of a list of Question have each value of a field. Each facet ignores the filter on its own field. */
export type QuestionFacets = {
  __typename?: 'QuestionFacets';
  /** Whom it is for. */
  role: Array<QuestionRoleFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Question have each value of a field. Each facet ignores the filter on its own field. */
export type QuestionFacetsRoleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Question have each value of a field. Each facet ignores the filter on its own field. */
export type QuestionFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Question is meant. What is not given does not count. */
export type QuestionFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<QuestionFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<QuestionFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<QuestionFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** Where it stands in the list of questions, from 1. */
  position?: InputMaybe<IntFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** Whom it is for. */
  role?: InputMaybe<QuestionRoleFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The task it belongs to, such as building a country page. */
  task?: InputMaybe<StringFilter>;
  /** What is asked. It counts little in a search, so that the answers are found before the question. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** Which list of Question is meant. */
export type QuestionListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<QuestionFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<QuestionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<QuestionFilter>;
};

/** One term of the order of a list of Question. */
export type QuestionOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: QuestionOrderField;
};

/** By what a list of Question can be ordered. */
export type QuestionOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** Where it stands in the list of questions, from 1. */
  | 'POSITION'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** What is asked. It counts little in a search, so that the answers are found before the question. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Question. */
export type QuestionPayload = {
  __typename?: 'QuestionPayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  question?: Maybe<Question>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Question. */
export type QuestionRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The query, in GraphQL. */
  document?: InputMaybe<Scalars['String']['input']>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands in the list of questions, from 1. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** Whom it is for. */
  role?: InputMaybe<QuestionRole>;
  /** What the question answers, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The task it belongs to, such as building a country page. */
  task?: InputMaybe<LocalisedText>;
  /** What is asked. It counts little in a search, so that the answers are found before the question. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The variables of the query, as JSON. */
  variables?: InputMaybe<Scalars['String']['input']>;
  /** The edition of the figures that it asks for; empty for the latest. */
  vintage?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Whom a saved question is for. */
export type QuestionRole =
  /** Analysts. */
  | 'ANALYST'
  /** Content editors. */
  | 'EDITOR'
  /** Teams that build a frontend. */
  | 'FRONTEND';

/** One value of QuestionRole and how many entries have it. */
export type QuestionRoleFacet = {
  __typename?: 'QuestionRoleFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: QuestionRole;
};

/** Which value of QuestionRole is meant. */
export type QuestionRoleFilter = {
  /** It is this. */
  eq?: InputMaybe<QuestionRole>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<QuestionRole>>;
  /** It is not this. */
  ne?: InputMaybe<QuestionRole>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<QuestionRole>>;
};

/** The code of one dimension that a quoted figure is about. */
export type QuotedPart = {
  __typename?: 'QuotedPart';
  /** The code, as in F. */
  code: Scalars['String']['output'];
  /** The short name of the dimension. */
  dimension: Scalars['String']['output'];
};

/** What an editor writes of QuotedPart. */
export type QuotedPartRecord = {
  /** The code, as in F. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The short name of the dimension. */
  dimension?: InputMaybe<Scalars['String']['input']>;
};

/** Areas that are ranked against each other. */
export type RankedAmong =
  /** Countries and territories. */
  | 'COUNTRIES'
  /** Routes, without those that others in the ranking are part of. */
  | 'ROUTES';

/** One area in an order of countries, or of routes, by their figures. Groups and totals are never among them. */
export type RankedArea = {
  __typename?: 'RankedArea';
  /** The country or the route. */
  area: Area;
  /** Why the figures that are ranked should not be compared as they are; none where nothing speaks against it. */
  guards: Array<ComparisonGuard>;
  /** The figure with all that is known of it. */
  observation: Observation;
  /** The place, from 1; areas with the same figure share it. */
  rank: Scalars['Int']['output'];
  /** 100 × the figure ÷ the sum of the figures of all areas ranked, in percent; empty where figures cannot be added. */
  share?: Maybe<Scalars['Float']['output']>;
  /** The unit in words. */
  unit: Scalars['String']['output'];
  /** The figure, in the unit of the ranking. */
  value: Scalars['Float']['output'];
};

/** An entry that has links in common with another. */
export type Related = {
  __typename?: 'Related';
  /** The related entry. */
  entry: Entry;
  /** Why they are related, at most 20 reasons. */
  reasons: Array<RelatedReason>;
  /** How much the two have in common; only the order means something. */
  score: Scalars['Float']['output'];
};

/** Why two entries are related. */
export type RelatedReason = {
  __typename?: 'RelatedReason';
  /** The link of the entry that was asked about. */
  link: LinkStatement;
  /** The link of the related entry; the same where the two are linked themselves. */
  otherLink: LinkStatement;
  /** The entry that both are linked with; empty where the two are linked themselves. */
  shared?: Maybe<Entry>;
};

/** What a figure says about the subject of this knowledge base. */
export type Relevance =
  /** It gives context, such as applications for asylum or the number of inhabitants, and does not measure smuggling. */
  | 'CONTEXT'
  /** It measures migrant smuggling, the irregular movement that it serves, or what is done against it. */
  | 'MEASURES';

/** One value of Relevance and how many entries have it. */
export type RelevanceFacet = {
  __typename?: 'RelevanceFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Relevance;
};

/** Which value of Relevance is meant. */
export type RelevanceFilter = {
  /** It is this. */
  eq?: InputMaybe<Relevance>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Relevance>>;
  /** It is not this. */
  ne?: InputMaybe<Relevance>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Relevance>>;
};

/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type Resource = Entry & Node & {
  __typename?: 'Resource';
  /** Whom it is for. */
  audiences: Array<Audience>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The countries it covers, where it does not cover whole groups. */
  countries: Array<CountryProfile>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What it offers, to whom and how it is used, in Markdown. */
  description?: Maybe<Scalars['Markdown']['output']>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** The digital services and uses it answers; empty where it is not about the digital side. */
  digital: Array<DigitalFocus>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The groups of countries it covers. */
  groups: Array<CountryGroup>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** What the resource is. */
  kind: ResourceKind;
  /** The languages in which it can be had; empty where not known. */
  languages: Array<Scalars['Language']['output']>;
  /** The entries of kind Leaflet whose "resources" holds this one. */
  leaflets: LeafletConnection;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: Maybe<Scalars['String']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** Who provides it. */
  provider: Organisation;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was published or began; empty where not known. */
  publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The entries of kind Leaflet whose "seeAlso" holds this one. */
  seeAlsoLeaflets: LeafletConnection;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** The stages of proceedings in which it helps. */
  stages: Array<ProceedingStage>;
  /** Where the entry stands in its life. */
  status: Status;
  /** What it is for, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Resource whose "supersedes" is this one. */
  supersededBy: ResourceConnection;
  /** The earlier resource that this one replaces. */
  supersedes?: Maybe<Resource>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The publisher's own page; empty where it was not seen. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceCitationArgs = {
  style?: CitationStyle;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceDescriptionArgs = {
  locale?: InputMaybe<Locale>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceSeeAlsoLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceSupersededByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export type ResourceTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Resource. */
export type ResourceConnection = {
  __typename?: 'ResourceConnection';
  /** The entries with their cursors. */
  edges: Array<ResourceEdge>;
  /** How many entries of the whole list have each value. */
  facets: ResourceFacets;
  /** The entries. */
  nodes: Array<Resource>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Resource of a page. */
export type ResourceEdge = {
  __typename?: 'ResourceEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Resource;
};

/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacets = {
  __typename?: 'ResourceFacets';
  /** Whom it is for. */
  audiences: Array<AudienceFacet>;
  /** The countries it covers, where it does not cover whole groups. */
  countries: Array<CountryProfileFacet>;
  /** The kind of service. */
  digitalService: Array<DigitalServiceFacet>;
  /** What it is used for; empty where the source does not say. */
  digitalUse: Array<DigitalUseFacet>;
  /** The groups of countries it covers. */
  groups: Array<CountryGroupFacet>;
  /** What the resource is. */
  kind: Array<ResourceKindFacet>;
  /** The languages in which it can be had; empty where not known. */
  languages: Array<LanguageFacet>;
  /** Who provides it. */
  provider: Array<OrganisationFacet>;
  /** The stages of proceedings in which it helps. */
  stages: Array<ProceedingStageFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsAudiencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsCountriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsDigitalServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsDigitalUseArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsGroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsKindArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsLanguagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsProviderArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsStagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Resource have each value of a field. Each facet ignores the filter on its own field. */
export type ResourceFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Resource is meant. What is not given does not count. */
export type ResourceFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<ResourceFilter>>;
  /** Whom it is for. */
  audiences?: InputMaybe<AudienceListFilter>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The countries it covers, where it does not cover whole groups. */
  countries?: InputMaybe<CountryProfileListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The digital services and uses it answers; empty where it is not about the digital side. */
  digital?: InputMaybe<DigitalFocusListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The groups of countries it covers. */
  groups?: InputMaybe<CountryGroupListFilter>;
  /** What the resource is. */
  kind?: InputMaybe<ResourceKindFilter>;
  /** The languages in which it can be had; empty where not known. */
  languages?: InputMaybe<LanguageListFilter>;
  /** The entries of kind Leaflet whose "resources" holds this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** This must not hold. */
  not?: InputMaybe<ResourceFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<ResourceFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** Who provides it. */
  provider?: InputMaybe<OrganisationFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** When it was published or began; empty where not known. */
  publishedOn?: InputMaybe<PartialDateFilter>;
  /** The entries of kind Leaflet whose "seeAlso" holds this one. */
  seeAlsoLeaflets?: InputMaybe<LeafletListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** The stages of proceedings in which it helps. */
  stages?: InputMaybe<ProceedingStageListFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The entries of kind Resource whose "supersedes" is this one. */
  supersededBy?: InputMaybe<ResourceListFilter>;
  /** The earlier resource that this one replaces. */
  supersedes?: InputMaybe<ResourceFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<UrlFilter>;
};

/** What a resource is. */
export type ResourceKind =
  /** A collection of records that can be searched. */
  | 'DATABASE'
  /** A set of figures that can be downloaded. */
  | 'DATASET'
  /** A short leaflet, factsheet or web page. */
  | 'FACTSHEET'
  /** Money for investigations or projects. */
  | 'FUNDING'
  /** A guide, handbook, toolkit or manual. */
  | 'GUIDE'
  /** A judgment, or an analysis of the law. */
  | 'LEGAL_ANALYSIS'
  /** A treaty, regulation, directive or decision. */
  | 'LEGAL_INSTRUMENT'
  /** A network of practitioners or contact points. */
  | 'NETWORK'
  /** A way of working that an agency offers in a case, such as a coordination meeting. */
  | 'OPERATIONAL_TOOL'
  /** A platform or portal that practitioners log in to or consult. */
  | 'PLATFORM'
  /** A strategy, declaration, action plan or legislative proposal. */
  | 'POLICY'
  /** A report, study or analysis. */
  | 'REPORT'
  /** A model form or agreement. */
  | 'TEMPLATE'
  /** A course or training material. */
  | 'TRAINING';

/** One value of ResourceKind and how many entries have it. */
export type ResourceKindFacet = {
  __typename?: 'ResourceKindFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: ResourceKind;
};

/** Which value of ResourceKind is meant. */
export type ResourceKindFilter = {
  /** It is this. */
  eq?: InputMaybe<ResourceKind>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<ResourceKind>>;
  /** It is not this. */
  ne?: InputMaybe<ResourceKind>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<ResourceKind>>;
};

/** Which list of Resource is meant. */
export type ResourceListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<ResourceFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<ResourceFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ResourceFilter>;
};

/** One term of the order of a list of Resource. */
export type ResourceOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: ResourceOrderField;
};

/** By what a list of Resource can be ordered. */
export type ResourceOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** What the resource is. */
  | 'KIND'
  /** Who provides it. Its usual short name. */
  | 'PROVIDER_ACRONYM'
  /** Who provides it. What the organisation is. */
  | 'PROVIDER_KIND'
  /** Who provides it. The name of the entry. */
  | 'PROVIDER_TITLE'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** When it was published or began; empty where not known. */
  | 'PUBLISHED_ON'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Resource. */
export type ResourcePayload = {
  __typename?: 'ResourcePayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  resource?: Maybe<Resource>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Resource. */
export type ResourceRecord = {
  /** Whom it is for. */
  audiences?: InputMaybe<Array<Audience>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The countries it covers, where it does not cover whole groups. */
  countries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What it offers, to whom and how it is used, in Markdown. */
  description?: InputMaybe<LocalisedText>;
  /** The digital services and uses it answers; empty where it is not about the digital side. */
  digital?: InputMaybe<Array<DigitalFocusRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** The groups of countries it covers. */
  groups?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What the resource is. */
  kind?: InputMaybe<ResourceKind>;
  /** The languages in which it can be had; empty where not known. */
  languages?: InputMaybe<Array<Scalars['Language']['input']>>;
  /** What a reader should know about these facts, such as what could not be found. */
  note?: InputMaybe<LocalisedText>;
  /** Who provides it. */
  provider?: InputMaybe<Scalars['Slug']['input']>;
  /** When it was published or began; empty where not known. */
  publishedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The stages of proceedings in which it helps. */
  stages?: InputMaybe<Array<ProceedingStage>>;
  /** What it is for, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The earlier resource that this one replaces. */
  supersedes?: InputMaybe<Scalars['Slug']['input']>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** One state in the life of an entry. */
export type Revision = {
  __typename?: 'Revision';
  /** What was done. */
  action: ChangeAction;
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  author: Scalars['String']['output'];
  /** Why. */
  message: Scalars['String']['output'];
  /** Its number. */
  revision: Scalars['Int']['output'];
  /** The slug that it had then. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stood then. */
  status: Status;
};

/** What somebody may do here. */
export type Role =
  /** Does all that an editor does, and manages tokens. */
  | 'ADMIN'
  /** Writes and previews content. */
  | 'EDITOR'
  /** Reads what is published. Everybody has this role, without a token. */
  | 'READER';

/** A migration route, as agencies and the International Organization for Migration use the term. */
export type Route = Area & Entry & Node & {
  __typename?: 'Route';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The code of the route, as in ROUTE_CENTRAL_MEDITERRANEAN. */
  code: Scalars['AreaCode']['output'];
  /** How publishers name it, where they differ. */
  codes: Array<PublisherCode>;
  /** The countries along it, where a source names them. */
  countries: Array<CountryProfile>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** The largest changes in the figures about it, the largest first in percent; those that measure the subject come before those that give context. Each is to the latest figure that can be compared, of the same part of the year; never over a break, a change of membership, or from what may still change to what may not. Counts of less than ten are left out. */
  developments: Array<Development>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** How people travel along it. */
  kind: RouteKind;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws: LegalProvisionConnection;
  /** What a reader should know about the route. */
  note?: Maybe<Scalars['String']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The route that it is part of, whose figures hold those of this one; empty where there is none. */
  partOf?: Maybe<Route>;
  /** The entries of kind Route whose "partOf" is this one. */
  parts: RouteConnection;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures that there are about the area, one series for each indicator, in the order asked for, or else what measures the subject before what gives context, each by slug. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** Where it leads, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The entries of kind Trend whose "routes" holds this one. */
  trends: TrendConnection;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteCitationArgs = {
  style?: CitationStyle;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteDevelopmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  since?: InputMaybe<Scalars['Period']['input']>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RoutePartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RouteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<RouteOrder>>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteSeriesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A migration route, as agencies and the International Organization for Migration use the term. */
export type RouteTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};

/** A page of a list of Route. */
export type RouteConnection = {
  __typename?: 'RouteConnection';
  /** The entries with their cursors. */
  edges: Array<RouteEdge>;
  /** How many entries of the whole list have each value. */
  facets: RouteFacets;
  /** The entries. */
  nodes: Array<Route>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Route of a page. */
export type RouteEdge = {
  __typename?: 'RouteEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Route;
};

/** One value of Route and how many entries have it. */
export type RouteFacet = {
  __typename?: 'RouteFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Route;
};

/** How many entries of a list of Route have each value of a field. Each facet ignores the filter on its own field. */
export type RouteFacets = {
  __typename?: 'RouteFacets';
  /** The countries along it, where a source names them. */
  countries: Array<CountryProfileFacet>;
  /** How people travel along it. */
  kind: Array<RouteKindFacet>;
};


/** How many entries of a list of Route have each value of a field. Each facet ignores the filter on its own field. */
export type RouteFacetsCountriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Route have each value of a field. Each facet ignores the filter on its own field. */
export type RouteFacetsKindArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Route is meant. What is not given does not count. */
export type RouteFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<RouteFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The code of the route, as in ROUTE_CENTRAL_MEDITERRANEAN. */
  code?: InputMaybe<AreaCodeFilter>;
  /** How publishers name it, where they differ. */
  codes?: InputMaybe<PublisherCodeListFilter>;
  /** The countries along it, where a source names them. */
  countries?: InputMaybe<CountryProfileListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** How people travel along it. */
  kind?: InputMaybe<RouteKindFilter>;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws?: InputMaybe<LegalProvisionListFilter>;
  /** This must not hold. */
  not?: InputMaybe<RouteFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<RouteFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The route that it is part of, whose figures hold those of this one; empty where there is none. */
  partOf?: InputMaybe<RouteFilter>;
  /** The entries of kind Route whose "partOf" is this one. */
  parts?: InputMaybe<RouteListFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** The entries of kind Trend whose "routes" holds this one. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** How people travel along a route. */
export type RouteKind =
  /** By air. */
  | 'AIR'
  /** By land. */
  | 'LAND'
  /** By sea and by land. */
  | 'MIXED'
  /** By sea. */
  | 'SEA';

/** One value of RouteKind and how many entries have it. */
export type RouteKindFacet = {
  __typename?: 'RouteKindFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: RouteKind;
};

/** Which value of RouteKind is meant. */
export type RouteKindFilter = {
  /** It is this. */
  eq?: InputMaybe<RouteKind>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<RouteKind>>;
  /** It is not this. */
  ne?: InputMaybe<RouteKind>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<RouteKind>>;
};

/** Which list of Route is meant. */
export type RouteListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<RouteFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<RouteFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RouteFilter>;
};

/** One term of the order of a list of Route. */
export type RouteOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: RouteOrderField;
};

/** By what a list of Route can be ordered. */
export type RouteOrderField =
  /** The code of the route, as in ROUTE_CENTRAL_MEDITERRANEAN. */
  | 'CODE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Route. */
export type RoutePayload = {
  __typename?: 'RoutePayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  route?: Maybe<Route>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Route. */
export type RouteRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The code of the route, as in ROUTE_CENTRAL_MEDITERRANEAN. */
  code?: InputMaybe<Scalars['AreaCode']['input']>;
  /** How publishers name it, where they differ. */
  codes?: InputMaybe<Array<PublisherCodeRecord>>;
  /** The countries along it, where a source names them. */
  countries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** How people travel along it. */
  kind?: InputMaybe<RouteKind>;
  /** What a reader should know about the route. */
  note?: InputMaybe<LocalisedText>;
  /** The route that it is part of, whose figures hold those of this one; empty where there is none. */
  partOf?: InputMaybe<Scalars['Slug']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** Where it leads, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
};

/** A revision that is to be shown to the public at a time ahead. */
export type Schedule = {
  __typename?: 'Schedule';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who asked for it. */
  author: Scalars['String']['output'];
  /** Why. */
  message: Scalars['String']['output'];
  /** Why it could not be published when its time came; empty while it waits. */
  problem?: Maybe<Scalars['String']['output']>;
  /** The revision that goes live, whatever is drafted after it. */
  revision: Scalars['Int']['output'];
};

/** A page of what was found, best first. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The search with unknown words put right; empty where every word is known or nothing is near. */
  didYouMean?: Maybe<Scalars['String']['output']>;
  /** The entries with why they were found. */
  edges: Array<SearchEdge>;
  /** How many of the entries that were found have each value. */
  facets: SearchFacets;
  /** The entries. */
  nodes: Array<Entry>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries were found. What was withdrawn in the last moment may still be counted, although it is not shown. */
  totalCount: Scalars['Int']['output'];
};

/** One entry that was found. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** What to give as after to go on from here. */
  cursor: Scalars['String']['output'];
  /** Where the words were found. */
  highlights: Array<Highlight>;
  /** The entry. */
  node: Entry;
  /** How well it answers; only the order means something. */
  score: Scalars['Float']['output'];
  /** Why it was found. */
  why: Array<SearchReason>;
};

/** How many of the entries that were found have each value. */
export type SearchFacets = {
  __typename?: 'SearchFacets';
  /** By kind, the most frequent first. */
  kinds: Array<KindCount>;
  /** By topic, the most frequent first. */
  topics: Array<SearchTopicCount>;
};


/** How many of the entries that were found have each value. */
export type SearchFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One reason why an entry was found. */
export type SearchReason = {
  __typename?: 'SearchReason';
  /** What the weight of the field and the likeness make of it together. */
  boost: Scalars['Float']['output'];
  /** The field in which the term stands, as a path. */
  field: Scalars['String']['output'];
  /** Why it answers the word. */
  likeness: Likeness;
  /** The language of the text. */
  locale: Locale;
  /** The term as it is written there. */
  term: Scalars['String']['output'];
  /** The word of the search that it answers. */
  word: Scalars['String']['output'];
};

/** How many of the entries that were found are about a topic. */
export type SearchTopicCount = {
  __typename?: 'SearchTopicCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The entry that stands for the topic. */
  value: Entry;
};

/** The figures of one indicator for one area, oldest first. */
export type Series = {
  __typename?: 'Series';
  /** The area that the figures are about. */
  area: Area;
  /** The breakdown that the figures are about; empty for the total. */
  breakdown: Array<Breakdown>;
  /** How to cite the figures, with their publisher, their edition and its date. */
  citation: Scalars['String']['output'];
  /** For a total of a group that was added up here: the period whose members were taken for all periods; empty where each period has the members of its own, or nothing was added up. */
  fixedAt?: Maybe<Scalars['Period']['output']>;
  /** How often there is a figure. */
  frequency: Frequency;
  /** What is measured. */
  indicator: Indicator;
  /** The latest figure that there is; empty where there is none. */
  latest?: Maybe<Observation>;
  /** The address, at this server, of exactly these figures in exactly this edition, as JSON: later editions do not change a byte of the answer. */
  permalink: Scalars['String']['output'];
  /** The figures, oldest first. A period without a cell is absent from the list. */
  points: Array<Observation>;
  /** The population by which rates were divided; empty where nothing was. */
  population?: Maybe<Indicator>;
  /** What can be said of all figures shown together. */
  summary: SeriesSummary;
  /** How the figures were worked out; empty where they are as reported, or only given for longer periods. */
  transform?: Maybe<Transform>;
  /** The unit in words, after the transform if there is one. */
  unit: Scalars['String']['output'];
  /** The edition that the figures are from. */
  vintage: Vintage;
};


/** The figures of one indicator for one area, oldest first. */
export type SeriesCitationArgs = {
  style?: CitationStyle;
};

/** One of the series that are to be laid side by side. */
export type SeriesInput = {
  /** The area. */
  area: Scalars['AreaCode']['input'];
  /** The edition that was current at this moment, by the day of its publisher; the newest unless given. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** For INDEX: the period that is set to 100. */
  base?: InputMaybe<Scalars['Period']['input']>;
  /** One code for each dimension that is meant; the total of those that are not given. */
  breakdown?: InputMaybe<Array<BreakdownInput>>;
  /** How often there is to be a figure; as often as is reported unless given. */
  frequency?: InputMaybe<Frequency>;
  /** From this period on, inclusive. */
  from?: InputMaybe<Scalars['Period']['input']>;
  /** The slug of the indicator. */
  indicator: Scalars['Slug']['input'];
  /** For SHARE: the area whose figure is the whole; the total of all codes of the same area unless given. */
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  /** Up to this period, inclusive. */
  to?: InputMaybe<Scalars['Period']['input']>;
  /** How the figures are worked out. */
  transform?: InputMaybe<Transform>;
  /** For ROLLING_MEAN: over how many periods, 3 unless given. */
  window?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be said of all figures of a series together. */
export type SeriesSummary = {
  __typename?: 'SeriesSummary';
  /** The first figure. */
  first?: Maybe<Observation>;
  /** All flags that any of the figures has. */
  flags: Array<ObservationFlag>;
  /** From how many figures. */
  inputs: Scalars['Int']['output'];
  /** The last figure. */
  last?: Maybe<Observation>;
  /** The greatest figure, the earliest of those that are alike. */
  maximum?: Maybe<Observation>;
  /** The mean of the figures that there are. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The least figure, the earliest of those that are alike. */
  minimum?: Maybe<Observation>;
  /** How many figures are missing between the first and the last period shown. */
  missing: Scalars['Int']['output'];
  /** The sum of the figures; empty for a stock, for a rate and for what was worked out by a transform, which cannot be added. */
  sum?: Maybe<Scalars['Float']['output']>;
};

/** One session of a meeting. */
export type Session = {
  __typename?: 'Session';
  /** What it was about. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the session. */
  title: Scalars['String']['output'];
  /** Its topics. */
  topics: Array<Topic>;
  /** The trends spoken of. */
  trends: Array<Trend>;
};


/** One session of a meeting. */
export type SessionSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** One session of a meeting. */
export type SessionTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** Which Session is meant. What is not given does not count. */
export type SessionFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<SessionFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<SessionFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<SessionFilter>>;
  /** Its topics. */
  topics?: InputMaybe<TopicListFilter>;
  /** The trends spoken of. */
  trends?: InputMaybe<TrendListFilter>;
};

/** Which list of Session is meant. */
export type SessionListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<SessionFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<SessionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<SessionFilter>;
};

/** What an editor writes of Session. */
export type SessionRecord = {
  /** What it was about. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the session. */
  title?: InputMaybe<LocalisedText>;
  /** Its topics. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The trends spoken of. */
  trends?: InputMaybe<Array<Scalars['Slug']['input']>>;
};

/** Which value of Slug is meant. */
export type SlugFilter = {
  /** It is this. */
  eq?: InputMaybe<Scalars['Slug']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['Slug']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['Slug']['input']>>;
};

/** Where a fact was read: a page, a report, a data set, a law. */
export type Source = Entry & Node & {
  __typename?: 'Source';
  /** The attribution that its terms ask for. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The entries, of whatever kind, whose "source" is this one. */
  citedBy: EntryConnection;
  /** The publisher's own code for it, such as the code of a data set; empty where it has none. */
  code?: Maybe<Scalars['String']['output']>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** Which edition was read, as the publisher names or dates it; empty where it does not say. */
  edition?: Maybe<Scalars['String']['output']>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** Under which terms it may be used; empty where not known. */
  licence?: Maybe<Scalars['String']['output']>;
  /** Where neither date is known: a date before which it cannot have been published, as its latest figures or other parts of the copy show; empty otherwise. */
  notBefore?: Maybe<Scalars['PartialDate']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was published; of a data set, when the publisher updated it. Empty where not known. */
  publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Who published it. */
  publisher: Scalars['String']['output'];
  /** The copy in which it was read; empty where it was read with its publisher. */
  readIn?: Maybe<Copy>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** When it was retrieved; empty where not known. */
  retrievedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The title of the source. It counts little in a search, so that what rests on a source is found before it. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The publisher's own page; empty where it was not seen. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceCitationArgs = {
  style?: CitationStyle;
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceCitedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<EntryKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Where a fact was read: a page, a report, a data set, a law. */
export type SourceTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Source. */
export type SourceConnection = {
  __typename?: 'SourceConnection';
  /** The entries with their cursors. */
  edges: Array<SourceEdge>;
  /** How many entries of the whole list have each value. */
  facets: SourceFacets;
  /** The entries. */
  nodes: Array<Source>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Source of a page. */
export type SourceEdge = {
  __typename?: 'SourceEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Source;
};

/** How many entries of a list of Source have each value of a field. Each facet ignores the filter on its own field. */
export type SourceFacets = {
  __typename?: 'SourceFacets';
  /** Who published it. */
  publisher: Array<StringFacet>;
};


/** How many entries of a list of Source have each value of a field. Each facet ignores the filter on its own field. */
export type SourceFacetsPublisherArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Source is meant. What is not given does not count. */
export type SourceFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<SourceFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The publisher's own code for it, such as the code of a data set; empty where it has none. */
  code?: InputMaybe<StringFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** This must not hold. */
  not?: InputMaybe<SourceFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<SourceFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** When it was published; of a data set, when the publisher updated it. Empty where not known. */
  publishedOn?: InputMaybe<PartialDateFilter>;
  /** Who published it. */
  publisher?: InputMaybe<StringFilter>;
  /** The copy in which it was read; empty where it was read with its publisher. */
  readIn?: InputMaybe<CopyFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The title of the source. It counts little in a search, so that what rests on a source is found before it. */
  title?: InputMaybe<StringFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<UrlFilter>;
};

/** One term of the order of a list of Source. */
export type SourceOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: SourceOrderField;
};

/** By what a list of Source can be ordered. */
export type SourceOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** When it was published; of a data set, when the publisher updated it. Empty where not known. */
  | 'PUBLISHED_ON'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The title of the source. It counts little in a search, so that what rests on a source is found before it. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Source. */
export type SourcePayload = {
  __typename?: 'SourcePayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  source?: Maybe<Source>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Source. */
export type SourceRecord = {
  /** The attribution that its terms ask for. */
  attribution?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** The publisher's own code for it, such as the code of a data set; empty where it has none. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Which edition was read, as the publisher names or dates it; empty where it does not say. */
  edition?: InputMaybe<Scalars['String']['input']>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Under which terms it may be used; empty where not known. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Where neither date is known: a date before which it cannot have been published, as its latest figures or other parts of the copy show; empty otherwise. */
  notBefore?: InputMaybe<Scalars['PartialDate']['input']>;
  /** When it was published; of a data set, when the publisher updated it. Empty where not known. */
  publishedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Who published it. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** The copy in which it was read; empty where it was read with its publisher. */
  readIn?: InputMaybe<CopyRecord>;
  /** When it was retrieved; empty where not known. */
  retrievedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The title of the source. It counts little in a search, so that what rests on a source is found before it. */
  title?: InputMaybe<LocalisedText>;
  /** The publisher's own page; empty where it was not seen. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** The first and the last day of something that lasted; an end that is empty is open or not known. */
export type Span = {
  __typename?: 'Span';
  /** When it began. */
  from?: Maybe<Scalars['PartialDate']['output']>;
  /** When it ended. */
  to?: Maybe<Scalars['PartialDate']['output']>;
};

/** Which Span is meant. What is not given does not count. */
export type SpanFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<SpanFilter>>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it began. */
  from?: InputMaybe<PartialDateFilter>;
  /** This must not hold. */
  not?: InputMaybe<SpanFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<SpanFilter>>;
  /** When it ended. */
  to?: InputMaybe<PartialDateFilter>;
};

/** What an editor writes of Span. */
export type SpanRecord = {
  /** When it began. */
  from?: InputMaybe<Scalars['PartialDate']['input']>;
  /** When it ended. */
  to?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** Whether an update bears a trend out. */
export type Stance =
  /** It speaks against the trend. */
  | 'CONTRADICTS'
  /** It adds detail without judging the trend. */
  | 'NEUTRAL'
  /** It bears the trend out. */
  | 'SUPPORTS';

/** One value of Stance and how many entries have it. */
export type StanceFacet = {
  __typename?: 'StanceFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Stance;
};

/** Which value of Stance is meant. */
export type StanceFilter = {
  /** It is this. */
  eq?: InputMaybe<Stance>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Stance>>;
  /** It is not this. */
  ne?: InputMaybe<Stance>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Stance>>;
};

/** Where an entry stands in its life. */
export type Status =
  /** Written, not yet shown to the public. */
  | 'DRAFT'
  /** Shown to the public. */
  | 'PUBLISHED'
  /** Withdrawn. Its name stays, so that links to it do not break. */
  | 'RETIRED';

/** Which value of Status is meant. */
export type StatusFilter = {
  /** It is this. */
  eq?: InputMaybe<Status>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Status>>;
  /** It is not this. */
  ne?: InputMaybe<Status>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Status>>;
};

/** One value of String and how many entries have it. */
export type StringFacet = {
  __typename?: 'StringFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Scalars['String']['output'];
};

/** Which value of String is meant. */
export type StringFilter = {
  /** It holds this text; case and accents do not count. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** It is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It starts with this text; case and accents do not count. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type Territory = Area & Entry & Node & {
  __typename?: 'Territory';
  /** The three-letter code (ISO 3166 alpha-3). */
  alpha3: Scalars['String']['output'];
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** The code (ISO 3166 alpha-2); it follows from the slug. */
  code: Scalars['AreaCode']['output'];
  /** How other publishers write its code, where they differ. */
  codes: Array<PublisherCode>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** A note on the name or the status that its mention requires. */
  footnote?: Maybe<Scalars['String']['output']>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws: LegalProvisionConnection;
  /** The numeric code (ISO 3166-1, the same as UN M49), three digits. */
  numeric: Scalars['String']['output'];
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The region of the world in which it lies; empty where the United Nations name none. */
  region?: Maybe<WorldRegion>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The figures that there are about the area, one series for each indicator, in the order asked for, or else what measures the subject before what gives context, each by slug. */
  series: Array<Series>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryCitationArgs = {
  style?: CitationStyle;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryFootnoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritorySeriesArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  base?: InputMaybe<Scalars['Period']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  frequency?: InputMaybe<Frequency>;
  from?: InputMaybe<Scalars['Period']['input']>;
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  shareOf?: InputMaybe<Scalars['AreaCode']['input']>;
  to?: InputMaybe<Scalars['Period']['input']>;
  transform?: InputMaybe<Transform>;
  window?: InputMaybe<Scalars['Int']['input']>;
};


/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export type TerritoryTitleArgs = {
  locale?: InputMaybe<Locale>;
};

/** A page of a list of Territory. */
export type TerritoryConnection = {
  __typename?: 'TerritoryConnection';
  /** The entries with their cursors. */
  edges: Array<TerritoryEdge>;
  /** How many entries of the whole list have each value. */
  facets: TerritoryFacets;
  /** The entries. */
  nodes: Array<Territory>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Territory of a page. */
export type TerritoryEdge = {
  __typename?: 'TerritoryEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Territory;
};

/** How many entries of a list of Territory have each value of a field. Each facet ignores the filter on its own field. */
export type TerritoryFacets = {
  __typename?: 'TerritoryFacets';
  /** The region of the world in which it lies; empty where the United Nations name none. */
  region: Array<WorldRegionFacet>;
};


/** How many entries of a list of Territory have each value of a field. Each facet ignores the filter on its own field. */
export type TerritoryFacetsRegionArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Territory is meant. What is not given does not count. */
export type TerritoryFilter = {
  /** The three-letter code (ISO 3166 alpha-3). */
  alpha3?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  and?: InputMaybe<Array<TerritoryFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The code (ISO 3166 alpha-2); it follows from the slug. */
  code?: InputMaybe<AreaCodeFilter>;
  /** How other publishers write its code, where they differ. */
  codes?: InputMaybe<PublisherCodeListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind LegalProvision whose "area" is this one. */
  laws?: InputMaybe<LegalProvisionListFilter>;
  /** This must not hold. */
  not?: InputMaybe<TerritoryFilter>;
  /** The numeric code (ISO 3166-1, the same as UN M49), three digits. */
  numeric?: InputMaybe<StringFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<TerritoryFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The region of the world in which it lies; empty where the United Nations name none. */
  region?: InputMaybe<WorldRegionFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** One term of the order of a list of Territory. */
export type TerritoryOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: TerritoryOrderField;
};

/** By what a list of Territory can be ordered. */
export type TerritoryOrderField =
  /** The code (ISO 3166 alpha-2); it follows from the slug. */
  | 'CODE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The region of the world in which it lies; empty where the United Nations name none. */
  | 'REGION'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Territory. */
export type TerritoryPayload = {
  __typename?: 'TerritoryPayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  territory?: Maybe<Territory>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Territory. */
export type TerritoryRecord = {
  /** The three-letter code (ISO 3166 alpha-3). */
  alpha3?: InputMaybe<Scalars['String']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** How other publishers write its code, where they differ. */
  codes?: InputMaybe<Array<PublisherCodeRecord>>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** A note on the name or the status that its mention requires. */
  footnote?: InputMaybe<LocalisedText>;
  /** The numeric code (ISO 3166-1, the same as UN M49), three digits. */
  numeric?: InputMaybe<Scalars['String']['input']>;
  /** The region of the world in which it lies; empty where the United Nations name none. */
  region?: InputMaybe<WorldRegion>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
};

/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type Topic = Entry & Node & {
  __typename?: 'Topic';
  /** Other words for the topic, of any language, by which it is found. */
  altLabels: Array<Scalars['String']['output']>;
  /** The wider topic that this one belongs under. */
  broader?: Maybe<Topic>;
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** What the topic covers, in one or two sentences. */
  definition?: Maybe<Scalars['String']['output']>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** The entries of kind Event whose "sessions.topics" holds this one. */
  discussedAt: TopicDiscussedAtConnection;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The entries of kind Event whose "topics" holds this one. */
  events: EventConnection;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The entries of kind Indicator whose "topics" holds this one. */
  indicators: IndicatorConnection;
  /** The entries of kind LegalProvision whose "topics" holds this one. */
  laws: LegalProvisionConnection;
  /** The entries of kind Leaflet whose "topics" holds this one. */
  leaflets: LeafletConnection;
  /** The entries of kind Topic whose "broader" is this one. */
  narrower: TopicConnection;
  /** The entries of kind Organisation whose "topics" holds this one. */
  organisations: OrganisationConnection;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The entries of kind Question whose "topics" holds this one. */
  questions: QuestionConnection;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The entries of kind Topic whose "relatedTopics" holds this one. */
  relatedFrom: TopicConnection;
  /** Topics that belong together with this one without being wider or narrower, as trafficking and smuggling do. */
  relatedTopics: Array<Topic>;
  /** The entries of kind Resource whose "topics" holds this one. */
  resources: ResourceConnection;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The part of the classification that the topic belongs to. */
  scheme: TopicScheme;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** The entries of kind Trend whose "topics" holds this one. */
  trends: TrendConnection;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicCitationArgs = {
  style?: CitationStyle;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicDefinitionArgs = {
  locale?: InputMaybe<Locale>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicDiscussedAtArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicIndicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicLawsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LegalProvisionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LegalProvisionOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicNarrowerArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TopicFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TopicOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<OrganisationOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicQuestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuestionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<QuestionOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicRelatedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TopicFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TopicOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export type TopicTrendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrendFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<TrendOrder>>;
};

/** A page of a list of Topic. */
export type TopicConnection = {
  __typename?: 'TopicConnection';
  /** The entries with their cursors. */
  edges: Array<TopicEdge>;
  /** How many entries of the whole list have each value. */
  facets: TopicFacets;
  /** The entries. */
  nodes: Array<Topic>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** A page of a list of Event. */
export type TopicDiscussedAtConnection = {
  __typename?: 'TopicDiscussedAtConnection';
  /** The entries with their cursors. */
  edges: Array<TopicDiscussedAtEdge>;
  /** How many entries of the whole list have each value. */
  facets: EventFacets;
  /** The entries. */
  nodes: Array<Event>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Event of a page. */
export type TopicDiscussedAtEdge = {
  __typename?: 'TopicDiscussedAtEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Event;
  /** The parts of the entry by which it links here. */
  via: Array<Session>;
};

/** One Topic of a page. */
export type TopicEdge = {
  __typename?: 'TopicEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Topic;
};

/** One value of Topic and how many entries have it. */
export type TopicFacet = {
  __typename?: 'TopicFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: Topic;
};

/** How many entries of a list of Topic have each value of a field. Each facet ignores the filter on its own field. */
export type TopicFacets = {
  __typename?: 'TopicFacets';
  /** The part of the classification that the topic belongs to. */
  scheme: Array<TopicSchemeFacet>;
};


/** How many entries of a list of Topic have each value of a field. Each facet ignores the filter on its own field. */
export type TopicFacetsSchemeArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Topic is meant. What is not given does not count. */
export type TopicFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<TopicFilter>>;
  /** The wider topic that this one belongs under. */
  broader?: InputMaybe<TopicFilter>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Event whose "sessions.topics" holds this one. */
  discussedAt?: InputMaybe<EventListFilter>;
  /** The entries of kind Event whose "topics" holds this one. */
  events?: InputMaybe<EventListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The entries of kind Indicator whose "topics" holds this one. */
  indicators?: InputMaybe<IndicatorListFilter>;
  /** The entries of kind LegalProvision whose "topics" holds this one. */
  laws?: InputMaybe<LegalProvisionListFilter>;
  /** The entries of kind Leaflet whose "topics" holds this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** The entries of kind Topic whose "broader" is this one. */
  narrower?: InputMaybe<TopicListFilter>;
  /** This must not hold. */
  not?: InputMaybe<TopicFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<TopicFilter>>;
  /** The entries of kind Organisation whose "topics" holds this one. */
  organisations?: InputMaybe<OrganisationListFilter>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind Question whose "topics" holds this one. */
  questions?: InputMaybe<QuestionListFilter>;
  /** The entries of kind Topic whose "relatedTopics" holds this one. */
  relatedFrom?: InputMaybe<TopicListFilter>;
  /** Topics that belong together with this one without being wider or narrower, as trafficking and smuggling do. */
  relatedTopics?: InputMaybe<TopicListFilter>;
  /** The entries of kind Resource whose "topics" holds this one. */
  resources?: InputMaybe<ResourceListFilter>;
  /** The part of the classification that the topic belongs to. */
  scheme?: InputMaybe<TopicSchemeFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** The entries of kind Trend whose "topics" holds this one. */
  trends?: InputMaybe<TrendListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
};

/** Which list of Topic is meant. */
export type TopicListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<TopicFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<TopicFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TopicFilter>;
};

/** One term of the order of a list of Topic. */
export type TopicOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: TopicOrderField;
};

/** By what a list of Topic can be ordered. */
export type TopicOrderField =
  /** The wider topic that this one belongs under. The name of the entry. */
  | 'BROADER_TITLE'
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Topic. */
export type TopicPayload = {
  __typename?: 'TopicPayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  topic?: Maybe<Topic>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Topic. */
export type TopicRecord = {
  /** Other words for the topic, of any language, by which it is found. */
  altLabels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The wider topic that this one belongs under. */
  broader?: InputMaybe<Scalars['Slug']['input']>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** What the topic covers, in one or two sentences. */
  definition?: InputMaybe<LocalisedText>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** Topics that belong together with this one without being wider or narrower, as trafficking and smuggling do. */
  relatedTopics?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The part of the classification that the topic belongs to. */
  scheme?: InputMaybe<TopicScheme>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
};

/** The part of the classification that a topic belongs to. */
export type TopicScheme =
  /** A kind of digital service or instrument. */
  | 'DIGITAL_SERVICE'
  /** Something digital services are used for. */
  | 'DIGITAL_USE'
  /** A subject. */
  | 'SUBJECT';

/** One value of TopicScheme and how many entries have it. */
export type TopicSchemeFacet = {
  __typename?: 'TopicSchemeFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: TopicScheme;
};

/** Which value of TopicScheme is meant. */
export type TopicSchemeFilter = {
  /** It is this. */
  eq?: InputMaybe<TopicScheme>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<TopicScheme>>;
  /** It is not this. */
  ne?: InputMaybe<TopicScheme>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<TopicScheme>>;
};

/** How figures are worked out from those that were reported. Each value states its formula; x is the figure of a period. What is worked out is rounded: percentages and indices to one digit after the point, rates to two, means to one more than the figures have; nothing that is not 0 becomes 0. */
export type Transform =
  /** Sum of x and of all periods before it, counted from `from`, or from the first period where that is not given. For flows only. */
  | 'CUMULATIVE'
  /** 100 × x ÷ x of the base period; the base is the first period shown that has a figure unless given. */
  | 'INDEX'
  /** 100 000 × x ÷ population of the year, or of the last year before it that has one (then the figure is marked as estimated). The population series is named by `Series.population`. */
  | 'PER_100K'
  /** (sum of the last n periods that have a figure, x included) ÷ (how many of the n have one); n is `window`. With fewer than n figures it is PARTIAL. */
  | 'ROLLING_MEAN'
  /** 100 × x ÷ x of the whole for the same period, in percent. The whole is the figure of the area `shareOf`, or without that the total of the same area over all codes of the breakdown. */
  | 'SHARE'
  /** 100 × (x ÷ x of the same period a year before − 1), in percent. */
  | 'YEAR_ON_YEAR';

/** One language of an entry. */
export type Translation = {
  __typename?: 'Translation';
  /** Whether this is the language in which the entry was first written. */
  isOriginal: Scalars['Boolean']['output'];
  /** Whether the text was reviewed by somebody who works in the language; the original counts as reviewed. */
  isReviewed: Scalars['Boolean']['output'];
  /** The language. */
  locale: Locale;
  /** The fields that have text in the original language but none in this one. */
  missing: Array<Scalars['String']['output']>;
  /** The fields whose original text changed after this translation was last touched. */
  stale: Array<Scalars['String']['output']>;
};

/** A development that was observed, with its evidence. */
export type Trend = Entry & Node & {
  __typename?: 'Trend';
  /** How to cite it; a source as what it is, any other entry as a page of this knowledge base in its present revision. */
  citation: Scalars['String']['output'];
  /** Where the facts in the entry were read. */
  citations: Array<Citation>;
  /** Figures quoted in the text. */
  claims: Array<Claim>;
  /** The countries concerned, where it is not whole groups. */
  countries: Array<CountryProfile>;
  /** When the entry was first written. */
  createdAt: Scalars['DateTime']['output'];
  /** The development and its evidence, in Markdown. */
  description?: Maybe<Scalars['Markdown']['output']>;
  /** What changed between two revisions, in the order of the fields. */
  diff: Array<FieldChange>;
  /** The digital services and uses it concerns; empty where it is not about the digital side. */
  digital: Array<DigitalFocus>;
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  direction?: Maybe<Direction>;
  /** The entries of kind Event whose "sessions.trends" holds this one. */
  discussedAt: TrendDiscussedAtConnection;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: Maybe<Scalars['String']['output']>;
  /** The groups of countries concerned. */
  groups: Array<CountryGroup>;
  /** What became of the entry, the newest first. Readers are told what was shown to the public, editors in a preview of drafts as well. */
  history: Array<Revision>;
  /** The opaque identifier, the same for as long as the entry lives. */
  id: Scalars['ID']['output'];
  /** The indicators that measure it. */
  indicators: Array<Indicator>;
  /** The entries of kind Leaflet whose "trends" holds this one. */
  leaflets: LeafletConnection;
  /** What a reader should know about these facts. */
  note?: Maybe<Scalars['String']['output']>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale: Locale;
  /** The time over which it was observed. */
  period?: Maybe<Span>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries that have links in common with this one, the nearest first, with the reasons. */
  related: Array<Related>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations: Array<Locale>;
  /** How many times the entry has been changed, counted from 1. */
  revision: Scalars['Int']['output'];
  /** The routes concerned. */
  routes: Array<Route>;
  /** What of the entry is to be published at a time ahead; empty where nothing is, and for readers. */
  schedule?: Maybe<Schedule>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug: Scalars['Slug']['output'];
  /** Where the entry stands in its life. */
  status: Status;
  /** What was observed, in one or two sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The name of the entry. */
  title: Scalars['String']['output'];
  /** What it is about. */
  topics: Array<Topic>;
  /** In which languages the entry can be read, and what each of them lacks. */
  translations: Array<Translation>;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The entries of kind CountryUpdate whose "trends" holds this one. */
  updates: CountryUpdateConnection;
};


/** A development that was observed, with its evidence. */
export type TrendCitationArgs = {
  style?: CitationStyle;
};


/** A development that was observed, with its evidence. */
export type TrendDescriptionArgs = {
  locale?: InputMaybe<Locale>;
};


/** A development that was observed, with its evidence. */
export type TrendDiffArgs = {
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};


/** A development that was observed, with its evidence. */
export type TrendDiscussedAtArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** A development that was observed, with its evidence. */
export type TrendHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A development that was observed, with its evidence. */
export type TrendLeafletsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeafletFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<LeafletOrder>>;
};


/** A development that was observed, with its evidence. */
export type TrendNoteArgs = {
  locale?: InputMaybe<Locale>;
};


/** A development that was observed, with its evidence. */
export type TrendRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A development that was observed, with its evidence. */
export type TrendSummaryArgs = {
  locale?: InputMaybe<Locale>;
};


/** A development that was observed, with its evidence. */
export type TrendTitleArgs = {
  locale?: InputMaybe<Locale>;
};


/** A development that was observed, with its evidence. */
export type TrendUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryUpdateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  locale?: InputMaybe<Locale>;
  orderBy?: InputMaybe<Array<CountryUpdateOrder>>;
};

/** A page of a list of Trend. */
export type TrendConnection = {
  __typename?: 'TrendConnection';
  /** The entries with their cursors. */
  edges: Array<TrendEdge>;
  /** How many entries of the whole list have each value. */
  facets: TrendFacets;
  /** The entries. */
  nodes: Array<Trend>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** A page of a list of Event. */
export type TrendDiscussedAtConnection = {
  __typename?: 'TrendDiscussedAtConnection';
  /** The entries with their cursors. */
  edges: Array<TrendDiscussedAtEdge>;
  /** How many entries of the whole list have each value. */
  facets: EventFacets;
  /** The entries. */
  nodes: Array<Event>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many entries the whole list has. */
  totalCount: Scalars['Int']['output'];
};

/** One Event of a page. */
export type TrendDiscussedAtEdge = {
  __typename?: 'TrendDiscussedAtEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Event;
  /** The parts of the entry by which it links here. */
  via: Array<Session>;
};

/** One Trend of a page. */
export type TrendEdge = {
  __typename?: 'TrendEdge';
  /** What to give as after or before to go on from here. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Trend;
};

/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacets = {
  __typename?: 'TrendFacets';
  /** The countries concerned, where it is not whole groups. */
  countries: Array<CountryProfileFacet>;
  /** The kind of service. */
  digitalService: Array<DigitalServiceFacet>;
  /** What it is used for; empty where the source does not say. */
  digitalUse: Array<DigitalUseFacet>;
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  direction: Array<DirectionFacet>;
  /** The groups of countries concerned. */
  groups: Array<CountryGroupFacet>;
  /** The routes concerned. */
  routes: Array<RouteFacet>;
  /** What it is about. */
  topics: Array<TopicFacet>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsCountriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsDigitalServiceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsDigitalUseArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsDirectionArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsGroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsRoutesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How many entries of a list of Trend have each value of a field. Each facet ignores the filter on its own field. */
export type TrendFacetsTopicsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which Trend is meant. What is not given does not count. */
export type TrendFilter = {
  /** All of these must hold. */
  and?: InputMaybe<Array<TrendFilter>>;
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<CitationListFilter>;
  /** The countries concerned, where it is not whole groups. */
  countries?: InputMaybe<CountryProfileListFilter>;
  /** When the entry was first written. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The digital services and uses it concerns; empty where it is not about the digital side. */
  digital?: InputMaybe<DigitalFocusListFilter>;
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  direction?: InputMaybe<DirectionFilter>;
  /** The entries of kind Event whose "sessions.trends" holds this one. */
  discussedAt?: InputMaybe<EventListFilter>;
  /** Whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The groups of countries concerned. */
  groups?: InputMaybe<CountryGroupListFilter>;
  /** The indicators that measure it. */
  indicators?: InputMaybe<IndicatorListFilter>;
  /** The entries of kind Leaflet whose "trends" holds this one. */
  leaflets?: InputMaybe<LeafletListFilter>;
  /** This must not hold. */
  not?: InputMaybe<TrendFilter>;
  /** At least one of these must hold. */
  or?: InputMaybe<Array<TrendFilter>>;
  /** The language in which the entry was first written; its other languages are translations of that text. */
  originalLocale?: InputMaybe<LocaleFilter>;
  /** The time over which it was observed. */
  period?: InputMaybe<SpanFilter>;
  /** When the entry was first shown to the public; empty for a draft. */
  publishedAt?: InputMaybe<DateTimeFilter>;
  /** The routes concerned. */
  routes?: InputMaybe<RouteListFilter>;
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  slug?: InputMaybe<SlugFilter>;
  /** Where the entry stands in its life. */
  status?: InputMaybe<StatusFilter>;
  /** The name of the entry. */
  title?: InputMaybe<StringFilter>;
  /** What it is about. */
  topics?: InputMaybe<TopicListFilter>;
  /** When the entry was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** The entries of kind CountryUpdate whose "trends" holds this one. */
  updates?: InputMaybe<CountryUpdateListFilter>;
};

/** Which list of Trend is meant. */
export type TrendListFilter = {
  /** All are like this; so it is where there is none. */
  every?: InputMaybe<TrendFilter>;
  /** Whether there is any at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** None is like this. */
  none?: InputMaybe<TrendFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TrendFilter>;
};

/** One term of the order of a list of Trend. */
export type TrendOrder = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** By what. */
  field: TrendOrderField;
};

/** By what a list of Trend can be ordered. */
export type TrendOrderField =
  /** When the entry was first written. */
  | 'CREATED_AT'
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  | 'DIRECTION'
  /** The time over which it was observed. When it began. */
  | 'PERIOD_FROM'
  /** The time over which it was observed. When it ended. */
  | 'PERIOD_TO'
  /** When the entry was first shown to the public; empty for a draft. */
  | 'PUBLISHED_AT'
  /** The readable key of the entry within its kind; in the content files, the name of the file. */
  | 'SLUG'
  /** The name of the entry. */
  | 'TITLE'
  /** When the entry was last changed. */
  | 'UPDATED_AT';

/** What came of a change to an entry of kind Trend. */
export type TrendPayload = {
  __typename?: 'TrendPayload';
  /** Why nothing was written although nothing was wrong. */
  obstacle?: Maybe<Obstacle>;
  /** The revision it has now; empty where nothing was written. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** What is to be published later, and when; empty where nothing is. */
  schedule?: Maybe<Schedule>;
  /** The entry as it is now, drafts included; empty where nothing was written. */
  trend?: Maybe<Trend>;
  /** What its sender can mend; nothing was written if there is any. */
  userErrors: Array<UserError>;
};

/** What an editor writes of Trend. */
export type TrendRecord = {
  /** Where the facts in the entry were read. */
  citations?: InputMaybe<Array<CitationRecord>>;
  /** Figures quoted in the text. */
  claims?: InputMaybe<Array<ClaimRecord>>;
  /** The countries concerned, where it is not whole groups. */
  countries?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The development and its evidence, in Markdown. */
  description?: InputMaybe<LocalisedText>;
  /** The digital services and uses it concerns; empty where it is not about the digital side. */
  digital?: InputMaybe<Array<DigitalFocusRecord>>;
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  direction?: InputMaybe<Direction>;
  /** What editors should know: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: InputMaybe<Scalars['String']['input']>;
  /** The groups of countries concerned. */
  groups?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** The indicators that measure it. */
  indicators?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What a reader should know about these facts. */
  note?: InputMaybe<LocalisedText>;
  /** The time over which it was observed. */
  period?: InputMaybe<SpanRecord>;
  /** The languages whose translation somebody who works in that language has reviewed; all other translations are our own and not reviewed. */
  reviewedTranslations?: InputMaybe<Array<Locale>>;
  /** The routes concerned. */
  routes?: InputMaybe<Array<Scalars['Slug']['input']>>;
  /** What was observed, in one or two sentences. */
  summary?: InputMaybe<LocalisedText>;
  /** The name of the entry. */
  title?: InputMaybe<LocalisedText>;
  /** What it is about. */
  topics?: InputMaybe<Array<Scalars['Slug']['input']>>;
};

/** Which value of URL is meant. */
export type UrlFilter = {
  /** It holds this text; case and accents do not count. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** It is this. */
  eq?: InputMaybe<Scalars['URL']['input']>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<Scalars['URL']['input']>>;
  /** It is not this. */
  ne?: InputMaybe<Scalars['URL']['input']>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<Scalars['URL']['input']>>;
  /** It starts with this text; case and accents do not count. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** One link to an entry. */
export type Use = {
  __typename?: 'Use';
  /** The entry that links. */
  entry: Entry;
  /** The field by which it links, as a path. */
  field: Scalars['String']['output'];
};

/** Something in what was sent that breaks a rule, and that its sender can mend. */
export type UserError = {
  __typename?: 'UserError';
  /** The code of the rule, the same as for content files. */
  code: Scalars['String']['output'];
  /** The field, as a path such as sessions[1].title; empty where it is the whole entry. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  message: Scalars['String']['output'];
  /** What would be right; empty where nothing can be proposed. */
  tip?: Maybe<Scalars['String']['output']>;
};

/** One edition of the figures of an indicator, as they stood from a moment on. */
export type Vintage = {
  __typename?: 'Vintage';
  /** The moment from which it is current: the beginning of its date, so that it is the same wherever the figures are served. Give it as `asOf` to read the edition again, the same to the last digit, for ever. */
  at: Scalars['DateTime']['output'];
  /** The date of the edition, as exactly as it is known: of imported figures that of their file, of others the latest of their sources. */
  date: Scalars['PartialDate']['output'];
  /** What the date is the date of. */
  dateOf: EditionDate;
  /** A digest of all its figures, the same for the same figures. */
  digest: Scalars['String']['output'];
  /** The number of the edition here, counted from 1 for each indicator. */
  number: Scalars['Int']['output'];
  /** The files from which it was imported; empty for figures that were written by editors. */
  provenance?: Maybe<Provenance>;
};

/** Whether words are in both texts, or in one of them. */
export type WordState =
  /** In the later one only. */
  | 'ADDED'
  /** In the earlier one only. */
  | 'REMOVED'
  /** In both. */
  | 'SAME';

/** Words that follow each other in a text, or in one of two. */
export type Words = {
  __typename?: 'Words';
  /** Which of the two they are in. */
  state: WordState;
  /** The words, with the spaces around them. */
  text: Scalars['String']['output'];
};

/** A region of the world as the United Nations draw it for statistics (M49): sub-regions, with the intermediate regions of Africa and the Americas taken together. */
export type WorldRegion =
  /** Australia and New Zealand. */
  | 'AUSTRALIA_AND_NEW_ZEALAND'
  /** Central Asia. */
  | 'CENTRAL_ASIA'
  /** Eastern Asia. */
  | 'EASTERN_ASIA'
  /** Eastern Europe. */
  | 'EASTERN_EUROPE'
  /** Latin America and the Caribbean. */
  | 'LATIN_AMERICA_AND_THE_CARIBBEAN'
  /** Melanesia. */
  | 'MELANESIA'
  /** Micronesia. */
  | 'MICRONESIA'
  /** Northern Africa. */
  | 'NORTHERN_AFRICA'
  /** Northern America. */
  | 'NORTHERN_AMERICA'
  /** Northern Europe. */
  | 'NORTHERN_EUROPE'
  /** Polynesia. */
  | 'POLYNESIA'
  /** Southern Asia. */
  | 'SOUTHERN_ASIA'
  /** Southern Europe. */
  | 'SOUTHERN_EUROPE'
  /** South-eastern Asia. */
  | 'SOUTH_EASTERN_ASIA'
  /** Sub-Saharan Africa. */
  | 'SUB_SAHARAN_AFRICA'
  /** Western Asia. */
  | 'WESTERN_ASIA'
  /** Western Europe. */
  | 'WESTERN_EUROPE';

/** One value of WorldRegion and how many entries have it. */
export type WorldRegionFacet = {
  __typename?: 'WorldRegionFacet';
  /** How many entries have it. */
  count: Scalars['Int']['output'];
  /** The value. */
  value: WorldRegion;
};

/** Which value of WorldRegion is meant. */
export type WorldRegionFilter = {
  /** It is this. */
  eq?: InputMaybe<WorldRegion>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** It is one of these. */
  in?: InputMaybe<Array<WorldRegion>>;
  /** It is not this. */
  ne?: InputMaybe<WorldRegion>;
  /** It is none of these. */
  notIn?: InputMaybe<Array<WorldRegion>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbsentMeans: ResolverTypeWrapper<unknown>;
  Area: ResolverTypeWrapper<unknown>;
  AreaCode: ResolverTypeWrapper<unknown>;
  AreaCodeFilter: ResolverTypeWrapper<unknown>;
  AreaFacet: ResolverTypeWrapper<unknown>;
  AreaFilter: ResolverTypeWrapper<unknown>;
  AreaReading: ResolverTypeWrapper<unknown>;
  Audience: ResolverTypeWrapper<unknown>;
  AudienceFacet: ResolverTypeWrapper<unknown>;
  AudienceFilter: ResolverTypeWrapper<unknown>;
  AudienceListFilter: ResolverTypeWrapper<unknown>;
  Availability: ResolverTypeWrapper<unknown>;
  Boolean: ResolverTypeWrapper<unknown>;
  Breakdown: ResolverTypeWrapper<unknown>;
  BreakdownInput: ResolverTypeWrapper<unknown>;
  CellChange: ResolverTypeWrapper<unknown>;
  CellChangeKind: ResolverTypeWrapper<unknown>;
  Change: ResolverTypeWrapper<unknown>;
  ChangeAction: ResolverTypeWrapper<unknown>;
  ChangeConnection: ResolverTypeWrapper<unknown>;
  ChangeEdge: ResolverTypeWrapper<unknown>;
  ChangedEntry: ResolverTypeWrapper<unknown>;
  Citation: ResolverTypeWrapper<unknown>;
  CitationFilter: ResolverTypeWrapper<unknown>;
  CitationListFilter: ResolverTypeWrapper<unknown>;
  CitationRecord: ResolverTypeWrapper<unknown>;
  CitationStyle: ResolverTypeWrapper<unknown>;
  Claim: ResolverTypeWrapper<unknown>;
  ClaimRecord: ResolverTypeWrapper<unknown>;
  ClaimStatus: ResolverTypeWrapper<unknown>;
  ComparedPeriod: ResolverTypeWrapper<unknown>;
  Comparison: ResolverTypeWrapper<unknown>;
  ComparisonGuard: ResolverTypeWrapper<unknown>;
  ComparisonResult: ResolverTypeWrapper<unknown>;
  Conflict: ResolverTypeWrapper<unknown>;
  CooperationFact: ResolverTypeWrapper<unknown>;
  CooperationFactFilter: ResolverTypeWrapper<unknown>;
  CooperationFactListFilter: ResolverTypeWrapper<unknown>;
  CooperationFactRecord: ResolverTypeWrapper<unknown>;
  CooperationKind: ResolverTypeWrapper<unknown>;
  CooperationKindFacet: ResolverTypeWrapper<unknown>;
  CooperationKindFilter: ResolverTypeWrapper<unknown>;
  CooperationState: ResolverTypeWrapper<unknown>;
  CooperationStateFilter: ResolverTypeWrapper<unknown>;
  Copy: ResolverTypeWrapper<unknown>;
  CopyFilter: ResolverTypeWrapper<unknown>;
  CopyRecord: ResolverTypeWrapper<unknown>;
  CountingUnit: ResolverTypeWrapper<unknown>;
  CountingUnitFacet: ResolverTypeWrapper<unknown>;
  CountingUnitFilter: ResolverTypeWrapper<unknown>;
  CountryGroup: ResolverTypeWrapper<unknown>;
  CountryGroupConnection: ResolverTypeWrapper<unknown>;
  CountryGroupEdge: ResolverTypeWrapper<unknown>;
  CountryGroupFacet: ResolverTypeWrapper<unknown>;
  CountryGroupFilter: ResolverTypeWrapper<unknown>;
  CountryGroupListFilter: ResolverTypeWrapper<unknown>;
  CountryGroupOrder: ResolverTypeWrapper<unknown>;
  CountryGroupOrderField: ResolverTypeWrapper<unknown>;
  CountryGroupPayload: ResolverTypeWrapper<unknown>;
  CountryGroupRecord: ResolverTypeWrapper<unknown>;
  CountryProfile: ResolverTypeWrapper<unknown>;
  CountryProfileConnection: ResolverTypeWrapper<unknown>;
  CountryProfileEdge: ResolverTypeWrapper<unknown>;
  CountryProfileFacet: ResolverTypeWrapper<unknown>;
  CountryProfileFacets: ResolverTypeWrapper<unknown>;
  CountryProfileFilter: ResolverTypeWrapper<unknown>;
  CountryProfileGroupsConnection: ResolverTypeWrapper<unknown>;
  CountryProfileGroupsEdge: ResolverTypeWrapper<unknown>;
  CountryProfileListFilter: ResolverTypeWrapper<unknown>;
  CountryProfileOrder: ResolverTypeWrapper<unknown>;
  CountryProfileOrderField: ResolverTypeWrapper<unknown>;
  CountryProfilePayload: ResolverTypeWrapper<unknown>;
  CountryProfileRecord: ResolverTypeWrapper<unknown>;
  CountryUpdate: ResolverTypeWrapper<unknown>;
  CountryUpdateConnection: ResolverTypeWrapper<unknown>;
  CountryUpdateEdge: ResolverTypeWrapper<unknown>;
  CountryUpdateFacets: ResolverTypeWrapper<unknown>;
  CountryUpdateFilter: ResolverTypeWrapper<unknown>;
  CountryUpdateListFilter: ResolverTypeWrapper<unknown>;
  CountryUpdateOrder: ResolverTypeWrapper<unknown>;
  CountryUpdateOrderField: ResolverTypeWrapper<unknown>;
  CountryUpdatePayload: ResolverTypeWrapper<unknown>;
  CountryUpdateRecord: ResolverTypeWrapper<unknown>;
  Coverage: ResolverTypeWrapper<unknown>;
  DateTime: ResolverTypeWrapper<unknown>;
  DateTimeFilter: ResolverTypeWrapper<unknown>;
  Development: ResolverTypeWrapper<unknown>;
  DigitalFocus: ResolverTypeWrapper<unknown>;
  DigitalFocusFilter: ResolverTypeWrapper<unknown>;
  DigitalFocusListFilter: ResolverTypeWrapper<unknown>;
  DigitalFocusRecord: ResolverTypeWrapper<unknown>;
  DigitalService: ResolverTypeWrapper<unknown>;
  DigitalServiceFacet: ResolverTypeWrapper<unknown>;
  DigitalServiceFilter: ResolverTypeWrapper<unknown>;
  DigitalUse: ResolverTypeWrapper<unknown>;
  DigitalUseFacet: ResolverTypeWrapper<unknown>;
  DigitalUseFilter: ResolverTypeWrapper<unknown>;
  Dimension: ResolverTypeWrapper<unknown>;
  DimensionCode: ResolverTypeWrapper<unknown>;
  DimensionCodeRecord: ResolverTypeWrapper<unknown>;
  DimensionRecord: ResolverTypeWrapper<unknown>;
  Direction: ResolverTypeWrapper<unknown>;
  DirectionFacet: ResolverTypeWrapper<unknown>;
  DirectionFilter: ResolverTypeWrapper<unknown>;
  Edition: ResolverTypeWrapper<unknown>;
  EditionDate: ResolverTypeWrapper<unknown>;
  EditionFilter: ResolverTypeWrapper<unknown>;
  EditionListFilter: ResolverTypeWrapper<unknown>;
  EditionRecord: ResolverTypeWrapper<unknown>;
  Entry: ResolverTypeWrapper<unknown>;
  EntryConnection: ResolverTypeWrapper<unknown>;
  EntryEdge: ResolverTypeWrapper<unknown>;
  EntryFilter: ResolverTypeWrapper<unknown>;
  EntryKind: ResolverTypeWrapper<unknown>;
  EntryKindFilter: ResolverTypeWrapper<unknown>;
  Event: ResolverTypeWrapper<unknown>;
  EventConnection: ResolverTypeWrapper<unknown>;
  EventEdge: ResolverTypeWrapper<unknown>;
  EventFacet: ResolverTypeWrapper<unknown>;
  EventFacets: ResolverTypeWrapper<unknown>;
  EventFilter: ResolverTypeWrapper<unknown>;
  EventListFilter: ResolverTypeWrapper<unknown>;
  EventMode: ResolverTypeWrapper<unknown>;
  EventModeFacet: ResolverTypeWrapper<unknown>;
  EventModeFilter: ResolverTypeWrapper<unknown>;
  EventOrder: ResolverTypeWrapper<unknown>;
  EventOrderField: ResolverTypeWrapper<unknown>;
  EventPayload: ResolverTypeWrapper<unknown>;
  EventRecord: ResolverTypeWrapper<unknown>;
  FieldChange: ResolverTypeWrapper<unknown>;
  FieldDifference: ResolverTypeWrapper<unknown>;
  FigureChanges: ResolverTypeWrapper<unknown>;
  FinancialGain: ResolverTypeWrapper<unknown>;
  FinancialGainFacet: ResolverTypeWrapper<unknown>;
  FinancialGainFilter: ResolverTypeWrapper<unknown>;
  Float: ResolverTypeWrapper<unknown>;
  FloatFilter: ResolverTypeWrapper<unknown>;
  Frequency: ResolverTypeWrapper<unknown>;
  FrequencyFacet: ResolverTypeWrapper<unknown>;
  FrequencyFilter: ResolverTypeWrapper<unknown>;
  Growth: ResolverTypeWrapper<unknown>;
  Highlight: ResolverTypeWrapper<unknown>;
  HighlightPiece: ResolverTypeWrapper<unknown>;
  HumanitarianClause: ResolverTypeWrapper<unknown>;
  HumanitarianClauseFacet: ResolverTypeWrapper<unknown>;
  HumanitarianClauseFilter: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<unknown>;
  ImportedFile: ResolverTypeWrapper<unknown>;
  InUse: ResolverTypeWrapper<unknown>;
  IncompatiblePair: ResolverTypeWrapper<unknown>;
  IncompatibleReason: ResolverTypeWrapper<unknown>;
  IncompatibleSeries: ResolverTypeWrapper<unknown>;
  Indicator: ResolverTypeWrapper<unknown>;
  IndicatorConnection: ResolverTypeWrapper<unknown>;
  IndicatorEdge: ResolverTypeWrapper<unknown>;
  IndicatorFacets: ResolverTypeWrapper<unknown>;
  IndicatorFilter: ResolverTypeWrapper<unknown>;
  IndicatorListFilter: ResolverTypeWrapper<unknown>;
  IndicatorOrder: ResolverTypeWrapper<unknown>;
  IndicatorOrderField: ResolverTypeWrapper<unknown>;
  IndicatorPayload: ResolverTypeWrapper<unknown>;
  IndicatorRecord: ResolverTypeWrapper<unknown>;
  Int: ResolverTypeWrapper<unknown>;
  IntFilter: ResolverTypeWrapper<unknown>;
  KindCount: ResolverTypeWrapper<unknown>;
  Language: ResolverTypeWrapper<unknown>;
  LanguageFacet: ResolverTypeWrapper<unknown>;
  LanguageFilter: ResolverTypeWrapper<unknown>;
  LanguageListFilter: ResolverTypeWrapper<unknown>;
  Leaflet: ResolverTypeWrapper<unknown>;
  LeafletConnection: ResolverTypeWrapper<unknown>;
  LeafletEdge: ResolverTypeWrapper<unknown>;
  LeafletFacets: ResolverTypeWrapper<unknown>;
  LeafletFilter: ResolverTypeWrapper<unknown>;
  LeafletListFilter: ResolverTypeWrapper<unknown>;
  LeafletOrder: ResolverTypeWrapper<unknown>;
  LeafletOrderField: ResolverTypeWrapper<unknown>;
  LeafletPayload: ResolverTypeWrapper<unknown>;
  LeafletRecord: ResolverTypeWrapper<unknown>;
  LegalLevel: ResolverTypeWrapper<unknown>;
  LegalLevelFacet: ResolverTypeWrapper<unknown>;
  LegalLevelFilter: ResolverTypeWrapper<unknown>;
  LegalProvision: ResolverTypeWrapper<unknown>;
  LegalProvisionConnection: ResolverTypeWrapper<unknown>;
  LegalProvisionEdge: ResolverTypeWrapper<unknown>;
  LegalProvisionFacets: ResolverTypeWrapper<unknown>;
  LegalProvisionFilter: ResolverTypeWrapper<unknown>;
  LegalProvisionListFilter: ResolverTypeWrapper<unknown>;
  LegalProvisionOrder: ResolverTypeWrapper<unknown>;
  LegalProvisionOrderField: ResolverTypeWrapper<unknown>;
  LegalProvisionPayload: ResolverTypeWrapper<unknown>;
  LegalProvisionRecord: ResolverTypeWrapper<unknown>;
  LikeForLike: ResolverTypeWrapper<unknown>;
  Likeness: ResolverTypeWrapper<unknown>;
  LinkPolicy: ResolverTypeWrapper<unknown>;
  LinkStatement: ResolverTypeWrapper<unknown>;
  Locale: ResolverTypeWrapper<unknown>;
  LocaleFilter: ResolverTypeWrapper<unknown>;
  LocalisedText: ResolverTypeWrapper<unknown>;
  Markdown: ResolverTypeWrapper<unknown>;
  Measure: ResolverTypeWrapper<unknown>;
  MeasureFacet: ResolverTypeWrapper<unknown>;
  MeasureFilter: ResolverTypeWrapper<unknown>;
  Membership: ResolverTypeWrapper<unknown>;
  MembershipFilter: ResolverTypeWrapper<unknown>;
  MembershipListFilter: ResolverTypeWrapper<unknown>;
  MembershipRecord: ResolverTypeWrapper<unknown>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<unknown>;
  Observation: ResolverTypeWrapper<unknown>;
  ObservationFlag: ResolverTypeWrapper<unknown>;
  ObservationState: ResolverTypeWrapper<unknown>;
  Obstacle: ResolverTypeWrapper<unknown>;
  OrderDirection: ResolverTypeWrapper<unknown>;
  Organisation: ResolverTypeWrapper<unknown>;
  OrganisationConnection: ResolverTypeWrapper<unknown>;
  OrganisationCooperationConnection: ResolverTypeWrapper<unknown>;
  OrganisationCooperationEdge: ResolverTypeWrapper<unknown>;
  OrganisationEdge: ResolverTypeWrapper<unknown>;
  OrganisationFacet: ResolverTypeWrapper<unknown>;
  OrganisationFacets: ResolverTypeWrapper<unknown>;
  OrganisationFilter: ResolverTypeWrapper<unknown>;
  OrganisationKind: ResolverTypeWrapper<unknown>;
  OrganisationKindFacet: ResolverTypeWrapper<unknown>;
  OrganisationKindFilter: ResolverTypeWrapper<unknown>;
  OrganisationListFilter: ResolverTypeWrapper<unknown>;
  OrganisationOrder: ResolverTypeWrapper<unknown>;
  OrganisationOrderField: ResolverTypeWrapper<unknown>;
  OrganisationPayload: ResolverTypeWrapper<unknown>;
  OrganisationRecord: ResolverTypeWrapper<unknown>;
  PageInfo: ResolverTypeWrapper<unknown>;
  PartialDate: ResolverTypeWrapper<unknown>;
  PartialDateFilter: ResolverTypeWrapper<unknown>;
  Path: ResolverTypeWrapper<unknown>;
  PathStep: ResolverTypeWrapper<unknown>;
  PenaltyTier: ResolverTypeWrapper<unknown>;
  PenaltyTierFilter: ResolverTypeWrapper<unknown>;
  PenaltyTierListFilter: ResolverTypeWrapper<unknown>;
  PenaltyTierRecord: ResolverTypeWrapper<unknown>;
  Period: ResolverTypeWrapper<unknown>;
  ProceedingStage: ResolverTypeWrapper<unknown>;
  ProceedingStageFacet: ResolverTypeWrapper<unknown>;
  ProceedingStageFilter: ResolverTypeWrapper<unknown>;
  ProceedingStageListFilter: ResolverTypeWrapper<unknown>;
  Provenance: ResolverTypeWrapper<unknown>;
  PublisherCode: ResolverTypeWrapper<unknown>;
  PublisherCodeFilter: ResolverTypeWrapper<unknown>;
  PublisherCodeListFilter: ResolverTypeWrapper<unknown>;
  PublisherCodeRecord: ResolverTypeWrapper<unknown>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<unknown>;
  QuestionConnection: ResolverTypeWrapper<unknown>;
  QuestionEdge: ResolverTypeWrapper<unknown>;
  QuestionFacets: ResolverTypeWrapper<unknown>;
  QuestionFilter: ResolverTypeWrapper<unknown>;
  QuestionListFilter: ResolverTypeWrapper<unknown>;
  QuestionOrder: ResolverTypeWrapper<unknown>;
  QuestionOrderField: ResolverTypeWrapper<unknown>;
  QuestionPayload: ResolverTypeWrapper<unknown>;
  QuestionRecord: ResolverTypeWrapper<unknown>;
  QuestionRole: ResolverTypeWrapper<unknown>;
  QuestionRoleFacet: ResolverTypeWrapper<unknown>;
  QuestionRoleFilter: ResolverTypeWrapper<unknown>;
  QuotedPart: ResolverTypeWrapper<unknown>;
  QuotedPartRecord: ResolverTypeWrapper<unknown>;
  RankedAmong: ResolverTypeWrapper<unknown>;
  RankedArea: ResolverTypeWrapper<unknown>;
  Related: ResolverTypeWrapper<unknown>;
  RelatedReason: ResolverTypeWrapper<unknown>;
  Relevance: ResolverTypeWrapper<unknown>;
  RelevanceFacet: ResolverTypeWrapper<unknown>;
  RelevanceFilter: ResolverTypeWrapper<unknown>;
  Resource: ResolverTypeWrapper<unknown>;
  ResourceConnection: ResolverTypeWrapper<unknown>;
  ResourceEdge: ResolverTypeWrapper<unknown>;
  ResourceFacets: ResolverTypeWrapper<unknown>;
  ResourceFilter: ResolverTypeWrapper<unknown>;
  ResourceKind: ResolverTypeWrapper<unknown>;
  ResourceKindFacet: ResolverTypeWrapper<unknown>;
  ResourceKindFilter: ResolverTypeWrapper<unknown>;
  ResourceListFilter: ResolverTypeWrapper<unknown>;
  ResourceOrder: ResolverTypeWrapper<unknown>;
  ResourceOrderField: ResolverTypeWrapper<unknown>;
  ResourcePayload: ResolverTypeWrapper<unknown>;
  ResourceRecord: ResolverTypeWrapper<unknown>;
  Revision: ResolverTypeWrapper<unknown>;
  Role: ResolverTypeWrapper<unknown>;
  Route: ResolverTypeWrapper<unknown>;
  RouteConnection: ResolverTypeWrapper<unknown>;
  RouteEdge: ResolverTypeWrapper<unknown>;
  RouteFacet: ResolverTypeWrapper<unknown>;
  RouteFacets: ResolverTypeWrapper<unknown>;
  RouteFilter: ResolverTypeWrapper<unknown>;
  RouteKind: ResolverTypeWrapper<unknown>;
  RouteKindFacet: ResolverTypeWrapper<unknown>;
  RouteKindFilter: ResolverTypeWrapper<unknown>;
  RouteListFilter: ResolverTypeWrapper<unknown>;
  RouteOrder: ResolverTypeWrapper<unknown>;
  RouteOrderField: ResolverTypeWrapper<unknown>;
  RoutePayload: ResolverTypeWrapper<unknown>;
  RouteRecord: ResolverTypeWrapper<unknown>;
  Schedule: ResolverTypeWrapper<unknown>;
  SearchConnection: ResolverTypeWrapper<unknown>;
  SearchEdge: ResolverTypeWrapper<unknown>;
  SearchFacets: ResolverTypeWrapper<unknown>;
  SearchReason: ResolverTypeWrapper<unknown>;
  SearchTopicCount: ResolverTypeWrapper<unknown>;
  Series: ResolverTypeWrapper<unknown>;
  SeriesInput: ResolverTypeWrapper<unknown>;
  SeriesSummary: ResolverTypeWrapper<unknown>;
  Session: ResolverTypeWrapper<unknown>;
  SessionFilter: ResolverTypeWrapper<unknown>;
  SessionListFilter: ResolverTypeWrapper<unknown>;
  SessionRecord: ResolverTypeWrapper<unknown>;
  Slug: ResolverTypeWrapper<unknown>;
  SlugFilter: ResolverTypeWrapper<unknown>;
  Source: ResolverTypeWrapper<unknown>;
  SourceConnection: ResolverTypeWrapper<unknown>;
  SourceEdge: ResolverTypeWrapper<unknown>;
  SourceFacets: ResolverTypeWrapper<unknown>;
  SourceFilter: ResolverTypeWrapper<unknown>;
  SourceOrder: ResolverTypeWrapper<unknown>;
  SourceOrderField: ResolverTypeWrapper<unknown>;
  SourcePayload: ResolverTypeWrapper<unknown>;
  SourceRecord: ResolverTypeWrapper<unknown>;
  Span: ResolverTypeWrapper<unknown>;
  SpanFilter: ResolverTypeWrapper<unknown>;
  SpanRecord: ResolverTypeWrapper<unknown>;
  Stance: ResolverTypeWrapper<unknown>;
  StanceFacet: ResolverTypeWrapper<unknown>;
  StanceFilter: ResolverTypeWrapper<unknown>;
  Status: ResolverTypeWrapper<unknown>;
  StatusFilter: ResolverTypeWrapper<unknown>;
  String: ResolverTypeWrapper<unknown>;
  StringFacet: ResolverTypeWrapper<unknown>;
  StringFilter: ResolverTypeWrapper<unknown>;
  Territory: ResolverTypeWrapper<unknown>;
  TerritoryConnection: ResolverTypeWrapper<unknown>;
  TerritoryEdge: ResolverTypeWrapper<unknown>;
  TerritoryFacets: ResolverTypeWrapper<unknown>;
  TerritoryFilter: ResolverTypeWrapper<unknown>;
  TerritoryOrder: ResolverTypeWrapper<unknown>;
  TerritoryOrderField: ResolverTypeWrapper<unknown>;
  TerritoryPayload: ResolverTypeWrapper<unknown>;
  TerritoryRecord: ResolverTypeWrapper<unknown>;
  Topic: ResolverTypeWrapper<unknown>;
  TopicConnection: ResolverTypeWrapper<unknown>;
  TopicDiscussedAtConnection: ResolverTypeWrapper<unknown>;
  TopicDiscussedAtEdge: ResolverTypeWrapper<unknown>;
  TopicEdge: ResolverTypeWrapper<unknown>;
  TopicFacet: ResolverTypeWrapper<unknown>;
  TopicFacets: ResolverTypeWrapper<unknown>;
  TopicFilter: ResolverTypeWrapper<unknown>;
  TopicListFilter: ResolverTypeWrapper<unknown>;
  TopicOrder: ResolverTypeWrapper<unknown>;
  TopicOrderField: ResolverTypeWrapper<unknown>;
  TopicPayload: ResolverTypeWrapper<unknown>;
  TopicRecord: ResolverTypeWrapper<unknown>;
  TopicScheme: ResolverTypeWrapper<unknown>;
  TopicSchemeFacet: ResolverTypeWrapper<unknown>;
  TopicSchemeFilter: ResolverTypeWrapper<unknown>;
  Transform: ResolverTypeWrapper<unknown>;
  Translation: ResolverTypeWrapper<unknown>;
  Trend: ResolverTypeWrapper<unknown>;
  TrendConnection: ResolverTypeWrapper<unknown>;
  TrendDiscussedAtConnection: ResolverTypeWrapper<unknown>;
  TrendDiscussedAtEdge: ResolverTypeWrapper<unknown>;
  TrendEdge: ResolverTypeWrapper<unknown>;
  TrendFacets: ResolverTypeWrapper<unknown>;
  TrendFilter: ResolverTypeWrapper<unknown>;
  TrendListFilter: ResolverTypeWrapper<unknown>;
  TrendOrder: ResolverTypeWrapper<unknown>;
  TrendOrderField: ResolverTypeWrapper<unknown>;
  TrendPayload: ResolverTypeWrapper<unknown>;
  TrendRecord: ResolverTypeWrapper<unknown>;
  URL: ResolverTypeWrapper<unknown>;
  URLFilter: ResolverTypeWrapper<unknown>;
  Use: ResolverTypeWrapper<unknown>;
  UserError: ResolverTypeWrapper<unknown>;
  Vintage: ResolverTypeWrapper<unknown>;
  WordState: ResolverTypeWrapper<unknown>;
  Words: ResolverTypeWrapper<unknown>;
  WorldRegion: ResolverTypeWrapper<unknown>;
  WorldRegionFacet: ResolverTypeWrapper<unknown>;
  WorldRegionFilter: ResolverTypeWrapper<unknown>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Area: unknown;
  AreaCode: unknown;
  AreaCodeFilter: unknown;
  AreaFacet: unknown;
  AreaFilter: unknown;
  AreaReading: unknown;
  AudienceFacet: unknown;
  AudienceFilter: unknown;
  AudienceListFilter: unknown;
  Availability: unknown;
  Boolean: unknown;
  Breakdown: unknown;
  BreakdownInput: unknown;
  CellChange: unknown;
  Change: unknown;
  ChangeConnection: unknown;
  ChangeEdge: unknown;
  ChangedEntry: unknown;
  Citation: unknown;
  CitationFilter: unknown;
  CitationListFilter: unknown;
  CitationRecord: unknown;
  Claim: unknown;
  ClaimRecord: unknown;
  ComparedPeriod: unknown;
  Comparison: unknown;
  ComparisonResult: unknown;
  Conflict: unknown;
  CooperationFact: unknown;
  CooperationFactFilter: unknown;
  CooperationFactListFilter: unknown;
  CooperationFactRecord: unknown;
  CooperationKindFacet: unknown;
  CooperationKindFilter: unknown;
  CooperationStateFilter: unknown;
  Copy: unknown;
  CopyFilter: unknown;
  CopyRecord: unknown;
  CountingUnitFacet: unknown;
  CountingUnitFilter: unknown;
  CountryGroup: unknown;
  CountryGroupConnection: unknown;
  CountryGroupEdge: unknown;
  CountryGroupFacet: unknown;
  CountryGroupFilter: unknown;
  CountryGroupListFilter: unknown;
  CountryGroupOrder: unknown;
  CountryGroupPayload: unknown;
  CountryGroupRecord: unknown;
  CountryProfile: unknown;
  CountryProfileConnection: unknown;
  CountryProfileEdge: unknown;
  CountryProfileFacet: unknown;
  CountryProfileFacets: unknown;
  CountryProfileFilter: unknown;
  CountryProfileGroupsConnection: unknown;
  CountryProfileGroupsEdge: unknown;
  CountryProfileListFilter: unknown;
  CountryProfileOrder: unknown;
  CountryProfilePayload: unknown;
  CountryProfileRecord: unknown;
  CountryUpdate: unknown;
  CountryUpdateConnection: unknown;
  CountryUpdateEdge: unknown;
  CountryUpdateFacets: unknown;
  CountryUpdateFilter: unknown;
  CountryUpdateListFilter: unknown;
  CountryUpdateOrder: unknown;
  CountryUpdatePayload: unknown;
  CountryUpdateRecord: unknown;
  Coverage: unknown;
  DateTime: unknown;
  DateTimeFilter: unknown;
  Development: unknown;
  DigitalFocus: unknown;
  DigitalFocusFilter: unknown;
  DigitalFocusListFilter: unknown;
  DigitalFocusRecord: unknown;
  DigitalServiceFacet: unknown;
  DigitalServiceFilter: unknown;
  DigitalUseFacet: unknown;
  DigitalUseFilter: unknown;
  Dimension: unknown;
  DimensionCode: unknown;
  DimensionCodeRecord: unknown;
  DimensionRecord: unknown;
  DirectionFacet: unknown;
  DirectionFilter: unknown;
  Edition: unknown;
  EditionFilter: unknown;
  EditionListFilter: unknown;
  EditionRecord: unknown;
  Entry: unknown;
  EntryConnection: unknown;
  EntryEdge: unknown;
  EntryFilter: unknown;
  EntryKindFilter: unknown;
  Event: unknown;
  EventConnection: unknown;
  EventEdge: unknown;
  EventFacet: unknown;
  EventFacets: unknown;
  EventFilter: unknown;
  EventListFilter: unknown;
  EventModeFacet: unknown;
  EventModeFilter: unknown;
  EventOrder: unknown;
  EventPayload: unknown;
  EventRecord: unknown;
  FieldChange: unknown;
  FieldDifference: unknown;
  FigureChanges: unknown;
  FinancialGainFacet: unknown;
  FinancialGainFilter: unknown;
  Float: unknown;
  FloatFilter: unknown;
  FrequencyFacet: unknown;
  FrequencyFilter: unknown;
  Growth: unknown;
  Highlight: unknown;
  HighlightPiece: unknown;
  HumanitarianClauseFacet: unknown;
  HumanitarianClauseFilter: unknown;
  ID: unknown;
  ImportedFile: unknown;
  InUse: unknown;
  IncompatiblePair: unknown;
  IncompatibleSeries: unknown;
  Indicator: unknown;
  IndicatorConnection: unknown;
  IndicatorEdge: unknown;
  IndicatorFacets: unknown;
  IndicatorFilter: unknown;
  IndicatorListFilter: unknown;
  IndicatorOrder: unknown;
  IndicatorPayload: unknown;
  IndicatorRecord: unknown;
  Int: unknown;
  IntFilter: unknown;
  KindCount: unknown;
  Language: unknown;
  LanguageFacet: unknown;
  LanguageFilter: unknown;
  LanguageListFilter: unknown;
  Leaflet: unknown;
  LeafletConnection: unknown;
  LeafletEdge: unknown;
  LeafletFacets: unknown;
  LeafletFilter: unknown;
  LeafletListFilter: unknown;
  LeafletOrder: unknown;
  LeafletPayload: unknown;
  LeafletRecord: unknown;
  LegalLevelFacet: unknown;
  LegalLevelFilter: unknown;
  LegalProvision: unknown;
  LegalProvisionConnection: unknown;
  LegalProvisionEdge: unknown;
  LegalProvisionFacets: unknown;
  LegalProvisionFilter: unknown;
  LegalProvisionListFilter: unknown;
  LegalProvisionOrder: unknown;
  LegalProvisionPayload: unknown;
  LegalProvisionRecord: unknown;
  LikeForLike: unknown;
  LinkStatement: unknown;
  LocaleFilter: unknown;
  LocalisedText: unknown;
  Markdown: unknown;
  MeasureFacet: unknown;
  MeasureFilter: unknown;
  Membership: unknown;
  MembershipFilter: unknown;
  MembershipListFilter: unknown;
  MembershipRecord: unknown;
  Mutation: Record<PropertyKey, never>;
  Node: unknown;
  Observation: unknown;
  Obstacle: unknown;
  Organisation: unknown;
  OrganisationConnection: unknown;
  OrganisationCooperationConnection: unknown;
  OrganisationCooperationEdge: unknown;
  OrganisationEdge: unknown;
  OrganisationFacet: unknown;
  OrganisationFacets: unknown;
  OrganisationFilter: unknown;
  OrganisationKindFacet: unknown;
  OrganisationKindFilter: unknown;
  OrganisationListFilter: unknown;
  OrganisationOrder: unknown;
  OrganisationPayload: unknown;
  OrganisationRecord: unknown;
  PageInfo: unknown;
  PartialDate: unknown;
  PartialDateFilter: unknown;
  Path: unknown;
  PathStep: unknown;
  PenaltyTier: unknown;
  PenaltyTierFilter: unknown;
  PenaltyTierListFilter: unknown;
  PenaltyTierRecord: unknown;
  Period: unknown;
  ProceedingStageFacet: unknown;
  ProceedingStageFilter: unknown;
  ProceedingStageListFilter: unknown;
  Provenance: unknown;
  PublisherCode: unknown;
  PublisherCodeFilter: unknown;
  PublisherCodeListFilter: unknown;
  PublisherCodeRecord: unknown;
  Query: Record<PropertyKey, never>;
  Question: unknown;
  QuestionConnection: unknown;
  QuestionEdge: unknown;
  QuestionFacets: unknown;
  QuestionFilter: unknown;
  QuestionListFilter: unknown;
  QuestionOrder: unknown;
  QuestionPayload: unknown;
  QuestionRecord: unknown;
  QuestionRoleFacet: unknown;
  QuestionRoleFilter: unknown;
  QuotedPart: unknown;
  QuotedPartRecord: unknown;
  RankedArea: unknown;
  Related: unknown;
  RelatedReason: unknown;
  RelevanceFacet: unknown;
  RelevanceFilter: unknown;
  Resource: unknown;
  ResourceConnection: unknown;
  ResourceEdge: unknown;
  ResourceFacets: unknown;
  ResourceFilter: unknown;
  ResourceKindFacet: unknown;
  ResourceKindFilter: unknown;
  ResourceListFilter: unknown;
  ResourceOrder: unknown;
  ResourcePayload: unknown;
  ResourceRecord: unknown;
  Revision: unknown;
  Route: unknown;
  RouteConnection: unknown;
  RouteEdge: unknown;
  RouteFacet: unknown;
  RouteFacets: unknown;
  RouteFilter: unknown;
  RouteKindFacet: unknown;
  RouteKindFilter: unknown;
  RouteListFilter: unknown;
  RouteOrder: unknown;
  RoutePayload: unknown;
  RouteRecord: unknown;
  Schedule: unknown;
  SearchConnection: unknown;
  SearchEdge: unknown;
  SearchFacets: unknown;
  SearchReason: unknown;
  SearchTopicCount: unknown;
  Series: unknown;
  SeriesInput: unknown;
  SeriesSummary: unknown;
  Session: unknown;
  SessionFilter: unknown;
  SessionListFilter: unknown;
  SessionRecord: unknown;
  Slug: unknown;
  SlugFilter: unknown;
  Source: unknown;
  SourceConnection: unknown;
  SourceEdge: unknown;
  SourceFacets: unknown;
  SourceFilter: unknown;
  SourceOrder: unknown;
  SourcePayload: unknown;
  SourceRecord: unknown;
  Span: unknown;
  SpanFilter: unknown;
  SpanRecord: unknown;
  StanceFacet: unknown;
  StanceFilter: unknown;
  StatusFilter: unknown;
  String: unknown;
  StringFacet: unknown;
  StringFilter: unknown;
  Territory: unknown;
  TerritoryConnection: unknown;
  TerritoryEdge: unknown;
  TerritoryFacets: unknown;
  TerritoryFilter: unknown;
  TerritoryOrder: unknown;
  TerritoryPayload: unknown;
  TerritoryRecord: unknown;
  Topic: unknown;
  TopicConnection: unknown;
  TopicDiscussedAtConnection: unknown;
  TopicDiscussedAtEdge: unknown;
  TopicEdge: unknown;
  TopicFacet: unknown;
  TopicFacets: unknown;
  TopicFilter: unknown;
  TopicListFilter: unknown;
  TopicOrder: unknown;
  TopicPayload: unknown;
  TopicRecord: unknown;
  TopicSchemeFacet: unknown;
  TopicSchemeFilter: unknown;
  Translation: unknown;
  Trend: unknown;
  TrendConnection: unknown;
  TrendDiscussedAtConnection: unknown;
  TrendDiscussedAtEdge: unknown;
  TrendEdge: unknown;
  TrendFacets: unknown;
  TrendFilter: unknown;
  TrendListFilter: unknown;
  TrendOrder: unknown;
  TrendPayload: unknown;
  TrendRecord: unknown;
  URL: unknown;
  URLFilter: unknown;
  Use: unknown;
  UserError: unknown;
  Vintage: unknown;
  Words: unknown;
  WorldRegionFacet: unknown;
  WorldRegionFilter: unknown;
};

export type AreaResolvers<ContextType = any, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  __resolveType: TypeResolveFn<'CountryGroup' | 'CountryProfile' | 'Route' | 'Territory', ParentType, ContextType>;
};

export interface AreaCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AreaCode'], any> {
  name: 'AreaCode';
}

export type AreaFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['AreaFacet'] = ResolversParentTypes['AreaFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
};

export type AreaReadingResolvers<ContextType = any, ParentType extends ResolversParentTypes['AreaReading'] = ResolversParentTypes['AreaReading']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matchedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AudienceFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['AudienceFacet'] = ResolversParentTypes['AudienceFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
};

export type AvailabilityResolvers<ContextType = any, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability']> = {
  codes?: Resolver<Array<ResolversTypes['Breakdown']>, ParentType, ContextType>;
  hasFigures?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  latestPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  sentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BreakdownResolvers<ContextType = any, ParentType extends ResolversParentTypes['Breakdown'] = ResolversParentTypes['Breakdown']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CellChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CellChange'] = ResolversParentTypes['CellChange']> = {
  after?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  breakdown?: Resolver<Array<ResolversTypes['Breakdown']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CellChangeKind'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['ChangedEntry']>, ParentType, ContextType, RequireFields<ChangeEntriesArgs, 'first'>>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ChangedEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangedEntry'] = ResolversParentTypes['ChangedEntry']> = {
  action?: Resolver<ResolversTypes['ChangeAction'], ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntryKind'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
};

export type CitationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  accessedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = any, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  breakdown?: Resolver<Array<ResolversTypes['QuotedPart']>, ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  now?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ClaimStatementArgs>>;
  status?: Resolver<ResolversTypes['ClaimStatus'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ComparedPeriodResolvers<ContextType = any, ParentType extends ResolversParentTypes['ComparedPeriod'] = ResolversParentTypes['ComparedPeriod']> = {
  cells?: Resolver<Array<ResolversTypes['Observation']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type ComparisonResolvers<ContextType = any, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  periods?: Resolver<Array<ResolversTypes['ComparedPeriod']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['IncompatiblePair']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ComparisonResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['ComparisonResult'] = ResolversParentTypes['ComparisonResult']> = {
  __resolveType: TypeResolveFn<'Comparison' | 'IncompatibleSeries', ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = any, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  fields?: Resolver<Array<ResolversTypes['FieldDifference']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CooperationFactResolvers<ContextType = any, ParentType extends ResolversParentTypes['CooperationFact'] = ResolversParentTypes['CooperationFact']> = {
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CooperationKind'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CooperationFactNoteArgs>>;
  partner?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CooperationState'], ParentType, ContextType>;
};

export type CooperationKindFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['CooperationKindFacet'] = ResolversParentTypes['CooperationKindFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['CooperationKind'], ParentType, ContextType>;
};

export type CopyResolvers<ContextType = any, ParentType extends ResolversParentTypes['Copy'] = ResolversParentTypes['Copy']> = {
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retrievedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type CountingUnitFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountingUnitFacet'] = ResolversParentTypes['CountingUnitFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['CountingUnit'], ParentType, ContextType>;
};

export type CountryGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryGroup'] = ResolversParentTypes['CountryGroup']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CountryGroupCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['PublisherCode']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  developments?: Resolver<Array<ResolversTypes['Development']>, ParentType, ContextType, RequireFields<CountryGroupDevelopmentsArgs, 'first'>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<CountryGroupDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<CountryGroupEventsArgs>>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<CountryGroupHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFixed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<CountryGroupLawsArgs>>;
  members?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CountryGroupNoteArgs>>;
  organisations?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, Partial<CountryGroupOrganisationsArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<CountryGroupRelatedArgs, 'first'>>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<CountryGroupResourcesArgs>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<CountryGroupSeriesArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CountryGroupSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CountryGroupTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<CountryGroupTrendsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryGroupConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryGroupConnection'] = ResolversParentTypes['CountryGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryGroupEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryGroupEdge'] = ResolversParentTypes['CountryGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountryGroup'], ParentType, ContextType>;
};

export type CountryGroupFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryGroupFacet'] = ResolversParentTypes['CountryGroupFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['CountryGroup'], ParentType, ContextType>;
};

export type CountryGroupPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryGroupPayload'] = ResolversParentTypes['CountryGroupPayload']> = {
  group?: Resolver<Maybe<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountryProfileResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfile'] = ResolversParentTypes['CountryProfile']> = {
  alpha3?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<CountryProfileBodyArgs>>;
  capital?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CountryProfileCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['PublisherCode']>, ParentType, ContextType>;
  cooperation?: Resolver<Array<ResolversTypes['CooperationFact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  developments?: Resolver<Array<ResolversTypes['Development']>, ParentType, ContextType, RequireFields<CountryProfileDevelopmentsArgs, 'first'>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<CountryProfileDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<CountryProfileEventsArgs>>;
  footnote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CountryProfileFootnoteArgs>>;
  groups?: Resolver<ResolversTypes['CountryProfileGroupsConnection'], ParentType, ContextType, Partial<CountryProfileGroupsArgs>>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<CountryProfileHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<CountryProfileLawsArgs>>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<CountryProfileLeafletsArgs>>;
  officialLanguages?: Resolver<Array<ResolversTypes['Language']>, ParentType, ContextType>;
  organisations?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, Partial<CountryProfileOrganisationsArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<CountryProfileRelatedArgs, 'first'>>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<CountryProfileResourcesArgs>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  routes?: Resolver<ResolversTypes['RouteConnection'], ParentType, ContextType, Partial<CountryProfileRoutesArgs>>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<CountryProfileSeriesArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<CountryProfileSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CountryProfileTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<CountryProfileTrendsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['CountryUpdateConnection'], ParentType, ContextType, Partial<CountryProfileUpdatesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryProfileConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileConnection'] = ResolversParentTypes['CountryProfileConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryProfileEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['CountryProfileFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryProfileEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileEdge'] = ResolversParentTypes['CountryProfileEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountryProfile'], ParentType, ContextType>;
};

export type CountryProfileFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileFacet'] = ResolversParentTypes['CountryProfileFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['CountryProfile'], ParentType, ContextType>;
};

export type CountryProfileFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileFacets'] = ResolversParentTypes['CountryProfileFacets']> = {
  cooperationKind?: Resolver<Array<ResolversTypes['CooperationKindFacet']>, ParentType, ContextType, RequireFields<CountryProfileFacetsCooperationKindArgs, 'first'>>;
  officialLanguages?: Resolver<Array<ResolversTypes['LanguageFacet']>, ParentType, ContextType, RequireFields<CountryProfileFacetsOfficialLanguagesArgs, 'first'>>;
};

export type CountryProfileGroupsConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileGroupsConnection'] = ResolversParentTypes['CountryProfileGroupsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryProfileGroupsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryProfileGroupsEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfileGroupsEdge'] = ResolversParentTypes['CountryProfileGroupsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountryGroup'], ParentType, ContextType>;
  via?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
};

export type CountryProfilePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryProfilePayload'] = ResolversParentTypes['CountryProfilePayload']> = {
  country?: Resolver<Maybe<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountryUpdateResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryUpdate'] = ResolversParentTypes['CountryUpdate']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CountryUpdateCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryProfile'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<CountryUpdateDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<CountryUpdateHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<CountryUpdateRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  stance?: Resolver<ResolversTypes['Stance'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CountryUpdateSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CountryUpdateTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<Array<ResolversTypes['Trend']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryUpdateConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryUpdateConnection'] = ResolversParentTypes['CountryUpdateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryUpdateEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['CountryUpdateFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountryUpdate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryUpdateEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryUpdateEdge'] = ResolversParentTypes['CountryUpdateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountryUpdate'], ParentType, ContextType>;
};

export type CountryUpdateFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryUpdateFacets'] = ResolversParentTypes['CountryUpdateFacets']> = {
  country?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<CountryUpdateFacetsCountryArgs, 'first'>>;
  event?: Resolver<Array<ResolversTypes['EventFacet']>, ParentType, ContextType, RequireFields<CountryUpdateFacetsEventArgs, 'first'>>;
  stance?: Resolver<Array<ResolversTypes['StanceFacet']>, ParentType, ContextType, RequireFields<CountryUpdateFacetsStanceArgs, 'first'>>;
};

export type CountryUpdatePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['CountryUpdatePayload'] = ResolversParentTypes['CountryUpdatePayload']> = {
  countryUpdate?: Resolver<Maybe<ResolversTypes['CountryUpdate']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = any, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  areas?: Resolver<Array<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  series?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DevelopmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Development'] = ResolversParentTypes['Development']> = {
  absolute?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DevelopmentCitationArgs, 'style'>>;
  from?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  guards?: Resolver<Array<ResolversTypes['ComparisonGuard']>, ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  peers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  relevance?: Resolver<ResolversTypes['Relevance'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DigitalFocusResolvers<ContextType = any, ParentType extends ResolversParentTypes['DigitalFocus'] = ResolversParentTypes['DigitalFocus']> = {
  service?: Resolver<ResolversTypes['DigitalService'], ParentType, ContextType>;
  use?: Resolver<Maybe<ResolversTypes['DigitalUse']>, ParentType, ContextType>;
};

export type DigitalServiceFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['DigitalServiceFacet'] = ResolversParentTypes['DigitalServiceFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['DigitalService'], ParentType, ContextType>;
};

export type DigitalUseFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['DigitalUseFacet'] = ResolversParentTypes['DigitalUseFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['DigitalUse'], ParentType, ContextType>;
};

export type DimensionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Dimension'] = ResolversParentTypes['Dimension']> = {
  codes?: Resolver<Array<ResolversTypes['DimensionCode']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<DimensionTitleArgs>>;
  total?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DimensionCodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['DimensionCode'] = ResolversParentTypes['DimensionCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<DimensionCodeTitleArgs>>;
};

export type DirectionFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['DirectionFacet'] = ResolversParentTypes['DirectionFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
};

export type EditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Edition'] = ResolversParentTypes['Edition']> = {
  language?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type EntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = {
  __resolveType: TypeResolveFn<'CountryGroup' | 'CountryProfile' | 'CountryUpdate' | 'Event' | 'Indicator' | 'Leaflet' | 'LegalProvision' | 'Organisation' | 'Question' | 'Resource' | 'Route' | 'Source' | 'Territory' | 'Topic' | 'Trend', ParentType, ContextType>;
};

export type EntryConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EntryConnection'] = ResolversParentTypes['EntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EntryEdge'] = ResolversParentTypes['EntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = any, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EventCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<EventDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<EventHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<EventLeafletsArgs>>;
  mode?: Resolver<Maybe<ResolversTypes['EventMode']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<EventNoteArgs>>;
  organiser?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  participantCountries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  participantGroups?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  participantOrganisations?: Resolver<Array<ResolversTypes['Organisation']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<EventRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<EventSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<EventTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['CountryUpdateConnection'], ParentType, ContextType, Partial<EventUpdatesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['EventFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type EventFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventFacet'] = ResolversParentTypes['EventFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type EventFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventFacets'] = ResolversParentTypes['EventFacets']> = {
  mode?: Resolver<Array<ResolversTypes['EventModeFacet']>, ParentType, ContextType, RequireFields<EventFacetsModeArgs, 'first'>>;
  organiser?: Resolver<Array<ResolversTypes['OrganisationFacet']>, ParentType, ContextType, RequireFields<EventFacetsOrganiserArgs, 'first'>>;
  participantCountries?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<EventFacetsParticipantCountriesArgs, 'first'>>;
  participantGroups?: Resolver<Array<ResolversTypes['CountryGroupFacet']>, ParentType, ContextType, RequireFields<EventFacetsParticipantGroupsArgs, 'first'>>;
  series?: Resolver<Array<ResolversTypes['StringFacet']>, ParentType, ContextType, RequireFields<EventFacetsSeriesArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<EventFacetsTopicsArgs, 'first'>>;
};

export type EventModeFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventModeFacet'] = ResolversParentTypes['EventModeFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['EventMode'], ParentType, ContextType>;
};

export type EventPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventPayload'] = ResolversParentTypes['EventPayload']> = {
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  words?: Resolver<Maybe<Array<ResolversTypes['Words']>>, ParentType, ContextType>;
};

export type FieldDifferenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['FieldDifference'] = ResolversParentTypes['FieldDifference']> = {
  base?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theirs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  yours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FigureChangesResolvers<ContextType = any, ParentType extends ResolversParentTypes['FigureChanges'] = ResolversParentTypes['FigureChanges']> = {
  appeared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['CellChange']>, ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Vintage']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Vintage']>, ParentType, ContextType>;
  vanished?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FinancialGainFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['FinancialGainFacet'] = ResolversParentTypes['FinancialGainFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['FinancialGain'], ParentType, ContextType>;
};

export type FrequencyFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['FrequencyFacet'] = ResolversParentTypes['FrequencyFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Frequency'], ParentType, ContextType>;
};

export type GrowthResolvers<ContextType = any, ParentType extends ResolversParentTypes['Growth'] = ResolversParentTypes['Growth']> = {
  absolute?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  guards?: Resolver<Array<ResolversTypes['ComparisonGuard']>, ParentType, ContextType>;
  likeForLike?: Resolver<Maybe<ResolversTypes['LikeForLike']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HighlightResolvers<ContextType = any, ParentType extends ResolversParentTypes['Highlight'] = ResolversParentTypes['Highlight']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  pieces?: Resolver<Array<ResolversTypes['HighlightPiece']>, ParentType, ContextType>;
};

export type HighlightPieceResolvers<ContextType = any, ParentType extends ResolversParentTypes['HighlightPiece'] = ResolversParentTypes['HighlightPiece']> = {
  isMatch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HumanitarianClauseFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['HumanitarianClauseFacet'] = ResolversParentTypes['HumanitarianClauseFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['HumanitarianClause'], ParentType, ContextType>;
};

export type ImportedFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportedFile'] = ResolversParentTypes['ImportedFile']> = {
  layout?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InUseResolvers<ContextType = any, ParentType extends ResolversParentTypes['InUse'] = ResolversParentTypes['InUse']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usedBy?: Resolver<Array<ResolversTypes['Use']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IncompatiblePairResolvers<ContextType = any, ParentType extends ResolversParentTypes['IncompatiblePair'] = ResolversParentTypes['IncompatiblePair']> = {
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['IncompatibleReason'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IncompatibleSeriesResolvers<ContextType = any, ParentType extends ResolversParentTypes['IncompatibleSeries'] = ResolversParentTypes['IncompatibleSeries']> = {
  pairs?: Resolver<Array<ResolversTypes['IncompatiblePair']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  absentMeans?: Resolver<ResolversTypes['AbsentMeans'], ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType, Partial<IndicatorAvailabilityArgs>>;
  changes?: Resolver<ResolversTypes['FigureChanges'], ParentType, ContextType, RequireFields<IndicatorChangesArgs, 'first' | 'from' | 'to'>>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<IndicatorCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, Partial<IndicatorClaimsArgs>>;
  countingUnit?: Resolver<ResolversTypes['CountingUnit'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decimals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<IndicatorDefinitionArgs>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<IndicatorDiffArgs, 'from' | 'to'>>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['Frequency'], ParentType, ContextType>;
  groupTotal?: Resolver<ResolversTypes['Series'], ParentType, ContextType, RequireFields<IndicatorGroupTotalArgs, 'group'>>;
  growth?: Resolver<Array<ResolversTypes['Growth']>, ParentType, ContextType, RequireFields<IndicatorGrowthArgs, 'from' | 'to'>>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<IndicatorHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType>;
  populationOf?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, Partial<IndicatorPopulationOfArgs>>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  ranking?: Resolver<Array<ResolversTypes['RankedArea']>, ParentType, ContextType, RequireFields<IndicatorRankingArgs, 'among' | 'first'>>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<IndicatorRelatedArgs, 'first'>>;
  relevance?: Resolver<ResolversTypes['Relevance'], ParentType, ContextType>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<IndicatorSeriesArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<IndicatorTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<IndicatorTrendsArgs>>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vintages?: Resolver<Array<ResolversTypes['Vintage']>, ParentType, ContextType, RequireFields<IndicatorVintagesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorConnection'] = ResolversParentTypes['IndicatorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IndicatorEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['IndicatorFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Indicator']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IndicatorEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorEdge'] = ResolversParentTypes['IndicatorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
};

export type IndicatorFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorFacets'] = ResolversParentTypes['IndicatorFacets']> = {
  countingUnit?: Resolver<Array<ResolversTypes['CountingUnitFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsCountingUnitArgs, 'first'>>;
  frequency?: Resolver<Array<ResolversTypes['FrequencyFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsFrequencyArgs, 'first'>>;
  measure?: Resolver<Array<ResolversTypes['MeasureFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsMeasureArgs, 'first'>>;
  publisher?: Resolver<Array<ResolversTypes['OrganisationFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsPublisherArgs, 'first'>>;
  relevance?: Resolver<Array<ResolversTypes['RelevanceFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsRelevanceArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<IndicatorFacetsTopicsArgs, 'first'>>;
};

export type IndicatorPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorPayload'] = ResolversParentTypes['IndicatorPayload']> = {
  indicator?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KindCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['KindCount'] = ResolversParentTypes['KindCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['EntryKind'], ParentType, ContextType>;
};

export interface LanguageScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Language'], any> {
  name: 'Language';
}

export type LanguageFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['LanguageFacet'] = ResolversParentTypes['LanguageFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
};

export type LeafletResolvers<ContextType = any, ParentType extends ResolversParentTypes['Leaflet'] = ResolversParentTypes['Leaflet']> = {
  body?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<LeafletBodyArgs>>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LeafletCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<LeafletDiffArgs, 'from' | 'to'>>;
  digital?: Resolver<Array<ResolversTypes['DigitalFocus']>, ParentType, ContextType>;
  editions?: Resolver<Array<ResolversTypes['Edition']>, ParentType, ContextType>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<LeafletHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<LeafletNoteArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  presentedAt?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<LeafletRelatedArgs, 'first'>>;
  resources?: Resolver<Array<ResolversTypes['Resource']>, ParentType, ContextType>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  seeAlso?: Resolver<Array<ResolversTypes['Resource']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<LeafletSummaryArgs>>;
  supersededBy?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<LeafletSupersededByArgs>>;
  supersedes?: Resolver<Maybe<ResolversTypes['Leaflet']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<LeafletTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<Array<ResolversTypes['Trend']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeafletConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeafletConnection'] = ResolversParentTypes['LeafletConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LeafletEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['LeafletFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Leaflet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeafletEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeafletEdge'] = ResolversParentTypes['LeafletEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Leaflet'], ParentType, ContextType>;
};

export type LeafletFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeafletFacets'] = ResolversParentTypes['LeafletFacets']> = {
  countries?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<LeafletFacetsCountriesArgs, 'first'>>;
  digitalService?: Resolver<Array<ResolversTypes['DigitalServiceFacet']>, ParentType, ContextType, RequireFields<LeafletFacetsDigitalServiceArgs, 'first'>>;
  digitalUse?: Resolver<Array<ResolversTypes['DigitalUseFacet']>, ParentType, ContextType, RequireFields<LeafletFacetsDigitalUseArgs, 'first'>>;
  issuer?: Resolver<Array<ResolversTypes['OrganisationFacet']>, ParentType, ContextType, RequireFields<LeafletFacetsIssuerArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<LeafletFacetsTopicsArgs, 'first'>>;
};

export type LeafletPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LeafletPayload'] = ResolversParentTypes['LeafletPayload']> = {
  leaflet?: Resolver<Maybe<ResolversTypes['Leaflet']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LegalLevelFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalLevelFacet'] = ResolversParentTypes['LegalLevelFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['LegalLevel'], ParentType, ContextType>;
};

export type LegalProvisionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalProvision'] = ResolversParentTypes['LegalProvision']> = {
  act?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  appliesFrom?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<LegalProvisionCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  conduct?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<LegalProvisionConductArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<LegalProvisionDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  financialGain?: Resolver<ResolversTypes['FinancialGain'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<LegalProvisionHistoryArgs, 'first'>>;
  humanitarianClause?: Resolver<ResolversTypes['HumanitarianClause'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inForce?: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['LegalLevel'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<LegalProvisionNoteArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<LegalProvisionRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  supersededBy?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<LegalProvisionSupersededByArgs>>;
  supersedes?: Resolver<Maybe<ResolversTypes['LegalProvision']>, ParentType, ContextType>;
  tiers?: Resolver<Array<ResolversTypes['PenaltyTier']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<LegalProvisionTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LegalProvisionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalProvisionConnection'] = ResolversParentTypes['LegalProvisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LegalProvisionEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['LegalProvisionFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LegalProvision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LegalProvisionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalProvisionEdge'] = ResolversParentTypes['LegalProvisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LegalProvision'], ParentType, ContextType>;
};

export type LegalProvisionFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalProvisionFacets'] = ResolversParentTypes['LegalProvisionFacets']> = {
  area?: Resolver<Array<ResolversTypes['AreaFacet']>, ParentType, ContextType, RequireFields<LegalProvisionFacetsAreaArgs, 'first'>>;
  financialGain?: Resolver<Array<ResolversTypes['FinancialGainFacet']>, ParentType, ContextType, RequireFields<LegalProvisionFacetsFinancialGainArgs, 'first'>>;
  humanitarianClause?: Resolver<Array<ResolversTypes['HumanitarianClauseFacet']>, ParentType, ContextType, RequireFields<LegalProvisionFacetsHumanitarianClauseArgs, 'first'>>;
  level?: Resolver<Array<ResolversTypes['LegalLevelFacet']>, ParentType, ContextType, RequireFields<LegalProvisionFacetsLevelArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<LegalProvisionFacetsTopicsArgs, 'first'>>;
};

export type LegalProvisionPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalProvisionPayload'] = ResolversParentTypes['LegalProvisionPayload']> = {
  law?: Resolver<Maybe<ResolversTypes['LegalProvision']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LikeForLikeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LikeForLike'] = ResolversParentTypes['LikeForLike']> = {
  absolute?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['AreaCode']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
};

export type LinkStatementResolvers<ContextType = any, ParentType extends ResolversParentTypes['LinkStatement'] = ResolversParentTypes['LinkStatement']> = {
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export interface MarkdownScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Markdown'], any> {
  name: 'Markdown';
}

export type MeasureFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasureFacet'] = ResolversParentTypes['MeasureFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = any, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  country?: Resolver<ResolversTypes['CountryProfile'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  countryPublish?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  countryRename?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  countryRestore?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  countryRetire?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  countrySave?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountrySaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  countryUnpublish?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  countryUnschedule?: Resolver<ResolversTypes['CountryProfilePayload'], ParentType, ContextType, RequireFields<MutationCountryUnscheduleArgs, 'dryRun' | 'slug'>>;
  countryUpdatePublish?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdatePublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  countryUpdateRename?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  countryUpdateRestore?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  countryUpdateRetire?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  countryUpdateSave?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  countryUpdateUnpublish?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  countryUpdateUnschedule?: Resolver<ResolversTypes['CountryUpdatePayload'], ParentType, ContextType, RequireFields<MutationCountryUpdateUnscheduleArgs, 'dryRun' | 'slug'>>;
  eventPublish?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  eventRename?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  eventRestore?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  eventRetire?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  eventSave?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  eventUnpublish?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  eventUnschedule?: Resolver<ResolversTypes['EventPayload'], ParentType, ContextType, RequireFields<MutationEventUnscheduleArgs, 'dryRun' | 'slug'>>;
  groupPublish?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  groupRename?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  groupRestore?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  groupRetire?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  groupSave?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  groupUnpublish?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  groupUnschedule?: Resolver<ResolversTypes['CountryGroupPayload'], ParentType, ContextType, RequireFields<MutationGroupUnscheduleArgs, 'dryRun' | 'slug'>>;
  indicatorPublish?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  indicatorRename?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  indicatorRestore?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  indicatorRetire?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  indicatorSave?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  indicatorUnpublish?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  indicatorUnschedule?: Resolver<ResolversTypes['IndicatorPayload'], ParentType, ContextType, RequireFields<MutationIndicatorUnscheduleArgs, 'dryRun' | 'slug'>>;
  lawPublish?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  lawRename?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  lawRestore?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  lawRetire?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  lawSave?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  lawUnpublish?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  lawUnschedule?: Resolver<ResolversTypes['LegalProvisionPayload'], ParentType, ContextType, RequireFields<MutationLawUnscheduleArgs, 'dryRun' | 'slug'>>;
  leafletPublish?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  leafletRename?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  leafletRestore?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  leafletRetire?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  leafletSave?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  leafletUnpublish?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  leafletUnschedule?: Resolver<ResolversTypes['LeafletPayload'], ParentType, ContextType, RequireFields<MutationLeafletUnscheduleArgs, 'dryRun' | 'slug'>>;
  organisationPublish?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  organisationRename?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  organisationRestore?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  organisationRetire?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  organisationSave?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  organisationUnpublish?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  organisationUnschedule?: Resolver<ResolversTypes['OrganisationPayload'], ParentType, ContextType, RequireFields<MutationOrganisationUnscheduleArgs, 'dryRun' | 'slug'>>;
  questionPublish?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  questionRename?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  questionRestore?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  questionRetire?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  questionSave?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  questionUnpublish?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  questionUnschedule?: Resolver<ResolversTypes['QuestionPayload'], ParentType, ContextType, RequireFields<MutationQuestionUnscheduleArgs, 'dryRun' | 'slug'>>;
  resourcePublish?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourcePublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  resourceRename?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  resourceRestore?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  resourceRetire?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  resourceSave?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  resourceUnpublish?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  resourceUnschedule?: Resolver<ResolversTypes['ResourcePayload'], ParentType, ContextType, RequireFields<MutationResourceUnscheduleArgs, 'dryRun' | 'slug'>>;
  routePublish?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRoutePublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  routeRename?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  routeRestore?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  routeRetire?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  routeSave?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  routeUnpublish?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  routeUnschedule?: Resolver<ResolversTypes['RoutePayload'], ParentType, ContextType, RequireFields<MutationRouteUnscheduleArgs, 'dryRun' | 'slug'>>;
  sourcePublish?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourcePublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  sourceRename?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  sourceRestore?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  sourceRetire?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  sourceSave?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  sourceUnpublish?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  sourceUnschedule?: Resolver<ResolversTypes['SourcePayload'], ParentType, ContextType, RequireFields<MutationSourceUnscheduleArgs, 'dryRun' | 'slug'>>;
  territoryPublish?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  territoryRename?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  territoryRestore?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  territoryRetire?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  territorySave?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritorySaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  territoryUnpublish?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  territoryUnschedule?: Resolver<ResolversTypes['TerritoryPayload'], ParentType, ContextType, RequireFields<MutationTerritoryUnscheduleArgs, 'dryRun' | 'slug'>>;
  topicPublish?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  topicRename?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  topicRestore?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  topicRetire?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  topicSave?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  topicUnpublish?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  topicUnschedule?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationTopicUnscheduleArgs, 'dryRun' | 'slug'>>;
  trendPublish?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendPublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  trendRename?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendRenameArgs, 'dryRun' | 'expectedRevision' | 'slug' | 'to'>>;
  trendRestore?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendRestoreArgs, 'dryRun' | 'expectedRevision' | 'publish' | 'revision' | 'slug'>>;
  trendRetire?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendRetireArgs, 'dryRun' | 'expectedRevision' | 'links' | 'slug'>>;
  trendSave?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendSaveArgs, 'dryRun' | 'expectedRevision' | 'merge' | 'publish' | 'record' | 'slug'>>;
  trendUnpublish?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendUnpublishArgs, 'dryRun' | 'expectedRevision' | 'slug'>>;
  trendUnschedule?: Resolver<ResolversTypes['TrendPayload'], ParentType, ContextType, RequireFields<MutationTrendUnscheduleArgs, 'dryRun' | 'slug'>>;
};

export type NodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'CountryGroup' | 'CountryProfile' | 'CountryUpdate' | 'Event' | 'Indicator' | 'Leaflet' | 'LegalProvision' | 'Organisation' | 'Question' | 'Resource' | 'Route' | 'Source' | 'Territory' | 'Topic' | 'Trend', ParentType, ContextType>;
};

export type ObservationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Observation'] = ResolversParentTypes['Observation']> = {
  dividedBy?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['ObservationFlag']>, ParentType, ContextType>;
  guards?: Resolver<Array<ResolversTypes['ComparisonGuard']>, ParentType, ContextType>;
  inputs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  likeForLike?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lower?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  seriesName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObservationState'], ParentType, ContextType>;
  upper?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ObstacleResolvers<ContextType = any, ParentType extends ResolversParentTypes['Obstacle'] = ResolversParentTypes['Obstacle']> = {
  __resolveType: TypeResolveFn<'Conflict' | 'InUse', ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation']> = {
  acronym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attendedEvents?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<OrganisationAttendedEventsArgs>>;
  children?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, Partial<OrganisationChildrenArgs>>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<OrganisationCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  cooperation?: Resolver<ResolversTypes['OrganisationCooperationConnection'], ParentType, ContextType, Partial<OrganisationCooperationArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<OrganisationDescriptionArgs>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<OrganisationDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<OrganisationHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, Partial<OrganisationIndicatorsArgs>>;
  kind?: Resolver<ResolversTypes['OrganisationKind'], ParentType, ContextType>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<OrganisationLeafletsArgs>>;
  memberCountries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  memberGroups?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<OrganisationNoteArgs>>;
  organisedEvents?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<OrganisationOrganisedEventsArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<OrganisationRelatedArgs, 'first'>>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<OrganisationResourcesArgs>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<OrganisationSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrganisationTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganisationConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationConnection'] = ResolversParentTypes['OrganisationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganisationEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['OrganisationFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organisation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationCooperationConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationCooperationConnection'] = ResolversParentTypes['OrganisationCooperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganisationCooperationEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['CountryProfileFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationCooperationEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationCooperationEdge'] = ResolversParentTypes['OrganisationCooperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountryProfile'], ParentType, ContextType>;
  via?: Resolver<Array<ResolversTypes['CooperationFact']>, ParentType, ContextType>;
};

export type OrganisationEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationEdge'] = ResolversParentTypes['OrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
};

export type OrganisationFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationFacet'] = ResolversParentTypes['OrganisationFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
};

export type OrganisationFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationFacets'] = ResolversParentTypes['OrganisationFacets']> = {
  kind?: Resolver<Array<ResolversTypes['OrganisationKindFacet']>, ParentType, ContextType, RequireFields<OrganisationFacetsKindArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<OrganisationFacetsTopicsArgs, 'first'>>;
};

export type OrganisationKindFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationKindFacet'] = ResolversParentTypes['OrganisationKindFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['OrganisationKind'], ParentType, ContextType>;
};

export type OrganisationPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationPayload'] = ResolversParentTypes['OrganisationPayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export type PathResolvers<ContextType = any, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['PathStep']>, ParentType, ContextType>;
};

export type PathStepResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathStep'] = ResolversParentTypes['PathStep']> = {
  from?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['LinkStatement']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export type PenaltyTierResolvers<ContextType = any, ParentType extends ResolversParentTypes['PenaltyTier'] = ResolversParentTypes['PenaltyTier']> = {
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<PenaltyTierConditionArgs>>;
  fine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<PenaltyTierFineArgs>>;
  life?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maxYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minYears?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  offence?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PenaltyTierOffenceArgs>>;
};

export interface PeriodScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Period'], any> {
  name: 'Period';
}

export type ProceedingStageFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ProceedingStageFacet'] = ResolversParentTypes['ProceedingStageFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['ProceedingStage'], ParentType, ContextType>;
};

export type ProvenanceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Provenance'] = ResolversParentTypes['Provenance']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<Array<ResolversTypes['ImportedFile']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retrievedOn?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
};

export type PublisherCodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublisherCode'] = ResolversParentTypes['PublisherCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  area?: Resolver<ResolversTypes['AreaReading'], ParentType, ContextType, RequireFields<QueryAreaArgs, 'code'>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<QueryChangesArgs, 'first'>>;
  compare?: Resolver<ResolversTypes['ComparisonResult'], ParentType, ContextType, RequireFields<QueryCompareArgs, 'force' | 'series'>>;
  countries?: Resolver<ResolversTypes['CountryProfileConnection'], ParentType, ContextType, Partial<QueryCountriesArgs>>;
  country?: Resolver<Maybe<ResolversTypes['CountryProfile']>, ParentType, ContextType, Partial<QueryCountryArgs>>;
  countryUpdate?: Resolver<Maybe<ResolversTypes['CountryUpdate']>, ParentType, ContextType, RequireFields<QueryCountryUpdateArgs, 'slug'>>;
  countryUpdates?: Resolver<ResolversTypes['CountryUpdateConnection'], ParentType, ContextType, Partial<QueryCountryUpdatesArgs>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'slug'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  group?: Resolver<Maybe<ResolversTypes['CountryGroup']>, ParentType, ContextType, Partial<QueryGroupArgs>>;
  groups?: Resolver<ResolversTypes['CountryGroupConnection'], ParentType, ContextType, Partial<QueryGroupsArgs>>;
  indicator?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType, RequireFields<QueryIndicatorArgs, 'slug'>>;
  indicators?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, Partial<QueryIndicatorsArgs>>;
  law?: Resolver<Maybe<ResolversTypes['LegalProvision']>, ParentType, ContextType, RequireFields<QueryLawArgs, 'slug'>>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<QueryLawsArgs>>;
  leaflet?: Resolver<Maybe<ResolversTypes['Leaflet']>, ParentType, ContextType, RequireFields<QueryLeafletArgs, 'slug'>>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<QueryLeafletsArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType, RequireFields<QueryOrganisationArgs, 'slug'>>;
  organisations?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, Partial<QueryOrganisationsArgs>>;
  path?: Resolver<Maybe<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<QueryPathArgs, 'from' | 'maxHops' | 'to'>>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType, RequireFields<QueryQuestionArgs, 'slug'>>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, Partial<QueryQuestionsArgs>>;
  resource?: Resolver<Maybe<ResolversTypes['Resource']>, ParentType, ContextType, RequireFields<QueryResourceArgs, 'slug'>>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<QueryResourcesArgs>>;
  route?: Resolver<Maybe<ResolversTypes['Route']>, ParentType, ContextType, Partial<QueryRouteArgs>>;
  routes?: Resolver<ResolversTypes['RouteConnection'], ParentType, ContextType, Partial<QueryRoutesArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'query'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'slug'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<QuerySourcesArgs>>;
  territories?: Resolver<ResolversTypes['TerritoryConnection'], ParentType, ContextType, Partial<QueryTerritoriesArgs>>;
  territory?: Resolver<Maybe<ResolversTypes['Territory']>, ParentType, ContextType, Partial<QueryTerritoryArgs>>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType, RequireFields<QueryTopicArgs, 'slug'>>;
  topics?: Resolver<ResolversTypes['TopicConnection'], ParentType, ContextType, Partial<QueryTopicsArgs>>;
  trend?: Resolver<Maybe<ResolversTypes['Trend']>, ParentType, ContextType, RequireFields<QueryTrendArgs, 'slug'>>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<QueryTrendsArgs>>;
};

export type QuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QuestionCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<QuestionDiffArgs, 'from' | 'to'>>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<QuestionHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<QuestionRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['QuestionRole'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<QuestionSummaryArgs>>;
  task?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<QuestionTaskArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<QuestionTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variables?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vintage?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuestionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionConnection'] = ResolversParentTypes['QuestionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuestionEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['QuestionFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Question']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionEdge'] = ResolversParentTypes['QuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
};

export type QuestionFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionFacets'] = ResolversParentTypes['QuestionFacets']> = {
  role?: Resolver<Array<ResolversTypes['QuestionRoleFacet']>, ParentType, ContextType, RequireFields<QuestionFacetsRoleArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<QuestionFacetsTopicsArgs, 'first'>>;
};

export type QuestionPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionPayload'] = ResolversParentTypes['QuestionPayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QuestionRoleFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionRoleFacet'] = ResolversParentTypes['QuestionRoleFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['QuestionRole'], ParentType, ContextType>;
};

export type QuotedPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuotedPart'] = ResolversParentTypes['QuotedPart']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RankedAreaResolvers<ContextType = any, ParentType extends ResolversParentTypes['RankedArea'] = ResolversParentTypes['RankedArea']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  guards?: Resolver<Array<ResolversTypes['ComparisonGuard']>, ParentType, ContextType>;
  observation?: Resolver<ResolversTypes['Observation'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RelatedResolvers<ContextType = any, ParentType extends ResolversParentTypes['Related'] = ResolversParentTypes['Related']> = {
  entry?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RelatedReason']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RelatedReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['RelatedReason'] = ResolversParentTypes['RelatedReason']> = {
  link?: Resolver<ResolversTypes['LinkStatement'], ParentType, ContextType>;
  otherLink?: Resolver<ResolversTypes['LinkStatement'], ParentType, ContextType>;
  shared?: Resolver<Maybe<ResolversTypes['Entry']>, ParentType, ContextType>;
};

export type RelevanceFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['RelevanceFacet'] = ResolversParentTypes['RelevanceFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Relevance'], ParentType, ContextType>;
};

export type ResourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Resource'] = ResolversParentTypes['Resource']> = {
  audiences?: Resolver<Array<ResolversTypes['Audience']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ResourceCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<ResourceDescriptionArgs>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<ResourceDiffArgs, 'from' | 'to'>>;
  digital?: Resolver<Array<ResolversTypes['DigitalFocus']>, ParentType, ContextType>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<ResourceHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ResourceKind'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['Language']>, ParentType, ContextType>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<ResourceLeafletsArgs>>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ResourceNoteArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<ResourceRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  seeAlsoLeaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<ResourceSeeAlsoLeafletsArgs>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['ProceedingStage']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ResourceSummaryArgs>>;
  supersededBy?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<ResourceSupersededByArgs>>;
  supersedes?: Resolver<Maybe<ResolversTypes['Resource']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ResourceTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResourceConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceConnection'] = ResolversParentTypes['ResourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ResourceEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['ResourceFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Resource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResourceEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceEdge'] = ResolversParentTypes['ResourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Resource'], ParentType, ContextType>;
};

export type ResourceFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceFacets'] = ResolversParentTypes['ResourceFacets']> = {
  audiences?: Resolver<Array<ResolversTypes['AudienceFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsAudiencesArgs, 'first'>>;
  countries?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsCountriesArgs, 'first'>>;
  digitalService?: Resolver<Array<ResolversTypes['DigitalServiceFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsDigitalServiceArgs, 'first'>>;
  digitalUse?: Resolver<Array<ResolversTypes['DigitalUseFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsDigitalUseArgs, 'first'>>;
  groups?: Resolver<Array<ResolversTypes['CountryGroupFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsGroupsArgs, 'first'>>;
  kind?: Resolver<Array<ResolversTypes['ResourceKindFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsKindArgs, 'first'>>;
  languages?: Resolver<Array<ResolversTypes['LanguageFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsLanguagesArgs, 'first'>>;
  provider?: Resolver<Array<ResolversTypes['OrganisationFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsProviderArgs, 'first'>>;
  stages?: Resolver<Array<ResolversTypes['ProceedingStageFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsStagesArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<ResourceFacetsTopicsArgs, 'first'>>;
};

export type ResourceKindFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceKindFacet'] = ResolversParentTypes['ResourceKindFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['ResourceKind'], ParentType, ContextType>;
};

export type ResourcePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourcePayload'] = ResolversParentTypes['ResourcePayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  resource?: Resolver<Maybe<ResolversTypes['Resource']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  action?: Resolver<ResolversTypes['ChangeAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
};

export type RouteResolvers<ContextType = any, ParentType extends ResolversParentTypes['Route'] = ResolversParentTypes['Route']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RouteCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['PublisherCode']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  developments?: Resolver<Array<ResolversTypes['Development']>, ParentType, ContextType, RequireFields<RouteDevelopmentsArgs, 'first'>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<RouteDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<RouteHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RouteKind'], ParentType, ContextType>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<RouteLawsArgs>>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<RouteNoteArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  partOf?: Resolver<Maybe<ResolversTypes['Route']>, ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['RouteConnection'], ParentType, ContextType, Partial<RoutePartsArgs>>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<RouteRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<RouteSeriesArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<RouteSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<RouteTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<RouteTrendsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RouteConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteConnection'] = ResolversParentTypes['RouteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RouteEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['RouteFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Route']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RouteEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteEdge'] = ResolversParentTypes['RouteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Route'], ParentType, ContextType>;
};

export type RouteFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteFacet'] = ResolversParentTypes['RouteFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Route'], ParentType, ContextType>;
};

export type RouteFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteFacets'] = ResolversParentTypes['RouteFacets']> = {
  countries?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<RouteFacetsCountriesArgs, 'first'>>;
  kind?: Resolver<Array<ResolversTypes['RouteKindFacet']>, ParentType, ContextType, RequireFields<RouteFacetsKindArgs, 'first'>>;
};

export type RouteKindFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteKindFacet'] = ResolversParentTypes['RouteKindFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['RouteKind'], ParentType, ContextType>;
};

export type RoutePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['RoutePayload'] = ResolversParentTypes['RoutePayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['Route']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = any, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  didYouMean?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['SearchFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['Highlight']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  why?: Resolver<Array<ResolversTypes['SearchReason']>, ParentType, ContextType>;
};

export type SearchFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchFacets'] = ResolversParentTypes['SearchFacets']> = {
  kinds?: Resolver<Array<ResolversTypes['KindCount']>, ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['SearchTopicCount']>, ParentType, ContextType, RequireFields<SearchFacetsTopicsArgs, 'first'>>;
};

export type SearchReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchReason'] = ResolversParentTypes['SearchReason']> = {
  boost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  likeness?: Resolver<ResolversTypes['Likeness'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  term?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchTopicCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchTopicCount'] = ResolversParentTypes['SearchTopicCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = any, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  area?: Resolver<ResolversTypes['Area'], ParentType, ContextType>;
  breakdown?: Resolver<Array<ResolversTypes['Breakdown']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SeriesCitationArgs, 'style'>>;
  fixedAt?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['Frequency'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  permalink?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['Observation']>, ParentType, ContextType>;
  population?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['SeriesSummary'], ParentType, ContextType>;
  transform?: Resolver<Maybe<ResolversTypes['Transform']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vintage?: Resolver<ResolversTypes['Vintage'], ParentType, ContextType>;
};

export type SeriesSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['SeriesSummary'] = ResolversParentTypes['SeriesSummary']> = {
  first?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['ObservationFlag']>, ParentType, ContextType>;
  inputs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Observation']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<SessionSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SessionTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  trends?: Resolver<Array<ResolversTypes['Trend']>, ParentType, ContextType>;
};

export interface SlugScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Slug'], any> {
  name: 'Slug';
}

export type SourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SourceCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  citedBy?: Resolver<ResolversTypes['EntryConnection'], ParentType, ContextType, Partial<SourceCitedByArgs>>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<SourceDiffArgs, 'from' | 'to'>>;
  edition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<SourceHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notBefore?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readIn?: Resolver<Maybe<ResolversTypes['Copy']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<SourceRelatedArgs, 'first'>>;
  retrievedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SourceTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['SourceFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type SourceFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourceFacets'] = ResolversParentTypes['SourceFacets']> = {
  publisher?: Resolver<Array<ResolversTypes['StringFacet']>, ParentType, ContextType, RequireFields<SourceFacetsPublisherArgs, 'first'>>;
};

export type SourcePayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourcePayload'] = ResolversParentTypes['SourcePayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SpanResolvers<ContextType = any, ParentType extends ResolversParentTypes['Span'] = ResolversParentTypes['Span']> = {
  from?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type StanceFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['StanceFacet'] = ResolversParentTypes['StanceFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Stance'], ParentType, ContextType>;
};

export type StringFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['StringFacet'] = ResolversParentTypes['StringFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TerritoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Territory'] = ResolversParentTypes['Territory']> = {
  alpha3?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TerritoryCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['AreaCode'], ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['PublisherCode']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<TerritoryDiffArgs, 'from' | 'to'>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  footnote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<TerritoryFootnoteArgs>>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<TerritoryHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<TerritoryLawsArgs>>;
  numeric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['WorldRegion']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<TerritoryRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  series?: Resolver<Array<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<TerritorySeriesArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TerritoryTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TerritoryConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TerritoryConnection'] = ResolversParentTypes['TerritoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TerritoryEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['TerritoryFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Territory']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TerritoryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TerritoryEdge'] = ResolversParentTypes['TerritoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Territory'], ParentType, ContextType>;
};

export type TerritoryFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['TerritoryFacets'] = ResolversParentTypes['TerritoryFacets']> = {
  region?: Resolver<Array<ResolversTypes['WorldRegionFacet']>, ParentType, ContextType, RequireFields<TerritoryFacetsRegionArgs, 'first'>>;
};

export type TerritoryPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TerritoryPayload'] = ResolversParentTypes['TerritoryPayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  territory?: Resolver<Maybe<ResolversTypes['Territory']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TopicResolvers<ContextType = any, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  altLabels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  broader?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TopicCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<TopicDefinitionArgs>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<TopicDiffArgs, 'from' | 'to'>>;
  discussedAt?: Resolver<ResolversTypes['TopicDiscussedAtConnection'], ParentType, ContextType, Partial<TopicDiscussedAtArgs>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<TopicEventsArgs>>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<TopicHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, Partial<TopicIndicatorsArgs>>;
  laws?: Resolver<ResolversTypes['LegalProvisionConnection'], ParentType, ContextType, Partial<TopicLawsArgs>>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<TopicLeafletsArgs>>;
  narrower?: Resolver<ResolversTypes['TopicConnection'], ParentType, ContextType, Partial<TopicNarrowerArgs>>;
  organisations?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, Partial<TopicOrganisationsArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, Partial<TopicQuestionsArgs>>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<TopicRelatedArgs, 'first'>>;
  relatedFrom?: Resolver<ResolversTypes['TopicConnection'], ParentType, ContextType, Partial<TopicRelatedFromArgs>>;
  relatedTopics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, Partial<TopicResourcesArgs>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['TopicScheme'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TopicTitleArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  trends?: Resolver<ResolversTypes['TrendConnection'], ParentType, ContextType, Partial<TopicTrendsArgs>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicConnection'] = ResolversParentTypes['TopicConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TopicEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['TopicFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TopicDiscussedAtConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicDiscussedAtConnection'] = ResolversParentTypes['TopicDiscussedAtConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TopicDiscussedAtEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['EventFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TopicDiscussedAtEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicDiscussedAtEdge'] = ResolversParentTypes['TopicDiscussedAtEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  via?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type TopicEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicEdge'] = ResolversParentTypes['TopicEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
};

export type TopicFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicFacet'] = ResolversParentTypes['TopicFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
};

export type TopicFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicFacets'] = ResolversParentTypes['TopicFacets']> = {
  scheme?: Resolver<Array<ResolversTypes['TopicSchemeFacet']>, ParentType, ContextType, RequireFields<TopicFacetsSchemeArgs, 'first'>>;
};

export type TopicPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicPayload'] = ResolversParentTypes['TopicPayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TopicSchemeFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicSchemeFacet'] = ResolversParentTypes['TopicSchemeFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['TopicScheme'], ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  isOriginal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isReviewed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  stale?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrendResolvers<ContextType = any, ParentType extends ResolversParentTypes['Trend'] = ResolversParentTypes['Trend']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TrendCitationArgs, 'style'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['CountryProfile']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Markdown']>, ParentType, ContextType, Partial<TrendDescriptionArgs>>;
  diff?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType, RequireFields<TrendDiffArgs, 'from' | 'to'>>;
  digital?: Resolver<Array<ResolversTypes['DigitalFocus']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  discussedAt?: Resolver<ResolversTypes['TrendDiscussedAtConnection'], ParentType, ContextType, Partial<TrendDiscussedAtArgs>>;
  editorNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['CountryGroup']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<TrendHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['Indicator']>, ParentType, ContextType>;
  leaflets?: Resolver<ResolversTypes['LeafletConnection'], ParentType, ContextType, Partial<TrendLeafletsArgs>>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<TrendNoteArgs>>;
  originalLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Span']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['Related']>, ParentType, ContextType, RequireFields<TrendRelatedArgs, 'first'>>;
  reviewedTranslations?: Resolver<Array<ResolversTypes['Locale']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  routes?: Resolver<Array<ResolversTypes['Route']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['Slug'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<TrendSummaryArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TrendTitleArgs>>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updates?: Resolver<ResolversTypes['CountryUpdateConnection'], ParentType, ContextType, Partial<TrendUpdatesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrendConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendConnection'] = ResolversParentTypes['TrendConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrendEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['TrendFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Trend']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrendDiscussedAtConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendDiscussedAtConnection'] = ResolversParentTypes['TrendDiscussedAtConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrendDiscussedAtEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['EventFacets'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrendDiscussedAtEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendDiscussedAtEdge'] = ResolversParentTypes['TrendDiscussedAtEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  via?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type TrendEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendEdge'] = ResolversParentTypes['TrendEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Trend'], ParentType, ContextType>;
};

export type TrendFacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendFacets'] = ResolversParentTypes['TrendFacets']> = {
  countries?: Resolver<Array<ResolversTypes['CountryProfileFacet']>, ParentType, ContextType, RequireFields<TrendFacetsCountriesArgs, 'first'>>;
  digitalService?: Resolver<Array<ResolversTypes['DigitalServiceFacet']>, ParentType, ContextType, RequireFields<TrendFacetsDigitalServiceArgs, 'first'>>;
  digitalUse?: Resolver<Array<ResolversTypes['DigitalUseFacet']>, ParentType, ContextType, RequireFields<TrendFacetsDigitalUseArgs, 'first'>>;
  direction?: Resolver<Array<ResolversTypes['DirectionFacet']>, ParentType, ContextType, RequireFields<TrendFacetsDirectionArgs, 'first'>>;
  groups?: Resolver<Array<ResolversTypes['CountryGroupFacet']>, ParentType, ContextType, RequireFields<TrendFacetsGroupsArgs, 'first'>>;
  routes?: Resolver<Array<ResolversTypes['RouteFacet']>, ParentType, ContextType, RequireFields<TrendFacetsRoutesArgs, 'first'>>;
  topics?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<TrendFacetsTopicsArgs, 'first'>>;
};

export type TrendPayloadResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrendPayload'] = ResolversParentTypes['TrendPayload']> = {
  obstacle?: Resolver<Maybe<ResolversTypes['Obstacle']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
  trend?: Resolver<Maybe<ResolversTypes['Trend']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UseResolvers<ContextType = any, ParentType extends ResolversParentTypes['Use'] = ResolversParentTypes['Use']> = {
  entry?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = any, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VintageResolvers<ContextType = any, ParentType extends ResolversParentTypes['Vintage'] = ResolversParentTypes['Vintage']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  dateOf?: Resolver<ResolversTypes['EditionDate'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['Provenance']>, ParentType, ContextType>;
};

export type WordsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Words'] = ResolversParentTypes['Words']> = {
  state?: Resolver<ResolversTypes['WordState'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorldRegionFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['WorldRegionFacet'] = ResolversParentTypes['WorldRegionFacet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['WorldRegion'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Area?: AreaResolvers<ContextType>;
  AreaCode?: GraphQLScalarType;
  AreaFacet?: AreaFacetResolvers<ContextType>;
  AreaReading?: AreaReadingResolvers<ContextType>;
  AudienceFacet?: AudienceFacetResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  Breakdown?: BreakdownResolvers<ContextType>;
  CellChange?: CellChangeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  ChangedEntry?: ChangedEntryResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ComparedPeriod?: ComparedPeriodResolvers<ContextType>;
  Comparison?: ComparisonResolvers<ContextType>;
  ComparisonResult?: ComparisonResultResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  CooperationFact?: CooperationFactResolvers<ContextType>;
  CooperationKindFacet?: CooperationKindFacetResolvers<ContextType>;
  Copy?: CopyResolvers<ContextType>;
  CountingUnitFacet?: CountingUnitFacetResolvers<ContextType>;
  CountryGroup?: CountryGroupResolvers<ContextType>;
  CountryGroupConnection?: CountryGroupConnectionResolvers<ContextType>;
  CountryGroupEdge?: CountryGroupEdgeResolvers<ContextType>;
  CountryGroupFacet?: CountryGroupFacetResolvers<ContextType>;
  CountryGroupPayload?: CountryGroupPayloadResolvers<ContextType>;
  CountryProfile?: CountryProfileResolvers<ContextType>;
  CountryProfileConnection?: CountryProfileConnectionResolvers<ContextType>;
  CountryProfileEdge?: CountryProfileEdgeResolvers<ContextType>;
  CountryProfileFacet?: CountryProfileFacetResolvers<ContextType>;
  CountryProfileFacets?: CountryProfileFacetsResolvers<ContextType>;
  CountryProfileGroupsConnection?: CountryProfileGroupsConnectionResolvers<ContextType>;
  CountryProfileGroupsEdge?: CountryProfileGroupsEdgeResolvers<ContextType>;
  CountryProfilePayload?: CountryProfilePayloadResolvers<ContextType>;
  CountryUpdate?: CountryUpdateResolvers<ContextType>;
  CountryUpdateConnection?: CountryUpdateConnectionResolvers<ContextType>;
  CountryUpdateEdge?: CountryUpdateEdgeResolvers<ContextType>;
  CountryUpdateFacets?: CountryUpdateFacetsResolvers<ContextType>;
  CountryUpdatePayload?: CountryUpdatePayloadResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Development?: DevelopmentResolvers<ContextType>;
  DigitalFocus?: DigitalFocusResolvers<ContextType>;
  DigitalServiceFacet?: DigitalServiceFacetResolvers<ContextType>;
  DigitalUseFacet?: DigitalUseFacetResolvers<ContextType>;
  Dimension?: DimensionResolvers<ContextType>;
  DimensionCode?: DimensionCodeResolvers<ContextType>;
  DirectionFacet?: DirectionFacetResolvers<ContextType>;
  Edition?: EditionResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  EntryConnection?: EntryConnectionResolvers<ContextType>;
  EntryEdge?: EntryEdgeResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EventFacet?: EventFacetResolvers<ContextType>;
  EventFacets?: EventFacetsResolvers<ContextType>;
  EventModeFacet?: EventModeFacetResolvers<ContextType>;
  EventPayload?: EventPayloadResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  FieldDifference?: FieldDifferenceResolvers<ContextType>;
  FigureChanges?: FigureChangesResolvers<ContextType>;
  FinancialGainFacet?: FinancialGainFacetResolvers<ContextType>;
  FrequencyFacet?: FrequencyFacetResolvers<ContextType>;
  Growth?: GrowthResolvers<ContextType>;
  Highlight?: HighlightResolvers<ContextType>;
  HighlightPiece?: HighlightPieceResolvers<ContextType>;
  HumanitarianClauseFacet?: HumanitarianClauseFacetResolvers<ContextType>;
  ImportedFile?: ImportedFileResolvers<ContextType>;
  InUse?: InUseResolvers<ContextType>;
  IncompatiblePair?: IncompatiblePairResolvers<ContextType>;
  IncompatibleSeries?: IncompatibleSeriesResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  IndicatorConnection?: IndicatorConnectionResolvers<ContextType>;
  IndicatorEdge?: IndicatorEdgeResolvers<ContextType>;
  IndicatorFacets?: IndicatorFacetsResolvers<ContextType>;
  IndicatorPayload?: IndicatorPayloadResolvers<ContextType>;
  KindCount?: KindCountResolvers<ContextType>;
  Language?: GraphQLScalarType;
  LanguageFacet?: LanguageFacetResolvers<ContextType>;
  Leaflet?: LeafletResolvers<ContextType>;
  LeafletConnection?: LeafletConnectionResolvers<ContextType>;
  LeafletEdge?: LeafletEdgeResolvers<ContextType>;
  LeafletFacets?: LeafletFacetsResolvers<ContextType>;
  LeafletPayload?: LeafletPayloadResolvers<ContextType>;
  LegalLevelFacet?: LegalLevelFacetResolvers<ContextType>;
  LegalProvision?: LegalProvisionResolvers<ContextType>;
  LegalProvisionConnection?: LegalProvisionConnectionResolvers<ContextType>;
  LegalProvisionEdge?: LegalProvisionEdgeResolvers<ContextType>;
  LegalProvisionFacets?: LegalProvisionFacetsResolvers<ContextType>;
  LegalProvisionPayload?: LegalProvisionPayloadResolvers<ContextType>;
  LikeForLike?: LikeForLikeResolvers<ContextType>;
  LinkStatement?: LinkStatementResolvers<ContextType>;
  Markdown?: GraphQLScalarType;
  MeasureFacet?: MeasureFacetResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Observation?: ObservationResolvers<ContextType>;
  Obstacle?: ObstacleResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  OrganisationConnection?: OrganisationConnectionResolvers<ContextType>;
  OrganisationCooperationConnection?: OrganisationCooperationConnectionResolvers<ContextType>;
  OrganisationCooperationEdge?: OrganisationCooperationEdgeResolvers<ContextType>;
  OrganisationEdge?: OrganisationEdgeResolvers<ContextType>;
  OrganisationFacet?: OrganisationFacetResolvers<ContextType>;
  OrganisationFacets?: OrganisationFacetsResolvers<ContextType>;
  OrganisationKindFacet?: OrganisationKindFacetResolvers<ContextType>;
  OrganisationPayload?: OrganisationPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialDate?: GraphQLScalarType;
  Path?: PathResolvers<ContextType>;
  PathStep?: PathStepResolvers<ContextType>;
  PenaltyTier?: PenaltyTierResolvers<ContextType>;
  Period?: GraphQLScalarType;
  ProceedingStageFacet?: ProceedingStageFacetResolvers<ContextType>;
  Provenance?: ProvenanceResolvers<ContextType>;
  PublisherCode?: PublisherCodeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionConnection?: QuestionConnectionResolvers<ContextType>;
  QuestionEdge?: QuestionEdgeResolvers<ContextType>;
  QuestionFacets?: QuestionFacetsResolvers<ContextType>;
  QuestionPayload?: QuestionPayloadResolvers<ContextType>;
  QuestionRoleFacet?: QuestionRoleFacetResolvers<ContextType>;
  QuotedPart?: QuotedPartResolvers<ContextType>;
  RankedArea?: RankedAreaResolvers<ContextType>;
  Related?: RelatedResolvers<ContextType>;
  RelatedReason?: RelatedReasonResolvers<ContextType>;
  RelevanceFacet?: RelevanceFacetResolvers<ContextType>;
  Resource?: ResourceResolvers<ContextType>;
  ResourceConnection?: ResourceConnectionResolvers<ContextType>;
  ResourceEdge?: ResourceEdgeResolvers<ContextType>;
  ResourceFacets?: ResourceFacetsResolvers<ContextType>;
  ResourceKindFacet?: ResourceKindFacetResolvers<ContextType>;
  ResourcePayload?: ResourcePayloadResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  Route?: RouteResolvers<ContextType>;
  RouteConnection?: RouteConnectionResolvers<ContextType>;
  RouteEdge?: RouteEdgeResolvers<ContextType>;
  RouteFacet?: RouteFacetResolvers<ContextType>;
  RouteFacets?: RouteFacetsResolvers<ContextType>;
  RouteKindFacet?: RouteKindFacetResolvers<ContextType>;
  RoutePayload?: RoutePayloadResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchFacets?: SearchFacetsResolvers<ContextType>;
  SearchReason?: SearchReasonResolvers<ContextType>;
  SearchTopicCount?: SearchTopicCountResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesSummary?: SeriesSummaryResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Slug?: GraphQLScalarType;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  SourceFacets?: SourceFacetsResolvers<ContextType>;
  SourcePayload?: SourcePayloadResolvers<ContextType>;
  Span?: SpanResolvers<ContextType>;
  StanceFacet?: StanceFacetResolvers<ContextType>;
  StringFacet?: StringFacetResolvers<ContextType>;
  Territory?: TerritoryResolvers<ContextType>;
  TerritoryConnection?: TerritoryConnectionResolvers<ContextType>;
  TerritoryEdge?: TerritoryEdgeResolvers<ContextType>;
  TerritoryFacets?: TerritoryFacetsResolvers<ContextType>;
  TerritoryPayload?: TerritoryPayloadResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  TopicConnection?: TopicConnectionResolvers<ContextType>;
  TopicDiscussedAtConnection?: TopicDiscussedAtConnectionResolvers<ContextType>;
  TopicDiscussedAtEdge?: TopicDiscussedAtEdgeResolvers<ContextType>;
  TopicEdge?: TopicEdgeResolvers<ContextType>;
  TopicFacet?: TopicFacetResolvers<ContextType>;
  TopicFacets?: TopicFacetsResolvers<ContextType>;
  TopicPayload?: TopicPayloadResolvers<ContextType>;
  TopicSchemeFacet?: TopicSchemeFacetResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  Trend?: TrendResolvers<ContextType>;
  TrendConnection?: TrendConnectionResolvers<ContextType>;
  TrendDiscussedAtConnection?: TrendDiscussedAtConnectionResolvers<ContextType>;
  TrendDiscussedAtEdge?: TrendDiscussedAtEdgeResolvers<ContextType>;
  TrendEdge?: TrendEdgeResolvers<ContextType>;
  TrendFacets?: TrendFacetsResolvers<ContextType>;
  TrendPayload?: TrendPayloadResolvers<ContextType>;
  URL?: GraphQLScalarType;
  Use?: UseResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Vintage?: VintageResolvers<ContextType>;
  Words?: WordsResolvers<ContextType>;
  WorldRegionFacet?: WorldRegionFacetResolvers<ContextType>;
};

