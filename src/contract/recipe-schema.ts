const TEXT = ['string', 'number'];
const texts = (description: string) => ({ description, type: [...TEXT, 'array'], items: { type: TEXT } });
const text = (description: string) => ({ description, type: TEXT });
const textMap = (description: string) => ({ description, type: 'object', additionalProperties: { type: TEXT } });
const closed = (properties: object, more: object = {}) => ({ additionalProperties: false, properties, ...more });

/** Codes of import problems that a recipe can accept by stating their number. */
export const ACCEPTABLE_PROBLEM_CODES = [
  'ROW_SHAPE',
  'AREA_EMPTY',
  'PERIOD_INVALID',
  'VALUE_INVALID',
  'CODE_EMPTY',
  'CODE_UNKNOWN',
  'ROW_TWICE',
  'IMPLAUSIBLE',
  'GROUP_SUM',
];

/** JSON Schema of a mapping file, which describes the columns of a table. */
export const MAPPING_SCHEMA = {
  description: 'Maps the columns of a table whose layout is unknown.',
  type: 'object',
  required: ['area'],
  ...closed({
    publisher: text('The publisher that defines the names of areas.'),
    sheet: text('The sheet of a workbook, or the member of an archive.'),
    header: { description: 'The row number of the headings, starting at 1.', type: 'integer', minimum: 1 },
    area: {
      description: 'The heading of the area column; "columns" if headings are areas; or a fixed area.',
      type: [...TEXT, 'array', 'object'],
      items: { type: TEXT },
      ...closed(
        {
          fixed: text('The area of every row.'),
          columns: {
            description: 'The areas of columns, by heading.',
            type: ['object', 'array'],
            items: { type: TEXT },
            additionalProperties: { type: TEXT },
          },
        },
        { minProperties: 1, maxProperties: 1 },
      ),
    },
    period: {
      description: 'The headings of the period columns; "columns" if headings are periods; or a fixed period.',
      type: [...TEXT, 'array', 'object'],
      items: { type: TEXT },
      ...closed({
        fixed: text('The period of every row.'),
        columns: texts('The headings of the period columns.'),
        dates: { description: 'Order of day, month and year in dates.', enum: ['day-first', 'month-first'] },
      }),
    },
    value: texts('The headings of the figures, or "columns" if headings are areas or periods.'),
    dimensions: {
      description: 'The heading of each dimension, by its name; or the names alone if they equal the headings.',
      type: [...TEXT, 'array', 'object'],
      items: { type: TEXT },
      additionalProperties: { type: TEXT },
    },
    add: texts('Dimensions whose codes are added up.'),
    addRepeated: { description: 'Whether to add up figures of the same area, period and codes.', type: 'boolean' },
    empty: text('Meaning of an empty cell in a column of codes.'),
    flags: text('The heading of the flags.'),
    note: text('The heading of the notes.'),
    numbers: {
      description: 'Notation of numbers.',
      type: 'object',
      ...closed({
        decimal: { description: 'Decimal separator.', enum: ['.', ','] },
        thousands: { description: 'Thousands separator.', enum: ['', ',', '.', "'", ' '] },
      }),
    },
    missing: texts('Texts of cells that mean that there is no figure.'),
    suppressed: texts('Texts of cells that mean that the figure is withheld.'),
  }),
};

/** JSON Schema (draft 7) of a recipe, for editors and `validate`. */
export const RECIPE_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Recipe',
  description: "Recipe to download and read the next edition of an indicator's figures.",
  type: 'object',
  required: ['publisher', 'url', 'licence'],
  ...closed({
    publisher: text('The publisher of the file, such as Eurostat, UNHCR or World Bank.'),
    url: { description: "The publisher's address of the file.", type: 'string' },
    query: textMap('Query parameters of that address, by name.'),
    source: text('The slug of the source. Default: the first source that the indicator cites.'),
    sheet: text('The sheet of a workbook, or the member of an archive.'),
    mapping: MAPPING_SCHEMA,
    dimensions: textMap('Codes by dimension. Only rows with these codes are read.'),
    add: { description: 'Dimensions whose codes are added up.', type: 'array', items: { type: TEXT } },
    groups: textMap('Groups by publisher code, if the code has had several meanings, as in EUU: EU28.'),
    addCodes: {
      description: 'Whether to add codes of the file that are missing in the dimensions of the indicator.',
      type: 'boolean',
    },
    accept: {
      description:
        'The exact number of figures with each problem. Unreadable figures are omitted; with GROUP_SUM, group totals that differ from the sum of their members are imported as published.',
      type: 'object',
      ...closed(Object.fromEntries(ACCEPTABLE_PROBLEM_CODES.map((code) => [code, { type: 'integer', minimum: 0 }]))),
    },
    skipAreas: { description: 'Whether to skip areas that are not in the knowledge base.', enum: ['unknown'] },
    uncovered: {
      description:
        'Whether to keep or drop figures for periods that the file does not cover. Required if there are any.',
      enum: ['keep', 'drop'],
    },
    digest: {
      description: 'SHA-256 of the file of the newest edition, written by refresh.',
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
    },
    licence: text('Terms under which the figures may be reused.'),
  }),
};
