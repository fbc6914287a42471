import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseFigureQuestion } from '../../src/kinds/figure-question.js';
import { AreaIndex } from '../../src/series/area-index.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

const COUNTRY = { kind: 'Country', alpha3: null, codes: [] };
const AREAS = new AreaIndex([
  { ...COUNTRY, slug: 'de', code: 'DE', titles: { en: 'Germany', de: 'Deutschland' }, demonyms: ['German', 'deutsch'] },
  {
    ...COUNTRY,
    slug: 'sy',
    code: 'SY',
    titles: { en: 'Syria', fr: 'Syrie', de: 'Syrien' },
    demonyms: ['Syrian', 'syrien', 'Syrer', 'syrisch', 'siriano'],
  },
  { ...COUNTRY, slug: 'it', code: 'IT', titles: { en: 'Italy' } },
  {
    ...COUNTRY,
    kind: 'Territory',
    slug: 'ci',
    code: 'CI',
    titles: { en: "Côte d'Ivoire" },
    otherNames: ['Ivory Coast'],
  },
  { ...COUNTRY, kind: 'CountryGroup', slug: 'world', code: 'WORLD', titles: { en: 'World', fr: 'Monde' } },
]);

const SY = { code: 'SY', isOrigin: true };
const DE = { code: 'DE', isOrigin: false };

test.each([
  ['Syrians in Germany', [SY, DE]],
  ['syrische Antragsteller in Deutschland', [SY, DE]],
  ['siriani', [SY]],
  ['from Syria to Germany', [SY, DE]],
  ['Deutschlands Zahlen', [DE]],
  ['arrivals IT', [{ code: 'IT', isOrigin: false }]],
  ['how many of it', []],
  ['Ivory Coast', [{ code: 'CI', isOrigin: false }]],
  ['Gernany', []],
  ['Germanny', [DE]],
  ['Deutschand', [DE]],
  ['réfugiés syriens dans le monde', [SY]],
  ['réfugiés dans le monde', [{ code: 'WORLD', isOrigin: false }]],
])('parseFigureQuestion finds the places and peoples in "%s"', (words, areas) => {
  expect(parseFigureQuestion(words, AREAS).areas).toEqual(areas);
});

test.each([
  ['arrivals 2016', { from: '2016', to: '2016' }],
  ['arrivals 2015-2018', { from: '2015', to: '2018' }],
  ['arrivals since 2015', { from: '2015', to: null }],
  ['Directive 2014/41', { from: null, to: null }],
  ['asylum applications per capita', { measure: 'per100k' }],
  ['top 10 countries', { top: 10 }],
  ['die meisten Anträge', { top: 15 }],
  ['top ten countries', { top: 10 }],
  ['the five largest countries', { top: 5 }],
  ['arrivals since June 2018', { from: '2018-06', to: null }],
  ['arrivals June 2018', { from: '2018-06', to: '2018-06' }],
  ['arrivées de mars à mai 2018', { from: '2018-05', to: '2018-05' }],
  ['llegadas en junio de 2018', { from: '2018-06', to: '2018-06' }],
  ['arrivals may rise in 2018', { from: '2018', to: '2018' }],
  ['asylum applications per 100 000 inhabitants', { measure: 'per100k' }],
  ['asylum applicants by nationality', { isByOrigin: true }],
  ['refugees at the end of 2023', { from: '2023', to: '2023', words: [{ word: 'refugees' }] }],
  ['arrivals index 2015 = 100', { measure: 'index', base: '2015', from: null, words: [{ word: 'arrivals' }, {}] }],
  ['number of arrivals', { isCount: true }],
  ['share of minors', { isCount: false }],
  [
    'new cases',
    {
      words: [
        { word: 'new', isOptional: true },
        { word: 'cases', isOptional: false },
      ],
    },
  ],
  ['poeple who claim asylum', { words: [{ word: 'claim' }, { word: 'asylum' }] }],
])('parseFigureQuestion finds the periods and measures in "%s"', (words, request) => {
  expect(parseFigureQuestion(words, AREAS)).toMatchObject(request);
});

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

interface Answers {
  figureAnswers: {
    title: string;
    path: string;
    unitLabel: string;
    answer: { period: string; value: number } | null;
    unresolved: { input: string; omission: string; sentence: string }[];
  }[];
}

