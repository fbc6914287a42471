import { expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { isWithinFieldLimit } from '../../src/graphql/execution/compiled-field-count.js';

const SCHEMA = buildSchema(`
  interface Entry { slug: String linked: [Entry] }
  type Topic implements Entry { slug: String linked: [Entry] broader: Topic }
  type Event implements Entry { slug: String linked: [Entry] }
  type Query { topic: Topic entries: [Entry] }
`);

/** Returns the smallest limit with which a selection at the root is compiled. */
function sizeOf(selection: string, fragment: string): number {
  const document = parse(`query { ${selection} } ${fragment}`);
  let most = 0;
  while (!isWithinFieldLimit(SCHEMA, document, getOperationAST(document)!, most)) most += 1;
  return most;
}

test.each([
  ['topic { slug }', '', 2],
  ['topic { broader { broader { slug } } }', '', 4],
  // Below an interface, the selection is repeated for each type.
  ['entries { slug }', '', 3],
  ['entries { linked { linked { slug } } }', '', 1 + 2 + 4 + 8],
  // A fragment counts as its content, only on types to which it applies.
  ['topic { ...Own }', 'fragment Own on Entry { slug }', 3],
  ['entries { ... on Topic { broader { slug } } }', '', 1 + 2 + 2],
  ['entries { ...Own }', 'fragment Own on Event { slug linked { slug } }', 1 + 2 + 2 + 2],
])('the selection "%s" with the fragment "%s" compiles to %i fields', (selection, fragment, size) =>
  expect(sizeOf(selection, fragment)).toBe(size),
);
