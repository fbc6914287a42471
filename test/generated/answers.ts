// Made by `npm run generate`, see codegen.yml.

type Locale = 'en' | 'fr' | 'de' | 'es' | 'it';
type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';
type Role = 'READER' | 'EDITOR' | 'ADMIN';
type ClaimStatus = 'CURRENT' | 'AS_STATED' | 'OUT_OF_DATE' | 'UNVERIFIABLE';
type DigitalService = 'SOCIAL_MEDIA' | 'MESSAGING_AND_MOBILE_APPS' | 'ONLINE_PLATFORMS' | 'ENCRYPTED_COMMUNICATION' | 'VIRTUAL_ASSETS' | 'INFORMAL_VALUE_TRANSFER' | 'ELECTRONIC_PAYMENT' | 'MAPS_AND_NAVIGATION' | 'CLOUD_STORAGE' | 'DOMAIN_REGISTRATION';
type DigitalUse = 'RECRUITMENT' | 'ADVERTISING' | 'COMMUNICATION' | 'MONEY_TRANSFER';
type ChangeAction = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED' | 'IMPORT';
type WordState = 'SAME' | 'REMOVED' | 'ADDED';
type CountingUnit = 'PERSONS' | 'DETECTIONS' | 'CASES' | 'APPLICATIONS' | 'INCIDENTS' | 'DEATHS' | 'ACCOUNTS' | 'MEETINGS' | 'TEAMS' | 'REQUESTS' | 'INVESTIGATIONS' | 'MESSAGES' | 'MONEY' | 'PERCENT' | 'OTHER';
type Frequency = 'MONTH' | 'QUARTER' | 'YEAR';
type LegalLevel = 'NATIONAL' | 'EU' | 'INTERNATIONAL' | 'CASE_LAW';
type FinancialGain = 'REQUIRED' | 'AGGRAVATING' | 'IRRELEVANT' | 'DEPENDS' | 'NOT_APPLICABLE' | 'UNKNOWN';
type HumanitarianClause = 'YES' | 'NO' | 'OPTIONAL' | 'NOT_APPLICABLE' | 'UNKNOWN';
type LegalMeasureIssuer = 'JUDGE_OR_COURT' | 'PROSECUTOR' | 'JUDICIAL_AUTHORITY' | 'INVESTIGATING_AUTHORITY' | 'ADMINISTRATIVE_AUTHORITY' | 'COMPETENT_AUTHORITY' | 'CENTRAL_AUTHORITY' | 'CONTACT_POINT' | 'EUROJUST' | 'EUROPOL' | 'PROVIDER' | 'ANYONE';
type OrganisationType = 'EU_AGENCY' | 'EU_INSTITUTION' | 'EU_BODY' | 'UN_BODY' | 'INTERNATIONAL_ORGANISATION' | 'NETWORK' | 'UNIT' | 'PROJECT' | 'INITIATIVE' | 'NATIONAL_AUTHORITY' | 'ONLINE_SERVICE_PROVIDER' | 'MEDIA';
type QuestionInputForm = 'AREA' | 'ENTRY' | 'VALUE' | 'CODE' | 'BREAKDOWN' | 'LANGUAGE' | 'PERIOD' | 'MOMENT' | 'NUMBER' | 'YES_NO' | 'TEXT' | 'JSON' | 'CURSOR';
type AnswerView = 'TABLE' | 'CHART' | 'MAP' | 'JSON';
type ResourceType = 'OPERATIONAL_TOOL' | 'NETWORK' | 'PLATFORM' | 'DATABASE' | 'DATASET' | 'REPORT' | 'GUIDE' | 'FACTSHEET' | 'TEMPLATE' | 'TRAINING' | 'FUNDING' | 'LEGAL_INSTRUMENT' | 'LEGAL_ANALYSIS' | 'POLICY';
type ProceedingStage = 'CASE_OPENING' | 'INVESTIGATION' | 'EVIDENCE_GATHERING' | 'COORDINATION' | 'ACTION_DAY' | 'PROSECUTION' | 'TRIAL' | 'ASSET_RECOVERY' | 'JUDGMENT_ENFORCEMENT' | 'TRANSVERSAL';
type Likeness = 'WORD' | 'STEM' | 'PREFIX' | 'TYPO' | 'SYNONYM' | 'LINK';
type ObservationState = 'REPORTED' | 'PARTIAL' | 'NOT_REPORTED' | 'NOT_COVERED' | 'SUPPRESSED' | 'NOT_APPLICABLE' | 'TOTAL_MISSING' | 'POPULATION_MISSING' | 'BASE_MISSING';
type ObservationFlag = 'PROVISIONAL' | 'ESTIMATED' | 'REVISED' | 'BREAK_IN_SERIES' | 'LOW_RELIABILITY' | 'FORECAST' | 'DEFINITION_DIFFERS';
type ComparisonGuard = 'BREAK_IN_SERIES' | 'MEMBERSHIP_CHANGED' | 'PROVISIONAL_WITH_FINAL' | 'DEFINITION_DIFFERS' | 'INCOMPLETE' | 'VINTAGES_DIFFER';
type CellChangeKind = 'CHANGED' | 'APPEARED' | 'VANISHED';
type VintageDate = 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE' | 'WRITING';
type Omission = 'UNKNOWN' | 'NOT_COVERED' | 'NONE_WITH_BREAKDOWN' | 'NONE_IN_PERIOD' | 'BASE_MISSING';
type IncompatibleReason = 'COUNTING_UNITS_DIFFER' | 'UNITS_DIFFER' | 'MEASURES_DIFFER' | 'FREQUENCIES_DIFFER' | 'PROVISIONAL_WITH_FINAL' | 'VINTAGES_DIFFER' | 'PUBLISHERS_DIFFER' | 'AREAS_OVERLAP';
type WorldRegion = 'NORTHERN_AFRICA' | 'SUB_SAHARAN_AFRICA' | 'LATIN_AMERICA_AND_THE_CARIBBEAN' | 'NORTHERN_AMERICA' | 'CENTRAL_ASIA' | 'EASTERN_ASIA' | 'SOUTH_EASTERN_ASIA' | 'SOUTHERN_ASIA' | 'WESTERN_ASIA' | 'EASTERN_EUROPE' | 'NORTHERN_EUROPE' | 'SOUTHERN_EUROPE' | 'WESTERN_EUROPE' | 'AUSTRALIA_AND_NEW_ZEALAND' | 'MELANESIA' | 'MICRONESIA' | 'POLYNESIA';
type TopicScheme = 'SUBJECT' | 'DIGITAL_USE' | 'DIGITAL_SERVICE';
type Direction = 'RISING' | 'FALLING' | 'STABLE' | 'EMERGING';
type EntryKind = 'CASE' | 'COUNTRY_GROUP' | 'COUNTRY_UPDATE' | 'COUNTRY' | 'EVENT' | 'INDICATOR' | 'LAW' | 'LEAFLET' | 'ORGANISATION' | 'QUESTION' | 'RESOURCE' | 'ROUTE' | 'SOURCE' | 'TERRITORY' | 'TOPIC' | 'TREND';
type __TypeKind = /** Indicates this type is a scalar. */ | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */ | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */ | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */ | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */ | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */ | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */ | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */ | 'NON_NULL';

