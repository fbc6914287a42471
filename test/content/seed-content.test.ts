import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadContent, type LoadedContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import { type Shape, storedFields } from '../../src/model/model.js';
import { seriesKey } from '../../src/model/breakdown-key.js';
import type { EntryRecord } from '../../src/store/entries.js';
import { model } from './invalid-content.js';
import { UNSOURCED_CLAIMS } from './unsourced-claims.js';

type SeedRecord = LoadedContent['records'][number];

let content: LoadedContent;
const records = new Map<string, EntryRecord>();
/** The texts of each record, with plain apostrophes and single spaces. */
const texts = new Map<string, string>();
beforeAll(async () => {
  content = await loadContent('seed', { model, modules: kindModules });
  for (const { kind, slug, record } of content.records) {
    const key = `${kind.folder}/${slug}`;
    records.set(key, record);
    texts.set(key, JSON.stringify(record).replaceAll('\\n', ' ').replaceAll('’', "'").replaceAll(/\s+/g, ' '));
  }
});

const ofKind = (kind: string) => content.records.filter((each) => each.kind.name === kind);
const name = ({ kind, slug }: SeedRecord) => `${kind.folder}/${slug}`;
const list = <T>(record: EntryRecord, field: string) => (record[field] as T[] | undefined) ?? [];
const inLocale = (record: EntryRecord, field: string, locale: string) =>
  (record[field] as Record<string, string> | undefined)?.[locale];

/** Yields the texts that readers see, with their paths. Leaves out those for editors. */
function* readerTexts(shape: Shape, value: EntryRecord, path: string): Generator<[string, string]> {
  for (const field of storedFields(shape)) {
    const fieldValue = value[field.name];
    if (fieldValue === undefined || fieldValue === null || field.audience !== null) continue;
    for (const each of field.list ? (fieldValue as unknown[]) : [fieldValue]) {
      const at = `${path}.${field.name}`;
      if (field.category === 'object') yield* readerTexts(model.shape(field.type), each as EntryRecord, at);
      else if (field.localised) for (const text of Object.values(each as Record<string, string>)) yield [at, text];
    }
  }
}

test('the seed content has no problems and no warnings', () => {
  expect(content.problems).toEqual([]);
  expect(content.warnings).toEqual([]);
});

test('each external identifier has a known format and belongs to one record', () => {
  const addresses = content.records.flatMap(({ record }) => record['sameAs'] as string[]);
  const FORMS = [
    /^http:\/\/www\.wikidata\.org\/entity\/Q\d+$/,
    /^http:\/\/data\.europa\.eu\/eli\/\w+\/\d{4}\/\d+\/oj$/,
  ];
  expect(addresses.filter((each) => !FORMS.some((form) => form.test(each)))).toEqual([]);
  expect(addresses.filter((each, index) => addresses.indexOf(each) !== index)).toEqual([]);
  expect(addresses.length).toBeGreaterThan(250);
});

