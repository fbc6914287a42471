import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { servedSchema } from '../../src/contract/served-schema.js';
import { createMutationUpgrade } from '../../src/contract/upgrade-mutation.js';
import { loadModel } from '../../src/model/load-model.js';

const model = loadModel('schema');
const schema = servedSchema(model);
const upgradeMutation = createMutationUpgrade(model);
const upgrade = (mutation: string) => {
  expect(validate(schema, parse(mutation))).not.toEqual([]);
  const upgraded = upgradeMutation(mutation);
  expect(validate(schema, parse(upgraded)).map(({ message }) => message)).toEqual([]);
  return upgraded;
};

test('a variable for a patch or a value in it is changed from the record type to the patch type', () => {
  expect(
    upgrade(`mutation Patch($slug: String!, $changes: ${'TrendRecord!'}, $r: Int!) {
  trendPatch(slug: $slug, changes: $changes, expectedRevision: $r) { ...R }
}
fragment R on EntryPayload { revision }`),
  ).toBe(`mutation Patch($slug: String!, $changes: TrendPatch!, $r: Int!) {
  trendPatch(slug: $slug, changes: $changes, expectedRevision: $r) { ...R }
}
fragment R on EntryPayload { revision }`);
  const part = (type: string) =>
    `mutation ($period: ${type}, $claims: [ClaimRecord!]) { trendPatch(slug: "a", changes: { period: $period, claims: $claims }, expectedRevision: 1) { revision } }`;
  expect(upgrade(part('SpanRecord'))).toBe(part('SpanPatch'));
});

test('a variable for a required field of a complete record becomes required', () => {
  const save = (issuer: string, source: string) =>
    `mutation ($issuer: ${issuer}, $note: String, $source: ${source}, $p: Boolean) {
  leafletSave(slug: "a", expectedRevision: 0, options: { publish: $p },
    record: { title: { en: $note }, issuer: $issuer, citations: [{ source: $source }] }) { revision }
}`;
  expect(upgrade(save('String', 'String'))).toBe(save('String!', 'String!'));
  expect(upgrade(save('String', 'String = "report"'))).toBe(save('String!', 'String = "report"'));
});

test('a plain text for a field that is now localised becomes a text in the default locale', () => {
  expect(
    upgrade(
      `mutation ($capital: String) { countryPatch(slug: "it", changes: { capital: ${'$capital'}, citations: [{ source: "a", note: ${'"N"'} }] }, expectedRevision: 1) { revision } }`,
    ),
  ).toBe(
    'mutation ($capital: String) { countryPatch(slug: "it", changes: { capital: { en: $capital }, citations: [{ source: "a", note: { en: "N" } }] }, expectedRevision: 1) { revision } }',
  );
});

test('a current mutation, a query and a text with a syntax error are unchanged', () => {
  const current = [
    'mutation ($changes: TopicPatch!) { topicPatch(slug: "a", changes: $changes, expectedRevision: 1) { revision } }',
    '{ topics(filter: { title: { contains: "mutation" } }) { nodes { slug } } }',
    'mutation {',
  ];
  expect(current.map((text) => upgradeMutation(text))).toEqual(current);
});
