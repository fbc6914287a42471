import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';
import { servedSchema } from '../../src/contract/served-schema.js';
import { loadModel } from '../../src/model/load-model.js';

/** Returns the breaking changes between two schemas that the section "Unreleased" of a changelog does not list. */
function unlistedChanges(released: GraphQLSchema, served: GraphQLSchema, changelog: string): string[] {
  const [, unreleased] = /\n## Unreleased\n([^]*?)\n## /.exec(changelog)!;
  return findBreakingChanges(released, served)
    .map(({ description }) => description)
    .filter((description) => !unreleased!.includes(description));
}

test('CHANGELOG.md lists every breaking change since the last release', () => {
  const released = buildSchema(readFileSync('test/contract/released.graphql', 'utf8'));
  expect(unlistedChanges(released, servedSchema(loadModel('schema')), readFileSync('CHANGELOG.md', 'utf8'))).toEqual(
    [],
  );
});

test('the check of CHANGELOG.md detects a breaking change that it does not list', () => {
  const [before, after] = [buildSchema('type Query { a: Int b: Int }'), buildSchema('type Query { b: Int! c: Int }')];
  const isListed = (text: string) =>
    unlistedChanges(before, after, `# Changelog\n\n## Unreleased\n\n${text}\n\n## 0.1.0\n\nQuery.a was removed.\n`);
  expect(isListed('Nothing yet.')).toEqual(['Query.a was removed.']);
  expect(isListed('- Query.a was removed. Ask for `c`.')).toEqual([]);
});
