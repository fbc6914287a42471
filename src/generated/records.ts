// Made by `npm run generate` from schema/. Change the SDL, not this file.

/** A text by locale. */
export type LocalisedText = Partial<Record<Locale, string>>;

/** What becomes of the links to an entry that is withdrawn. */
export type LinkPolicy = 'RESTRICT' | 'UNLINK' | 'RETIRE';

/** The languages in which this knowledge base is written. Where a text is not there in the one asked for, the nearest is served. */
export type Locale = 'en' | 'fr' | 'de' | 'es' | 'it';

/** Where an entry stands in its life. */
export type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** What somebody may do here. */
export type Role = 'READER' | 'EDITOR' | 'ADMIN';

/** How a quoted figure compares with the newest edition of its indicator. */
export type ClaimStatus = 'CURRENT' | 'AS_STATED' | 'OUT_OF_DATE' | 'UNVERIFIABLE';

/** A form of judicial cooperation between a country and an agency or network. */
export type CooperationType = 'NATIONAL_DESK' | 'REPRESENTATIVE' | 'LIAISON_PROSECUTOR' | 'CONTACT_POINT' | 'COOPERATION_AGREEMENT' | 'WORKING_ARRANGEMENT' | 'NEGOTIATION_MANDATE' | 'PROJECT';

/** How far a form of cooperation has come. */
export type CooperationState = 'AUTHORISED' | 'SIGNED' | 'CONCLUDED' | 'IN_FORCE' | 'NONE';

/** Whether an update bears a trend out. */
export type Stance = 'SUPPORTS' | 'CONTRADICTS' | 'NEUTRAL';

/** A kind of online service or digital instrument. */
export type DigitalService = 'SOCIAL_MEDIA' | 'MESSAGING_AND_MOBILE_APPS' | 'ONLINE_PLATFORMS' | 'ENCRYPTED_COMMUNICATION' | 'VIRTUAL_ASSETS' | 'INFORMAL_VALUE_TRANSFER' | 'ELECTRONIC_PAYMENT' | 'MAPS_AND_NAVIGATION' | 'CLOUD_STORAGE' | 'DOMAIN_REGISTRATION';

/** What smugglers use a digital service for. */
export type DigitalUse = 'RECRUITMENT' | 'ADVERTISING' | 'COMMUNICATION' | 'MONEY_TRANSFER';

/** How people meet. */
export type EventMode = 'IN_PERSON' | 'ONLINE' | 'HYBRID';

/** What was done with an entry. */
export type ChangeAction = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED';

/** Whether words are in both texts, or in one of them. */
export type WordState = 'SAME' | 'REMOVED' | 'ADDED';

/** What is counted. */
export type CountingUnit = 'PERSONS' | 'DETECTIONS' | 'CASES' | 'APPLICATIONS' | 'INCIDENTS' | 'DEATHS' | 'ACCOUNTS' | 'MEETINGS' | 'TEAMS' | 'REQUESTS' | 'INVESTIGATIONS' | 'MESSAGES' | 'MONEY' | 'PERCENT' | 'OTHER';

/** What indicators of several publishers, or several indicators of one publisher, measure alike. */
export type Concept = 'POPULATION' | 'FOREIGN_RESIDENTS' | 'ASYLUM_APPLICATIONS' | 'ASYLUM_DECISIONS' | 'PENDING_ASYLUM_SEEKERS' | 'REFUGEES' | 'UNACCOMPANIED_MINORS' | 'SHARE_OF_UNACCOMPANIED_MINORS' | 'IRREGULAR_ARRIVALS' | 'ILLEGAL_PRESENCE' | 'MIGRANT_DEATHS' | 'SUSPECTED_SMUGGLERS' | 'JOINT_INVESTIGATION_TEAMS' | 'COORDINATION_MEETINGS' | 'ONLINE_REFERRALS' | 'ONLINE_REMOVAL_RATE';

/** What a figure says about the subject of this knowledge base. */
export type Relevance = 'MEASURES' | 'CONTEXT';

/** How it behaves over time. */
export type Measure = 'FLOW' | 'STOCK' | 'RATE';

/** How often there is a figure. */
export type Frequency = 'MONTH' | 'QUARTER' | 'YEAR';

/** What its absence means. */
export type AbsentMeans = 'MISSING' | 'ZERO';

