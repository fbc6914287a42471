import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLSchema, parse as parseQuery, validate } from 'graphql';
import { parse } from 'yaml';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { isEntryType } from '../../src/tables/row-key-fields.js';
import type { TableRow, ResultTable } from '../../src/tables/table.js';
import { mainTable, planTablesOf, readTable } from '../tables/plan-tables.js';
import { Random } from '../store/random.js';
import { withRandomAliases } from '../tables/random-aliases.js';
import { sampleCases } from '../support/sample-cases.js';
import { QUESTION_FACTS } from './expected-question-facts.js';
import { knownValues, RandomSelection } from './random-selection.js';
import { type SeededApp, seededApp } from './seeded-app.js';

interface Question {
  document: string;
  role: string;
  variables?: string;
}

const FOLDER = 'seed/questions';
const questions = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Question] => [
    name.replace(/\.yaml$/, ''),
    parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Question,
  ]);

/** Number of random queries that are read as tables. */
const RANDOM = process.env['LONG'] ? 600 : 25;

let server: SeededApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
  schema = executableSchema(server.services.model, server.services.modules);
});
afterAll(() => server.close());

test('at least twenty saved questions are for analysts, and their variables are scalars or lists of scalars', () => {
  const analystQuestions = questions.filter(([, { role }]) => role === 'ANALYST');
  expect(analystQuestions.length).toBeGreaterThanOrEqual(20);
  const nested = analystQuestions.filter(([, { variables }]) =>
    Object.values(JSON.parse(variables ?? '{}') as object).some((value: unknown) =>
      [value].flat().some((each) => typeof each === 'object' && each !== null),
    ),
  );
  expect(nested.map(([name]) => name)).toEqual([]);
});

test('expected facts are listed for every saved question', () => {
  expect(Object.keys(QUESTION_FACTS).sort()).toEqual(questions.map(([slug]) => slug).sort());
});

const repeated = new Set(sampleCases('questions that are executed three times', questions, 20).map(([slug]) => slug));

test.each(questions)('the question %s returns its facts, and the same data if compiled', async (slug, question) => {
  const { document, variables } = question;
  const values = JSON.parse(variables ?? '{}') as object;
  const first = await server.execute(document, values);
  expect(first.errors).toBeUndefined();
  expect(first.data).not.toBeNull();
  for (const fact of QUESTION_FACTS[slug] ?? []) expect(JSON.stringify(first.data)).toContain(fact);
  if (!repeated.has(slug)) return;
  // The query is compiled from the third execution on.
  await server.execute(document, values);
  const thirdResponse = await server.execute(document, values);
  expect(thirdResponse.data).toEqual(first.data);
  expect(thirdResponse.errors).toBeUndefined();
});

test('the question paging-with-a-cursor returns every event once', async () => {
  const [, { document }] = questions.find(([slug]) => slug === 'paging-with-a-cursor')!;
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await server.execute(document, { first: 5, after });
    const { events } = data as {
      events: {
        totalCount: number;
        edges: { node: { slug: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    slugs.push(...events.edges.map(({ node }) => node.slug));
    after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    if (after === null) expect(slugs.length).toBe(events.totalCount);
  } while (after !== null);
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('the first query of GraphiQL returns three trends with a source each', async () => {
  const { data, errors } = await server.execute(readFileSync('src/graphiql/editor/default-query.graphql', 'utf8'));
  expect(errors).toBeUndefined();
  const { nodes } = (data as { trends: { nodes: { citations: unknown[] }[] } }).trends;
  expect(nodes.map(({ citations }) => citations.length > 0)).toEqual([true, true, true]);
});

/** Returns rows that are indistinguishable, or that do not name their subject. */
function unnamedRows({ columns, rows }: ResultTable): TableRow[] {
  const names = columns.flatMap(({ isName }, index) => (isName ? [index] : []));
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = JSON.stringify(row);
    const isKnown = seen.has(text);
    seen.add(text);
    return isKnown || !names.some((index) => row[index] !== null && row[index] !== '');
  });
}

/** Columns that every row about a figure needs, and the types whose tables contain them. */
const SELF_CONTAINED_COLUMNS = [
  'indicator',
  'area_code',
  'area',
  'period',
  'value',
  'unit',
  'state',
  'flags',
  'source',
] as const;
const OF_FIGURES = ['Observation', 'RankedArea', 'Series'];

test.each(questions)('the first table of %s names the subject of each row', async (_name, { document, variables }) => {
  const values = JSON.parse(variables ?? '{}') as Record<string, unknown>;
  const query = planTablesOf(schema, document, values);
  const { data, errors } = await server.execute(query.text, values);
  expect(errors).toBeUndefined();
  const table = mainTable(query, data)!;
  expect(table.rows.length).toBeGreaterThan(0);
  expect(new Set(table.columns.map(({ name }) => name)).size).toBe(table.columns.length);
  expect(unnamedRows(table)).toEqual([]);
  const { figures } = query.plans.find(({ path }) => path === table.path)!;
  if (figures === null || !OF_FIGURES.includes(figures)) return;
  const indexByRole = new Map(table.columns.map(({ role }, index) => [role, index]));
  expect(SELF_CONTAINED_COLUMNS.filter((role) => !indexByRole.has(role))).toEqual([]);
  const always = ['indicator', 'area_code', 'area', 'period', 'unit', 'state'] as const;
  expect(table.rows.filter((row) => always.some((role) => row[indexByRole.get(role)!] === null))).toEqual([]);
  const unread = table.rows.filter(
    (row) => row[indexByRole.get('value')!] !== null && row[indexByRole.get('source')!] === null,
  );
  expect(unread).toEqual([]);
});

test(`${RANDOM} random queries are completed with names and sources, and converted to tables, without errors`, async () => {
  const random = new Random(20_261);
  const selections = new RandomSelection(schema, random, await knownValues(server.services));
  const unreadable: object[] = [];
  let [read, filledCount, rejectedCount] = [0, 0, 0];
  while (read < RANDOM) {
    const plain = selections.query();
    const query = random.chance(1 / 3) ? withRandomAliases(plain, random) : plain;
    if (validate(schema, parseQuery(query)).length > 0) continue;
    const completed = planTablesOf(schema, query);
    const faults = validate(schema, completed.document);
    if (faults.length > 0) unreadable.push({ query, faults });
    const response = await server.execute(query);
    if (!response.data) continue;
    read += 1;
    const { data, errors = [] } = await server.execute(completed.text);
    if (!data) {
      rejectedCount += 1;
      const isTooLarge = errors.every(({ extensions }) =>
        ['TOO_COSTLY', 'TOO_MANY', 'ANSWER_TOO_LARGE'].includes(String(extensions['code'])),
      );
      if (!isTooLarge) unreadable.push({ query, errors });
      continue;
    }
    const tables = completed.plans.map((plan) => ({ plan, table: readTable(plan, data) }));
    const first = mainTable(completed, data);
    for (const { plan, table } of tables) {
      if (new Set(table.columns.map(({ name }) => name)).size < table.columns.length)
        unreadable.push({ query, path: table.path });
      const { type } = plan.levels.at(-1)!;
      const needsNames = isEntryType(type) || plan.figures !== null;
      if (table.path === first?.path && needsNames && unnamedRows(table).length > 0)
        unreadable.push({ query, rows: unnamedRows(table) });
    }
    if (first && first.rows.length > 0) filledCount += 1;
  }
  expect(unreadable).toEqual([]);
  expect(filledCount).toBeGreaterThan(RANDOM / 4);
  // Added names and sources make some responses exceed the cost limit.
  expect(rejectedCount).toBeLessThan(RANDOM / 10);
});
