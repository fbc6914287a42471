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
  ['^\\N$', 's', ['a', '\r'], ['\n\n']],
  ['^\\s+$', '', ['\t\v\f\r '], ['\u00a0', '\u2028', '\ufeff']],
  ['^\\S$', '', ['\u00a0', 'é', '😀'], [' ', '\v']],
  ['^\\w$', 'i', ['k', 'S', '_', '7'], ['\u212a', '\u017f', 'é']],
  ['^[^\\W_]$', 'i', ['k'], ['\u212a', '_']],
  ['^\\d$', '', ['7'], ['٣']],
  ['\\bé', '', ['aé'], ['é', 'é a']],
  ['k\\b', 'i', ['K', 'xk\u017f'], ['\u212a', 'ka']],
  ['^\\h\\H$', '', ['\u00a0a', '\u180e\n'], ['\n\t', '  ']],
  ['^\\v\\V$', '', ['\u2028a', '\u0085 '], ['a\n', ' a']],
  ['^\\R$', '', ['\r\n', '\v', '\u0085'], ['\n\r', 'a']],
  ['^\\R\\n', '', ['\n\n'], ['\r\n']],
  ['^\\e\\a\\f\\t\\cJ$', '', ['\x1b\x07\f\t\n'], ['ea']],
  ['^\\x{e9}\\xe9\\351\\o{351}\\N{U+e9}$', '', ['ééééé'], ['é']],
  ['^\\x4g\\0\\08$', '', ['\x04g\0\x008'], ['\x4fg']],
  ['\\Qa.b\\E.', '', ['a.bc'], ['axbc', 'a.b']],
  ['^ab\\Q\\E+$', '', ['abb'], ['abab']],
  ['^\\-\\\'\\"\\@\\_\\/\\é$', '', ['-\'"@_/é'], ['\\-']],
  ['^a{,3}b{c}]$', '', ['a{,3}b{c}]'], ['aab{c}]']],
  ['^x{2$', '', ['x{2'], ['xx']],
  ['^\\d-\\w$', '', ['1-a'], ['1a']],
  // classes
  ['^[]a]$', '', [']', 'a'], ['[]a]', '[]']],
  ['^[^]a]$', '', ['b'], [']', 'a']],
  ['^[[:alpha:]]+$', '', ['aZ'], ['é', '1', ':']],
  ['^[[:^alpha:]_]$', '', ['1', '_', 'é'], ['a']],
  ['^[[:upper:]]$', 'i', ['a', 'A'], ['é']],
  ['^[[:upper:]]$', '', ['A'], ['a']],
  ['^[a[:]b]$', '', ['[b]', ':b]'], ['[', 'b']],
  ['^[\\d\\-z]$', '', ['5', '-', 'z'], ['a']],
  ['^[a-c-e]$', '', ['b', '-', 'e'], ['d']],
  ['^[+--]$', '', [','], ['.']],
  ['^[\\1\\b\\8]$', '', ['\x01', '\b', '8'], ['1', 'b']],
  ['^[a\\Q-\\Ez]$', '', ['a', '-', 'z'], ['b']],
  ['^[a-\\x{7a}]$', '', ['b'], ['-']],
  ['^[a&&b^]$', '', ['&', '^'], ['c']],
  ['^[\\S]$', '', ['a', '😀'], [' ']],
  ['^\\pL\\p{Lu}\\p{^Lu}\\PL\\P{^L}$', '', ['éÉé1e'], ['1Éé1e', 'éééée']],
  ['^\\p{Greek}+$', '', ['σΩ'], ['a']],
  ['^[\\p{old italic}\\p{L&}]$', '', ['\u{10300}', 'a'], ['ª', '1']],
  // case
  ['straße', 'i', ['STRAẞE'], ['STRASSE']],
  ['^k$', 'i', ['K', '\u212a'], ['x']],
  ['^[^k]$', 'i', ['a'], ['K', '\u212a']],
  ['^σ$', 'i', ['ς', 'Σ'], ['s']],
  ['a(?i)b|c', '', ['aB', 'C'], ['AB', 'Ab']],
  ['^(?:a(?i)b)c$', '', ['aBc'], ['aBC']],
  ['^(?i:é[x-z])k$', '', ['ÉYk'], ['ÉYK']],
  ['^a(?-i)k$', 'i', ['Ak'], ['AK', 'A\u212a']],
  ['^(?^)a b$', 'ix', ['a b'], ['ab', 'A b']],
  ['^\\p{Lu}$', 'i', ['A'], ['a']],
  ['^(.)\\1$', 'i', ['aA', 'éÉ'], ['ab']],
  // options and layout
  ['(?i)foo', '', ['FOO'], ['fo']],
  ['^(?s:.).$', '', ['\na'], ['a\n\n']],
  ['(?m)^b', '', ['a\nb'], []],
  ['^a b # c\n +c[ #]\\ $', 'x', ['abbc# ', 'abc  '], ['abc', 'a bc# ']],
  ['^(?x: a b ) c$', '', ['ab c'], ['abc', ' a b  c']],
  ['^a(?#any)+$', '', ['aa'], ['a(?#any)']],
  ['a#b', 'xu', ['a'], ['b']],
  // quantifiers, groups, references
  ['^a++b$', '', ['aab'], ['b']],
  ['^a++ab$', '', [], ['aab']],
  ['^a?+ab$', '', ['aab'], ['ab']],
  ['^a{1,2}+a$', '', ['aaa'], ['aa', 'aaaa']],
  ['^(?>\\d+)1', '', [], ['111']],
  ['^(?>foo)+$', '', ['foofoo'], ['fofo']],
  ['^(?=a)*b', '', ['b'], ['c']],
  ['^(?=a){2}a$', '', ['a'], ['b']],
  ['^(?:a|)?b(?:|a)??c$', '', ['abac', 'bc'], ['aabc']],
  ['(?<=a|bc)d', '', ['ad', 'bcd'], ['cd']],
  ['(?<!\\d{2})x', '', ['1x'], ['12x']],
  ["^(?P<n>a|b)(?P=n)\\g{1}\\g{-1}\\g1\\k{n}\\k<n>\\k'n'$", '', ['aaaaaaaa', 'bbbbbbbb'], ['aaaaaaab']],
  ["^(?'q'['\"]).*\\k{q}$", '', ['"a"'], ['"a\'']],
  ['^(a)\\12$', '', ['a\n'], ['aa2']],
  ['^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10$', '', ['abcdefghijj'], ['abcdefghija0', 'abcdefghij\b']],
];