/** At which level a rule of law stands. */
export type LegalLevel = 'NATIONAL' | 'EU' | 'INTERNATIONAL' | 'CASE_LAW';

/** Whether an offence requires that somebody gained from it. */
export type FinancialGain = 'REQUIRED' | 'AGGRAVATING' | 'IRRELEVANT' | 'DEPENDS' | 'NOT_APPLICABLE' | 'UNKNOWN';

/** Whether humanitarian help is exempt from punishment. */
export type HumanitarianClause = 'YES' | 'NO' | 'OPTIONAL' | 'NOT_APPLICABLE' | 'UNKNOWN';

/** What an organisation is. */
export type OrganisationType = 'EU_AGENCY' | 'EU_INSTITUTION' | 'EU_BODY' | 'UN_BODY' | 'INTERNATIONAL_ORGANISATION' | 'NETWORK' | 'UNIT' | 'PROJECT' | 'INITIATIVE' | 'NATIONAL_AUTHORITY' | 'ONLINE_SERVICE_PROVIDER' | 'MEDIA';

/** Whom a saved question is for. */
export type QuestionRole = 'FRONTEND' | 'ANALYST' | 'EDITOR';

/** How a value is asked for. */
export type QuestionInputForm = 'AREA' | 'ENTRY' | 'VALUE' | 'CODE' | 'BREAKDOWN' | 'LANGUAGE' | 'PERIOD' | 'MOMENT' | 'NUMBER' | 'YES_NO' | 'TEXT' | 'JSON' | 'CURSOR';

/** What an answer is looked at as. */
export type AnswerView = 'TABLE' | 'CHART' | 'MAP';

/** What a resource is. */
export type ResourceType = 'OPERATIONAL_TOOL' | 'NETWORK' | 'PLATFORM' | 'DATABASE' | 'DATASET' | 'REPORT' | 'GUIDE' | 'FACTSHEET' | 'TEMPLATE' | 'TRAINING' | 'FUNDING' | 'LEGAL_INSTRUMENT' | 'LEGAL_ANALYSIS' | 'POLICY';

/** A stage of criminal proceedings. */
export type ProceedingStage = 'CASE_OPENING' | 'INVESTIGATION' | 'EVIDENCE_GATHERING' | 'COORDINATION' | 'ACTION_DAY' | 'PROSECUTION' | 'TRIAL' | 'ASSET_RECOVERY' | 'JUDGMENT_ENFORCEMENT' | 'TRANSVERSAL';

/** Whom a resource is for. */
export type Audience = 'PROSECUTOR' | 'JUDGE' | 'INVESTIGATING_JUDGE' | 'POLICE' | 'DEFENCE' | 'FINANCIAL_INTELLIGENCE_UNIT' | 'POLICY_MAKER' | 'ANALYST' | 'RESEARCHER' | 'SERVICE_PROVIDER' | 'PUBLIC';

/** How people travel along a route. */
export type RouteType = 'SEA' | 'LAND' | 'AIR' | 'MIXED';

/** Why a term of an entry answers a word of a search. */
export type Likeness = 'WORD' | 'STEM' | 'PREFIX' | 'TYPO' | 'SYNONYM' | 'LINK';

/** What there is in a cell. */
export type ObservationState = 'REPORTED' | 'PARTIAL' | 'NOT_REPORTED' | 'NOT_COVERED' | 'SUPPRESSED' | 'NOT_APPLICABLE' | 'TOTAL_MISSING' | 'POPULATION_MISSING' | 'BASE_MISSING';

/** What a publisher says about a figure. */
export type ObservationFlag = 'PROVISIONAL' | 'ESTIMATED' | 'REVISED' | 'BREAK_IN_SERIES' | 'LOW_RELIABILITY' | 'FORECAST' | 'DEFINITION_DIFFERS';

/** Why figures of one indicator should not be compared, or added up, as they are. */
export type ComparisonGuard = 'BREAK_IN_SERIES' | 'MEMBERSHIP_CHANGED' | 'PROVISIONAL_WITH_FINAL' | 'DEFINITION_DIFFERS' | 'INCOMPLETE' | 'VINTAGES_DIFFER';

