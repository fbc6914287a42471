// Made by `npm run generate` from schema/. Change the SDL, not this file.

/** A localised text: texts by locale. */
export type LocalisedText = Partial<Record<Locale, string>>;

/** How to treat the links to an entry that is withdrawn. */
export type LinkPolicy = 'RESTRICT' | 'UNLINK' | 'RETIRE';

/** The languages of this knowledge base. A text that is missing in the requested language is returned in the nearest language that has it. */
export type Locale = 'en' | 'fr' | 'de' | 'es' | 'it';

/** The publication status of an entry. */
export type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** The permissions of a viewer. */
export type Role = 'READER' | 'EDITOR' | 'ADMIN';

/** Which text of a source was read for a citation. */
export type CitationReadIn = 'ORIGINAL' | 'COPY';

/** The type of a case. */
export type CaseType = 'INVESTIGATION' | 'JUDGMENT' | 'INTERNATIONAL_OPERATION' | 'ONLINE_ACTION';

/** Whether a joint investigation team worked on a case. */
export type JointTeam = 'YES' | 'NO' | 'NOT_STATED';

/** What a result of a case counts or describes. */
export type CaseResultType = 'ARRESTS' | 'SEARCHES' | 'SEIZURES' | 'MIGRANTS' | 'DEATHS' | 'FEES' | 'PROCEEDS' | 'CONVICTIONS' | 'REFERRALS';

/** How a quoted figure compares with the newest edition of its indicator. */
export type ClaimStatus = 'CURRENT' | 'AS_STATED' | 'OUT_OF_DATE' | 'UNVERIFIABLE';

/** Whether an update confirms a trend. */
export type Stance = 'SUPPORTS' | 'CONTRADICTS' | 'NEUTRAL';

/** A form of judicial cooperation between a country and an agency or network. */
export type CooperationType = 'NATIONAL_DESK' | 'REPRESENTATIVE' | 'LIAISON_PROSECUTOR' | 'CONTACT_POINT' | 'COOPERATION_AGREEMENT' | 'WORKING_ARRANGEMENT' | 'NEGOTIATION_MANDATE' | 'PROJECT';

/** The stage that a form of cooperation has reached. */
export type CooperationState = 'AUTHORISED' | 'SIGNED' | 'CONCLUDED' | 'IN_FORCE' | 'NONE';

/** A type of online service or digital instrument. */
export type DigitalService = 'SOCIAL_MEDIA' | 'MESSAGING_AND_MOBILE_APPS' | 'ONLINE_PLATFORMS' | 'ENCRYPTED_COMMUNICATION' | 'VIRTUAL_ASSETS' | 'INFORMAL_VALUE_TRANSFER' | 'ELECTRONIC_PAYMENT' | 'MAPS_AND_NAVIGATION' | 'CLOUD_STORAGE' | 'DOMAIN_REGISTRATION';

/** What smugglers use a digital service for. */
export type DigitalUse = 'RECRUITMENT' | 'ADVERTISING' | 'COMMUNICATION' | 'MONEY_TRANSFER';

/** How people take part in an event. */
export type EventMode = 'IN_PERSON' | 'ONLINE' | 'HYBRID';

/** The action that a change performed on an entry. */
export type ChangeAction = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED';

/** Whether words occur in both versions of a text or in one of them. */
export type WordState = 'SAME' | 'REMOVED' | 'ADDED';

/** The thing that an indicator counts. */
export type CountingUnit = 'PERSONS' | 'DETECTIONS' | 'CASES' | 'APPLICATIONS' | 'INCIDENTS' | 'DEATHS' | 'ACCOUNTS' | 'MEETINGS' | 'TEAMS' | 'REQUESTS' | 'INVESTIGATIONS' | 'MESSAGES' | 'MONEY' | 'PERCENT' | 'OTHER';

/** The common subject of indicators that measure the same thing, from one publisher or several. */
export type Concept = 'POPULATION' | 'FOREIGN_RESIDENTS' | 'ASYLUM_APPLICATIONS' | 'ASYLUM_DECISIONS' | 'PENDING_ASYLUM_SEEKERS' | 'REFUGEES' | 'UNACCOMPANIED_MINORS' | 'SHARE_OF_UNACCOMPANIED_MINORS' | 'IRREGULAR_ARRIVALS' | 'ILLEGAL_PRESENCE' | 'MIGRANT_DEATHS' | 'SUSPECTED_SMUGGLERS' | 'JOINT_INVESTIGATION_TEAMS' | 'COORDINATION_MEETINGS' | 'ONLINE_REFERRALS' | 'ONLINE_REMOVAL_RATE';

/** How an indicator relates to the subject of this knowledge base. */
export type Relevance = 'MEASURES' | 'CONTEXT';

/** How a figure behaves over time. */
export type Measure = 'FLOW' | 'STOCK' | 'RATE';

/** Frequency of the figures. */
export type Frequency = 'MONTH' | 'QUARTER' | 'YEAR';

/** What a missing figure means. */
export type AbsentMeans = 'MISSING' | 'ZERO';

/** The level of law to which a provision belongs. */
export type LegalLevel = 'NATIONAL' | 'EU' | 'INTERNATIONAL' | 'CASE_LAW';

