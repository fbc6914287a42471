import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindModules } from '../../src/kinds/index.js';
import { readTextFile } from '../../src/content/read-file.js';
import { Report } from '../../src/records/problem.js';
import { PROBLEM_CODES } from '../../src/records/problem-codes.js';
import { problemsOf, withContentCopy } from './invalid-content.js';
import { growthBelow } from '../support/cpu-time-growth.js';

/** Number of random broken files. */
const ROUNDS = process.env['LONG'] === '1' ? 1_500 : 50;

/** Returns a seeded generator of numbers from 0 to 1 (mulberry32). */
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
  const pickRandom = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const choice = random();
  if (choice < 0.2) return bytes.subarray(0, at);
  if (choice < 0.4) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 20))]);
  const scrap = choice < 0.9 ? Buffer.from(pickRandom(SCRAPS)) : pickRandom(BYTES);
  return Buffer.concat([bytes.subarray(0, at), scrap, bytes.subarray(at)]);
}

test('random changes to content files cause only problems with known codes, in the changed files', async () => {
  const random = numbers(20_260_101);
  await withContentCopy(async (root) => {
    const files = readdirSync(root).flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => join(folder, name)),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = files[Math.floor(random() * files.length)]!;
      const originalBytes = readFileSync(join(root, file));
      writeFileSync(join(root, file), broken(broken(originalBytes, random), random));
      for (const problem of await problemsOf(root)) {
        expect(Object.keys(PROBLEM_CODES)).toContain(problem.code);
        expect(problem.code).not.toBe('RULE_FAILED');
        expect(files).toContain(problem.file);
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.column).toBeGreaterThan(0);
      }
      writeFileSync(join(root, file), originalBytes);
    }
    expect(await problemsOf(root)).toEqual([]);
  });
});

/** Expects that content with one more file is read in linear time, with problems of one code only. */
async function expectLinear(bound: number, code: string, small: string, large: string): Promise<void> {
  await withContentCopy(async (root) => {
    const read = (text: string) => async () => {
      writeFileSync(join(root, 'topics/bomb.yaml'), `title: Bomb\nscheme: SUBJECT\n${text}`);
      expect(new Set((await problemsOf(root)).map((problem) => problem.code))).toEqual(new Set([code]));
    };
    expect(await growthBelow(bound, read(small), read(large))).toBeLessThan(bound);
  });
}

test.each([
  ['flow lists', (size: number) => `definition: ${'['.repeat(size)}`],
  ['flow maps', (size: number) => `definition: ${'{a: '.repeat(size)}`],
  ['lists in lists', (size: number) => `definition:\n  ${'- '.repeat(size)}x`],
  ['keys of keys', (size: number) => '? '.repeat(size)],
])('a YAML bomb of %s is rejected as too deep, in linear time', async (_, bomb) => {
  await expectLinear(30, 'YAML_TOO_DEEP', bomb(20_000), bomb(200_000));
});

test('an alias bomb is never expanded', async () => {
  await withContentCopy(async (root) => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`,
    );
    writeFileSync(join(root, 'topics/bomb.yaml'), `title: Bomb\na0: &a0 x\n${levels.join('')}`);
    const problems = await problemsOf(root);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['YAML_ALIAS']));
    expect(problems[0]).toMatchObject({ file: 'topics/bomb.yaml', line: 2, column: 5 });
  });
});

test.each([
  ['tags', 'MARKDOWN_HTML', (size: number) => `definition: x ${'<b>x '.repeat(size / 5)}\n`],
  ['hyphens in a URL', 'URL_INVALID', (size: number) => `sameAs: [https${'-'.repeat(size)}]\n`],
])('a text of many %s is parsed in linear time', async (_, code, text) => {
  await expectLinear(30, code, text(9_000), text(90_000));
});

test('unterminated conflict markers are parsed in linear time', async () => {
  await withContentCopy(async (root) => {
    const path = join(root, 'marks.md');
    const read = (size: number) => () => {
      writeFileSync(path, `<<<<<<< a\n${'=======\n'.repeat(size)}`);
      const report = new Report(null, () => ({ file: path, line: 1, column: 1, source: null }), []);
      for (let round = 0; round < 10; round += 1) expect(readTextFile(path, 1 << 20, report)).not.toBeNull();
    };
    expect(await growthBelow(30, read(1_000), read(10_000))).toBeLessThan(30);
  });
});

test('a YAML map of many keys is parsed in linear time', async () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');
  // The second file has four times as many keys. In quadratic time, parsing would take sixteen times as long.
  await expectLinear(10, 'FIELD_UNKNOWN', keys(5000), keys(20_000));
});

test('a validation rule that throws is reported as a problem, and the other rules still report theirs', async () => {
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
  await withContentCopy(async (root) => {
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
