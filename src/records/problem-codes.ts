/**
 * The codes of problems in content, with what each means. They never change once published: files, mutations and
 * imports share them, and each has a folder of its own in test/fixtures/invalid.
 */
export const PROBLEM_CODES = {
  FOLDER_UNKNOWN: 'A folder of the content tree is not that of a kind.',
  FILE_UNKNOWN: 'A file is none of those that make up a record.',
  FILE_NAME_UNSAFE: 'The name of a file has characters that names of files must not have.',
  FILE_OUTSIDE: 'A link leads to a file outside the content folder.',
  FILE_IRREGULAR: 'What stands in place of a file is a device, a pipe or a socket.',
  FILE_TOO_LARGE: 'A file is larger than is allowed.',
  FILE_UNREADABLE: 'A file could not be read.',
  ENCODING_NOT_UTF8: 'A file is not plain text in UTF-8.',
  MERGE_LEFT: 'A file holds the marks that a merge of two versions left.',
  NUL_BYTE: 'A file holds a NUL byte, which no text has.',

  YAML_SYNTAX: 'A file is not well-formed YAML.',
  YAML_KEY_TWICE: 'A key stands twice in one YAML map.',
  YAML_COMMENT: 'A part of a text is read as a comment.',
  YAML_ALIAS: 'YAML anchors and aliases are not allowed.',
  YAML_TAG: 'YAML tags are not allowed.',
  YAML_TOO_DEEP: 'YAML is nested deeper than any record.',
  YAML_NO_RECORD: 'A YAML file does not hold exactly one map of fields.',
  BODY_IN_RECORD: 'A text that belongs into a Markdown file of its own stands in the YAML file.',
  BODY_WITH_FIELDS: 'A Markdown file begins with fields, which belong into the YAML file.',
  BODY_WITHOUT_RECORD: 'A Markdown file has no record beside it.',
  BODY_WITHOUT_FIELD: 'A Markdown file stands beside a record whose kind has no body.',
  DRAFT_WITHOUT_RECORD: 'The file of a newer draft has no published record beside it.',
  DRAFT_TWICE: 'A record that is a draft itself has the file of a newer draft beside it.',
  FIGURES_WITHOUT_RECORD: 'A CSV file has no record beside it.',
  FIGURES_WITHOUT_FIELD: 'A CSV file stands beside a record whose kind has no figures.',
  RECIPE_WITHOUT_RECORD: 'A recipe has no record beside it.',
  RECIPE_WITHOUT_FIELD: 'A recipe stands beside a record whose kind has no figures.',

  SLUG_INVALID: 'A slug is not made of lower-case letters, digits and single hyphens.',
  SLUG_RESERVED: 'No entry of the kind can have this slug: its page would be that of something else.',
  FIELD_UNKNOWN: 'A record has a field that its kind does not have.',
  FIELD_COMPUTED: 'A record gives a field that is worked out and not written.',
  FIELD_MISSING: 'A record lacks a field that every record of its kind has.',
  LINK_MISSING: 'A record lacks a link that every record of its kind has.',
  VALUE_WRONG_TYPE: 'A value is of another type than its field.',
  NUMBER_INVALID: 'A number is not written as numbers are.',
  ENUM_UNKNOWN: 'A value is not in the closed list of its field.',
  DATE_INVALID: 'A date is not a year, a month or a day.',
  PERIOD_INVALID: 'A period is not a year, a quarter or a month, or not of the frequency of its figures.',
  URL_INVALID: 'A web address cannot be read.',
  URL_SCHEME: 'A web address starts with something other than http or https.',
  LANGUAGE_INVALID: 'The code of a language is not one.',
  LOCALE_UNKNOWN: 'A text is given in a language in which this knowledge base is not written.',
  LOCALE_MISSING: 'A required text is missing in the original language of the record.',
  TRANSLATION_MISSING: 'A translation is listed as reviewed in a language in which the record has no text.',
  CODE_INVALID: 'The code of an area is not made of capitals, digits and underscores.',
  TEXT_EMPTY: 'A text has no words.',
  TEXT_TOO_LONG: 'A text is longer than its field may be.',
  TEXT_CHARACTER: 'A text holds a control character or half a character.',
  TEXT_QUOTES: 'A value stands in curly quotes as a whole.',
  MARKDOWN_HTML: 'Markdown holds HTML.',
  MARKDOWN_EXTENSION: 'Markdown holds what CommonMark does not have: a table, a footnote or a text that is struck out.',
  MARKDOWN_IMAGE: 'Markdown shows an image.',
  MARKDOWN_LINK: 'A link in Markdown is not a web or mail address.',
  LIST_TOO_LONG: 'A list has more items than is allowed.',
  ITEM_TWICE: 'An item stands twice in a list.',

  LINK_UNKNOWN: 'A link points to an entry that is not there.',
  LINK_WRONG_KIND: 'A link points to an entry of another kind than the field takes.',
  LINK_DRAFT: 'A published record needs an entry that is a draft.',
  LINK_CYCLE: 'Links of one kind come back to where they started.',
  SPAN_REVERSED: 'Something ends before it begins.',
  CODE_TAKEN: 'A code belongs to another entry already.',
  KEY_MISMATCH: 'A code and the slug that follows from it do not agree.',
  CLAIM_DIFFERS: 'A claim quotes another value than the figures hold.',
  CLAIM_UNVERIFIABLE: 'A claim quotes a figure that is not there.',
  DOCUMENT_INVALID: 'A saved query is not GraphQL, or its variables are not JSON.',

  CSV_SYNTAX: 'A CSV file is not well-formed.',
  CSV_COLUMN_MISSING: 'A CSV file lacks a column.',
  CSV_COLUMN_UNKNOWN: 'A CSV file has a column that it should not have.',
  CSV_CELLS: 'A row of a CSV file has more or fewer cells than there are columns.',
  AREA_UNKNOWN: 'No country, group or route has this code.',
  FLAG_UNKNOWN: 'A flag of an observation is not known.',
  STATE_UNKNOWN: 'The state of an observation is not known.',
  STATE_MISMATCH: 'An observation has a value but is not reported, or is reported but has no value.',
  DIMENSION_CODE_UNKNOWN: 'A cell has a code that its dimension does not have.',
  FIGURE_WITHOUT_SOURCE: 'A reported figure does not say where it was read.',
  EDITION_UNDATED:
    'No source of the figures tells a date, so that their edition would have the day on which it is brought.',
  OBSERVATION_TWICE: 'There are two observations for one area, period and breakdown.',

  RULE_FAILED: 'A rule could not be run. That is a fault of the software, not of the content.',
} as const;

/**
 * The codes of what is wrong beside what the database holds, which files alone do not tell.
 *
 * @public
 */
export const EDIT_CODES = {
  ENTRY_UNKNOWN: 'There is no entry with this slug.',
  ENTRY_RETIRED: 'The entry was withdrawn.',
  ENTRY_RENAMED: 'The entry has another slug now.',
  SLUG_TAKEN: 'The slug is, or was, that of another entry.',
  REVISION_UNKNOWN: 'The entry has no such revision.',
  TIME_PAST: 'A time that should be ahead is past.',
  NOTHING_SCHEDULED: 'The entry is not to be published at a certain time.',
} as const;

/** A code of one of the tables above. */
export type ProblemCode = keyof typeof PROBLEM_CODES | keyof typeof EDIT_CODES;
