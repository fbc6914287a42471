import { BSONRegExp } from 'bson';
import { compileRegex, regexPrefix } from '../../src/embedded/query/regex/compile-regex.js';
import type { ScratchDatabase } from './scratch-database.js';
import { scratchDatabase } from './scratch-database.js';

/** Pattern, options, texts that it matches, texts that it does not: as PCRE2 10.42 answers, which MongoDB 7.0 has. */
const CASES: [string, string, string[], string[]][] = [
  ['', '', ['', 'a'], []],
  ['foo', '', ['a foo'], ['Foo']],
  // ends and lines
  ['^foo$', '', ['foo', 'foo\n'], ['foo\n\n', 'foo\r', 'a\nfoo']],
  ['foo$', 'm', ['foo\nb', 'foo\n\n'], ['foo\r', 'foo\u2028']],
  ['^b', 'm', ['a\nb'], ['a\rb', 'a\u2028b']],
  ['^$', 'm', ['', '\n', 'a\n\nb'], ['a', 'a\n']],
  ['\\Aa\\Z', 'm', ['a', 'a\n'], ['b\na', 'a\nb']],
  ['a\\z', 'm', ['a'], ['a\n']],
  ['$', 'm', ['😀}'], []],
  ['(?!.|$|\\n)', '', [], ['😀', 'a']],
  // one character
  ['^a.b$', '', ['a\rb', 'a\u2028b', 'a\u2029b', 'a😀b'], ['a\nb']],
  ['^a.b$', 's', ['a\nb'], ['ab']],
  ['^\\s+$', '', ['\t\v\f\r '], ['\u00a0', '\u2028', '\ufeff']],
  ['^\\S$', '', ['\u00a0', 'é', '😀'], [' ', '\v']],
  ['^\\w$', 'i', ['k', 'S', '_', '7'], ['\u212a', '\u017f', 'é']],
  ['^[^\\W_]$', 'i', ['k'], ['\u212a', '_']],
  ['^\\d$', '', ['7'], ['٣']],
  ['\\bé', '', ['aé'], ['é', 'é a']],
  ['k\\b', 'i', ['K', 'xk\u017f'], ['\u212a', 'ka']],
  ['^\\-\\\'\\"\\@\\_\\/\\é$', '', ['-\'"@_/é'], ['\\-']],
  ['^a{,3}b{c}]$', '', ['a{,3}b{c}]'], ['aab{c}]']],
  ['^x{2$', '', ['x{2'], ['xx']],
  ['^\\d-\\w$', '', ['1-a'], ['1a']],
  // classes
  ['^[]a]$', '', [']', 'a'], ['[]a]', '[]']],
  ['^[^]a]$', '', ['b'], [']', 'a']],
  ['^[\\d\\-z]$', '', ['5', '-', 'z'], ['a']],
  ['^[a-c-e]$', '', ['b', '-', 'e'], ['d']],
  ['^[+--]$', '', [','], ['.']],
  ['^[a-\\x{7a}]$', '', ['b'], ['-']],
  ['^[a&&b^]$', '', ['&', '^'], ['c']],
  ['^[\\S]$', '', ['a', '😀'], [' ']],
  // case
  ['straße', 'i', ['STRAẞE'], ['STRASSE']],
  ['^k$', 'i', ['K', '\u212a'], ['x']],
  ['^[^k]$', 'i', ['a'], ['K', '\u212a']],
  ['^σ$', 'i', ['ς', 'Σ'], ['s']],
  // options and layout
  ['(?i)foo', '', ['FOO'], ['fo']],
  ['(?m)^b', '', ['a\nb'], []],
  ['^(?:a|)?b(?:|a)??c$', '', ['abac', 'bc'], ['aabc']],
];

describe('A pattern matches as in PCRE2', () => {
  test.each(CASES)('%j with options %j', (pattern, options, yes, no) => {
    const compiled = compileRegex(pattern, options);
    expect(yes.filter((text) => !compiled.test(text))).toEqual([]);
    expect(no.filter((text) => compiled.test(text))).toEqual([]);
  });
});

