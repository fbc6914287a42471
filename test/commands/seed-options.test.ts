import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseHandle } from '../../src/open-database.js';
import { createTestCli, openSeeded, type TestCli } from './test-cli.js';

let cli: TestCli;
let database: DatabaseHandle;
beforeEach(async () => {
  cli = createTestCli();
  database = await openSeeded(cli);
});
afterEach(async () => {
  await database.close();
  cli.remove();
});

const FILE = 'topics/adverts.yaml';
function edit(from: string, to: string): void {
  const path = join(cli.seed, FILE);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}
const historyOf = async (entry: string) => (await cli.run('history', entry)).out.split('\n');

test('a seed is recorded with the given author and message', async () => {
  edit('title: Adverts', 'title: Advertising');
  expect(await cli.run('seed', '--author=Ana', '--message=Agreed in June')).toMatchObject({ exit: 0 });
  expect((await historyOf('topics/adverts'))[0]).toMatch(/SEED +PUBLISHED +Ana: Agreed in June$/);
  edit('title: Advertising', 'title: Adverts');
  expect(await cli.run('seed', '--author=Ana')).toMatchObject({ exit: 0 });
  expect((await historyOf('topics/adverts'))[0]).toMatch(/Ana: 1 entry imported$/);
  expect(await cli.run('seed', '--author=seed')).toMatchObject({ exit: 2 });
  // Seeds by another author do not count as edits in the database.
  edit('title: Adverts', 'status: DRAFT\ntitle: Adverts');
  expect(await cli.run('seed', '--author=Ana')).toMatchObject({ exit: 0 });
  edit('status: DRAFT\n', '');
  expect(await cli.run('seed', '--author=Ben')).toMatchObject({ exit: 0 });
});

test('a seed prints the preview links of drafts', async () => {
  edit('title: Adverts', 'status: DRAFT\ntitle: Adverts');
  const { out } = await cli.run('seed');
  expect(out).toMatch(/^ {2}draft {2}http:\/\/127\.0\.0\.1:4000\/preview\/topic\/adverts\?until=\d+&signature=\S+$/m);
  edit('title: Adverts', 'title: Advertising');
  const { previews } = JSON.parse((await cli.run('seed', '--json')).out) as { previews: object };
  expect(previews).toEqual([
    { entry: 'topics/adverts', url: expect.stringContaining('http://127.0.0.1:4000/preview/topic/adverts?until=') },
  ]);
  edit('status: DRAFT\n', '');
  expect((await cli.run('seed')).out).not.toContain('preview');
});

const NEW = 'topics/new.yaml';
const write = (text: string) => writeFileSync(join(cli.seed, NEW), `${text}\ntitle: New\nscheme: SUBJECT\n`);
const PAST = '2024-01-31T09:00:00Z';
const output =
  `warning: ${NEW}:1: publishAt ${PAST} is in the past: the record is published immediately. To hide it from the public, write a ` +
  'later time or status: DRAFT.';

async function warnings(...argv: string[]): Promise<string[]> {
  const { err } = await cli.run(...argv);
  const lines = err.replaceAll(`${cli.seed}/`, '').split('\n');
  return lines.filter((line) => line.startsWith('warning: '));
}

test.each([
  ['new', null],
  ['a draft', 'status: DRAFT'],
])('a seed warns of a past publication time if the record is %s', async (_name, before) => {
  if (before !== null) {
    write(before);
    await cli.run('seed');
  }
  write(`publishAt: ${PAST}`);
  expect(await warnings('validate')).toEqual([output]);
  expect(JSON.parse((await cli.run('validate', '--json')).out)).toMatchObject({ warnings: [expect.any(String)] });
  expect(await warnings('plan')).toEqual([output]);
  expect(JSON.parse((await cli.run('plan', '--json')).out)).toMatchObject({ warnings: [expect.any(String)] });
  expect(await warnings('seed')).toEqual([output]);
  // The record is already public, and stays public.
  for (const text of [`publishAt: ${PAST}`, `publishAt: ${PAST}\naltLabels: [edited]`]) {
    write(text);
    expect([await warnings('validate'), await warnings('plan'), await warnings('seed')]).toEqual([[], [], []]);
  }
});

test('a seed does not warn of a publication time that passed after it was first seeded', async () => {
  const inTwoSeconds = new Date(Date.now() + 2000).toISOString();
  write(`publishAt: ${inTwoSeconds}`);
  await cli.run('seed');
  while (Date.now() <= Date.parse(inTwoSeconds)) await new Promise((resolve) => setTimeout(resolve, 50));
  expect([await warnings('validate'), await warnings('plan'), await warnings('seed')]).toEqual([[], [], []]);
});
