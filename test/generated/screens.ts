/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a quoted figure compares with the newest edition of its indicator. */
export type ClaimStatus =
  /** The newest edition has the same figure, from a source that the entry cites. Nothing else confirms it yet. */
  | 'AS_STATED'
  /** The newest edition has the same figure, from a source that the entry does not cite. */
  | 'CURRENT'
  /** The newest edition has a different figure. */
  | 'OUT_OF_DATE'
  /** The newest edition has no figure for this area and period. */
  | 'UNVERIFIABLE';

/** The stage that a form of cooperation has reached. */
export type CooperationState =
  /** Negotiations have been authorised. */
  | 'AUTHORISED'
  /** The agreement has been concluded. */
  | 'CONCLUDED'
  /** The instrument is in force, or the arrangement exists. */
  | 'IN_FORCE'
  /** A source states that there is no such cooperation. */
  | 'NONE'
  /** The agreement has been signed. */
  | 'SIGNED';

/** A form of judicial cooperation between a country and an agency or network. */
export type CooperationType =
  /** A contact point in the country. */
  | 'CONTACT_POINT'
  /** An agreement on cooperation. */
  | 'COOPERATION_AGREEMENT'
  /** A Liaison Prosecutor of the country posted at the agency. */
  | 'LIAISON_PROSECUTOR'
  /** A national desk at the agency, which each member country has. */
  | 'NATIONAL_DESK'
  /** A mandate to negotiate an agreement. */
  | 'NEGOTIATION_MANDATE'
  /** A cooperation project in which the country takes part. */
  | 'PROJECT'
  /** A Representative at the agency of a country that is not a member. */
  | 'REPRESENTATIVE'
  /** A working arrangement between the country and the agency. */
  | 'WORKING_ARRANGEMENT';

/** The direction of a trend. */
export type Direction =
  /** The phenomenon is new, or newly observed. */
  | 'EMERGING'
  /** The phenomenon is decreasing. */
  | 'FALLING'
  /** The phenomenon is increasing. */
  | 'RISING'
  /** The phenomenon is about as frequent as before. */
  | 'STABLE';

/** The kinds of entries in this knowledge base. */
export type EntryKind =
  /** A criminal case or operation against migrant smuggling, as published by the authorities. Suspects and convicted persons are not named. */
  | 'CASE'
  /** One country: its cooperation, its memberships and everything linked to it. */
  | 'COUNTRY'
  /** A group of countries, such as the European Union or the Western Balkans, with its membership over time. */
  | 'COUNTRY_GROUP'
  /** What a country reported at an event, linked to the trends it confirms or contradicts. */
  | 'COUNTRY_UPDATE'
  /** A meeting or conference. */
  | 'EVENT'
  /** A quantity that is measured over time and by area. */
  | 'INDICATOR'
  /** A provision of criminal law, or an instrument of the European Union or between States. */
  | 'LAW'
  /** A short guide, printed or online, that points practitioners to resources. */
  | 'LEAFLET'
  /** An agency, network, project, initiative, United Nations body or provider. */
  | 'ORGANISATION'
  /** A saved query with its variables, ready to run. */
  | 'QUESTION'
  /** Something that a practitioner can use, such as a tool, network, guide, report, database, legal instrument, training or contact point. */
  | 'RESOURCE'
  /** A migration route, as agencies and the International Organization for Migration use the term. */
  | 'ROUTE'
  /** A document in which facts were read: a page, a report, a data set or a law. */
  | 'SOURCE'
  /** A country or territory of ISO 3166 without a profile: its code, names and region, so that figures and laws can refer to it. A profile with the same code replaces it. The names come from a public list and express no position on the status of a territory. */
  | 'TERRITORY'
  /** A topic of the classification in the style of SKOS: broader and narrower topics, with labels in several languages. */
  | 'TOPIC'
  /** A development that was observed, with its evidence. */
  | 'TREND';

/** A remark by the publisher about a figure. */
export type ObservationFlag =
  /** The figure is not comparable with the figures before it. In a comparison of two figures, the break lies between them. */
  | 'BREAK_IN_SERIES'
  /** The figure follows a different definition from the rest of the series. */
  | 'DEFINITION_DIFFERS'
  /** The publisher estimated or rounded the figure. */
  | 'ESTIMATED'
  /** The figure is a forecast. */
  | 'FORECAST'
  /** The figure has low reliability. */
  | 'LOW_RELIABILITY'
  /** The figure is provisional and may change. */
  | 'PROVISIONAL'
  /** The figure replaces an earlier one. */
  | 'REVISED';

/** What is known about one figure. */
export type ObservationState =
  /** For YEAR_ON_YEAR and INDEX: the figure was published, but the figure to compare it with is missing. */
  | 'BASE_MISSING'
  /** A figure is not possible here. */
  | 'NOT_APPLICABLE'
  /** In a comparison: the indicator has no figures for the area, or none with the breakdown, in any period. */
  | 'NOT_COVERED'
  /** No figure was published. The value is unknown, not zero. */
  | 'NOT_REPORTED'
  /** The figure was computed although some of its inputs are missing; `missing` counts them. */
  | 'PARTIAL'
  /** For PER_100K: the figure was published, but the population of that year and of all earlier years is missing. */
  | 'POPULATION_MISSING'
  /** The figure was published, or was computed from complete figures. */
  | 'REPORTED'
  /** The publisher withholds the figure. */
  | 'SUPPRESSED'
  /** For SHARE: the figure was published, but the total of which it is a share is missing. */
  | 'TOTAL_MISSING';