/** How figures are worked out from those that were reported. Each value states its formula; x is the figure of a period. What is worked out is rounded: percentages and indices to one digit after the point, rates to two, means to one more than the figures have; nothing that is not 0 becomes 0. */
export type Transform = 'PER_100K' | 'YEAR_ON_YEAR' | 'INDEX' | 'ROLLING_MEAN' | 'SHARE' | 'CUMULATIVE';

/** Whether a cell was changed, came or went from one edition to another. */
export type CellChangeKind = 'CHANGED' | 'APPEARED' | 'VANISHED';

/** What the date of an edition is the date of. */
export type VintageDate = 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE' | 'WRITING';

/** Why two series should not be laid side by side. */
export type IncompatibleReason = 'COUNTING_UNITS_DIFFER' | 'UNITS_DIFFER' | 'MEASURES_DIFFER' | 'FREQUENCIES_DIFFER' | 'PROVISIONAL_WITH_FINAL' | 'VINTAGES_DIFFER' | 'PUBLISHERS_DIFFER' | 'AREAS_OVERLAP';

/** Areas that are ranked against each other. */
export type RankedAmong = 'COUNTRIES' | 'ROUTES';

/** The form of a citation. */
export type CitationStyle = 'APA' | 'BIBTEX' | 'CSL_JSON';

/** A region of the world as the United Nations draw it for statistics (M49): sub-regions, with the intermediate regions of Africa and the Americas taken together. */
export type WorldRegion = 'NORTHERN_AFRICA' | 'SUB_SAHARAN_AFRICA' | 'LATIN_AMERICA_AND_THE_CARIBBEAN' | 'NORTHERN_AMERICA' | 'CENTRAL_ASIA' | 'EASTERN_ASIA' | 'SOUTH_EASTERN_ASIA' | 'SOUTHERN_ASIA' | 'WESTERN_ASIA' | 'EASTERN_EUROPE' | 'NORTHERN_EUROPE' | 'SOUTHERN_EUROPE' | 'WESTERN_EUROPE' | 'AUSTRALIA_AND_NEW_ZEALAND' | 'MELANESIA' | 'MICRONESIA' | 'POLYNESIA';

/** The part of the classification that a topic belongs to. */
export type TopicScheme = 'SUBJECT' | 'DIGITAL_USE' | 'DIGITAL_SERVICE';

/** Which way a development goes. */
export type Direction = 'RISING' | 'FALLING' | 'STABLE' | 'EMERGING';

/** How another publisher writes the code of an area. */
export interface PublisherCodeRecord {
  /** Who writes it so, such as Eurostat, UNHCR or the World Bank. */
  publisher: string;
  /** The code as that publisher writes it. */
  code: string;
  /** First day of the files in which the publisher means this area by the code; empty for all files before `to`. Publishers reuse a code when the composition of a group changes. */
  from?: string;
  /** Last day of the files in which the publisher means this area by the code; empty while it does. Where the days of two areas overlap, an import decides by the sum of the members. */
  to?: string;
}

/** The first and the last day of something that lasted; an end that is empty is open or not known. */
export interface SpanRecord {
  /** When it began. */
  from?: string;
  /** When it ended. */
  to?: string;
}

/** Where a fact was read. */
export interface CitationRecord {
  /** The document or page in which it was read. */
  source: string;
  /** The place in the source, such as a page, a section or a table, in the words of the source. */
  locator?: string;
  /** When the source was looked at. */
  accessedOn?: string;
  /** What a reader should know about this use of the source. */
  note?: LocalisedText;
}

/** The code of one dimension that a quoted figure is about. */
export interface QuotedPartRecord {
  /** The short name of the dimension. */
  dimension: string;
  /** The code, as in F. */
  code: string;
}

/** A figure quoted in the text of an entry, tied to the observation it quotes. */
export interface ClaimRecord {
  /** The sentence that quotes the figure. */
  statement: LocalisedText;
  /** The indicator whose figure is quoted. */
  indicator: string;
  /** The area that the figure is about. */
  area: string;
  /** The period that the figure is about: a year, a quarter (2023-Q1) or a month (2023-01). */
  period: string;
  /** The code of each dimension that the figure is about; the total of every dimension that is not named. */
  breakdown: QuotedPartRecord[];
  /** The figure as quoted, in the unit of the indicator. */
  value: number;
}

