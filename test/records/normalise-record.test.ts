import { loadModel } from '../../src/model/load-model.js';
import { NO_LOCATION, type Problem, Report } from '../../src/records/problem.js';
import { normaliseRecord } from '../../src/records/normalise-record.js';

const model = loadModel('schema');

function shaped(kind: string, raw: unknown, originalLocale = 'en') {
  const problems: Problem[] = [];
  const report = new Report(null, NO_LOCATION, problems);
  const record = normaliseRecord(model, model.kind(kind), raw, { originalLocale, report });
  return { record, problems: problems.map(({ code, path }) => `${code} ${path ?? ''}`.trim()) };
}

const topic = { title: 'New', scheme: 'SUBJECT' };

const law = (maxYears: number) => ({ title: 'Law', tiers: [{ offence: 'Basic', maxYears }] });

test('normaliseRecord orders fields as in the SDL, adds absent lists as empty, and omits other absent fields', () => {
  const { record, problems } = shaped('Topic', { scheme: 'SUBJECT', broader: null, title: 'New' });
  expect(problems).toEqual([]);
  expect(JSON.stringify(record)).toBe(
    '{"title":{"en":"New"},"reviewedTranslations":[],"hiddenLabels":[],"sameAs":[],"scheme":"SUBJECT","altLabels":[],"relatedTopics":[],"citations":[]}',
  );
});

test('normaliseRecord assigns a plain text to the original locale, and orders locales as in the model', () => {
  expect(shaped('Topic', { ...topic, title: 'Neu' }, 'de').record['title']).toEqual({ de: 'Neu' });
  const title = shaped('Topic', { ...topic, title: { it: 'Nuovo', fr: null, en: 'New' } }).record['title'];
  expect(JSON.stringify(title)).toBe('{"en":"New","it":"Nuovo"}');
});

test('normaliseRecord converts texts to NFC, trims them and replaces CRLF with line feeds', () => {
  const { record } = shaped('Resource', {
    title: '  Cafe\u0301 ',
    resourceType: 'GUIDE',
    provider: 'agency',
    description: '\r\n\r\n    code\r\n\r\ntext  \r\n',
  });
  expect(record['title']).toEqual({ en: 'Caf\u00e9' });
  expect(record['description']).toEqual({ en: '    code\n\ntext' });
});

test.each([
  ['Topic', { ...topic, altLabels: ['one', null] }, 'VALUE_WRONG_TYPE altLabels[1]'],
  ['Topic', { ...topic, altLabels: ['one', 'one'] }, 'ITEM_TWICE altLabels[1]'],
  ['Topic', { ...topic, altLabels: 'one' }, 'VALUE_WRONG_TYPE altLabels'],
  ['Topic', { ...topic, title: ['New'] }, 'VALUE_WRONG_TYPE title'],
  ['Topic', { ...topic, title: { en: 1 } }, 'VALUE_WRONG_TYPE title.en'],
  ['Topic', { ...topic, id: 'x' }, 'FIELD_COMPUTED id'],
  ['Topic', { ...topic, broader: 'Smuggling' }, 'SLUG_INVALID broader'],
  ['Topic', { ...topic, broader: 'topics/smuggling' }, 'SLUG_INVALID broader'],
  ['Topic', { ...topic, broader: 'sources/smuggling' }, 'LINK_WRONG_KIND broader'],
  ['Topic', 'New', 'VALUE_WRONG_TYPE'],
  ['Topic', { title: 'New' }, 'FIELD_MISSING scheme'],
  ['Topic', { ...topic, citations: [{ locator: 'p. 4' }] }, 'LINK_MISSING citations[0].source'],
  ['Source', { title: 'S', publisherName: 'P', url: 'https://user:secret@example.org' }, 'URL_INVALID url'],
  ['Source', { title: 'S', publisherName: 'P', url: 'https://localhost/x' }, 'URL_INVALID url'],
  ['Source', { title: 'S', publisherName: 'P', url: '//example.org' }, 'URL_INVALID url'],
  ['Source', { title: 'S', publisherName: 'P', url: 'data:text/html,x' }, 'URL_SCHEME url'],
  ['Indicator', { title: 'I', decimals: 2 ** 31 }, 'NUMBER_INVALID decimals'],
  ['Law', law(2 ** 53), 'NUMBER_INVALID tiers[0].maxYears'],
  ['Law', law(-(2 ** 53)), 'NUMBER_INVALID tiers[0].maxYears'],
  ['Law', law(NaN), 'NUMBER_INVALID tiers[0].maxYears'],
  ['Law', law(Infinity), 'NUMBER_INVALID tiers[0].maxYears'],
])('the %s record %j has the problem %s', (kind, raw, expected) => {
  expect(shaped(kind, raw).problems).toContain(expected);
});

test('__proto__, constructor and toString in a record are unknown fields', () => {
  const raw = JSON.parse(
    '{"title":"New","scheme":"SUBJECT","__proto__":{"broader":"x"},"constructor":1,"toString":1}',
  ) as unknown;
  const { record, problems } = shaped('Topic', raw);
  expect(problems).toEqual(['FIELD_UNKNOWN __proto__', 'FIELD_UNKNOWN constructor', 'FIELD_UNKNOWN toString']);
  expect(record['broader']).toBeUndefined();
});

test('normaliseRecord omits invalid values and preserves the others', () => {
  const { record } = shaped('Topic', { title: 'New', scheme: 'WRONG', broader: 'smuggling', altLabels: ['a', ''] });
  const lists = {
    altLabels: ['a'],
    relatedTopics: [],
    reviewedTranslations: [],
    hiddenLabels: [],
    sameAs: [],
    citations: [],
  };
  expect(record).toEqual({ title: { en: 'New' }, broader: 'smuggling', ...lists });
});

test('an empty record of every kind reports exactly its required fields', () => {
  for (const kind of model.kinds) {
    const required = kind.fields.filter(
      ({ required, list, computed, nonEmpty }) => required && (!list || nonEmpty) && !computed,
    );
    expect(shaped(kind.name, {}).problems).toEqual(
      required.map(({ name, link }) => `${link ? 'LINK_MISSING' : 'FIELD_MISSING'} ${name}`),
    );
  }
});

test('only the first 100 unknown names in a record are compared for suggestions', () => {
  const problems: Problem[] = [];
  const report = new Report(null, NO_LOCATION, problems);
  const title = Object.fromEntries(Array.from({ length: 150 }, (_none, index) => [`x${index}`, 'Text']));
  const raw = { ...topic, title: { en: 'New', ...title } };
  normaliseRecord(model, model.kind('Topic'), raw, { originalLocale: 'en', report });
  const tips = problems.map(({ code, tip }) => `${code} ${tip ?? '-'}`);
  expect(tips).toHaveLength(150);
  expect([tips[99], tips[100]]).toEqual(['LOCALE_UNKNOWN one of en, fr, de, es, it', 'LOCALE_UNKNOWN -']);
});

test.each([
  ['a\u001fb', 'a control character (U+001F)'],
  ['a\ud83db', 'half a character (U+D83D)'],
])('the invalid character in %j is reported with its code point', (title, expectedMessage) => {
  const problems: Problem[] = [];
  const report = new Report(null, NO_LOCATION, problems);
  normaliseRecord(model, model.kind('Topic'), { ...topic, title }, { originalLocale: 'en', report });
  expect(problems.map(({ code, message }) => [code, message])).toContainEqual(['TEXT_CHARACTER', expectedMessage]);
});