/** Whether an offence requires a financial gain. */
export type FinancialGain = 'REQUIRED' | 'AGGRAVATING' | 'IRRELEVANT' | 'DEPENDS' | 'NOT_APPLICABLE' | 'UNKNOWN';

/** Whether humanitarian assistance is exempt from punishment. */
export type HumanitarianClause = 'YES' | 'NO' | 'OPTIONAL' | 'NOT_APPLICABLE' | 'UNKNOWN';

/** What a measure does. */
export type LegalMeasureType = 'DATA_PRODUCTION' | 'DATA_PRESERVATION' | 'DIRECT_ACCESS' | 'SEARCH' | 'MUTUAL_ASSISTANCE' | 'CONTACT_POINT' | 'SPECIAL_TECHNIQUE' | 'INFORMATION_EXCHANGE' | 'CONTENT_REMOVAL' | 'REPORTING_DUTY' | 'ASSET_FREEZING' | 'JOINT_TEAM' | 'COORDINATION' | 'PROTECTION' | 'MARITIME' | 'OTHER';

/** Who may issue or request a measure. */
export type LegalMeasureIssuer = 'JUDGE_OR_COURT' | 'PROSECUTOR' | 'JUDICIAL_AUTHORITY' | 'INVESTIGATING_AUTHORITY' | 'ADMINISTRATIVE_AUTHORITY' | 'COMPETENT_AUTHORITY' | 'CENTRAL_AUTHORITY' | 'CONTACT_POINT' | 'EUROJUST' | 'EUROPOL' | 'PROVIDER' | 'ANYONE';

/** A category of stored data about the user of a service. */
export type DataCategory = 'SUBSCRIBER' | 'ACCESS' | 'TRAFFIC' | 'CONTENT';

/** A relation between the States and the provider that a measure needs. */
export type LegalMeasureRelation = 'ISSUING_STATE_BOUND' | 'PROVIDER_STATE_BOUND' | 'DIFFERENT_STATES' | 'SAME_STATE' | 'SERVICES_IN_EU' | 'SERVICES_IN_ISSUING_STATE' | 'EMERGENCY';

/** The type of an organisation. */
export type OrganisationType = 'EU_AGENCY' | 'EU_INSTITUTION' | 'EU_BODY' | 'UN_BODY' | 'INTERNATIONAL_ORGANISATION' | 'NETWORK' | 'UNIT' | 'PROJECT' | 'INITIATIVE' | 'NATIONAL_AUTHORITY' | 'ONLINE_SERVICE_PROVIDER' | 'MEDIA';

/** The users for whom a question is saved. */
export type QuestionRole = 'FRONTEND' | 'ANALYST' | 'EDITOR';

/** The kind of input for a variable. */
export type QuestionInputForm = 'AREA' | 'ENTRY' | 'VALUE' | 'CODE' | 'BREAKDOWN' | 'LANGUAGE' | 'PERIOD' | 'MOMENT' | 'NUMBER' | 'YES_NO' | 'TEXT' | 'JSON' | 'CURSOR';

/** How the answer is displayed. */
export type AnswerView = 'TABLE' | 'CHART' | 'MAP';

/** The type of a resource. */
export type ResourceType = 'OPERATIONAL_TOOL' | 'NETWORK' | 'PLATFORM' | 'DATABASE' | 'DATASET' | 'REPORT' | 'GUIDE' | 'FACTSHEET' | 'TEMPLATE' | 'TRAINING' | 'FUNDING' | 'LEGAL_INSTRUMENT' | 'LEGAL_ANALYSIS' | 'POLICY';

/** A stage of criminal proceedings. */
export type ProceedingStage = 'CASE_OPENING' | 'INVESTIGATION' | 'EVIDENCE_GATHERING' | 'COORDINATION' | 'ACTION_DAY' | 'PROSECUTION' | 'TRIAL' | 'ASSET_RECOVERY' | 'JUDGMENT_ENFORCEMENT' | 'TRANSVERSAL';

/** The professionals for whom a resource is meant. */
export type Audience = 'PROSECUTOR' | 'JUDGE' | 'INVESTIGATING_JUDGE' | 'POLICE' | 'DEFENCE' | 'FINANCIAL_INTELLIGENCE_UNIT' | 'POLICY_MAKER' | 'ANALYST' | 'RESEARCHER' | 'SERVICE_PROVIDER' | 'PUBLIC';

/** How people travel along a route. */
export type RouteType = 'SEA' | 'LAND' | 'AIR' | 'MIXED';

/** Why a term of an entry matches a word of the search. */
export type Likeness = 'WORD' | 'STEM' | 'PREFIX' | 'TYPO' | 'SYNONYM' | 'LINK';

/** What is known about one figure. */
export type ObservationState = 'REPORTED' | 'PARTIAL' | 'NOT_REPORTED' | 'NOT_COVERED' | 'SUPPRESSED' | 'NOT_APPLICABLE' | 'TOTAL_MISSING' | 'POPULATION_MISSING' | 'BASE_MISSING';

