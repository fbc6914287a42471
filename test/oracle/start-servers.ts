import { afterAll } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { SeededOptions } from '../graphql/seeded-app.js';
import { introspect, type RootList, rootLists } from './introspection.js';
import { RequestVariants } from './request-variants.js';

/** Whether the tests run many random cases with a new seed. */
export const isLong = Boolean(process.env.LONG);

/** Returns the seed of a test file: its own, a new one in a long run, or `SEED` to repeat a run. */
export function seedOf(offset: number): number {
  return Number(process.env.SEED ?? (isLong ? Date.now() % 1_000_000 : offset));
}

/** Starts the servers, which close after the tests of the file, and introspects the schema. */
export async function startServers(
  options?: Pick<SeededOptions, 'withSearch'>,
): Promise<{ variants: RequestVariants; schema: GraphQLSchema; lists: RootList[] }> {
  const variants = await RequestVariants.open(options);
  afterAll(() => variants.close());
  const schema = await introspect(variants.sendUncached({ locale: 'en' }));
  return { variants, schema, lists: rootLists(schema) };
}
