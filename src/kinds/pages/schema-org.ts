/** What an entry of a kind is in the terms of schema.org, by the type name of the kind; a page of the web where it is not named. */
export const SCHEMA_ORG: Readonly<Record<string, string>> = {
  CountryGroup: 'AdministrativeArea',
  CountryProfile: 'Country',
  CountryUpdate: 'Report',
  Event: 'Event',
  Indicator: 'Dataset',
  Leaflet: 'DigitalDocument',
  LegalProvision: 'Legislation',
  Organisation: 'Organization',
  Question: 'Question',
  Resource: 'CreativeWork',
  Route: 'Place',
  Source: 'CreativeWork',
  Territory: 'Place',
  Topic: 'DefinedTerm',
  Trend: 'Article',
};

/** Properties of schema.org by the fields that hold them; a field that links gives the name and the page of what it links to. */
export const PROPERTIES: Readonly<Record<string, string>> = {
  startsOn: 'startDate',
  endsOn: 'endDate',
  place: 'location',
  organiser: 'organizer',
  publishedOn: 'datePublished',
  provider: 'provider',
  issuer: 'publisher',
  publisher: 'publisher',
  acronym: 'alternateName',
  altLabels: 'alternateName',
  attribution: 'creditText',
  act: 'legislationIdentifier',
  appliesFrom: 'legislationDateOfApplicability',
};