/** A remark by the publisher about a figure. */
export type ObservationFlag = 'PROVISIONAL' | 'ESTIMATED' | 'REVISED' | 'BREAK_IN_SERIES' | 'LOW_RELIABILITY' | 'FORECAST' | 'DEFINITION_DIFFERS';

/** Why figures of one indicator should not be compared or added without care. */
export type ComparisonGuard = 'BREAK_IN_SERIES' | 'MEMBERSHIP_CHANGED' | 'PROVISIONAL_WITH_FINAL' | 'DEFINITION_DIFFERS' | 'INCOMPLETE' | 'VINTAGES_DIFFER';

/** How to transform published figures. Each value states its formula; x is the figure of a period. Results are rounded: percentages and indices to one decimal, rates to two, means to one more than the figures have. A value other than 0 is never rounded to 0. */
export type Transform = 'PER_100K' | 'YEAR_ON_YEAR' | 'INDEX' | 'ROLLING_MEAN' | 'SHARE' | 'CUMULATIVE';

/** How a figure differs between two editions. */
export type CellChangeKind = 'CHANGED' | 'APPEARED' | 'VANISHED';

/** What the date of an edition refers to. */
export type VintageDate = 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE' | 'WRITING';

/** Why two series should not be compared. */
export type IncompatibleReason = 'COUNTING_UNITS_DIFFER' | 'UNITS_DIFFER' | 'MEASURES_DIFFER' | 'FREQUENCIES_DIFFER' | 'PROVISIONAL_WITH_FINAL' | 'VINTAGES_DIFFER' | 'PUBLISHERS_DIFFER' | 'AREAS_OVERLAP';

/** The areas to rank against each other. */
export type RankedAmong = 'COUNTRIES' | 'ROUTES';

/** The format of a citation. */
export type CitationStyle = 'APA' | 'BIBTEX' | 'CSL_JSON';

/** A statistical region of the world as defined by the United Nations (M49): sub-regions, with the intermediate regions of Africa and the Americas combined. */
export type WorldRegion = 'NORTHERN_AFRICA' | 'SUB_SAHARAN_AFRICA' | 'LATIN_AMERICA_AND_THE_CARIBBEAN' | 'NORTHERN_AMERICA' | 'CENTRAL_ASIA' | 'EASTERN_ASIA' | 'SOUTH_EASTERN_ASIA' | 'SOUTHERN_ASIA' | 'WESTERN_ASIA' | 'EASTERN_EUROPE' | 'NORTHERN_EUROPE' | 'SOUTHERN_EUROPE' | 'WESTERN_EUROPE' | 'AUSTRALIA_AND_NEW_ZEALAND' | 'MELANESIA' | 'MICRONESIA' | 'POLYNESIA';

/** The part of the classification that a topic belongs to. */
export type TopicScheme = 'SUBJECT' | 'DIGITAL_USE' | 'DIGITAL_SERVICE';

/** The direction of a trend. */
export type Direction = 'RISING' | 'FALLING' | 'STABLE' | 'EMERGING';

/** The code that another publisher uses for the area. */
export interface PublisherCodeRecord {
  /** The publisher that uses the code, such as Eurostat, UNHCR or World Bank. */
  publisher: string;
  /** The code, as that publisher writes it. */
  code: string;
  /** First date of the files in which the publisher uses the code for this area; null for all files before `to`. Publishers reuse a code when the composition of a group changes. */
  from?: string;
  /** Last date of the files in which the publisher uses the code for this area; null while it is in use. If the dates of two areas overlap, an import compares the sums of their members. */
  to?: string;
}

/** A time span from its first to its last day. A null end is open or unknown. */
export interface SpanRecord {
  /** First day of the span; null if open or unknown. */
  from?: string;
  /** Last day of the span; null if open or unknown. */
  to?: string;
}

/** The source of a fact, with the place in it. */
export interface CitationRecord {
  /** The document or page that states the fact. */
  source: string;
  /** Place in the source, such as a page, section or table, as the source names it; null if not given. */
  locator?: string;
  /** Date on which the source was consulted; null if unknown. */
  accessedOn?: string;
  /** The words of the source that state the fact, literally and in the original language, at most 40 words. Null if none were recorded. */
  quote?: string;
  /** Language of the quotation; null without a quotation, or if unknown. */
  quoteLanguage?: string;
  /** Whether the publisher's own text or a copy was read; null if not recorded. */
  readIn?: CitationReadIn;
  /** Where the copy was read, such as a web address, or a repository with its path and commit; null if the original was read, or not recorded. */
  copy?: string;
  /** Remarks on this use of the source; null if there is nothing to add. */
  note?: LocalisedText;
}

/** One step in using a resource. */
export interface UseStepRecord {
  /** Title of the step, such as opening a case. */
  title: LocalisedText;
  /** What to do, or what happens, in this step. */
  text: LocalisedText;
  /** Who takes the step; null if the sources do not say. */
  actor?: LocalisedText;
  /** Time limit, or times at which the step is possible; null if the sources state none. */
  deadline?: LocalisedText;
  /** Conditions and costs of the step; null if the sources state none. */
  condition?: LocalisedText;
  /** The sources of the step. */
  citations: CitationRecord[];
}