async function answersTo(words: string, more = ''): Promise<Answers['figureAnswers']> {
  const query = `query ($words: String!) {
    figureAnswers(words: $words${more}) {
      title path unitLabel answer { period value } unresolved { input omission sentence }
    }
  }`;
  const { data, errors } = await server.execute(query, { words });
  expect(errors).toBeUndefined();
  return (data as unknown as Answers).figureAnswers;
}

test('figureAnswers returns the same figure as the series of the indicator, and a title in the requested language', async () => {
  const [answer] = await answersTo('drowned in the Mediterranean 2021', ', locale: de');
  const query = `{ indicator(slug: "iom-dead-missing") {
    series(areas: ["ROUTE_MEDITERRANEAN"], from: "2021", to: "2021") { points { value } }
  } }`;
  const { data } = await server.execute(query as string);
  const value = (data as { indicator: { series: { points: { value: number }[] }[] } }).indicator.series[0]!.points[0]!
    .value;
  expect(answer).toMatchObject({
    title: expect.stringMatching(/Mittelmeer, 2021$/),
    path: '/indicator/iom-dead-missing?areas=ROUTE_MEDITERRANEAN&from=2021&to=2021',
    unitLabel: 'Personen',
    answer: { period: '2021', value },
    unresolved: [],
  });
});

test('figureAnswers leads to an index with the year that it sets to 100', async () => {
  const [answer] = await answersTo('asylum applicants Germany Italy index 2015 = 100');
  expect(answer!.path).toMatch(/\?areas=DE,IT&measure=index&base=2015$/);
  expect(answer!.unresolved).toEqual([]);
});

test('figureAnswers leads to a ranking if the words name a period but no area', async () => {
  const [answer] = await answersTo('unaccompanied minors by country 2015');
  expect(answer!.path).toBe('/indicator/eurostat-uam-applicants?view=bar&at=2015');
});

test.each([
  ['map of people found illegally present', 'map'],
  ['carte des mineurs non accompagnés', 'map'],
  ['Karte der unbegleiteten Minderjährigen', 'map'],
  ['tabla de solicitantes de asilo', 'table'],
  ['grafico dei richiedenti asilo', 'line'],
  ['ranking of asylum applicants', 'bar'],
])('figureAnswers leads to the view that "%s" names', async (words, view) => {
  const [answer] = await answersTo(words);
  expect(new URLSearchParams(answer!.path.split('?')[1]).get('view')).toBe(view);
  expect(answer!.unresolved).toEqual([]);
});

test('figureAnswers prefers a number to a rate if a number is requested', async () => {
  const isShare = ({ path }: { path: string }) => path.includes('share');
  const [answer] = await answersTo('number of unaccompanied minors seeking asylum Netherlands 2023');
  expect(isShare(answer!)).toBe(false);
  const shares = await answersTo('share of unaccompanied minors Netherlands 2023');
  expect(shares.some(isShare)).toBe(true);
});

test('figureAnswers selects a code with a common word, such as the status of new cases', async () => {
  const [answer] = await answersTo('new migrant smuggling cases at Eurojust 2021');
  expect(answer!.path).toContain('status=NEW');
});

test('figureAnswers reports unused words, and areas and periods without figures', async () => {
  const [unused] = await answersTo('asylum applicants Germany 2022 zebra');
  expect(unused!.unresolved).toEqual([{ input: 'zebra', omission: 'UNKNOWN', sentence: '“zebra” was not used.' }]);
  const [outside] = await answersTo('asylum applicants Germany 1991');
  expect(outside).toMatchObject({ answer: null, unresolved: [{ input: '1991', omission: 'NONE_IN_PERIOD' }] });
});

test('figureAnswers compares all codes of a dimension without a total, instead of selecting one', async () => {
  const answers = await answersTo('Sea arrivals by place of landing, Italy, Spain');
  const byPlace = answers.find(({ path }) => path.includes('by-place'))!;
  expect(byPlace.path).toBe('/indicator/unhcr-sea-arrivals-by-place?areas=IT&by=place');
  expect(byPlace.title).toBe('Sea arrivals, by place of landing, Italy');
  expect(byPlace.unresolved.map(({ sentence }) => sentence)).toEqual([
    'The chart shows one area at a time, because its figures (Place of landing) have no total. Choose Spain there.',
  ]);
  const [girls] = await answersTo('unaccompanied girls in Greece 2019');
  expect(girls!.path).toContain('?areas=GR&by=citizen&sex=F&from=2019&to=2019');
});

