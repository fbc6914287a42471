import { expect, test } from '@jest/globals';
import { type FetchContext, fetchEntry } from '../../src/graphql/fields/fetch-entry.js';
import type { Role } from '../../src/model/model.js';
import { schemaModel } from '../support/schema-model.js';

test('fetchEntry does not read an entry of a kind that is hidden from the role of the viewer', async () => {
  const kind = { ...schemaModel.kind('Topic'), audience: 'EDITOR' as const };
  const requestedRoles: Role[] = [];
  const fetch = (role: Role) => {
    const loaders = {
      entry: async () => (requestedRoles.push(role), { slug: 'a', movedTo: null }),
    };
    const fetching = {
      registry: { entrySelections: { ofField: () => ({}) } },
      context: { viewer: { role }, loaders },
      info: {},
    };
    return fetchEntry(kind, 'a', fetching as unknown as FetchContext);
  };
  expect(await fetch('READER')).toBeNull();
  expect(await fetch('EDITOR')).toMatchObject({ stored: { slug: 'a' } });
  expect(requestedRoles).toEqual(['EDITOR']);
});