/** That a country belongs to a group, from when and until when. */
export interface MembershipRecord {
  /** The country. */
  country: string;
  /** Since when it belongs to the group; empty where not known or from the beginning. */
  from?: string;
  /** Until when it belonged to the group; empty while it does. */
  to?: string;
}

/** One dated fact about how a country cooperates. */
export interface CooperationFactRecord {
  /** The form of cooperation. */
  type: CooperationType;
  /** How far it has come. */
  state: CooperationState;
  /** When it came to that; empty where not known. */
  date?: string;
  /** With whom. */
  partner: string;
  /** What a reader should know, such as that only a latest date is known. */
  note?: LocalisedText;
  /** Where the fact was read. */
  citations: CitationRecord[];
}

/** One digital service in one use: the pair that an entry is about. */
export interface DigitalFocusRecord {
  /** The kind of service. */
  service: DigitalService;
  /** What it is used for; empty where the source does not say. */
  use?: DigitalUse;
}

/** One session of a meeting. */
export interface SessionRecord {
  /** The name of the session. */
  title: LocalisedText;
  /** What it was about. */
  summary?: LocalisedText;
  /** Its topics. */
  topics: string[];
  /** The trends spoken of. */
  trends: string[];
}

/** One value of a dimension. */
export interface DimensionCodeRecord {
  /** The code, as in F. */
  code: string;
  /** What it means. */
  title: LocalisedText;
}

/** What the figures are broken down by, such as age or sex. */
export interface DimensionRecord {
  /** The short name of the dimension, used as a column in the figures. */
  name: string;
  /** What the dimension is. */
  title: LocalisedText;
  /** The code that stands for all values together; empty where there is none. */
  total?: string;
  /** Its values. */
  codes: DimensionCodeRecord[];
}

/** One language edition of a leaflet. */
export interface EditionRecord {
  /** The language of the edition. */
  language: string;
  /** Where the publisher offers it; empty where not known. */
  url?: string;
  /** When this edition appeared; empty where not known. */
  publishedOn?: string;
}

/** One tier of a penalty. */
export interface PenaltyTierRecord {
  /** Which offence the tier is for, such as the basic offence. */
  offence: LocalisedText;
  /** The least term of imprisonment in years; empty where there is none or it is not known. */
  minYears?: number;
  /** The greatest term of imprisonment in years; empty where it is not known or for life. */
  maxYears?: number;
  /** Whether imprisonment for life is possible. */
  life?: boolean;
  /** The fine, in words. */
  fine?: LocalisedText;
  /** When the tier applies, and what else a reader should know. */
  condition?: LocalisedText;
}

/** A copy in which a source was read, kept by somebody other than its publisher. */
export interface CopyRecord {
  /** Who keeps the copy, as in GitHub, natix-x/Data-mining-in-Migration-Analysis. */
  holder: string;
  /** Where the copy can be found. */
  url?: string;
  /** Which file of the copy was read, as a path, and what was done with it. */
  file?: string;
  /** Which version of the copy was read, where its holder numbers them: the commit of a repository, as many of its digits as are known. */
  commit?: string;
  /** The SHA-256 digest of the file that was read, in hexadecimal digits; empty where the copy is a page or the file is not at hand. */
  sha256?: string;
  /** When the copy was retrieved; empty where not known. */
  retrievedOn?: string;
}

/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export interface CountryGroupRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The code of the group, as in EU27_2020. */
  code: string;
  /** Its code at other publishers. */
  codes: PublisherCodeRecord[];
  /** What the group is, in one or two sentences. */
  summary?: LocalisedText;
  /** Who belongs to it, from when and until when. Empty for groups that are described only, such as the world. */
  members: MembershipRecord[];
  /** Whether it is a list that is fixed for statistics: the same countries in all periods, also in those before their dates, as publishers count such lists back. Otherwise a country counts for the periods in which it belongs to the group. */
  isFixed?: boolean;
  /** What a reader should know about the group, such as where a list of members could not be found. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** One country: how it cooperates, what it belongs to, and all that is tied to it. */
