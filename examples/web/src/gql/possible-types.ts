
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Area": [
      "CountryGroup",
      "CountryProfile",
      "Route",
      "Territory"
    ],
    "ComparisonResult": [
      "Comparison",
      "IncompatibleSeries"
    ],
    "Entry": [
      "Case",
      "CountryGroup",
      "CountryProfile",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Leaflet",
      "LegalProvision",
      "Organisation",
      "Question",
      "Resource",
      "Route",
      "Source",
      "Territory",
      "Topic",
      "Trend"
    ],
    "EntryPayload": [
      "CasePayload",
      "CountryGroupPayload",
      "CountryProfilePayload",
      "CountryUpdatePayload",
      "EventPayload",
      "IndicatorPayload",
      "LeafletPayload",
      "LegalProvisionPayload",
      "OrganisationPayload",
      "QuestionPayload",
      "ResourcePayload",
      "RoutePayload",
      "SourcePayload",
      "TerritoryPayload",
      "TopicPayload",
      "TrendPayload"
    ],
    "Node": [
      "Case",
      "CountryGroup",
      "CountryProfile",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Leaflet",
      "LegalProvision",
      "Organisation",
      "Question",
      "Resource",
      "Route",
      "Source",
      "Territory",
      "Topic",
      "Trend"
    ],
    "Obstacle": [
      "Conflict",
      "InUse"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Area": [
      "CountryGroup",
      "CountryProfile",
      "Route",
      "Territory"
    ],
    "ComparisonResult": [
      "Comparison",
      "IncompatibleSeries"
    ],
    "Entry": [
      "Case",
      "CountryGroup",
      "CountryProfile",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Leaflet",
      "LegalProvision",
      "Organisation",
      "Question",
      "Resource",
      "Route",
      "Source",
      "Territory",
      "Topic",
      "Trend"
    ],
    "EntryPayload": [
      "CasePayload",
      "CountryGroupPayload",
      "CountryProfilePayload",
      "CountryUpdatePayload",
      "EventPayload",
      "IndicatorPayload",
      "LeafletPayload",
      "LegalProvisionPayload",
      "OrganisationPayload",
      "QuestionPayload",
      "ResourcePayload",
      "RoutePayload",
      "SourcePayload",
      "TerritoryPayload",
      "TopicPayload",
      "TrendPayload"
    ],
    "Node": [
      "Case",
      "CountryGroup",
      "CountryProfile",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Leaflet",
      "LegalProvision",
      "Organisation",
      "Question",
      "Resource",
      "Route",
      "Source",
      "Territory",
      "Topic",
      "Trend"
    ],
    "Obstacle": [
      "Conflict",
      "InUse"
    ]
  }
};
      export default result;
    