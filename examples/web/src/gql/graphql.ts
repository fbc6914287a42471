/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Citation, written. */
export type CitationRecord = {
  /** When the source was looked at. */
  accessedOn?: string | null | undefined;
  /** The place in the source. */
  locator?: string | null | undefined;
  /** What a reader should know about this use of the source. */
  note?: LocalisedText | null | undefined;
  /** The document or page in which it was read. */
  source?: string | null | undefined;
};

/** Claim, written. */
export type ClaimRecord = {
  /** The area that the figure is about. As folder/slug. */
  area?: string | null | undefined;
  /** The code of each dimension that the figure is about. */
  breakdown?: Array<QuotedPartRecord> | null | undefined;
  /** The indicator whose figure is quoted. */
  indicator?: string | null | undefined;
  /** The period that the figure is about. */
  period?: string | null | undefined;
  /** The sentence that quotes the figure. */
  statement?: LocalisedText | null | undefined;
  /** The figure as quoted. */
  value?: number | null | undefined;
};

/** DigitalFocus, written. */
export type DigitalFocusRecord = {
  /** The kind of service. */
  service?: DigitalService | null | undefined;
  /** What it is used for. */
  use?: DigitalUse | null | undefined;
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

/** Edition, written. */
export type EditionRecord = {
  /** The language of the edition. */
  language?: string | null | undefined;
  /** When this edition appeared. */
  publishedOn?: string | null | undefined;
  /** Where the publisher offers it. */
  url?: string | null | undefined;
};

/** Leaflet, written. */
export type LeafletRecord = {
  /** The text. */
  body?: LocalisedText | null | undefined;
  /** Its sources. */
  citations?: Array<CitationRecord> | null | undefined;
  /** Figures quoted in the text. */
  claims?: Array<ClaimRecord> | null | undefined;
  /** The countries it covers. */
  countries?: Array<string> | null | undefined;
  /** The digital services and uses it is about. */
  digital?: Array<DigitalFocusRecord> | null | undefined;
  /** Its language editions. */
  editions?: Array<EditionRecord> | null | undefined;
  /** For editors. */
  editorNote?: string | null | undefined;
  /** Who publishes it. */
  issuer?: string | null | undefined;
  /** What to know about these facts. */
  note?: LocalisedText | null | undefined;
  /** The meetings at which it was presented. */
  presentedAt?: Array<string> | null | undefined;
  /** When it was published. */
  publishedOn?: string | null | undefined;
  /** The resources it points to. */
  resources?: Array<string> | null | undefined;
  /** Reviewed. */
  reviewedTranslations?: Array<Locale> | null | undefined;
  /** Elsewhere. */
  sameAs?: Array<string> | null | undefined;
  /** Resources on the same subject that we link to. */
  seeAlso?: Array<string> | null | undefined;
  /** What the leaflet is for. */
  summary?: LocalisedText | null | undefined;
  /** The earlier leaflet that this one replaces. */
  supersedes?: string | null | undefined;
  /** Its name. */
  title?: LocalisedText | null | undefined;
  /** What it is about. */
  topics?: Array<string> | null | undefined;
  /** Trends on its subject. */
  trends?: Array<string> | null | undefined;
  /** The publisher's own page. */
  url?: string | null | undefined;
};

/** The languages in which this knowledge base is written. Where a text is not there in the one asked for, the nearest is served. */
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

/** A text in several languages. */
export type LocalisedText = {
  /** In de. */
  de?: string | null | undefined;
  /** In en. */
  en?: string | null | undefined;
  /** In es. */
  es?: string | null | undefined;
  /** In fr. */
  fr?: string | null | undefined;
  /** In it. */
  it?: string | null | undefined;
};

/** QuotedPart, written. */
export type QuotedPartRecord = {
  /** The code. */
  code?: string | null | undefined;
  /** The short name of the dimension. */
  dimension?: string | null | undefined;
};

export type CountryQueryVariables = Exact<{
  slug: string;
}>;


export type CountryQuery = { country: (
    { id: string, title: string, summary: string | null, capital: string | null, officialLanguages: Array<string>, footnote: string | null, groups: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_CountryGroup_Fragment': LinkedEntry_CountryGroup_Fragment } }
      )> } | null, leaflets: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_Leaflet_Fragment': LinkedEntry_Leaflet_Fragment } }
      )> } | null, trends: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_Trend_Fragment': LinkedEntry_Trend_Fragment } }
      )> } | null, laws: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LinkedEntry_LegalProvision_Fragment': LinkedEntry_LegalProvision_Fragment } }
      )> } | null }
    & { ' $fragmentRefs'?: { 'Translated_CountryProfile_Fragment': Translated_CountryProfile_Fragment;'FiguresFragment': FiguresFragment } }
  ) | null };

