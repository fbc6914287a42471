import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseArguments } from '../../src/commands/parse-arguments.js';
import { commands } from '../../src/commands/index.js';
import { formatProblems } from '../../src/commands/format-problems.js';
import { createProcessTerminal } from '../../src/commands/terminal.js';
import { readConfig } from '../../src/config.js';
import { FORMER_ENVIRONMENT_VARIABLES } from '../../src/former-names.js';
import type { Problem } from '../../src/records/problem.js';
import { createTestCli, runCliIn, type TestCli } from './test-cli.js';

let cli: TestCli;
beforeEach(() => void (cli = createTestCli()));
afterEach(() => cli.remove());

test('validating valid content exits with 0 and prints the number of records and files', async () => {
  expect(await cli.run('validate')).toEqual({ exit: 0, out: '19 records in 24 files, no problems.\n', err: '' });
});

test('validation errors are listed by file in columns, with a total', async () => {
  const folder = cli.seed.replace(/seed$/, 'other');
  mkdirSync(join(folder, 'countries'), { recursive: true });
  mkdirSync(join(folder, 'sources'));
  mkdirSync(join(folder, 'topics'));
  cpSync(join(cli.seed, 'topics/smuggling.yaml'), join(folder, 'topics/smuggling.yaml'));
  writeFileSync(
    join(folder, 'countries/it.yaml'),
    'titel: Italy\nalpha3: ITA\nofficialLanguages:\n  - it\n  - Italian\n',
  );
  writeFileSync(
    join(folder, 'sources/report.yaml'),
    'title: Report\npublisherName: Agency\nreadIn: yes please\npublishedOn: 12 March\n',
  );
  writeFileSync(join(folder, 'topics/minors.yaml'), 'title: Minors\nscheme: SUBJECT\nbroader: smugling\n');
  const { exit, out } = await cli.run('validate', folder);
  expect(exit).toBe(1);
  expect(out.replaceAll(folder, 'seed')).toBe(
    [
      'seed/countries/it.yaml',
      '  1:1  titel                 unknown field                     did you mean title?',
      '  5:5  officialLanguages[1]  "Italian" is not a language code  did you mean it?',
      'seed/sources/report.yaml',
      '  3:9   readIn       "yes please" is not a group of fields  a copy has holder, url, file, commit, sha256, retrievedOn',
      '  4:14  publishedOn  "12 March" is not a date               write YYYY-MM-DD, or the year or month alone',
      'seed/topics/minors.yaml',
      '  3:10  broader  there is no topic "smugling"  did you mean smuggling?',
      '5 problems in 3 files. Nothing was written.',
      '',
    ].join('\n'),
  );
});

test('validating one file reports no errors of other files, which are read only to resolve links', async () => {
  writeFileSync(join(cli.seed, 'topics/one.yaml'), 'title: One\nscheme: SUBJECT\nbroader: two\n');
  writeFileSync(join(cli.seed, 'topics/two.yaml'), 'title: Two\nscheme: WRONG\n');
  expect((await cli.run('validate', join(cli.seed, 'topics/one.yaml'))).exit).toBe(0);
  expect((await cli.run('validate', join(cli.seed, 'topics/two.yaml'))).exit).toBe(1);
  expect((await cli.run('validate', join(cli.seed, 'sources'))).exit).toBe(0);
  expect((await cli.run('validate', join(cli.seed, 'topics'))).exit).toBe(1);
});

test('a validation error on many lines of a file is printed for the first lines, and counted for the others', async () => {
  const csv = join(cli.seed, 'indicators/cases.csv');
  const rows = Array.from({ length: 30 }, (_, index) => `IT,${1990 + index},"1,0${10 + index}",,,report-2023,,\n`).join(
    '',
  );
  writeFileSync(csv, `area,period,value,state,flags,source,note,sex\n${rows}UK,2023,1,,,report-2023,,\n`);
  const { out } = await cli.run('validate', csv);
  const lines = out.split('\n');
  expect(lines.slice(1, 6).map((line) => line.trim().replace(/ +/g, ' '))).toEqual(
    [2, 3, 4, 5, 6].map((line) => `${line}:9 value "1,0${line + 8}" is not a number write 10${line + 8}`),
  );
  expect(out).toContain('32:1  area   "UK" is not the code of an area  use the code of a country');
  const others = Array.from({ length: 20 }, (_, index) => index + 7).join(', ');
  expect(lines).toContain(`  and 25 more like the one in line 2: lines ${others} …`);
  expect(out).toContain('31 problems. Nothing was written.');
});

