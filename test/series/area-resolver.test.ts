import countries from 'i18n-iso-countries';
import { AreaIndex } from '../../src/series/area-index.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';

const reader = new AreaResolver([
  country('GR', 'GRC', { en: 'Greece', fr: 'Grèce' }, [{ publisher: 'Eurostat', code: 'EL' }]),
  country('GB', 'GBR', { en: 'United Kingdom' }),
  country('XK', 'XKX', { en: 'Kosovo' }),
  country('DE', 'DEU', { en: 'Germany' }),
  country('AT', 'AUT', { en: 'Austria' }),
  country('AU', 'AUS', { en: 'Australia' }),
  country('NA', 'NAM', { en: 'Namibia' }),
  country('CD', 'COD', { en: 'Democratic Republic of the Congo' }),
  area('EU', 'CountryGroup', { en: 'European Union' }, [{ publisher: 'World Bank', code: 'EUU' }]),
  area('EU27_2020', 'CountryGroup', { en: 'European Union, 27 members' }),
  area('WORLD', 'CountryGroup', { en: 'World' }),
  area('ROUTE_WESTERN_BALKANS', 'Route', { en: 'Western Balkans route' }, [
    { publisher: 'IOM', code: 'Western Balkans' },
  ]),
]);

function area(
  code: string,
  kind: string,
  titles: Record<string, string>,
  codes: AreaDefinition['codes'] = [],
): AreaDefinition {
  return { code, kind, titles, alpha3: null, codes };
}

function country(
  code: string,
  alpha3: string,
  titles: Record<string, string>,
  codes: AreaDefinition['codes'] = [],
): AreaDefinition {
  return { ...area(code, 'Country', titles, codes), alpha3 };
}

describe('AreaResolver.resolve', () => {
  it.each([
    ['EL', 'GR'],
    ['GR', 'GR'],
    ['gr', 'GR'],
    [' GRC ', 'GR'],
    ['300', 'GR'],
    ['Grèce', 'GR'],
    ['Greece*', 'GR'],
    ['UK', 'GB'],
    ['GBR', 'GB'],
    ['826', 'GB'],
    ['XK', 'XK'],
    ['XKX', 'XK'],
    ['XKK', 'XK'],
    ['UNK', 'XK'],
    ['KOS', 'XK'],
    ['OWID_KOS', 'XK'],
    ['Kosovo (under United Nations Security Council Resolution 1244/99)', 'XK'],
    ['Kosovo* ', 'XK'],
    ['NA', 'NA'],
    ['Namibia ', 'NA'],
    ['Germany (until 1990 former territory of the FRG)', 'DE'],
    ['Dem. Rep. of the Congo', 'CD'],
    ['Congo, Dem. Rep.', 'CD'],
    ['EUU', 'EU'],
    ['EU27_2020', 'EU27_2020'],
    ['European Union - 27 countries (from 2020)', 'EU27_2020'],
    ['OWID_WRL', 'WORLD'],
    ['900', 'WORLD'],
    ['Western Balkan Route', undefined],
    ['Western Balkans', 'ROUTE_WESTERN_BALKANS'],
    ['western balkans ROUTE', 'ROUTE_WESTERN_BALKANS'],
  ])('the publisher text %j is read as the area %s', (text, code) => {
    const reading = reader.resolve(text);
    if (code === undefined) expect(reading.outcome).toBe('UNKNOWN');
    else expect(reading).toMatchObject({ outcome: 'AREA', code });
  });

  it('a read area states how it was matched, such as by the code of a publisher', () => {
    expect(reader.resolve('EL', { publisher: 'Eurostat' })).toMatchObject({ matchedBy: "the publisher's code" });
    expect(reader.resolve('EL', { publisher: 'UNHCR' })).toMatchObject({ matchedBy: 'its code at Eurostat' });
    expect(reader.resolve('Grèce')).toMatchObject({ matchedBy: 'its name (fr)' });
  });
});