describe('A pattern matches as in PCRE2', () => {
  test.each(CASES)('%j with options %j', (pattern, options, yes, no) => {
    const compiled = compileRegex(pattern, options);
    expect(yes.filter((text) => !compiled.test(text))).toEqual([]);
    expect(no.filter((text) => compiled.test(text))).toEqual([]);
  });

  test('a plain pattern stays as it is', () => {
    expect(String(compileRegex('^abc', ''))).toBe('/^abc/u');
    expect(String(compileRegex('\\/a(b|é)+[^x-z]{2,3}?', 'i'))).toBe('/\\/a(b|é)+[^x-z]{2,3}?/iu');
  });
});

/** Pattern, options, text, the match and its groups. */
test.each<[string, string, string, (string | undefined)[]]>([
  ['(a)|(b)', '', 'b', ['b', undefined, 'b']],
  ['(?<n>a)(?:b)(c)', '', 'abc', ['abc', 'a', 'c']],
  ['(a++)(\\R)(?:(?=b)(b)|c)', '', 'aa\r\nb', ['aa\r\nb', 'aa', '\r\n', 'b']],
  ['x(a*)?', '', 'x', ['x', '']], // JavaScript alone has no value for the group
  ['x(?:|a)??b', '', 'xab', ['xab']],
])('the groups of %j with options %j in %j are its own', (pattern, options, text, found) => {
  expect([...(compileRegex(pattern, options).exec(text) ?? [])]).toEqual(found);
});

