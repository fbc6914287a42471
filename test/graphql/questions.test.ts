import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { SeededApp } from './seeded-app.js';
import { seededApp } from './seeded-app.js';

interface Question {
  document: string;
  role: string;
  variables?: string;
}

const FOLDER = 'seed/questions';
const questions = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Question] => [name, parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Question]);

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
}, 60_000);
afterAll(() => server.close());

test('at least twenty are for analysts, with variables that are plain values or lists of them', () => {
  const forAnalysts = questions.filter(([, { role }]) => role === 'ANALYST');
  expect(forAnalysts.length).toBeGreaterThanOrEqual(20);
  const nested = forAnalysts.filter(([, { variables }]) =>
    Object.values(JSON.parse(variables ?? '{}') as object).some((value: unknown) =>
      [value].flat().some((each) => typeof each === 'object' && each !== null),
    ),
  );
  expect(nested.map(([name]) => name)).toEqual([]);
});

test.each(questions)('%s is answered without error, three times alike', async (_name, { document, variables }) => {
  const values = JSON.parse(variables ?? '{}') as object;
  const first = await server.ask(document, values);
  expect(first.errors).toBeUndefined();
  expect(first.data).not.toBeNull();
  // The third time it is compiled.
  await server.ask(document, values);
  const third = await server.ask(document, values);
  expect(third.data).toEqual(first.data);
  expect(third.errors).toBeUndefined();
});

/** What is read at a path of an answer, as in `indicator.series.0.points`. */
const at = (data: unknown, path: string) =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);

test.each([
  ['unaccompanied-minors-by-country', 'indicator.ranking.0', { area: { code: 'SE' }, value: 35_250 }],
  ['applications-of-one-citizenship', 'eurostat.series.0.points.3', { period: '2015', value: 158_655 }],
  ['applications-of-one-citizenship', 'eurostat.series.1.points.3', { period: '2015', value: 3325 }],
  ['applications-of-one-citizenship', 'unhcr.series.0.points.3', { period: '2015', value: 162_510 }],
  ['arrivals-in-italy-and-spain', 'indicator.byYear.0.points.2', { period: '2016', value: 181_436, missing: 0 }],
  ['arrivals-in-italy-and-spain', 'indicator.byYear.1.points.4', { period: '2018', value: 65_383, missing: 0 }],
  ['arrivals-in-italy-and-spain', 'indicator.byYear.0.points.5', { period: '2019', state: 'PARTIAL', missing: 1 }],
  ['minors-of-one-citizenship', 'indicator.bySex.1.points.3', { period: '2015', value: 21_945 }],
  ['where-boats-land', 'indicator.series.0.points.0', { period: '2014', value: 109_528 }],
  ['found-illegally-present-by-citizenship', 'byCitizenship.series.1.points.3', { period: '2015', value: 499_495 }],
  ['asylum-decisions-by-outcome', 'indicator.series.0.points.0', { period: '2015', value: 71_396 }],
  ['cite-one-figure', 'indicator.series.0.points.0', { value: 72_105, source: { code: 'migr_eipre' } }],
  ['cite-one-figure', 'indicator.series.0', { citation: expect.stringContaining('Eurostat') }],
  ['everything-on-one-country', 'country.laws.nodes.0', { title: expect.stringContaining('Greece') }],
  ['laws-by-topic', 'laws.nodes.0', { tiers: expect.arrayContaining([expect.anything()]) }],
  ['resources-by-language', 'resources.nodes.0', { languages: expect.arrayContaining(['fr']) }],
  ['europol-on-money-transfer', 'trends.nodes.0', { citations: expect.arrayContaining([expect.anything()]) }],
  ['what-changed-this-week', 'changes.nodes.0.entries.0', { entry: { title: expect.any(String) } }],
])('%s has at %s what is asked', async (name, path, expected) => {
  const { document, variables } = questions.find(([file]) => file === `${name}.yaml`)![1];
  const { data } = await server.ask(document, JSON.parse(variables!) as object);
  expect(at(data, path)).toMatchObject(expected);
});