test('the text and JSON output of a validation contain all problems, however many', async () => {
  const fields = Array.from({ length: 80 }, (_, index) => `wrong${index}: 1\n`).join('');
  writeFileSync(join(cli.seed, 'topics/new.yaml'), `title: New\nscheme: SUBJECT\n${fields}`);
  const { out } = await cli.run('validate');
  expect(out.split('\n').filter((line) => line.includes('unknown field'))).toHaveLength(80);
  expect(out).toContain('80 problems. Nothing was written.');
  const json = await cli.run('validate', '--json');
  const { problems } = JSON.parse(json.out) as { problems: Problem[] };
  expect(json.exit).toBe(1);
  expect(problems).toHaveLength(80);
  expect(problems[0]).toEqual({
    file: join(cli.seed, 'topics/new.yaml'),
    line: 3,
    column: 1,
    code: 'FIELD_UNKNOWN',
    message: 'unknown field',
    tip: 'a topic has title, sameAs, scheme, definition, altLabels, broader, relatedTopics, citations …',
    path: 'wrong0',
    at: ['wrong0'],
    record: 'topics/new',
  });
});

test.each([
  [['valdate'], 'There is no command "valdate"; did you mean "npx signpost validate"?'],
  [['constructor'], 'There is no command "constructor"; the commands are'],
  [['validate', '--jsn'], '"signpost validate" has no option --jsn; did you mean --json?'],
  [['validate', '--json=yes'], '--json takes no value'],
  [['seed', '--dir'], '--dir needs a value'],
  [['seed', '--dir', '--prune'], '--dir needs a value; one that begins with "-" is written --dir=--prune'],
  [['backup'], '"signpost backup" needs <file>'],
  [['import', 'figures.csv'], '"signpost import" needs --indicator=<indicator>'],
  [['import', '--indicator=x'], '"signpost import" needs <file>…'],
  [['serve', '--host='], '--host is empty; remove it, or give it a value'],
  [['export', ''], '<dir> is empty; remove it, or give it a value'],
  [['plan', '-j'], '"signpost plan" has no option -j'],
  [['plan', '--dir=seed'], '"signpost plan" has no option --dir'],
  [['plan', '--prune=none'], '--prune takes no value or the value "all", not "none".'],
  [['links', '--max=abc'], '--max must be a number from 1, not "abc".'],
  [['serve', '--port=http'], '"http" is not a port. Use a number from 0 to 65535.'],
  [['help', 'sed'], 'There is no command "sed"; did you mean "npx signpost seed"?'],
  [['export', 'one', 'two'], '"signpost export" does not take "two"'],
  [['validate', 'no/such/folder'], 'There is no file or folder "no/such/folder".'],
  [['seed', '--watch', '--dir=no/such/folder'], 'There is no folder "no/such/folder".'],
])('the arguments %j are rejected as a usage error, with exit code 2', async (argv, message) => {
  const { exit, out, err } = await cli.run(...argv);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('a system error is reported in one line, also with --json', async () => {
  const name = 'x'.repeat(300);
  const message = `The operating system denied access to "${name}" (stat): the name is too long.`;
  expect(await cli.run('validate', name)).toEqual({ exit: 1, out: '', err: `${message}\n` });
  const { exit, out } = await cli.run('validate', name, '--json');
  expect([exit, JSON.parse(out)]).toEqual([1, { error: { code: 'FILE_REFUSED', message, reason: 'ENAMETOOLONG' } }]);
});

test('calling the program without a command prints the list of commands and exits with 2; --help exits with 0', async () => {
  const [none, helpRun] = [await cli.run(), await cli.run('--help')];
  expect([none.exit, helpRun.exit, helpRun.out]).toEqual([2, 0, none.out]);
  expect(helpRun.out).toContain('signpost validate');
  expect((await cli.run('plan', '--help')).out).toContain('--prune');
});

test('the help of a command shows its usage and each argument', async () => {
  const { out } = await cli.run('backup', '--help');
  expect(out).toMatchInlineSnapshot(`
   "Write the database with its history, figures and tokens, without the key of preview links, into one file.

   npx signpost backup <file> [options]

     <file>       File to write. Only you can read it.
     --overwrite  Overwrite an existing file.
     --json       Print JSON only.

   An example:
     npx signpost backup signpost-2027-01-31.backup
   "
  `);
});

describe('parseArguments', () => {
  const args = {
    first: { type: 'positional', required: true, description: '' },
    more: { type: 'positional', multiple: true, description: '' },
    name: { type: 'string', description: '' },
    each: { type: 'string', multiple: true, description: '' },
    prune: { type: 'string', hasOptionalValue: true, description: '' },
    json: { type: 'boolean', description: '' },
  } as const;
  const read = (...words: string[]) => parseArguments('try', args, words);
  const nothing = { first: 'a', more: [], name: undefined, each: [], prune: undefined, json: false };

  test.each([
    [['a'], nothing],
    [['a', 'b', 'c'], { ...nothing, more: ['b', 'c'] }],
    [
      ['a', '--each', 'x=1', '--name=y', '--each=z', '--json'],
      { ...nothing, each: ['x=1', 'z'], name: 'y', json: true },
    ],
    [['--name', 'x', 'a', '--name', 'y'], { ...nothing, name: 'y' }],
    [['--prune', 'a'], { ...nothing, prune: '' }],
    [['a', '--prune=all', 'b'], { ...nothing, prune: 'all', more: ['b'] }],
    [['a', '--name=--json', '--name', '-'], { ...nothing, name: '-' }],
    [['--', 'a', '--json'], { ...nothing, more: ['--json'] }],
  ])('parseArguments parses %j', (words, expected) => {
    expect(read(...words)).toEqual(expected);
  });

  test('parseArguments rejects options named like a positional argument or a member of Object.prototype', () => {
    expect(() => read('--first=a')).toThrow('has no option --first');
    expect(() => read('--constructor')).toThrow('has no option --constructor');
  });
});

test('an invalid environment variable is a usage error', async () => {
  const { exit, err } = await runCliIn({ PORT: 'http', LOG_LEVEL: 'errors' }, 'validate');
  expect(exit).toBe(2);
  expect(err).toBe('PORT is "http"; use a number from 0 to 65535\nLOG_LEVEL is "errors"; did you mean error?\n');
});

test('a command exits with 3 if the database does not respond', async () => {
  const environment = { MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=300', CONTENT_DIR: cli.seed };
  const { exit, out } = await runCliIn(environment, 'plan', '--json');
  expect(exit).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'DATABASE_UNREACHABLE' } });
});

