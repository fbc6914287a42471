/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which text of a source was read for a citation. */
export type CitationReadIn =
  /** A copy that another party publishes, such as a repost, a repository or an archive. The original remains to be read. */
  | 'COPY'
  /** The text on the publisher's own page or in the publisher's own file. */
  | 'ORIGINAL';

/** The fields of a Citation that editors write. Links are slugs. */
export type CitationRecord = {
  /** Date on which the source was consulted; null if unknown. */
  accessedOn?: string | null | undefined;
  /** Where the copy was read, such as a web address, or a repository with its path and commit; null if the original was read, or not recorded. */
  copy?: string | null | undefined;
  /** Page, section or table in the source, as named there; null if not recorded. */
  locator?: string | null | undefined;
  /** Remarks on this use of the source; null if there is nothing to add. */
  note?: LocalisedText | null | undefined;
  /** The words of the source that state the fact, literally and in the original language, at most 40 words. Null if none were recorded. */
  quote?: string | null | undefined;
  /** Language of the quotation; null without a quotation, or if unknown. */
  quoteLanguage?: string | null | undefined;
  /** Whether the publisher's own text or a copy was read; null if not recorded. */
  readIn?: CitationReadIn | null | undefined;
  /** The document or page that states the fact. Write the slug. */
  source: string;
};

/** The fields of a Claim that editors write. Links are slugs. */
export type ClaimRecord = {
  /** The area of the quoted figure. Write folder/slug. */
  area: string;
  /** Codes of the breakdown. The total applies to every dimension that is not named. */
  breakdown?: Array<QuotedPartRecord> | null | undefined;
  /** The indicator of the quoted figure. Write the slug. */
  indicator: string;
  /** Period of the quoted figure: a year, a quarter (2023-Q1) or a month (2023-01). */
  period: string;
  /** The sentence that quotes the figure. */
  statement: LocalisedText;
  /** The figure as quoted, in the unit of the indicator. */
  value: number;
};

/** The fields of a DigitalFocus that editors write. Links are slugs. */
export type DigitalFocusRecord = {
  /** The type of digital service. */
  service: DigitalService;
  /** Purpose for which the service is used; null if not stated in the source. */
  use?: DigitalUse | null | undefined;
};

/** A type of online service or digital instrument. */
export type DigitalService =
  /** Storage of files with an online provider. */
  | 'CLOUD_STORAGE'
  /** Registration of internet domain names. */
  | 'DOMAIN_REGISTRATION'
  /** Services for electronic payments. */
  | 'ELECTRONIC_PAYMENT'
  /** Channels and devices with end-to-end encryption. */
  | 'ENCRYPTED_COMMUNICATION'
  /** Broker networks that pay out without moving funds, such as hawala. */
  | 'INFORMAL_VALUE_TRANSFER'
  /** Services for location and route guidance. */
  | 'MAPS_AND_NAVIGATION'
  /** Private chat and other applications on phones. */
  | 'MESSAGING_AND_MOBILE_APPS'
  /** Services that host content or offers of their users. */
  | 'ONLINE_PLATFORMS'
  /** Services for public or semi-public posts. */
  | 'SOCIAL_MEDIA'
  /** Cryptocurrencies and similar tokens. */
  | 'VIRTUAL_ASSETS';

/** What smugglers use a digital service for. */
export type DigitalUse =
  /** Promoting crossings, prices and documents. */
  | 'ADVERTISING'
  /** Coordinating journeys and members of the network. */
  | 'COMMUNICATION'
  /** Moving fees and criminal proceeds. */
  | 'MONEY_TRANSFER'
  /** Finding migrants, drivers or helpers. */
  | 'RECRUITMENT';

/** The fields of a Edition that editors write. Links are slugs. */
export type EditionRecord = {
  /** Language of the edition. */
  language: string;
  /** Date on which the edition was published; null if unknown. */
  publishedOn?: string | null | undefined;
  /** Web address at which the publisher offers the edition; null if unknown. */
  url?: string | null | undefined;
};

