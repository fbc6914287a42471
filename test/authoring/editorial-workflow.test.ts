import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import type { DatabaseHandle } from '../../src/open-database.js';
import { withoutComputedFields } from '../../src/records/replace-links.js';
import { saveRecords } from '../../src/records/save-records.js';
import { createTestCli, openSeeded, type TestCli } from '../commands/test-cli.js';

let testCli: TestCli;
let database: DatabaseHandle;
/** The words that the editor and the colleague have written so far. */
const typedWords = new Set<string>();

beforeAll(async () => {
  testCli = createTestCli();
  database = await openSeeded(testCli);
});
afterAll(async () => {
  await database.close();
  testCli.remove();
});

const path = (name: string) => join(testCli.seed, 'leaflets', name);
const read = (name: string) => readFileSync(path(name), 'utf8');

/** Saves a file of a leaflet like the editor, and records the given words of it as written. */
function write(name: string, text: string, ...words: string[]): void {
  writeFileSync(path(name), text);
  for (const each of words) typedWords.add(each);
}

/** Changes the English text of a field in the database, like a colleague. */
async function editAsColleague(slug: string, field: string, text: string): Promise<void> {
  typedWords.add(text);
  const kind = database.model.kind('Leaflet');
  const [entry] = await database.store.entries.currentStates([{ kind: 'Leaflet', slug }]);
  const { originalLocale, revision: expectedRevision } = entry!;
  const raw = withoutComputedFields(kind, {
    ...entry!.record,
    [field]: { ...(entry!.record[field] as object), en: text },
  });
  const record = { kind, slug, raw, originalLocale, publish: true, expectedRevision };
  const result = await saveRecords(database, [record], { author: 'Ben', message: 'by the API' });
  expect(result.outcome).toBe('WRITTEN');
}

