import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './run-command.js';
import { bench } from './run-command.js';

let on: Bench;
beforeEach(() => {
  on = bench();
});
afterEach(() => on.remove());

test('validating one file reports its own problems, and that others have some', async () => {
  const named = join(on.seed, 'leaflets/digital.yaml');
  const { exit, out } = await on.run('validate', named);
  expect({ exit, out }).toEqual({ exit: 0, out: expect.stringMatching(/^\d+ records in \d+ files, no problems\.\n$/) });
  writeFileSync(join(on.seed, 'topics/new.yaml'), 'titel: New\nscheme: SUBJECTS\n');
  expect(await on.run('validate', named)).toMatchObject({
    exit: 0,
    out: 'No problems in the named files; 2 problems in other files.\n',
  });
  expect((await on.run('validate')).exit).toBe(1);
});

test('an empty folder is reported', async () => {
  mkdirSync(on.out);
  const empty = ['--dir', on.out];
  expect(await on.run('seed', ...empty)).toMatchObject({ exit: 0, out: 'no records; nothing to do.\n' });
});

test('a record without its file is reported once with a correction, however many links lead to it', async () => {
  rmSync(join(on.seed, 'organisations/agency.yaml'));
  const { exit, out } = await on.run('validate');
  expect(exit).toBe(1);
  expect(out).toContain('organisations/agency.yaml does not exist; restore it or write it');
  const [, count] = /^(\d+) links: there is no organisation "agency"\. If its file was removed, restore it;/m.exec(
    out,
  )!;
  expect(Number(count)).toBe(out.match(/^ {2}.*there is no organisation "agency"/gm)!.length);
});