/** One result of a case, as one source or several sources state it. If sources differ, each figure is an item of its own. */
export interface CaseResultRecord {
  /** What the result counts or describes. */
  type: CaseResultType;
  /** The number stated, without qualifiers such as about or at least; null if the source gives none or a range. */
  value?: number;
  /** The result in words, with its qualifiers and units. */
  statement: LocalisedText;
  /** What the result covers, such as one country or one day; null if it covers the complete case. */
  scope?: LocalisedText;
  /** Date of the result; null if it is that of the case, or unknown. */
  date?: string;
  /** Sources of this result, if sources differ; empty if the sources of the case agree. */
  citations: CitationRecord[];
}

/** One code of one dimension of a quoted figure. */
export interface QuotedPartRecord {
  /** Short name of the dimension. */
  dimension: string;
  /** The code, such as F. */
  code: string;
}

/** A figure quoted in the text of an entry, linked to the observation that it quotes. */
export interface ClaimRecord {
  /** The sentence that quotes the figure. */
  statement: LocalisedText;
  /** The indicator of the quoted figure. */
  indicator: string;
  /** The area of the quoted figure. */
  area: string;
  /** Period of the quoted figure: a year, a quarter (2023-Q1) or a month (2023-01). */
  period: string;
  /** Codes of the breakdown. The total applies to every dimension that is not named. */
  breakdown: QuotedPartRecord[];
  /** The figure as quoted, in the unit of the indicator. */
  value: number;
}

/** Membership of a country in a group, with its dates. */
export interface MembershipRecord {
  /** Country that belongs to the group. */
  country: string;
  /** First day of the membership; null if unknown or since the beginning. */
  from?: string;
  /** Last day of the membership; null while it continues. */
  to?: string;
}

/** One dated fact about the cooperation of a country. */
export interface CooperationFactRecord {
  /** The form of cooperation. */
  type: CooperationType;
  /** The stage that the cooperation has reached. */
  state: CooperationState;
  /** Date on which that stage was reached; null if unknown. */
  date?: string;
  /** The agency or network that the country cooperates with. */
  partner: string;
  /** Remarks on the fact, such as that only a latest date is known; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources of the fact. */
  citations: CitationRecord[];
}

/** A digital service with one of its uses, which an entry is about. */
export interface DigitalFocusRecord {
  /** The type of digital service. */
  service: DigitalService;
  /** What the service is used for; null if the source does not say. */
  use?: DigitalUse;
}

/** One session of an event. */
export interface SessionRecord {
  /** Title of the session. */
  title: LocalisedText;
  /** What the session was about; null if not given. */
  summary?: LocalisedText;
  /** Topics of the session. */
  topics: string[];
  /** Trends that the session discussed. */
  trends: string[];
}

/** One code of a dimension with its meaning. */
export interface DimensionCodeRecord {
  /** The code, such as F. */
  code: string;
  /** Meaning of the code for display. */
  title: LocalisedText;
}

/** A characteristic by which figures are broken down, such as age or sex. */
export interface DimensionRecord {
  /** Short name of the dimension, used as a column in the figures. */
  name: string;
  /** Name of the dimension for display. */
  title: LocalisedText;
  /** The code for all values together; null if there is none. */
  total?: string;
  /** The codes of the dimension. */
  codes: DimensionCodeRecord[];
}

/** One tier of a penalty. */
export interface PenaltyTierRecord {
  /** Offence to which the tier applies, such as the basic offence. */
  offence: LocalisedText;
  /** Whether this is the basic offence, with which comparisons start: crossing or transit without aggravating circumstances, if the law punishes it. Null for the other tiers. */
  isBasic?: boolean;
  /** Minimum prison term in years; null if there is none or it is unknown. */
  minYears?: number;
  /** Maximum prison term in years; null if unknown or for life. */
  maxYears?: number;
  /** Whether life imprisonment is possible; null if unknown. */
  life?: boolean;
  /** The fine, in words; null if there is none or it is unknown. */
  fine?: LocalisedText;
  /** When the tier applies and what else to know about it; null if there is nothing to add. */
  condition?: LocalisedText;
}

/** One language edition of a leaflet. */
export interface EditionRecord {
  /** Language of the edition. */
  language: string;
  /** Web address at which the publisher offers the edition; null if unknown. */
  url?: string;
  /** Date on which the edition was published; null if unknown. */
  publishedOn?: string;
}