export interface CountryProfileRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The country's three-letter code (ISO 3166 alpha-3). */
  alpha3: string;
  /** How other publishers write its code, where they differ. */
  codes: PublisherCodeRecord[];
  /** What matters most about its cooperation, in one or two sentences. */
  summary?: LocalisedText;
  /** The profile, in Markdown. */
  body?: LocalisedText;
  /** The official languages. */
  officialLanguages: string[];
  /** The capital. */
  capital?: LocalisedText;
  /** How the country cooperates with agencies and networks, fact by fact, with dates. */
  cooperation: CooperationFactRecord[];
  /** Figures quoted in the text. */
  claims: ClaimRecord[];
  /** A note on the name or the status of the country that its mention requires. */
  footnote?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** What a country reported at a meeting, tied to the trends it supports or contradicts. */
export interface CountryUpdateRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What was reported. */
  summary: LocalisedText;
  /** Whether it bears the trends out. */
  stance: Stance;
  /** The country that reported. */
  country: string;
  /** The meeting at which it reported. */
  event: string;
  /** The trends concerned. */
  trends: string[];
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A meeting or conference. */
export interface EventRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The run of meetings it belongs to, such as the annual meetings on migrant smuggling; empty where it stands alone. Facets and filters take it in the language of the request. */
  series?: LocalisedText;
  /** The first day, as far as it is known. */
  startsOn?: string;
  /** The last day, as far as it is known. */
  endsOn?: string;
  /** Where it was held; empty where not known. */
  place?: LocalisedText;
  /** How people met; empty where not known. */
  mode?: EventMode;
  /** What it was about, in one or two sentences. */
  summary?: LocalisedText;
  /** Its sessions, in their order. */
  sessions: SessionRecord[];
  /** Who held it. */
  organiser: string;
  /** The countries that took part, where they are not whole groups. */
  participantCountries: string[];
  /** The groups of countries that took part. */
  participantGroups: string[];
  /** The organisations that took part. */
  participantOrganisations: string[];
  /** What it was about. */
  topics: string[];
  /** Figures quoted in the text. */
  claims: ClaimRecord[];
  /** What to know about these facts, such as what could not be found. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A quantity that is measured over time and by area. */
export interface IndicatorRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What is measured, how, and what to beware of, in Markdown. */
  definition?: LocalisedText;
  /** The unit as a stable key in English, such as persons or percent, the same in every language. Use `unitLabel` for display. */
  unit: string;
  /** What is counted. */
  countingUnit: CountingUnit;
  /** How the figure behaves over time. */
  measure: Measure;
  /** Whether it measures the subject or gives context. */
  relevance: Relevance;
  /** How often there is a figure. */
  frequency: Frequency;
  /** What is measured, whoever publishes it; null where no other indicator measures the same. `compare` warns where two publishers measure one concept. */
  concept?: Concept;
  /** What its absence means. */
  absentMeans: AbsentMeans;
  /** How many digits after the point are meant; empty for whole numbers. */
  decimals?: number;
  /** What the figures are broken down by. */
  dimensions: DimensionRecord[];
  /** The terms and the attribution under which the figures are reused. */
  attribution?: string;
  /** What it is about. */
  topics: string[];
  /** Who publishes the figures. */
  publisher: string;
  /** The number of inhabitants by which rates are worked out; empty where none makes sense. */
  population?: string;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A short guide, printed or online, that points practitioners to resources. */
export interface LeafletRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What the leaflet is for, in one or two sentences. */
  summary?: LocalisedText;
  /** The text, in Markdown. */
  body?: LocalisedText;
  /** The publisher's own page; empty where it was not seen. */
  url?: string;
  /** Who publishes it. */
  issuer: string;
  /** The resources it points to, in the order of the leaflet, as far as our sources name them. */
  resources: string[];
  /** Resources on the same subject that we link to; the leaflet itself, or what we have seen of it, does not name them. */
  seeAlso: string[];
  /** Trends on its subject, linked by us from the same sources. */
  trends: string[];
  /** What it is about. */
  topics: string[];
  /** The countries it covers. */
  countries: string[];
  /** The meetings at which it was presented. */
  presentedAt: string[];
  /** The digital services and uses it is about. */
  digital: DigitalFocusRecord[];
  /** When it was published; empty where not known. */
  publishedOn?: string;
  /** Its language editions; empty where not known. */
  editions: EditionRecord[];
  /** The earlier leaflet that this one replaces. */
  supersedes?: string;
  /** Figures quoted in the text. */
  claims: ClaimRecord[];
  /** What to know about these facts, such as what could not be found. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A provision of criminal law, or an instrument of the European Union or between states. */
