import { expect, test } from '@jest/globals';
import { readTwoWayLinks } from './links.js';
import { startServers } from './start-servers.js';

const { variants, schema } = await startServers();

test('each link is returned at both ends, and there are no other links', async () => {
  const links = await readTwoWayLinks(variants.sendUncached({ locale: 'en' }), schema);
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ forward }) => forward.length > 0).length).toBeGreaterThan(30);
  for (const { name, forward, backward } of links) expect([name, backward]).toEqual([name, forward]);
});