/** A power, duty or procedure of an instrument, as the cited provision states it. What the text that was read does not state is null or empty. */
export interface LegalMeasureRecord {
  /** Name of the measure. */
  name: LocalisedText;
  /** What the measure does. */
  measureType: LegalMeasureType;
  /** What the measure allows; null if the name says it. */
  allows?: LocalisedText;
  /** Articles that provide for the measure, as they are cited. */
  article: string;
  /** Who may issue or request the measure; empty if not stated. */
  issuers: LegalMeasureIssuer[];
  /** Who may issue the measure, in words; null if not stated. */
  issuedBy?: LocalisedText;
  /** Who has to validate the measure, and when; null if not stated. */
  validation?: LocalisedText;
  /** Categories of data that the measure covers; empty if the provision names none. */
  dataCategories: DataCategory[];
  /** Offences for which the measure is available, in words; null if not stated. */
  threshold?: LocalisedText;
  /** Lowest maximum prison term of the offence, in months; null if none is required or it is not stated. */
  thresholdMonths?: number;
  /** Time within which the addressee has to comply, in total; null if no fixed time is stated. */
  deadline?: string;
  /** Time within which the addressee has to comply, in words; null if not stated. */
  deadlineInWords?: LocalisedText;
  /** Time within which the addressee has to comply in an emergency, in total; null if no fixed time is stated. */
  emergencyDeadline?: string;
  /** Time and procedure in an emergency, in words; null if not stated. */
  emergencyInWords?: LocalisedText;
  /** Conditions and grounds for refusal; null if not stated. */
  conditions?: LocalisedText;
  /** Form or certificate to use; null if not stated. */
  form?: LocalisedText;
  /** Relations between the States and the provider that the measure needs. */
  needs: LegalMeasureRelation[];
  /** Countries to which the instrument does not apply although it applies in their group; empty if none is stated. */
  excluded: string[];
  /** Remarks, such as which part of the provision was not read; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources of the measure, with quotations. */
  citations: CitationRecord[];
}

/** A way to reach an organisation, as the organisation itself published it. */
export interface ContactRecord {
  /** What the contact is for, such as visits or general questions. */
  purpose: LocalisedText;
  /** Postal address; null if none is published. */
  postalAddress?: string;
  /** Telephone number; null if none is published. */
  telephone?: string;
  /** Mailbox; null if none is published. */
  mailbox?: string;
  /** Web page with the contact, or with what it offers; null if there is none. */
  web?: string;
  /** Hours at which the contact can be reached, as published; null if not stated. */
  hours?: LocalisedText;
  /** Date of the page that states the contact; null if the page has no date. */
  asOf?: string;
  /** Remarks, such as that the page is an old one; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources of the contact. */
  citations: CitationRecord[];
}

/** A copy of a source that another party than its publisher stores, and that we read. */
export interface CopyRecord {
  /** The holder of the copy, such as GitHub, natix-x/Data-mining-in-Migration-Analysis. */
  holder: string;
  /** Web address of the copy; null if there is none. */
  url?: string;
  /** Path of the file in the copy, and how it was processed; null if not applicable. */
  file?: string;
  /** Version of the copy: the commit of a repository, with as many digits as are known. Null if the holder has no version numbers. */
  commit?: string;
  /** SHA-256 digest of the file in hexadecimal digits; null if the copy is a page or the file is not available. */
  sha256?: string;
  /** Date on which the copy was retrieved; null if unknown. */
  retrievedOn?: string;
}

/** A criminal case or operation against migrant smuggling, with what the authorities published about it. Suspects and convicted persons are not named. */
export interface CaseRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Type of the case. */
  caseType: CaseType;
  /** What happened, in one or two sentences. */
  summary?: LocalisedText;
  /** Name of the operation or task force; null if it has none. */
  operation?: string;
  /** First day of the action, or of the case, as precisely as it is known; null if the sources do not date it. */
  startsOn?: string;
  /** Last day of the action, or of the case, as precisely as it is known; null if it is the first day, or unknown. */
  endsOn?: string;
  /** Whether a joint investigation team worked on the case. */
  jointTeam: JointTeam;
  /** Results that the authorities or courts published. */
  results: CaseResultRecord[];
  /** How the network worked; null if the sources do not say. */
  modusOperandi?: LocalisedText;
  /** Digital services, and their uses, in the case; empty if the sources name none. */
  digital: DigitalFocusRecord[];
  /** How the network used digital services, or which digital evidence was found; null if the sources do not say. */
  digitalEvidence?: LocalisedText;
  /** Outcome of the case, in court or before; null if the sources do not say. */
  outcome?: LocalisedText;
  /** Countries whose authorities took part, or in which the network worked. */
  countries: string[];
  /** Agencies and other organisations that took part. */
  agencies: string[];
  /** Routes that the network used. */
  routes: string[];
  /** Trends of which the case is an example. */
  trends: string[];
  /** Resources that were used in the case, or help in cases like it. */
  resources: string[];
  /** Laws and instruments that were used in the case, or help in cases like it. */
  relevantLaws: string[];
  /** Topics of the entry. */
  topics: string[];
  /** Remarks on these facts, such as figures that differ between sources; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the case are based, at least one. */
  citations: CitationRecord[];
}

/** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
export interface CountryGroupRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Code of the group, such as EU27_2020. */
  code: string;
  /** Codes that other publishers use for the group. */
  codes: PublisherCodeRecord[];
  /** What the group is, in one or two sentences. */
  summary?: LocalisedText;
  /** Members of the group with the dates of membership. Empty for groups that are only described, such as the world. */
  members: MembershipRecord[];
  /** Whether the group is a fixed list for statistics: the same countries in all periods, including those before their membership. Otherwise a country counts for the periods of its membership. Null means no. */
  isFixed?: boolean;
  /** Remarks on the group, such as that no list of members could be found; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** What a country reported at an event, linked to the trends it confirms or contradicts. */
