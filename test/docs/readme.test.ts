import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { blocksOf } from './doc-pages.js';

const block = (language: string) => blocksOf('README.md').find((each) => each.language === language)!.text;

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('the first query in the README has the documented response', async () => {
  const { data, errors } = await server.execute(block('graphql'));
  expect(errors).toBeUndefined();
  expect({ data }).toEqual(JSON.parse(block('json')));
});
