import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { DataCategory, LawRecord, LegalMeasureRecord } from '../../src/generated/records.js';
import { findRoutes, type FoundRoute, type Instrument } from '../../src/kinds/evidence-routes.js';

const TODAY = '2026-12-01';

interface GroupFile {
  members: { country: string; to?: string }[];
}

const { members } = parse(readFileSync('seed/groups/eu.yaml', 'utf8')) as GroupFile;
const union = new Set(members.filter(({ to }) => to === undefined).map(({ country }) => country));

const instruments = readdirSync('seed/laws').flatMap((file): Instrument[] => {
  const law = parse(readFileSync(`seed/laws/${file}`, 'utf8')) as Partial<LawRecord>;
  if (!law.measures) return [];
  const measures = law.measures.map((each) => ({
    ...each,
    issuers: each.issuers ?? [],
    dataCategories: each.dataCategories ?? [],
    needs: each.needs ?? [],
    excluded: each.excluded ?? [],
  })) as LegalMeasureRecord[];
  const slug = file.replace('.yaml', '');
  return [{ slug, record: { ...law, measures }, countries: law.area === 'groups/eu' ? union : null }];
});

/** Short names of measures by instrument and article. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'eu-2023-1543': { '4(1)': 'EPOC', '4(2)': 'EPOC-C', '4(3)': 'EPOC-PR' },
  'eu-2014-41': { '1': 'EIO' },
  'eu-2022-2065': { '10': 'DSA10' },
  'coe-185': {
    '14(2)(c)': 'B16',
    '17': 'B17',
    '18(1)(a)': 'B18a',
    '18(1)(b)': 'B18b',
    '19': 'B19',
    '25(1)': 'B25',
    '29': 'B29',
    '30': 'B30',
    '31': 'B31',
    '32': 'B32',
    '35': 'B35',
  },
  'coe-224': { '9': 'P9', '10': 'P10' },
  'un-toc-convention': { '2': 'UNTOC' },
};

/** Letters for the conditions of a route that a request leaves open, by the code of the condition. */
const LETTERS: Readonly<Record<string, string>> = {
  providerState: 'v',
  providerStateExcluded: 'x',
  servicesInEu: 'e',
  servicesInState: 's',
  emergency: 'u',
};

function shortName({ instrument, measure }: FoundRoute): string {
  if (instrument.slug === 'coe-224' && measure.article === '6–12')
    return measure.measureType === 'DATA_PRODUCTION' ? 'P-direct' : 'P-gov';
  return NAMES[instrument.slug]?.[measure.article.split(',')[0]!] ?? `${instrument.slug} ${measure.article}`;
}

/** Formats a route as `B29{dp}`: it is open whether the States of the authority (d) and provider (p) are bound. */
function describeRoute(route: FoundRoute, from: string): string {
  const letters = route.openPoints.map(({ code, state }) =>
    code === 'stateBound' ? (state === from ? 'd' : 'p') : (LETTERS[code] ?? ''),
  );
  const open = letters.join('');
  return open === '' ? shortName(route) : `${shortName(route)}{${open}}`;
}

type Request = [from: string, provider: string | null, servicesInEu: boolean | null, DataCategory, 'now' | 'later'];

const TREATIES = 'B29{dp} B32{dp} B25{dp} B31{dp} UNTOC{dp}';
const TREATIES_SUBSCRIBER = 'B29{dp} B32{dp} B25{dp} B31{dp} P-gov{dp} UNTOC{dp}';
const TREATIES_TRAFFIC = 'B29{dp} B32{dp} B25{dp} B30{dp} B31{dp} P-gov{dp} UNTOC{dp}';
const EMERGENCY = 'P9{dpu} P10{dpu} B35{dp}';