export interface CountryUpdateRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** What the country reported, in one or two sentences. */
  summary: LocalisedText;
  /** Whether the update confirms its trends. */
  stance: Stance;
  /** The country that reported. */
  country: string;
  /** The event at which the country reported. */
  event: string;
  /** Trends that the entry concerns. */
  trends: string[];
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** One country: its cooperation, its memberships and everything linked to it. */
export interface CountryRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Three-letter country code (ISO 3166 alpha-3). */
  alpha3: string;
  /** Codes that other publishers use, if they differ. */
  codes: PublisherCodeRecord[];
  /** The main facts about the country's cooperation, in one or two sentences. */
  summary?: LocalisedText;
  /** The profile in Markdown; null if not written yet. */
  body?: LocalisedText;
  /** Official languages of the country. */
  officialLanguages: string[];
  /** Capital of the country; null if not given. */
  capital?: LocalisedText;
  /** How the country cooperates with agencies and networks, one dated fact each. */
  cooperation: CooperationFactRecord[];
  /** Date on which we last compared the facts with their sources; null if not recorded. */
  checkedOn?: string;
  /** Date by which the facts are to be compared with their sources again; null if none is set. */
  reviewBy?: string;
  /** Figures that the text quotes. */
  claims: ClaimRecord[];
  /** Note on the name or status of the country that has to accompany its mention; null if none is required. */
  footnote?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A meeting or conference. */
export interface EventRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** The series of events it belongs to, such as the annual meetings on migrant smuggling; null if there is none. Facets and filters use the language of the request. */
  eventSeries?: LocalisedText;
  /** First day of the event, as precisely as it is known; null if unknown. */
  startsOn?: string;
  /** Last day of the event, as precisely as it is known; null if unknown. */
  endsOn?: string;
  /** Place of the event; null if unknown. */
  place?: LocalisedText;
  /** How people took part; null if unknown. */
  mode?: EventMode;
  /** What the event was about, in one or two sentences. */
  summary?: LocalisedText;
  /** Sessions of the event, in order. */
  sessions: SessionRecord[];
  /** The organisation that held the event. */
  organiser: string;
  /** Countries that took part, unless a group lists them. */
  participantCountries: string[];
  /** Groups of countries that took part. */
  participantGroups: string[];
  /** Organisations that took part. */
  participantOrganisations: string[];
  /** What the session was about; null if not given. */
  topics: string[];
  /** Figures that the text quotes. */
  claims: ClaimRecord[];
  /** Remarks on these facts, such as information that was not found; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A quantity that is measured over time and by area. */
export interface IndicatorRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** What is measured, how, and its limitations, in Markdown; null if not written yet. */
  definition?: LocalisedText;
  /** Unit as a stable English key, such as persons or percent. Use `unitLabel` for display. */
  unit: string;
  /** The thing that an indicator counts. */
  countingUnit: CountingUnit;
  /** How the figure behaves over time. */
  measure: Measure;
  /** Whether the indicator measures smuggling directly or gives background. */
  relevance: Relevance;
  /** Frequency of the figures. */
  frequency: Frequency;
  /** The common subject if other indicators measure the same thing; null otherwise. `compare` warns if two publishers measure one concept. */
  concept?: Concept;
  /** What a missing figure means. */
  absentMeans: AbsentMeans;
  /** Number of decimals to display; null for whole numbers. */
  decimals?: number;
  /** Characteristics by which the figures are broken down; empty if there are none. */
  dimensions: DimensionRecord[];
  /** Terms and attribution for the reuse of the figures; null if unknown. */
  attribution?: string;
  /** Topics of the entry. */
  topics: string[];
  /** The organisation that publishes the figures. */
  publisher: string;
  /** The population indicator for rates per inhabitant; null if such a rate makes no sense. */
  population?: string;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A provision of criminal law, or an instrument of the European Union or between States. */
export interface LawRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** The level of law to which the provision belongs. */
  level: LegalLevel;
  /** The act with its number, as it is cited in its own country or in English. */
  act: string;
  /** The articles, as they are cited; null if not given. */
  article?: string;
  /** The conduct that is punished or regulated; null if not given. */
  conduct?: LocalisedText;
  /** What the instrument offers, to whom, and how to use it, in Markdown; null if not written yet. */
  description?: LocalisedText;
  /** The penalties, lightest first; empty if our sources do not show them. */
  tiers: PenaltyTierRecord[];
  /** Whether the offence requires a financial gain. */
  financialGain: FinancialGain;
  /** Whether humanitarian assistance is exempt. */
  humanitarianClause: HumanitarianClause;
  /** Period in which the described version is in force; null if unknown. */
  inForce?: SpanRecord;
  /** Powers, duties and procedures of the instrument; empty for provisions that define offences, and for instruments that were not read. */
  measures: LegalMeasureRecord[];
  /** Day from which the provision applies, if it differs from its entry into force; null otherwise. */
  appliesFrom?: string;
  /** Official text; for EU acts the European Legislation Identifier. Null if we have seen no official address. */
  url?: string;
  /** Languages in which the text is available; empty if unknown. */
  languages: string[];
  /** The professionals for whom the instrument matters most; empty if not given. */
  audiences: Audience[];
  /** Stages of proceedings in which the instrument helps; empty if not given. */
  stages: ProceedingStage[];
  /** Digital services, and their uses, that the instrument addresses; empty if it is not about the digital side. */
  digital: DigitalFocusRecord[];
  /** Date of publication or signature; null if unknown. */
  publishedOn?: string;
  /** Date on which we last compared the facts with their sources; null if not recorded. */
  checkedOn?: string;
  /** Date by which the facts are to be compared with their sources again; null if none is set. */
  reviewBy?: string;
  /** The country or group of countries in which the provision applies. */
  area: string;
  /** The organisation that adopted, proposed or administers the instrument; null for national law. */
  institution?: string;
  /** Topics of the entry. */
  topics: string[];
  /** The provision or instrument that this one replaces; null if there is none. */
  supersedes?: string;
  /** Facts that were not found, each with the text that was searched for it; null if nothing is missing. */
  searched?: LocalisedText;
  /** Remarks on these facts, such as that a secondary copy was read; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A short guide, printed or online, that points practitioners to resources. */
