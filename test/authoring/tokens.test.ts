import { jest } from '@jest/globals';
import { runCliIn } from '../commands/test-cli.js';
import { setTimeout as pause } from 'node:timers/promises';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { EditingServer, makeToken, topic } from './editing-server.js';

let editing: EditingServer;
beforeAll(async () => {
  editing = await EditingServer.start({ seedDir: null });
});
afterAll(() => editing.close());

const SAVE =
  'mutation ($record: TopicRecord!) { topicSave(slug: "tried", record: $record, expectedRevision: 0) { revision userErrors { code } } }';

function save(authorization?: string) {
  return editing.app.execute(
    SAVE,
    { record: topic('Tried') },
    { headers: authorization === undefined ? {} : { authorization } },
  );
}

test('a mutation without a token is rejected, and the attempt is recorded in the audit log', async () => {
  editing.app.log.length = 0;
  editing.app.commands.length = 0;
  const { errors, data } = await save();
  expect([errors![0]!.extensions.code, data]).toEqual(['UNAUTHENTICATED', { topicSave: null }]);
  // The request is rejected before any database command.
  expect(editing.app.commands).toEqual([]);
  expect(await editing.store.log.head()).toBe(0);
  expect(editing.app.log).toMatchObject([{ audit: true, who: null, role: 'READER', mutation: 'topicSave' }]);
});

test('a token is rejected from the first request after its revocation or expiry', async () => {
  const token = await makeToken(editing.app, { name: 'Bo', role: 'EDITOR' });
  expect((await save(`Bearer ${token}`)).data.topicSave.revision).toBe(1);
  const storedToken = (await editing.store.tokens.all()).find(({ name }) => name === 'Bo')!;
  expect(await editing.store.tokens.revoke(storedToken.id, new Date())).toBe(true);
  expect((await save(`Bearer ${token}`)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  expect(await editing.store.tokens.revoke(storedToken.id, new Date())).toBe(false);

  const short = await makeToken(editing.app, {
    name: 'Cy',
    role: 'EDITOR',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  expect((await save(`Bearer ${short}`)).errors).toBeUndefined();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001);
  expect((await save(`Bearer ${short}`)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  clock.mockRestore();
});

test('a revoked token is rejected immediately by the revoking server, and by others after the change feed delivers the change', async () => {
  // Each server polls for the writes of the other, like servers that share a MongoDB.
  const here = await EditingServer.start({ seedDir: null, pollMs: 200 });
  const there = await seededApp({ seedDir: null, over: here.app.place, pollMs: 200 });
  const servers = [here.app, there];
  const token = await makeToken(here.app, { name: 'Hal', role: 'EDITOR' });
  const headers = { authorization: `Bearer ${token}` };
  const sendQuery = async ({ execute: send }: SeededApp) =>
    (await send('{ topics { totalCount } }', {}, { headers, extensions: { preview: true } })).errors?.[0]!.extensions[
      'code'
    ];
  for (const server of [...servers, ...servers]) expect(await sendQuery(server)).toBeUndefined();
  const storedToken = (await here.store.tokens.all()).find(({ name }) => name === 'Hal')!;
  await here.store.tokens.revoke(storedToken.id, new Date());
  expect(await sendQuery(here.app)).toBe('UNAUTHENTICATED');
  const head = await here.store.log.head();
  while (there.services.store.log.feedState().sequence < head) await pause(10);
  expect(await sendQuery(there)).toBe('UNAUTHENTICATED');
  await there.close();
  await here.close();
});

test('neither the database nor the log contains a token in plain text', async () => {
  const token = await makeToken(editing.app, { name: 'Di', role: 'EDITOR' });
  editing.app.log.length = 0;
  await save(`Bearer ${token}`);
  await save(`Bearer ${token}x`);
  await save(`Basic ${token}`);
  await editing.app.inject({
    url: `/graphql?query=${encodeURIComponent(/* invalid on purpose */ '{nowhere}')}`,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(editing.app.log.map(({ msg, client }) => [msg, client])).toEqual([
    ['a token was refused', '127.0.0.1'],
    ['a token was refused', '127.0.0.1'],
  ]);
  const loggedText = JSON.stringify([
    editing.app.log,
    await editing.store.tokens.all(),
    await editing.store.log.changesBefore(null, 100),
  ]);
  expect(loggedText).not.toContain(token);
  expect(loggedText).toContain('Di');
});

test('a token grants the role for which it was created, and an unknown token is rejected', async () => {
  const admin = await makeToken(editing.app, { name: 'Ed', role: 'ADMIN' });
  expect((await save(`Bearer ${admin}`)).errors).toBeUndefined();
  for (const wrong of ['Bearer x', 'Bearer', `bearer ${'a'.repeat(300)}`, 'Bearer é']) {
    const { errors } = await save(wrong);
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  }
});

test('an audit log line of a rejected mutation contains the user, the role and the request id', async () => {
  const logLines: Record<string, unknown>[] = [];
  const { pino } = await import('pino');
  const log = pino(
    { level: 'warn' },
    { write: (line: string) => logLines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const other = await EditingServer.start({ seedDir: null, log });
  const { headers } = await other.app.execute(SAVE, { record: topic('Tried') });
  expect(logLines).toMatchObject([
    {
      audit: true,
      who: null,
      role: 'READER',
      mutation: 'topicSave',
      requestId: headers['x-request-id'],
      msg: 'mutation rejected',
    },
  ]);
  await other.close();
});

describe('the command signpost token', () => {
  const environment = () => ({ MONGODB_URI: uri, MONGODB_DB: 'tokens' });
  let uri: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { testDatabase } = await import('../support/test-database.js');
    const database = await testDatabase();
    ({ uri, close } = database);
  });
  afterAll(() => close());

  test('signpost token creates a token, lists it without its secret, and revokes it', async () => {
    const createdToken = await runCliIn(
      environment(),
      'token',
      'create',
      '--role',
      'editor',
      '--name',
      'Fay',
      '--expires',
      '2199-12-31',
      '--json',
    );
    expect(createdToken.exit).toBe(0);
    const { id, token, expiresAt } = JSON.parse(createdToken.out) as Record<string, string>;
    expect(expiresAt).toBe('2200-01-01T00:00:00.000Z');
    const listed = await runCliIn(environment(), 'token', 'list');
    expect(listed.out).toContain(`${id}  EDITOR`);
    expect(listed.out + listed.err).not.toContain(token);
    expect((await runCliIn(environment(), 'token', 'revoke', id!)).exit).toBe(0);
    expect((await runCliIn(environment(), 'token', 'revoke', id!)).exit).toBe(1);
    expect((await runCliIn(environment(), 'token', 'list')).out).toContain('revoked on');
  });

  test.each([
    ['--expires', 'soon'],
    ['--expires', '2020-01-01'],
    ['--days', '0'],
    ['--role', 'king'],
  ])('signpost token create rejects %s %s', async (option, value) => {
    expect((await runCliIn(environment(), 'token', 'create', '--name', 'Gus', option, value)).exit).toBe(2);
  });
});