test('bin/signpost.js reports that the program is not built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-bin-'));
  try {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    cpSync('bin/signpost.js', join(folder, 'bin/signpost.js'));
    const run = promisify(execFile)(process.execPath, [join(folder, 'bin/signpost.js'), 'validate']);
    await expect(run).rejects.toMatchObject({
      code: 2,
      stderr: 'signpost is not built yet; run "npm run build" once.\n',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('"help <command>" prints the help of a command; the overview names environment variables and the version', async () => {
  expect((await cli.run('help', 'backup')).out).toBe((await cli.run('backup', '--help')).out);
  const { out } = await cli.run('help');
  const read = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
  const named = [...read].filter((name) => !(name in FORMER_ENVIRONMENT_VARIABLES));
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(out).toContain(`  ${name} `);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await cli.run('--version')).toEqual({ exit: 0, out: `${version}\n`, err: '' });
});

test('the arguments of every example in the help of a command can be parsed', async () => {
  for (const [name, load] of Object.entries(commands)) {
    const { args, examples } = await load();
    for (const [verb, ...words] of examples.map((example) => example.split(' '))) {
      expect(verb).toBe(name);
      expect(() => parseArguments(name, args, words)).not.toThrow();
    }
    expect(examples).not.toEqual([]);
  }
});

test('within the project, the default content and data folders are those in its root', () => {
  const before = process.cwd();
  try {
    // The package root is the location of the program: in tests, the folder of the compiled files.
    process.chdir(join(process.env.TEST_RUN_FOLDER!, 'src/store'));
    expect(readConfig({})).toMatchObject({ seedDir: '../../seed', dataDir: '../../.data' });
    expect(readConfig({ CONTENT_DIR: 'other' }).seedDir).toBe('other');
  } finally {
    process.chdir(before);
  }
  expect(readConfig({})).toMatchObject({ seedDir: 'seed', dataDir: '.data' });
});

test('problems are printed in colour only on a terminal that supports it', () => {
  const problem = { ...PROBLEM, message: 'unknown field' };
  const stream = (isTTY: boolean, hasColors: boolean) => ({ isTTY, hasColors: () => hasColors, write: () => true });
  const output = (isTTY: boolean, hasColors: boolean) => {
    const stdout = stream(isTTY, hasColors) as unknown as typeof process.stdout;
    const { paint } = createProcessTerminal({ stdin: process.stdin, stdout, stderr: process.stderr });
    return formatProblems([problem], paint);
  };
  expect(output(true, true)).toContain('\u001b[1mseed/topics/new.yaml');
  expect(output(true, false)).not.toContain('\u001b');
  expect(output(false, true)).not.toContain('\u001b');
});

test('an outdated version of Node is reported in one line', () => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); await import('./bin/signpost.js')`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    2,
    'signpost needs Node 20.19 or later, and this is 18.20.0; get one at https://nodejs.org.\n',
  ]);
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('>=20.19');
});

const PROBLEM: Problem = {
  file: 'seed/topics/new.yaml',
  line: 3,
  column: 1,
  code: 'FIELD_UNKNOWN',
  message: '',
  tip: null,
  path: 'titel',
  at: ['titel'],
  record: 'topics/new',
};
