import type { Answer } from '../graphql/seeded-app.js';
import { EditingServer, idOf, topic } from './editing-server.js';

interface ChangesPage {
  nodes: { message: string; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let server: EditingServer;
const moments: string[] = [];
beforeAll(async () => {
  server = await EditingServer.start();
  const save = (record: object, expectedRevision: number, publish: boolean, message: string) =>
    server.mutate('topicSave', { slug: 'told', record, expectedRevision, publish, message });
  const pause = async () => {
    await new Promise((resolve) => setTimeout(resolve, 15));
    moments.push(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 15));
  };
  await pause();
  await save(topic('One small step', { definition: { en: 'A first text about it.' } }), 0, true, 'first');
  await pause();
  await save(topic('Draft of two', { definition: { en: 'A secret text about it.' } }), 1, false, 'unfinished');
  await pause();
  await save(
    topic('Two small steps', { definition: { en: 'A second text about it.' }, altLabels: ['x'] }),
    2,
    true,
    'second',
  );
  await pause();
  await server.mutate('topicSave', {
    slug: 'hidden',
    record: topic('Hidden'),
    expectedRevision: 0,
    message: 'nobody knows',
  });
});
afterAll(() => server.close());

const HISTORY = '{ topic(slug: "told") { history { revision author message action status at } } }';

test('selecting the histories of all entries in ten lists takes one additional database command', async () => {
  const aliases = (fields: string) =>
    `{ ${Array.from({ length: 10 }, (_none, index) => `t${index}: topics(first: ${index + 1}) { nodes { slug ${fields} } }`).join(' ')} }`;
  const commandsOf = async (fields: string) => {
    server.app.commands.length = 0;
    const { errors } = await server.reader(aliases(fields));
    expect(errors).toBeUndefined();
    return server.app.commands.length;
  };
  const lists = await commandsOf('');
  expect(await commandsOf('history(first: 5) { revision }')).toBe(lists + 1);
});

test('diffs of several entries take no more database commands than one diff', async () => {
  const { data } = await server.reader('{ topics(first: 10) { nodes { slug } } }');
  const slugs = data.topics!.nodes.map(({ slug }) => slug);
  const commandsOf = async (queries: readonly string[]) => {
    const diff = (slug: string, at: number) => `d${at}: diff(kind: TOPIC, slug: "${slug}", from: 1, to: 1) { path }`;
    server.app.commands.length = 0;
    const { errors } = await server.reader(`{ ${queries.map(diff).join(' ')} }`);
    expect(errors).toBeUndefined();
    return server.app.commands.length;
  };
  expect(slugs).toContain('told');
  expect(slugs.length).toBeGreaterThan(2);
  expect(await commandsOf(slugs)).toBeLessThanOrEqual(await commandsOf(['told']));
});

test('history lists published revisions to readers, and all revisions to editors in a preview', async () => {
  const rows = ({ data }: Answer<typeof HISTORY>) =>
    data.topic!.history.map(({ revision, message, author }) => `${revision} ${message} ${author}`);
  expect(rows(await server.reader(HISTORY))).toEqual(['3 second Ana', '1 first Ana']);
  expect(rows(await server.editor(HISTORY))).toEqual(['3 second Ana', '1 first Ana']);
  expect(rows(await server.preview(HISTORY))).toEqual(['3 second Ana', '2 unfinished Ana', '1 first Ana']);
});

test('diff compares the texts of any two revisions word by word', async () => {
  const { data } = await server.reader(
    '{ diff(kind: TOPIC, slug: "told", from: 1, to: 3) { path before after words { state text } } }',
  );
  expect(data.diff!.map(({ path }) => path.join(' '))).toEqual(['title en', 'definition en', 'altLabels 0']);
  expect(data.diff![1]).toEqual({
    path: ['definition', 'en'],
    before: 'A first text about it.',
    after: 'A second text about it.',
    words: [
      { state: 'SAME', text: 'A' },
      { state: 'REMOVED', text: ' first' },
      { state: 'ADDED', text: ' second' },
      { state: 'SAME', text: ' text about it.' },
    ],
  });
  const draft = await server.preview('{ diff(kind: TOPIC, slug: "told", from: 2, to: 3) { path } }');
  expect(draft.data.diff).toHaveLength(3);
});

test('diff returns the same error to readers for an unpublished and for an unknown revision', async () => {
  const readDiff = async (to: number) => {
    const { errors } = await server.reader(`{ diff(kind: TOPIC, slug: "told", from: 1, to: ${to}) { path } }`);
    return `${errors![0]!.extensions.code as string} ${errors![0]!.message.replace(String(to), 'N')}`;
  };
  expect(await readDiff(2)).toBe(await readDiff(99));
  expect(await readDiff(2)).toContain('NOT_FOUND');
});

test('asOf returns an entry as it was public at that time', async () => {
  const read = async (at: string, preview = false) =>
    (await server.editor(`{ topic(slug: "told", asOf: "${at}") { title revision } }`, {}, preview)).data.topic;
  expect(await read(moments[0]!)).toBeNull();
  expect(await read(moments[1]!)).toEqual({ title: 'One small step', revision: 1 });
  expect(await read(moments[2]!)).toEqual({ title: 'One small step', revision: 1 });
  expect(await read(moments[2]!, true)).toEqual({ title: 'Draft of two', revision: 2 });
  expect(await read(moments[3]!)).toEqual({ title: 'Two small steps', revision: 3 });
});

test('the change log lists the newest change first, and hides entries that readers may not see', async () => {
  const sendQuery = (after: string | null) =>
    `{ changes(first: 1${after ? `, after: "${after}"` : ''}) { nodes { author message count entries { slug revision action entry { title } } } pageInfo { hasNextPage endCursor } } }`;
  const messages: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await server.reader(sendQuery(after));
    for (const { message } of data.changes.nodes) messages.push(message as string);
    ({ endCursor: after, hasNextPage: more } = data.changes.pageInfo as { endCursor: string; hasNextPage: boolean });
  }
  expect(messages).toEqual(['second', 'first', '19 entries imported']);
  const { data } = await server.reader(sendQuery(null));
  expect(data.changes.nodes[0]).toEqual({
    author: 'Ana',
    message: 'second',
    count: 1,
    entries: [{ slug: 'told', revision: 3, action: 'PUBLISH', entry: { title: 'Two small steps' } }],
  });
  const seen = await server.preview('{ changes { nodes { message } } }');
  expect(seen.data.changes.nodes.map(({ message }: { message: string }) => message)).toEqual([
    'nobody knows',
    'second',
    'unfinished',
    'first',
    '19 entries imported',
  ]);
  const { errors } = await server.reader('{ changes(after: "x") { nodes { message } } }');
  expect(errors![0]!.extensions.code).toBe('BAD_CURSOR');
});

