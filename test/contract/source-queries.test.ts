import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { plugin as answerTypes } from '../../scripts/answer-types.js';
import { alternativesQuery } from '../../src/saved-queries/empty-answer-help.js';
import { type LoadedInput, QUESTION_QUERY, SERIES_QUERY } from '../../src/saved-queries/loaded-question.js';
import { servedSchema } from '../../src/contract/served-schema.js';
import { explorerQuery } from '../../src/explorer/explorer-query.js';
import { parseExplorerState } from '../../src/explorer/explorer-state.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { APPLICANTS_FACTS } from '../explorer/sample-indicator.js';
import { NAME_FRAGMENT } from '../../src/html/page-writer.js';
import { compareQuery } from '../../src/http/questions/compare-route.js';
import { HOME_QUERY } from '../../src/kinds/pages/home.js';
import { createPermalinkQuestion } from '../../src/kinds/permalink-question.js';
import type { Kind } from '../../src/model/model.js';
import { loadModel } from '../../src/model/load-model.js';
import { figuresQuery, queryForFormat } from '../../src/pages/entry/entry-formats.js';
import { slugByCodeQuery, entryQuery, withdrawnEntryQuery } from '../../src/pages/entry/entry-query.js';
import { historyQuery } from '../../src/pages/history/history-page.js';
import { listFilters, parseListFilters } from '../../src/pages/list/list-filters.js';
import { listFileQuery, listPageQuery } from '../../src/pages/list/list-query.js';
import { EXAMPLE_SEARCHES_QUERY, searchQuery } from '../../src/pages/search/search-query.js';
import type { ComputedContext } from '../../src/reading/computed-context.js';

const model = loadModel('schema');
const schema = servedSchema(model);

/** An operation at the start of a text. Its name distinguishes it from a sentence. */
const OPERATION = /(?:`|^)\s*((?:query|mutation|subscription) [A-Z]\w* ?[({][^`]*)`/gm;

/** Queries that files of src/ build from the model or from input. All others are literals. */
const BUILT: Readonly<Record<string, () => readonly string[]>> = {
  'src/explorer/explorer-query.ts': () =>
    ['', 'view=bar&measure=per100k', 'areas=DE,EU&measure=index&base=2015'].map((search) => {
      const { state } = parseExplorerState(new URLSearchParams(search), APPLICANTS_FACTS, messagesFor(['en']));
      return explorerQuery(state, APPLICANTS_FACTS).document;
    }),
  'src/http/questions/compare-route.ts': () => [compareQuery(1, 'value'), compareQuery(6, 'per100k')],
  'src/saved-queries/empty-answer-help.ts': () => [
    alternativesQuery([input('AREA', null), input('PERIOD', 'x')], { AREA: 'XX', PERIOD: '2020' })!.query,
  ],
  'src/saved-queries/loaded-question.ts': () => [QUESTION_QUERY, SERIES_QUERY],
  'src/kinds/pages/home.ts': () => [HOME_QUERY],
  'src/kinds/permalink-question.ts': () => [
    createPermalinkQuestion({ locales: ['en'] } as unknown as ComputedContext).document,
  ],
  'src/pages/entry/entry-formats.ts': ofKinds((kind) => [
    queryForFormat(kind, 'csv'),
    figuresQuery(kind),
    queryForFormat(kind, 'bib'),
  ]),
  'src/pages/entry/entry-query.ts': ofKinds((kind) => [
    entryQuery(model, kind),
    withdrawnEntryQuery(kind),
    kind.interfaces.includes('Area') ? slugByCodeQuery(kind) : null,
  ]),
  'src/pages/history/history-page.ts': ofKinds((kind) => [historyQuery(kind)]),
  'src/pages/search/search-query.ts': () => [searchQuery(model), EXAMPLE_SEARCHES_QUERY],
  'src/pages/list/list-query.ts': ofKinds((kind) => {
    const filters = listFilters(model, kind);
    const params = new URLSearchParams(filters.map(({ name }): [string, string] => [name, 'x']));
    const parentLink = kind.fields.find(({ link, list }) => link?.target === kind.name && !list) ?? null;
    return [
      listFileQuery(kind),
      listPageQuery(model, kind, { filters, picked: [], parentLink: null }),
      listPageQuery(model, kind, { filters, picked: parseListFilters(model, filters, params), parentLink }),
    ];
  }),
};

function ofKinds(queries: (kind: Kind) => readonly (string | null)[]): () => readonly string[] {
  return () => model.kinds.flatMap(queries).filter((query) => query !== null);
}

function input(form: LoadedInput['form'], indicatorSlug: string | null): LoadedInput {
  const common = { name: form, title: form, description: null, isRequired: false, isList: false };
  return { ...common, form, indicatorSlug, choices: [], covers: null };
}

/** Constants that queries of several files interpolate, by name. */
const SHARED: Readonly<Record<string, string>> = { NAME_FRAGMENT };

/**
 * Returns the queries in the text of a file. An interpolated constant is replaced by its text in the file or in
 * `SHARED`, otherwise by `1`.
 */
function queriesIn(text: string): string[] {
  return [...text.matchAll(OPERATION)].map(([, query]) =>
    query!.replace(/\$\{([A-Z_]+)\}/g, (_whole, name: string) => {
      const [, , constant = SHARED[name] ?? '1'] = new RegExp(`const ${name} =\\s*(['"\`])(.*?)\\1`).exec(text) ?? [];
      return constant;
    }),
  );
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('generated/'))
  .map((name) => `src/${name}`);
const filesWithQueries = files.flatMap((path) => {
  const queries = queriesIn(readFileSync(path, 'utf8'));
  return queries.length > 0 ? [{ path, queries: BUILT[path]?.() ?? queries }] : [];
});

const questions = readdirSync('seed/questions').map((name) => {
  const { document } = parseYaml(readFileSync(`seed/questions/${name}`, 'utf8')) as { document: string };
  return { path: name, queries: [document] };
});

test.each([...filesWithQueries, ...questions])('the schema accepts the queries in $path', ({ queries }) => {
  const faults = queries.flatMap((query) => validate(schema, parse(query)).map(({ message }) => ({ query, message })));
  expect(queries.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test('queries are found in every file that is listed as building them, and in at least seven other files', () => {
  expect(Object.keys(BUILT).filter((path) => !filesWithQueries.some((file) => file.path === path))).toEqual([]);
  expect(filesWithQueries.length).toBeGreaterThan(Object.keys(BUILT).length + 6);
});

test('the queries in tests with generated types match the schema', async () => {
  const { generates } = parseYaml(readFileSync('codegen.yml', 'utf8')) as {
    generates: Record<string, { plugins: readonly Record<string, Parameters<typeof answerTypes>[2]>[] }>;
  };
  const options = generates['test/generated/answers.ts']!.plugins[0]!['./scripts/answer-types.ts']!;
  await expect(answerTypes(schema, [], options)).resolves.toMatch(/^export interface/m);
});