describe('A pattern is refused', () => {
  test.each([
    ...['*', 'a**', 'a{2}{3}', '^*', '\\b+', 'a|*', '(?i)*', '{1}', 'a{2,1}', 'a{65536}'],
    ...['(', ')', '(?:a', '[', '[]', '[z-a]', '[\\d-z]', '[a-\\d]', '[:alpha:]'],
    ...['\\', '\\x{110000}', '\\x{d800}'],
    '('.repeat(251) + ')'.repeat(251),
  ])('by PCRE2: %s', (pattern) => {
    expect(() => compileRegex(pattern, '')).toThrow(
      expect.objectContaining({ code: 51091, message: expect.stringMatching(/^Regular expression is invalid: ./) }),
    );
  });

  test.each([
    ...[
      '\\G',
      'a\\Kb',
      '\\X',
      '(*UTF)a',
      '(?R)',
      '(?<n>a)',
      '(?P<n>a)',
      '(?#a)',
      'a(?i)b',
      '(?>a|ab)c',
      '(?<=a)b',
      '(?|a)',
    ],
    ...[
      '(a)\\1',
      '\\k{n}',
      '\\g1',
      '\\R',
      '\\N',
      '\\h',
      '\\v',
      '\\pL',
      '\\Qa\\E',
      '\\o{351}',
      '\\cJ',
      '\\u00e9',
      '\\i',
    ],
    ...['a++', 'a?+', '(?=a)*', '[[:alpha:]]', '[[.a.]]', '[\\B]', '[\\1]'],
  ])('by this database, as no plain one: %s', (pattern) => {
    expect(() => compileRegex(pattern, '')).toThrow(
      expect.objectContaining({
        code: 51091,
        message: expect.stringContaining('not offered by the embedded database'),
      }),
    );
  });

  test.each([
    ['a\0b', '', 2, 'Regular expression cannot contain an embedded null byte'],
    ['a', 'i\0', 2, 'Regular expression options string cannot contain an embedded null byte'],
    ['é'.repeat(16_383), '', 2, 'Regular expression is too long'],
    ['a', 'g', 51108, ' invalid flag in regex options: g'],
    ['a', 'x', 51091, /the option "x", which is not offered by the embedded database/],
  ])('for what is wrong with it as a whole (%#)', (pattern, options, code, message) => {
    const expected = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(() => compileRegex(pattern, options)).toThrow(expect.objectContaining({ code, message: expected }));
  });
});

test.each<[string, string, string | undefined]>([
  ['^abc', '', 'abc'],
  ['^abc$', '', 'abc'],
  ['\\Aé\\x{1F600}', 'm', 'é😀'],
  ['^a\\.b', 's', 'a.b'],
  ['^ab?c', '', 'a'],
  ['^ab+c', '', 'ab'],
  ['^ab{2,}c', '', 'abb'],
  ['^ab{0}c', '', 'a'],
  ['^a{x', '', 'a{x'],
  ['^a.', '', 'a'],
  ['^a|^b', '', undefined],
  ['^a', 'i', undefined],
  ['^a', 'm', undefined],
  ['(?m)^a', '', undefined],
  ['(?i)^a', '', undefined],
  ['abc', '', undefined],
  ['^', '', undefined],
])('every match of %j with options %j begins with %j', (pattern, options, prefix) => {
  expect(regexPrefix(new BSONRegExp(pattern, options))?.prefix).toBe(prefix);
});

describe('Through the driver', () => {
  let scratch: ScratchDatabase;
  beforeAll(async () => {
    scratch = await scratchDatabase();
    const texts = ['foo', 'foo\n', 'foobar', 'Foo', 'a.b', 'axb', '\u212a'];
    await scratch.db.collection<{ _id: string; s: string }>('t').insertMany(texts.map((s) => ({ _id: s, s })));
    await scratch.db.collection('t').createIndex({ s: 1 });
  });
  afterAll(() => scratch.stop());

  test.each<[string, string, string[]]>([
    ['^foo$', '', ['foo', 'foo\n']],
    ['\\Afoo', 'm', ['foo', 'foo\n', 'foobar']],
    ['^a\\.', '', ['a.b']],
    ['(?i)^FOO\\z', '', ['Foo', 'foo']],
    ['^\\w$', 'i', []],
  ])('{ $regex: %j, $options: %j } finds %j', async (pattern, options, found) => {
    const filter = { s: { $regex: pattern, $options: options } };
    const documents = await scratch.db.collection('t').find(filter).sort({ s: 1 }).toArray();
    expect(documents.map(({ s }) => s)).toEqual(found);
  });

  test('a pattern that JavaScript alone would take is refused', async () => {
    const find = scratch.db.collection('t').findOne({ s: { $regex: '\\u00e9' } });
    await expect(find).rejects.toMatchObject({ code: 51091 });
  });
});
