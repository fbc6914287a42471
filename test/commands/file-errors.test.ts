import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSystemError } from '../../src/errors.js';
import { createTestCli } from './test-cli.js';

test('a full disk and other system errors are described in words', () => {
  if (!existsSync('/dev/full')) {
    console.log('not tried: this system has no disk that is always full');
    return;
  }
  let thrownError: unknown;
  try {
    writeFileSync('/dev/full', 'text');
  } catch (error) {
    thrownError = error;
  }
  expect(describeSystemError(thrownError)).toBe('the disk is full');
  expect(describeSystemError(new Error('something else'))).toBe('error');
  const watching = Object.assign(new Error(), { syscall: 'watch', code: 'ENOSPC' });
  expect(describeSystemError(watching)).toBe('the limit of watched folders for this user is reached');
});

test('an editor schema that cannot be written leaves no temporary file', async () => {
  const cli = createTestCli();
  try {
    // The copied content may contain editor schemas of an earlier run.
    rmSync(join(cli.seed, '.schema'), { recursive: true, force: true });
    mkdirSync(join(cli.seed, '.schema/topic.json/in-the-way'), { recursive: true });
    expect((await cli.run('validate')).exit).toBe(0);
    expect(readdirSync(join(cli.seed, '.schema')).filter((name) => /\d$/.test(name))).toEqual([]);
  } finally {
    cli.remove();
  }
});

test('an unchanged editor schema is not rewritten, because editors reload it after each write', async () => {
  const cli = createTestCli();
  try {
    const identity = () => statSync(join(cli.seed, '.schema/topic.json')).ino;
    await cli.run('validate');
    const first = identity();
    await cli.run('validate');
    expect(identity()).toBe(first);
  } finally {
    cli.remove();
  }
});

test.each([['history'], ['diff']])('%s of an unknown entry suggests the most similar one', async (verb) => {
  const cli = createTestCli();
  try {
    await cli.run('seed');
    const expected = { exit: 1, err: 'There is no leaflets/digitall; did you mean leaflets/digital?\n' };
    expect(await cli.run(verb, 'leaflets/digitall')).toMatchObject(expected);
  } finally {
    cli.remove();
  }
});
