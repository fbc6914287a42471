
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Area": [
      "Country",
      "CountryGroup",
      "Route",
      "Territory"
    ],
    "ComparisonResult": [
      "Comparison",
      "IncompatibleSeries"
    ],
    "Entry": [
      "Case",
      "Country",
      "CountryGroup",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Law",
      "Leaflet",
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
      "CountryPayload",
      "CountryUpdatePayload",
      "EventPayload",
      "IndicatorPayload",
      "LawPayload",
      "LeafletPayload",
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
      "Country",
      "CountryGroup",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Law",
      "Leaflet",
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
      "Country",
      "CountryGroup",
      "Route",
      "Territory"
    ],
    "ComparisonResult": [
      "Comparison",
      "IncompatibleSeries"
    ],
    "Entry": [
      "Case",
      "Country",
      "CountryGroup",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Law",
      "Leaflet",
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
      "CountryPayload",
      "CountryUpdatePayload",
      "EventPayload",
      "IndicatorPayload",
      "LawPayload",
      "LeafletPayload",
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
      "Country",
      "CountryGroup",
      "CountryUpdate",
      "Event",
      "Indicator",
      "Law",
      "Leaflet",
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
    