import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseMappingFile } from '../../src/datasets/mapping-file.js';
import { createTestCli } from '../commands/test-cli.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { copySmallSeed } from '../support/small-seed.js';
import { blocksOf } from './doc-pages.js';

const blocks = blocksOf('docs/importing.md');
const [query] = blocks.filter(({ language }) => language === 'graphql');
const [mapping, recipe] = blocks.filter(({ language }) => language === 'yaml');

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('the query in docs/importing.md returns the series of the requested areas', async () => {
  const { data, errors } = await server.execute(query!.text);
  expect(errors).toBeUndefined();
  const areas = (data.indicator.series as { area: { code: string } }[]).map(({ area }) => area.code);
  expect(areas.sort()).toEqual(['HU', 'PL']);
});

test('the mapping file in docs/importing.md is valid', () => {
  expect(parseMappingFile(mapping!.text)).toMatchObject({ publisher: 'UNHCR', sheet: 'COMBINED' });
});

test('the recipe in docs/importing.md is valid for the indicator world-bank-population', async () => {
  const cli = createTestCli();
  rmSync(cli.seed, { recursive: true });
  copySmallSeed(cli.seed, ['world-bank-population']);
  writeFileSync(join(cli.seed, 'indicators/world-bank-population.recipe.yaml'), recipe!.text);
  const { exit, out } = await cli.run('validate');
  cli.remove();
  expect([exit, out]).toEqual([0, expect.stringContaining('no problems')]);
});