const CASES: [...Request, expected: string][] = [
  // A provider in Ireland, which does not take part in the European Investigation Order.
  ['de', 'ie', true, 'SUBSCRIBER', 'later', `EPOC DSA10 B18b{ds} P-direct{dp} EPOC-PR ${TREATIES_SUBSCRIBER}`],
  ['de', 'ie', true, 'ACCESS', 'later', `EPOC DSA10 EPOC-PR ${TREATIES}`],
  ['de', 'ie', true, 'TRAFFIC', 'later', `EPOC-C DSA10 EPOC-PR ${TREATIES_TRAFFIC}`],
  ['de', 'ie', true, 'CONTENT', 'later', `EPOC-C DSA10 EPOC-PR ${TREATIES}`],
  ['it', 'ie', true, 'CONTENT', 'later', `EPOC-C DSA10 EPOC-PR ${TREATIES}`],
  // A provider in another Member State.
  [
    ...(['de', 'fr', true, 'SUBSCRIBER', 'later'] as Request),
    'EPOC DSA10 B18b{ds} P-direct{dp} EPOC-PR B29{dp} B32{dp} EIO B25{dp} B31{dp} P-gov{dp} UNTOC{dp}',
  ],
  ['fr', 'de', true, 'ACCESS', 'later', 'EPOC DSA10 EPOC-PR B29{dp} B32{dp} EIO B25{dp} B31{dp} UNTOC{dp}'],
  [
    ...(['de', 'fr', true, 'TRAFFIC', 'later'] as Request),
    'EPOC-C DSA10 EPOC-PR B29{dp} B32{dp} EIO B25{dp} B30{dp} B31{dp} P-gov{dp} UNTOC{dp}',
  ],
  ['de', 'fr', true, 'CONTENT', 'later', 'EPOC-C DSA10 EPOC-PR B29{dp} B32{dp} EIO B25{dp} B31{dp} UNTOC{dp}'],
  ['de', 'fr', false, 'CONTENT', 'later', 'B29{dp} B32{dp} EIO B25{dp} B31{dp} UNTOC{dp}'],
  ['ie', 'fr', true, 'SUBSCRIBER', 'later', `EPOC DSA10 B18b{ds} P-direct{dp} EPOC-PR ${TREATIES_SUBSCRIBER}`],
  // A provider in a third country.
  ['de', 'us', true, 'SUBSCRIBER', 'later', `EPOC DSA10 B18b{ds} P-direct{dp} EPOC-PR ${TREATIES_SUBSCRIBER}`],
  ['de', 'us', true, 'CONTENT', 'later', `EPOC-C DSA10 EPOC-PR ${TREATIES}`],
  ['nl', 'us', true, 'TRAFFIC', 'later', `EPOC-C DSA10 EPOC-PR ${TREATIES_TRAFFIC}`],
  [
    ...(['de', 'us', null, 'SUBSCRIBER', 'later'] as Request),
    `EPOC{e} DSA10{e} B18b{ds} P-direct{dp} EPOC-PR{e} ${TREATIES_SUBSCRIBER}`,
  ],
  [
    ...(['bg', 'rs', null, 'SUBSCRIBER', 'later'] as Request),
    `EPOC{e} DSA10{e} B18b{ds} P-direct{dp} EPOC-PR{e} ${TREATIES_SUBSCRIBER}`,
  ],
  ['de', 'us', false, 'SUBSCRIBER', 'later', `B18b{ds} P-direct{dp} ${TREATIES_SUBSCRIBER}`],
  ['gr', 'tr', false, 'CONTENT', 'later', TREATIES],
  // Denmark, to which two instruments do not apply.
  ['dk', 'ie', true, 'SUBSCRIBER', 'later', `DSA10 B18b{ds} P-direct{dp} ${TREATIES_SUBSCRIBER}`],
  ['dk', 'dk', true, 'CONTENT', 'later', 'DSA10 B18a{d} B16{d} B19{d}'],
  [
    ...(['de', 'dk', true, 'SUBSCRIBER', 'later'] as Request),
    `DSA10 EPOC{x} B18b{ds} P-direct{dp} EPOC-PR{x} ${TREATIES_SUBSCRIBER}`,
  ],
  ['de', 'dk', true, 'CONTENT', 'later', `DSA10 EPOC-C{x} EPOC-PR{x} ${TREATIES}`],
  ['pl', 'dk', false, 'TRAFFIC', 'later', TREATIES_TRAFFIC],
  // A provider in an unknown State.
  [
    ...(['de', null, true, 'SUBSCRIBER', 'later'] as Request),
    'DSA10 EPOC{v} B18a{dv} B18b{ds} P-direct{dv} EPOC-PR{v} B16{dv} B29{dv} B19{dv} B32{dv} EIO{v} B25{dv} B31{dv} ' +
      'P-gov{dv} UNTOC{dv}',
  ],
  [
    ...(['de', null, null, 'CONTENT', 'later'] as Request),
    'DSA10{e} EPOC-C{ve} B18a{dv} B16{dv} B29{dv} EPOC-PR{ve} B19{dv} B32{dv} EIO{v} B25{dv} B31{dv} UNTOC{dv}',
  ],
  [
    ...(['gb', null, null, 'TRAFFIC', 'later'] as Request),
    'B18a{dv} B16{dv} B17{dv} B29{dv} B19{dv} B32{dv} B25{dv} B30{dv} B31{dv} P-gov{dv} UNTOC{dv}',
  ],
  ['dk', null, false, 'ACCESS', 'later', 'B18a{dv} B16{dv} B29{dv} B19{dv} B32{dv} B25{dv} B31{dv} UNTOC{dv}'],
  // A provider in the State of the authority.
  ['de', 'de', true, 'SUBSCRIBER', 'later', 'DSA10 B18a{d} B18b{ds} B16{d} B19{d}'],
  ['de', 'de', true, 'TRAFFIC', 'later', 'DSA10 B18a{d} B16{d} B17{d} B19{d}'],
  ['ie', 'ie', true, 'TRAFFIC', 'later', 'DSA10 B18a{d} B16{d} B17{d} B19{d}'],
  ['us', 'us', null, 'SUBSCRIBER', 'later', 'B18a{d} B18b{ds} B16{d} B19{d}'],
  // An authority outside the EU.
  ['gb', 'ie', true, 'SUBSCRIBER', 'later', `B18b{ds} P-direct{dp} ${TREATIES_SUBSCRIBER}`],
  ['ch', 'de', true, 'CONTENT', 'later', TREATIES],
  ['al', 'it', true, 'TRAFFIC', 'later', TREATIES_TRAFFIC],
  // Urgent requests.
  [
    ...(['de', 'ie', true, 'SUBSCRIBER', 'now'] as Request),
    `EPOC DSA10 B18b{ds} P-direct{dp} EPOC-PR ${TREATIES_SUBSCRIBER} ${EMERGENCY}`,
  ],
  [
    ...(['de', 'fr', true, 'CONTENT', 'now'] as Request),
    `EPOC-C DSA10 EPOC-PR B29{dp} B32{dp} EIO B25{dp} B31{dp} UNTOC{dp} ${EMERGENCY}`,
  ],
  ['de', 'us', null, 'TRAFFIC', 'now', `EPOC-C{e} DSA10{e} EPOC-PR{e} ${TREATIES_TRAFFIC} ${EMERGENCY}`],
  ['de', 'de', true, 'SUBSCRIBER', 'now', 'DSA10 B18a{d} B18b{ds} B16{d} B19{d}'],
  ['dk', 'us', true, 'CONTENT', 'now', `DSA10 ${TREATIES} ${EMERGENCY}`],
  [
    ...(['de', null, true, 'ACCESS', 'now'] as Request),
    'DSA10 EPOC{v} B18a{dv} EPOC-PR{v} B16{dv} B29{dv} B19{dv} B32{dv} EIO{v} B25{dv} B31{dv} UNTOC{dv} ' +
      'P9{dvu} P10{dvu} B35{dv}',
  ],
];

