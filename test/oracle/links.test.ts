import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../graphql/seeded-app.js';
import { introspected } from './contract.js';
import { bothWays } from './links.js';
import { Ways } from './ways.js';

let ways: Ways;
beforeAll(async () => {
  ways = await Ways.open();
}, STARTS_WITHIN_MS);
afterAll(() => ways.close());

test('each link is told at both of its ends, and nothing else is', async () => {
  const ask = ways.asking({ locale: 'en' });
  const links = await bothWays(ask, await introspected(ask));
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ forward }) => forward.length > 0).length).toBeGreaterThan(30);
  for (const { name, forward, backward } of links) expect([name, backward]).toEqual([name, forward]);
}, 600_000);
