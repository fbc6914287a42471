import { expect, test } from '@jest/globals';
import { Random } from '../store/random.js';
import type { SendQuery, RootList } from './introspection.js';
import { ExpectedEntries } from './expected-entries.js';
import { readTwoWayLinks } from './schema-links.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { RandomEditor } from './random-editor.js';
import type { RequestVariant } from './request-variants.js';

const SEED = seedOf(4);
const [ROUNDS, EDITS] = isLong ? [15, 12] : [1, 16];
/** Number of lists that are read in full after each round. */
const LISTS = isLong ? 15 : 5;
const READER: RequestVariant = { locale: 'en' };

const { variants, schema, lists } = await startServers();

async function readAll(sendQuery: SendQuery, of: readonly RootList[]): Promise<Map<string, string>> {
  const { entries, lists: read } = await ExpectedEntries.read(sendQuery, of);
  const keys = [...read].map(([name, each]) => [name, each.map(({ id }) => id).join(' ')] as const);
  return new Map([...keys, ...[...entries].map(([key, entry]) => [key, JSON.stringify(entry)] as const)]);
}

/** Fails unless each link is returned at both ends, and there are no other links. */
async function expectLinksAtBothEnds(sendQuery: SendQuery): Promise<void> {
  const links = await readTwoWayLinks(sendQuery, schema);
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ forward }) => forward.length > 0).length).toBeGreaterThan(30);
  for (const { name, forward, backward } of links) expect([name, backward]).toEqual([name, forward]);
}

test(`seed ${SEED}: after ${ROUNDS} times ${EDITS} random edits, servers with and without caches return equal lists, and each link has its inverse`, async () => {
  // In a short run, the links are read only after the edits, which change a few of them.
  if (isLong) await expectLinksAtBothEnds(variants.sendUncached(READER));
  const random = new Random(SEED);
  const editor = new RandomEditor(random, variants.sendCached({ ...READER, preview: true }), lists);
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const chosen = random.pickSome(lists, LISTS, LISTS);
    const before = await readAll(variants.sendCached(READER), chosen);
    const steps: string[] = [];
    while (steps.length < EDITS) steps.push(await editor.step());
    const fresh = await variants.startUncached();
    const [cachedAnswer, uncachedAnswer] = [
      await readAll(variants.sendCached(READER), chosen),
      await readAll(variants.sendUncached(READER, fresh), chosen),
    ];
    if (round === ROUNDS - 1) await expectLinksAtBothEnds(variants.sendUncached(READER, fresh));
    await fresh.close();
    for (const key of new Set([...cachedAnswer.keys(), ...uncachedAnswer.keys()])) {
      expect([steps, key, cachedAnswer.get(key)]).toEqual([steps, key, uncachedAnswer.get(key)]);
    }
    changes += [...uncachedAnswer].filter(([key, text]) => before.get(key) !== text).length;
  }
  expect(changes).toBeGreaterThan(ROUNDS);
});
