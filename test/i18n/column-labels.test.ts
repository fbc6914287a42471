import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import { describeInputs } from '../../src/saved-queries/describe-inputs.js';
import { nameColumns } from '../../src/tables/name-columns.js';
import { columnLabelParts, inputLabelParts } from '../../src/i18n/column-labels.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { planTablesOf } from '../tables/plan-tables.js';

const FOLDER = 'seed/questions';
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const documents = readdirSync(FOLDER).map((file) => {
  const { document } = parseYaml(readFileSync(`${FOLDER}/${file}`, 'utf8')) as { document: string };
  return { file, document };
});
// English has generated names for untranslated columns. Other languages mark these as English.
const OTHERS = LOCALES.filter((locale) => locale !== 'en');

/** Fields of connections, whose items become rows, not columns. */
const AROUND_ROWS = ['cursor', 'edges', 'facets', 'node', 'nodes', 'pageInfo', 'totalCount'];

/** Roles of figure columns that are not fields of the schema. */
const FIGURE_ROLES = [
  'list',
  'area_code',
  'source_licence',
  'source_publisher',
  'source_reference',
  'source_url',
  'vintage_at',
  'vintage_date',
  'vintage_number',
];

interface Indicator {
  dimensions?: { name: string }[];
}

/** Returns all fields below the root of a table's query. */
function fieldsOf(type: GraphQLNamedType, seen = new Set<string>()): string[] {
  if (seen.has(type.name) || type.name === 'PageInfo') return [];
  seen.add(type.name);
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return [
    ...(type === schema.getQueryType() ? [] : fields.map(({ name }) => name)),
    ...[...possible, ...fields.map((field) => getNamedType(field.type))].flatMap((each) => fieldsOf(each, seen)),
  ];
}

test.each(OTHERS)('each possible column of a response has a label in %s', (locale) => {
  const fields = fieldsOf(schema.getQueryType()!).filter((name) => !AROUND_ROWS.includes(name));
  expect(fields.length).toBeGreaterThan(400);
  const messages = messagesFor([locale]);
  const unnamedRows = fields.filter((name) =>
    columnLabelParts(messages, { name, role: null }).some(({ lang }) => lang !== null),
  );
  expect([...new Set(unnamedRows)]).toEqual([]);
});

test('every column label in the messages belongs to a column or input that exists', () => {
  const types = Object.values(schema.getTypeMap());
  const fields = types
    .filter((type) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    .flatMap((type) => Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()));
  const inputs = fields.flatMap((field) => ('args' in field ? field.args : []));
  const knownColumns = new Set([
    // A column for one item of a list has the singular name of the list.
    ...[...fields, ...inputs].flatMap(({ name }) => [name, name.replace(/s$/, '')]),
    ...documents.flatMap(({ document }) => document.match(/\w+/g) ?? []),
    ...readdirSync('seed/indicators')
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => (parseYaml(readFileSync(`seed/indicators/${file}`, 'utf8')) as Indicator).dimensions ?? [])
      .map(({ name }) => name),
  ]);
  const { columns, fields: headings, form } = messagesFor(['en']);
  const names = [...Object.keys(columns), ...Object.keys(headings), ...Object.keys(form.inputs)];
  expect(names.length).toBeGreaterThan(300);
  // The key of a heading ends with the name of its field. A figure column has the name of its role.
  const unknown = names.filter((name) => !knownColumns.has(name.split('.').at(-1)!) && !FIGURE_ROLES.includes(name));
  expect(unknown).toEqual([]);
});

test.each(OTHERS)('each column of each table of a saved question, and each input, has a label in %s', (locale) => {
  const messages = messagesFor([locale]);
  const unnamedRows = documents.flatMap(({ file, document }) => {
    const { plans } = planTablesOf(schema, document);
    const columns = plans.flatMap(({ levels }) => nameColumns(levels, []));
    const rows = plans.map(({ levels }) => ({ name: levels.at(-1)!.name, role: null }));
    const ofRows = rows.map((row) => [row.name, columnLabelParts(messages, row)] as const);
    const ofColumns = columns.map(({ column }) => [column.name, columnLabelParts(messages, column)] as const);
    // Inputs with equal labels are distinguished by variable name.
    const ofInputs = describeInputs(schema, parse(document), messages)
      .filter(({ form }) => form !== 'CURSOR')
      .map((input) => [input.name, inputLabelParts(messages, input).slice(0, 1)] as const);
    const found = [...ofColumns, ...ofRows, ...ofInputs].filter(([, parts]) => parts.some(({ lang }) => lang !== null));
    return [...new Set(found.map(([name]) => name))].map((name) => `${file} ${name}`);
  });
  expect(documents.length).toBeGreaterThan(40);
  expect(unnamedRows).toEqual([]);
});
