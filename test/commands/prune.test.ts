import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';

let server: TestDatabase;
let testCli: TestCli;
let environment: Record<string, string>;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  environment = { MONGODB_URI: server.uri, MONGODB_DB: server.name(`prune${(tests += 1)}`) };
  testCli = createTestCli(environment);
  // Six topics, so that one is less than a fifth.
  for (const slug of ['one', 'two', 'three', 'four']) {
    writeFileSync(join(testCli.seed, `topics/${slug}.yaml`), `title: ${slug}\nscheme: SUBJECT\nbroader: smuggling\n`);
  }
  expect((await testCli.run('seed')).exit).toBe(0);
});
afterEach(() => testCli.remove());
afterAll(() => server.close());

const without = (...slugs: string[]) => slugs.forEach((slug) => rmSync(join(testCli.seed, `topics/${slug}.yaml`)));
const statusOf = async (name: string) => {
  const { out } = await testCli.run('plan', '--prune', '--json');
  const { entries } = JSON.parse(out) as { entries: { kind: string; slug: string; operation: string }[] };
  return entries.find(({ kind, slug }) => `${kind} ${slug}` === name)?.operation ?? null;
};

/** Runs a command as on a terminal with a user who types an answer. */
async function onTerminal(answer: string, ...argv: string[]) {
  const output: string[] = [];
  const questions: string[] = [];
  const print = (text: string) => void output.push(text);
  const prompt = async (question: string) => {
    questions.push(question);
    return Promise.resolve(answer);
  };
  const exit = await runCli(argv, {
    terminal: { out: print, err: print, isInteractive: false, prompt },
    environment: { CONTENT_DIR: testCli.seed, ...environment },
    stopSignal: () => new AbortController().signal,
  });
  return { exit, text: output.join('\n'), questions };
}

test('on a terminal, "seed --prune" shows entries and links to them, and retires only after the answer "y"', async () => {
  without('one');
  writeFileSync(join(testCli.seed, 'topics/two.yaml'), 'title: two\nscheme: SUBJECT\nbroader: one\n');
  writeFileSync(join(testCli.seed, 'topics/one.yaml'), 'title: one\nscheme: SUBJECT\n');
  await testCli.run('seed');
  without('one');
  for (const answer of ['', 'n', 'what?']) {
    const rejectedPrune = await onTerminal(answer, 'seed', '--prune');
    expect(rejectedPrune).toMatchObject({ exit: 1, questions: ['Retire this entry? [y/N] '] });
    expect(rejectedPrune.text).toBe(
      '- topics/one\n    linked to by Topic two (broader); the link remains and shows that it is retired\nNothing was written.',
    );
  }
  expect(await statusOf('Topic one')).toBe('RETIRE');
  const done = await onTerminal('y', 'seed', '--prune');
  expect([done.exit, done.text]).toMatchObject([0, expect.stringContaining('1 retired, ')]);
  expect(await statusOf('Topic one')).toBeNull();
  // No confirmation is required if nothing is removed.
  expect(await onTerminal('', 'seed', '--prune')).toMatchObject({ exit: 0, questions: [] });
});

test('the prompt of pruning shows that a colleague edited an entry that will be retired', async () => {
  await testCli.run('unpublish', 'topics/one', '--author=Ana');
  without('one');
  const { text } = await onTerminal('n', 'seed', '--prune');
  expect(text).toMatch(
    /^- topics\/one\n {4}edited in the database since \(revision 2, Ana, .*\)\nNothing was written\.$/,
  );
  await testCli.run('export');
  without('one');
  expect((await onTerminal('n', 'seed', '--prune')).text).toBe('- topics/one\nNothing was written.');
});

test('without a terminal, prune requires the id of a plan', async () => {
  without('one');
  for (const more of [[], ['--json']]) {
    const rejectedPrune = await (more.length > 0
      ? onTerminal('y', 'seed', '--prune', ...more)
      : testCli.run('seed', '--prune'));
    expect(rejectedPrune.exit).toBe(2);
  }
  expect((await testCli.run('seed', '--prune')).err).toBe(
    'This would retire topics/one. Run "npx signpost plan --prune" to see what links to them, then apply that plan.\n',
  );
  const plan = (await testCli.run('plan', '--prune')).out;
  const [, command] = /To apply it: npx signpost (.*)\n$/.exec(plan)!;
  expect(command).toMatch(/^seed \S+-prune$/);
  expect((await testCli.run(...command!.split(' '))).out).toContain('1 retired, ');
});

test('pruning more than a fifth of a kind, or with an empty folder, requires --prune=all', async () => {
  without('one', 'two');
  const refusalMessage = `"${testCli.seed}" lacks 2 of 6 topics: more than a fifth of a kind, which suggests a wrong folder. If the folder is right, use --prune=all.\n`;
  expect(await testCli.run('seed', '--prune')).toEqual({ exit: 2, out: '', err: refusalMessage });
  expect((await onTerminal('y', 'seed', '--prune')).exit).toBe(2);
  const { out } = await testCli.run('plan', '--prune');
  const [, id] = /To apply it: npx signpost seed (\S+) --prune=all\n$/.exec(out)!;
  expect((await testCli.run('seed', id!)).err).toBe(refusalMessage);
  expect((await testCli.run('seed', id!, '--prune=all')).out).toContain('2 retired, ');

  const empty = join(testCli.out, 'empty');
  mkdirSync(empty, { recursive: true });
  const emptyFolderRun = await testCli.run('seed', '--prune', '--dir', empty);
  expect([emptyFolderRun.exit, emptyFolderRun.err]).toMatchObject([
    2,
    expect.stringContaining(`"${empty}" lacks 1 of 1 groups, `),
  ]);
  expect((await onTerminal('y', 'seed', '--prune=all', '--dir', empty)).text).toContain('21 retired');
  expect((await testCli.run('seed', '--prune=some')).exit).toBe(2);
  expect((await testCli.run('seed', '--prune', '--watch')).exit).toBe(2);
});

test('seeding the same files again restores entries that pruning retired', async () => {
  const otherFolder = join(testCli.out, 'kept');
  cpSync(testCli.seed, otherFolder, { recursive: true });
  without('one');
  await onTerminal('y', 'seed', '--prune');
  cpSync(otherFolder, testCli.seed, { recursive: true });
  const back = await testCli.run('seed');
  expect([back.exit, back.err, back.out]).toMatchObject([0, '', expect.stringContaining('1 changed, ')]);
  expect(await statusOf('Topic one')).toBe('UNCHANGED');

  // Pruning with an empty folder retires all entries.
  const empty = join(testCli.out, 'empty');
  mkdirSync(empty);
  expect((await onTerminal('y', 'seed', '--prune=all', '--dir', empty)).exit).toBe(0);
  expect((await testCli.run('seed')).out).toContain('23 changed');
  expect((await testCli.run('seed')).out).toContain('nothing to do');
});

test('a record with status DRAFT in its file is unpublished, and published once the file omits the status', async () => {
  const file = join(testCli.seed, 'topics/one.yaml');
  writeFileSync(file, 'title: one\nstatus: DRAFT\nscheme: SUBJECT\n');
  expect((await testCli.run('seed')).exit).toBe(0);
  writeFileSync(file, 'title: one\nscheme: SUBJECT\n');
  expect(await testCli.run('seed')).toMatchObject({ exit: 0, err: '' });
});