/** The fields of a Leaflet to change. Null empties a field; omitted fields stay unchanged. */
export type LeafletPatch = {
  /** The text of the leaflet in Markdown; null if there is none. */
  body?: LocalisedText | null | undefined;
  /** The sources on which the facts of the entry are based. */
  citations?: Array<CitationRecord> | null | undefined;
  /** Figures that the text quotes. */
  claims?: Array<ClaimRecord> | null | undefined;
  /** Countries that the leaflet covers. Write the slug. */
  countries?: Array<string> | null | undefined;
  /** Digital services, and their uses, that the leaflet is about. */
  digital?: Array<DigitalFocusRecord> | null | undefined;
  /** Language editions of the leaflet; empty if unknown. */
  editions?: Array<EditionRecord> | null | undefined;
  /** Note for editors on open questions and on facts that could not be found. Readers cannot see it. */
  editorNote?: string | null | undefined;
  /** Words and phrases, in any language, with which people search for the entry, and that its texts do not contain. As in SKOS, they are indexed for the search and not displayed. */
  hiddenLabels?: Array<string> | null | undefined;
  /** The organisation that publishes the leaflet. Write the slug. */
  issuer?: string | null | undefined;
  /** Remarks on these facts, such as information that was not found; null if there is nothing to add. */
  note?: LocalisedText | null | undefined;
  /** Events at which the leaflet was presented. Write the slug. */
  presentedAt?: Array<string> | null | undefined;
  /** Date of publication; null if unknown. */
  publishedOn?: string | null | undefined;
  /** Laws on the subject of the leaflet that we recommend. Write the slug. */
  relevantLaws?: Array<string> | null | undefined;
  /** Resources that the leaflet names, in its order, as far as our sources show them. Write the slug. */
  resources?: Array<string> | null | undefined;
  /** Languages in which a professional who works in them has reviewed the text. All other translations are our own and not reviewed. */
  reviewedTranslations?: Array<Locale> | null | undefined;
  /** Addresses that identify the same thing elsewhere, such as ELI, EuroVoc or Wikidata. Only confirmed matches are listed. */
  sameAs?: Array<string> | null | undefined;
  /** Resources on the same subject that we recommend. The leaflet, or the part of it that we have seen, does not name them. Write the slug. */
  seeAlso?: Array<string> | null | undefined;
  /** Purpose of the leaflet in one or two sentences; null if there is none. */
  summary?: LocalisedText | null | undefined;
  /** The earlier leaflet that this one replaces; null if there is none. Write the slug. */
  supersedes?: string | null | undefined;
  /** Title of the entry in the requested language. */
  title?: LocalisedText | null | undefined;
  /** Topics of the entry. Write the slug. */
  topics?: Array<string> | null | undefined;
  /** Trends on the subject of the leaflet, linked by us from the same sources. Write the slug. */
  trends?: Array<string> | null | undefined;
  /** Web page of the publisher; null if we have not seen one. */
  url?: string | null | undefined;
};

/** The languages of this knowledge base. A text that is missing in the requested language is returned in the nearest language that has it. */
export type Locale =
  /** German, one of the languages of translation. */
  | 'de'
  /** English, the language in which most entries are first written. */
  | 'en'
  /** Spanish, one of the languages of translation. */
  | 'es'
  /** French, one of the languages of translation. */
  | 'fr'
  /** Italian, one of the languages of translation. */
  | 'it';

/** A text in one or more languages. */
export type LocalisedText = {
  /** The text in the language "de". */
  de?: string | null | undefined;
  /** The text in the language "en". */
  en?: string | null | undefined;
  /** The text in the language "es". */
  es?: string | null | undefined;
  /** The text in the language "fr". */
  fr?: string | null | undefined;
  /** The text in the language "it". */
  it?: string | null | undefined;
};

/** The fields of a QuotedPart that editors write. Links are slugs. */
export type QuotedPartRecord = {
  /** The code, such as F. */
  code: string;
  /** Short name of the dimension. */
  dimension: string;
};

export type CountryQueryVariables = Exact<{
  slug: string;
}>;


export type CountryQuery = { country: (
    { id: string, title: string, summary: string | null, capital: string | null, officialLanguages: Array<string>, footnote: string | null, memberOf: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_CountryGroup_Fragment': LinkedEntry_CountryGroup_Fragment } }
      )> } | null, leaflets: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_Leaflet_Fragment': LinkedEntry_Leaflet_Fragment } }
      )> } | null, observedTrends: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_Trend_Fragment': LinkedEntry_Trend_Fragment } }
      )> } | null, laws: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_Law_Fragment': LinkedEntry_Law_Fragment } }
      )> } | null }
    & { ' $fragmentRefs'?: { 'Translated_Country_Fragment': Translated_Country_Fragment;'FiguresFragment': FiguresFragment } }
  ) | null };

export type FiguresFragment = { series: Array<{ unit: string, indicator: (
      { id: string }
      & { ' $fragmentRefs'?: { 'LinkedEntry_Indicator_Fragment': LinkedEntry_Indicator_Fragment } }
    ), latest: { period: string, value: number | null } | null }> | null } & { ' $fragmentName'?: 'FiguresFragment' };

type LinkedEntry_Case_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Case_Fragment': Translated_Case_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Case_Fragment' };

type LinkedEntry_Country_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Country_Fragment': Translated_Country_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Country_Fragment' };

type LinkedEntry_CountryGroup_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_CountryGroup_Fragment': Translated_CountryGroup_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_CountryGroup_Fragment' };

type LinkedEntry_CountryUpdate_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_CountryUpdate_Fragment': Translated_CountryUpdate_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_CountryUpdate_Fragment' };

type LinkedEntry_Event_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Event_Fragment': Translated_Event_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Event_Fragment' };

type LinkedEntry_Indicator_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Indicator_Fragment': Translated_Indicator_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Indicator_Fragment' };

type LinkedEntry_Law_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Law_Fragment': Translated_Law_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Law_Fragment' };

type LinkedEntry_Leaflet_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Leaflet_Fragment': Translated_Leaflet_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Leaflet_Fragment' };

type LinkedEntry_Organisation_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Organisation_Fragment': Translated_Organisation_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Organisation_Fragment' };

