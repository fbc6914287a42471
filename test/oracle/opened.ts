import { afterAll } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { SeededOptions } from '../graphql/seeded-app.js';
import type { RootList } from './contract.js';
import { introspected, rootLists } from './contract.js';
import { Ways } from './ways.js';

/** Whether the tests run many random cases with a new seed. */
export const isLong = Boolean(process.env.LONG);

/** Returns the seed of a test file: its own, a new one in a long run, or `SEED` to repeat a run. */
export function seedOf(own: number): number {
  return Number(process.env.SEED ?? (isLong ? Date.now() % 1_000_000 : own));
}

/** Starts the servers, which close after the tests of the file, and introspects the schema. */
export async function openWays(
  options?: Pick<SeededOptions, 'withSearch'>,
): Promise<{ ways: Ways; schema: GraphQLSchema; lists: RootList[] }> {
  const ways = await Ways.open(options);
  afterAll(() => ways.close());
  const schema = await introspected(ways.asking({ locale: 'en' }));
  return { ways, schema, lists: rootLists(schema) };
}
