import { expect, test } from '@jest/globals';
import { buildSchema, type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { argumentValues, defaultVariables, mayBeIncluded } from '../../src/query/argument-values.js';

const schema = buildSchema(
  'type Query { list(first: Int = 20, kinds: [String!], by: By, any: [By!]): Int } input By { slug: String! }',
);
const definition = schema.getQueryType()!.getFields()['list']!;

/** Returns the first operation of a text and its first field. */
function read(text: string): { operation: OperationDefinitionNode; field: FieldNode } {
  const operation = parse(text).definitions[0] as OperationDefinitionNode;
  return { operation, field: operation.selectionSet.selections[0] as FieldNode };
}

function assumed(text: string): Record<string, unknown> {
  const { operation, field } = read(text);
  return argumentValues(definition, field, defaultVariables(operation));
}

test('in a cost estimate without a request, an argument with an unset variable has its default', () => {
  expect(assumed('query Q($first: Int!, $slug: String!) { list(first: $first, by: { slug: $slug }) }')).toMatchObject({
    first: 20,
    kinds: undefined,
    by: { slug: undefined },
  });
});

test('in a cost estimate without a request, literals and defaults of variables apply', () => {
  expect(assumed('query Q($first: Int = 3) { list(first: $first, kinds: ["A"]) }')).toMatchObject({
    first: 3,
    kinds: ['A'],
  });
});

test('in a cost estimate without a request, a single value becomes a list if the argument is one', () => {
  const by = '{ slug: "a" }';
  expect(assumed(`query Q($kinds: [String!] = "A") { list(kinds: $kinds, by: ${by}, any: ${by}) }`)).toMatchObject({
    kinds: ['A'],
    by: { slug: 'a' },
    any: [{ slug: 'a' }],
  });
});

test('in a cost estimate without a request, an unset variable in a list of objects is an empty object', () => {
  expect(assumed('query Q($a: By!, $b: By!) { list(any: [$a, $b, { slug: "c" }]) }')).toMatchObject({
    any: [{}, {}, { slug: 'c' }],
  });
});

test('in a cost estimate without a request, a selection with an unknown condition is included', () => {
  const { operation, field } = read('query Q($if: Boolean!) { list @include(if: $if) }');
  expect(mayBeIncluded(field, defaultVariables(operation))).toBe(true);
  const skipped = read('query Q($if: Boolean = false) { list @include(if: $if) }');
  expect(mayBeIncluded(skipped.field, defaultVariables(skipped.operation))).toBe(false);
});

test('in a request, the error about a missing required variable names the variable', () => {
  const { field } = read('query Q($slug: String!) { list(by: { slug: $slug }) }');
  expect(() => argumentValues(definition, field, { values: {} })).toThrow('Give "$slug" a value.');
});