type LinkedEntry_Question_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Question_Fragment': Translated_Question_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Question_Fragment' };

type LinkedEntry_Resource_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Resource_Fragment': Translated_Resource_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Resource_Fragment' };

type LinkedEntry_Route_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Route_Fragment': Translated_Route_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Route_Fragment' };

type LinkedEntry_Source_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Source_Fragment': Translated_Source_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Source_Fragment' };

type LinkedEntry_Territory_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Territory_Fragment': Translated_Territory_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Territory_Fragment' };

type LinkedEntry_Topic_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Topic_Fragment': Translated_Topic_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Topic_Fragment' };

type LinkedEntry_Trend_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Trend_Fragment': Translated_Trend_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Trend_Fragment' };

export type LinkedEntryFragment =
  | LinkedEntry_Case_Fragment
  | LinkedEntry_Country_Fragment
  | LinkedEntry_CountryGroup_Fragment
  | LinkedEntry_CountryUpdate_Fragment
  | LinkedEntry_Event_Fragment
  | LinkedEntry_Indicator_Fragment
  | LinkedEntry_Law_Fragment
  | LinkedEntry_Leaflet_Fragment
  | LinkedEntry_Organisation_Fragment
  | LinkedEntry_Question_Fragment
  | LinkedEntry_Resource_Fragment
  | LinkedEntry_Route_Fragment
  | LinkedEntry_Source_Fragment
  | LinkedEntry_Territory_Fragment
  | LinkedEntry_Topic_Fragment
  | LinkedEntry_Trend_Fragment
;

type Translated_Case_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Case_Fragment' };

type Translated_Country_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Country_Fragment' };

type Translated_CountryGroup_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_CountryGroup_Fragment' };

type Translated_CountryUpdate_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_CountryUpdate_Fragment' };

type Translated_Event_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Event_Fragment' };

type Translated_Indicator_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Indicator_Fragment' };

type Translated_Law_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Law_Fragment' };

type Translated_Leaflet_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Leaflet_Fragment' };

type Translated_Organisation_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Organisation_Fragment' };

type Translated_Question_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Question_Fragment' };

type Translated_Resource_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Resource_Fragment' };

type Translated_Route_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Route_Fragment' };

type Translated_Source_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Source_Fragment' };

type Translated_Territory_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Territory_Fragment' };

type Translated_Topic_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Topic_Fragment' };

type Translated_Trend_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Trend_Fragment' };

export type TranslatedFragment =
  | Translated_Case_Fragment
  | Translated_Country_Fragment
  | Translated_CountryGroup_Fragment
  | Translated_CountryUpdate_Fragment
  | Translated_Event_Fragment
  | Translated_Indicator_Fragment
  | Translated_Law_Fragment
  | Translated_Leaflet_Fragment
  | Translated_Organisation_Fragment
  | Translated_Question_Fragment
  | Translated_Resource_Fragment
  | Translated_Route_Fragment
  | Translated_Source_Fragment
  | Translated_Territory_Fragment
  | Translated_Topic_Fragment
  | Translated_Trend_Fragment
;

export type LeafletDraftQueryVariables = Exact<{
  slug: string;
}>;


export type LeafletDraftQuery = { viewer: { name: string | null }, leaflet: { id: string, slug: string, revision: number, record: unknown } | null };

export type SaveLeafletMutationVariables = Exact<{
  slug: string;
  changes: LeafletPatch;
  expectedRevision: number;
  publish: boolean;
}>;


export type SaveLeafletMutation = { leafletPatch: { entry: { id: string, revision: number, record: unknown } | null, userErrors: Array<{ path: Array<string>, message: string, tip: string | null }>, obstacle:
      | { __typename: 'Conflict', revision: number, record: unknown, fields: Array<{ path: Array<string>, base: unknown, yours: unknown, theirs: unknown }> }
      | { __typename: 'InUse' }
     | null } | null };

export const TranslatedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}}]} as unknown as DocumentNode<TranslatedFragment, unknown>;
export const LinkedEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}}]} as unknown as DocumentNode<LinkedEntryFragment, unknown>;
export const FiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Country"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}}]} as unknown as DocumentNode<FiguresFragment, unknown>;
export const CountryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Country"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Slug"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"capital"}},{"kind":"Field","name":{"kind":"Name","value":"officialLanguages"}},{"kind":"Field","name":{"kind":"Name","value":"footnote"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}},{"kind":"Field","name":{"kind":"Name","value":"memberOf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leaflets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"observedTrends"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"laws"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Country"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<CountryQuery, CountryQueryVariables>;
export const LeafletDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeafletDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Slug"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leaflet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}}]}}]}}]} as unknown as DocumentNode<LeafletDraftQuery, LeafletDraftQueryVariables>;
export const SaveLeafletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveLeaflet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeafletPatch"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedRevision"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"publish"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leafletPatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedRevision"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedRevision"}}},{"kind":"Argument","name":{"kind":"Name","value":"options"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"publish"},"value":{"kind":"Variable","name":{"kind":"Name","value":"publish"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tip"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"yours"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SaveLeafletMutation, SaveLeafletMutationVariables>;