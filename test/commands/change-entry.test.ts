import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseHandle } from '../../src/open-database.js';
import { createTestCli, openSeeded, type TestCli } from './test-cli.js';

let cli: TestCli;
let database: DatabaseHandle;

beforeAll(async () => {
  cli = createTestCli();
  writeFileSync(join(cli.seed, 'topics/draft.yaml'), 'title: Draft\nscheme: SUBJECT\nstatus: DRAFT\n');
  database = await openSeeded(cli);
});
afterAll(async () => {
  await database.close();
  cli.remove();
});

async function json(...argv: string[]) {
  const { exit, out } = await cli.run(...argv, '--json');
  return { exit, ...(JSON.parse(out) as Record<string, unknown>) };
}

test('a draft is published, unpublished and reverted, and its history contains authors and messages', async () => {
  const why = ['--author=Ana', '--message=it was asked for'];
  expect(await cli.run('publish', 'topics/draft', ...why)).toMatchObject({
    exit: 0,
    out: 'topics/draft is published; revision 2, change 2.\n',
    err: 'Run "npx signpost export" to update the files.\n',
  });
  expect(await json('publish', 'topics/draft')).toMatchObject({ exit: 0, outcome: 'UNCHANGED', revision: 2 });
  expect(await json('unpublish', 'topics/draft', ...why)).toMatchObject({ exit: 0, outcome: 'WRITTEN', revision: 3 });
  expect(await json('revert', 'topics/draft', '1', '--publish', ...why)).toMatchObject({ exit: 0, revision: 4 });
  const { out } = await cli.run('history', 'topics/draft');
  const historyLines = out
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));
  expect(historyLines.map(([revision, , action, status, author]) => [revision, action, status, author])).toEqual([
    ['4', 'REVERT', 'PUBLISHED', 'Ana: it was asked for'],
    ['3', 'UNPUBLISH', 'DRAFT', 'Ana: it was asked for'],
    ['2', 'PUBLISH', 'PUBLISHED', 'Ana: it was asked for'],
    ['1', 'SEED', 'DRAFT', expect.stringMatching(/ entries imported$/)],
  ]);
  expect((await cli.run('diff', 'topics/draft')).out).toBe(
    'topics/draft, revision 3 to 4\n    status: DRAFT → PUBLISHED\n',
  );
  expect(await json('diff', 'topics/draft', '2', '4')).toMatchObject({ from: 2, to: 4, changes: [] });
});

test('commands that change an entry reject a stale revision, an entry or slug in use, and an unknown entry', async () => {
  expect(await json('publish', 'topics/smuggling', '--revision=7')).toMatchObject({ exit: 1, outcome: 'CONFLICT' });
  expect(await cli.run('retire', 'topics/adverts')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('resources/guide links to it (topics).\n'),
  });
  expect(await json('unpublish', 'sources/report-2023')).toMatchObject({ exit: 1, outcome: 'IN_USE' });
  expect(await json('rename', 'topics/adverts', 'smuggling')).toMatchObject({
    exit: 1,
    problems: [{ code: 'SLUG_TAKEN' }],
  });
  expect(await cli.run('publish', 'topics/smugling')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('did you mean smuggling?'),
  });
  expect(await json('revert', 'topics/smuggling', '5')).toMatchObject({
    exit: 1,
    problems: [{ code: 'REVISION_UNKNOWN' }],
  });
});

test('a dry run of a command that changes an entry writes nothing', async () => {
  const before = await json('history', 'resources/old-guide');
  expect(await json('retire', 'resources/old-guide', '--links=unlink', '--dry-run')).toMatchObject({
    exit: 0,
    outcome: 'CHECKED',
  });
  expect(await json('history', 'resources/old-guide')).toEqual(before);
});