export interface LeafletRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Purpose of the leaflet in one or two sentences. */
  summary?: LocalisedText;
  /** The text of the leaflet in Markdown; null if there is none. */
  body?: LocalisedText;
  /** Web page of the publisher; null if we have not seen one. */
  url?: string;
  /** The organisation that publishes the leaflet. */
  issuer: string;
  /** Resources that the leaflet names, in its order, as far as our sources show them. */
  resources: string[];
  /** Resources on the same subject that we recommend. The leaflet, or the part of it that we have seen, does not name them. */
  seeAlso: string[];
  /** Laws on the subject of the leaflet that we recommend. */
  relevantLaws: string[];
  /** Trends on the subject of the leaflet, linked by us from the same sources. */
  trends: string[];
  /** Topics of the entry. */
  topics: string[];
  /** Countries that the leaflet covers. */
  countries: string[];
  /** Events at which the leaflet was presented. */
  presentedAt: string[];
  /** Digital services, and their uses, that the leaflet is about. */
  digital: DigitalFocusRecord[];
  /** Date of publication; null if unknown. */
  publishedOn?: string;
  /** Language editions of the leaflet; empty if unknown. */
  editions: EditionRecord[];
  /** The earlier leaflet that this one replaces; null if there is none. */
  supersedes?: string;
  /** Figures that the text quotes. */
  claims: ClaimRecord[];
  /** Remarks on these facts, such as information that was not found; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** An agency, network, project, initiative, United Nations body or provider. */
export interface OrganisationRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Type of the organisation. */
  organisationType: OrganisationType;
  /** Usual abbreviation of the name; null if there is none. */
  acronym?: string;
  /** Other names under which it publishes, such as former names. An import uses them to recognise the publisher of a file or a source. */
  otherNames: string[];
  /** Website of the organisation; null if we have not seen one. */
  website?: string;
  /** What the organisation does, in one or two sentences. */
  summary?: LocalisedText;
  /** What it offers practitioners and who takes part, in Markdown; null if not written yet. */
  description?: LocalisedText;
  /** The organisation that it is part of; null if there is none. */
  parent?: string;
  /** Countries that are members, unless a group lists them. */
  memberCountries: string[];
  /** Groups of countries that are members. */
  memberGroups: string[];
  /** Date on which we last compared the facts with their sources; null if not recorded. */
  checkedOn?: string;
  /** Date by which the facts are to be compared with their sources again; null if none is set. */
  reviewBy?: string;
  /** Contacts that the organisation publishes; empty if we found none. */
  contacts: ContactRecord[];
  /** How to reach the organisation, or the authorities for which it stands, step by step; empty if not described. */
  steps: UseStepRecord[];
  /** Topics of the entry. */
  topics: string[];
  /** Remarks on these facts; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A saved query with its variables, ready to run. */