describe('codes with different meanings by publisher', () => {
  it('UNK is an unknown origin at UNHCR and Kosovo elsewhere', () => {
    expect(reader.resolve('UNK', { publisher: 'UNHCR' })).toEqual({ outcome: 'NO_AREA', what: 'an unknown origin' });
    expect(reader.resolve('UNK', { publisher: 'World Bank' })).toMatchObject({ outcome: 'AREA', code: 'XK' });
  });

  it('AUS is Austria in a column of UNHCR’s own codes and Australia in every other', () => {
    expect(reader.resolve('AUS', { publisher: 'UNHCR', ownUnhcrCodes: true })).toMatchObject({ code: 'AT' });
    expect(reader.resolve('AUS', { publisher: 'UNHCR' })).toMatchObject({ code: 'AU' });
    expect(reader.resolve('GFR', { publisher: 'UNHCR', ownUnhcrCodes: true })).toMatchObject({ code: 'DE' });
    expect(reader.resolve('GFR', { publisher: 'UNHCR' })).toMatchObject({ outcome: 'UNKNOWN' });
  });

  it('UKN is an unknown origin at UNHCR, and unknown at Eurostat, where it means Northern Ireland', () => {
    expect(reader.resolve('UKN', { publisher: 'Eurostat' }).outcome).toBe('UNKNOWN');
    expect(reader.resolve('UKN', { publisher: 'UNHCR' }).outcome).toBe('NO_AREA');
  });
});

describe('texts that are not areas with an entry', () => {
  it.each([
    'FX',
    'DE_TOT',
    'GBR_E_W',
    'EA19',
    'CHI',
    'Euro area – 20 countries (from 2023)',
    'Serbia and Kosovo: S/RES/1244 (1999)',
    '',
  ])('the text %j is not read as an area with an entry', (text) => {
    expect(reader.resolve(text).outcome).not.toBe('AREA');
  });

  it('an ISO 3166 country without an entry is read as NO_ENTRY with its code', () => {
    expect(reader.resolve('Viet Nam')).toMatchObject({ outcome: 'NO_ENTRY', code: 'VN' });
    expect(reader.resolve('FRA')).toMatchObject({ outcome: 'NO_ENTRY', code: 'FR' });
  });

  it('a misspelt area name is read as UNKNOWN, and has suggestions', () => {
    for (const slip of ['Germny', 'Greese']) expect(reader.resolve(slip)).toEqual({ outcome: 'UNKNOWN' });
    expect(reader.suggestions('Germny')).toEqual(['Germany']);
    expect(reader.suggestions('Greese')).toContain('Greece');
  });

  it('Niger and Nigeria, Dominica and the Dominican Republic, the two Koreas and the two Congos are distinct areas', () => {
    const names = [
      'Niger',
      'Nigeria',
      'Dominica',
      'Dominican Rep.',
      'Korea, Rep.',
      "Dem. People's Rep. of Korea",
      'Congo',
      'DR Congo',
    ];
    const codes = names.map((name) => (reader.resolve(name) as { code: string }).code);
    expect(codes).toEqual(['NE', 'NG', 'DM', 'DO', 'KR', 'KP', 'CG', 'CD']);
  });
});

it('every ISO 3166 code and English name is read as its own country', () => {
  const plain = new AreaResolver([]);
  const wrong = Object.entries(countries.getAlpha2Codes()).filter(([alpha2, alpha3]) => {
    const texts = [alpha2, alpha3, countries.alpha2ToNumeric(alpha2)!, countries.getName(alpha2, 'en')!];
    return texts.some((text) => (plain.resolve(text) as { code?: string }).code !== alpha2);
  });
  expect(wrong).toEqual([]);
});

test('AreaIndex finds similar areas for misspelt names, ignoring surrounding spaces', () => {
  const index = new AreaIndex([
    { slug: 'gr', ...country('GR', 'GRC', { en: 'Greece', fr: 'Grèce' }) },
    { slug: 'de', ...country('DE', 'DEU', { en: 'Germany' }) },
  ]);
  expect([index.nearestCode('Grece'), index.nearestCode('   Germny\n')]).toEqual(['GR', 'DE']);
  expect([index.suggestions('Greec'), index.suggestions('Atlantis')]).toEqual([['Greece'], []]);
  expect(index.match('  GR ')?.area.slug).toBe('gr');
});
