import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROBLEM_CODES } from '../../src/records/problem-codes.js';
import { invalidContentFixtures, copyOverlay, problemsOf, withContentCopy } from './invalid-content.js';

const allFixtures = invalidContentFixtures();
const TOPIC = 'title: New\nscheme: SUBJECT\n';

/** Broken content that git cannot store, created by the test: how to change a folder, and the expected problem. */
const GENERATED_CASES: { name: string; code: string; file: string; make: (root: string) => void }[] = [
  {
    name: 'a link to a file outside',
    code: 'FILE_OUTSIDE',
    file: 'topics/new.yaml',
    make: (root) => symlinkSync(resolve('test/fixtures/valid/topics/adverts.yaml'), join(root, 'topics/new.yaml')),
  },
  {
    name: 'a link to a folder outside',
    code: 'FILE_OUTSIDE',
    file: 'trends2',
    make: (root) => symlinkSync(tmpdir(), join(root, 'trends2')),
  },
  {
    name: 'a broken link',
    code: 'FILE_UNREADABLE',
    file: 'topics/new.yaml',
    make: (root) => symlinkSync(join(root, 'gone.yaml'), join(root, 'topics/new.yaml')),
  },
  {
    name: 'a name that climbs out of the folder',
    code: 'FILE_NAME_UNSAFE',
    file: 'topics/..\\..\\new.yaml',
    make: (root) => writeFileSync(join(root, 'topics', '..\\..\\new.yaml'), TOPIC),
  },
  {
    name: 'a name with a control character, shown as an escape',
    code: 'FILE_NAME_UNSAFE',
    file: 'topics/new\\u001b[31m.yaml',
    make: (root) => writeFileSync(join(root, 'topics', 'new\u001b[31m.yaml'), TOPIC),
  },
  {
    name: 'a pipe in place of a file',
    code: 'FILE_IRREGULAR',
    file: 'topics/new.yaml',
    make: (root) => execFileSync('mkfifo', [join(root, 'topics/new.yaml')]),
  },
  {
    name: 'a link to a device',
    code: 'FILE_OUTSIDE',
    file: 'topics/new.yaml',
    make: (root) => symlinkSync('/dev/zero', join(root, 'topics/new.yaml')),
  },
  {
    name: 'a text of more than a megabyte',
    code: 'FILE_TOO_LARGE',
    file: 'topics/new.yaml',
    make: (root) => {
      writeFileSync(join(root, 'topics/new.yaml'), TOPIC);
      truncateSync(join(root, 'topics/new.yaml'), (1 << 20) + 1);
    },
  },
  {
    name: 'figures of more than fifty megabytes',
    code: 'FILE_TOO_LARGE',
    file: 'indicators/cases.csv',
    make: (root) => truncateSync(join(root, 'indicators/cases.csv'), (50 << 20) + 1),
  },
  {
    name: 'a folder inside the folder of a kind',
    code: 'FILE_UNKNOWN',
    file: 'topics/more',
    make: (root) => mkdirSync(join(root, 'topics/more')),
  },
];

test('the valid content to which fixtures are added has no problems', async () => {
  await withContentCopy(async (root) => expect(await problemsOf(root)).toEqual([]));
});

test.each(allFixtures)('the problem in fixture "$name" is reported at its position', async ({ overlay, expected }) => {
  await withContentCopy(async (root) => {
    copyOverlay(overlay, root);
    const found = await problemsOf(root);
    expect(found.map(({ file, line, column, code }) => ({ file, line, column, code }))).toEqual(expected);
    for (const { message } of found) expect(message).not.toBe('');
  });
});

test.each(GENERATED_CASES)('broken content ($name) is reported with the code $code', async ({ code, file, make }) => {
  await withContentCopy(async (root) => {
    make(root);
    const found = (await problemsOf(root)).map((problem) => ({ code: problem.code, file: problem.file }));
    // Claims that quote an unreadable figures file cause no further problems.
    expect(found).toEqual([{ code, file }]);
  });
});

test('a content file without read permission is reported', async () => {
  if (process.getuid?.() === 0) {
    console.log('not tried: whoever runs this may read everything');
    return;
  }
  await withContentCopy(async (root) => {
    chmodSync(join(root, 'topics/smuggling.yaml'), 0);
    expect((await problemsOf(root)).map(({ code }) => code)).toEqual(['FILE_UNREADABLE']);
  });
});

test('every problem code except RULE_FAILED has a fixture that is named after it', () => {
  const coveredCodes = new Set([
    ...allFixtures.map(({ expected }) => expected[0]?.code),
    ...GENERATED_CASES.map(({ code }) => code),
    'RULE_FAILED',
  ]);
  expect(Object.keys(PROBLEM_CODES).filter((code) => !coveredCodes.has(code))).toEqual([]);
  const misnamed = allFixtures.filter(({ name, expected }) => {
    return !name.startsWith(expected[0]!.code.toLowerCase().replaceAll('_', '-'));
  });
  expect(misnamed.map(({ name }) => name)).toEqual([]);
});

test('all errors in several files are reported in one run', async () => {
  await withContentCopy(async (root) => {
    const some = allFixtures.filter(({ name }) => ['date-invalid', 'link-unknown', 'csv-cells'].includes(name));
    for (const { overlay } of some) copyOverlay(overlay, root);
    const codes = (await problemsOf(root)).map(({ code }) => code);
    expect(codes.sort()).toEqual(['CSV_CELLS', 'DATE_INVALID', 'LINK_UNKNOWN']);
  });
});
