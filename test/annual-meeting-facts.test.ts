import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Data } from './graphql/typed-response.js';
import { type SeededApp, seededApp } from './graphql/seeded-app.js';

/** A server over `seed/`, which the tests query for facts about the annual meeting of 2024 and their sources. */
let server: SeededApp;

beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

async function data<Text extends string>(query: Text): Promise<Data<Text>> {
  const { data: answer, errors } = await server.execute(query);
  expect(errors).toBeUndefined();
  return answer;
}

const MEETING_NEWS = 'ej-news-2024-meeting';

describe('the annual meeting', () => {
  test('the annual meeting had three sessions: unaccompanied minors, the digital domain, country updates', async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") {
      startsOn sessions { title topics { slug } } citations { source { slug } } } }`);
    expect(event!.startsOn).toBe('2024-11');
    expect(event!.sessions.map((session: { title: string }) => session.title)).toEqual([
      'Unaccompanied minors',
      'Smuggling in the digital domain',
      'Country updates on trends and developments',
    ]);
    expect(event!.sessions[1]!.topics).toContainEqual({ slug: 'digital-smuggling' });
    expect(event!.citations[0]!.source.slug).toBe(MEETING_NEWS);
  });

  test('the annual meeting brought together Member States, the Western Balkans and EuroMed Justice partners, at Eurojust', async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") {
      organiser { slug } participantGroups { code } participantOrganisations { slug } citations { source { slug } } } }`);
    expect(event!.organiser.slug).toBe('eurojust');
    expect(event!.participantGroups).toEqual([
      { code: 'EU27_2020' },
      { code: 'WESTERN_BALKANS' },
      { code: 'EUROMED_JUSTICE' },
    ]);
    expect(event!.participantOrganisations).toEqual([{ slug: 'focus-group' }]);
    expect(event!.citations).toContainEqual({ source: { slug: MEETING_NEWS } });
  });

  test('the annual meeting is linked from the Western Balkans and from their countries', async () => {
    const { group, country } = await data(`{
      group(by: { code: "WESTERN_BALKANS" }) { events(filter: { slug: { eq: "annual-meeting-2024" } }) { totalCount } }
      country(by: { code: "AL" }) { memberOf { nodes { code events { nodes { slug } } } } } }`);
    expect(group!.events.totalCount).toBe(1);
    const balkans = country!.memberOf.nodes.find(({ code }: { code: string }) => code === 'WESTERN_BALKANS');
    expect(balkans!.events.nodes).toContainEqual({ slug: 'annual-meeting-2024' });
  });
});

describe('the leaflet of the annual meeting', () => {
  test('the leaflet on resources in the digital domain was presented at the annual meeting', async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") { leaflets {
      totalCount nodes { title issuer { slug } publishedOn citations { source { slug } } } } } }`);
    expect(event!.leaflets).toEqual({
      totalCount: 1,
      nodes: [
        {
          title: 'Leaflet on the resources available at Eurojust to fight migrant smuggling in the digital domain',
          issuer: { slug: 'eurojust' },
          publishedOn: '2024-11',
          citations: [{ source: { slug: MEETING_NEWS } }],
        },
      ],
    });
  });

  test('the leaflet has no URL, language edition or list of resources, and links added by the editors are marked', async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") { leaflets { nodes {
      url editions { language } resources { slug } seeAlso { slug } note record } } } }`);
    const [leaflet] = event!.leaflets.nodes;
    expect(leaflet).toMatchObject({ url: null, editions: [], resources: [], record: null });
    expect(leaflet!.seeAlso).toContainEqual({ slug: 'sirius-platform' });
    expect(leaflet!.note).toContain('are linked by us and are not from the leaflet');
  });
});

describe('the Global Alliance', () => {
  test('the Global Alliance to Counter Migrant Smuggling has digitalisation as a priority strand', async () => {
    const { organisation } = await data(`{ organisation(slug: "global-alliance") {
      title organisationType summary topics { slug } citations { source { slug } } } }`);
    expect(organisation!.title).toBe('Global Alliance to Counter Migrant Smuggling');
    expect(organisation!.organisationType).toBe('INITIATIVE');
    expect(organisation!.summary).toMatch(/European Commission.*digitalisation.*priority strands/s);
    expect(organisation!.topics).toContainEqual({ slug: 'digital-smuggling' });
    expect(organisation!.citations).toContainEqual({ source: { slug: MEETING_NEWS } });
  });
});