describe('public texts', () => {
  const EDITORS_TALK =
    /not found|not retrieved|not opened|to be checked|in (?:the|our) facts|sources? that (?:was|were) read|left empty|as told by/i;

  test('public texts contain no remarks on how the editors found them', () => {
    const talk = content.records
      .filter(({ kind }) => kind.name !== 'Question')
      .flatMap((each) => [...readerTexts(each.kind, each.record, name(each))])
      .filter(([, text]) => EDITORS_TALK.test(text));
    expect(talk).toEqual([]);
  });

  test.each([
    ['Leaflet', ['title', 'summary']],
    ['Resource', ['title', 'summary']],
    ['Trend', ['title', 'summary']],
    ['Topic', ['title', 'definition']],
    ['Route', ['title', 'summary']],
    ['CountryGroup', ['title', 'summary']],
  ])('each %s has its title and its summary or definition in French and German', (kind, fields) => {
    const missing = ofKind(kind).flatMap((each) =>
      fields.flatMap((field) =>
        ['fr', 'de']
          .filter((locale) => !inLocale(each.record, field, locale))
          .map((l) => `${name(each)} ${field} ${l}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('the title of a question about a list of areas contains no word for a number from two to five', () => {
    const areaQuestions = ofKind('Question').filter(({ record }) => /\[AreaCode!\]/.test(record['document'] as string));
    const numbers = /\b(?:two|three|four|five|deux|trois|quatre|cinq|zwei|drei|vier|fünf)\b/i;
    const named = areaQuestions.filter(({ record }) =>
      Object.values(record['title'] as object).some((title) => numbers.test(String(title))),
    );
    expect(named.map(name)).toEqual([]);
    expect(areaQuestions.length).toBeGreaterThan(5);
  });

  test('dimensions and codes of an indicator are named in each of its languages', () => {
    const incomplete = ofKind('Indicator').flatMap((each) => {
      const dimensions = list<EntryRecord>(each.record, 'dimensions');
      const called = dimensions.flatMap((dimension) => [dimension, ...list<EntryRecord>(dimension, 'codes')]);
      const locales = Object.keys(each.record['title'] as object);
      return locales.flatMap((locale) =>
        called
          .filter((element) => inLocale(element, 'title', locale) === undefined)
          .map(() => `${name(each)} ${locale}`),
      );
    });
    expect([...new Set(incomplete)]).toEqual([]);
  });

  test('an indicator with 20 cells or more has title and definition in French and German', () => {
    const large = ofKind('Indicator').filter(
      ({ figures }) => (figures ?? []).reduce((sum, { points }) => sum + points.length, 0) >= 20,
    );
    expect(large.length).toBeGreaterThanOrEqual(20);
    const missing = large.flatMap((each) =>
      ['title', 'definition'].flatMap((field) =>
        ['fr', 'de']
          .filter((locale) => !inLocale(each.record, field, locale))
          .map((l) => `${name(each)} ${field} ${l}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('leaflets and trends', () => {
  test('every leaflet links topics, trends and resources', () => {
    const bare = ofKind('Leaflet').filter(({ record }) => {
      const resources = [...list(record, 'resources'), ...list(record, 'seeAlso')];
      return resources.length === 0 || list(record, 'topics').length === 0 || list(record, 'trends').length === 0;
    });
    expect(bare.map(name)).toEqual([]);
  });

  test('leaflets and trends have at least 20 claims', () => {
    const claims = [...ofKind('Leaflet'), ...ofKind('Trend')].flatMap(({ record }) => list(record, 'claims'));
    expect(claims.length).toBeGreaterThanOrEqual(20);
  });

  test('every Member State has a law', () => {
    const members = ofKind('CountryGroup').find(({ slug }) => slug === 'eu27-2020')!;
    const slugs = list<{ country: string }>(members.record, 'members').map(({ country }) => country);
    const areas = new Set(ofKind('Law').map(({ record }) => String(record['area']).split('/')[1]));
    expect(slugs.filter((slug) => !areas.has(slug))).toEqual([]);
  });

  test('a case has a source, has a date or a note, and cites a source for each of several results of one type', () => {
    const cases = ofKind('Case');
    expect(cases.length).toBeGreaterThanOrEqual(51);
    const incomplete = cases.filter(({ record }) => {
      const results = list<EntryRecord>(record, 'results').filter((each) =>
        /^As stated/.test(inLocale(each, 'scope', 'en') ?? ''),
      );
      const alone = results.filter((each) => results.filter(({ type }) => type === each['type']).length > 1);
      return (
        list(record, 'citations').length === 0 ||
        (record['startsOn'] == null && !inLocale(record, 'note', 'en')) ||
        alone.some((each) => list(each, 'citations').length === 0)
      );
    });
    expect(incomplete.map(name)).toEqual([]);
  });

  test('every Member State has an English body text of at least 150 characters', () => {
    const members = ofKind('CountryGroup').find(({ slug }) => slug === 'eu27-2020')!;
    const slugs = list<{ country: string }>(members.record, 'members').map(({ country }) => country);
    expect(slugs).toHaveLength(27);
    const without = ofKind('Country').filter(
      ({ slug, record }) => slugs.includes(slug) && (inLocale(record, 'body', 'en') ?? '').length < 150,
    );
    expect(without.map(name)).toEqual([]);
  });

  test('a rising trend has a claim, an indicator or two sources', () => {
    const unborne = ofKind('Trend').filter(({ record }) => {
      const borne = list(record, 'claims').length + list(record, 'indicators').length > 0;
      return record['direction'] === 'RISING' && !borne && list(record, 'citations').length < 2;
    });
    expect(unborne.map(name)).toEqual([]);
  });
});

describe('sources', () => {
  test('no source of figures has the URL of a code repository', () => {
    const cited = new Set(
      ofKind('Indicator').flatMap(({ figures }) =>
        (figures ?? []).flatMap(({ points }) => points.map(({ source }) => source)),
      ),
    );
    const wrong = ofKind('Source').filter(
      ({ slug, record }) => cited.has(slug) && /github\.com/.test(String(record['url'] ?? '')),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test('the URL of each act of the European Union is its European Legislation Identifier', () => {
    const acts = ofKind('Law').filter(({ slug }) => /^eu-\d{4}-\d+$/.test(slug));
    expect(acts.length).toBeGreaterThanOrEqual(10);
    const without = acts.filter(({ record }) => !/^http:\/\/data\.europa\.eu\/eli\//.test(String(record['url'])));
    expect(without.map(name)).toEqual([]);
  });
});

describe('figures', () => {
  const cells = ({ figures }: SeedRecord) => (figures ?? []).reduce((sum, { points }) => sum + points.length, 0);

  test('at least 40 indicators have 20 cells or more, and all indicators together have 60 000 cells or more', () => {
    const counts = ofKind('Indicator').map(cells);
    expect(counts.filter((count) => count >= 20).length).toBeGreaterThanOrEqual(40);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(60_000);
  });

  test('no figures are from publishers whose terms prohibit redistribution', () => {
    const forbidden = ofKind('Indicator').filter(
      (each) => cells(each) > 0 && ['frontex', 'unodc'].includes(String(each.record['publisher'])),
    );
    expect(forbidden.map(name)).toEqual([]);
  });

  // Expected figures, as in the publishers' files.
  test.each([
    ['unhcr-asylum-applications', 'DE', '2015', {}, 476_629],
    ['unhcr-asylum-applications-by-origin-and-destination', 'DE', '2015', { origin: 'SY' }, 162_510],
    ['eurostat-first-time-applicants-by-citizenship', 'DE', '2015', { citizen: 'SY' }, 158_655],
    ['eurostat-first-time-applicants-by-citizenship', 'SE', '2015', { citizen: 'AF' }, 41_190],
    ['eurostat-found-illegally-present-by-citizenship', 'GR', '2015', { citizen: 'SY' }, 499_495],
    ['eurostat-found-illegally-present-by-reason-and-place', 'DE', '2023', {}, 263_670],
    ['eurostat-uam-applicants-by-citizenship', 'DE', '2015', { citizen: 'AF' }, 7645],
    ['eurostat-uam-applicants-by-citizenship', 'SE', '2015', { citizen: 'AF', age: 'Y16-17', sex: 'M' }, 11_130],
    ['un-desa-migrant-stock', 'DE', '2024', {}, 16_750_084],
    ['unhcr-arrivals-monthly', 'GR', '2015-10', {}, 211_663],
    ['world-bank-population', 'DE', '2020', {}, 83_628_712],
  ])("%s for %s in %s %j equals the publisher's figure", (indicator, area, period, breakdown, value) => {
    const { figures } = ofKind('Indicator').find(({ slug }) => slug === indicator)!;
    const key = seriesKey({ area, breakdown });
    const series = figures!.find((each) => seriesKey(each) === key);
    expect(series?.points.find((point) => point.period === period)?.value).toBe(value);
  });
});

const parts = (key: string, field: string) => (records.get(key)?.[field] ?? []) as readonly EntryRecord[];

describe('Denmark', () => {
  test('Denmark has a Representative at Eurojust and no national desk, unlike the other Member States', () => {
    const members = parts('groups/eu', 'members').filter(({ to = null }) => to === null);
    const withDesk = members.filter(({ country }) =>
      parts(`countries/${String(country)}`, 'cooperation').some(({ type }) => type === 'NATIONAL_DESK'),
    );
    expect(members).toHaveLength(27);
    expect(members.filter((each) => !withDesk.includes(each)).map(({ country }) => country)).toEqual(['dk']);
    expect(parts('countries/dk', 'cooperation')).toContainEqual(
      expect.objectContaining({ type: 'REPRESENTATIVE', state: 'IN_FORCE', partner: 'eurojust' }),
    );
    expect(parts('countries/dk', 'cooperation')).toContainEqual(
      expect.objectContaining({ type: 'COOPERATION_AGREEMENT', date: '2019-10-07', partner: 'eurojust' }),
    );
    expect(texts.get('countries/dk')).toContain('as an observer without a vote');
    expect(texts.get('organisations/eurojust')).toContain('Denmark has a Representative');
  });

  test('the content states that Regulation (EU) 2023/1543 does not apply to Denmark', () => {
    expect(texts.get('countries/dk')).toMatch(/Regulation \(EU\) 2023\/1543[^.]* does not apply to Denmark/);
    expect(texts.get('laws/eu-2023-1543')).toContain('does not apply to Denmark');
  });
});

describe('sections 96 and 97 of the German Residence Act', () => {
  const LAW = 'laws/de-aufenthg-96';

  test('section 96 of the German Residence Act requires a pecuniary benefit for aiding a stay', () => {
    expect(texts.get(LAW)).toContain('helping foreigners to stay without permission for a pecuniary benefit');
    expect(texts.get(LAW)).toContain('For helping a person to stay, a pecuniary benefit is required');
  });

  test('the minimum terms in the Act are six months in section 96(2) and three years in section 97(2)', () => {
    const minimum = (section: string) =>
      parts(LAW, 'tiers')
        .filter(({ offence }) => JSON.stringify(offence).includes(section))
        .map(({ minYears }) => minYears);
    expect([minimum('section 96(2)'), minimum('section 97(2)')]).toEqual([[0.5], [3]]);
  });
});

test('the euro area has had 21 members since 1 January 2026', () => {
  const members = parts('groups/euro-area', 'members');
  const membersOn = (day: string) => members.filter(({ from }) => String(from) <= day);
  expect([membersOn('2025-12-31').length, membersOn('2026-01-01').length, members.length]).toEqual([20, 21, 21]);
  expect(members).toContainEqual({ country: 'bg', from: '2026-01-01' });
});

test('the text on Serbia states both counts of arrests, by Eurojust and by Europol', () => {
  expect(texts.get('countries/rs')).toMatch(/Eurojust counts 29 arrests in that case/);
  expect(texts.get('countries/rs')).toMatch(/Europol speaks of 25 arrests/);
});

test('no text of the seed calls migrants customers', () => {
  const found = [...texts].filter(([, text]) => /\bcustomers?\b|\bKunden?\b|\bclientes\b/i.test(text));
  expect(found.map(([key]) => key)).toEqual([]);
});

test.each(Object.entries(UNSOURCED_CLAIMS))('%s repeats no phrase that its sources do not support', (key, phrases) => {
  expect(phrases.filter((phrase) => texts.get(key)!.includes(phrase))).toEqual([]);
});
