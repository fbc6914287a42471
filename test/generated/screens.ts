/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a quoted figure compares with the newest edition of its indicator. */
export type ClaimStatus =
  /** The newest edition has the same figure, from a source that the entry itself cites: nothing else confirms it yet. */
  | 'AS_STATED'
  /** The newest edition has the same figure, from a source that the entry does not cite. */
  | 'CURRENT'
  /** The newest edition has another figure. */
  | 'OUT_OF_DATE'
  /** The newest edition has no figure for this area and period. */
  | 'UNVERIFIABLE';

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

/** A form of judicial cooperation between a country and an agency or network. */
export type CooperationType =
  /** A contact point in the country. */
  | 'CONTACT_POINT'
  /** An agreement on cooperation. */
  | 'COOPERATION_AGREEMENT'
  /** A prosecutor of the country posted at the agency. */
  | 'LIAISON_PROSECUTOR'
  /** A national desk at the agency, as each of its member countries has. */
  | 'NATIONAL_DESK'
  /** A mandate to negotiate an agreement. */
  | 'NEGOTIATION_MANDATE'
  /** A project of cooperation in which the country takes part. */
  | 'PROJECT'
  /** A Representative of the country at the agency, of which the country is not a member. */
  | 'REPRESENTATIVE'
  /** A working arrangement. */
  | 'WORKING_ARRANGEMENT';

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

/** A kind of entry. */
export type EntryKind =
  /** A group of countries. */
  | 'COUNTRY_GROUP'
  /** One country. */
  | 'COUNTRY_PROFILE'
  /** What a country reported at a meeting. */
  | 'COUNTRY_UPDATE'
  /** A meeting or conference. */
  | 'EVENT'
  /** A quantity that is measured over time and by area. */
  | 'INDICATOR'
  /** A short guide. */
  | 'LEAFLET'
  /** A provision of criminal law. */
  | 'LEGAL_PROVISION'
  /** An agency. */
  | 'ORGANISATION'
  /** A saved query with its variables. */
  | 'QUESTION'
  /** Something a practitioner can use. */
  | 'RESOURCE'
  /** A migration route. */
  | 'ROUTE'
  /** Where a fact was read. */
  | 'SOURCE'
  /** A country or territory of ISO 3166 of which there is no profile. */
  | 'TERRITORY'
  /** A subject of the classification. */
  | 'TOPIC'
  /** A development that was observed. */
  | 'TREND';

/** What sort of thing an entry is within its kind; each kind has some of them. */
export type EntryType =
  /** By air. */
  | 'AIR'
  /** A collection of records that can be searched. */
  | 'DATABASE'
  /** A set of figures that can be downloaded. */
  | 'DATASET'
  /** An agency of the European Union. */
  | 'EU_AGENCY'
  /** Another body or service of the European Union. */
  | 'EU_BODY'
  /** An institution of the European Union, or a department of one. */
  | 'EU_INSTITUTION'
  /** A short leaflet, factsheet or web page. */
  | 'FACTSHEET'
  /** Money for investigations or projects. */
  | 'FUNDING'
  /** A guide, handbook, toolkit or manual. */
  | 'GUIDE'
  /** An initiative, alliance or cycle of work that many take part in. */
  | 'INITIATIVE'
  /** Another international organisation. */
  | 'INTERNATIONAL_ORGANISATION'
  /** By land. */
  | 'LAND'
  /** A judgment, or an analysis of the law. */
  | 'LEGAL_ANALYSIS'
  /** A treaty, regulation, directive or decision. */
  | 'LEGAL_INSTRUMENT'
  /** A newspaper, broadcaster or publisher. */
  | 'MEDIA'
  /** By sea and by land. */
  | 'MIXED'
  /** An authority of one country. */
  | 'NATIONAL_AUTHORITY'
  /** A network of practitioners. */
  | 'NETWORK'
  /** A company that provides services online. */
  | 'ONLINE_SERVICE_PROVIDER'
  /** A way of working that an agency offers in a case, such as a coordination meeting. */
  | 'OPERATIONAL_TOOL'
  /** A platform or portal that practitioners log in to or consult. */
  | 'PLATFORM'
  /** A strategy, declaration, action plan or legislative proposal. */
  | 'POLICY'
  /** A project with a start and an end. */
  | 'PROJECT'
  /** A report, study or analysis. */
  | 'REPORT'
  /** By sea. */
  | 'SEA'
  /** A model form or agreement. */
  | 'TEMPLATE'
  /** A course or training material. */
  | 'TRAINING'
  /** A centre or unit within an organisation. */
  | 'UNIT'
  /** A body of the United Nations. */
  | 'UN_BODY';

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
  /** For YEAR_ON_YEAR and INDEX: the figure was reported, but the figure it is compared with is missing. */
  | 'BASE_MISSING'
  /** There can be no figure here. */
  | 'NOT_APPLICABLE'
  /** In a comparison: the indicator has no figures for the area, or none with the breakdown, in any period. */
  | 'NOT_COVERED'
  /** Nobody reported a figure. It is not zero. */
  | 'NOT_REPORTED'
  /** A figure was worked out although some of what it should be made of is missing; it says how many. */
  | 'PARTIAL'
  /** For PER_100K: the figure was reported, but the population of that year and of all years before it is missing. */
  | 'POPULATION_MISSING'
  /** A figure was reported, or worked out from figures none of which is missing. */
  | 'REPORTED'
  /** The publisher withholds the figure. */
  | 'SUPPRESSED'
  /** For SHARE: the figure was reported, but the total that it is a share of is missing. */
  | 'TOTAL_MISSING';