/** The type of a resource. */
export type ResourceType =
  /** A collection of records that can be searched. */
  | 'DATABASE'
  /** A set of figures that can be downloaded. */
  | 'DATASET'
  /** A short leaflet, factsheet or web page. */
  | 'FACTSHEET'
  /** Funding for investigations or projects. */
  | 'FUNDING'
  /** A guide, handbook, toolkit or manual. */
  | 'GUIDE'
  /** A judgment or a legal analysis. */
  | 'LEGAL_ANALYSIS'
  /** A treaty, regulation, directive or decision. */
  | 'LEGAL_INSTRUMENT'
  /** A network of practitioners or contact points. */
  | 'NETWORK'
  /** A way of working that an agency offers for a case, such as a coordination meeting. */
  | 'OPERATIONAL_TOOL'
  /** A platform or portal that practitioners consult or log in to. */
  | 'PLATFORM'
  /** A strategy, declaration, action plan or legislative proposal. */
  | 'POLICY'
  /** A report, study or analysis. */
  | 'REPORT'
  /** A model form or agreement. */
  | 'TEMPLATE'
  /** A course or training material. */
  | 'TRAINING';

/** Whether an update confirms a trend. */
export type Stance =
  /** The update contradicts the trend. */
  | 'CONTRADICTS'
  /** The update adds detail without judging the trend. */
  | 'NEUTRAL'
  /** The update confirms the trend. */
  | 'SUPPORTS';

export type CountryQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type CountryQuery = { country: { title: string, summary: string | null, body: string | null, cooperation: Array<{ type: CooperationType, state: CooperationState, date: string | null, partner: { slug: string, title: string } }>, memberOf: { nodes: Array<{ slug: string, title: string }> } | null, observedTrends: { totalCount: number, nodes: Array<{ slug: string, title: string, direction: Direction | null }> } | null, laws: { nodes: Array<{ slug: string, title: string, act: string }> } | null, series: Array<{ unit: string, indicator: { slug: string, title: string }, latest: { period: string, value: number | null, flags: Array<ObservationFlag> } | null }> | null, citations: Array<{ source: { title: string, url: string | null } }> } | null };

export type EventQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type EventQuery = { event: { title: string, startsOn: string | null, endsOn: string | null, place: string | null, summary: string | null, organiser: { title: string }, sessions: Array<{ title: string, summary: string | null, topics: Array<{ slug: string, title: string }>, trends: Array<{ slug: string, title: string }> }>, participantCountries: Array<{ code: string, title: string }>, participantGroups: Array<{ code: string, title: string }>, participantOrganisations: Array<{ slug: string, title: string }>, updates: { nodes: Array<{ stance: Stance, country: { code: string } }> } | null, citations: Array<{ source: { title: string, url: string | null } }> } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { trends: { totalCount: number, nodes: Array<{ slug: string, title: string, direction: Direction | null, summary: string | null, topics: Array<{ slug: string, title: string }> }> } | null, leaflets: { nodes: Array<{ slug: string, title: string, summary: string | null }> } | null, events: { nodes: Array<{ slug: string, title: string, startsOn: string | null, place: string | null }> } | null, topics: { nodes: Array<{ slug: string, title: string }> } | null };

export type LeafletQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type LeafletQuery = { leaflet: { title: string, summary: string | null, body: string | null, publishedOn: string | null, issuer: { title: string }, resources: Array<{ slug: string, title: string, resourceType: ResourceType, url: string | null, provider: { slug: string, title: string } }>, topics: Array<{ slug: string, title: string }>, editions: Array<{ language: string, url: string | null }>, citations: Array<{ locator: string | null, source: { title: string, url: string | null } }> } | null };

export type RoutesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoutesQuery = { routes: { nodes: Array<{ code: string, title: string, countries: Array<{ code: string }>, series: Array<{ unit: string, indicator: { slug: string, title: string }, points: Array<{ period: string, value: number | null }> }> | null }> } | null };

export type SearchQueryVariables = Exact<{
  words?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, didYouMean: string | null, edges: Array<{ node:
        | { __typename: 'Case', id: string, slug: string, title: string }
        | { __typename: 'Country', id: string, slug: string, title: string }
        | { __typename: 'CountryGroup', id: string, slug: string, title: string }
        | { __typename: 'CountryUpdate', id: string, slug: string, title: string }
        | { __typename: 'Event', startsOn: string | null, id: string, slug: string, title: string, organiser: { title: string } }
        | { __typename: 'Indicator', id: string, slug: string, title: string }
        | { __typename: 'Law', id: string, slug: string, title: string }
        | { __typename: 'Leaflet', summary: string | null, id: string, slug: string, title: string, issuer: { title: string } }
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
