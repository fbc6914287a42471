import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { DEFAULT_QUERY } from '../../src/graphiql/editor/default-query.js';
import type { ServerProcess } from './server-process.js';
import { startServerProcess } from './server-process.js';

/** Facts of the seed that the result of each question must contain. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  'annual-meeting-2024': [
    '"startsOn":"2024-11"',
    'Western Balkans',
    'EuroMed Justice',
    '"slug":"leaflet-digital-domain-2024"',
  ],
  'evidence-from-a-provider': ['"article":'],
  'penalties-compared': ['"basicPenalty":'],
  'focus-group-members': ['"title":"European Union"', '"title":"Annual meeting on migrant smuggling 2024"'],
  'global-alliance': ['"organisationType":"INITIATIVE"', '"slug":"ga-conference-2023"'],
  'eurojust-cases': ['{"period":"2023","value":425,"state":"REPORTED"', 'Annual Report 2023'],
  'asylum-applicants-compared': ['"code":"GR"', '{"period":"2023","value":135820,"state":"REPORTED","flags":[]}'],
  'dead-and-missing-by-route': ['"code":"ROUTE_CENTRAL_MEDITERRANEAN"', '{"period":"2014","value":3104,'],
  'figures-of-a-topic': ['"title":"Italy"', '"period":"2023"'],
  'which-figures-there-are': ['"slug":"eurojust-ms-cases"'],
  'digital-services-by-use': ['{"service":"SOCIAL_MEDIA","use":"RECRUITMENT"}', '{"value":"MONEY_TRANSFER","count":'],
  'laws-over-ten-years': ['"title":"France: CESEDA, articles', 'up to 20 years"'],
  'cooperation-agreements': ['"title":"Albania"', '"sentence":"Liaison prosecutor, Eurojust (in force)","date":"2021"'],
  'country-page': [
    '"capital":"Rome"',
    '"code":"EU28"},"via":[{"from":"2013-07-01","to":"2020-01-31"}]',
    '"routeType":"SEA"',
  ],
  'leaflet-page': ['"publishedOn":"2024-11"', '"slug":"annual-meeting-2024"', '"url":null', '"editions":[]'],
  'resources-by-use-and-stage': ['"title":"Coordination meeting"'],
  'resource-facets': ['{"value":"REPORT","count":'],
  'known-elsewhere': ['"sameAs":["http'],
  'paging-with-a-cursor': ['"hasNextPage":true', '"slug":"ga-conference-2025"'],
  'links-both-ways': ['"slug":"advertising"'],
  'reading-a-country-code': ['"eurostat":{"input":"EL","matchedBy":', '"code":"GR","title":"Greece"'],
  'topics-in-french': ['"title":"Social media","translated":"Réseaux sociaux"'],
  'what-cites-a-source': [
    '"__typename":"Event","slug":"annual-meeting-2024"',
    '"readIn":{"holder":"securengin.fifthestate.nz"',
  ],
  'entries-resting-on-reposts': ['"slug":"annual-meeting-2024"'],
  'missing-translations': ['"locale":"it","isOriginal":false'],
  'trends-without-a-leaflet': ['"direction":'],
  'resources-without-an-address': ['"note":'],
  'search-by-words': ['"slug":"ads-on-social-media"'],
  'what-is-related-to-a-trend': ['"reasons":[{'],
  'two-countries-compared': ['"unit":"persons per 100 000 inhabitants"', '"title":"Population on 1 January"'],
  'what-cannot-be-compared': ['"reason":"COUNTING_UNITS_DIFFER","message":"Asylum applicants for Italy'],
  'countries-ranked-by-rate': ['"rank":1,"area":{"code":"', '"unit":"persons per 100 000 inhabitants"'],
  'union-total-over-time': [
    '{"period":"2019","value":749295,"state":"REPORTED","inputs":28,"missing":0}',
    '{"period":"2020","value":476640,"state":"REPORTED","inputs":27,"missing":0}',
  ],
  'how-a-figure-moved': ['"unit":"index, 2019 = 100"', '"unit":"persons, mean of 3 years"'],
  'citing-a-figure': ['"number":1', '@misc{unhcr-refugees-it-', '/q/series?indicator=unhcr-refugees&area=IT&asOf='],
  'what-changed-between-editions': ['"changed":0,"appeared":327,"vanished":0'],
  'all-figures-of-a-country': ['"title":"Asylum applicants"', '"unit":"persons","latest":'],
  'unaccompanied-minors-by-country': ['{"rank":1,"area":{"code":"SE","title":"Sweden"},"value":35250,'],
  'minors-of-one-citizenship': ['{"period":"2015","value":21945}', '"code":"Y16-17"'],
  'applications-of-one-citizenship': [
    '{"period":"2015","value":158655,"state":"REPORTED","flags":[]}',
    '{"period":"2015","value":3325,"state":"REPORTED","flags":[]}',
    '{"period":"2015","value":162510,"state":"REPORTED","flags":[]}',
  ],
  'arrivals-in-italy-and-spain': [
    '{"period":"2016","value":181436,"state":"REPORTED","flags":[],"inputs":12,"missing":0}',
    '{"period":"2018","value":65383,"state":"REPORTED","flags":[],"inputs":12,"missing":0}',
    '{"period":"2019","value":10565,"state":"PARTIAL","flags":["PROVISIONAL"],"inputs":11,"missing":1}',
  ],
  'where-boats-land': ['{"period":"2014","value":109528,"note":null}'],
  'nationalities-that-arrive': ['"area":{"code":"GR","title":"Greece"}', '{"period":"2018-03","value":1041}'],
  'found-illegally-present-by-citizenship': ['{"period":"2015","value":499495,', '"code":"ILLEGAL_ENTRY"'],
  'asylum-decisions-by-outcome': ['{"period":"2015","value":71396}', '"code":"REJECTED"'],
  'deaths-on-a-route-by-month': ['{"period":"2015-04","value":1480}', '"edition":"8 January 2020"'],
  'what-changed-this-week': ['"entries":[{"entryKind":'],
  'everything-on-one-country': ['"title":"Greece: Migration Code (Law 5038/2023', '"slug":"eurostat-refused-entry"'],
  'laws-by-topic': ['"slug":"al-cc-298"', '"maxYears":10'],
  'resources-by-language': ['"slug":"eurostat-uam-dataset"'],
  'europol-on-money-transfer': ['"slug":"crypto-payments"', '"slug":"emsc-report-6"'],
  'cite-one-figure': ['{"period":"2023","value":72105,', '"reference":"migr_eipre"', '"citation":"Eurostat.'],
  'developments-of-a-country': ['"relevance":"MEASURES"', '"from":{"period":"'],
  'cases-like-mine': ['"slug":"referral-belarus-2021"', '"service":"SOCIAL_MEDIA","use":"ADVERTISING"'],
  'deadlines-for-electronic-evidence': ['"deadline":"P10D"', '"emergencyDeadline":"PT8H"'],
  'last-checked': ['"checkedOn":"2026-11-30"'],
  'where-migrants-of-a-country-live': ['{"period":"2024","value":3627829}', '{"period":"2023","value":11755209355}'],
};

const questions = readdirSync('seed/questions')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    slug: name.replace(/\.yaml$/, ''),
    ...(parseYaml(readFileSync(`seed/questions/${name}`, 'utf8')) as { document: string; variables?: string }),
  }));

describe('the saved questions', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(() => server?.stop(), 30_000);

  interface Answer {
    errors?: { message: string; extensions?: { code?: string } }[];
    data?: unknown;
  }

  /** Retries while the server is busy, because it builds the search index after the start. */
  async function sendQuery(query: string, variables: unknown = {}, attempts = 100): Promise<Answer> {
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Answer;
    const isBusy = answer.errors?.some(({ extensions }) => extensions?.code === 'BUSY');
    if (!isBusy || attempts === 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return sendQuery(query, variables, attempts - 1);
  }

  it('each have an expected result', () => {
    expect(Object.keys(FACTS).sort()).toEqual(questions.map(({ slug }) => slug).sort());
  });

  it.each(questions)('$slug returns no error and the figures of seed/', async (question) => {
    const { errors, data } = await sendQuery(question.document, JSON.parse(question.variables ?? '{}'));
    expect(errors).toBeUndefined();
    for (const fact of FACTS[question.slug] ?? []) expect(JSON.stringify(data)).toContain(fact);
  });

  it('paging continues after the previous page', async () => {
    const { document } = questions.find(({ slug }) => slug === 'paging-with-a-cursor')!;
    const seenTexts: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await sendQuery(document, { first: 5, after });
      const { events } = data as {
        events: {
          totalCount: number;
          edges: { node: { slug: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      seenTexts.push(...events.edges.map(({ node }) => node.slug));
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
      if (after === null) expect(seenTexts.length).toBe(events.totalCount);
    } while (after !== null);
    expect(new Set(seenTexts).size).toBe(seenTexts.length);
  });

  it('the first query of GraphiQL returns three trends with a source each', async () => {
    const { errors, data } = await sendQuery(DEFAULT_QUERY);
    expect(errors).toBeUndefined();
    const { nodes } = (data as { trends: { nodes: { citations: unknown[] }[] } }).trends;
    expect(nodes.map(({ citations }) => citations.length > 0)).toEqual([true, true, true]);
  });
});