/** Whether an update bears a trend out. */
export type Stance =
  /** It speaks against the trend. */
  | 'CONTRADICTS'
  /** It adds detail without judging the trend. */
  | 'NEUTRAL'
  /** It bears the trend out. */
  | 'SUPPORTS';

export type CountryQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type CountryQuery = { country: { title: string, summary: string | null, body: string | null, cooperation: Array<{ type: CooperationType, state: CooperationState, date: string | null, partner: { slug: string, title: string } }>, groups: { nodes: Array<{ slug: string, title: string }> } | null, trends: { totalCount: number, nodes: Array<{ slug: string, title: string, direction: Direction | null }> } | null, laws: { nodes: Array<{ slug: string, title: string, act: string }> } | null, series: Array<{ unit: string, indicator: { slug: string, title: string }, latest: { period: string, value: number | null, flags: Array<ObservationFlag> } | null }> | null, citations: Array<{ source: { title: string, url: string | null } }> } | null };

export type EventQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type EventQuery = { event: { title: string, startsOn: string | null, endsOn: string | null, place: string | null, summary: string | null, organiser: { title: string }, sessions: Array<{ title: string, summary: string | null, topics: Array<{ slug: string, title: string }>, trends: Array<{ slug: string, title: string }> }>, participantCountries: Array<{ code: string, title: string }>, participantGroups: Array<{ code: string, title: string }>, participantOrganisations: Array<{ slug: string, title: string }>, updates: { nodes: Array<{ stance: Stance, country: { code: string } }> } | null, citations: Array<{ source: { title: string, url: string | null } }> } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { trends: { totalCount: number, nodes: Array<{ slug: string, title: string, direction: Direction | null, summary: string | null, topics: Array<{ slug: string, title: string }> }> } | null, leaflets: { nodes: Array<{ slug: string, title: string, summary: string | null }> } | null, events: { nodes: Array<{ slug: string, title: string, startsOn: string | null, place: string | null }> } | null, topics: { nodes: Array<{ slug: string, title: string }> } | null };

export type LeafletQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type LeafletQuery = { leaflet: { title: string, summary: string | null, body: string | null, publishedOn: string | null, issuer: { title: string }, resources: Array<{ slug: string, title: string, type: EntryType, url: string | null, provider: { slug: string, title: string } }>, topics: Array<{ slug: string, title: string }>, editions: Array<{ language: string, url: string | null }>, citations: Array<{ locator: string | null, source: { title: string, url: string | null } }> } | null };

export type RoutesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoutesQuery = { routes: { nodes: Array<{ code: string, title: string, countries: Array<{ code: string }>, series: Array<{ unit: string, indicator: { slug: string, title: string }, points: Array<{ period: string, value: number | null }> }> | null }> } | null };

export type SearchQueryVariables = Exact<{
  words?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, didYouMean: string | null, edges: Array<{ node:
        | { __typename: 'CountryGroup', id: string, slug: string, title: string }
        | { __typename: 'CountryProfile', id: string, slug: string, title: string }
        | { __typename: 'CountryUpdate', id: string, slug: string, title: string }
        | { __typename: 'Event', startsOn: string | null, id: string, slug: string, title: string, organiser: { title: string } }
        | { __typename: 'Indicator', id: string, slug: string, title: string }
        | { __typename: 'Leaflet', summary: string | null, id: string, slug: string, title: string, issuer: { title: string } }
        | { __typename: 'LegalProvision', id: string, slug: string, title: string }
        | { __typename: 'Organisation', id: string, slug: string, title: string }
        | { __typename: 'Question', id: string, slug: string, title: string }
        | { __typename: 'Resource', summary: string | null, id: string, slug: string, title: string, provider: { title: string } }
        | { __typename: 'Route', id: string, slug: string, title: string }
        | { __typename: 'Source', id: string, slug: string, title: string }
        | { __typename: 'Territory', id: string, slug: string, title: string }
        | { __typename: 'Topic', id: string, slug: string, title: string }
        | { __typename: 'Trend', summary: string | null, id: string, slug: string, title: string, topics: Array<{ title: string }> }
      , highlights: Array<{ field: string, pieces: Array<{ text: string, isMatch: boolean }> }> }>, facets: { kinds: Array<{ value: EntryKind, count: number }>, topics: Array<{ count: number, value:
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
          | { slug: string, title: string }
         }> | null } } | null };

export type TopicTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicTreeQuery = { topics: { nodes: Array<{ slug: string, title: string, narrower: { nodes: Array<{ slug: string, title: string, narrower: { nodes: Array<{ slug: string, title: string }> } | null }> } | null }> } | null };

export type TrendQueryVariables = Exact<{
  slug?: string | null | undefined;
  areas?: Array<string> | string | null | undefined;
}>;


export type TrendQuery = { trend: { title: string, summary: string | null, description: string | null, direction: Direction | null, topics: Array<{ slug: string, title: string }>, countries: Array<{ code: string, title: string }>, claims: Array<{ statement: string, status: ClaimStatus }>, indicators: Array<{ slug: string, title: string, unit: string, series: Array<{ area:
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
        , points: Array<{ period: string, value: number | null, state: ObservationState }> }> | null }>, leaflets: { nodes: Array<{ slug: string, title: string }> } | null, citations: Array<{ locator: string | null, source: { title: string, url: string | null } }> } | null };