export interface LegalProvisionRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** At which level the rule stands. */
  level: LegalLevel;
  /** The act, with its number, as it is cited in its own country or in English. */
  act: string;
  /** The articles, as they are cited. */
  article?: string;
  /** What is punished or regulated. */
  conduct?: LocalisedText;
  /** The penalties, from the lightest; empty where they were not seen. */
  tiers: PenaltyTierRecord[];
  /** Whether the offence requires a financial gain. */
  financialGain: FinancialGain;
  /** Whether humanitarian help is exempt. */
  humanitarianClause: HumanitarianClause;
  /** Since when and until when the version described has been in force; empty where not known. */
  inForce?: SpanRecord;
  /** The day from which it applies, where that is another than the day of its entry into force; empty where not known. */
  appliesFrom?: string;
  /** The official text: of an act of the European Union its European Legislation Identifier; empty where no official address was seen. */
  url?: string;
  /** The country, or the group of countries, in which it applies. */
  area: string;
  /** What it is about. */
  topics: string[];
  /** The provision or instrument that this one replaces. */
  supersedes?: string;
  /** What to know about these facts, such as that a secondary copy was read. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** An agency, a network, a project, an initiative, a body of the United Nations, a provider. */
export interface OrganisationRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What the organisation is. */
  type: OrganisationType;
  /** Its usual short name. */
  acronym?: string;
  /** Other names under which it publishes, such as former ones. An import recognises the publisher of a file or a source by them. */
  otherNames: string[];
  /** Its own website; empty where it was not seen. */
  website?: string;
  /** What it does, in one or two sentences. */
  summary?: LocalisedText;
  /** What it offers to practitioners and who takes part, in Markdown. */
  description?: LocalisedText;
  /** The organisation it is part of. */
  parent?: string;
  /** The countries that take part in it, where they are not whole groups. */
  memberCountries: string[];
  /** The groups of countries that take part in it. */
  memberGroups: string[];
  /** What it is about. */
  topics: string[];
  /** What to know about these facts. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A saved query with its variables, ready to run. */
