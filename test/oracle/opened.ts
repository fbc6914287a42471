import { afterAll } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { SeededOptions } from '../graphql/seeded-app.js';
import type { RootList } from './contract.js';
import { introspected, rootLists } from './contract.js';
import { Ways } from './ways.js';

/** Whether much is tried, and another thing each time. */
export const isLong = Boolean(process.env.LONG);

/** The seed of a file of tests: its own, another each time where much is tried, and `SEED` where that is to come again. */
export function seedOf(own: number): number {
  return Number(process.env.SEED ?? (isLong ? Date.now() % 1_000_000 : own));
}

/** Servers to ask, which close after the tests of the file, and what they tell of the contract. */
export async function openWays(
  options?: Pick<SeededOptions, 'withSearch'>,
): Promise<{ ways: Ways; schema: GraphQLSchema; lists: RootList[] }> {
  const ways = await Ways.open(options);
  afterAll(() => ways.close());
  const schema = await introspected(ways.asking({ locale: 'en' }));
  return { ways, schema, lists: rootLists(schema) };
}
