import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { formerNamesRule } from '../../src/graphql/execution/former-names-rule.js';
import { servedSchema } from '../../src/contract/served-schema.js';
import { upgradeQuery } from '../../src/contract/upgrade-query.js';
import { loadModel } from '../../src/model/load-model.js';

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

test('the alias of a field with a former name is preserved, also within a renamed field and in a fragment', () => {
  const query = `query Page { topic(slug: "a") { list: resources { nodes { ...R } } } }
fragment R on Resource { groups { title ${'resources(first: 2)'} { totalCount } } }`;
  expect(upgrade(query)).toBe(`query Page { topic(slug: "a") { list: relevantResources { nodes { ...R } } } }
fragment R on Resource { groups { title resources: relevantResources(first: 2) { totalCount } } }`);
});

test('a former field name in a filter is replaced', () => {
  const filter = `${'trends'}: { exists: true }, and: [{ ${'groups'}: { some: { code: { eq: "EU" } } } }]`;
  expect(upgrade(`{ countries(filter: { ${filter} }) { totalCount } }`)).toBe(
    '{ countries(filter: { observedTrends: { exists: true }, and: [{ memberOf: { some: { code: { eq: "EU" } } } }] }) { totalCount } }',
  );
});

test('former names of fields, facets and conditions are replaced', () => {
  const former = `{ sources(filter: { ${'publisher'}: { eq: "UNHCR" } }) { nodes { ${'publisher'} } facets { ${'publisher'} { value } } } }`;
  expect(upgrade(former)).toBe(
    '{ sources(filter: { publisherName: { eq: "UNHCR" } }) { nodes { publisher: publisherName } facets { publisher: publisherName { value } } } }',
  );
  expect(upgrade('{ indicators { nodes { publisher { slug } } } }')).toBe(
    '{ indicators { nodes { publisher { slug } } } }',
  );
});

test('former names of types and kinds are replaced', () => {
  const former = `query ($kinds: [EntryKind!] = [${'COUNTRY_PROFILE'}], $filter: ${'LegalProvisionFilter'}, $order: [${'CountryProfileOrder'}!]) {
  entries(kinds: $kinds) { nodes { ... on ${'LegalProvision'} { level } ...C } }
  laws(filter: $filter) { totalCount } countries(orderBy: $order) { totalCount } changes(kinds: [${'LEGAL_PROVISION'}, TOPIC]) { nodes { at } }
}
fragment C on ${'CountryProfile'} { ${'groups'} { totalCount } }`;
  expect(upgrade(former)).toBe(`query ($kinds: [EntryKind!] = [COUNTRY], $filter: LawFilter, $order: [CountryOrder!]) {
  entries(kinds: $kinds) { nodes { ... on Law { level } ...C } }
  laws(filter: $filter) { totalCount } countries(orderBy: $order) { totalCount } changes(kinds: [LAW, TOPIC]) { nodes { at } }
}
fragment C on Country { groups: memberOf { totalCount } }`);
});

test('a variable whose enum type was split gets the type of the argument that uses it', () => {
  const former = `query ($types: [${'EntryType'}!], $one: ${'EntryType'}) {
  resources(filter: { ${'type'}: { in: $types } }, orderBy: [{ ${'providerType'}: ASC }]) { nodes { ${'type'} } facets { ${'type'} { count } } }
  routes(filter: { ${'type'}: { eq: $one } }) { totalCount }
}`;
  expect(upgrade(former)).toBe(`query ($types: [ResourceType!], $one: RouteType) {
  resources(filter: { resourceType: { in: $types } }, orderBy: [{ providerOrganisationType: ASC }]) { nodes { type: resourceType } facets { type: resourceType { count } } }
  routes(filter: { routeType: { eq: $one } }) { totalCount }
}`);
});

test('the former root field "path" becomes an alias of "shortestPath"', () => {
  expect(upgrade(`{ ${'path'}(from: "a", to: "b") { length } entries { nodes { path } } }`)).toBe(
    '{ path: shortestPath(from: "a", to: "b") { length } entries { nodes { path } } }',
  );
});

test('a validation error about a former type or kind suggests its current name', () => {
  const query = `{ entries(kinds: [${'COUNTRY_PROFILE'}]) { nodes { ... on ${'LegalProvision'} { level } } } }`;
  const errors = validate(servedSchema(model), parse(query), [formerNamesRule(model)]);
  expect(errors.map(({ message }) => message)).toEqual([
    'Value "COUNTRY_PROFILE" of "EntryKind" is now called "COUNTRY".',
    'Type "LegalProvision" is now called "Law".',
  ]);
});

test('a validation error about a former field suggests its current name', () => {
  const query = `{ sources(filter: { ${'publisher'}: { eq: "UNHCR" } }) { nodes { title } } events { nodes { ${'series'} } } }`;
  const errors = validate(servedSchema(model), parse(query), [formerNamesRule(model)]);
  expect(errors.map(({ message }) => message)).toEqual([
    'Field "SourceFilter.publisher" is now called "publisherName".',
    'Field "Event.series" is now called "eventSeries".',
  ]);
});

test('a former name that is current on another type, and a query with a syntax error, are unchanged', () => {
  const current = '{ leaflets { nodes { resources { groups { slug } } trends { slug indicators { slug } } } } }';
  expect(upgrade(current)).toBe(current);
  expect(upgradeQuery(model, '{ groups ')).toBe('{ groups ');
});
