import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestCli, type TestCli } from './test-cli.js';

let cli: TestCli;
beforeEach(() => {
  cli = createTestCli();
});
afterEach(() => cli.remove());

test('validating one file reports its problems, and whether other files have any', async () => {
  const path = join(cli.seed, 'leaflets/digital.yaml');
  const { exit, out } = await cli.run('validate', path);
  expect({ exit, out }).toEqual({ exit: 0, out: expect.stringMatching(/^\d+ records in \d+ files, no problems\.\n$/) });
  writeFileSync(join(cli.seed, 'topics/new.yaml'), 'titel: New\nscheme: SUBJECTS\n');
  expect(await cli.run('validate', path)).toMatchObject({
    exit: 0,
    out: 'No problems in the named files; 2 problems in other files.\n',
  });
  expect((await cli.run('validate')).exit).toBe(1);
});

test('seeding an empty folder is reported, and changes nothing', async () => {
  mkdirSync(cli.out);
  const empty = ['--dir', cli.out];
  expect(await cli.run('seed', ...empty)).toMatchObject({ exit: 0, out: 'no records; nothing to do.\n' });
});

test('a missing record is reported once with a correction, however many links lead to it', async () => {
  rmSync(join(cli.seed, 'organisations/agency.yaml'));
  const { exit, out } = await cli.run('validate');
  expect(exit).toBe(1);
  expect(out).toContain('organisations/agency.yaml does not exist; restore it or write it');
  const [, count] = /^(\d+) links: there is no organisation "agency"\. If its file was deleted, restore it;/m.exec(
    out,
  )!;
  expect(Number(count)).toBe(out.match(/^ {2}.*there is no organisation "agency"/gm)!.length);
});