export interface QuestionRecord {
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What is asked. It counts little in a search: answers are found before questions. */
  title: LocalisedText;
  /** What the question answers, in one or two sentences. */
  summary?: LocalisedText;
  /** The query, in GraphQL. */
  document: string;
  /** The variables of the query, as JSON. */
  variables?: string;
  /** The list of the answer whose items are the rows of its table, by its fields, as in `organisation.attendedEvents`; the one that answers best unless given. */
  table?: string;
  /** What its answer is looked at as, at first; a table unless given. */
  view?: AnswerView;
  /** Whom it is for. */
  role: QuestionRole;
  /** Its task, such as building a country page. */
  task: LocalisedText;
  /** Its place in the list of questions, from 1. */
  position?: number;
  /** The edition of the figures that it asks for; empty for the latest. */
  vintage?: string;
  /** What it is about. */
  topics: string[];
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** Something a practitioner can use: a tool, a network, a guide, a report, a database, a legal instrument, a training, a contact point. */
export interface ResourceRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What the resource is. */
  type: ResourceType;
  /** What it is for, in one or two sentences. */
  summary?: LocalisedText;
  /** What it offers, to whom and how it is used, in Markdown. */
  description?: LocalisedText;
  /** The publisher's own page; empty where it was not seen. */
  url?: string;
  /** The languages in which it can be had; empty where not known. */
  languages: string[];
  /** Whom it is for. */
  audiences: Audience[];
  /** The stages of proceedings in which it helps. */
  stages: ProceedingStage[];
  /** The digital services and uses it answers; empty where it is not about the digital side. */
  digital: DigitalFocusRecord[];
  /** When it was published or began; empty where not known. */
  publishedOn?: string;
  /** Who provides it. */
  provider: string;
  /** What it is about. */
  topics: string[];
  /** The countries it covers, where it does not cover whole groups. */
  countries: string[];
  /** The groups of countries it covers. */
  groups: string[];
  /** The earlier resource that this one replaces. */
  supersedes?: string;
  /** What to know about these facts, such as what could not be found. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A migration route, as agencies and the International Organization for Migration use the term. */
export interface RouteRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The code of the route, as in ROUTE_CENTRAL_MEDITERRANEAN. */
  code: string;
  /** How publishers name it, where they differ. */
  codes: PublisherCodeRecord[];
  /** How people travel along it. */
  type: RouteType;
  /** Where it leads, in one or two sentences. */
  summary?: LocalisedText;
  /** The route that it is part of, whose figures hold those of this one; empty where there is none. */
  partOf?: string;
  /** The countries along it, where a source names them. */
  countries: string[];
  /** What a reader should know about the route. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** Where a fact was read: a page, a report, a data set, a law. */
export interface SourceRecord {
  /** Its summary: what it is, in one or two sentences. */
  summary?: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The title of the source. It counts little in a search, so that what rests on a source is found before it. */
  title: LocalisedText;
  /** Who published it. */
  publisher: string;
  /** The publisher's own reference for it, such as the code of a data set; empty where it has none. */
  reference?: string;
  /** The publisher's own page; empty where it was not seen. */
  url?: string;
  /** The copy in which it was read; empty where it was read with its publisher. */
  readIn?: CopyRecord;
  /** Which edition was read, as the publisher names or dates it; empty where it does not say. */
  edition?: string;
  /** When it was published; of a data set, when the publisher updated it. Empty where not known. */
  publishedOn?: string;
  /** When it was retrieved; empty where not known. */
  retrievedOn?: string;
  /** A date before which it cannot have been published, where neither date is known: as its latest figures or other parts of the copy show; empty otherwise. */
  notBefore?: string;
  /** Under which terms it may be used; empty where not known. */
  licence?: string;
  /** The attribution that its terms ask for. */
  attribution?: string;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A country or territory of ISO 3166 of which there is no profile: its code, its names and its region, so that figures and laws can be about it. It gives way to a profile with the same code. The names are those of a public list, some in their usual short form; they express no position on the status of a territory. */
export interface TerritoryRecord {
  /** Its name. */
  title: LocalisedText;
  /** Its summary: what it is, in one or two sentences. */
  summary?: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** The three-letter code (ISO 3166 alpha-3). */
  alpha3: string;
  /** The numeric code (ISO 3166-1, the same as UN M49), three digits. */
  numeric: string;
  /** How other publishers write its code, where they differ. */
  codes: PublisherCodeRecord[];
  /** The region of the world in which it lies; empty where the United Nations name none. */
  region?: WorldRegion;
  /** A note on the name or the status that its mention requires. */
  footnote?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A subject of the classification, in the manner of SKOS: broader and narrower topics, with labels in several languages. */
export interface TopicRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** Its part of the classification. */
  scheme: TopicScheme;
  /** What the topic covers, in one or two sentences, in Markdown. */
  definition?: LocalisedText;
  /** Other words for the topic, of any language, by which it is found. */
  altLabels: string[];
  /** The wider topic that this one belongs under. */
  broader?: string;
  /** Topics that belong together with this one without being wider or narrower, as trafficking and smuggling do. */
  relatedTopics: string[];
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}

/** A development that was observed, with its evidence. */
export interface TrendRecord {
  /** Its name. */
  title: LocalisedText;
  /** For editors: what was looked for and not found, what is to be checked. Readers do not see it. */
  editorNote?: string;
  /** Reviewed: the languages in which somebody who works in them has reviewed the text; all other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Elsewhere: addresses by which others identify the same, such as ELI, EuroVoc or Wikidata; only those that are certain. */
  sameAs: string[];
  /** What was observed, in one or two sentences. */
  summary?: LocalisedText;
  /** The development and its evidence, in Markdown. */
  description?: LocalisedText;
  /** Which way it goes, in our own reading; empty where neither a figure nor two sources bear one out. */
  direction?: Direction;
  /** The time over which it was observed. */
  period?: SpanRecord;
  /** The digital services and uses it concerns; empty where it is not about the digital side. */
  digital: DigitalFocusRecord[];
  /** Figures quoted in the text. */
  claims: ClaimRecord[];
  /** The countries concerned, where it is not whole groups. */
  countries: string[];
  /** The groups of countries concerned. */
  groups: string[];
  /** The routes concerned. */
  routes: string[];
  /** What it is about. */
  topics: string[];
  /** The indicators that measure it. */
  indicators: string[];
  /** What to know about these facts. */
  note?: LocalisedText;
  /** Its sources: where its facts were read. */
  citations: CitationRecord[];
}
