import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeInUse } from '../../src/graphql/editing/rejected-edits.js';
import type { TokenRecord, TokenLookup } from '../../src/http/authentication.js';
import { type Answer, type SeededApp, seededApp } from './seeded-app.js';

const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const records: TokenRecord[] = [
  { name: 'Anna', role: 'EDITOR', digest: digest('token-of-anna'), expiresAt: null },
  { name: 'Old', role: 'ADMIN', digest: digest('token-that-expired'), expiresAt: new Date('2020-01-01') },
];
const tokens: TokenLookup = { withSamePrefix: async (digest) => records.filter((each) => each.digest === digest) };
const editor = { authorization: 'Bearer token-of-anna' };

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ seedDir: null, tokens });
});
afterAll(() => server.close());

const SAVE = `mutation ($slug: String!, $record: TopicRecord!, $revision: Int!, $publish: Boolean! = true, $dry: Boolean! = false) {
  topicSave(
    slug: $slug, record: $record, expectedRevision: $revision
    options: { publish: $publish, dryRun: $dry, message: "a test" }
  ) {
    revision entry { ... on Topic { slug title status revision broader { title } } }
    userErrors { code message tip path }
    obstacle { __typename ... on Conflict { revision fields { path base yours theirs } } } } }`;

function topic(title: string, more: object = {}) {
  return { title: { en: title }, scheme: 'SUBJECT', ...more };
}

function save(variables: object, headers: object = editor): Promise<Answer<typeof SAVE>> {
  return server.execute(SAVE, variables, { headers });
}