test('figureAnswers says that a share is only the nearest one if its name has words that were not searched for', async () => {
  const nearest = 'No share has exactly these words in its name. This is the nearest one.';
  const firstSentences = async (words: string) => {
    const [{ path, unresolved } = { path: '', unresolved: [] }] = await answersTo(words);
    return [path.includes('uam-share'), ...unresolved.map(({ sentence }) => sentence)];
  };
  expect(await firstSentences('share of minors among applicants')).toEqual([true, nearest]);
  expect(await firstSentences('share of unaccompanied minors among minor asylum applicants')).toEqual([true]);
});

test('of indicators with equal scores, figureAnswers prefers the one with a name that agrees with the words', async () => {
  const [seaArrivals] = await answersTo('sea arrivals in Italy and Spain over time');
  expect(seaArrivals!.path).toBe('/indicator/unhcr-sea-arrivals-monthly?areas=IT,ES');
  expect(seaArrivals!.unresolved).toEqual([]);
});

test('figureAnswers reports that figures without a total have no shares, and returns the numbers instead', async () => {
  const answers = await answersTo('share of minors among asylum applicants');
  const minors = answers.find(({ path }) => path.includes('minor-first-time-applicants'));
  expect(minors).toMatchObject({
    unresolved: [
      { sentence: 'There is no share of these figures, because their total is not known. Numbers are shown.' },
    ],
  });
  expect(answers.find((answer) => answer !== minors)!.title).toMatch(/unaccompanied minors/);
  const [arrivals] = await answersTo('proportion of arrivals in Italy from Tunisia');
  expect(arrivals!.path).toBe('/indicator/unhcr-arrivals-by-origin-monthly?areas=IT&origin=TN');
  expect(arrivals!.unresolved.map(({ sentence }) => sentence).join()).toContain('their total is not known');
  const [rate] = await answersTo('unemployment per capita in Tunisia');
  expect(rate!.unresolved.filter(({ sentence }) => sentence.includes('Numbers are shown'))).toEqual([]);
});

test('figureAnswers reads a nationality or origins in a country as a request for asylum applications', async () => {
  const pathsOf = async (words: string) => (await answersTo(words)).map(({ path }) => path);
  expect(await pathsOf('Syrians in Germany and Greece')).toContain(
    '/indicator/unhcr-asylum-applications-by-origin-and-destination?areas=DE,GR&origin=SY',
  );
  for (const path of await pathsOf('top ten origins in Italy')) {
    expect(path).toMatch(/\?view=bar&areas=IT&by=(citizen|origin)&top=10$/);
  }
  expect(await pathsOf('Syrians')).toEqual([]);
});

test('figureAnswers reads a month, and reports it as missing in yearly figures', async () => {
  const [sea] = await answersTo('sea arrivals Spain June 2018');
  expect(sea).toMatchObject({
    path: expect.stringMatching(/monthly\?areas=ES&from=2018-06&to=2018-06$/),
    unresolved: [],
  });
  expect(sea!.answer!.period).toBe('2018-06');
  const [yearly] = await answersTo('asylum applicants Germany June 2018');
  expect(yearly).toMatchObject({ answer: null, unresolved: [{ input: '2018-06', omission: 'NONE_IN_PERIOD' }] });
});

test('figureAnswers reads a group of countries only if a member in the period has figures', async () => {
  for (const { path } of await answersTo('unaccompanied children who applied for asylum in the EU in 2021')) {
    expect(path).not.toMatch(/uk-.*areas=EU/);
  }
});

test('figureAnswers returns no answer for a text without an indicator, and at most two answers', async () => {
  expect(await answersTo('penalty in Poland')).toEqual([]);
  expect(await answersTo('Germany 2016')).toEqual([]);
  expect((await answersTo('asylum applicants', ', first: 1')).length).toBe(1);
  const query = '{ figureAnswers(words: "asylum", first: 3) { path } }';
  expect((await server.execute(query as string)).errors?.[0]?.extensions).toMatchObject({ code: 'PAGE_TOO_LARGE' });
  const long = `{ figureAnswers(words: "${'a'.repeat(201)}") { path } }`;
  expect((await server.execute(long as string)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});