export interface Answers {
  "mutation ($capital: String) { countryPatch(slug: \"it\", changes: { capital: { en: $capital }, citations: [{ source: \"a\", note: { en: \"N\" } }] }, expectedRevision: 1) { revision } }":
    { countryPatch: { revision: number | null } };
  "mutation ($changes: TopicPatch!) { topicPatch(slug: \"a\", changes: $changes, expectedRevision: 1) { revision } }":
    { topicPatch: { revision: number | null } };
  "mutation ($entries: [EntryToSave!]!) { saveAll(entries: $entries) {\n  results { revision entry { slug } userErrors { code path message } obstacle { __typename } } } }":
    { saveAll: { results: Array<
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { slug: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }>, obstacle:
          | { __typename: 'Conflict' }
          | { __typename: 'InUse' }
         | null }
    > } };
  "mutation ($entries: [EntryToSave!]!, $dryRun: Boolean! = false) {\n  saveAll(entries: $entries, message: \"together\", dryRun: $dryRun) {\n    results {\n      revision entry { __typename slug status } userErrors { code path }\n      obstacle { __typename ... on Conflict { revision record merged fields { path } } }\n    }\n  }\n}":
    { saveAll: { results: Array<
      | { revision: number | null, entry: { __typename: 'Case', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'CountryGroup', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'CountryUpdate', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Country', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Event', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Indicator', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Law', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Leaflet', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Organisation', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Question', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Resource', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Route', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Source', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Territory', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Topic', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
      | { revision: number | null, entry: { __typename: 'Trend', slug: string, status: Status } | null, userErrors: Array<{ code: string, path: Array<string> }>, obstacle:
          | { __typename: 'Conflict', revision: number, record: string | null, merged: string | null, fields: Array<{ path: Array<string> }> }
          | { __typename: 'InUse' }
         | null }
    > } };
  "mutation ($entry: EntryToSave!) { done: entrySave(entry: $entry) { userErrors { code } obstacle { __typename } } }":
    { done:
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
    | { userErrors: Array<{ code: string }>, obstacle:
        | { __typename: 'Conflict' }
        | { __typename: 'InUse' }
       | null }
   };
  "mutation ($id: ID!) {\n    entryPublish(id: $id, expectedRevision: 1) { __typename ...Result ... on TopicPayload { entry { scheme } } }\n    saveAll(entries: [], dryRun: true) { results { ...Result } }\n  }\n  fragment Result on EntryPayload { revision previewLink userErrors { path } }":
    { entryPublish:
    | { __typename: 'CasePayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'CountryGroupPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'CountryUpdatePayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'CountryPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'EventPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'IndicatorPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'LawPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'LeafletPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'OrganisationPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'QuestionPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'ResourcePayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'RoutePayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'SourcePayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'TerritoryPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'TopicPayload', revision: number | null, previewLink: string | null, entry: { scheme: TopicScheme } | null, userErrors: Array<{ path: Array<string> }> }
    | { __typename: 'TrendPayload', revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
  , saveAll: { results: Array<
      | { revision: number | null, previewLink: string | null, userErrors: Array<{ path: Array<string> }> }
    > } };
  "mutation ($p: Boolean) { leafletPatch(slug: \"a\", changes: {}, expectedRevision: 0, options: { publish: $p }) { revision } }":
    { leafletPatch: { revision: number | null } };
  "mutation ($record: CountryRecord!) { countrySave(slug: \"fr\", record: $record, expectedRevision: 0) { previewLink } }":
    { countrySave: { previewLink: string | null } };
  "mutation ($record: RouteRecord!) { routeSave(slug: \"alps\", record: $record, expectedRevision: 0) { previewLink } }":
    { routeSave: { previewLink: string | null } };
  "mutation ($record: TopicRecord!) { topicSave(slug: \"tried\", record: $record, expectedRevision: 0) { revision userErrors { code } } }":
    { topicSave: { revision: number | null, userErrors: Array<{ code: string }> } };
  "mutation ($slug: String!, $changes: TopicPatch!, $revision: Int!) {\n  topicPatch(slug: $slug, changes: $changes, expectedRevision: $revision, options: { publish: true, message: \"a test\" }) {\n    revision userErrors { message }\n  }\n}":
    { topicPatch: { revision: number | null, userErrors: Array<{ message: string }> } };
  "mutation ($slug: String!, $record: TopicRecord!, $revision: Int!, $publish: Boolean! = true, $dry: Boolean! = false) {\n  topicSave(\n    slug: $slug, record: $record, expectedRevision: $revision\n    options: { publish: $publish, dryRun: $dry, message: \"a test\" }\n  ) {\n    revision entry { ... on Topic { slug title status revision broader { title } } }\n    userErrors { code message tip path }\n    obstacle { __typename ... on Conflict { revision fields { path base yours theirs } } } } }":
    { topicSave: { revision: number | null, entry: { slug: string, title: string, status: Status, revision: number, broader: { title: string } | null } | null, userErrors: Array<{ code: string, message: string, tip: string | null, path: Array<string> }>, obstacle:
      | { __typename: 'Conflict', revision: number, fields: Array<{ path: Array<string>, base: string | null, yours: string | null, theirs: string | null }> }
      | { __typename: 'InUse' }
     | null } };
  "mutation ($t: JSON!) { entrySave(entry: { kind: TOPIC, slug: \"literal\", expectedRevision: 0, record: { title: $t, scheme: \"SUBJECT\", altLabels: [\"a\"] } }) { revision userErrors { code } } }":
    { entrySave:
    | { revision: number | null, userErrors: Array<{ code: string }> }
   };
  "mutation ($title: String!, $revision: Int!, $publish: Boolean!) { topicSave(slug: \"compared\", record: { title: { en: $title }, scheme: SUBJECT }, expectedRevision: $revision, options: { publish: $publish }) { revision previewLink } }":
    { topicSave: { revision: number | null, previewLink: string | null } };
  "mutation LeaveInEnglish($entry: EntryToSave!) { entrySave(entry: $entry) { userErrors { message } } }":
    { entrySave:
    | { userErrors: Array<{ message: string }> }
   };
  "mutation Patch($slug: String!, $changes: TrendPatch!, $r: Int!) {\n  trendPatch(slug: $slug, changes: $changes, expectedRevision: $r) { ...R }\n}\nfragment R on EntryPayload { revision }":
    { trendPatch: { revision: number | null } };
  "mutation Save($record: QuestionRecord!) {\n      questionSave(slug: \"deep\", record: $record, expectedRevision: 0, options: { publish: true }) { userErrors { message } }\n    }":
    { questionSave: { userErrors: Array<{ message: string }> } };
  "mutation { a: entryRetire(id: \"a\", expectedRevision: 1) { revision } }":
    { a:
    | { revision: number | null }
   };
  "mutation { countryPatch(slug: \"it\", changes: { capital: { fr: \"Rome\" } },\n      expectedRevision: 1) { revision userErrors { message } entry { record } } }":
    { countryPatch: { revision: number | null, userErrors: Array<{ message: string }>, entry: { record: string | null } | null } };
  "mutation { countrySave(slug: \"it\", record: { title: { en: \"Italy\", fr: \"Italie\" }, alpha3: \"ITA\", officialLanguages: [\"it\", \"de\"],\n      capital: { en: \"Rome\" } }, expectedRevision: 1,\n      options: { merge: true }) { revision obstacle { ... on Conflict { fields { path } } } entry { record } } }":
    { countrySave: { revision: number | null, obstacle:
      | { fields: Array<{ path: Array<string> }> }
      | Record<PropertyKey, never>
     | null, entry: { record: string | null } | null } };
  "mutation { entryRetire(id: \"a\", expectedRevision: 1) { revision } }":
    { entryRetire:
    | { revision: number | null }
   };
  "mutation { entryRevert(id: \"Y291bnRyaWVzL2l0\", revision: 1,\n      expectedRevision: 3) { entry { record } } }":
    { entryRevert:
    | { entry: { record: string | null } | null }
   };
  "mutation { entryUnpublish(id: \"none\", expectedRevision: 1) { revision } }":
    { entryUnpublish:
    | { revision: number | null }
   };
  "mutation { eventSave(slug: \"form\", expectedRevision: 0, record: {\n        title: { en: \"Form\" }, startsOn: \"2024-1\", organiser: \"nobody\" }) { revision userErrors { code path } } }":
    { eventSave: { revision: number | null, userErrors: Array<{ code: string, path: Array<string> }> } };
  "mutation { topicPatch(slug: \"A B\", expectedRevision: 1, changes: { sameAs: \"no\" }) { userErrors { code path } } }":
    { topicPatch: { userErrors: Array<{ code: string, path: Array<string> }> } };
  "mutation { topicPatch(slug: \"a\", changes: {}, expectedRevision: 0) { revision } }":
    { topicPatch: { revision: number | null } };
  "mutation { topicPatch(slug: \"open-topic\", changes: { title: { en: \"Classified new title\" } }, expectedRevision: 1) { revision } }":
    { topicPatch: { revision: number | null } };
  "mutation { topicSave(slug: \"secret-topic\", record: { title: { en: \"A secret\", fr: \"Un secret\" }, scheme: SUBJECT }, expectedRevision: 0) { revision previewLink } }":
    { topicSave: { revision: number | null, previewLink: string | null } };
  "mutation { topicSave(slug: \"secret-topic\", record: { title: { en: \"No secret\" }, scheme: SUBJECT }, expectedRevision: 1, options: { publish: true }) { revision previewLink } }":
    { topicSave: { revision: number | null, previewLink: string | null } };
  "query ($a: Int, $b: Int, $c: Int) { countries(first: $a) { nodes {\n    observedTrends(first: $b) { nodes { leaflets(first: $c) { nodes { title } } } } } } }":
    { countries: { nodes: Array<{ observedTrends: { nodes: Array<{ leaflets: { nodes: Array<{ title: string }> } }> } }> } };
  "query ($after: String) { entries(after: $after) { totalCount nodes { id } } }":
    { entries: { totalCount: number, nodes: Array<
      | { id: string }
    > } };
  "query ($after: String) { events(first: 7, after: $after, orderBy: [{ startsOn: DESC }]) {\n      nodes { slug } pageInfo { hasNextPage endCursor } } }":
    { events: { nodes: Array<{ slug: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };
  "query ($after: String) { search(query: \"coordination meeting\", first: 40, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }":
    { search: { totalCount: number, nodes: Array<
      | { id: string }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };
  "query ($after: String) { trends(first: 1, after: $after) { nodes { slug } } }":
    { trends: { nodes: Array<{ slug: string }> } };
  "query ($after: String, $orderBy: [EntryOrder!]) { entries(first: 1, after: $after, orderBy: $orderBy, filter: { slug: { eq: \"alike\" } }) {\n      nodes { entryKind } pageInfo { hasNextPage endCursor } } }":
    { entries: { nodes: Array<
      | { entryKind: EntryKind }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };
  "query ($all: Boolean = false) { topics(first: 100) @include(if: $all) { nodes { relevantResources(first: 100) { nodes { slug } } } } }":
    { topics?: { nodes: Array<{ relevantResources: { nodes: Array<{ slug: string }> } }> } };
  "query ($areas: [AreaCode!], $breakdown: [BreakdownInput!]) {\n  indicator(slug: \"scratch\") {\n    series(areas: $areas, breakdown: $breakdown, first: 100) { area { code } points { period value state flags } }\n  }\n}":
    { indicator: { series: Array<{ area:
        | { code: string }
      , points: Array<{ period: string, value: number | null, state: ObservationState, flags: Array<ObservationFlag> }> }> } | null };
  "query ($areas: [AreaCode!], $group: AreaCode!) {\n      one: indicator(slug: \"x\") { ...figures } other: indicator(slug: \"y\") { ...figures } country(by: { code: $group }) { title } }\n      fragment figures on Indicator { series(areas: $areas) { unit } }":
    { one: { series: Array<{ unit: string }> } | null, other: { series: Array<{ unit: string }> } | null, country: { title: string } | null };
  "query ($asOf: DateTime) { countries { nodes { series(from: \"2020\", asOf: $asOf) { unit } } } }":
    { countries: { nodes: Array<{ series: Array<{ unit: string }> }> } };
  "query ($asOf: DateTime) { indicator(slug: \"a\") { now: series(asOf: \"2024-01-01T00:00:00Z\") { unit } series(asOf: $asOf) { unit } } }":
    { indicator: { now: Array<{ unit: string }>, series: Array<{ unit: string }> } | null };
  "query ($asOf: DateTime) { indicator(slug: \"a\") { series(asOf: $asOf) { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "query ($asOf: DateTime) { indicator(slug: \"arrivals\") {\n      ranking(period: \"2020\", asOf: $asOf) { area { code } value }\n      growth(from: \"2020\", to: \"2021\", asOf: $asOf) { area { code } absolute }\n      groupTotal(group: \"EU\", from: \"2021\", asOf: $asOf) { points { value } vintage { number } }\n    } }":
    { indicator: { ranking: Array<{ value: number, area:
        | { code: string }
       }>, growth: Array<{ absolute: number | null, area:
        | { code: string }
       }>, groupTotal: { points: Array<{ value: number | null }>, vintage: { number: number } } } | null };
  "query ($asOf: DateTime) { indicator(slug: \"arrivals\") { series(asOf: $asOf) { area { code } vintage { number at } points { period value flags } } } }":
    { indicator: { series: Array<{ area:
        | { code: string }
      , vintage: { number: number, at: string }, points: Array<{ period: string, value: number | null, flags: Array<ObservationFlag> }> }> } | null };
  "query ($at: DateTime!) { topic(slug: \"drafted\", asOf: $at) { revision publishedRevision hasDraft } }":
    { topic: { revision: number, publishedRevision: number | null, hasDraft: boolean | null } | null };
  "query ($at: DateTime!) { topic(slug: \"present\", asOf: $at) { id slug title revision status } }":
    { topic: { id: string, slug: string, title: string, revision: number, status: Status } | null };
  "query ($by: AreaKey!) { country(by: $by) { title } }":
    { country: { title: string } | null };
  "query ($code: AreaCode!, $by: AreaKey!) { a: country(by: { slug: \"it\" }) { code }\n      b: country(by: { code: $code }) { code } c: country(by: $by) { code } d: country(by: $by) { title } }":
    { a: { code: string } | null, b: { code: string } | null, c: { code: string } | null, d: { title: string } | null };
  "query ($code: String!) { area(code: $code) { area { code } } }":
    { area: { area:
      | { code: string }
     | null } };
  "query ($code: String!) { area(code: $code) { matchedBy area { code } } }":
    { area: { matchedBy: string | null, area:
      | { code: string }
     | null } };
  "query ($day: PartialDate, $slug: Slug) {\n        all: organisations { totalCount }\n        single: organisations(filter: { parent: { slug: { eq: $slug } } }) { totalCount }\n        negated: organisations(filter: { not: { title: { contains: null } } }) { totalCount }\n        alternative: organisations(filter: { or: [{ title: { eq: \"none\" } }, { updatedAt: null }] }) { totalCount }\n        list: organisations(filter: { leaflets: { some: null, every: { publishedOn: { gt: $day } } } }) { totalCount }\n        some: organisations(filter: { leaflets: { some: { publishedOn: { gt: $day } } } }) { totalCount }\n        any: organisations(filter: { leaflets: { exists: true } }) { totalCount }\n        without: organisations(filter: { parent: { exists: false } }) { totalCount }\n      }":
    { all: { totalCount: number }, single: { totalCount: number }, negated: { totalCount: number }, alternative: { totalCount: number }, list: { totalCount: number }, some: { totalCount: number }, any: { totalCount: number }, without: { totalCount: number } };
  "query ($f: TopicFilter) { topics(filter: $f) { totalCount } }":
    { topics: { totalCount: number } };
  "query ($filter: CountryFilter, $kinds: [EntryKind!], $first: Int) {\n  countries(filter: $filter, first: $first) { totalCount } entries(kinds: $kinds) { totalCount }\n}":
    { countries: { totalCount: number }, entries: { totalCount: number } };
  "query ($first: Int = 1) { topics(first: $first) { nodes { relevantResources(first: 100) { nodes { slug } } } } }":
    { topics: { nodes: Array<{ relevantResources: { nodes: Array<{ slug: string }> } }> } };
  "query ($first: Int = 20) { topics(first: $first) { nodes { relevantResources(first: 20) { nodes { topics { slug } } } } } }":
    { topics: { nodes: Array<{ relevantResources: { nodes: Array<{ topics: Array<{ slug: string }> }> } }> } };
  "query ($from: DateTime!, $to: DateTime!) { indicator(slug: \"arrivals\") { changes(from: $from, to: $to) {\n      from { number } to { number } changed appeared vanished\n      cells { kind area { code } period before { value flags } after { value flags } }\n    } } }":
    { indicator: { changes: { changed: number, appeared: number, vanished: number, from: { number: number } | null, to: { number: number } | null, cells: Array<{ kind: CellChangeKind, period: string, area:
          | { code: string }
        , before: { value: number | null, flags: Array<ObservationFlag> } | null, after: { value: number | null, flags: Array<ObservationFlag> } | null }> } } | null };
  "query ($from: DateTime!, $to: DateTime!) { indicator(slug: \"origins\") { changes(from: $from, to: $to, first: 3) {\n      changed appeared vanished cells { breakdown { code } period before { value } after { value } } } } }":
    { indicator: { changes: { changed: number, appeared: number, vanished: number, cells: Array<{ period: string, breakdown: Array<{ code: string }>, before: { value: number | null } | null, after: { value: number | null } | null }> } } | null };
  "query ($group: AreaCode!) { indicator(slug: \"x\") { groupTotal(group: $group) { unit } } }":
    { indicator: { groupTotal: { unit: string } } | null };
  "query ($id: ID!) { node(id: $id) { id ... on Topic { slug title revision status } } }":
    { node:
    | { id: string }
    | { slug: string, title: string, revision: number, status: Status, id: string }
    | { id: string }
   | null };
  "query ($id: ID!) { node(id: $id) { id } }":
    { node:
    | { id: string }
   | null };
  "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entry { slug } } }":
    { nodes: Array<
    | { __typename: 'Case', slug: string, id: string }
    | { __typename: 'CountryGroup', slug: string, id: string }
    | { __typename: 'CountryUpdate', slug: string, id: string }
    | { __typename: 'Country', slug: string, id: string }
    | { __typename: 'Event', slug: string, id: string }
    | { __typename: 'Indicator', slug: string, id: string }
    | { __typename: 'Law', slug: string, id: string }
    | { __typename: 'Leaflet', slug: string, id: string }
    | { __typename: 'Organisation', slug: string, id: string }
    | { __typename: 'Question', slug: string, id: string }
    | { __typename: 'Resource', slug: string, id: string }
    | { __typename: 'Route', slug: string, id: string }
    | { __typename: 'Source', slug: string, id: string }
    | { __typename: 'Territory', slug: string, id: string }
    | { __typename: 'Topic', slug: string, id: string }
    | { __typename: 'Trend', slug: string, id: string }
   | null> };
  "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }":
    { nodes: Array<
    | { id: string }
   | null> };
  "query ($in: StringFilter) { events(filter: { eventSeries: $in }, first: 0) {\n      totalCount facets(first: 50) { eventSeries { value count } } } }":
    { events: { totalCount: number, facets: { eventSeries: Array<{ value: string, count: number }> } } };
  "query ($isRecorded: Boolean!) { resources(\n    filter: { languages: { exists: $isRecorded }, topics: { some: { slug: { eq: \"electronic-evidence\" } } } }\n    first: 100, orderBy: [{ title: ASC }]) { nodes { title languages } } }":
    { resources: { nodes: Array<{ title: string, languages: Array<string> }> } };
  "query ($kinds: [EntryKind!] = [COUNTRY], $filter: LawFilter, $order: [CountryOrder!]) {\n  entries(kinds: $kinds) { nodes { ... on Law { level } ...C } }\n  laws(filter: $filter) { totalCount } countries(orderBy: $order) { totalCount } changes(kinds: [LAW, TOPIC]) { nodes { at } }\n}\nfragment C on Country { groups: memberOf { totalCount } }":
    { entries: { nodes: Array<
      | { groups: { totalCount: number } }
      | { level: LegalLevel }
      | Record<PropertyKey, never>
    > }, laws: { totalCount: number }, countries: { totalCount: number }, changes: { nodes: Array<{ at: string }> } };
  "query ($left: Slug!, $right: Slug!, $mine: Slug!) {\n      one: indicator(slug: $left) { title } other: indicator(slug: $right) { title } third: indicator(slug: $mine) { title } }":
    { one: { title: string } | null, other: { title: string } | null, third: { title: string } | null };
  "query ($more: Boolean!) { search(query: \"migrant smuggling\", first: 20) {\n          edges { node { entryKind title summary } highlights @include(if: $more) { field } why @include(if: $more) { term } } } }":
    { search: { edges: Array<{ node:
        | { entryKind: EntryKind, title: string, summary: string | null }
      , highlights?: Array<{ field: string }>, why?: Array<{ term: string }> }> } };
  "query ($n: Int!) { topics(first: $n) { totalCount } }":
    { topics: { totalCount: number } };
  "query ($n: Int) { sources(first: $n) { nodes { slug } } }":
    { sources: { nodes: Array<{ slug: string }> } };
  "query ($no: Boolean!) { countries { nodes { ...Names @skip(if: $no) } } }\n     fragment Names on Country { title(locale: fr) }":
    { countries: { nodes: Array<
      | { title?: string }
      | Record<PropertyKey, never>
    > } };
  "query ($no: Boolean!) { countries(first: 100) { nodes { slug\n      observedTrends(first: 100) @include(if: $no) { nodes { leaflets(first: 100) { nodes { slug } } } } } } }":
    { countries: { nodes: Array<{ slug: string, observedTrends?: { nodes: Array<{ leaflets: { nodes: Array<{ slug: string }> } }> } }> } };
  "query ($query: String!) { search(query: $query) { totalCount didYouMean\n      edges { score node { slug status } highlights { pieces { text isMatch } } why { term } }\n      facets { kinds { value count } topics { value { slug } count } countries { value { slug } count } years { value count } } } }":
    { search: { totalCount: number, didYouMean: string | null, edges: Array<{ score: number, node:
        | { slug: string, status: Status }
      , highlights: Array<{ pieces: Array<{ text: string, isMatch: boolean }> }>, why: Array<{ term: string }> }>, facets: { kinds: Array<{ value: EntryKind, count: number }>, topics: Array<{ count: number, value:
          | { slug: string }
         }>, countries: Array<{ count: number, value:
          | { slug: string }
         }>, years: Array<{ value: number, count: number }> } } };
  "query ($query: String!) { search(query: $query, first: 100) { totalCount nodes { entryKind slug }\n          facets { kinds { value count } topics(first: 100) { value { slug } count }\n            countries(first: 100) { value { slug } count } years(first: 100) { value count } } } }":
    { search: { totalCount: number, nodes: Array<
      | { entryKind: EntryKind, slug: string }
    >, facets: { kinds: Array<{ value: EntryKind, count: number }>, topics: Array<{ count: number, value:
          | { slug: string }
         }>, countries: Array<{ count: number, value:
          | { slug: string }
         }>, years: Array<{ value: number, count: number }> } } };
  "query ($query: String!) { search(query: $query, first: 20) { edges { highlights { field locale } } } }":
    { search: { edges: Array<{ highlights: Array<{ field: string, locale: Locale | null }> }> } };
  "query ($series: [SeriesInput!]!) {\n        compare(series: $series, force: true) { ... on Comparison { series { unit } } } }":
    { compare:
    | { series: Array<{ unit: string }> }
    | Record<PropertyKey, never>
   };
  "query ($series: [SeriesInput!]!) { compare(series: $series, force: true) { __typename } }":
    { compare:
    | { __typename: 'Comparison' }
    | { __typename: 'IncompatibleSeries' }
   };
  "query ($series: [SeriesInput!]!, $force: Boolean! = false) { compare(series: $series, force: $force) {\n  __typename\n  ... on Comparison { series { indicator { slug } area { code } unit } periods { period cells { value state } } warnings { reason left right message } }\n  ... on IncompatibleSeries { pairs { reason left right message } }\n} }":
    { compare:
    | { __typename: 'Comparison', series: Array<{ unit: string, indicator: { slug: string }, area:
          | { code: string }
         }>, periods: Array<{ period: string, cells: Array<{ value: number | null, state: ObservationState }> }>, warnings: Array<{ reason: IncompatibleReason, left: number, right: number, message: string }> }
    | { __typename: 'IncompatibleSeries', pairs: Array<{ reason: IncompatibleReason, left: number, right: number, message: string }> }
   };
  "query ($series: [SeriesInput!]!, $force: Boolean!) { compare(series: $series, force: $force) {\n          __typename ... on IncompatibleSeries { pairs { reason message } } ... on Comparison { warnings { reason } } } }":
    { compare:
    | { __typename: 'Comparison', warnings: Array<{ reason: IncompatibleReason }> }
    | { __typename: 'IncompatibleSeries', pairs: Array<{ reason: IncompatibleReason, message: string }> }
   };
  "query ($service: DigitalService, $first: Int = 3, $since: PartialDate, $at: DateTime) {\n      trends(first: $first, filter: { and: [\n        { digital: { some: { service: { eq: $service } } } }\n        { updatedAt: { gt: $at } } { not: { period: { from: { lt: $since } } } } ] }) { nodes { slug } } }":
    { trends: { nodes: Array<{ slug: string }> } };
  "query ($slug: Slug!) { country(by: { slug: $slug }) { slug observedTrends(first: 2, orderBy: [{ title: ASC }]) { totalCount nodes { slug } } } }":
    { country: { slug: string, observedTrends: { totalCount: number, nodes: Array<{ slug: string }> } } | null };
  "query ($slug: Slug!) { indicators(first: 50, orderBy: [{ slug: ASC }],\n    filter: { topics: { some: { slug: { eq: $slug } } } }) {\n    nodes { slug coverage { series observations missing } dimensions { name } } } }":
    { indicators: { nodes: Array<{ slug: string, coverage: { series: number, observations: number, missing: number }, dimensions: Array<{ name: string }> }> } };
  "query ($slug: Slug!) { leaflet(slug: $slug) { record } }":
    { leaflet: { record: string | null } | null };
  "query ($slug: Slug!) { topic(slug: $slug) { id } }":
    { topic: { id: string } | null };
  "query ($slug: Slug!) { topic(slug: $slug) { revision } }":
    { topic: { revision: number } | null };
  "query ($slug: Slug!, $areas: [AreaCode!], $citizen: String!, $from: Period, $asOf: DateTime, $n: Int = 5, $up: Locale, $code: AreaCode!) {\n      indicator(slug: $slug) { series(areas: $areas, breakdown: [{ dimension: \"citizen\", code: $citizen }], from: $from, asOf: $asOf, first: $n) { unit } }\n      topics { nodes { title(locale: $up) } }\n      country(by: { code: $code }) { title } }":
    { indicator: { series: Array<{ unit: string }> } | null, topics: { nodes: Array<{ title: string }> }, country: { title: string } | null };
  "query ($slug: Slug!, $breakdown: [BreakdownInput!]) { indicator(slug: $slug) { ranking(breakdown: $breakdown) { value } } }":
    { indicator: { ranking: Array<{ value: number }> } | null };
  "query ($today: PartialDate!, $before: PartialDate!) {\n        ever: countries(filter: { memberOf: { some: { code: { eq: \"EU\" } } } }) { totalCount }\n        today: countries(filter: { memberOf: { some: { code: { eq: \"EU\" } }, via: {\n          from: { lte: $today }, or: [{ to: { exists: false } }, { to: { gt: $today } }] } } }) { totalCount }\n        before: countries(filter: { memberOf: { some: { code: { eq: \"EU\" } }, via: {\n          from: { lte: $before }, or: [{ to: { exists: false } }, { to: { gt: $before } }] } } }) { totalCount }\n        unitedKingdom: country(by: { code: \"GB\" }) {\n          all: memberOf { nodes { code } }\n          left: memberOf(via: { to: { lt: $today } }) { totalCount nodes { code } }\n        }\n      }":
    { ever: { totalCount: number }, today: { totalCount: number }, before: { totalCount: number }, unitedKingdom: { all: { nodes: Array<{ code: string }> }, left: { totalCount: number, nodes: Array<{ code: string }> } } | null };
  "query ($topic: Slug!, $left: AreaCode!, $right: AreaCode!, $what: Slug!, $words: String, $after: String, $filter: TrendFilter) {\n      laws(filter: { topics: { some: { slug: { eq: $topic } } }, title: { contains: $words } }, after: $after) { ...more }\n      trends(filter: $filter) { totalCount }\n      compare(series: [{ indicator: $what, area: $left }, { indicator: \"x\", area: $right }]) { __typename } }\n      fragment more on LawConnection { totalCount }":
    { laws: { totalCount: number }, trends: { totalCount: number }, compare:
    | { __typename: 'Comparison' }
    | { __typename: 'IncompatibleSeries' }
   };
  "query ($types: [ResourceType!], $one: RouteType) {\n  resources(filter: { resourceType: { in: $types } }, orderBy: [{ providerOrganisationType: ASC }]) { nodes { type: resourceType } facets { type: resourceType { count } } }\n  routes(filter: { routeType: { eq: $one } }) { totalCount }\n}":
    { resources: { nodes: Array<{ type: ResourceType }>, facets: { type: Array<{ count: number }> } }, routes: { totalCount: number } };
  "query ($url: URL!) { topics(filter: { sameAs: { has: $url } }) { nodes { slug sameAs } } }":
    { topics: { nodes: Array<{ slug: string, sameAs: Array<string> }> } };
  "query ($use: DigitalUse!) { trends(filter: { digital: { some: { use: { eq: $use } } } }) { totalCount } }":
    { trends: { totalCount: number } };
  "query ($v: AreaCode) { country(by: { code: $v }) { title } }":
    { country: { title: string } | null };
  "query ($v: Boolean = true) { __schema { queryType { name @include(if: $v) } } }":
    { __schema: { queryType: { name?: string | null } } };
  "query ($v: Boolean = true) { compare(series: [], force: $v) { __typename } }":
    { compare:
    | { __typename: 'Comparison' }
    | { __typename: 'IncompatibleSeries' }
   };
  "query ($v: Boolean = true) { topics(first: 1) @include(if: $v) { nodes { slug } } }":
    { topics?: { nodes: Array<{ slug: string }> } };
  "query ($v: Boolean = true) { topics(first: 1) { nodes { slug ... @skip(if: $v) { title } } } }":
    { topics: { nodes: Array<{ slug: string } & { title?: string }> } };
  "query ($v: Int = 1) { diff(kind: TOPIC, slug: \"advertising\", from: $v, to: 1) { path } }":
    { diff: Array<{ path: Array<string> }> };
  "query ($v: OrderDirection) { topics(orderBy: [{ title: $v }]) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "query ($v: String = \"Topic\") { __type(name: $v) { name } }":
    { __type: { name: string | null } | null };
  "query ($values: String) { question(slug: \"asylum-applicants-compared\") {\n      inputs(values: $values) { name choices { value hasFigures } } } }":
    { question: { inputs: Array<{ name: string, choices: Array<{ value: string, hasFigures: boolean | null }> }> } | null };
  "query ($values: String) { seriesQuestion { title document inputs(values: $values) { name form choices { value title group } } } }":
    { seriesQuestion: { title: string, document: string, inputs: Array<{ name: string, form: QuestionInputForm, choices: Array<{ value: string, title: string, group: string | null }> }> } };
  "query ($yes: Boolean!) { trends(first: 1) { totalCount @include(if: $yes) nodes {\n    slug direction @skip(if: $yes) ...Text @include(if: $yes) topics { slug title @include(if: $yes) } } } }\n    fragment Text on Trend { summary }":
    { trends: { totalCount?: number, nodes: Array<{ slug: string, direction?: Direction | null, topics: Array<{ slug: string, title?: string }> } & { summary?: string | null }> } };
  "query ($yes: Boolean!, $no: Boolean!) { leaflets(first: 2) {\n      totalCount @include(if: $no) nodes { slug @skip(if: $yes) title @include(if: $yes) } } }":
    { leaflets: { totalCount?: number, nodes: Array<{ slug?: string, title?: string }> } };
  "query A { __typename }":
    { __typename: 'Query' };
  "query A { __typename } mutation B { topicPatch(slug: \"a\", changes: {}, expectedRevision: 0) { revision } }":
    { topicPatch: { revision: number | null } };
  "query A { sources(first: 1) { nodes { slug } } } query B { topics(first: 1) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "query All($breakdown: [BreakdownInput!], $areas: [AreaCode!]) {\n    indicator(slug: \"eurostat-first-time-applicants-by-citizenship\") {\n      series(areas: $areas, breakdown: $breakdown, from: \"2015\") { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "query Asked { topics(first: 3) { nodes { title } } }":
    { topics: { nodes: Array<{ title: string }> } };
  "query By($by: AreaKey!) { country(by: $by) { title } }":
    { country: { title: string } | null };
  "query Compared($areas: [AreaCode!]) { indicator(slug: \"eurostat-asylum-applicants\") {\n  series(areas: $areas, from: \"2019\") { area { title } points { period value } } } }":
    { indicator: { series: Array<{ area:
        | { title: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "query Decisions { indicator(slug: \"unhcr-asylum-decisions\") { series(areas: [\"IT\"],\n      breakdown: [{ dimension: \"outcome\", code: \"RECOGNISED\" }, { dimension: \"outcome\", code: \"TOTAL\" }]) {\n      points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "query Evidence {\n      indicators(filter: { topics: { some: { slug: { eq: \"electronic-evidence\" } } } }, orderBy: [{ slug: ASC }]) {\n        nodes { title series { area { code } points { period value } } }\n      }\n    }":
    { indicators: { nodes: Array<{ title: string, series: Array<{ area:
          | { code: string }
        , points: Array<{ period: string, value: number | null }> }> }> } };
  "query Land($areas: [AreaCode!]) { indicator(slug: \"unhcr-land-arrivals-monthly\") {\n      series(areas: $areas, from: \"2018-01\") { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "query List20 {\n      resources(first: 20, orderBy: [{ slug: ASC }]) {\n        nodes { slug title provider { slug title } topics { slug title } groups { slug title } }\n      }\n    }":
    { resources: { nodes: Array<{ slug: string, title: string, provider: { slug: string, title: string }, topics: Array<{ slug: string, title: string }>, groups: Array<{ slug: string, title: string }> }> } };
  "query Mine { topics(first: 2) { nodes { title } } }":
    { topics: { nodes: Array<{ title: string }> } };
  "query Nets { organisations(first: 2) { nodes { title } } }":
    { organisations: { nodes: Array<{ title: string }> } };
  "query OfOne($breakdown: [BreakdownInput!], $areas: [AreaCode!]) {\n        indicator(slug: \"eurostat-first-time-applicants-by-citizenship\") {\n          series(areas: $areas, breakdown: $breakdown, from: \"2015\") { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "query Other { topics(first: 1) { nodes { slug title } } }":
    { topics: { nodes: Array<{ slug: string, title: string }> } };
  "query Page { topic(slug: \"a\") { list: relevantResources { nodes { ...R } } } }\nfragment R on Resource { groups { title resources: relevantResources(first: 2) { totalCount } } }":
    { topic: { list: { nodes: Array<{ groups: Array<{ title: string, resources: { totalCount: number } }> }> } } | null };
  "query Phrase($words: String!) {\n  figureAnswers(words: $words) {\n    indicator { slug } path areas { code } breakdown { code } answer { value } unresolved { omission }\n  }\n  search(query: $words, first: 3) { nodes { entryKind slug path } }\n}":
    { figureAnswers: Array<{ path: string, indicator: { slug: string }, areas: Array<
      | { code: string }
    >, breakdown: Array<{ code: string }>, answer: { value: number | null } | null, unresolved: Array<{ omission: Omission | null }> }>, search: { nodes: Array<
      | { entryKind: EntryKind, slug: string, path: string }
    > } };
  "query Q($slug: Slug!) { indicator(slug: $slug) { title series { points { value } } } }":
    { indicator: { title: string, series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "query Q($slug: Slug!, $asOf: DateTime) { indicator(slug: $slug) { title series(asOf: $asOf) { points { value } } } }":
    { indicator: { title: string, series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "query Red($first: Int = 2) { topics(first: $first) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "query Replaced($id: ID!) { node(id: $id) { id ... on Law { slug title } } nodes(ids: [$id]) { id }\n    resource(slug: \"un-protocol\") { slug status } }":
    { node:
    | { id: string }
    | { slug: string, title: string, id: string }
    | { id: string }
   | null, nodes: Array<
    | { id: string }
   | null>, resource: { slug: string, status: Status } | null };
  "query Routes($from: AreaCode!, $provider: AreaCode, $urgent: Boolean!) {\n  evidenceRoutes(from: $from, provider: $provider, servicesInEu: true, data: CONTENT, urgent: $urgent) {\n    law { slug } name article issuers validation threshold thresholdMonths deadline deadlineInWords form\n    excluded { code } quote quoteLanguage source { slug } unknown textLocale\n  }\n}":
    { evidenceRoutes: Array<{ name: string, article: string, issuers: Array<LegalMeasureIssuer>, validation: string | null, threshold: string | null, thresholdMonths: number | null, deadline: string | null, deadlineInWords: string | null, form: string | null, quote: string | null, quoteLanguage: string | null, unknown: Array<string>, textLocale: Locale, law: { slug: string }, excluded: Array<{ code: string }>, source: { slug: string } | null }> };
  "query a { __typename }":
    { __typename: 'Query' };
  "query a { __typename } query b { __typename }":
    { __typename: 'Query' };
  "query twice { a: topic(slug: \"a\") { title } b: source(slug: \"b\") { title } }":
    { a: { title: string } | null, b: { title: string } | null };
  "query($after: String) { indicators(first: 50, after: $after) { pageInfo { hasNextPage endCursor }\n      nodes { slug dimensions { name codes { code title } } coverage { from to areas } } } }":
    { indicators: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ slug: string, dimensions: Array<{ name: string, codes: Array<{ code: string, title: string }> }>, coverage: { from: string | null, to: string | null, areas: Array<string> } }> } };
  "{\n      area(code: \"MEX\") { matchedBy area { __typename code title } }\n      countries { totalCount }\n      territories { totalCount nodes { region } }\n    }":
    { area: { matchedBy: string | null, area:
      | { __typename: 'CountryGroup', code: string, title: string }
      | { __typename: 'Country', code: string, title: string }
      | { __typename: 'Route', code: string, title: string }
      | { __typename: 'Territory', code: string, title: string }
     | null }, countries: { totalCount: number }, territories: { totalCount: number, nodes: Array<{ region: WorldRegion | null }> } };
  "{\n      country(by: { code: \"IT\" }) { capital german: capital(locale: de)\n        developments(first: 1) { unit unitLabel } }\n      event(slug: \"annual-meeting-2022\") { place eventSeries }\n      indicator(slug: \"eurostat-asylum-applicants\") { unit unitLabel german: unitLabel(locale: de)\n        series(areas: [\"DE\"], from: \"2022\", recipe: { transform: PER_100K }) { unit unitLabel }\n        ranking(first: 1) { unit unitLabel }\n        growth(areas: [\"DE\"], from: \"2021\", to: \"2022\") { unit unitLabel }\n        groupTotal(group: \"EU27_2020\", from: \"2022\", to: \"2022\") { unit unitLabel } }\n      compare(series: [{ indicator: \"eurostat-asylum-applicants\", area: \"DE\" },\n        { indicator: \"eurostat-population\", area: \"DE\" }]) { ... on IncompatibleSeries { pairs { message } } }\n    }":
    { country: { capital: string | null, german: string | null, developments: Array<{ unit: string, unitLabel: string }> } | null, event: { place: string | null, eventSeries: string | null } | null, indicator: { unit: string, unitLabel: string, german: string, series: Array<{ unit: string, unitLabel: string }>, ranking: Array<{ unit: string, unitLabel: string }>, growth: Array<{ unit: string, unitLabel: string }>, groupTotal: { unit: string, unitLabel: string } } | null, compare:
    | { pairs: Array<{ message: string }> }
    | Record<PropertyKey, never>
   };
  "{\n      group(by: { code: \"WESTERN_BALKANS\" }) { events(filter: { slug: { eq: \"annual-meeting-2024\" } }) { totalCount } }\n      country(by: { code: \"AL\" }) { memberOf { nodes { code events { nodes { slug } } } } } }":
    { group: { events: { totalCount: number } } | null, country: { memberOf: { nodes: Array<{ code: string, events: { nodes: Array<{ slug: string }> } }> } } | null };
  "{\n      indicator(slug: \"deaths\") {\n        mixed: ranking(among: ROUTES, period: \"2017\") { guards }\n        one: ranking(among: ROUTES, period: \"2018\") { value guards observation { guards } }\n        countries: ranking(period: \"2018\") { area { code } guards }\n        series(areas: [\"ROUTE_CENTRAL\"], recipe: { transform: SHARE, shareOf: \"ROUTE_MED\" }) { points { period value guards } }\n        growth(from: \"2017\", to: \"2018\", areas: [\"ROUTE_CENTRAL\", \"ROUTE_MED\"]) { guards }\n        total: groupTotal(group: \"EU\", from: \"2018\") { points { value guards } }\n      }\n      route(by: { slug: \"central\" }) { developments { percent guards } }\n    }":
    { indicator: { mixed: Array<{ guards: Array<ComparisonGuard> }>, one: Array<{ value: number, guards: Array<ComparisonGuard>, observation: { guards: Array<ComparisonGuard> } }>, countries: Array<{ guards: Array<ComparisonGuard>, area:
        | { code: string }
       }>, series: Array<{ points: Array<{ period: string, value: number | null, guards: Array<ComparisonGuard> }> }>, growth: Array<{ guards: Array<ComparisonGuard> }>, total: { points: Array<{ value: number | null, guards: Array<ComparisonGuard> }> } } | null, route: { developments: Array<{ percent: number | null, guards: Array<ComparisonGuard> }> } | null };
  "{\n      named: search(query: \"Mexico\", first: 1) { nodes { __typename slug } facets { kinds { value count } } }\n      others: search(query: \"united republic of islands\", first: 100) { facets { kinds { value } } }\n      territory(by: { slug: \"mx\" }) { title related { entry { slug } } } }":
    { named: { nodes: Array<
      | { __typename: 'Case', slug: string }
      | { __typename: 'CountryGroup', slug: string }
      | { __typename: 'CountryUpdate', slug: string }
      | { __typename: 'Country', slug: string }
      | { __typename: 'Event', slug: string }
      | { __typename: 'Indicator', slug: string }
      | { __typename: 'Law', slug: string }
      | { __typename: 'Leaflet', slug: string }
      | { __typename: 'Organisation', slug: string }
      | { __typename: 'Question', slug: string }
      | { __typename: 'Resource', slug: string }
      | { __typename: 'Route', slug: string }
      | { __typename: 'Source', slug: string }
      | { __typename: 'Territory', slug: string }
      | { __typename: 'Topic', slug: string }
      | { __typename: 'Trend', slug: string }
    >, facets: { kinds: Array<{ value: EntryKind, count: number }> } }, others: { facets: { kinds: Array<{ value: EntryKind }> } }, territory: { title: string, related: Array<{ entry:
        | { slug: string }
       }> } | null };
  "{\n    country(by: { code: \"HR\" }) { series { indicator { slug } latest { period value } } }\n    route(by: { code: \"ROUTE_SEA\" }) { series { indicator { slug } area { code } } }\n    group(by: { code: \"EU\" }) { series(indicators: [\"arrivals\"], recipe: { transform: INDEX }) { unit points { period value } } }\n  }":
    { country: { series: Array<{ indicator: { slug: string }, latest: { period: string, value: number | null } | null }> } | null, route: { series: Array<{ indicator: { slug: string }, area:
        | { code: string }
       }> } | null, group: { series: Array<{ unit: string, points: Array<{ period: string, value: number | null }> }> } | null };
  "{\n    indicator(slug: \"arrivals\") {\n      syrians: series(areas: [\"IT\"], breakdown: [{ dimension: \"origin\", code: \"SY\" }], recipe: { transform: SHARE }) { points { period value dividedBy { value } } unit }\n      italy: series(areas: [\"IT\"], recipe: { transform: SHARE, shareOf: \"EU\" }, to: \"2021\") { points { period value dividedBy { value } } unit }\n      both: series(areas: [\"IT\"], breakdown: [{ dimension: \"origin\", code: \"SY\" }], recipe: { transform: SHARE, shareOf: \"EU\" }, to: \"2020\") { points { period value dividedBy { value } } unit }\n    }\n    country(by: { code: \"IT\" }) { series(indicators: [\"arrivals\"], recipe: { transform: SHARE, shareOf: \"EU\" }, to: \"2020\") { points { period value dividedBy { value } } unit } }\n  }":
    { indicator: { syrians: Array<{ unit: string, points: Array<{ period: string, value: number | null, dividedBy: { value: number | null } | null }> }>, italy: Array<{ unit: string, points: Array<{ period: string, value: number | null, dividedBy: { value: number | null } | null }> }>, both: Array<{ unit: string, points: Array<{ period: string, value: number | null, dividedBy: { value: number | null } | null }> }> } | null, country: { series: Array<{ unit: string, points: Array<{ period: string, value: number | null, dividedBy: { value: number | null } | null }> }> } | null };
  "{\n    own: trend(slug: \"cites-the-source\") { claims { value status } }\n    other: trend(slug: \"cites-another\") { claims { value status } }\n  }":
    { own: { claims: Array<{ value: number, status: ClaimStatus }> } | null, other: { claims: Array<{ value: number, status: ClaimStatus }> } | null };
  "{\n    source(slug: \"annex\") { apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON) }\n    topic(slug: \"boats\") { citation updatedAt }\n  }":
    { source: { apa: string, bibtex: string, csl: string } | null, topic: { citation: string, updatedAt: string } | null };
  "{\n    topics(orderBy: [{ slug: ASC }]) { nodes { slug id revision title } }\n    former: topic(slug: \"adverts\") { slug }\n    topic(slug: \"online-adverts\") { history { revision action author } }\n    resource(slug: \"guide\") { revision title history { revision action } }\n    source(slug: \"report-2023\") { publisherName }\n    sources(filter: { publisherName: { eq: \"the agency\" } }) { facets { publisherName { value count } } }\n    entries(kinds: [COUNTRY]) { nodes { __typename entryKind id slug history { revision action } } }\n    changes(kinds: [COUNTRY]) { nodes { entries { entryKind slug } } }\n    law(slug: \"it-act\") { slug }\n    indicator(slug: \"cases\") { vintages { number } series(areas: [\"EU\"]) { points { period value } } }\n    country(by: { code: \"IT\" }) { capital inFrench: capital(locale: fr) }\n    events(filter: { place: { eq: \"the hague\" } }) { nodes { place eventSeries } facets { eventSeries { value count } } }\n  }":
    { topics: { nodes: Array<{ slug: string, id: string, revision: number, title: string }> }, former: { slug: string } | null, topic: { history: Array<{ revision: number, action: ChangeAction, author: string }> } | null, resource: { revision: number, title: string, history: Array<{ revision: number, action: ChangeAction }> } | null, source: { publisherName: string } | null, sources: { facets: { publisherName: Array<{ value: string, count: number }> } }, entries: { nodes: Array<
      | { __typename: 'Case', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'CountryGroup', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'CountryUpdate', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Country', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Event', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Indicator', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Law', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Leaflet', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Organisation', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Question', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Resource', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Route', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Source', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Territory', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Topic', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
      | { __typename: 'Trend', entryKind: EntryKind, id: string, slug: string, history: Array<{ revision: number, action: ChangeAction }> }
    > }, changes: { nodes: Array<{ entries: Array<{ entryKind: EntryKind, slug: string }> }> }, law: { slug: string } | null, indicator: { vintages: Array<{ number: number }>, series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null, country: { capital: string | null, inFrench: string | null } | null, events: { nodes: Array<{ place: string | null, eventSeries: string | null }>, facets: { eventSeries: Array<{ value: string, count: number }> } } };
  "{\n  leaflet(slug: \"A b\") { slug }\n}":
    { leaflet: { slug: string } | null };
  "{ __proto__: topics { constructor: totalCount } }":
    { __proto__: { constructor: number } };
  "{ __schema { queryType { name } } __type(name: \"Leaflet\") { name } }":
    { __schema: { queryType: { name: string | null } }, __type: { name: string | null } | null };
  "{ __schema { queryType { name } } }":
    { __schema: { queryType: { name: string | null } } };
  "{ __schema { types { fields { args { type { ofType { ofType { ofType { ofType { name } } } } } } } } } }":
    { __schema: { types: Array<{ fields: Array<{ args: Array<{ type: { ofType: { ofType: { ofType: { ofType: { name: string | null } | null } | null } | null } | null } }> }> | null }> } };
  "{ __schema { types { fields { type { ofType { fields { type { ofType { name } } } } } } } } }":
    { __schema: { types: Array<{ fields: Array<{ type: { ofType: { fields: Array<{ type: { ofType: { name: string | null } | null } }> | null } | null } }> | null }> } };
  "{ __schema { types { name description } } }":
    { __schema: { types: Array<{ name: string | null, description: string | null }> } };
  "{ __schema { types { name fields { name args { name } } } } }":
    { __schema: { types: Array<{ name: string | null, fields: Array<{ name: string, args: Array<{ name: string }> }> | null }> } };
  "{ __schema { types { name kind fields { name args { name } type { name kind ofType { name } } } } } }":
    { __schema: { types: Array<{ name: string | null, kind: __TypeKind, fields: Array<{ name: string, args: Array<{ name: string }>, type: { name: string | null, kind: __TypeKind, ofType: { name: string | null } | null } }> | null }> } };
  "{ __type(name: \"Mutation\") { fields { name } } }":
    { __type: { fields: Array<{ name: string }> | null } | null };
  "{ __typename }":
    { __typename: 'Query' };
  "{ a: countries { nodes { x: title } } b: countries { nodes { x: capital } } }":
    { a: { nodes: Array<{ x: string }> }, b: { nodes: Array<{ x: string | null }> } };
  "{ a: laws(filter: { area: { code: { eq: \"EL\" } } }) { totalCount }\n      b: laws(filter: { area: { code: { in: [\"GR\"] } } }) { totalCount } }":
    { a: { totalCount: number }, b: { totalCount: number } };
  "{ a: trends(first: 2) { nodes { t: title(locale: fr) title(locale: de) } } }":
    { a: { nodes: Array<{ title: string, t: string }> } };
  "{ all: search(query: \"smuggling\") { facets { kinds { value count } } }\n      leaflets: search(query: \"smuggling\", kinds: [LEAFLET], first: 100) { totalCount nodes { __typename } } }":
    { all: { facets: { kinds: Array<{ value: EntryKind, count: number }> } }, leaflets: { totalCount: number, nodes: Array<
      | { __typename: 'Case' }
      | { __typename: 'CountryGroup' }
      | { __typename: 'CountryUpdate' }
      | { __typename: 'Country' }
      | { __typename: 'Event' }
      | { __typename: 'Indicator' }
      | { __typename: 'Law' }
      | { __typename: 'Leaflet' }
      | { __typename: 'Organisation' }
      | { __typename: 'Question' }
      | { __typename: 'Resource' }
      | { __typename: 'Route' }
      | { __typename: 'Source' }
      | { __typename: 'Territory' }
      | { __typename: 'Topic' }
      | { __typename: 'Trend' }
    > } };
  "{ area(code: \"Itly\") { area { code } suggestions } }":
    { area: { suggestions: Array<string>, area:
      | { code: string }
     | null } };
  "{ area(code: \"SI\") { area { related { reasons { link { citations { locator } } } } } } }":
    { area: { area:
      | { related: Array<{ reasons: Array<{ link: { citations: Array<{ locator: string | null }> } }> }> }
     | null } };
  "{ changes { nodes { count kinds { entryKind action count entries(first: 1) { slug } } } } }":
    { changes: { nodes: Array<{ count: number, kinds: Array<{ entryKind: EntryKind, action: ChangeAction, count: number, entries: Array<{ slug: string }> }> }> } };
  "{ changes { nodes { message } } }":
    { changes: { nodes: Array<{ message: string }> } };
  "{ changes(after: \"x\") { nodes { message } } }":
    { changes: { nodes: Array<{ message: string }> } };
  "{ changes(first: 1) { nodes { at } } }":
    { changes: { nodes: Array<{ at: string }> } };
  "{ changes(first: 1) { nodes { count } } }":
    { changes: { nodes: Array<{ count: number }> } };
  "{ changes(first: 2) { edges { cursor } pageInfo { startCursor } } }":
    { changes: { edges: Array<{ cursor: string }>, pageInfo: { startCursor: string | null } } };
  "{ changes(first: 50) { nodes { count entries(first: 50) { slug } } pageInfo { endCursor } } }":
    { changes: { nodes: Array<{ count: number, entries: Array<{ slug: string }> }>, pageInfo: { endCursor: string | null } } };
  "{ changes(first: 50) { nodes { entries(first: 50) { slug } } } }":
    { changes: { nodes: Array<{ entries: Array<{ slug: string }> }> } };
  "{ changes(lastDays: 0) { nodes { message } } }":
    { changes: { nodes: Array<{ message: string }> } };
  "{ compare(series: [\n    { indicator: \"arrivals\", area: \"IT\" },\n    { indicator: \"arrivals\", area: \"IT\", breakdown: [{ dimension: \"origin\", code: \"SY\" }] }\n  ]) { ... on Comparison { periods { cells { seriesName value } } } } }":
    { compare:
    | { periods: Array<{ cells: Array<{ seriesName: string | null, value: number | null }> }> }
    | Record<PropertyKey, never>
   };
  "{ compare(series: []) { ... on Comparison { periods { period cells { value } } } } }":
    { compare:
    | { periods: Array<{ period: string, cells: Array<{ value: number | null }> }> }
    | Record<PropertyKey, never>
   };
  "{ compare(series: []) { __typename ... on IncompatibleSeries { pairs { message } } } }":
    { compare:
    | { __typename: 'Comparison' }
    | { __typename: 'IncompatibleSeries', pairs: Array<{ message: string }> }
   };
  "{ countries { nodes { series(from: \"2020\") { unit } } } }":
    { countries: { nodes: Array<{ series: Array<{ unit: string }> }> } };
  "{ countries { nodes { slug } } }":
    { countries: { nodes: Array<{ slug: string }> } };
  "{ countries { nodes { title memberOf { nodes { title } } } } }":
    { countries: { nodes: Array<{ title: string, memberOf: { nodes: Array<{ title: string }> } }> } };
  "{ countries { nodes { title } } }":
    { countries: { nodes: Array<{ title: string }> } };
  "{ countries { totalCount } }":
    { countries: { totalCount: number } };
  "{ countries(filter: { memberOf: { some: { slug: { eq: \"eu\" } } } }, first: 60) {\n    nodes { slug laws(first: 10) { nodes { basicPenalty basicMaxYears reachesThreeYears financialGain\n      humanitarianClause searched } } } } }":
    { countries: { nodes: Array<{ slug: string, laws: { nodes: Array<{ basicPenalty: string | null, basicMaxYears: number | null, reachesThreeYears: boolean | null, financialGain: FinancialGain, humanitarianClause: HumanitarianClause, searched: string | null }> } }> } };
  "{ countries(filter: { observedTrends: { exists: true }, and: [{ memberOf: { some: { code: { eq: \"EU\" } } } }] }) { totalCount } }":
    { countries: { totalCount: number } };
  "{ countries(filter: { title: { startsWith: \"A\" } }, orderBy: [{ title: ASC }], first: 3) { nodes { code } } }":
    { countries: { nodes: Array<{ code: string }> } };
  "{ countries(first: 1) { totalCount nodes { title } } }":
    { countries: { totalCount: number, nodes: Array<{ title: string }> } };
  "{ countries(first: 100) { ...A } } fragment A on CountryConnection {\n      nodes { related(first: 100) { entry { related(first: 100) { score } } } } }":
    { countries: { nodes: Array<{ related: Array<{ entry:
          | { related: Array<{ score: number }> }
         }> }> } };
  "{ countries(first: 100) { nodes { observedTrends(first: 100) { nodes { leaflets { nodes { slug } } } } } } }":
    { countries: { nodes: Array<{ observedTrends: { nodes: Array<{ leaflets: { nodes: Array<{ slug: string }> } }> } }> } };
  "{ countries(first: 100) { nodes { related(first: 100) { reasons { link { field } } } } } }":
    { countries: { nodes: Array<{ related: Array<{ reasons: Array<{ link: { field: string } }> }> }> } };
  "{ countries(first: 100) { nodes { related(first: 2) { score\n    reasons { link { field from { title } } otherLink { field } } } } } }":
    { countries: { nodes: Array<{ related: Array<{ score: number, reasons: Array<{ link: { field: string, from:
              | { title: string }
             }, otherLink: { field: string } }> }> }> } };
  "{ countries(first: 100) { nodes { series { summary { mean sum first { value } } citation } } } }":
    { countries: { nodes: Array<{ series: Array<{ citation: string, summary: { mean: number | null, sum: number | null, first: { value: number | null } | null } }> }> } };
  "{ countries(first: 100) { nodes { slug observedTrends(first: 2, orderBy: [{ title: ASC }]) { totalCount nodes { slug } } } } }":
    { countries: { nodes: Array<{ slug: string, observedTrends: { totalCount: number, nodes: Array<{ slug: string }> } }> } };
  "{ countries(first: 1000) { nodes { title } } }":
    { countries: { nodes: Array<{ title: string }> } };
  "{ countries(first: 60) { nodes { observedTrends(first: 5) { nodes { title topics { title } } } } } }":
    { countries: { nodes: Array<{ observedTrends: { nodes: Array<{ title: string, topics: Array<{ title: string }> }> } }> } };
  "{ countries(first: 60) { nodes { observedTrends(first: 5) { totalCount nodes { title } } } } }":
    { countries: { nodes: Array<{ observedTrends: { totalCount: number, nodes: Array<{ title: string }> } }> } };
  "{ country(by: { code: \"AQ\" }) { slug } }":
    { country: { slug: string } | null };
  "{ country(by: { code: \"ES\" }) {\n    usual: series { indicator { slug } }\n    chosen: series(indicators: [\"applications\", \"arrivals\"]) { indicator { slug } }\n  } }":
    { country: { usual: Array<{ indicator: { slug: string } }>, chosen: Array<{ indicator: { slug: string } }> } | null };
  "{ country(by: { code: \"FRA\" }) { slug } indicator(slug: \"cases\") { series(areas: [\"France\"]) { area { code } } } }":
    { country: { slug: string } | null, indicator: { series: Array<{ area:
        | { code: string }
       }> } | null };
  "{ country(by: { code: \"HR\" }) { developments(first: 1) { percent } } }":
    { country: { developments: Array<{ percent: number | null }> } | null };
  "{ country(by: { code: \"HR\" }) { memberOf { edges { node { code } via { from to } } } } }":
    { country: { memberOf: { edges: Array<{ node: { code: string }, via: Array<{ from: string | null, to: string | null }> }> } } | null };
  "{ country(by: { code: \"IT\" }) { cooperation { partner { slug } } citations { source { slug } }\n    laws { nodes { slug } } relevantResources(filter: { resourceType: { eq: NETWORK } }) { nodes { slug } } } }":
    { country: { cooperation: Array<{ partner: { slug: string } }>, citations: Array<{ source: { slug: string } }>, laws: { nodes: Array<{ slug: string }> }, relevantResources: { nodes: Array<{ slug: string }> } } | null };
  "{ country(by: { code: \"IT\" }) { developments { indicator { title } from { value } to { value } rank peers } } }":
    { country: { developments: Array<{ rank: number | null, peers: number | null, indicator: { title: string }, from: { value: number | null }, to: { value: number | null } }> } | null };
  "{ country(by: { code: \"IT\" }) { developments(first: 1) { citation } } }":
    { country: { developments: Array<{ citation: string }> } | null };
  "{ country(by: { code: \"IT\" }) { developments(first: 21) { percent } } }":
    { country: { developments: Array<{ percent: number | null }> } | null };
  "{ country(by: { code: \"IT\" }) { series { indicator { title } area { code } unit points { period value } } } }":
    { country: { series: Array<{ unit: string, indicator: { title: string }, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ country(by: { code: \"IT\" }) { series { points { value } } } }":
    { country: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ country(by: { code: \"IT\" }) { series(indicators: [\"arivals\", \"arrivals\"]) { indicator { slug } } } }":
    { country: { series: Array<{ indicator: { slug: string } }> } | null };
  "{ country(by: { code: \"IT\" }) { series(indicators: [\"arrivals\"], recipe: { transform: PER_100K }) { area { code } unit points { period value } } } }":
    { country: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ country(by: { code: \"IT\" }) { series(indicators: [\"people\", \"arrivals\"], recipe: { transform: INDEX }) { unit permalink } } }":
    { country: { series: Array<{ unit: string, permalink: string }> } | null };
  "{ country(by: { code: \"IT\" }) { series(indicators: [\"unhcr-refugees\"]) { latest { period value } } } }":
    { country: { series: Array<{ latest: { period: string, value: number | null } | null }> } | null };
  "{ country(by: { code: \"IT\" }) { slug ... on Country { groups: memberOf { totalCount } } } }":
    { country: { slug: string, groups: { totalCount: number } } | null };
  "{ country(by: { code: \"IT\" }) { summary en: summary(locale: en) } }":
    { country: { summary: string | null, en: string | null } | null };
  "{ country(by: { code: \"IT\" }) { title capital } }":
    { country: { title: string, capital: string | null } | null };
  "{ country(by: { code: \"IT\" }) { title groups: memberOf { nodes { slug } } } }":
    { country: { title: string, groups: { nodes: Array<{ slug: string }> } } | null };
  "{ country(by: { code: \"IT\" }) { title series {\n      indicator { title } latest { period value } } } }":
    { country: { title: string, series: Array<{ indicator: { title: string }, latest: { period: string, value: number | null } | null }> } | null };
  "{ country(by: { code: \"IT\" }) { title summary } }":
    { country: { title: string, summary: string | null } | null };
  "{ country(by: { code: \"TN\" }) { series { indicator { slug } } } }":
    { country: { series: Array<{ indicator: { slug: string } }> } | null };
  "{ country(by: { code: \"it\" }) { title relevantResources { nodes { title } } memberOf { edges { via { from } node { title } } } } }":
    { country: { title: string, relevantResources: { nodes: Array<{ title: string }> }, memberOf: { edges: Array<{ via: Array<{ from: string | null }>, node: { title: string } }> } } | null };
  "{ country(by: { slug: \"it\" }) { cooperation { sentence sentenceLocale } laws(first: 1) { nodes { tiers { sentence sentenceLocale } } } } }":
    { country: { cooperation: Array<{ sentence: string, sentenceLocale: Locale }>, laws: { nodes: Array<{ tiers: Array<{ sentence: string, sentenceLocale: Locale }> }> } } | null };
  "{ country(by: { slug: \"it\" }) { title series(from: \"2024\", to: \"2023\") { unit } } }":
    { country: { title: string, series: Array<{ unit: string }> } | null };
  "{ country(by: {code: \"IT\"}) { title capital officialLanguages } }":
    { country: { title: string, capital: string | null, officialLanguages: Array<string> } | null };
  "{ diff(kind: COUNTRY, slug: \"it\", from: 1, to: 2) { path before after } }":
    { diff: Array<{ path: Array<string>, before: string | null, after: string | null }> };
  "{ diff(kind: TOPIC, slug: \"listed\", from: 1, to: 2) { path before after } }":
    { diff: Array<{ path: Array<string>, before: string | null, after: string | null }> };
  "{ diff(kind: TOPIC, slug: \"long\", from: 1, to: 100000) { path } }":
    { diff: Array<{ path: Array<string> }> };
  "{ diff(kind: TOPIC, slug: \"long\", from: 99990, to: 100000) { path before after } }":
    { diff: Array<{ path: Array<string>, before: string | null, after: string | null }> };
  "{ diff(kind: TOPIC, slug: \"told\", from: 1, to: 3) { path before after words { state text } } }":
    { diff: Array<{ path: Array<string>, before: string | null, after: string | null, words: Array<{ state: WordState, text: string }> | null }> };
  "{ diff(kind: TOPIC, slug: \"told\", from: 2, to: 3) { path } }":
    { diff: Array<{ path: Array<string> }> };
  "{ entries { totalCount } }":
    { entries: { totalCount: number } };
  "{ entries(filter: { citations: { some: { source: { slug: { eq: \"report-2023\" } } } } }) { totalCount } }":
    { entries: { totalCount: number } };
  "{ entries(first: 10) { nodes { title path } } }":
    { entries: { nodes: Array<
      | { title: string, path: string }
    > } };
  "{ entries(first: 100) { nodes { ... on Topic { relevantResources(first: 100) { nodes { topics { relevantResources(first: 100) { nodes { title } } } } } } } } }":
    { entries: { nodes: Array<
      | { relevantResources: { nodes: Array<{ topics: Array<{ relevantResources: { nodes: Array<{ title: string }> } }> }> } }
      | Record<PropertyKey, never>
    > } };
  "{ entries(first: 100) { totalCount nodes { __typename id slug title summary entryKind } } }":
    { entries: { totalCount: number, nodes: Array<
      | { __typename: 'Case', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'CountryGroup', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'CountryUpdate', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Country', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Event', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Indicator', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Law', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Leaflet', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Organisation', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Question', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Resource', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Route', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Source', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Territory', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Topic', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
      | { __typename: 'Trend', id: string, slug: string, title: string, summary: string | null, entryKind: EntryKind }
    > } };
  "{ entries(first: 101) { totalCount } }":
    { entries: { totalCount: number } };
  "{ event(slug: \"a\") { title german: title(locale: de) sessions { title } } }":
    { event: { title: string, german: string, sessions: Array<{ title: string }> } | null };
  "{ event(slug: \"annual-meeting-2024\") {\n      claims { value period area { code } indicator { slug } } } }":
    { event: { claims: Array<{ value: number, period: string, area:
        | { code: string }
      , indicator: { slug: string } }> } | null };
  "{ event(slug: \"annual-meeting-2024\") {\n      organiser { slug } participantGroups { code } participantOrganisations { slug } citations { source { slug } } } }":
    { event: { organiser: { slug: string }, participantGroups: Array<{ code: string }>, participantOrganisations: Array<{ slug: string }>, citations: Array<{ source: { slug: string } }> } | null };
  "{ event(slug: \"annual-meeting-2024\") {\n      startsOn sessions { title topics { slug } } citations { source { slug } } } }":
    { event: { startsOn: string | null, sessions: Array<{ title: string, topics: Array<{ slug: string }> }>, citations: Array<{ source: { slug: string } }> } | null };
  "{ event(slug: \"annual-meeting-2024\") { leaflets {\n      totalCount nodes { title issuer { slug } publishedOn citations { source { slug } } } } } }":
    { event: { leaflets: { totalCount: number, nodes: Array<{ title: string, publishedOn: string | null, issuer: { slug: string }, citations: Array<{ source: { slug: string } }> }> } } | null };
  "{ event(slug: \"annual-meeting-2024\") { leaflets { nodes {\n      url editions { language } resources { slug } seeAlso { slug } note record } } } }":
    { event: { leaflets: { nodes: Array<{ url: string | null, note: string | null, record: string | null, editions: Array<{ language: string }>, resources: Array<{ slug: string }>, seeAlso: Array<{ slug: string }> }> } } | null };
  "{ event(slug: \"annual-meeting-2024\") { sessions { summary topics { slug } } } }":
    { event: { sessions: Array<{ summary: string | null, topics: Array<{ slug: string }> }> } | null };
  "{ events { nodes { sessions { title } } } }":
    { events: { nodes: Array<{ sessions: Array<{ title: string }> }> } };
  "{ events(filter: { startsOn: { eq: 2024 } }) { totalCount } }":
    { events: { totalCount: number } };
  "{ events(first: 1) { pageInfo { endCursor } } }":
    { events: { pageInfo: { endCursor: string | null } } };
  "{ events(last: 100, orderBy: [{ startsOn: DESC }]) {\n      totalCount nodes { slug } } }":
    { events: { totalCount: number, nodes: Array<{ slug: string }> } };
  "{ figureAnswers(words: \"asylum\", first: 3) { path } }":
    { figureAnswers: Array<{ path: string }> };
  "{ group(by: { code: \"Italy\" }) { slug } }":
    { group: { slug: string } | null };
  "{ group(by: { code: \"test_group\" }) { title } }":
    { group: { title: string } | null };
  "{ indicator(slug: \"a\") {\n      plain: series { points { value } }\n      yearOnYear: series(recipe: { transform: YEAR_ON_YEAR }) { points { value } }\n    } }":
    { indicator: { plain: Array<{ points: Array<{ value: number | null }> }>, yearOnYear: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { attribution series { unit points { value } } } }":
    { indicator: { attribution: string | null, series: Array<{ unit: string, points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { changes(from: \"\", to: \"\") { cells { area { code } period } } } }":
    { indicator: { changes: { cells: Array<{ period: string, area:
          | { code: string }
         }> } } | null };
  "{ indicator(slug: \"a\") { frequency series { frequency points { value } } } }":
    { indicator: { frequency: Frequency, series: Array<{ frequency: Frequency, points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { growth(from: \"1\", to: \"2\") { area { series { points { value } } } } } }":
    { indicator: { growth: Array<{ area:
        | { series: Array<{ points: Array<{ value: number | null }> }> }
       }> } | null };
  "{ indicator(slug: \"a\") { growth(from: \"2022\", to: \"2023\") { from { value } percent } } }":
    { indicator: { growth: Array<{ percent: number | null, from: { value: number | null } }> } | null };
  "{ indicator(slug: \"a\") { now: series(asOf: \"2024-01-01T00:00:00Z\") { unit } series { unit } } }":
    { indicator: { now: Array<{ unit: string }>, series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"a\") { series { area { code again: code } points { value } } } }":
    { indicator: { series: Array<{ area:
        | { code: string, again: string }
      , points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { series { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { series { points { period: value value: period flags: state } } } }":
    { indicator: { series: Array<{ points: Array<{ period: number | null, value: string, flags: ObservationState }> }> } | null };
  "{ indicator(slug: \"a\") { series { points { value flags } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null, flags: Array<ObservationFlag> }> }> } | null };
  "{ indicator(slug: \"a\") { series { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { series { unit area { title } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { title: string }
       }> } | null };
  "{ indicator(slug: \"a\") { series(asOf: \"2024-01-01T00:00:00Z\") { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"a\") { title\n      all: series { area { title } points { period value } }\n      women: series(breakdown: [{ dimension: \"sex\", code: \"F\" }]) { points { period value } } } }":
    { indicator: { title: string, all: Array<{ area:
        | { title: string }
      , points: Array<{ period: string, value: number | null }> }>, women: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { title series { points { value } } } }":
    { indicator: { title: string, series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"a\") { title } }":
    { indicator: { title: string } | null };
  "{ indicator(slug: \"a\") { unit series { unit latest { value revision: note } vintage { number } } } }":
    { indicator: { unit: string, series: Array<{ unit: string, latest: { value: number | null, revision: string | null } | null, vintage: { number: number } }> } | null };
  "{ indicator(slug: \"arrivals\") {\n      all: ranking(period: \"2019\") { rank area { code } value share }\n      rates: ranking(period: \"2019\", recipe: { transform: PER_100K }) { area { code } value share unit }\n      within: ranking(period: \"2021\", within: \"EU\") { area { code } value }\n      usual: ranking(first: 1) { area { code } observation { period } }\n    } }":
    { indicator: { all: Array<{ rank: number, value: number, share: number | null, area:
        | { code: string }
       }>, rates: Array<{ value: number, share: number | null, unit: string, area:
        | { code: string }
       }>, within: Array<{ value: number, area:
        | { code: string }
       }>, usual: Array<{ area:
        | { code: string }
      , observation: { period: string } }> } | null };
  "{ indicator(slug: \"arrivals\") {\n      dated: groupTotal(group: \"eu\", from: \"2019\") { area { code } fixedAt points { period value state inputs missing sources { slug } } }\n      fixed: groupTotal(group: \"EU\", fixedAt: \"2019\", from: \"2021\") { fixedAt points { period value } }\n      rate: groupTotal(group: \"EU\", from: \"2019\", to: \"2019\", recipe: { transform: PER_100K }) { points { value dividedBy { value } } }\n    } }":
    { indicator: { dated: { fixedAt: string | null, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null, state: ObservationState, inputs: number, missing: number, sources: Array<{ slug: string }> }> }, fixed: { fixedAt: string | null, points: Array<{ period: string, value: number | null }> }, rate: { points: Array<{ value: number | null, dividedBy: { value: number | null } | null }> } } | null };
  "{ indicator(slug: \"arrivals\") {\n      growth(from: \"2019\", to: \"2021\", areas: [\"HR\", \"IT\", \"ES\", \"TN\"]) {\n        area { code } from { value } to { value state } absolute percent\n      }\n    } }":
    { indicator: { growth: Array<{ absolute: number | null, percent: number | null, area:
        | { code: string }
      , from: { value: number | null }, to: { value: number | null, state: ObservationState } }> } | null };
  "{ indicator(slug: \"arrivals\") {\n      series(areas: [\"IT\"], recipe: { transform: PER_100K }) { permalink } groupTotal(group: \"EU\", recipe: { transform: PER_100K }) { permalink } } }":
    { indicator: { series: Array<{ permalink: string }>, groupTotal: { permalink: string } } | null };
  "{ indicator(slug: \"arrivals\") {\n      series(breakdown: [{ dimension: \"sex\", code: \"F\" }, { dimension: \"sex\", code: \"M\" }]) {\n        area { code } breakdown { dimension code } points { value }\n      }\n    } }":
    { indicator: { series: Array<{ area:
        | { code: string }
      , breakdown: Array<{ dimension: string, code: string }>, points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") {\n    groupTotal(group: \"EU\", fixedAt: \"2021\", recipe: { transform: YEAR_ON_YEAR }) { points { guards } } } }":
    { indicator: { groupTotal: { points: Array<{ guards: Array<ComparisonGuard> }> } } | null };
  "{ indicator(slug: \"arrivals\") {\n    groupTotal(group: \"EU27_2020\") { points { period value state } }\n    ranking(period: \"2018\", within: \"EU27_2020\") { area { code } }\n    growth(from: \"2019\", to: \"2021\", areas: [\"EU27_2020\"]) { guards likeForLike { percent } }\n  } }":
    { indicator: { groupTotal: { points: Array<{ period: string, value: number | null, state: ObservationState }> }, ranking: Array<{ area:
        | { code: string }
       }>, growth: Array<{ guards: Array<ComparisonGuard>, likeForLike: { percent: number | null } | null }> } | null };
  "{ indicator(slug: \"arrivals\") {\n    plain: series(areas: [\"IT\"]) { permalink }\n    rate: series(areas: [\"IT\"], from: \"2021\", recipe: { transform: PER_100K }) { permalink }\n    groupTotal(group: \"EU\", fixedAt: \"2021\") { permalink }\n  } }":
    { indicator: { plain: Array<{ permalink: string }>, rate: Array<{ permalink: string }>, groupTotal: { permalink: string } } | null };
  "{ indicator(slug: \"arrivals\") { changes(from: \"2030-01-01T00:00:00Z\", to: \"2020-01-01T00:00:00Z\") { changed } } }":
    { indicator: { changes: { changed: number } } | null };
  "{ indicator(slug: \"arrivals\") { groupTotal(group: \"EU\", recipe: { transform: PER_100K }) { area { code } unit points { period value } } } }":
    { indicator: { groupTotal: { unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> } } | null };
  "{ indicator(slug: \"arrivals\") { growth(from: \"2019\", to: \"2021\") { area { code } guards percent\n  likeForLike { from { value } to { value } absolute percent countries } } } }":
    { indicator: { growth: Array<{ guards: Array<ComparisonGuard>, percent: number | null, area:
        | { code: string }
      , likeForLike: { absolute: number | null, percent: number | null, countries: Array<string>, from: { value: number | null }, to: { value: number | null } } | null }> } | null };
  "{ indicator(slug: \"arrivals\") { growth(from: \"2020\", to: \"2021\") { area { code } absolute } } }":
    { indicator: { growth: Array<{ absolute: number | null, area:
        | { code: string }
       }> } | null };
  "{ indicator(slug: \"arrivals\") { ranking { area { code } value share } } }":
    { indicator: { ranking: Array<{ value: number, share: number | null, area:
        | { code: string }
       }> } | null };
  "{ indicator(slug: \"arrivals\") { ranking(among: ROUTES, within: \"EU\") { rank } } }":
    { indicator: { ranking: Array<{ rank: number }> } | null };
  "{ indicator(slug: \"arrivals\") { ranking(asOf: \"2030-01-01T00:00:00Z\") { area { code } value share } } }":
    { indicator: { ranking: Array<{ value: number, share: number | null, area:
        | { code: string }
       }> } | null };
  "{ indicator(slug: \"arrivals\") { ranking(period: \"2020\") { area { code } value share } } }":
    { indicator: { ranking: Array<{ value: number, share: number | null, area:
        | { code: string }
       }> } | null };
  "{ indicator(slug: \"arrivals\") { ranking(period: \"2020\", recipe: { transform: PER_100K }) { area { code } value observation { dividedBy { value } } } } }":
    { indicator: { ranking: Array<{ value: number, area:
        | { code: string }
      , observation: { dividedBy: { value: number | null } | null } }> } | null };
  "{ indicator(slug: \"arrivals\") { series { area { code } unit points { period value } } } other: indicator(slug: \"deaths\") { series { area { code } unit points { period value } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null, other: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { series { area { code } unit points { period value } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { series { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"]) {\n    apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON)\n  } } }":
    { indicator: { series: Array<{ apa: string, bibtex: string, csl: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"]) {\n    figure: citation(period: \"2021\", retrievedOn: \"2026-11-26\")\n  } } }":
    { indicator: { series: Array<{ figure: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"]) { citation(period: \"1999\") } } }":
    { indicator: { series: Array<{ citation: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"]) { permalink } } }":
    { indicator: { series: Array<{ permalink: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"]) { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"], recipe: { transform: PER_100K }) {\n    permalink points { value }\n  } } }":
    { indicator: { series: Array<{ permalink: string, points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"IT\"], recipe: { transform: SHARE, shareOf: \"ES\" }) { area { code } unit points { period value } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { series(areas: [\"Itly\"]) { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(asOf: \"2030-01-01T00:00:00Z\") { area { code } unit points { period value } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { series(breakdown: [{ dimension: \"sex\", code: \"X\" }]) { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"arrivals\") { series(recipe: { transform: PER_100K }) { area { code } unit points { period value } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { code: string }
      , points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"arrivals\") { vintages { number at digest } } }":
    { indicator: { vintages: Array<{ number: number, at: string, digest: string }> } | null };
  "{ indicator(slug: \"arrivals\") { vintages(first: 1) { at } } }":
    { indicator: { vintages: Array<{ at: string }> } | null };
  "{ indicator(slug: \"arrivals\") { vintages(first: 2) {\n    provenance { files { name sha256 layout table updated } retrievedOn licence attribution }\n  } } }":
    { indicator: { vintages: Array<{ provenance: { retrievedOn: string, licence: string | null, attribution: string | null, files: Array<{ name: string, sha256: string, layout: string, table: string | null, updated: string | null }> } | null }> } | null };
  "{ indicator(slug: \"asylum\") { series { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"cases\") { publishedAt vintages { number at date dateOf digest } series {\n      permalink apa: citation bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON) } } }":
    { indicator: { publishedAt: string | null, vintages: Array<{ number: number, at: string, date: string, dateOf: VintageDate, digest: string }>, series: Array<{ permalink: string, apa: string, bibtex: string, csl: string }> } | null };
  "{ indicator(slug: \"cases\") { summary definition } law(slug: \"it-act\") { summary conduct } }":
    { indicator: { summary: string | null, definition: string | null } | null, law: { summary: string | null, conduct: string | null } | null };
  "{ indicator(slug: \"ended\") { ranking { rank value } } }":
    { indicator: { ranking: Array<{ rank: number, value: number }> } | null };
  "{ indicator(slug: \"ended\") { ranking { rank } } }":
    { indicator: { ranking: Array<{ rank: number }> } | null };
  "{ indicator(slug: \"ended\") { slug } }":
    { indicator: { slug: string } | null };
  "{ indicator(slug: \"eurojust-ms-cases\") { unit countingUnit\n      series(areas: [\"EU_PLUS\"], from: \"2023\", to: \"2023\") {\n        area { code } points { period value state source { slug } } } } }":
    { indicator: { unit: string, countingUnit: CountingUnit, series: Array<{ area:
        | { code: string }
      , points: Array<{ period: string, value: number | null, state: ObservationState, source: { slug: string } | null }> }> } | null };
  "{ indicator(slug: \"eurojust-ms-coordination-meetings\") {\n      series(breakdown: [{ dimension: \"shoe\", code: \"42\" }]) { unit } } }":
    { indicator: { series: Array<{ unit: string }> } | null };
  "{ indicator(slug: \"eurojust-ms-coordination-meetings\") { coverage {\n      series observations missing from to areas } series { points { state } } } }":
    { indicator: { coverage: { series: number, observations: number, missing: number, from: string | null, to: string | null, areas: Array<string> }, series: Array<{ points: Array<{ state: ObservationState }> }> } | null };
  "{ indicator(slug: \"eurostat-asylum-applicants\") {\n      series(areas: [\"EL\", \"Germany\"], from: \"2019\", to: \"2021\") { area { code __typename } unit indicator { slug }\n        points { period } latest { period value } breakdown { dimension } } } }":
    { indicator: { series: Array<{ unit: string, area:
        | { __typename: 'CountryGroup', code: string }
        | { __typename: 'Country', code: string }
        | { __typename: 'Route', code: string }
        | { __typename: 'Territory', code: string }
      , indicator: { slug: string }, points: Array<{ period: string }>, latest: { period: string, value: number | null } | null, breakdown: Array<{ dimension: string }> }> } | null };
  "{ indicator(slug: \"eurostat-asylum-applicants\") { ranking(first: 1, period: \"2024\") {\n    value area { series(indicators: [\"eurostat-asylum-applicants\"], from: \"2024\", to: \"2024\") { points { value } } } } } }":
    { indicator: { ranking: Array<{ value: number, area:
        | { series: Array<{ points: Array<{ value: number | null }> }> }
       }> } | null };
  "{ indicator(slug: \"eurostat-asylum-applicants\") { series { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"eurostat-asylum-applicants\") { series(areas: [\"IT\"]) { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"eurostat-first-time-applicants-by-citizenship\") {\n        series(areas: [\"EL\"], breakdown: [{ dimension: \"citizen\", code: \"SY\" }], from: \"2012\") { permalink points { period value } }\n      } }":
    { indicator: { series: Array<{ permalink: string, points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"eurostat-first-time-applicants-by-citizenship\") { dimensions { name codes { code } } coverage { areas } } }":
    { indicator: { dimensions: Array<{ name: string, codes: Array<{ code: string }> }>, coverage: { areas: Array<string> } } | null };
  "{ indicator(slug: \"few\") { ranking { area { code } observation { period } } } }":
    { indicator: { ranking: Array<{ area:
        | { code: string }
      , observation: { period: string } }> } | null };
  "{ indicator(slug: \"imported\") {\n    now: series { citation } then: series(asOf: \"2024-06-01T00:00:00Z\") { points { value } } } }":
    { indicator: { now: Array<{ citation: string }>, then: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"iom-dead-missing\") {\n    series(areas: [\"ROUTE_MEDITERRANEAN\"], from: \"2021\", to: \"2021\") { points { value } }\n  } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"iom-dead-missing\") { summary } }":
    { indicator: { summary: string | null } | null };
  "{ indicator(slug: \"nca-takedowns\") { translation(locale: fr) { missing } } }":
    { indicator: { translation: { missing: Array<string> } } | null };
  "{ indicator(slug: \"scratch\") { coverage { series observations missing } } }":
    { indicator: { coverage: { series: number, observations: number, missing: number } } | null };
  "{ indicator(slug: \"there-is-none\") { title } }":
    { indicator: { title: string } | null };
  "{ indicator(slug: \"un-desa-migrant-stock\") { series { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"unhcr-asylum-applications-by-origin-and-destination\") { grid(by: \"origin\") { unit } } }":
    { indicator: { grid: { unit: string } } | null };
  "{ indicator(slug: \"unhcr-land-arrivals-monthly\") {\n      series(areas: [\"IT\"], from: \"2018-01\") { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"unhcr-refugees\") { coverage { areas } } }":
    { indicator: { coverage: { areas: Array<string> } } | null };
  "{ indicator(slug: \"unhcr-refugees\") { series(areas: [\"IT\"]) { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicator(slug: \"unhcr-refugees\") { series(from: \"2019\") { points { value } } } }":
    { indicator: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ indicator(slug: \"world-bank-population\") { series(from: \"2019\") { points { period value } } } }":
    { indicator: { series: Array<{ points: Array<{ period: string, value: number | null }> }> } | null };
  "{ indicators { nodes { dimensions { name } } } }":
    { indicators: { nodes: Array<{ dimensions: Array<{ name: string }> }> } };
  "{ indicators { nodes { publisher { slug } } } }":
    { indicators: { nodes: Array<{ publisher: { slug: string } }> } };
  "{ indicators { nodes { series { points { value } } } } }":
    { indicators: { nodes: Array<{ series: Array<{ points: Array<{ value: number | null }> }> }> } };
  "{ indicators { nodes { series(areas: [\"IT\"], from: \"2023\") { points { value } } } } }":
    { indicators: { nodes: Array<{ series: Array<{ points: Array<{ value: number | null }> }> }> } };
  "{ indicators { nodes { slug coverage { series observations missing from to areas } } } }":
    { indicators: { nodes: Array<{ slug: string, coverage: { series: number, observations: number, missing: number, from: string | null, to: string | null, areas: Array<string> } }> } };
  "{ indicators(filter: { publisher: { slug: { eq: \"unhcr\" } } }) { nodes { series(areas: [\"IT\"], from: \"2023\") { points { value } } } } }":
    { indicators: { nodes: Array<{ series: Array<{ points: Array<{ value: number | null }> }> }> } };
  "{ indicators(filter: { slug: { in: [\"un-desa-migrant-stock\", \"unhcr-refugees\"] } }) { nodes { coverage { areas } } } }":
    { indicators: { nodes: Array<{ coverage: { areas: Array<string> } }> } };
  "{ indicators(filter: { slug: { in: [\"un-desa-migrant-stock\", \"unhcr-refugees\"] } }, orderBy: [{ slug: ASC }]) {\n    nodes { topics { slug } series { points { value } } limited: series(first: 2) { points { value } } } } }":
    { indicators: { nodes: Array<{ topics: Array<{ slug: string }>, series: Array<{ points: Array<{ value: number | null }> }>, limited: Array<{ points: Array<{ value: number | null }> }> }> } };
  "{ indicators(first: 100) { nodes { series(first: 1) { permalink } } } }":
    { indicators: { nodes: Array<{ series: Array<{ permalink: string }> }> } };
  "{ indicators(first: 100) { nodes { slug coverage { series from to } population { slug coverage { series } } } } }":
    { indicators: { nodes: Array<{ slug: string, coverage: { series: number, from: string | null, to: string | null }, population: { slug: string, coverage: { series: number } } | null }> } };
  "{ indicators(first: 2) { nodes { title } } }":
    { indicators: { nodes: Array<{ title: string }> } };
  "{ laws { facets(first: 100) { area { value { slug title } count } } } resources { facets(first: 100) { resourceType { value count } } } }":
    { laws: { facets: { area: Array<{ count: number, value:
          | { slug: string, title: string }
         }> } }, resources: { facets: { resourceType: Array<{ value: string, count: number }> } } };
  "{ laws(filter: { area: { code: { eq: \"Itly\" } } }) { totalCount } }":
    { laws: { totalCount: number } };
  "{ leaflet(slug: \"a\") { title summary } }":
    { leaflet: { title: string, summary: string | null } | null };
  "{ leaflet(slug: \"citing-new-report\") { citations { source { title } } } }":
    { leaflet: { citations: Array<{ source: { title: string } }> } | null };
  "{ leaflet(slug: \"in-focus-ms-1-2021\") { revision record first: record(revision: 1) none: record(revision: 9) } }":
    { leaflet: { revision: number, record: string | null, first: string | null, none: string | null } | null };
  "{ leaflet(slug: \"leaflet-who-we-are\") { resources { url } seeAlso { url } } }":
    { leaflet: { resources: Array<{ url: string | null }>, seeAlso: Array<{ url: string | null }> } | null };
  "{ leaflet(slug: \"long\") { record } }":
    { leaflet: { record: string | null } | null };
  "{ leaflet(slug: \"needs\") { status schedule { problem } } }":
    { leaflet: { status: Status, schedule: { problem: string | null } | null } | null };
  "{ leaflet(slug: \"no-such-leaflet\") { title } country(by: { code: \"QQ\" }) { title } }":
    { leaflet: { title: string } | null, country: { title: string } | null };
  "{ leaflet(slug: \"plain\") { record } }":
    { leaflet: { record: string | null } | null };
  "{ leaflets { nodes { issuer { acronym } supersedes { issuer { acronym } } } } }":
    { leaflets: { nodes: Array<{ issuer: { acronym: string | null }, supersedes: { issuer: { acronym: string | null } } | null }> } };
  "{ leaflets { nodes { resources { groups { slug } } trends { slug indicators { slug } } } } }":
    { leaflets: { nodes: Array<{ resources: Array<{ groups: Array<{ slug: string }> }>, trends: Array<{ slug: string, indicators: Array<{ slug: string }> }> }> } };
  "{ leaflets { nodes { title issuer { title } } } }":
    { leaflets: { nodes: Array<{ title: string, issuer: { title: string } }> } };
  "{ leaflets { nodes { title resources { title } } } }":
    { leaflets: { nodes: Array<{ title: string, resources: Array<{ title: string }> }> } };
  "{ leaflets { totalCount } }":
    { leaflets: { totalCount: number } };
  "{ leaflets(filter: { presentedAt: { some: { slug: { eq: \"annual-meeting-2024\" } } } }) { nodes { title } } }":
    { leaflets: { nodes: Array<{ title: string }> } };
  "{ leaflets(filter: { presentedAt: { some: { slug: { eq: \"annual-meeting-2024\" } } } }) { nodes { translations { locale isOriginal isReviewed missing stale fellBackTo } } } }":
    { leaflets: { nodes: Array<{ translations: Array<{ locale: Locale, isOriginal: boolean, isReviewed: boolean, missing: Array<string>, stale: Array<string>, fellBackTo: Locale | null }> }> } };
  "{ leaflets(filter: { resources: { some: { resourceType: { eq: NETWORK } } } }) { nodes { title } } }":
    { leaflets: { nodes: Array<{ title: string }> } };
  "{ leaflets(first: 0) { nodes { slug } wrong: facets(first: 101) { issuer { count } } facets(first: 0) { topics { count } } } }":
    { leaflets: { nodes: Array<{ slug: string }>, wrong: { issuer: Array<{ count: number }> }, facets: { topics: Array<{ count: number }> } } };
  "{ leaflets(first: 1) { nodes { id slug } } countries(first: 1) { nodes { id slug } } }":
    { leaflets: { nodes: Array<{ id: string, slug: string }> }, countries: { nodes: Array<{ id: string, slug: string }> } };
  "{ leaflets(first: 1) { nodes { issuer { __typename slug } } } }":
    { leaflets: { nodes: Array<{ issuer: { __typename: 'Organisation', slug: string } }> } };
  "{ leaflets(first: 1) { totalCount nodes { slug } \n      few: facets(first: 1) { topics { count value { slug title } } }\n      facets(first: 3) { topics { count value { slug } } } } }":
    { leaflets: { totalCount: number, nodes: Array<{ slug: string }>, few: { topics: Array<{ count: number, value:
          | { slug: string, title: string }
         }> }, facets: { topics: Array<{ count: number, value:
          | { slug: string }
         }> } } };
  "{ leaflets(first: 100) { nodes { slug resources { slug } } } }":
    { leaflets: { nodes: Array<{ slug: string, resources: Array<{ slug: string }> }> } };
  "{ leaflets(first: 100) { nodes { slug supersedes { slug } } } }":
    { leaflets: { nodes: Array<{ slug: string, supersedes: { slug: string } | null }> } };
  "{ leaflets(first: 100) { totalCount nodes { slug } } }":
    { leaflets: { totalCount: number, nodes: Array<{ slug: string }> } };
  "{ leaflets(first: 2) { nodes { issuer { slug } } } leaflets(first: 2) { nodes { issuer { title } title } } }":
    { leaflets: { nodes: Array<{ title: string, issuer: { slug: string, title: string } }> } };
  "{ leaflets(first: 20) { nodes { slug title } } }":
    { leaflets: { nodes: Array<{ slug: string, title: string }> } };
  "{ node(id: \"a\") {\n      ... on Topic { translation(locale: de) { stale } spanish: title(locale: es) }\n      ... on Entry { title }\n      ... on Source { titleLocale: slug title }\n    } }":
    { node:
    | { title: string }
    | { title: string, titleLocale: string }
    | { title: string }
    | { title: string, spanish: string, translation: { stale: Array<string> } }
    | { title: string }
   | null };
  "{ node(id: \"no-such\") { id } topics(first: 1) { nodes { slug } } }":
    { node:
    | { id: string }
   | null, topics: { nodes: Array<{ slug: string }> } };
  "{ node(id: \"nonsense\") { id } }":
    { node:
    | { id: string }
   | null };
  "{ none: indicator(slug: \"few\") { availability(area: \"TN\") { sentence } }\n      other: indicator(slug: \"arrivals\") { availability(period: \"2022\", area: \"IT\") { sentence } }\n      codes: indicator(slug: \"origins\") { availability { sentence } } }":
    { none: { availability: { sentence: string | null } } | null, other: { availability: { sentence: string | null } } | null, codes: { availability: { sentence: string | null } } | null };
  "{ one: indicator(slug: \"a\") { series { points { value } } } two: indicator(slug: \"b\") { series { points { value } } }\n      three: indicator(slug: \"a\") { series { points { value } } } }":
    { one: { series: Array<{ points: Array<{ value: number | null }> }> } | null, two: { series: Array<{ points: Array<{ value: number | null }> }> } | null, three: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ one: indicator(slug: \"a\") { series { points { value } } } two: indicator(slug: \"b\") { series { points { value } } } }":
    { one: { series: Array<{ points: Array<{ value: number | null }> }> } | null, two: { series: Array<{ points: Array<{ value: number | null }> }> } | null };
  "{ organisation(slug: \"a\") { cooperatingCountries { edges { node { title } via { note } } } } }":
    { organisation: { cooperatingCountries: { edges: Array<{ node: { title: string }, via: Array<{ note: string | null }> }> } } | null };
  "{ organisation(slug: \"agency\") { title } }":
    { organisation: { title: string } | null };
  "{ organisation(slug: \"eurojust\") {\n      description citations { source { slug } }\n      providedResources(first: 100) { nodes { stages citations { source { slug } } } } } }":
    { organisation: { description: string | null, citations: Array<{ source: { slug: string } }>, providedResources: { nodes: Array<{ stages: Array<ProceedingStage>, citations: Array<{ source: { slug: string } }> }> } } | null };
  "{ organisation(slug: \"focus-group\") {\n      organisationType summary parent { slug } memberGroups { code members { country { code } } }\n      attendedEvents { nodes { slug } } citations { source { slug } } } }":
    { organisation: { organisationType: OrganisationType, summary: string | null, parent: { slug: string } | null, memberGroups: Array<{ code: string, members: Array<{ country: { code: string } }> }>, attendedEvents: { nodes: Array<{ slug: string }> }, citations: Array<{ source: { slug: string } }> } | null };
  "{ organisation(slug: \"global-alliance\") {\n      title organisationType summary topics { slug } citations { source { slug } } } }":
    { organisation: { title: string, organisationType: OrganisationType, summary: string | null, topics: Array<{ slug: string }>, citations: Array<{ source: { slug: string } }> } | null };
  "{ organisations { nodes { slug title acronym } } }":
    { organisations: { nodes: Array<{ slug: string, title: string, acronym: string | null }> } };
  "{ organisations(first: 10, filter: { providedResources: { exists: true } }) { nodes { title\n  providedResources(first: 3) { nodes { title\n    topics { title\n      observedTrends(first: 2) { nodes { title\n        countries { title } } } } } } } } }":
    { organisations: { nodes: Array<{ title: string, providedResources: { nodes: Array<{ title: string, topics: Array<{ title: string, observedTrends: { nodes: Array<{ title: string, countries: Array<{ title: string }> }> } }> }> } }> } };
  "{ organisations(first: 100, orderBy: [{ parentTitle: ASC }, { slug: ASC }]) { nodes { slug parent { title } } } }":
    { organisations: { nodes: Array<{ slug: string, parent: { title: string } | null }> } };
  "{ parent: topic(slug: \"migrant-smuggling\") { title broader { title narrower(first: 100) { nodes { title hasDraft } } } } }":
    { parent: { title: string, broader: { title: string, narrower: { nodes: Array<{ title: string, hasDraft: boolean | null }> } } | null } | null };
  "{ path: shortestPath(from: \"a\", to: \"b\") { length } entries { nodes { path } } }":
    { path: { length: number } | null, entries: { nodes: Array<
      | { path: string }
    > } };
  "{ question(slug: \"applications-of-one-citizenship\") { inputs { title choices { value title } } } }":
    { question: { inputs: Array<{ title: string, choices: Array<{ value: string, title: string }> }> } | null };
  "{ question(slug: \"asylum-applicants-compared\") {\n      inputs { name title isList form covers { from to } choices { value title group hasFigures } } } }":
    { question: { inputs: Array<{ name: string, title: string, isList: boolean, form: QuestionInputForm, covers: { from: string | null, to: string | null } | null, choices: Array<{ value: string, title: string, group: string | null, hasFigures: boolean | null }> }> } | null };
  "{ questions(first: 100) { nodes { slug explorer { path } } } }":
    { questions: { nodes: Array<{ slug: string, explorer: { path: string } | null }> } };
  "{ questions(first: 100) { nodes { slug view explorer { parameters } } } }":
    { questions: { nodes: Array<{ slug: string, view: AnswerView | null, explorer: { parameters: string | null } | null }> } };
  "{ resource(slug: \"budapest-2ap\") { title summary provider { title } } }":
    { resource: { title: string, summary: string | null, provider: { title: string } } | null };
  "{ resource(slug: \"r-7\") { title summary resourceType } }":
    { resource: { title: string, summary: string | null, resourceType: ResourceType } | null };
  "{ resources { nodes { slug title provider { slug title } topics { slug title } countries { slug title } } totalCount } }":
    { resources: { totalCount: number, nodes: Array<{ slug: string, title: string, provider: { slug: string, title: string }, topics: Array<{ slug: string, title: string }>, countries: Array<{ slug: string, title: string }> }> } };
  "{ resources { nodes { slug title url } } }":
    { resources: { nodes: Array<{ slug: string, title: string, url: string | null }> } };
  "{ resources { nodes { topics { slug title } } } }":
    { resources: { nodes: Array<{ topics: Array<{ slug: string, title: string }> }> } };
  "{ resources { nodes { topics { slug updatedAt observedTrends(first: 2) { nodes { slug } } } } } }":
    { resources: { nodes: Array<{ topics: Array<{ slug: string, updatedAt: string, observedTrends: { nodes: Array<{ slug: string }> } }> }> } };
  "{ resources { nodes { topics { slug } } } }":
    { resources: { nodes: Array<{ topics: Array<{ slug: string }> }> } };
  "{ resources(filter: { groups: { some: { slug: { eq: \"eu\" } } }, countries: { none: { code: { eq: \"GB\" } } }, resourceType: { eq: OPERATIONAL_TOOL } }) { nodes { slug } } }":
    { resources: { nodes: Array<{ slug: string }> } };
  "{ resources(filter: { provider: { title: { startsWith: \"E\" } } }) { totalCount facets { topics { value { title } count } } } }":
    { resources: { totalCount: number, facets: { topics: Array<{ count: number, value:
          | { title: string }
         }> } } };
  "{ resources(filter: { stages: { has: TRIAL } }) { totalCount } trends { totalCount } }":
    { resources: { totalCount: number }, trends: { totalCount: number } };
  "{ resources(filter: { stages: { hasAny: [EVIDENCE_GATHERING] }, resourceType: { eq: GUIDE },\n        topics: { some: { slug: { eq: \"electronic-evidence\" } } } }) { totalCount } }":
    { resources: { totalCount: number } };
  "{ resources(first: 0, filter: { languages: { exists: false },\n    topics: { some: { slug: { eq: \"electronic-evidence\" } } } }) { totalCount } }":
    { resources: { totalCount: number } };
  "{ resources(first: 1) { facets { topics { value { slug } count } } } }":
    { resources: { facets: { topics: Array<{ count: number, value:
          | { slug: string }
         }> } } };
  "{ resources(first: 1, filter: { resourceType: { eq: GUIDE } }) { totalCount } }":
    { resources: { totalCount: number } };
  "{ resources(first: 2, after: \"@\") { nodes { slug title } } }":
    { resources: { nodes: Array<{ slug: string, title: string }> } };
  "{ resources(first: 20) { nodes { slug title } } }":
    { resources: { nodes: Array<{ slug: string, title: string }> } };
  "{ resources(first: 20) { totalCount nodes { title } facets { topics { value { title } count } countries { value { title } count } } } }":
    { resources: { totalCount: number, nodes: Array<{ title: string }>, facets: { topics: Array<{ count: number, value:
          | { title: string }
         }>, countries: Array<{ count: number, value:
          | { title: string }
         }> } } };
  "{ resources(first: 20, filter: { provider: { title: { eq: \"End 7\" } } }) { nodes { slug title } } }":
    { resources: { nodes: Array<{ slug: string, title: string }> } };
  "{ resources(first: 20, filter: { title: { contains: \"r 99\" } }) { nodes { slug title } } }":
    { resources: { nodes: Array<{ slug: string, title: string }> } };
  "{ resources(first: 40) { nodes { slug } } }":
    { resources: { nodes: Array<{ slug: string }> } };
  "{ resources(first: 50) { nodes { citation } edges { node { title topics { title } } } } }":
    { resources: { nodes: Array<{ citation: string }>, edges: Array<{ node: { title: string, topics: Array<{ title: string }> } }> } };
  "{ resources(first: 50) { nodes { slug } } }":
    { resources: { nodes: Array<{ slug: string }> } };
  "{ revisedIndicators { indicator { slug } editions } }":
    { revisedIndicators: Array<{ editions: number, indicator: { slug: string } }> };
  "{ search(query: \"?!\") { totalCount nodes { id } } }":
    { search: { totalCount: number, nodes: Array<
      | { id: string }
    > } };
  "{ search(query: \"a\") { edges { highlights { field } } } }":
    { search: { edges: Array<{ highlights: Array<{ field: string }> }> } };
  "{ search(query: \"a\") { edges { node { __typename slug title } highlights { field } } } }":
    { search: { edges: Array<{ node:
        | { __typename: 'Case', slug: string, title: string }
        | { __typename: 'CountryGroup', slug: string, title: string }
        | { __typename: 'CountryUpdate', slug: string, title: string }
        | { __typename: 'Country', slug: string, title: string }
        | { __typename: 'Event', slug: string, title: string }
        | { __typename: 'Indicator', slug: string, title: string }
        | { __typename: 'Law', slug: string, title: string }
        | { __typename: 'Leaflet', slug: string, title: string }
        | { __typename: 'Organisation', slug: string, title: string }
        | { __typename: 'Question', slug: string, title: string }
        | { __typename: 'Resource', slug: string, title: string }
        | { __typename: 'Route', slug: string, title: string }
        | { __typename: 'Source', slug: string, title: string }
        | { __typename: 'Territory', slug: string, title: string }
        | { __typename: 'Topic', slug: string, title: string }
        | { __typename: 'Trend', slug: string, title: string }
      , highlights: Array<{ field: string }> }> } };
  "{ search(query: \"a\") { edges { node { __typename slug title } } } }":
    { search: { edges: Array<{ node:
        | { __typename: 'Case', slug: string, title: string }
        | { __typename: 'CountryGroup', slug: string, title: string }
        | { __typename: 'CountryUpdate', slug: string, title: string }
        | { __typename: 'Country', slug: string, title: string }
        | { __typename: 'Event', slug: string, title: string }
        | { __typename: 'Indicator', slug: string, title: string }
        | { __typename: 'Law', slug: string, title: string }
        | { __typename: 'Leaflet', slug: string, title: string }
        | { __typename: 'Organisation', slug: string, title: string }
        | { __typename: 'Question', slug: string, title: string }
        | { __typename: 'Resource', slug: string, title: string }
        | { __typename: 'Route', slug: string, title: string }
        | { __typename: 'Source', slug: string, title: string }
        | { __typename: 'Territory', slug: string, title: string }
        | { __typename: 'Topic', slug: string, title: string }
        | { __typename: 'Trend', slug: string, title: string }
       }> } };
  "{ search(query: \"a\") { facets { years(first: 101) { value } } } }":
    { search: { facets: { years: Array<{ value: number }> } } };
  "{ search(query: \"a\", countries: [\"atlantis\"]) { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"a\", first: 101) { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"a\", topics: [\"osint\", \"advertizing\"]) { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"crytpocurrency\") { didYouMean totalCount } }":
    { search: { didYouMean: string | null, totalCount: number } };
  "{ search(query: \"digital evidence\", first: 10) { edges { highlights { pieces { text } } } } }":
    { search: { edges: Array<{ highlights: Array<{ pieces: Array<{ text: string }> }> }> } };
  "{ search(query: \"eurojust\", countries: [\"IS\"]) { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"eurojust\", countries: [\"IS\"], years: [1931]) { totalCount facets { countries(first: 1) { value { slug } count } years(first: 1) { value count } } } }":
    { search: { totalCount: number, facets: { countries: Array<{ count: number, value:
          | { slug: string }
         }>, years: Array<{ value: number, count: number }> } } };
  "{ search(query: \"hawala\", after: \"nonsense\") { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"meeting\", first: 1) { pageInfo { endCursor } } }":
    { search: { pageInfo: { endCursor: string | null } } };
  "{ search(query: \"moonbeam\", first: 1) { nodes { slug } } }":
    { search: { nodes: Array<
      | { slug: string }
    > } };
  "{ search(query: \"okapilure okapitrap\") { didYouMean nodes { slug }\n      facets { topics(first: 5) { value { slug } } } } }":
    { search: { didYouMean: string | null, nodes: Array<
      | { slug: string }
    >, facets: { topics: Array<{ value:
          | { slug: string }
         }> } } };
  "{ search(query: \"payment evidence\", first: 20) { nodes { title } } }":
    { search: { nodes: Array<
      | { title: string }
    > } };
  "{ search(query: \"red\") { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"report\") { totalCount } }":
    { search: { totalCount: number } };
  "{ search(query: \"smuggling\") { nodes { slug updatedAt } } }":
    { search: { nodes: Array<
      | { slug: string, updatedAt: string }
    > } };
  "{ search(query: \"smuggling\", countries: [\"DE\"], first: 2) { totalCount pageInfo { endCursor hasNextPage } nodes { slug } } }":
    { search: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<
      | { slug: string }
    > } };
  "{ search(query: \"smuggling\", first: 0) { facets { countries(first: 2) { value { slug } count } years(first: 3) { value count } } } }":
    { search: { facets: { countries: Array<{ count: number, value:
          | { slug: string }
         }>, years: Array<{ value: number, count: number }> } } };
  "{ search(query: \"smuggling\", first: 20) { totalCount nodes { id title } } }":
    { search: { totalCount: number, nodes: Array<
      | { id: string, title: string }
    > } };
  "{ search(query: \"smuggling\", kinds: [TREND, LEAFLET], filter: { slug: { eq: \"ai-concern\" } }) { totalCount nodes { slug } } }":
    { search: { totalCount: number, nodes: Array<
      | { slug: string }
    > } };
  "{ search(query: \"trafic illicite de migrants\", first: 3) {\n      totalCount nodes { __typename title } edges { node { slug } why { field locale term likeness } highlights { field locale pieces { text isMatch } } }\n      facets { kinds { value count } topics(first: 2) { value { slug } count } } } }":
    { search: { totalCount: number, nodes: Array<
      | { __typename: 'Case', title: string }
      | { __typename: 'CountryGroup', title: string }
      | { __typename: 'CountryUpdate', title: string }
      | { __typename: 'Country', title: string }
      | { __typename: 'Event', title: string }
      | { __typename: 'Indicator', title: string }
      | { __typename: 'Law', title: string }
      | { __typename: 'Leaflet', title: string }
      | { __typename: 'Organisation', title: string }
      | { __typename: 'Question', title: string }
      | { __typename: 'Resource', title: string }
      | { __typename: 'Route', title: string }
      | { __typename: 'Source', title: string }
      | { __typename: 'Territory', title: string }
      | { __typename: 'Topic', title: string }
      | { __typename: 'Trend', title: string }
    >, edges: Array<{ node:
        | { slug: string }
      , why: Array<{ field: string, locale: Locale | null, term: string, likeness: Likeness }>, highlights: Array<{ field: string, locale: Locale | null, pieces: Array<{ text: string, isMatch: boolean }> }> }>, facets: { kinds: Array<{ value: EntryKind, count: number }>, topics: Array<{ count: number, value:
          | { slug: string }
         }> } } };
  "{ search(query: \"zebralures\") { totalCount } }":
    { search: { totalCount: number } };
  "{ source(slug: \"annex\") { status } }":
    { source: { status: Status } | null };
  "{ source(slug: \"copied\") { citation readIn { holder file commit sha256 } } }":
    { source: { citation: string, readIn: { holder: string, file: string | null, commit: string | null, sha256: string | null } | null } | null };
  "{ source(slug: \"saved\") { title revision } }":
    { source: { title: string, revision: number } | null };
  "{ source(slug: \"selves\") { citations { source { slug } } } }":
    { source: { citations: Array<{ source: { slug: string } }> } | null };
  "{ sources { nodes { slug citedBy { nodes { slug } } } } }":
    { sources: { nodes: Array<{ slug: string, citedBy: { nodes: Array<
          | { slug: string }
        > } }> } };
  "{ sources { nodes { slug } } }":
    { sources: { nodes: Array<{ slug: string }> } };
  "{ sources(filter: { publisherName: { eq: \"UNHCR\" } }) { nodes { publisher: publisherName } facets { publisher: publisherName { value } } } }":
    { sources: { nodes: Array<{ publisher: string }>, facets: { publisher: Array<{ value: string }> } } };
  "{ sources(filter: { title: { startsWith: \"Asylum applicants by type\" } }) { nodes { title publisher: publisherName url licence attribution } } }":
    { sources: { nodes: Array<{ title: string, url: string | null, licence: string | null, attribution: string | null, publisher: string }> } };
  "{ sources(first: 1) { nodes { title } } }":
    { sources: { nodes: Array<{ title: string }> } };
  "{ sources(first: 1) { totalCount } }":
    { sources: { totalCount: number } };
  "{ sources(first: 100) { nodes { citedBy(first: 3) { totalCount nodes { title } } } } }":
    { sources: { nodes: Array<{ citedBy: { totalCount: number, nodes: Array<
          | { title: string }
        > } }> } };
  "{ sources(first: 100) { nodes { title citedBy(first: 2) { nodes { title ... on Trend { summary topics { title } }\n    related(first: 1) { score } } } } } }":
    { sources: { nodes: Array<{ title: string, citedBy: { nodes: Array<
          | { title: string, related: Array<{ score: number }> }
          | { summary: string | null, title: string, topics: Array<{ title: string }>, related: Array<{ score: number }> }
        > } }> } };
  "{ sources(first: 3) { nodes { slug } } }":
    { sources: { nodes: Array<{ slug: string }> } };
  "{ sources(first: 5) { nodes { citedBy(first: 3) { nodes {\n      __typename id ... on Trend { direction } ... on Resource { resourceType } } } } } }":
    { sources: { nodes: Array<{ citedBy: { nodes: Array<
          | { __typename: 'Case', id: string }
          | { __typename: 'CountryGroup', id: string }
          | { __typename: 'CountryUpdate', id: string }
          | { __typename: 'Country', id: string }
          | { __typename: 'Event', id: string }
          | { __typename: 'Indicator', id: string }
          | { __typename: 'Law', id: string }
          | { __typename: 'Leaflet', id: string }
          | { __typename: 'Organisation', id: string }
          | { __typename: 'Question', id: string }
          | { __typename: 'Resource', resourceType: ResourceType, id: string }
          | { __typename: 'Route', id: string }
          | { __typename: 'Source', id: string }
          | { __typename: 'Territory', id: string }
          | { __typename: 'Topic', id: string }
          | { __typename: 'Trend', direction: Direction | null, id: string }
        > } }> } };
  "{ topic(slug: \"a\") { summary } }":
    { topic: { summary: string | null } | null };
  "{ topic(slug: \"a\") { title summary } }":
    { topic: { title: string, summary: string | null } | null };
  "{ topic(slug: \"adverts\") { scheme } topics { nodes { title } } other: topic(slug: \"smuggling\") { scheme } }":
    { topic: { scheme: TopicScheme } | null, topics: { nodes: Array<{ title: string }> }, other: { scheme: TopicScheme } | null };
  "{ topic(slug: \"boat\") { title definition translation { locale missing fellBackTo }\n      next: translation(locale: de) { missing fellBackTo } } }":
    { topic: { title: string, definition: string | null, translation: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null }, next: { missing: Array<string>, fellBackTo: Locale | null } } | null };
  "{ topic(slug: \"checked\") { slug } }":
    { topic: { slug: string } | null };
  "{ topic(slug: \"digital-smuggling\") { ...T en: translation(locale: en) { isOriginal } es: translation(locale: es) { locale missing fellBackTo } } }\n      fragment T on Topic { translation { locale isOriginal missing stale fellBackTo } }":
    { topic: { en: { isOriginal: boolean }, es: { locale: Locale, missing: Array<string>, fellBackTo: Locale | null }, translation: { locale: Locale, isOriginal: boolean, missing: Array<string>, stale: Array<string>, fellBackTo: Locale | null } } | null };
  "{ topic(slug: \"digital-smuggling\") { leaflets(filter: { presentedAt: { some: { slug: { eq: \"annual-meeting-2024\" } } } }) { nodes { title fr: title(locale: fr) } } } }":
    { topic: { leaflets: { nodes: Array<{ title: string, fr: string }> } } | null };
  "{ topic(slug: \"draft\") { title status } }":
    { topic: { title: string, status: Status } | null };
  "{ topic(slug: \"drafted\") { history { revision at } } }":
    { topic: { history: Array<{ revision: number, at: string }> } | null };
  "{ topic(slug: \"drafted\") { status revision publishedRevision hasDraft } }":
    { topic: { status: Status, revision: number, publishedRevision: number | null, hasDraft: boolean | null } | null };
  "{ topic(slug: \"dry\") { schedule { at } } }":
    { topic: { schedule: { at: string } | null } | null };
  "{ topic(slug: \"facilitation\") { id path updatedAt } }":
    { topic: { id: string, path: string, updatedAt: string } | null };
  "{ topic(slug: \"gone\") { scheme } country(by: { slug: \"it\" }) { code } left: country(by: { slug: \"it\" }) { slug status } }":
    { topic: { scheme: TopicScheme } | null, country: { code: string } | null, left: { slug: string, status: Status } | null };
  "{ topic(slug: \"later\") { title schedule { revision at } } }":
    { topic: { title: string, schedule: { revision: number, at: string } | null } | null };
  "{ topic(slug: \"later\") { title status revision schedule { at } } }":
    { topic: { title: string, status: Status, revision: number, schedule: { at: string } | null } | null };
  "{ topic(slug: \"life\") { title } }":
    { topic: { title: string } | null };
  "{ topic(slug: \"long\") { history(first: 100) { revision } } }":
    { topic: { history: Array<{ revision: number }> } | null };
  "{ topic(slug: \"long\", asOf: \"2001-09-09T01:46:41Z\") { revision } }":
    { topic: { revision: number } | null };
  "{ topic(slug: \"merge-a\") { record } }":
    { topic: { record: string | null } | null };
  "{ topic(slug: \"migrant-smuggling\") { slug leaflets(after: \"none\") { totalCount } } }":
    { topic: { slug: string, leaflets: { totalCount: number } } | null };
  "{ topic(slug: \"migrant-smuggling\") { slug } indicator(slug: \"eurostat-asylum-applicants\") { slug ranking(within: \"nowhere\") { rank } } }":
    { topic: { slug: string } | null, indicator: { slug: string, ranking: Array<{ rank: number }> } | null };
  "{ topic(slug: \"money-transfer\") { slug relevantResources(first: 1) { totalCount } } }":
    { topic: { slug: string, relevantResources: { totalCount: number } } | null };
  "{ topic(slug: \"named\") { id } }":
    { topic: { id: string } | null };
  "{ topic(slug: \"now-over\") { narrower { nodes { slug broader { slug } } } } }":
    { topic: { narrower: { nodes: Array<{ slug: string, broader: { slug: string } | null }> } } | null };
  "{ topic(slug: \"osint\") { related(first: 100) { entry { slug } } } }":
    { topic: { related: Array<{ entry:
        | { slug: string }
       }> } | null };
  "{ topic(slug: \"osint\") { relevantResources(first: 100) { nodes { topics { relevantResources(first: 100) { nodes { slug } } } } } } }":
    { topic: { relevantResources: { nodes: Array<{ topics: Array<{ relevantResources: { nodes: Array<{ slug: string }> } }> }> } } | null };
  "{ topic(slug: \"put-off\") { definition } }":
    { topic: { definition: string | null } | null };
  "{ topic(slug: \"recruitment\") { altLabels } }":
    { topic: { altLabels: Array<string> } | null };
  "{ topic(slug: \"recruitment\") { title } }":
    { topic: { title: string } | null };
  "{ topic(slug: \"shared\") { revision record } }":
    { topic: { revision: number, record: string | null } | null };
  "{ topic(slug: \"shared\") { title } }":
    { topic: { title: string } | null };
  "{ topic(slug: \"smuggling\") { title } topics { totalCount } }":
    { topic: { title: string } | null, topics: { totalCount: number } };
  "{ topic(slug: \"stale\") { translations { locale stale } }\n      topics(filter: { slug: { eq: \"stale\" } }) { nodes { translation(locale: fr) { stale } } } }":
    { topic: { translations: Array<{ locale: Locale, stale: Array<string> }> } | null, topics: { nodes: Array<{ translation: { stale: Array<string> } }> } };
  "{ topic(slug: \"summed\") { summary fr: summary(locale: fr) definition } }":
    { topic: { summary: string | null, definition: string | null, fr: string | null } | null };
  "{ topic(slug: \"there\") { history { revision slug action } } }":
    { topic: { history: Array<{ revision: number, slug: string, action: ChangeAction }> } | null };
  "{ topic(slug: \"told\") { history { revision author message action status at } } }":
    { topic: { history: Array<{ revision: number, author: string, message: string, action: ChangeAction, status: Status, at: string }> } | null };
  "{ topic(slug: \"wider\") { publishedAt } }":
    { topic: { publishedAt: string | null } | null };
  "{ topic(slug: \"wider\") { updatedAt } }":
    { topic: { updatedAt: string } | null };
  "{ topic(slug: \"withdrawn\") { id } }":
    { topic: { id: string } | null };
  "{ topic(slug: \"wrong\") { slug } }":
    { topic: { slug: string } | null };
  "{ topics { nodes { __typename slug title } } }":
    { topics: { nodes: Array<{ __typename: 'Topic', slug: string, title: string }> } };
  "{ topics { nodes { slug title } } reports: search(query: \"report\") { totalCount nodes { slug } }\n  country(by: { code: \"gr\" }) { slug } area(code: \"EL\") { area { slug } } sources { totalCount } }":
    { topics: { nodes: Array<{ slug: string, title: string }> }, reports: { totalCount: number, nodes: Array<
      | { slug: string }
    > }, country: { slug: string } | null, area: { area:
      | { slug: string }
     | null }, sources: { totalCount: number } };
  "{ topics { nodes { slug title } } sources { nodes { slug title } } }":
    { topics: { nodes: Array<{ slug: string, title: string }> }, sources: { nodes: Array<{ slug: string, title: string }> } };
  "{ topics { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "{ topics { nodes { title relevantResources(first: 3) { totalCount nodes { title provider { title } } } } } }":
    { topics: { nodes: Array<{ title: string, relevantResources: { totalCount: number, nodes: Array<{ title: string, provider: { title: string } }> } }> } };
  "{ topics { nodes { title } } }":
    { topics: { nodes: Array<{ title: string }> } };
  "{ topics { totalCount } }":
    { topics: { totalCount: number } };
  "{ topics(filter: { title: { contains: \"a\" } }, orderBy: [{ title: ASC }], first: 30) { nodes { title\n      translation { missing } relevantResources(orderBy: [{ title: ASC }], first: 3) { nodes { title } } } } }":
    { topics: { nodes: Array<{ title: string, translation: { missing: Array<string> }, relevantResources: { nodes: Array<{ title: string }> } }> } };
  "{ topics(filter: { title: { contains: \"mutation\" } }) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "{ topics(first: 0) { totalCount } }":
    { topics: { totalCount: number } };
  "{ topics(first: 1) { nodes { ...A } } }\n      fragment A on Topic { broader { broader { broader { broader { broader { broader { ...B } } } } } } }\n      fragment B on Topic { broader { broader { broader { broader { broader { broader { broader { slug } } } } } } } }":
    { topics: { nodes: Array<{ broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { broader: { slug: string } | null } | null } | null } | null } | null } | null } | null } | null } | null } | null } | null } | null } | null }> } };
  "{ topics(first: 1) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "{ topics(first: 1) { pageInfo { endCursor } } }":
    { topics: { pageInfo: { endCursor: string | null } } };
  "{ topics(first: 1) { totalCount } }":
    { topics: { totalCount: number } };
  "{ topics(first: 1, filter: { slug: { eq: \"wider\" } }) { nodes { id } } }":
    { topics: { nodes: Array<{ id: string }> } };
  "{ topics(first: 10) { nodes { relevantResources(first: 10) { totalCount nodes { slug } } } } }":
    { topics: { nodes: Array<{ relevantResources: { totalCount: number, nodes: Array<{ slug: string }> } }> } };
  "{ topics(first: 10) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "{ topics(first: 10) { nodes { title relevantResources(first: 5) { nodes { title provider { title } } } } } }":
    { topics: { nodes: Array<{ title: string, relevantResources: { nodes: Array<{ title: string, provider: { title: string } }> } }> } };
  "{ topics(first: 100) { nodes { history { revision author message } } } }":
    { topics: { nodes: Array<{ history: Array<{ revision: number, author: string, message: string }> }> } };
  "{ topics(first: 100) { nodes { narrower(first: 100) { nodes { slug } } } } }":
    { topics: { nodes: Array<{ narrower: { nodes: Array<{ slug: string }> } }> } };
  "{ topics(first: 100) { nodes { slug altLabels } } }":
    { topics: { nodes: Array<{ slug: string, altLabels: Array<string> }> } };
  "{ topics(first: 100) { nodes { title relevantResources(first: 100) { nodes { slug topics { title broader { title } } } }\n    observedTrends(first: 100) { nodes { title countries { title } } } } } }":
    { topics: { nodes: Array<{ title: string, relevantResources: { nodes: Array<{ slug: string, topics: Array<{ title: string, broader: { title: string } | null }> }> }, observedTrends: { nodes: Array<{ title: string, countries: Array<{ title: string }> }> } }> } };
  "{ topics(first: 100) { totalCount nodes { slug broader { slug } } } }":
    { topics: { totalCount: number, nodes: Array<{ slug: string, broader: { slug: string } | null }> } };
  "{ topics(first: 101) { totalCount } routes(first: 1) { pageInfo { hasPreviousPage } } }":
    { topics: { totalCount: number }, routes: { pageInfo: { hasPreviousPage: boolean } } };
  "{ topics(first: 2) { nodes { slug title } totalCount } }":
    { topics: { totalCount: number, nodes: Array<{ slug: string, title: string }> } };
  "{ topics(first: 20) { nodes { title relevantResources(first: 5) { totalCount nodes { title provider { title } } } } } }":
    { topics: { nodes: Array<{ title: string, relevantResources: { totalCount: number, nodes: Array<{ title: string, provider: { title: string } }> } }> } };
  "{ topics(first: 3) { nodes { slug title } } }":
    { topics: { nodes: Array<{ slug: string, title: string }> } };
  "{ topics(first: 3) { nodes { slug title } } } ":
    { topics: { nodes: Array<{ slug: string, title: string }> } };
  "{ topics(first: 3) { nodes { slug } } diff(kind: TOPIC, slug: \"human-trafficking\", from: 7, to: 8) { path } leaflet(slug: \"none\") { slug } }":
    { topics: { nodes: Array<{ slug: string }> }, diff: Array<{ path: Array<string> }>, leaflet: { slug: string } | null };
  "{ topics(first: 3) { totalCount nodes { slug } } }":
    { topics: { totalCount: number, nodes: Array<{ slug: string }> } };
  "{ topics(first: 4, orderBy: [{ title: ASC }]) { nodes { slug altLabels } } }":
    { topics: { nodes: Array<{ slug: string, altLabels: Array<string> }> } };
  "{ topics(first: 5) { nodes { slug } } }":
    { topics: { nodes: Array<{ slug: string }> } };
  "{ topics(first: 50) { nodes { slug title } } }":
    { topics: { nodes: Array<{ slug: string, title: string }> } };
  "{ topics(first: 50, orderBy: [{ slug: ASC }]) { nodes { slug broader { slug title } } } }":
    { topics: { nodes: Array<{ slug: string, broader: { slug: string, title: string } | null }> } };
  "{ topics(first: 50, orderBy: [{ slug: ASC }]) { totalCount nodes { slug title } } }":
    { topics: { totalCount: number, nodes: Array<{ slug: string, title: string }> } };
  "{ topics(first: 6) { nodes { slug altLabels } } }":
    { topics: { nodes: Array<{ slug: string, altLabels: Array<string> }> } };
  "{ topics(first: 90) { nodes { narrower(first: 90) { nodes { slug } } } } }":
    { topics: { nodes: Array<{ narrower: { nodes: Array<{ slug: string }> } }> } };
  "{ trend(slug: \"a\") { claims { statement } } }":
    { trend: { claims: Array<{ statement: string }> } | null };
  "{ trend(slug: \"a\") { related { entry { __typename slug title } reasons { shared { title } link { field } } } } }":
    { trend: { related: Array<{ entry:
        | { __typename: 'Case', slug: string, title: string }
        | { __typename: 'CountryGroup', slug: string, title: string }
        | { __typename: 'CountryUpdate', slug: string, title: string }
        | { __typename: 'Country', slug: string, title: string }
        | { __typename: 'Event', slug: string, title: string }
        | { __typename: 'Indicator', slug: string, title: string }
        | { __typename: 'Law', slug: string, title: string }
        | { __typename: 'Leaflet', slug: string, title: string }
        | { __typename: 'Organisation', slug: string, title: string }
        | { __typename: 'Question', slug: string, title: string }
        | { __typename: 'Resource', slug: string, title: string }
        | { __typename: 'Route', slug: string, title: string }
        | { __typename: 'Source', slug: string, title: string }
        | { __typename: 'Territory', slug: string, title: string }
        | { __typename: 'Topic', slug: string, title: string }
        | { __typename: 'Trend', slug: string, title: string }
      , reasons: Array<{ shared:
          | { title: string }
         | null, link: { field: string } }> }> } | null };
  "{ trend(slug: \"adverts-rise\") { claims { now } } }":
    { trend: { claims: Array<{ now: number | null }> } | null };
  "{ trend(slug: \"cases-record\") {\n      claims { value now status breakdown { dimension code } } } }":
    { trend: { claims: Array<{ value: number, now: number | null, status: ClaimStatus, breakdown: Array<{ dimension: string, code: string }> }> } | null };
  "{ trend(slug: \"crypto-payments\") { related(first: 5) { entry { __typename slug } score reasons { shared { slug } link { field } otherLink { field } } } } }":
    { trend: { related: Array<{ score: number, entry:
        | { __typename: 'Case', slug: string }
        | { __typename: 'CountryGroup', slug: string }
        | { __typename: 'CountryUpdate', slug: string }
        | { __typename: 'Country', slug: string }
        | { __typename: 'Event', slug: string }
        | { __typename: 'Indicator', slug: string }
        | { __typename: 'Law', slug: string }
        | { __typename: 'Leaflet', slug: string }
        | { __typename: 'Organisation', slug: string }
        | { __typename: 'Question', slug: string }
        | { __typename: 'Resource', slug: string }
        | { __typename: 'Route', slug: string }
        | { __typename: 'Source', slug: string }
        | { __typename: 'Territory', slug: string }
        | { __typename: 'Topic', slug: string }
        | { __typename: 'Trend', slug: string }
      , reasons: Array<{ shared:
          | { slug: string }
         | null, link: { field: string }, otherLink: { field: string } }> }> } | null };
  "{ trend(slug: \"okapi-left\") { related(first: 3) { entry { slug title } } } }":
    { trend: { related: Array<{ entry:
        | { slug: string, title: string }
       }> } | null };
  "{ trend(slug: \"patched\") { record } }":
    { trend: { record: string | null } | null };
  "{ trend(slug: \"quotes-hidden\") { claims { status now observation { value } series { unit } } } }":
    { trend: { claims: Array<{ status: ClaimStatus, now: number | null, observation: { value: number | null } | null, series: { unit: string } | null }> } | null };
  "{ trend(slug: \"rise\") { claims { value status now } } }":
    { trend: { claims: Array<{ value: number, status: ClaimStatus, now: number | null }> } | null };
  "{ trends { facets { direction { value count } } nodes { title } } }":
    { trends: { facets: { direction: Array<{ value: string, count: number }> }, nodes: Array<{ title: string }> } };
  "{ trends { nodes { claims { status now } } } }":
    { trends: { nodes: Array<{ claims: Array<{ status: ClaimStatus, now: number | null }> }> } };
  "{ trends { nodes { slug title direction digital { service use } period { from } } } }":
    { trends: { nodes: Array<{ slug: string, title: string, direction: Direction | null, digital: Array<{ service: DigitalService, use: DigitalUse | null }>, period: { from: string | null } | null }> } };
  "{ trends { nodes { title direction } } }":
    { trends: { nodes: Array<{ title: string, direction: Direction | null }> } };
  "{ trends { nodes { title topics { title } citations { source { title url } locator } } } }":
    { trends: { nodes: Array<{ title: string, topics: Array<{ title: string }>, citations: Array<{ locator: string | null, source: { title: string, url: string | null } }> }> } };
  "{ trends { totalCount } }":
    { trends: { totalCount: number } };
  "{ trends(first: 1) { nodes { slug direction topics { slug } } } }":
    { trends: { nodes: Array<{ slug: string, direction: Direction | null, topics: Array<{ slug: string }> }> } };
  "{ trends(first: 1) { totalCount nodes { slug summary topics { slug title } } } }":
    { trends: { totalCount: number, nodes: Array<{ slug: string, summary: string | null, topics: Array<{ slug: string, title: string }> }> } };
  "{ trends(first: 2) { facets { direction { value count } } nodes { title topics { title } } } }":
    { trends: { facets: { direction: Array<{ value: string, count: number }> }, nodes: Array<{ title: string, topics: Array<{ title: string }> }> } };
  "{ trends(first: 30) { nodes { related(first: 10) { entry { slug title } } } } }":
    { trends: { nodes: Array<{ related: Array<{ entry:
          | { slug: string, title: string }
         }> }> } };
  "{ viewer { name role } topic(slug: \"boat-supply\") { title revision } scheduled: topic(slug: \"engine-supply\") { schedule { at } } country(by: { code: \"IT\" }) { record first: record(revision: 1) } event(slug: \"meeting\") { record } law(slug: \"it-act\") { entryKind history { action } } }":
    { viewer: { name: string | null, role: Role }, topic: { title: string, revision: number } | null, scheduled: { schedule: { at: string } | null } | null, country: { record: string | null, first: string | null } | null, event: { record: string | null } | null, law: { entryKind: EntryKind, history: Array<{ action: ChangeAction }> } | null };
  "{ viewer { name role } }":
    { viewer: { name: string | null, role: Role } };
  "{ viewer { role } }":
    { viewer: { role: Role } };
  "{countries(first:100){nodes{related(first:100){score reasons{link{field citations{locator note}} otherLink{field\n        citations{locator note}}}}}}}":
    { countries: { nodes: Array<{ related: Array<{ score: number, reasons: Array<{ link: { field: string, citations: Array<{ locator: string | null, note: string | null }> }, otherLink: { field: string, citations: Array<{ locator: string | null, note: string | null }> } }> }> }> } };
  "{countries(first:100){nodes{related(first:100){score reasons{link{field citations{locator note}} otherLink{field\n      citations{locator note}}}}}}}":
    { countries: { nodes: Array<{ related: Array<{ score: number, reasons: Array<{ link: { field: string, citations: Array<{ locator: string | null, note: string | null }> }, otherLink: { field: string, citations: Array<{ locator: string | null, note: string | null }> } }> }> }> } };
}
