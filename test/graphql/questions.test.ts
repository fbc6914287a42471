import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { SeededApp } from './seeded-app.js';
import { seededApp } from './seeded-app.js';

interface Question {
  document: string;
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

test('there are at least twelve ready questions', () => {
  expect(questions.length).toBeGreaterThanOrEqual(12);
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