test('a renamed entry keeps its history, and links to it are updated; it can be retired with --links=keep', async () => {
  expect(await json('rename', 'resources/old-guide', 'first-guide')).toMatchObject({ exit: 0, outcome: 'WRITTEN' });
  const [guide] = await database.store.entries.currentStates([{ kind: 'Resource', slug: 'guide' }]);
  expect(guide!.record['supersedes']).toBe('first-guide');
  const { revisions } = (await json('history', 'resources/first-guide')) as { revisions?: { slug: string }[] };
  expect(revisions!.map(({ slug }) => slug)).toEqual(['first-guide', 'old-guide']);
  expect(await json('retire', 'resources/first-guide', '--links=keep')).toMatchObject({ exit: 0, outcome: 'WRITTEN' });
});

test('"publish --at" schedules a publication, and "--at=never" cancels it', async () => {
  await cli.run('unpublish', 'topics/draft');
  const [now] = await database.store.entries.currentStates([{ kind: 'Topic', slug: 'draft' }]);
  expect(await json('publish', 'topics/draft', '--at=2127-01-31T09:00:00+01:00')).toMatchObject({
    exit: 0,
    outcome: 'SCHEDULED',
    revision: now!.revision,
    at: '2127-01-31T08:00:00.000Z',
  });
  expect((await database.store.schedules.all(10)).map(({ slug }) => slug)).toEqual(['draft']);
  const tried = await cli.run('publish', 'topics/draft', '--at=never', '--dry-run');
  expect(tried).toMatchObject({ exit: 0, out: 'topics/draft is valid; nothing was written.\n' });
  expect(await database.store.schedules.all(10)).toHaveLength(1);
  const taken = await cli.run('publish', 'topics/draft', '--at=never');
  expect(taken).toMatchObject({ exit: 0, out: 'topics/draft is no longer scheduled.\n' });
  expect(await database.store.schedules.all(10)).toEqual([]);
});

test.each([
  [
    ['publish', 'draft'],
    '"draft" is not the name of an entry; use its folder and slug, as in leaflets/jits-guidelines.',
  ],
  [['publish', 'topic/draft'], '"topic/draft" is not the name of an entry; did you mean "topics/draft"?'],
  [['publish', 'topics/draft', '--at=tomorrow'], '"tomorrow" is not a date and time. Write it as 2027-01-31T09:00:00Z'],
  [
    ['publish', 'topics/draft', '--at=2127-02-30T09:00:00Z'],
    '"2127-02-30T09:00:00Z" is not a date and time. Write it as',
  ],
  [['import', 'x.csv', '--indicator=cases', '--retrieved=2024-02-30'], '"2024-02-30" is not a date; write YYYY-MM-DD.'],
  [['publish', 'topics/draft', '--author=Seed'], '"Seed" is reserved for content files'],
  [['publish', 'topics/draft', '--author=A\u001b[31m'], '--author contains an invisible character'],
  [['retire', 'topics/draft', '--links=all'], '--links is one of restrict, unlink, keep, not "all".'],
  [['diff', 'topics/draft', 'first'], 'A revision must be a number from 1, not "first"'],
])('the arguments %j are rejected as a usage error', async (argv, message) => {
  expect(await cli.run(...argv)).toMatchObject({ exit: 2, err: expect.stringContaining(message) });
});

test('an entry with many inbound links is not retired: the first links are listed, and the others counted', async () => {
  const otherCli = createTestCli();
  try {
    for (let index = 0; index < 25; index += 1) {
      const text = `title: Topic ${index}\nscheme: SUBJECT\nbroader: adverts\n`;
      writeFileSync(join(otherCli.seed, `topics/narrower-${index}.yaml`), text);
    }
    expect((await otherCli.run('seed')).exit).toBe(0);
    const { exit, out } = await otherCli.run('retire', 'topics/adverts');
    expect(exit).toBe(1);
    expect(out.match(/ links to it /g)).toHaveLength(20);
    expect(out).toMatch(/^And \d+ more\.$/m);
  } finally {
    otherCli.remove();
  }
});