describe('A pattern is refused', () => {
  test.each([
    ...['*', 'a**', 'a{2}{3}', '^*', '\\b+', 'a|*', '(?i)*', '{1}', 'a{2,1}', 'a{65536}'],
    ...['(', ')', '(?:a', '(?<n>a', '(?<1>a)', '(?<n>a)(?<n>b)', '(?z)', '(?^-i)', '(?#a', '(?Pz)'],
    ...['[', '[]', '[z-a]', '[\\d-z]', '[a-\\d]', '[[:foo:]]', '[:alpha:]', '[[.a.]]', '[\\B]', '[\\R]', '[\\N]'],
    ...['\\', '\\u00e9', '\\i', '\\x{110000}', '\\x{d800}', '\\c', '\\N{a}', '\\p', '\\k', '\\g'],
    ...['(?<=a*)b', '(?<=x(?:a|bc))d', '(?<=\\R)a', '(?<=a{1,2})b', '(?<=a++)b'],
    '('.repeat(251) + ')'.repeat(251),
  ])('by PCRE2: %s', (pattern) => {
    expect(() => compileRegex(pattern, '')).toThrow(
      expect.objectContaining({ code: 51091, message: expect.stringMatching(/^Regular expression is invalid: ./) }),
    );
  });

  test.each([
    ...['\\G', 'a\\Kb', '\\X', '\\C', '(*UTF)a', '(?R)', '(?1)(a)', '(?&n)(?<n>a)', '(?P>n)(?<n>a)', '\\g<1>(a)'],
    ...['(a)?(?(1)b)', '(?|(a)|(b))\\1', '(?C1)a', '(?J)a', '(?U)a', '(?n)(a)', '(?xx)a', '\\p{Alphabetic}'],
    ...['(?>a|ab)c', '(?>a*b)', '(?:ab)++', '(ab)*+', '(?:a|b)?+'],
    ...[
      '(a)?\\1',
      '(?:(a)|b)\\1',
      '\\1(a)',
      '(a\\1)',
      '(a)(?<=\\1)',
      '(?!(a))\\1',
      '(a)(?i)\\1',
      '(a)\\1\\b(?i)(.)\\2',
    ],
    ...['(a*)+\\1', '(?:(a)|b)*(c)\\2'],
  ])('by this server, also where only a test is wanted: %s', (pattern) => {
    for (const testOnly of [false, true]) {
      expect(() => compileRegex(pattern, '', { testOnly })).toThrow(
        expect.objectContaining({ code: 51091, message: expect.stringContaining('not supported by this server: ') }),
      );
    }
  });

  test.each([
    ['(?:(a)|b)*', 'bb'],
    ['^(a*)*$', 'aa'],
    ['(?<=(a))b', 'ab'],
    ['^(?:|a)+$', 'aa'],
  ])('for its groups, though not for a test: %s', (pattern, text) => {
    expect(() => compileRegex(pattern, '')).toThrow('not supported by this server');
    expect(compileRegex(pattern, '', { testOnly: true }).test(text)).toBe(true);
  });

  test.each([
    ['a\0b', '', 2, 'Regular expression cannot contain an embedded null byte'],
    ['a', 'i\0', 2, 'Regular expression options string cannot contain an embedded null byte'],
    ['é'.repeat(16_383), '', 2, 'Regular expression is too long'],
    ['a', 'g', 51108, ' invalid flag in regex options: g'],
    ['(a)'.repeat(10_000), '', 51091, /not supported by this server: an expression of this size/],
  ])('for what is wrong with it as a whole (%#)', (pattern, options, code, message) => {
    const expected = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(() => compileRegex(pattern, options)).toThrow(expect.objectContaining({ code, message: expected }));
  });
});

test.each<[string, string, string | undefined]>([
  ['^abc', '', 'abc'],
  ['^abc$', '', 'abc'],
  ['^a\\.b\\Q.*\\E[d]', 's', 'a.b.*d'],
  ['^ a b #c\n c', 'x', 'abc'],
  ['\\Aé\\x{1F600}', 'm', 'é😀'],
  ['^ab?c', '', 'a'],
  ['^ab+c', '', 'ab'],
  ['^ab{2,}c', '', 'abb'],
  ['^ab{0}c', '', 'a'],
  ['^a{x', '', 'a{x'],
  ['^a(?i)1b', '', 'a1'],
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
    ['^f oo', 'x', ['foo', 'foo\n', 'foobar']],
    ['^\\Qa.\\E', '', ['a.b']],
    ['\\Afoo', 'm', ['foo', 'foo\n', 'foobar']],
    ['^(?i)FOO\\z', '', ['Foo', 'foo']],
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

  test('$regexFindAll gives the groups of the pattern', async () => {
    const expression = { $regexFindAll: { input: 'a1 bb', regex: '([a-z]++)(\\d)?\\b', options: 'i' } };
    const [row] = await scratch.db
      .collection('t')
      .aggregate([{ $limit: 1 }, { $project: { r: expression } }])
      .toArray();
    expect(row!.r).toEqual([
      { match: 'a1', idx: 0, captures: ['a', '1'] },
      { match: 'bb', idx: 3, captures: ['bb', null] },
    ]);
  });
});
