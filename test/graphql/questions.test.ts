import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { SeededApp } from './seeded-app.js';
import { seededApp, STARTS_WITHIN_MS } from './seeded-app.js';

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
}, STARTS_WITHIN_MS);
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
