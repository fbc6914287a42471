import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSystemError } from '../../src/errors.js';
import { bench } from './run-command.js';

test('a full disk is reported in plain words', () => {
  if (!existsSync('/dev/full')) {
    console.log('not tried: this system has no disk that is always full');
    return;
  }
  let refused: unknown;
  try {
    writeFileSync('/dev/full', 'text');
  } catch (error) {
    refused = error;
  }
  expect(describeSystemError(refused)).toBe('the disk is full');
  expect(describeSystemError(new Error('something else'))).toBe('error');
  const watching = Object.assign(new Error(), { syscall: 'watch', code: 'ENOSPC' });
  expect(describeSystemError(watching)).toBe('the limit of watched folders for this user is reached');
});

test('an editor schema that cannot be written leaves no temporary file', async () => {
  const on = bench();
  try {
    // The copied folder may contain one of an earlier run.
    rmSync(join(on.seed, '.schema'), { recursive: true, force: true });
    mkdirSync(join(on.seed, '.schema/topic.json/in-the-way'), { recursive: true });
    expect((await on.run('validate')).exit).toBe(0);
    expect(readdirSync(join(on.seed, '.schema')).filter((name) => /\d$/.test(name))).toEqual([]);
  } finally {
    on.remove();
  }
});

test('an unchanged editor schema is not rewritten, because editors reload it after each write', async () => {
  const on = bench();
  try {
    const identity = () => statSync(join(on.seed, '.schema/topic.json')).ino;
    await on.run('validate');
    const first = identity();
    await on.run('validate');
    expect(identity()).toBe(first);
  } finally {
    on.remove();
  }
});

test.each([['history'], ['diff']])('%s of an unknown entry suggests the nearest', async (verb) => {
  const on = bench();
  try {
    await on.run('seed');
    const expected = { exit: 1, err: 'There is no leaflets/digitall; did you mean leaflets/digital?\n' };
    expect(await on.run(verb, 'leaflets/digitall')).toMatchObject(expected);
  } finally {
    on.remove();
  }
});