describe('digital services', () => {
  const pairs: [string, string][] = [
    ['SOCIAL_MEDIA', 'RECRUITMENT'],
    ['SOCIAL_MEDIA', 'ADVERTISING'],
    ['ONLINE_PLATFORMS', 'ADVERTISING'],
    ['MESSAGING_AND_MOBILE_APPS', 'COMMUNICATION'],
    ['MESSAGING_AND_MOBILE_APPS', 'MONEY_TRANSFER'],
  ];

  test.each(pairs)('a leaflet with citations states that %s are used for %s', async (service, use) => {
    const { leaflets } = await data(`{ leaflets(filter: {
        digital: { some: { service: { eq: ${service} }, use: { eq: ${use} } } } }) {
      nodes { digital { service use } citations { source { slug } } } } }`);
    expect(leaflets.nodes.length).toBeGreaterThan(0);
    for (const leaflet of leaflets.nodes) {
      expect(leaflet.digital).toContainEqual({ service, use });
      expect(leaflet.citations.length).toBeGreaterThan(0);
    }
  });

  test('a session was about digital services for recruitment, advertising, communication and money transfer', async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") { sessions { summary topics { slug } } } }`);
    const slugs = event!.sessions[1]!.topics.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(
      expect.arrayContaining(['recruitment', 'advertising', 'communication', 'money-transfer', 'social-media']),
    );
    expect(event!.sessions[1]!.summary).toMatch(/social media, online platforms and mobile applications/);
  });
});

describe("Eurojust's support", () => {
  test("Eurojust's support covers all stages of proceedings", async () => {
    const { organisation } = await data(`{ organisation(slug: "eurojust") {
      description citations { source { slug } }
      providedResources(first: 100) { nodes { stages citations { source { slug } } } } } }`);
    expect(organisation!.description).toMatch(/through all stages of the proceedings/);
    expect(organisation!.citations.length).toBeGreaterThan(0);
    const resources: { stages: string[]; citations: unknown[] }[] = organisation!.providedResources.nodes;
    const stages = new Set(resources.flatMap((resource) => resource.stages));
    expect([...stages]).toEqual(
      expect.arrayContaining(['CASE_OPENING', 'INVESTIGATION', 'EVIDENCE_GATHERING', 'COORDINATION', 'PROSECUTION']),
    );
    expect(resources.filter(({ citations }) => citations.length === 0)).toEqual([]);
  });

  test("Eurojust's support reached 425 cases of migrant smuggling in 2023", async () => {
    const { indicator } = await data(`{ indicator(slug: "eurojust-ms-cases") { unit countingUnit
      series(areas: ["EU_PLUS"], from: "2023", to: "2023") {
        area { code } points { period value state source { slug } } } } }`);
    expect(indicator!.countingUnit).toBe('CASES');
    expect(indicator!.series).toEqual([
      {
        area: { code: 'EU_PLUS' },
        points: [{ period: '2023', value: 425, state: 'REPORTED', source: { slug: 'ej-ar2023-ms' } }],
      },
    ]);
  });

  test("the entry of the annual meeting quotes the number of Eurojust's cases, with a link to its indicator", async () => {
    const { event } = await data(`{ event(slug: "annual-meeting-2024") {
      claims { value period area { code } indicator { slug } } } }`);
    expect(event!.claims).toEqual([
      { value: 425, period: '2023', area: { code: 'EU_PLUS' }, indicator: { slug: 'eurojust-ms-cases' } },
    ]);
  });

  test('a claim about a part of a figure names the dimension and the code of the part', async () => {
    const { trend } = await data(`{ trend(slug: "cases-record") {
      claims { value now status breakdown { dimension code } } } }`);
    expect(new Set(trend!.claims.map(({ status }: { status: string }) => status))).toEqual(new Set(['AS_STATED']));
    expect(trend!.claims).toContainEqual({
      value: 170,
      now: 170,
      status: 'AS_STATED',
      breakdown: [{ dimension: 'status', code: 'NEW' }],
    });
  });
});

describe('the Focus Group', () => {
  test('the Focus Group consists of prosecutors from all Member States and some other States, and meets yearly', async () => {
    const { organisation } = await data(`{ organisation(slug: "focus-group") {
      organisationType summary parent { slug } memberGroups { code members { country { code } } }
      attendedEvents { nodes { slug } } citations { source { slug } } } }`);
    expect(organisation).toMatchObject({ organisationType: 'NETWORK', parent: { slug: 'eurojust' } });
    expect(organisation!.summary).toMatch(/prosecutors.*all Member States and some other States.*once a year/s);
    expect(organisation!.memberGroups[0]!.code).toBe('EU');
    expect(organisation!.attendedEvents.nodes).toContainEqual({ slug: 'annual-meeting-2024' });
    expect(organisation!.citations).toContainEqual({ source: { slug: MEETING_NEWS } });
  });
});