describe('authorisation of mutations', () => {
  test('a mutation without a token is rejected without a database command', async () => {
    const before = server.commands.length;
    const { data, errors } = await save({ slug: 'a', record: topic('A'), revision: 0 }, {});
    expect(data).toEqual({ topicSave: null });
    expect(errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
    expect(server.commands.length).toBe(before);
  });

  test.each([
    ['an unknown token', 'Bearer nobody'],
    ['an expired token', 'Bearer token-that-expired'],
    ['another authentication scheme', 'Basic dXNlcjpwYXNz'],
    ['a token of 5 000 characters', `Bearer ${'x'.repeat(5000)}`],
  ])('a request with %s is rejected with the status 401', async (_name, authorization) => {
    const answer = await save({ slug: 'a', record: topic('A'), revision: 0 }, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
    expect(JSON.stringify(answer)).not.toContain('token-that-expired');
  });

  test('a mutation with GET is rejected with the status 405', async () => {
    const query = encodeURIComponent(
      'mutation { topicPatch(slug: "a", changes: {}, expectedRevision: 0) { revision } }',
    );
    const answer = await server.inject({
      method: 'GET',
      url: `/graphql?query=${query}`,
      headers: editor,
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });
});

describe('mutations of an editor', () => {
  test('a saved entry is readable at once', async () => {
    const { data, errors } = await save({ slug: 'smuggling', record: topic('Smuggling'), revision: 0 });
    expect(errors).toBeUndefined();
    expect(data.topicSave).toEqual({
      revision: 1,
      entry: { slug: 'smuggling', title: 'Smuggling', status: 'PUBLISHED', revision: 1, broader: null },
      userErrors: [],
      obstacle: null,
    });
    const read = await server.execute('{ topic(slug: "smuggling") { title } topics { totalCount } }');
    expect(read.data).toEqual({ topic: { title: 'Smuggling' }, topics: { totalCount: 1 } });
  });

  test('a rejected save returns all errors, with the codes and paths of content validation', async () => {
    const record = { title: { fr: 'Passeurs' }, scheme: 'SUBJECT', broader: 'smugglin' };
    const { data } = await save({ slug: 'wrong', record, revision: 0 });
    expect(data.topicSave.entry).toBeNull();
    const errorPaths = data.topicSave.userErrors.map(({ code, path }) => [code, path]);
    expect(errorPaths).toContainEqual(['LOCALE_MISSING', ['title']]);
    expect(errorPaths).toContainEqual(['LINK_UNKNOWN', ['broader']]);
    expect(JSON.stringify(data.topicSave.userErrors)).toContain('smuggling');
    expect((await server.execute('{ topic(slug: "wrong") { slug } }')).data.topic).toBeNull();
  });

  test('a malformed value or slug is reported in userErrors with its path', async () => {
    const isShort = await save({ slug: 'Not A Slug', record: topic('Form', { broader: 'The Topic' }), revision: 0 });
    expect(isShort.errors).toBeUndefined();
    const errorTexts = isShort.data.topicSave.userErrors.map(({ code, path }) => `${code} ${path.join(' ')}`);
    expect(errorTexts).toEqual(expect.arrayContaining(['SLUG_INVALID slug', 'SLUG_INVALID broader']));
    const dated = await server.execute(
      `mutation { eventSave(slug: "form", expectedRevision: 0, record: {
        title: { en: "Form" }, startsOn: "2024-1", organiser: "nobody" }) { revision userErrors { code path } } }`,
      {},
      { headers: editor },
    );
    expect(dated.data.eventSave).toMatchObject({
      revision: null,
      userErrors: expect.arrayContaining([{ code: 'DATE_INVALID', path: ['startsOn'] }]),
    });
    const patchResponse = await server.execute(
      'mutation { topicPatch(slug: "A B", expectedRevision: 1, changes: { sameAs: "no" }) { userErrors { code path } } }',
      {},
      { headers: editor },
    );
    expect(patchResponse.errors).toBeUndefined();
    expect(patchResponse.data.topicPatch!.userErrors).not.toEqual([]);
  });

  test('a save with dryRun writes nothing', async () => {
    const { data } = await save({ slug: 'checked', record: topic('Checked'), revision: 0, dry: true });
    expect(data.topicSave).toMatchObject({ entry: null, revision: null, userErrors: [], obstacle: null });
    expect((await server.execute('{ topic(slug: "checked") { slug } }')).data.topic).toBeNull();
  });

  test('a save with a stale revision returns a conflict with the base, submitted and stored values', async () => {
    await save({ slug: 'shared', record: topic('First'), revision: 0 });
    await save({ slug: 'shared', record: topic('Theirs'), revision: 1 });
    const { data } = await save({ slug: 'shared', record: topic('Mine'), revision: 1 });
    expect(data.topicSave).toMatchObject({ entry: null, revision: null, userErrors: [] });
    expect(data.topicSave.obstacle).toEqual({
      __typename: 'Conflict',
      revision: 2,
      fields: [{ path: ['title', 'en'], base: 'First', yours: 'Mine', theirs: 'Theirs' }],
    });
    expect((await server.execute('{ topic(slug: "shared") { title } }')).data.topic!.title).toBe('Theirs');
  });

  test('an editor sees drafts in a preview, and a reader who requests a preview is rejected', async () => {
    await save({ slug: 'draft', record: topic('Draft'), revision: 0, publish: false });
    const query = '{ topic(slug: "draft") { title status } }';
    const preview = { extensions: { preview: true } };
    expect((await server.execute(query)).data.topic).toBeNull();
    expect((await server.execute(query, {}, { headers: editor })).data.topic).toBeNull();
    expect((await server.execute(query, {}, { headers: editor, ...preview })).data.topic).toEqual({
      title: 'Draft',
      status: 'DRAFT',
    });
    const rejectedQuery = await server.execute(query, {}, preview);
    expect([rejectedQuery.status, rejectedQuery.errors![0]!.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(rejectedQuery.headers['www-authenticate']).toBe('Bearer');
    const url = `/graphql?preview=true&query=${encodeURIComponent(query)}`;
    expect((await server.inject({ url, headers: editor })).json()).toEqual({
      data: { topic: { title: 'Draft', status: 'DRAFT' } },
    });
    expect((await server.inject({ url })).statusCode).toBe(401);
  });

  test('the change log names the editor as author', async () => {
    const [change] = await server.services.store.log.changesAfter(0, 1);
    expect(change).toMatchObject({ author: 'Anna', message: 'a test' });
  });

  test('changing an original text makes its translations stale', async () => {
    const bilingualTopic = (en: string) => ({ title: { en, fr: 'Passeur' }, scheme: 'SUBJECT' });
    await save({ slug: 'stale', record: bilingualTopic('Smuggler'), revision: 0 });
    await save({ slug: 'stale', record: bilingualTopic('People smuggler'), revision: 1 });
    const { data } = await server.execute(`{ topic(slug: "stale") { translations { locale stale } }
      topics(filter: { slug: { eq: "stale" } }) { nodes { translation(locale: fr) { stale } } } }`);
    expect(data.topic!.translations).toEqual([
      { locale: 'en', stale: [] },
      { locale: 'fr', stale: ['title'] },
    ]);
    expect(data.topics.nodes).toEqual([{ translation: { stale: ['title'] } }]);
  });

  test('a text that is missing in the request locale is returned in a fallback locale, which the field translation names', async () => {
    const record = { title: { en: 'Boat', de: 'Boot' }, definition: { en: 'It floats.' }, scheme: 'SUBJECT' };
    await save({ slug: 'boat', record, revision: 0 });
    const query = `{ topic(slug: "boat") { title definition translation { locale missing fellBackTo }
      next: translation(locale: de) { missing fellBackTo } } }`;
    const { data } = await server.execute(query, {}, { headers: { 'accept-language': 'fr, de' } });
    expect(data.topic).toEqual({
      title: 'Boot',
      definition: 'It floats.',
      translation: { locale: 'fr', missing: ['title', 'definition'], fellBackTo: 'de' },
      next: { missing: ['definition'], fellBackTo: 'en' },
    });
  });
});

test('of four parallel saves with the same expectedRevision, one succeeds and the others conflict', async () => {
  await save({ slug: 'raced', record: topic('Start'), revision: 0 });
  const titles = ['One', 'Two', 'Three', 'Four'];
  const answers = await Promise.all(titles.map((title) => save({ slug: 'raced', record: topic(title), revision: 1 })));
  const written = answers.filter(({ data }) => data.topicSave.revision === 2);
  const conflictResponses = answers.filter(({ data }) => data.topicSave.obstacle?.__typename === 'Conflict');
  expect([written.length, conflictResponses.length]).toEqual([1, 3]);
});

test('a saved country group is found by its code and new name shortly afterwards, and no longer by its old name', async () => {
  const query =
    'mutation ($title: String, $revision: Int!) { groupSave(slug: "test-group", expectedRevision: $revision, ' +
    'options: { publish: true }, record: { title: { en: $title }, code: "TEST_GROUP" }) { revision userErrors { message } } }';
  const write = (title: string, revision: number) => server.execute(query, { title, revision }, { headers: editor });
  const read = async (code: string) => {
    const { data } = await server.execute('query ($code: String!) { area(code: $code) { area { code } } }', { code });
    return data.area.area?.code ?? null;
  };
  const becomes = async (code: string, expected: string | null) => {
    const deadline = Date.now() + 5000;
    while ((await read(code)) !== expected && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await read(code)).toBe(expected);
  };
  expect((await write('Seven towers', 0)).data.groupSave).toEqual({ revision: 1, userErrors: [] });
  await becomes('seven towers', 'TEST_GROUP');
  await write('Eight towers', 1);
  await becomes('Eight Towers', 'TEST_GROUP');
  await becomes('seven towers', null);
  expect((await server.execute('{ group(by: { code: "test_group" }) { title } }')).data.group!.title).toBe(
    'Eight towers',
  );
});

test('describeInUse lists at most a hundred linking entries, with their total number', () => {
  const uses = Array.from({ length: 101 }, (_, index) => ({
    kind: 'Topic',
    slug: `t-${index}`,
    path: 'a.b',
    published: true,
  }));
  const inUseError = describeInUse(server.services.model, uses) as {
    count: number;
    usedBy: { slug: string; path: string[] }[];
  };
  expect([inUseError.count, inUseError.usedBy.length, inUseError.usedBy.at(-1)]).toMatchObject([
    101,
    100,
    { slug: 't-99', entryKind: 'TOPIC', path: ['a', 'b'] },
  ]);
});
