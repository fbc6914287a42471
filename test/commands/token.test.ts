import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';

let database: TestDatabase;
let cli: TestCli;
beforeAll(async () => {
  database = await testDatabase();
  cli = createTestCli({ MONGODB_URI: database.uri, MONGODB_DB: database.name() });
});
afterAll(async () => {
  cli.remove();
  await database.close();
});

test('a token is printed only when it is created; the list contains neither tokens nor digests', async () => {
  const before = await cli.run('token', 'list');
  expect(before.out).toBe('There are no tokens: everyone can read, and no one can edit.\n');
  const createdToken = await cli.run('token', 'create', '--name', 'Anna');
  expect(createdToken.exit).toBe(0);
  expect(createdToken.out.trim()).toMatch(/^[\w-]{43}$/);
  expect(createdToken.err).toMatch(/^Token [0-9a-f]{8} for Anna, EDITOR, does not expire\./);
  const listed = await cli.run('token', 'list', '--json');
  const { tokens } = JSON.parse(listed.out) as { tokens: { name: string; role: string }[] };
  expect(tokens).toMatchObject([{ name: 'Anna', role: 'EDITOR', expiresAt: null, revokedAt: null }]);
  expect(listed.out).not.toContain(createdToken.out.trim());
  expect(listed.out).not.toContain('digest');
  expect((await cli.run('token', 'list')).out).toMatch(/^[0-9a-f]{8}  EDITOR  made on .*, does not expire  Anna\n$/);
});

test('a token can expire, have the administrator role, and be revoked once', async () => {
  const createdToken = await cli.run('token', 'create', '--name', 'Bo', '--role', 'admin', '--days', '30', '--json');
  const { id, role, expiresAt } = JSON.parse(createdToken.out) as { id: string; role: string; expiresAt: string };
  expect(role).toBe('ADMIN');
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  expect((await cli.run('token', 'list')).out).toMatch(new RegExp(`^${id} .* expires on .* Bo$`, 'm'));
  expect(await cli.run('token', 'revoke', id)).toEqual({ exit: 0, out: `Token ${id} is revoked.\n`, err: '' });
  expect((await cli.run('token', 'list')).out).toMatch(new RegExp(`^${id} .* revoked on .* Bo$`, 'm'));
  const repeated = await cli.run('token', 'revoke', id);
  expect([repeated.exit, repeated.err]).toEqual([
    1,
    `There is no valid token "${id}"; run "npx signpost token list" to list them.\n`,
  ]);
});

test.each([
  [['token', 'make'], '"make" is not one of create, list, revoke.\n'],
  [['token', 'lst'], '"lst" is not one of create, list, revoke; did you mean list?\n'],
  [['token', 'create'], 'Say who it is: --name with at most 100 characters.\n'],
  [
    ['token', 'create', '--name', 'A', '--role', 'reader'],
    '"reader" is not a role with tokens. Use editor or admin.\n',
  ],
  [['token', 'create', '--name', 'A', '--days', 'ten'], '"ten" is not a number of days. Use one from 1 to 3650.\n'],
  [['token', 'revoke'], 'Name the token: npx signpost token revoke <id>\n'],
])('the arguments %j are rejected as a usage error', async (argv, err) => {
  expect(await cli.run(...argv)).toEqual({ exit: 2, out: '', err });
});
