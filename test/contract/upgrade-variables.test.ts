import { expect, test } from '@jest/globals';
import { createVariableUpgrade } from '../../src/contract/upgrade-variables.js';
import { loadModel } from '../../src/model/load-model.js';

const upgrade = createVariableUpgrade(loadModel('schema'));
const QUERY = `query ($filter: CountryFilter, $kinds: [EntryKind!], $first: Int) {
  countries(filter: $filter, first: $first) { totalCount } entries(kinds: $kinds) { totalCount }
}`;

test('former names of fields and kinds in variables are replaced, at any depth', () => {
  expect(
    upgrade(QUERY, {
      filter: { and: [{ ['groups']: { some: { code: { eq: 'EU' } } } }], ['trends']: { exists: true } },
      kinds: ['COUNTRY_PROFILE', 'TOPIC'],
      first: 3,
    }),
  ).toEqual({
    filter: { and: [{ memberOf: { some: { code: { eq: 'EU' } } } }], observedTrends: { exists: true } },
    kinds: ['COUNTRY', 'TOPIC'],
    first: 3,
  });
});

test('variables with current names, unknown variables and invalid values are unchanged', () => {
  for (const variables of [
    { filter: { memberOf: { some: {} } }, kinds: null },
    { other: { groups: 1 }, filter: 'EU', kinds: [3] },
  ]) {
    expect(upgrade(QUERY, variables)).toEqual(variables);
  }
});
