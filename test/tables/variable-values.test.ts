import {
  formatFieldValue,
  type InputSpec,
  InvalidTextError,
  parseDefaultValues,
  parseFieldValue,
  parseUrlValues,
  withoutNullValues,
  writeUrlValues,
} from '../../src/saved-queries/variable-values.js';

const field = (name: string, form: InputSpec['form'], isList = false): InputSpec => ({ name, form, isList });
const FIELDS = [
  field('areas', 'AREA', true),
  field('first', 'NUMBER'),
  field('isOpen', 'YES_NO'),
  field('since', 'MOMENT'),
  field('of', 'BREAKDOWN', true),
  field('filter', 'JSON'),
  field('words', 'TEXT'),
];
const read = (search: string) => parseUrlValues(new URLSearchParams(search), FIELDS);

describe('variable values in a URL', () => {
  it('values in a URL are parsed by the type of their input', () => {
    const search =
      'areas=IT,ES&areas=EL&first=5&isOpen=true&since=2024-06-18&of=sex:F&filter={"use":{"eq":"X"}}&words=a, b';
    expect(read(search)).toEqual({
      values: {
        areas: ['IT', 'ES', 'EL'],
        first: 5,
        isOpen: true,
        since: '2024-06-18T00:00:00.000Z',
        of: [{ dimension: 'sex', code: 'F' }],
        filter: { use: { eq: 'X' } },
        words: 'a, b',
      },
      wrong: [],
    });
  });

  it('empty values in a URL and unknown names are ignored', () => {
    expect(read('areas=&first= &other=1').values).toEqual({ areas: null, first: null });
    expect(read('')).toEqual({ values: {}, wrong: [] });
  });

  it('an input that is not a list gets the last of several values in a URL', () => {
    expect(read('first=1&first=2').values).toEqual({ first: 2 });
  });

  it.each([
    ['first', 'ten', 'NUMBER'],
    ['first', '1e3', 'NUMBER'],
    ['isOpen', 'yes', 'YES_NO'],
    ['of', 'women', 'BREAKDOWN'],
    ['filter', '{use', 'JSON'],
  ])('the URL parameter %s=%s is reported as invalid, and the others are parsed', (name, text, reason) => {
    expect(read(`${name}=${text}&words=x`)).toEqual({
      values: { words: 'x' },
      wrong: [{ name, text, reason }],
    });
  });

  it('values that differ from those of the question are written to its URL, and parsed back unchanged', () => {
    const ownValues = parseDefaultValues('{"areas": ["IT"], "first": 10, "words": "x"}');
    const values = {
      ...ownValues,
      areas: ['IT', 'EL'],
      words: null,
      of: [{ dimension: 'sex', code: 'F' }],
      filter: { a: [1] },
    };
    const search = new URLSearchParams();
    writeUrlValues(search, values, ownValues, FIELDS);
    expect(Object.fromEntries(search)).toEqual({ areas: 'IT,EL', words: '', of: 'sex:F', filter: '{"a":[1]}' });
    expect({ ...ownValues, ...parseUrlValues(search, FIELDS).values }).toEqual(values);
    writeUrlValues(search, ownValues, ownValues, FIELDS);
    expect(search.size).toBe(4);
  });
});

describe('form fields of values', () => {
  it.each<[unknown, InputSpec['form'], boolean, string[]]>([
    [null, 'TEXT', false, []],
    [3, 'NUMBER', false, ['3']],
    [false, 'YES_NO', false, ['false']],
    [['IT', 'ES'], 'AREA', true, ['IT', 'ES']],
    [[{ dimension: 'age', code: 'LT18' }], 'BREAKDOWN', true, ['age:LT18']],
    [{ eq: 'X' }, 'JSON', false, ['{"eq":"X"}']],
    [[1, 2], 'JSON', true, ['[1,2]']],
  ])('the value %j is formatted for a form field of type %s and parsed back', (value, form, isList, texts) => {
    expect(formatFieldValue(value, { form })).toEqual(texts);
    expect(parseFieldValue(texts, { form, isList })).toEqual(value);
  });

  it('a malformed text in a form field is rejected with the text and the type of the field', () => {
    expect(() => parseFieldValue(['x'], { form: 'NUMBER', isList: true })).toThrow(new InvalidTextError('x', 'NUMBER'));
  });
});

describe('default values of a question', () => {
  it('the default values of a question are parsed from its JSON; empty without JSON', () => {
    expect([parseDefaultValues(null), parseDefaultValues(' '), parseDefaultValues('{"a": 1}')]).toEqual([
      {},
      {},
      { a: 1 },
    ]);
  });

  it('withoutNullValues removes null values, so that defaults apply', () => {
    expect(withoutNullValues({ a: null, b: undefined, c: 0, d: '' })).toEqual({ c: 0, d: '' });
  });
});