test('the query field "changes" filters by time and by kind, and is paged', async () => {
  const readChanges = async (args: string) => {
    const { data } = await server.reader(
      `{ changes(${args}) { nodes { message count } pageInfo { hasNextPage endCursor } } }`,
    );
    const { nodes, pageInfo } = (data as { changes: ChangesPage }).changes;
    return { messages: nodes.map(({ message, count }) => `${message} ${count}`), ...pageInfo };
  };
  // Readers do not see the draft between these changes.
  expect((await readChanges(`since: "${moments[1]!}"`)).messages).toEqual(['second 1']);
  expect((await readChanges(`since: "${moments[0]!}"`)).messages).toEqual(['second 1', 'first 1']);
  expect(await readChanges(`since: "${moments[3]!}"`)).toMatchObject({ messages: [], hasNextPage: false });
  expect((await readChanges('kinds: [TREND]')).messages).toEqual(['19 entries imported 1']);
  expect((await readChanges('kinds: []')).messages).toEqual([]);
  expect((await readChanges('lastDays: 7')).messages).toEqual(['second 1', 'first 1', '19 entries imported 18']);
  expect((await readChanges(`lastDays: 7, since: "${moments[1]!}"`)).messages).toEqual(['second 1']);
  expect((await readChanges(`until: "${moments[1]!}"`)).messages).toEqual(['first 1', '19 entries imported 18']);
  expect((await readChanges(`since: "${moments[0]!}", until: "${moments[1]!}"`)).messages).toEqual(['first 1']);
  const { errors: wrong } = await server.reader('{ changes(lastDays: 0) { nodes { message } } }');
  expect(wrong![0]!).toMatchObject({
    message: '"lastDays" is 0; use a number from 1 to 366.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const page = await readChanges(`since: "${moments[0]!}", first: 1`);
  expect(page).toMatchObject({ messages: ['second 1'], hasNextPage: true });
  const rest = await readChanges(`since: "${moments[0]!}", first: 5, after: "${page.endCursor}"`);
  expect(rest).toMatchObject({ messages: ['first 1'], hasNextPage: false });
  const { data: both } = await server.reader('{ changes(first: 2) { edges { cursor } pageInfo { startCursor } } }');
  expect(both.changes!.pageInfo.startCursor).toBe(both.changes!.edges[0]!.cursor);
  const { errors } = await server.reader(
    `{ changes(kinds: [TOPIC], after: "${page.endCursor}") { nodes { message } } }`,
  );
  expect(errors![0]!.extensions.code).toBe('BAD_CURSOR');
});

test('the past states and the changes of an unpublished entry are hidden', async () => {
  await server.mutate('topicSave', { slug: 'past', record: topic('Past'), expectedRevision: 0, publish: true });
  const time = new Date(Date.now() + 1000).toISOString();
  const pastStateQuery = `{ topic(slug: "past", asOf: "${time}") { title } }`;
  expect((await server.reader(pastStateQuery)).data.topic).toEqual({ title: 'Past' });
  await server.mutate('entryUnpublish', { id: idOf('topics/past'), expectedRevision: 1 });
  expect((await server.reader(pastStateQuery)).data.topic).toBeNull();
  const { data } = await server.reader('{ changes(first: 50) { nodes { entries(first: 50) { slug } } } }');
  expect(JSON.stringify(data)).not.toContain('"past"');
});