export interface QuestionRecord {
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** The question that the query answers. It has little weight in a search, so that answers rank before questions. */
  title: LocalisedText;
  /** What the question answers, in one or two sentences. */
  summary?: LocalisedText;
  /** The query as a GraphQL document. */
  document: string;
  /** The variables of the query as JSON; null if it has none. */
  variables?: string;
  /** Path of the list whose items are the rows of the table, such as `organisation.attendedEvents`. Default: the main list of the answer. */
  table?: string;
  /** How the answer is displayed first. Default: a table. */
  view?: AnswerView;
  /** The users for whom the question is saved. */
  role: QuestionRole;
  /** The task that the question belongs to, such as building a country page. */
  task: LocalisedText;
  /** Position in the list of questions, from 1; null if not set. */
  position?: number;
  /** Edition of the figures that the question is pinned to; null for the newest edition. */
  vintage?: string;
  /** Topics of the entry. */
  topics: string[];
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** Something that a practitioner can use, such as a tool, network, guide, report, database, legal instrument, training or contact point. */
export interface ResourceRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Type of the resource. */
  resourceType: ResourceType;
  /** Purpose of the resource in one or two sentences. */
  summary?: LocalisedText;
  /** What the resource offers, to whom, and how to use it, in Markdown; null if not written yet. */
  description?: LocalisedText;
  /** How to use the resource, step by step; empty if not described yet. */
  steps: UseStepRecord[];
  /** Web page of the publisher; null if we have not seen one. */
  url?: string;
  /** Languages in which the resource is available; empty if unknown. */
  languages: string[];
  /** The users for whom the question is saved. */
  audiences: Audience[];
  /** Stages of proceedings in which the resource helps. */
  stages: ProceedingStage[];
  /** Digital services, and their uses, that the resource addresses; empty if it is not about the digital side. */
  digital: DigitalFocusRecord[];
  /** Date of publication or start; null if unknown. */
  publishedOn?: string;
  /** The organisation that provides the resource. */
  provider: string;
  /** Topics of the entry. */
  topics: string[];
  /** Countries that the resource covers, unless a group lists them. */
  countries: string[];
  /** Groups of countries that the resource covers. */
  groups: string[];
  /** The earlier resource that this one replaces; null if there is none. */
  supersedes?: string;
  /** Remarks on these facts, such as information that was not found; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A migration route, as agencies and the International Organization for Migration use the term. */
export interface RouteRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Code of the route, such as ROUTE_CENTRAL_MEDITERRANEAN. */
  code: string;
  /** Names that publishers use for the route, if they differ. */
  codes: PublisherCodeRecord[];
  /** How people travel along the route. */
  routeType: RouteType;
  /** Where the route leads, in one or two sentences. */
  summary?: LocalisedText;
  /** The route that this one is part of and whose figures include it; null if there is none. */
  partOf?: string;
  /** Countries along the route, if a source names them. */
  countries: string[];
  /** Remarks on the route; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A document in which facts were read: a page, a report, a data set or a law. */
export interface SourceRecord {
  /** Summary of the entry in one or two sentences; null if there is none. */
  summary?: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Title of the source. It has little weight in a search, so that entries rank before their sources. */
  title: LocalisedText;
  /** Name of the publisher. */
  publisherName: string;
  /** Reference of the publisher, such as the code of a data set; null if there is none. */
  reference?: string;
  /** Web page of the publisher; null if we have not seen one. */
  url?: string;
  /** The copy that was read; null if the source was read at its publisher. */
  readIn?: CopyRecord;
  /** Edition that was read, as the publisher names or dates it; null if it does not. */
  edition?: string;
  /** Date of publication; for a data set, date of the publisher's update. Null if unknown. */
  publishedOn?: string;
  /** Date on which the source was retrieved; null if unknown. */
  retrievedOn?: string;
  /** A date before which the source cannot have been published, if neither date is known, as its figures or the copy show; null otherwise. */
  notBefore?: string;
  /** Terms of use; null if unknown. */
  licence?: string;
  /** Attribution that the terms require; null if none is required. */
  attribution?: string;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A country or territory of ISO 3166 without a profile: its code, names and region, so that figures and laws can refer to it. A profile with the same code replaces it. The names come from a public list and express no position on the status of a territory. */
export interface TerritoryRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Summary of the entry in one or two sentences; null if there is none. */
  summary?: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** Three-letter country code (ISO 3166 alpha-3). */
  alpha3: string;
  /** Three-digit numeric code (ISO 3166-1, the same as UN M49). */
  numeric: string;
  /** Codes that other publishers use, if they differ. */
  codes: PublisherCodeRecord[];
  /** Region of the world; null if the United Nations name none. */
  region?: WorldRegion;
  /** Note on the name or status that has to accompany its mention; null if none is required. */
  footnote?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A topic of the classification in the style of SKOS: broader and narrower topics, with labels in several languages. */
export interface TopicRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** The part of the classification that the topic belongs to. */
  scheme: TopicScheme;
  /** What the topic covers, in one or two sentences, in Markdown; null if not written yet. */
  definition?: LocalisedText;
  /** Alternative labels of the topic in any language, used by search. */
  altLabels: string[];
  /** The broader topic; null for a top topic. */
  broader?: string;
  /** Related topics that are neither broader nor narrower, such as trafficking and smuggling. */
  relatedTopics: string[];
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}

/** A development that was observed, with its evidence. */
export interface TrendRecord {
  /** Title of the entry in the requested language. */
  title: LocalisedText;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations: Locale[];
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only certain matches are listed. */
  sameAs: string[];
  /** What was observed, in one or two sentences. */
  summary?: LocalisedText;
  /** The development and its evidence in Markdown; null if not written yet. */
  description?: LocalisedText;
  /** Direction of the trend in our own assessment; null if neither a figure nor two sources support one. */
  direction?: Direction;
  /** The period in which the trend was observed; null if unknown. */
  period?: SpanRecord;
  /** Digital services, and their uses, that the trend concerns; empty if it is not about the digital side. */
  digital: DigitalFocusRecord[];
  /** Figures that the text quotes. */
  claims: ClaimRecord[];
  /** Countries that the trend concerns, unless a group lists them. */
  countries: string[];
  /** Groups of countries that the trend concerns. */
  groups: string[];
  /** Routes that the trend concerns. */
  routes: string[];
  /** Topics of the entry. */
  topics: string[];
  /** Indicators that measure the trend. */
  indicators: string[];
  /** Remarks on these facts; null if there is nothing to add. */
  note?: LocalisedText;
  /** The sources on which the facts of the entry are based. */
  citations: CitationRecord[];
}