/** Returns the content of the folder and the complete history of the database. */
async function everything(): Promise<string> {
  const files = readdirSync(testCli.seed, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.') && statSync(join(testCli.seed, name)).isFile())
    .map((name) => readFileSync(join(testCli.seed, name), 'utf8'));
  const records: string[] = [];
  for (const slug of ['week', 'our-week']) {
    const revisions = await database.store.log.revisions('Leaflet', slug, 100);
    records.push(...revisions.map(({ record }) => JSON.stringify(record)));
  }
  return [...files, ...records].join('\n');
}

/** Expects that no written word is lost, and that the plan is empty if and only if folder and database agree. */
async function checkNothingLost({ isInSync }: { isInSync: boolean }): Promise<void> {
  const all = await everything();
  expect([...typedWords].filter((each) => !all.includes(each))).toEqual([]);
  const { out } = await testCli.run('plan');
  expect(out.includes('Nothing to do.')).toBe(isInSync);
}

async function run(exit: number, ...argv: string[]): Promise<string> {
  const result = await testCli.run(...argv);
  expect([argv.join(' '), result.exit, result.exit === exit ? '' : result.out + result.err]).toEqual([
    argv.join(' '),
    exit,
    '',
  ]);
  return result.out + result.err;
}

const LEAFLET = 'title: Our week\nsummary: What we did on Monday. # not to be forgotten\nissuer: agency\n';

test('Monday: a draft is written, validated and seeded', async () => {
  write('week.yaml', `status: DRAFT\n${LEAFLET}`, 'What we did on Monday.', '# not to be forgotten');
  await checkNothingLost({ isInSync: false });
  await run(0, 'seed');
  await checkNothingLost({ isInSync: true });
});

test('Tuesday: with --watch, a broken file is reported and a repaired one is seeded', async () => {
  const stop = new AbortController();
  let output = '';
  const print = (text: string) => void (output += `${text}\n`);
  const waitForOutput = async (text: string) => {
    while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const watching = runCli(['seed', '--watch'], {
    terminal: { out: print, err: print, isInteractive: false },
    environment: { CONTENT_DIR: testCli.seed, DATA_DIR: testCli.data },
    stopSignal: () => stop.signal,
  });
  await waitForOutput('nothing to do');
  const editedText = read('week.yaml').replace('on Monday.', 'on Monday: and what on Tuesday.');
  write('week.yaml', editedText, 'on Monday: and what on Tuesday.');
  await waitForOutput('a text with a colon must be in quotes');
  expect(read('week.yaml')).toBe(editedText);
  const mended = editedText.replace(/What .*Tuesday\./, (text) => `"${text}"`);
  write('week.yaml', mended);
  await waitForOutput('1 changed');
  stop.abort();
  expect(await watching).toBe(0);
  await checkNothingLost({ isInSync: true });
});

test('Wednesday: the draft is translated and published', async () => {
  write('week.md', '# What was done\n', 'What was done');
  write('week.fr.md', '# Ce qui a été fait\n', 'Ce qui a été fait');
  const translated = read('week.yaml')
    .replace('status: DRAFT\n', '')
    .replace('title: Our week', 'title:\n  en: Our week\n  fr: Notre semaine');
  write('week.yaml', translated, 'Notre semaine');
  await run(0, 'seed');
  await checkNothingLost({ isInSync: true });
});

test('Thursday: a colleague edits and renames the leaflet, and an export merges this with an edited file', async () => {
  await editAsColleague('week', 'title', 'Our working week');
  write(
    'week.yaml',
    read('week.yaml').replace('Notre semaine', 'Notre semaine de travail'),
    'Notre semaine de travail',
  );
  await checkNothingLost({ isInSync: false });
  expect(await run(1, 'seed')).toContain('would undo edits in the database');
  await run(0, 'rename', 'leaflets/week', 'our-week', '--author=Ben');
  await run(0, 'export');
  expect([existsSync(path('week.yaml')), existsSync(path('week.fr.md'))]).toEqual([false, false]);
  expect(read('our-week.yaml')).toMatch(/Our working week[^]*Notre semaine de travail[^]*# not to be forgotten/);
  await checkNothingLost({ isInSync: false });
  await run(0, 'seed');
  await checkNothingLost({ isInSync: true });
});

test('Friday: two editors change a text; an export reports a conflict, which --keep=file resolves', async () => {
  await editAsColleague('our-week', 'summary', 'What Ben makes of it.');
  const edited = read('our-week.yaml').replace(/summary:[^#]*#/, 'summary: What Ana makes of it. #');
  write('our-week.yaml', edited, 'What Ana makes of it.');
  const before = read('our-week.yaml');
  const conflictRun = await run(1, 'export');
  expect(conflictRun).toContain('What Ana makes of it.');
  expect(conflictRun).toContain('What Ben makes of it.');
  expect(read('our-week.yaml')).toBe(before);
  await checkNothingLost({ isInSync: false });
  await run(0, 'export', '--keep=file');
  await checkNothingLost({ isInSync: false });
  await run(0, 'seed');
  await checkNothingLost({ isInSync: true });
});

test("Saturday: the colleague's revision is restored and exported to the file", async () => {
  const { revisions } = JSON.parse(await run(0, 'history', 'leaflets/our-week', '--json')) as {
    revisions: { revision: number; author: string }[];
  };
  const ofBen = revisions.find(({ author }) => author === 'Ben')!;
  await run(0, 'revert', 'leaflets/our-week', String(ofBen.revision), '--publish', '--author=Ana');
  await run(0, 'export');
  expect(read('our-week.yaml')).toMatch(/What Ben makes of it\.[^]*/);
  await checkNothingLost({ isInSync: true });
});

test('Sunday: the entry is pruned with a plan, then restored by seeding its files again', async () => {
  const names = readdirSync(join(testCli.seed, 'leaflets')).filter((name) => name.startsWith('our-week'));
  const savedFiles = names.map((name) => [name, read(name)] as const);
  for (const [name] of savedFiles) rmSync(path(name));
  expect(await run(2, 'seed', '--prune')).toContain('lacks 1 of 3 leaflets');
  const [, plan] = /npx signpost seed (\S+) --prune=all/.exec(await run(0, 'plan', '--prune'))!;
  await run(0, 'seed', plan!, '--prune=all');
  // No check for lost words here, because comments were only in the deleted files.
  expect(await run(0, 'plan')).toContain('Nothing to do.');
  for (const [name, text] of savedFiles) write(name, text);
  await run(0, 'seed');
  await checkNothingLost({ isInSync: true });
});