export type FiguresFragment = { series: Array<{ unit: string, indicator: (
      { id: string }
      & { ' $fragmentRefs'?: { 'LinkedEntry_Indicator_Fragment': LinkedEntry_Indicator_Fragment } }
    ), latest: { period: string, value: number | null } | null }> | null } & { ' $fragmentName'?: 'FiguresFragment' };

type LinkedEntry_CountryGroup_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_CountryGroup_Fragment': Translated_CountryGroup_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_CountryGroup_Fragment' };

type LinkedEntry_CountryProfile_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_CountryProfile_Fragment': Translated_CountryProfile_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_CountryProfile_Fragment' };

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

type LinkedEntry_Leaflet_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_Leaflet_Fragment': Translated_Leaflet_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_Leaflet_Fragment' };

type LinkedEntry_LegalProvision_Fragment = (
  { path: string, title: string }
  & { ' $fragmentRefs'?: { 'Translated_LegalProvision_Fragment': Translated_LegalProvision_Fragment } }
) & { ' $fragmentName'?: 'LinkedEntry_LegalProvision_Fragment' };

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
  | LinkedEntry_CountryGroup_Fragment
  | LinkedEntry_CountryProfile_Fragment
  | LinkedEntry_CountryUpdate_Fragment
  | LinkedEntry_Event_Fragment
  | LinkedEntry_Indicator_Fragment
  | LinkedEntry_Leaflet_Fragment
  | LinkedEntry_LegalProvision_Fragment
  | LinkedEntry_Organisation_Fragment
  | LinkedEntry_Question_Fragment
  | LinkedEntry_Resource_Fragment
  | LinkedEntry_Route_Fragment
  | LinkedEntry_Source_Fragment
  | LinkedEntry_Territory_Fragment
  | LinkedEntry_Topic_Fragment
  | LinkedEntry_Trend_Fragment
;

type Translated_CountryGroup_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_CountryGroup_Fragment' };

type Translated_CountryProfile_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_CountryProfile_Fragment' };

type Translated_CountryUpdate_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_CountryUpdate_Fragment' };

type Translated_Event_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Event_Fragment' };

type Translated_Indicator_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Indicator_Fragment' };

type Translated_Leaflet_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Leaflet_Fragment' };

type Translated_LegalProvision_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_LegalProvision_Fragment' };

type Translated_Organisation_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Organisation_Fragment' };

type Translated_Question_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Question_Fragment' };

type Translated_Resource_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Resource_Fragment' };

type Translated_Route_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Route_Fragment' };

type Translated_Source_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Source_Fragment' };

type Translated_Territory_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Territory_Fragment' };

type Translated_Topic_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Topic_Fragment' };

type Translated_Trend_Fragment = { translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null } } & { ' $fragmentName'?: 'Translated_Trend_Fragment' };

export type TranslatedFragment =
  | Translated_CountryGroup_Fragment
  | Translated_CountryProfile_Fragment
  | Translated_CountryUpdate_Fragment
  | Translated_Event_Fragment
  | Translated_Indicator_Fragment
  | Translated_Leaflet_Fragment
  | Translated_LegalProvision_Fragment
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
  changes: LeafletRecord;
  expectedRevision: number;
  publish: boolean;
}>;


export type SaveLeafletMutation = { leafletPatch: { entry:
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
      | { id: string, revision: number, record: unknown }
     | null, userErrors: Array<{ path: Array<string>, message: string, tip: string | null }>, obstacle:
      | { __typename: 'Conflict', revision: number, record: unknown, fields: Array<{ path: Array<string>, base: unknown, yours: unknown, theirs: unknown }> }
      | { __typename: 'InUse' }
     | null } | null };

export const TranslatedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}}]} as unknown as DocumentNode<TranslatedFragment, unknown>;
export const LinkedEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}}]} as unknown as DocumentNode<LinkedEntryFragment, unknown>;
export const FiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CountryProfile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}}]} as unknown as DocumentNode<FiguresFragment, unknown>;
export const CountryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Country"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Slug"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"capital"}},{"kind":"Field","name":{"kind":"Name","value":"officialLanguages"}},{"kind":"Field","name":{"kind":"Name","value":"footnote"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leaflets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trends"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"laws"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Translated"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"translation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"fellBackTo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Entry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Translated"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CountryProfile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]} as unknown as DocumentNode<CountryQuery, CountryQueryVariables>;
export const LeafletDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeafletDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Slug"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leaflet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}}]}}]}}]} as unknown as DocumentNode<LeafletDraftQuery, LeafletDraftQueryVariables>;
export const SaveLeafletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveLeaflet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"changes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeafletRecord"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedRevision"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"publish"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leafletPatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"changes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"changes"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedRevision"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedRevision"}}},{"kind":"Argument","name":{"kind":"Name","value":"options"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"publish"},"value":{"kind":"Variable","name":{"kind":"Name","value":"publish"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tip"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Conflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"yours"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SaveLeafletMutation, SaveLeafletMutationVariables>;