const TEXT = ['string', 'number'];
const texts = (description: string) => ({ description, type: [...TEXT, 'array'], items: { type: TEXT } });
const text = (description: string) => ({ description, type: TEXT });
const textMap = (description: string) => ({ description, type: 'object', additionalProperties: { type: TEXT } });
const closed = (properties: object, more: object = {}) => ({ additionalProperties: false, properties, ...more });

/** Problems of an import that can be accepted by stating their number. */
export const ACCEPTED_CODES = [
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
  description: 'Which column of the table is what, where its layout is not known.',
  type: 'object',
  required: ['area'],
  ...closed({
    publisher: text('Whose spellings of areas to read.'),
    sheet: text('The sheet of a workbook, or the member of an archive.'),
    header: { description: 'The number of the row with the headings, from 1.', type: 'integer', minimum: 1 },
    area: {
      description: 'The heading of the area, "columns" where headings are areas, or what is fixed.',
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
      description: 'The headings that make up the period, "columns" where headings are periods, or what is fixed.',
      type: [...TEXT, 'array', 'object'],
      items: { type: TEXT },
      ...closed({
        fixed: text('The period of every row.'),
        columns: texts('The headings that make up the period.'),
        dates: { description: 'How days of three numbers are written.', enum: ['day-first', 'month-first'] },
      }),
    },
    value: texts('The headings of the figures, or "columns" where headings are areas or periods.'),
    dimensions: {
      description: 'The heading of each dimension, by its name; or their names, where headings are the same.',
      type: [...TEXT, 'array', 'object'],
      items: { type: TEXT },
      additionalProperties: { type: TEXT },
    },
    add: texts('Dimensions whose codes make up a whole and are added.'),
    addRepeated: { description: 'Whether figures of the same area, period and codes are added.', type: 'boolean' },
    empty: text('What an empty cell means in a column with codes.'),
    flags: text('The heading of the flags.'),
    note: text('The heading of the notes.'),
    numbers: {
      description: 'How numbers are written.',
      type: 'object',
      ...closed({
        decimal: { description: 'The mark before decimals.', enum: ['.', ','] },
        thousands: { description: 'What stands between thousands.', enum: ['', ',', '.', "'", ' '] },
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
  description: "How the next edition of an indicator's figures is fetched from its publisher and read.",
  type: 'object',
  required: ['publisher', 'url', 'licence'],
  ...closed({
    publisher: text('Whose file it is, as in Eurostat, UNHCR or World Bank.'),
    url: { description: "The publisher's address of the file.", type: 'string' },
    query: textMap('What is asked for at that address, by name.'),
    source: text('The slug of the source; the first that the indicator cites unless given.'),
    sheet: text('The sheet of a workbook, or the member of an archive.'),
    mapping: MAPPING_SCHEMA,
    dimensions: textMap('Codes by dimension: only rows with them are read.'),
    add: { description: 'Dimensions whose codes are added up.', type: 'array', items: { type: TEXT } },
    groups: textMap('Groups by the code of the publisher, where it has meant several, as in EUU: EU28.'),
    addCodes: {
      description: 'Whether the indicator gets the codes of the file that its dimensions do not have.',
      type: 'boolean',
    },
    accept: {
      description:
        'The exact number of figures with each problem. Unreadable figures are left out; with GROUP_SUM, group totals that differ from the sum of their members are imported as published.',
      type: 'object',
      ...closed(Object.fromEntries(ACCEPTED_CODES.map((code) => [code, { type: 'integer', minimum: 0 }]))),
    },
    skipAreas: { description: 'Whether areas that the knowledge base does not know are left out.', enum: ['unknown'] },
    uncovered: {
      description: 'What becomes of figures for periods that the file does not cover; refused unless given.',
      enum: ['keep', 'drop'],
    },
    digest: {
      description: 'The SHA-256 of the file that the newest edition was read from, written by refresh.',
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
    },
    licence: text('Terms under which the figures may be reused.'),
  }),
};
