import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindModules } from '../../src/kinds/index.js';
import { PROBLEM_CODES } from '../../src/records/problem-codes.js';
import { problemsOf, withContent } from './invalid-content.js';

/** How many broken files are tried. */
const ROUNDS = process.env['LONG'] === '1' ? 3_000 : 150;

/** A sequence of numbers from 0 to 1 that is the same every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SCRAPS = [
  '\u0000',
  '\t',
  '"',
  "'",
  '|',
  '>',
  '- ',
  ': ',
  '{',
  '[',
  '&a ',
  '*a',
  '!!x ',
  '#',
  '\n',
  '\ufeff',
  '\r',
  ',',
];
const BYTES = [Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80])];

function broken(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * (bytes.length + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const choice = random();
  if (choice < 0.2) return bytes.subarray(0, at);
  if (choice < 0.4) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 20))]);
  const scrap = choice < 0.9 ? Buffer.from(pick(SCRAPS)) : pick(BYTES);
  return Buffer.concat([bytes.subarray(0, at), scrap, bytes.subarray(at)]);
}

test('whatever happens to a file, the run ends with known problems in known files', async () => {
  const random = numbers(20_260_101);
  await withContent(async (root) => {
    const files = readdirSync(root).flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => join(folder, name)),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = files[Math.floor(random() * files.length)]!;
      const whole = readFileSync(join(root, file));
      writeFileSync(join(root, file), broken(broken(whole, random), random));
      for (const problem of await problemsOf(root)) {
        expect(Object.keys(PROBLEM_CODES)).toContain(problem.code);
        expect(problem.code).not.toBe('RULE_FAILED');
        expect(files).toContain(problem.file);
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.column).toBeGreaterThan(0);
      }
      writeFileSync(join(root, file), whole);
    }
    expect(await problemsOf(root)).toEqual([]);
  });
});

test.each([
  ['flow lists', `definition: ${'['.repeat(300_000)}`],
  ['flow maps', `definition: ${'{a: '.repeat(100_000)}`],
  ['lists in lists', `definition:\n  ${'- '.repeat(300_000)}x`],
  ['keys of keys', '? '.repeat(300_000)],
])('a bomb of %s is told as too deep, quickly', async (_, bomb) => {
  await withContent(async (root) => {
    writeFileSync(join(root, 'topics/bomb.yaml'), `title: Bomb\nscheme: SUBJECT\n${bomb}`);
    const started = performance.now();
    expect((await problemsOf(root)).map(({ code }) => code)).toEqual(['YAML_TOO_DEEP']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('an alias bomb is never expanded', async () => {
  await withContent(async (root) => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]\n`);
    writeFileSync(join(root, 'topics/bomb.yaml'), `title: Bomb\na0: &a0 x\n${levels.join('')}`);
    const problems = await problemsOf(root);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['YAML_ALIAS']));
    expect(problems[0]).toMatchObject({ file: 'topics/bomb.yaml', line: 2, column: 5 });
  });
});

test('a map of many keys is read in a moment', async () => {
  await withContent(async (root) => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: 1\n`).join('');
    writeFileSync(join(root, 'topics/many.yaml'), `title: Many\nscheme: SUBJECT\n${keys}`);
    const started = performance.now();
    const problems = await problemsOf(root);
    expect(problems).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('a rule that fails is one more problem, and the others are told', async () => {
  const failing = new Map(kindModules);
  const rules = [
    {
      name: 'a rule with a fault',
      check: () => {
        throw new Error('out of order');
      },
    },
  ];
  failing.set('Topic', { rules });
  await withContent(async (root) => {
    writeFileSync(join(root, 'topics/new.yaml'), 'title: New\nscheme: SUBJECT\nbroader: smugling\n');
    const problems = await problemsOf(root, failing);
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'RULE_FAILED topics/adverts.yaml',
      'RULE_FAILED topics/new.yaml',
      'LINK_UNKNOWN topics/new.yaml',
      'RULE_FAILED topics/smuggling.yaml',
    ]);
    expect(problems[0]!.message).toBe('"a rule with a fault" failed: Error: out of order');
  });
});
