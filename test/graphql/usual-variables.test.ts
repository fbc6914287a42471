import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { usualVariables } from '../../src/graphql/limits/usual-variables.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

function usual(text: string): Record<string, unknown> {
  const document = parse(text);
  return usualVariables(schema, document, getOperationAST(document)!);
}

test('a number is the size of a page only where it is given as one, also within a fragment', () => {
  const text = `query UsualNumbers($first: Int!, $hops: Int!, $last: Int!, $id: ID!) {
    topics(first: $first) { totalCount } path(from: $id, to: $id, maxHops: $hops) { __typename } ...Page }
    fragment Page on Query { trends(last: $last) { totalCount } }`;
  expect(usual(text)).toEqual({ first: 20, hops: 0, last: 20, id: '' });
});

test('a default stands, and what may be absent is absent', () => {
  const text = `query UsualDefaults($first: Int = 3, $last: Int) {
    topics(first: $first) { totalCount } trends(last: $last) { totalCount } }`;
  expect(usual(text)).toEqual({ first: 3 });
});