function find([from, provider, servicesInEu, data, when]: Request, today = TODAY): FoundRoute[] {
  return findRoutes(instruments, { from, provider, servicesInEu, data, urgent: when === 'now' }, today);
}

describe('routes to stored data', () => {
  test('the routes of 40 requests for stored data are tested', () => expect(CASES).toHaveLength(40));

  test.each(CASES)(
    'the routes from an authority in %s to a provider in %s, with services in the EU %s, for %s, when %s, are correct',
    (from, provider, servicesInEu, data, when, expected) => {
      const found = find([from, provider, servicesInEu, data, when]);
      expect(found.map((route) => describeRoute(route, from)).join(' ')).toBe(expected);
    },
  );

  test('no route uses an instrument before its date of application', () => {
    const before = find(['de', 'ie', true, 'SUBSCRIBER', 'later'], '2026-08-17');
    expect(before.map(shortName)).not.toContain('EPOC');
    const first = find(['de', 'ie', true, 'SUBSCRIBER', 'later'], '2026-08-18');
    expect(first.map(shortName)).toContain('EPOC');
  });

  test.each<[string, Request, string[]]>([
    ['EPOC', ['de', 'ie', true, 'SUBSCRIBER', 'now'], []],
    ['EPOC-C', ['de', 'ie', true, 'CONTENT', 'later'], ['maximumTerm']],
    ['EPOC-PR', ['de', 'ie', true, 'CONTENT', 'now'], ['deadline', 'emergencyDeadline']],
    ['EIO', ['de', 'fr', true, 'CONTENT', 'later'], ['applicationDate', 'dataCategories', 'threshold', 'form']],
    [
      'DSA10',
      ['de', 'ie', true, 'CONTENT', 'later'],
      ['applicationDate', 'dataCategories', 'validation', 'threshold', 'deadline'],
    ],
    [
      ...(['P10', ['de', 'us', true, 'CONTENT', 'now']] as [string, Request]),
      [
        ...['stateBound', 'stateBound', 'emergency', 'applicationDate', 'dataCategories', 'issuers', 'validation'],
        ...['threshold', 'deadline', 'emergencyDeadline', 'form'],
      ],
    ],
    [
      ...(['UNTOC', ['de', 'us', true, 'CONTENT', 'later']] as [string, Request]),
      ['stateBound', 'stateBound', 'applicationDate', 'dataCategories', 'validation', 'deadline'],
    ],
  ])('the route by %s lists open conditions and details that are not recorded', (name, request, expected) => {
    const route = find(request).find((each) => shortName(each) === name)!;
    expect(route.openPoints.map(({ code }) => code)).toEqual(expected);
  });
});
