import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { servedSchema } from '../../src/contract/served.js';
import { upgradeQuery } from '../../src/contract/upgrade-query.js';
import { loadModel } from '../../src/model/load.js';

const model = loadModel('schema');
const upgrade = (query: string) => {
  const upgraded = upgradeQuery(model, query);
  expect(validate(servedSchema(model), parse(upgraded))).toEqual([]);
  return upgraded;
};
const FORMER = 'groups { nodes {' + ' slug } }';

test('a former name of a selected field becomes an alias of the current one', () => {
  expect(upgrade(`{ country(by: { code: "IT" }) { title ${FORMER} } }`)).toBe(
    '{ country(by: { code: "IT" }) { title groups: memberOf { nodes { slug } } } }',
  );
});

test('an alias of a former name stays, also within a renamed field and in a fragment', () => {
  const query = `query Page { topic(slug: "a") { list: resources { nodes { ...R } } } }
fragment R on Resource { groups { title ${'resources(first: 2)'} { totalCount } } }`;
  expect(upgrade(query)).toBe(`query Page { topic(slug: "a") { list: relevantResources { nodes { ...R } } } }
fragment R on Resource { groups { title resources: relevantResources(first: 2) { totalCount } } }`);
});

test('a former name in a filter is replaced', () => {
  const filter = `${'trends'}: { exists: true }, and: [{ ${'groups'}: { some: { code: { eq: "EU" } } } }]`;
  expect(upgrade(`{ countries(filter: { ${filter} }) { totalCount } }`)).toBe(
    '{ countries(filter: { observedTrends: { exists: true }, and: [{ memberOf: { some: { code: { eq: "EU" } } } }] }) { totalCount } }',
  );
});

test('the same name on another type stays, and so does a query with a syntax error', () => {
  const current = '{ leaflets { nodes { resources { groups { slug } } trends { slug indicators { slug } } } } }';
  expect(upgrade(current)).toBe(current);
  expect(upgradeQuery(model, '{ groups ')).toBe('{ groups ');
});
