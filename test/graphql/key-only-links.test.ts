import type { Field, Kind } from '../../src/model/model.js';
import { hasRole } from '../../src/model/roles.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { batch, entry, nextChange, topic } from '../store/test-stores.js';
import { schemaModel } from '../support/schema-model.js';
import { type SeededApp, seededApp } from './seeded-app.js';

/** Maximum delay in milliseconds until a response includes the writes of another server. */
const MAX_DELAY_MS = 500;

const KEY = '__typename ... on Entry { id slug path entryKind status }';

interface CostResponse {
  data: unknown;
  extensions: { cost: { commands: number } };
}

/** Returns the response of a server and the commands that it sent. */
async function sendQuery(server: SeededApp, query: string): Promise<{ data: unknown; commands: number }> {
  const { body } = await server.inject({ method: 'POST', url: '/graphql?cost=true', payload: { query } });
  const { data, extensions } = JSON.parse(body) as CostResponse;
  if (!extensions) throw new Error(body);
  return { data, commands: extensions.cost.commands };
}

/**
 * Repeats a query until it takes at most the given number of commands. It takes more while the server cannot verify
 * that it has seen all changes.
 */
async function sendQueryUntil(server: SeededApp, query: string, commands: number) {
  let answer = await sendQuery(server, query);
  while (answer.commands > commands) answer = await sendQuery(server, query);
  return answer;
}

/** Returns the top-level links of a kind that readers see. */
function links({ fields }: Kind): Field[] {
  return fields.filter(({ link, recordOnly, audience }) => link && !recordOnly && hasRole(PUBLIC_VIEW.role, audience));
}

describe('links of which only the key is selected', () => {
  let server: SeededApp;
  beforeAll(async () => {
    server = await seededApp({ pollMs: 20, withSearch: true });
  });
  afterAll(() => server.close());

  const kinds = schemaModel.kinds.filter((kind) => hasRole(PUBLIC_VIEW.role, kind.audience) && links(kind).length > 0);
  test.each(kinds.map((kind) => [kind.plural, kind] as const))(
    'links of %s take no database command if only the key is selected',
    async (plural, kind) => {
      const list = (selection: string) => `{ ${plural}(first: 50) { nodes { slug ${selection} } } }`;
      const each = (selection: string) => links(kind).map(({ name }) => `${name} { ${selection} }`);
      const plain = await sendQuery(server, list(''));
      const { data } = await sendQueryUntil(server, list(each(KEY).join(' ')), plain.commands);
      const read = await sendQuery(server, list(each(`${KEY} ... on Entry { updatedAt }`).join(' ')));
      const withoutMoments = JSON.stringify(read.data).replaceAll(/,"updatedAt":"[^"]*"/g, '');
      expect(JSON.stringify(data)).toBe(withoutMoments);
      expect(plain.commands).toBe(1);
    },
  );

  test.each([
    ['{ topic(slug: "facilitation") { id path updatedAt } }', 1],
    ['{ resources { nodes { topics { slug updatedAt observedTrends(first: 2) { nodes { slug } } } } } }', 3],
    ['{ search(query: "smuggling") { nodes { slug updatedAt } } }', 1],
  ])('the query %s takes %i database commands, and one fewer without updatedAt', async (query, commands) => {
    const more = await sendQuery(server, query);
    expect(more.commands).toBe(commands);
    const less = query.replace(' updatedAt', '');
    expect((await sendQueryUntil(server, less, commands - 1)).commands).toBe(commands - 1);
  });
});

test('links omit unpublished entries at once on the writing server, and within half a second on others', async () => {
  const writing = await seededApp({ seedDir: null, pollMs: 20 });
  const reading = await seededApp({ seedDir: null, pollMs: 20, over: writing.place });
  const query = '{ resources { nodes { topics { slug } } } }';
  const commit = (...changes: Parameters<typeof batch>) => writing.services.store.log.commit(batch(...changes));
  const slugs = (data: unknown) =>
    (data as { resources: { nodes: { topics: { slug: string }[] }[] } }).resources.nodes[0]!.topics.map(
      ({ slug }) => slug,
    );

  const [remaining, retired, dies] = [topic('stays'), topic('goes'), topic('dies')];
  const draft = topic('draft', {}, { status: 'DRAFT' });
  const topics = ['stays', 'goes', 'dies', 'draft'];
  await commit(draft, remaining, retired, dies, entry('Resource', 'guide', { topics, resourceType: 'GUIDE' }));
  for (const server of [writing, reading]) {
    const { data } = await sendQueryUntil(server, query, 1);
    expect(slugs(data)).toEqual(['stays', 'goes', 'dies']);
  }

  await commit(nextChange(retired, 'UNPUBLISH', 'DRAFT'), nextChange(dies, 'RETIRE', 'RETIRED'));
  const ended = performance.now();
  const withTitles = await sendQuery(writing, '{ resources { nodes { topics { slug title } } } }');
  const remainingLinks = slugs(withTitles.data);
  expect(slugs((await sendQuery(writing, query)).data)).toEqual(remainingLinks);
  expect(remainingLinks).not.toContain('goes');
  for (let isOver = false; !isOver;) {
    const sent = performance.now();
    const slugsInLinks = slugs((await sendQuery(reading, query)).data);
    isOver = !slugsInLinks.includes('goes');
    if (!isOver) expect(sent - ended).toBeLessThan(MAX_DELAY_MS);
    expect(slugsInLinks).not.toContain('draft');
  }
  await reading.close();
  await writing.close();
});
