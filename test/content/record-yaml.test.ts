import { recordYaml } from '../../src/content/record-yaml.js';
import { loadModel } from '../../src/model/load-model.js';

const model = loadModel('schema');
const BEFORE = `# yaml-language-server: $schema=../.schema/leaflet.json
# by Ana

title: Leaflet # to be shortened
summary:
  # first the English
  en: What there is. # agreed
  fr: Voila
# by rank
topics:
  # always
  - adverts # checked
  - smuggling
editions:
  - language: fr
    url: https://example.org/fr # printed
  - language: en # the original
    # moved in June
    url: https://example.org/leaflet
# seen by Ben
`;

test('comments are preserved next to changed, moved and last items at every depth', () => {
  const record = {
    title: { en: 'The leaflet' },
    summary: { en: 'What there is.', fr: 'Voilà' },
    topics: ['new', 'adverts'],
    editions: [
      { language: 'en', url: 'https://example.org/new' },
      { language: 'fr', url: 'https://example.org/fr' },
    ],
  };
  const entry = { slug: 'x', status: 'PUBLISHED', originalLocale: 'en', record };
  const earlier = { text: BEFORE, unchanged: new Set<string>() };
  const text = recordYaml(model, model.kind('Leaflet'), entry, ['body'], earlier);
  expect(text).toBe(`# yaml-language-server: $schema=../.schema/leaflet.json
# by Ana

title: The leaflet # to be shortened
summary:
  # first the English
  en: What there is. # agreed
  fr: Voilà
# by rank
topics:
  # always
  - new
  - adverts # checked
editions:
  - language: en # the original
    # moved in June
    url: https://example.org/new
  - language: fr
    url: https://example.org/fr # printed

# seen by Ben
`);
  expect(recordYaml(model, model.kind('Leaflet'), entry, ['body'], { ...earlier, text })).toBe(text);
});

test('a publication time keeps its notation and comment while it is the same moment', () => {
  const text = 'title: Leaflet\npublishAt: 2127-01-31T10:00:00+01:00 # in the morning\n';
  const write = (publishAt: Date) => {
    const entry = { slug: 'x', status: 'DRAFT', originalLocale: 'en', record: { title: { en: 'Leaflet' } }, publishAt };
    return recordYaml(model, model.kind('Leaflet'), entry, [], { text, unchanged: new Set() });
  };
  expect(write(new Date('2127-01-31T09:00:00Z'))).toContain('publishAt: 2127-01-31T10:00:00+01:00 # in the morning\n');
  expect(write(new Date('2127-02-01T09:00:00Z'))).toContain('publishAt: 2127-02-01T09:00:00Z # in the morning\n');
});
